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
    words: e.querySelector("[data-is=words]").textContent,
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
  const { add: addImage, tell: tellRead } = illustrate(say, changed);

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
  const looks = new Map(); // by account, with what it shows
  const showLooks = () => {
    const pictures = images();
    const all = chosen().map((a) => {
      const id = a.dataset.account, shows = JSON.stringify([textFor(id), pictures]);
      if (looks.get(id)?.shows !== shows) {
        const look = document.createElement("div");
        look.className = "look";
        const head = document.createElement("h3");
        head.textContent = a.dataset.networkName;
        look.append(head, preview.show(a.dataset, textFor(id), pictures, say));
        looks.set(id, { look, shows });
      }
      return looks.get(id).look;
    });
    const place = part("looks");
    if (!all.length) all.push(part("looks-none").content.firstElementChild.cloneNode(true));
    if (all.length !== place.children.length || all.some((look, i) => look !== place.children[i])) place.replaceChildren(...all);
  };

  // What the policy says
  const asked = () => {
    if (!chosen().length || !(images().length || chosen().some((a) => textFor(a.dataset.account).trim()))) return "";
    const data = new FormData(form);
    for (const name of ["picture", "version", "apart", "do"]) data.delete(name);
    return new URLSearchParams(data).toString();
  };
  const may = speaks(asked, (read) => {
    for (const image of read) tellRead(image);
    policy.check();
    policy.tell();
  });
  const policy = says(box, form, { chosen, textFor, images, text }, may.of);

  // Everything that shows what is typed, in the order of its weight: the checker is asked at once, lengths are told with the next
  // frame, and previews follow between two keystrokes, or after a quarter of a second of fast ones.
  let frame = 0, later = 0, since = 0;
  const show = (soon) => {
    policy.check();
    may.changed(soon);
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      showAccounts();
      showCounts();
    });
    clearTimeout(later);
    since ||= performance.now();
    later = setTimeout(() => {
      since = 0;
      showLooks();
    }, performance.now() - since > 250 ? 0 : 80);
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
    show(false);
  });
  form.addEventListener("change", () => show(true));
  show(true);
});
