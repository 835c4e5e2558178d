// “May I post this?” in the browser: what is typed goes to the worker on this device, and nowhere else.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const box = document.getElementById("checking");
  const form = document.getElementById("draft");
  if (!box || !box.dataset.worker || !window.Worker || !window.DecompressionStream) return;
  const part = (id) => document.getElementById(id);
  const say = box.dataset;
  const text = part("f-text");
  const clauses = Object.fromEntries([...part("clauses").content.children].map((c) => [c.dataset.id, c.dataset]));

  // From now on there is no form, so nothing that is typed can be sent. It comes back if the checker cannot be started.
  const desk = document.createElement("div");
  desk.id = "draft";
  desk.append(...form.childNodes);
  form.replaceWith(desk);
  const show = (state) => box.querySelectorAll("[data-when]").forEach((e) => { e.hidden = e.dataset.when !== state; });
  const giveUp = () => {
    form.append(...desk.childNodes);
    desk.replaceWith(form);
    show("failed");
    part("result").hidden = false;
  };
  show("loading");
  part("result").replaceChildren();

  const worker = new Worker(say.worker);
  let ready = false, turn = 0, waiting = 0, busy = false, asked = false;
  worker.onerror = giveUp;
  worker.onmessage = ({ data }) => {
    if (data.failed) {
      worker.terminate();
      giveUp();
    } else if (data.ready) {
      ready = true;
      show("ready");
      check();
    } else {
      busy = false;
      if (asked) check();
      else if (data.turn === turn) tell(data.verdict);
    }
  };
  worker.postMessage({ load: { runtime: say.runtime, checker: say.checker, policy: say.policy } });

  const post = () => ({
    id: "draft", text: text.value, network: part("f-network").value,
    channel: desk.querySelector("input[name=channel]:checked").value,
  });
  const check = () => {
    if (!ready) return;
    if (text.value.trim() === "") {
      turn++;
      part("result").replaceChildren();
      return;
    }
    if (busy) {
      asked = true;
      return;
    }
    asked = false;
    busy = true;
    worker.postMessage({ turn: ++turn, post: post(), language: document.documentElement.lang });
  };
  desk.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, 100);
  });

  // Places are bytes of UTF-8; a script counts in units of UTF-16.
  const places = (s) => {
    const at = [0];
    let bytes = 0, units = 0;
    for (const c of s) {
      const code = c.codePointAt(0);
      bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      units += c.length;
      at[bytes] = units;
    }
    return (byte) => at[byte] ?? s.length;
  };

  const order = ["allow", "advise", "review", "block"];
  const marked = (s, findings) => {
    const colours = new Uint8Array(s.length);
    for (const f of findings) {
      if (f.waived) continue;
      for (let i = f.from; i < f.to; i++) colours[i] = Math.max(colours[i], order.indexOf(f.verdict));
    }
    const out = document.createDocumentFragment();
    for (let from = 0, to; from < s.length; from = to) {
      for (to = from + 1; to < s.length && colours[to] === colours[from];) to++;
      const words = s.slice(from, to);
      if (!colours[from]) {
        out.append(words);
        continue;
      }
      const mark = document.createElement("mark");
      mark.className = "found-" + order[colours[from]];
      mark.textContent = words;
      out.append(mark);
    }
    return out;
  };

  // What a suggestion says word for word can be done at a click.
  const remedies = [
    [/^(?:Write|Rašykite) [“„]([^“”„…]+)[”“]/, (f, words) => f.to > f.from && [f.from, f.to, words]],
    [/^(?:Begin with|Pradėkite žodžiu) (#[\p{L}\d]+)/u, (f, words) => [0, 0, words + " "]],
    [/^(?:Add|Pridėkite): [“„]([^“”„…]+)[”“]/, (f, words) => [text.value.length, text.value.length, " " + words]],
  ];
  const edit = (from, to, words) => {
    text.setRangeText(words, from, to, "end");
    text.focus();
    check();
  };
  const button = (label, act) => {
    const b = document.createElement("button");
    b.type = "button";
    b.className = "btn btn-sm";
    b.textContent = label;
    b.addEventListener("click", act);
    return b;
  };
  const offer = (f) => {
    for (const [pattern, how] of remedies) {
      const match = pattern.exec(f.suggestion);
      const change = match && how(f, match[1]);
      if (change) return button(say.put.replace("{words}", match[1]), () => edit(...change));
    }
    if (f.to > f.from && /^(confidential|pii|secret|abuse)\./.test(f.category)) {
      let to = f.to;
      if (/\s/.test(text.value[to] ?? "") && (f.from === 0 || /\s/.test(text.value[f.from - 1]))) to++;
      return button(say.takeOut, () => edit(f.from, to, ""));
    }
    return null;
  };

  const finding = (f) => {
    const li = part("finding").content.firstElementChild.cloneNode(true);
    li.className = "finding finding-" + f.verdict;
    const put = (name, words) => {
      const place = li.querySelector(`[data-is=${name}]`);
      if (words) place.textContent = words;
      else place.remove();
    };
    put("words", f.to > f.from ? text.value.slice(f.from, f.to) : "");
    put("message", f.message);
    put("suggestion", f.suggestion);
    const clause = clauses[f.clause], link = li.querySelector("[data-is=clause]");
    if (clause) {
      link.href = "/handbook/" + encodeURIComponent(f.clause);
      link.textContent = clause.number + " " + clause.title;
      put("owner", f.verdict === "review" || f.verdict === "block" ? clause.owner && say.owner.replace("{team}", clause.owner) : "");
    } else {
      link.remove();
      put("owner", "");
    }
    if (!f.waived) li.querySelector("[data-is=waived]").remove();
    const act = offer(f);
    if (act) li.querySelector(".finding-acts").prepend(act);
    return li;
  };

  const tell = (verdict) => {
    const at = places(text.value);
    const findings = verdict.findings.map((f) => ({ ...f, from: at(f.start), to: at(f.end) }));
    const result = part("verdict-" + verdict.verdict).content.cloneNode(true);
    const out = document.createDocumentFragment();
    out.append(result);
    if (findings.some((f) => f.to > f.from)) {
      const block = part("marked").content.cloneNode(true);
      block.querySelector(".marked").append(marked(text.value, findings));
      out.append(block);
    }
    if (findings.length) {
      const list = document.createElement("ol");
      list.className = "findings";
      list.append(...findings.map(finding));
      out.append(list);
    }
    part("result").replaceChildren(out);
  };
});
