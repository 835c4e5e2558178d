// Findings as pages show them, and the worker that finds them. Whoever uses this decides what is checked.
"use strict";
const findings = (() => {
  const part = (id) => document.getElementById(id);
  const order = ["allow", "advise", "review", "block"];

  // checker starts the worker. say is the data-… of the page; told gets each verdict that is still wanted, ready is called
  // once, failed where there will be none. What is asked while the worker is busy replaces what waited.
  const checker = (say, { ready, told, failed }) => {
    const worker = new Worker(say.worker);
    let open = false, busy = false, waiting = null, turn = 0;
    const next = () => {
      if (!open || busy || !waiting) return;
      busy = true;
      worker.postMessage({ turn, ...waiting, language: document.documentElement.lang });
      waiting = null;
    };
    worker.onerror = () => failed();
    worker.onmessage = ({ data }) => {
      if (data.failed) {
        worker.terminate();
        failed();
      } else if (data.ready) {
        open = true;
        ready();
        next();
      } else {
        busy = false;
        if (data.turn === turn) told(data);
        next();
      }
    };
    worker.postMessage({ load: { runtime: say.runtime, checker: say.checker, policy: say.policy } });
    return {
      ask: (question) => {
        turn++;
        waiting = question;
        next();
      },
      forget: () => {
        turn++;
        waiting = null;
      },
    };
  };

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
  const placed = (s, found) => {
    const at = places(s);
    return found.map((f) => ({ ...f, of: s, from: at(f.start), to: at(f.end) }));
  };

  // marked gives a text with what was found in it marked; where several stand on the same words, the strictest colours them.
  const marked = (s, found) => {
    const colours = new Uint8Array(s.length);
    for (const f of found) {
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
    [/^(?:Write|Rašykite) [“„]([^“”„…]+)[”“]/, (text, f, words) => f.to > f.from && [f.from, f.to, words]],
    [/^(?:Begin with|Pradėkite žodžiu) (#[\p{L}\d]+)/u, (text, f, words) => [0, 0, words + " "]],
    [/^(?:Add|Pridėkite): [“„]([^“”„…]+)[”“]/, (text, f, words) => [text.length, text.length, " " + words]],
  ];
  const remedy = (say, f) => {
    const text = f.of;
    for (const [pattern, how] of remedies) {
      const match = pattern.exec(f.suggestion);
      const change = match && how(text, f, match[1]);
      if (change) return { label: say.put.replace("{words}", match[1]), change };
    }
    if (f.to > f.from && /^(confidential|pii|secret|abuse)\./.test(f.category)) {
      let to = f.to;
      if (/\s/.test(text[to] ?? "") && (f.from === 0 || /\s/.test(text[f.from - 1]))) to++;
      return { label: say.takeOut, change: [f.from, to, ""] };
    }
    return null;
  };
  const button = (label, act) => {
    const b = document.createElement("button");
    b.type = "button";
    b.className = "btn btn-sm";
    b.textContent = label;
    b.addEventListener("click", act);
    return b;
  };

  // item shows one finding; edit(f, from, to, words) mends it where it stands when the button is pressed.
  const item = (say, f, edit) => {
    const li = part("finding").content.firstElementChild.cloneNode(true);
    li.className = "finding finding-" + f.verdict;
    const put = (name, words) => {
      const place = li.querySelector(`[data-is=${name}]`);
      if (words) place.textContent = words;
      else place.remove();
    };
    put("words", f.of.slice(f.from, f.to));
    put("message", f.message);
    put("suggestion", f.suggestion);
    const clause = [...part("clauses").content.children].find((c) => c.dataset.id === f.clause)?.dataset;
    const link = li.querySelector("[data-is=clause]");
    if (clause) {
      link.href = "/handbook/" + encodeURIComponent(f.clause);
      link.textContent = clause.number + " " + clause.title;
      put("owner", f.verdict === "review" || f.verdict === "block" ? clause.owner && say.owner.replace("{team}", clause.owner) : "");
    } else {
      link.remove();
      put("owner", "");
    }
    if (!f.waived) li.querySelector("[data-is=waived]").remove();
    const mend = edit && remedy(say, f);
    if (mend) li.querySelector(".finding-acts").prepend(button(mend.label, () => edit(f, ...remedy(say, f).change)));
    return li;
  };
  const verdict = (name) => part("verdict-" + name).content.cloneNode(true);
  return { checker, placed, marked, item, verdict, order };
})();
