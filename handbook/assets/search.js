// Search in the handbook: words by their beginnings, with or without diacritics. Nothing leaves the page.
"use strict";
(() => {
  const box = document.getElementById("search");
  const query = document.getElementById("query");
  const count = document.getElementById("count");
  const results = document.getElementById("results");
  const most = 20;

  // Each letter folds to one, so that places in the folded text are places in the text.
  const fold = (s) => Array.from(s.normalize("NFC"), (c) => {
    const bare = c.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return bare.length === c.length ? bare : c;
  }).join("");
  const pages = handbookIndex.map((p) => ({
    ...p, x: p.x.normalize("NFC"), title: fold((p.n + " " + p.t).trim()), text: fold(p.x),
  }));
  const isLetter = (c) => c !== undefined && /[\p{L}\p{N}]/u.test(c);

  // at gives where a word that begins so stands, or -1.
  const at = (text, start) => {
    for (let i = text.indexOf(start); i >= 0; i = text.indexOf(start, i + 1)) {
      if (!isLetter(text[i - 1])) return i;
    }
    return -1;
  };

  // Endings change: a title counts in any form, and what finds nothing as it was typed is tried again without them.
  const stem = (w) => (w.length > 8 ? w.slice(0, -3) : w.length > 5 ? w.slice(0, -2) : w.length > 4 ? w.slice(0, -1) : w);

  const rank = (page, words) => {
    let score = 0;
    for (const w of words) {
      const inTitle = at(page.title, w) >= 0;
      if (!inTitle && at(page.text, w) < 0) return 0;
      score += inTitle ? 10 : at(page.title, stem(w)) >= 0 ? 5 : 1;
    }
    return score;
  };

  const find = (words) => pages
    .map((page, order) => ({ page, order, score: rank(page, words) }))
    .filter((r) => r.score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order);

  // marked adds a text to an element, with the words that were looked for marked.
  const marked = (into, text, words) => {
    const folded = fold(text);
    let done = 0;
    for (let i = 0; i < text.length; i++) {
      if (isLetter(folded[i - 1])) continue;
      const hit = words.filter((w) => folded.startsWith(w, i)).sort((a, b) => b.length - a.length)[0];
      if (!hit) continue;
      let end = i + hit.length;
      while (isLetter(text[end])) end++;
      into.append(text.slice(done, i));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(i, end);
      into.append(mark);
      done = i = end;
    }
    into.append(text.slice(done));
  };

  const snippet = (page, words) => {
    const places = words.map((w) => at(page.text, w)).filter((i) => i >= 0);
    const first = places.length ? Math.min(...places) : 0;
    let from = Math.max(0, first - 60);
    if (from > 0) from = page.x.indexOf(" ", from) + 1;
    let to = Math.min(page.x.length, first + 120);
    if (to < page.x.length) to = Math.max(page.x.lastIndexOf(" ", to), first + 1);
    return (from > 0 ? "… " : "") + page.x.slice(from, to) + (to < page.x.length ? " …" : "");
  };

  const item = (page, words) => {
    const link = document.createElement("a");
    link.href = page.u;
    const title = document.createElement("strong");
    marked(title, (page.n + " " + page.t).trim(), words);
    const text = document.createElement("span");
    marked(text, snippet(page, words), words);
    link.append(title, text);
    const li = document.createElement("li");
    li.append(link);
    return li;
  };

  const show = () => {
    let words = fold(query.value).split(/\s+/).map((w) => w.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")).filter(Boolean);
    results.replaceChildren();
    if (words.length === 0) {
      count.textContent = "";
      return;
    }
    let hits = find(words);
    if (hits.length === 0) {
      words = words.map(stem);
      hits = find(words);
    }
    count.textContent = hits.length ? box.dataset.found + " " + hits.length : box.dataset.none;
    results.append(...hits.slice(0, most).map((h) => item(h.page, words)));
  };

  // The arrows go through the results and back to the box; Escape empties it.
  const move = (event) => {
    const links = [query, ...results.querySelectorAll("a")];
    const here = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && here >= 0 && links[here + step]) {
      links[here + step].focus();
      event.preventDefault();
    } else if (event.key === "Escape") {
      query.value = "";
      show();
      query.focus();
    }
  };

  box.hidden = false;
  query.addEventListener("input", show);
  box.addEventListener("keydown", move);
  const arrive = () => {
    if (location.hash === "#query") query.focus();
  };
  window.addEventListener("hashchange", arrive);
  arrive();
  show();
})();
