// What the policy says of a post while it is typed: each text once for each network that it goes to, the words that were read in
// its pictures, and whether the writer may speak there.
"use strict";
// says watches a page. now gives what it says at the moment: chosen(), textFor(id), images(), and text, the field for all. may
// gives what the server said of who speaks, by account.
const says = (box, form, now, may) => {
  const say = box.dataset;
  const part = (id) => document.getElementById(id);
  const { chosen, textFor, images, text } = now;
  const under = form.querySelector(".under");
  const questions = () => {
    const pictures = images();
    const media = pictures.map((i) => ({ kind: "image", alt: i.alt, credit: i.credit }));
    const all = new Map();
    const ask = (words, network, a) => {
      const key = words + "\u0000" + network;
      if (!all.has(key)) all.set(key, { text: words, network, accounts: [], media });
      if (a) all.get(key).accounts.push({ id: a.dataset.account, handle: a.dataset.handle });
    };
    for (const a of chosen()) ask(textFor(a.dataset.account), a.dataset.network, a);
    if (!all.size) ask(text.value, "");
    const texts = [...all.values()].filter((q) => q.text.trim() || media.length);
    const networks = texts.length ? [...new Set(texts.map((q) => q.network))] : [];
    const read = networks.flatMap((network) => pictures.map((p, i) => ({ text: p.words, network, picture: i + 1, media: [] })).filter((q) => q.text.trim()));
    return [...texts, ...read];
  };
  let checker = null, latest = null;
  const check = () => {
    if (!checker) return;
    const all = questions();
    if (!all.length) {
      checker.forget();
      latest = null;
      tell();
      return;
    }
    const due = form.elements.when.value === "at" ? Date.parse(form.elements.day.value + "T" + (form.elements.clock.value || "12:00")) : NaN;
    const minute = Math.floor(Date.now() / 60000) * 60000; // so that what was checked a moment ago need not be checked again
    checker.ask({
      about: all, at: Math.max(minute, due || 0),
      posts: all.map((q) => ({ id: "draft", text: q.text, network: q.network, channel: "brand", lang: q.picture ? "" : form.elements.lang.value, media: q.media })),
    });
  };

  // Texts that are the same are told together, and what is said of each of their networks is said once, the strictest first.
  const rank = (f) => (f.waived ? 0 : findings.order.indexOf(f.verdict));
  const grouped = (about, verdicts) => {
    const groups = new Map();
    const add = (group, f) => {
      if (!group.found.some((o) => o.rule === f.rule && o.start === f.start && o.end === f.end && o.message === f.message)) group.found.push(f);
    };
    about.forEach((q, i) => {
      if (q.picture) return;
      const group = groups.get(q.text) ?? { text: q.text, networks: [], handles: [], found: [] };
      groups.set(q.text, group);
      group.networks.push(q.network);
      group.handles.push(...q.accounts.map((a) => a.handle));
      for (const f of findings.placed(q.text, verdicts[i].findings)) add(group, f);
      for (const a of q.accounts) for (const f of findings.placed("", may(a.id))) add(group, f);
    });
    about.forEach((q, i) => {
      if (!q.picture) return;
      const found = findings.placed(q.text, verdicts[i].findings.filter((f) => f.category !== "form"))
        .map((f) => ({ ...f, picture: q.picture, message: say.inPicture.replace("{number}", q.picture).replace("{message}", f.message) }));
      for (const group of groups.values()) if (group.networks.includes(q.network)) for (const f of found) add(group, f);
    });
    return [...groups.values()].map((group) => {
      group.found.sort((a, b) => rank(b) - rank(a));
      return { ...group, verdict: findings.order[Math.max(0, ...group.found.map(rank))] };
    });
  };
  const edit = (f, from, to, put) => {
    const field = [text, ...form.querySelectorAll(".own textarea")].find((t) => t.value === f.of);
    if (!field) return; // it says something else by now, and what is found in that is about to be told
    field.setRangeText(put, from, to, "end");
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  // What reads the same stays as it is – nothing is laid out again, and no screen reader begins anew –, and its findings learn
  // where they stand now.
  let shown = "", standing = [];
  const tell = () => {
    if (!checker) return; // then the page says how to have it checked
    const groups = latest ? grouped(latest.about, latest.verdicts) : [];
    const all = groups.flatMap((g) => g.found);
    const looks = JSON.stringify([groups.length, groups.map((g) => [g.handles, g.verdict, g.found.map((f) => [f.verdict, f.of.slice(f.from, f.to), f.message, f.suggestion, f.clause, f.waived])])]);
    if (looks === shown) all.forEach((f, i) => Object.assign(standing[i], f));
    else {
      shown = looks;
      standing = all;
      part("says").replaceChildren(...(groups.length ? groups.map((g) => section(g, groups.length > 1)) : [part("says-none").content.cloneNode(true)]));
    }
    underline(groups.find((g) => g.text === text.value));
  };
  const section = (group, several) => {
    const out = document.createElement("section");
    out.className = "checked";
    if (several) {
      const head = document.createElement("h3");
      head.textContent = say.for.replace("{accounts}", group.handles.join(", "));
      out.append(head);
    }
    out.append(findings.verdict(group.verdict));
    if (group.found.length) {
      const list = document.createElement("ol");
      list.className = "findings";
      list.append(...group.found.map((f) => findings.item(say, f, f.picture ? null : edit)));
      out.append(list);
    }
    return out;
  };
  let underlined = "";
  const underline = (group) => {
    const marks = (group?.found ?? []).filter((f) => !f.picture && !f.waived && f.to > f.from);
    const looks = marks.length ? JSON.stringify([group.text, marks.map((f) => [f.from, f.to, f.verdict])]) : "";
    if (looks === underlined) return;
    underlined = looks;
    under.replaceChildren(...(marks.length ? [findings.marked(group.text, marks), "\n"] : []));
    under.scrollTop = text.scrollTop;
  };

  const when = (state) => box.querySelectorAll("[data-when]").forEach((e) => { e.hidden = e.dataset.when !== state; });
  if (say.worker && window.Worker && window.DecompressionStream) {
    when("loading");
    checker = findings.checker(say, {
      ready: () => { when("ready"); check(); },
      told: (said) => {
        latest = said;
        tell();
        box.dispatchEvent(new CustomEvent("told"));
      },
      failed: () => { when(""); checker = null; },
    });
  }
  text.addEventListener("scroll", () => { under.scrollTop = text.scrollTop; });
  return { check, tell };
};
