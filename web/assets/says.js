// What the policy says of a post's texts while they are typed: each text once for each network that it goes to.
"use strict";
// says watches a page. now gives what it says at the moment: chosen(), textFor(id), images(), and text, the field for all.
const says = (box, form, now) => {
  const say = box.dataset;
  const part = (id) => document.getElementById(id);
  const { chosen, textFor, images, text } = now;
  const under = form.querySelector(".under");
  const questions = () => {
    const media = images().map((i) => ({ kind: "image", alt: i.alt, credit: i.credit }));
    const all = new Map();
    const ask = (words, network, handle) => {
      const key = words + "\u0000" + network;
      if (!all.has(key)) all.set(key, { text: words, network, handles: [], media });
      if (handle) all.get(key).handles.push(handle);
    };
    for (const a of chosen()) ask(textFor(a.dataset.account), a.dataset.network, a.dataset.handle);
    if (!all.size) ask(text.value, "", "");
    return [...all.values()].filter((q) => q.text.trim() || media.length);
  };
  let checker = null;
  const check = () => {
    if (!checker) return;
    const all = questions();
    if (!all.length) {
      checker.forget();
      under.replaceChildren();
      part("says").replaceChildren(part("says-none").content.cloneNode(true));
      return;
    }
    const due = form.elements.when.value === "at" ? Date.parse(form.elements.day.value + "T" + (form.elements.clock.value || "12:00")) : NaN;
    checker.ask({
      about: all, at: Math.max(Date.now(), due || 0),
      posts: all.map((q) => ({ id: "draft", text: q.text, network: q.network, channel: "brand", lang: form.elements.lang.value, media: q.media })),
    });
  };
  // Texts that are the same are told together, and what is said of each of their networks is said once.
  const grouped = (about, verdicts) => {
    const groups = new Map();
    about.forEach((q, i) => {
      const group = groups.get(q.text) ?? { text: q.text, handles: [], verdict: "allow", found: [] };
      group.handles.push(...q.handles);
      if (findings.order.indexOf(verdicts[i].verdict) > findings.order.indexOf(group.verdict)) group.verdict = verdicts[i].verdict;
      for (const f of verdicts[i].findings) {
        if (!group.found.some((o) => o.rule === f.rule && o.start === f.start && o.end === f.end && o.message === f.message)) group.found.push(f);
      }
      groups.set(q.text, group);
    });
    return [...groups.values()];
  };
  const editorOf = (words) => {
    const field = text.value === words ? text : [...form.querySelectorAll(".own textarea")].find((t) => t.value === words);
    return field && ((from, to, put) => {
      field.setRangeText(put, from, to, "end");
      field.focus();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  };
  const tell = ({ about, verdicts }) => {
    const groups = grouped(about, verdicts);
    const out = document.createDocumentFragment();
    for (const group of groups) {
      const found = findings.placed(group.text, group.found);
      const section = document.createElement("section");
      section.className = "checked";
      if (groups.length > 1) {
        const head = document.createElement("h3");
        head.textContent = say.for.replace("{accounts}", group.handles.join(", "));
        section.append(head);
      }
      section.append(findings.verdict(group.verdict));
      if (found.length) {
        const list = document.createElement("ol");
        list.className = "findings";
        list.append(...found.map((f) => findings.item(say, group.text, f, editorOf(group.text))));
        section.append(list);
      }
      out.append(section);
      if (group.text === text.value) under.replaceChildren(findings.marked(group.text, found), "\n");
    }
    if (!groups.some((g) => g.text === text.value)) under.replaceChildren();
    part("says").replaceChildren(out);
    box.dispatchEvent(new CustomEvent("told"));
  };
  const when = (state) => box.querySelectorAll("[data-when]").forEach((e) => { e.hidden = e.dataset.when !== state; });
  if (say.worker && window.Worker && window.DecompressionStream) {
    when("loading");
    checker = findings.checker(say, { ready: () => { when("ready"); check(); }, told: tell, failed: () => { when(""); checker = null; } });
  }
  text.addEventListener("scroll", () => { under.scrollTop = text.scrollTop; });
  return check;
};
