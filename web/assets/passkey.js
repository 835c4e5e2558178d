// Passkeys: asks the browser for one and puts its answer into the form, which is then sent like any other. Forms that
// need this are hidden until there is a browser that can.
"use strict";
(() => {
  if (!window.PublicKeyCredential || !navigator.credentials) return;

  // WebAuthn's JSON has bytes in base64url; older browsers do not convert by themselves.
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const ids = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));
  const readable = ({ publicKey }) => {
    const options = { ...publicKey, challenge: bytes(publicKey.challenge) };
    if (options.user) options.user = { ...options.user, id: bytes(options.user.id) };
    if (options.allowCredentials) options.allowCredentials = ids(options.allowCredentials);
    if (options.excludeCredentials) options.excludeCredentials = ids(options.excludeCredentials);
    return options;
  };
  const written = (credential) => {
    const { response } = credential;
    const said = { clientDataJSON: text(response.clientDataJSON) };
    for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (response[part]) said[part] = text(response[part]);
    }
    if (response.getTransports) said.transports = response.getTransports();
    return JSON.stringify({
      id: credential.id, rawId: text(credential.rawId), type: credential.type, response: said,
      authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
      clientExtensionResults: credential.getClientExtensionResults(),
    });
  };

  const options = async (form, signal) => {
    const answer = await fetch(form.dataset.options, { method: "POST", signal });
    if (!answer.ok || answer.redirected) throw new Error("no options");
    return readable(await answer.json());
  };
  const send = (form, credential) => {
    form.elements.answer.value = written(credential);
    form.submit();
  };

  // While the sign-in page is open, the browser offers passkeys in the field for the address. The server waits five
  // minutes for an answer, so the question is asked anew before that.
  let waiting;
  const offer = async (form) => {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    waiting?.abort();
    waiting = new AbortController();
    const { signal } = waiting;
    try {
      const publicKey = await options(form, signal);
      const credential = await navigator.credentials.get({ publicKey, mediation: "conditional", signal });
      if (credential) send(form, credential);
    } catch { /* nobody chose one; the button is still there */ }
  };

  const ask = async (form) => {
    const failed = form.querySelector("[data-failed]");
    failed.hidden = true;
    waiting?.abort();
    try {
      const publicKey = await options(form);
      send(form, await navigator.credentials[form.dataset.passkey]({ publicKey }));
    } catch (reason) {
      failed.textContent = reason.name === "InvalidStateError" ? failed.dataset.twice : failed.dataset.failed;
      failed.hidden = false;
      if ("offer" in form.dataset) offer(form);
    }
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => { event.preventDefault(); ask(form); });
    if (!("offer" in form.dataset)) continue;
    offer(form);
    setInterval(() => { if (document.visibilityState === "visible") offer(form); }, 4 * 60 * 1000);
  }
})();
