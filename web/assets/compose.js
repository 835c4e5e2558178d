// The page of a post: what the policy says of it while it is typed, how long it is and how it looks on each network.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const box = document.getElementById("composing");
  const form = document.getElementById("post");
  if (!box || !form || !window.Intl?.Segmenter) return;
  const part = (id) => document.getElementById(id);
  const say = box.dataset;
  const text = part("f-text");
  box.classList.add("scripted");
  form.querySelectorAll("[data-thread], .snippets, [data-remove]").forEach((e) => { e.hidden = false; });

  // What the page says now
  const chosen = () => [...form.querySelectorAll("[data-account]")].filter((a) => a.querySelector("input[name=account]").checked);
  const ownField = (id) => form.elements["own-" + id];
  const textFor = (id) => (ownField(id)?.value.trim() ? ownField(id).value : text.value);
  const images = () => [...form.querySelectorAll("[data-image]")].map((e) => ({
    digest: e.dataset.image, alt: e.querySelector("[data-alt]").value, credit: e.querySelector("[data-credit]").value,
  }));
  const fill = (params) => {
    for (const e of form.elements) {
      if (!e.name || ["version", "image", "do", "picture"].includes(e.name)) continue;
      if (e.type === "checkbox" || e.type === "radio") e.checked = params.getAll(e.name).includes(e.value);
      else if (params.has(e.name)) e.value = params.get(e.name);
    }
    for (const digest of params.getAll("image")) {
      if (!form.querySelector(`[data-image="${CSS.escape(digest)}"]`)) addImage({ digest, alt: params.get("alt-" + digest), credit: params.get("credit-" + digest) });
    }
  };

  const changed = () => form.dispatchEvent(new Event("input"));
  const addImage = illustrate(say, changed);

  // Accounts: texts of their own, and what one may do on the topic
  const showAccounts = () => {
    const topic = form.elements.topic.value;
    for (const a of form.querySelectorAll("[data-account]")) {
      const own = form.querySelector(`[data-own="${CSS.escape(a.dataset.account)}"]`);
      own.hidden = !a.querySelector("input[name=account]").checked;
      a.querySelectorAll("[data-topic]").forEach((li) => li.classList.toggle("current", topic !== "" && li.dataset.topic.split(" ").includes(topic)));
    }
  };

  // Length and looks
  const showCounts = () => {
    part("counts").replaceChildren(...chosen().map((a) => {
      const parts = preview.thread(textFor(a.dataset.account));
      const sizes = parts.map((p) => preview.count(a.dataset.network, p)), limit = Number(a.dataset.limit);
      const li = document.createElement("li");
      li.textContent = `${a.dataset.handle} `;
      const b = document.createElement("b");
      b.textContent = sizes.map((n) => (limit ? `${n}/${limit}` : n)).join(" · ");
      li.append(b);
      li.classList.toggle("over", limit > 0 && sizes.some((n) => n > limit));
      return li;
    }));
  };
  const showLooks = () => {
    const pictures = images();
    const looks = chosen().map((a) => {
      const look = document.createElement("div");
      look.className = "look";
      const head = document.createElement("h3");
      head.textContent = a.dataset.networkName;
      look.append(head, preview.show(a.dataset, textFor(a.dataset.account), pictures, say));
      return look;
    });
    part("looks").replaceChildren(...(looks.length ? looks : [part("looks-none").content.cloneNode(true)]));
  };

  const check = says(box, form, { chosen, textFor, images, text });

  // Everything that shows what is typed
  const show = () => {
    check();
    showAccounts();
    showCounts();
    showLooks();
  };

  // Saving
  const note = (name, act) => {
    const place = part("note");
    place.replaceChildren(...(name ? [part(name).content.cloneNode(true)] : []));
    if (act) place.querySelector("button").addEventListener("click", act);
  };
  const kept = keep(form, say, {
    note,
    saved: (state, words) => {
      part("saved").dataset.state = state;
      part("saved").textContent = words;
    },
    told: (said) => {
      part("due-wrong").hidden = !said.error;
      part("due-wrong").textContent = said.error ?? "";
    },
    clash: (said) => {
      note("clash");
      const place = part("note");
      const put = (is, words) => { place.querySelector(`[data-is=${is}]`).textContent = words; };
      put("told", said.error);
      put("by", say.theirs.replace("{name}", said.by));
      put("theirs", [said.theirs.text, ...Object.values(said.theirs.own ?? {})].join("\n\n"));
      put("mine", [text.value, ...chosen().map((a) => ownField(a.dataset.account).value)].filter(Boolean).join("\n\n"));
      place.querySelector("[data-do=mine]").addEventListener("click", () => kept.mine(said));
      place.querySelector("[data-do=theirs]").addEventListener("click", () => kept.theirs(said));
      place.scrollIntoView({ block: "center" });
    },
    current: { fill },
  });

  // Snippets and threads
  const insert = (words) => {
    text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
    text.focus();
    changed();
  };
  form.addEventListener("click", (event) => {
    const snippet = event.target.closest("[data-snippet]");
    if (snippet) {
      snippet.closest("details").open = false;
      insert(snippet.dataset.snippet);
    }
    if (event.target.closest("[data-thread]")) insert((text.value.slice(0, text.selectionStart).endsWith("\n") || !text.selectionStart ? "" : "\n") + "---\n");
    const remove = event.target.closest("[data-remove]");
    if (remove) {
      remove.closest("[data-image]").remove();
      changed();
    }
  });

  form.addEventListener("input", () => {
    part("server-says")?.remove(); // it was said of another text
    part("says").hidden = false;
    show();
  });
  form.addEventListener("change", showAccounts);
  show();
});
