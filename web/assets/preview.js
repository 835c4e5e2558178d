// How a text counts and looks on a network: the same rules as package network and web/compose_preview.go.
"use strict";
const preview = (() => {
  let segmenter = null;
  const graphemes = (s) => {
    if (!/[^\x20-\x7e]/.test(s)) return s.length;
    segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" });
    let n = 0;
    for (const _ of segmenter.segment(s)) n++;
    return n;
  };

  // Mastodon counts a link as 23 and a mention without its server.
  const link = /(?<![A-Za-z0-9_])https?:\/\/[^ \t\n\f\r<>"]+/giu;
  const mention = /(^|[^A-Za-z0-9_/@])(@[\p{L}\p{N}_]+(?:[.-]+[\p{L}\p{N}_]+)*)@[\p{L}\p{N}]+(?:[.-]+[\p{L}\p{N}]+)*(?::\d+)?/gu;
  const withoutEnd = (found) => {
    for (;;) {
      let cut = found.replace(/[.,;:!?'”“„’…*_~`]+$/u, "");
      if (cut.endsWith(")") && cut.split(")").length > cut.split("(").length) cut = cut.slice(0, -1);
      if (cut === found) return found;
      found = cut;
    }
  };
  const isLink = (s) => {
    try {
      return new URL(s).hostname.includes(".");
    } catch {
      return false;
    }
  };
  const mastodon = (text) => {
    let links = 0;
    const rest = text.replace(link, (found) => {
      const cut = withoutEnd(found);
      if (!isLink(cut)) return found;
      links++;
      return found.slice(cut.length);
    });
    return links * 23 + graphemes(rest.replace(mention, "$1$2"));
  };
  // What was counted last is asked again: beside the text, and under its preview.
  const counted = new Map();
  const count = (network, text) => {
    const key = network + " " + text;
    if (!counted.has(key)) {
      if (counted.size > 50) counted.clear();
      counted.set(key, network === "bluesky" ? graphemes(text) : mastodon(text));
    }
    return counted.get(key);
  };

  // A line with nothing but --- begins the next post.
  const thread = (text) => {
    const parts = text.split(/^[^\S\n]*---[^\S\n]*(?:\n|$)/mu).map((part) => part.trim()).filter(Boolean);
    return parts.length ? parts : [""];
  };

  const marks = /(https?:\/\/[^ \t\n\f\r<>"]+)|(^|[^\p{L}\p{N}_/@.])(@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}.-]*[\p{L}\p{N}])?)|(^|[^\p{L}\p{N}_/#&])([#＃][\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*)/giu;
  const shownLink = (network, found) => {
    if (network === "bluesky") return found;
    const bare = [...found.replace(/^https?:\/\/(?:www\.)?/i, "")];
    return bare.length > 30 ? bare.slice(0, 30).join("") + "…" : bare.join("");
  };
  // pieces gives [text, whether it is marked] in turn.
  const pieces = (network, text) => {
    const all = [];
    let from = 0;
    for (const found of text.matchAll(marks)) {
      const [whole, url, beforeMention, who, beforeTag, tag] = found;
      if (url) {
        const cut = url.replace(/[.,;:!?…'"“”„’»)]+$/u, "");
        all.push([text.slice(from, found.index), false], [shownLink(network, cut), true]);
        from = found.index + cut.length;
        continue;
      }
      const before = who ? beforeMention : beforeTag;
      all.push([text.slice(from, found.index + before.length), false]);
      all.push([tag || (network === "bluesky" ? who : "@" + who.slice(1).split("@")[0]), true]);
      from = found.index + whole.length;
    }
    all.push([text.slice(from), false]);
    return all.filter(([words]) => words);
  };

  const make = (name, className, ...children) => {
    const e = document.createElement(name);
    if (className) e.className = className;
    e.append(...children);
    return e;
  };
  const textOf = (network, text) => make("p", "net-text", ...pieces(network, text).map(([words, marked]) => (marked ? make("b", "net-mark", words) : words)));
  const imagesOf = (images, say) => make("div", "net-images", ...images.map((image) => {
    const picture = make("img");
    picture.src = "/pictures/" + image.digest;
    picture.alt = image.alt;
    return make("span", "net-image", picture, make("small", image.alt ? "net-alt" : "net-alt missing", image.alt ? say.alt : say.noAlt));
  }));

  // show gives a thread as an account's network shows it. to is the data-… of the account, say that of the page.
  const show = (to, text, images, say) => make("div", "net net-" + to.network, ...thread(text).map((part, i, all) => {
    const face = make("span", "net-face", to.initials);
    face.setAttribute("aria-hidden", "true");
    const who = make("p", "net-who", make("strong", "", to.name), " ", make("span", "", to.handle));
    if (all.length > 1) who.append(" ", make("small", "net-part", say.partOf.replace("{number}", i + 1).replace("{of}", all.length)));
    const size = count(to.network, part), limit = Number(to.limit);
    const body = make("div", "net-body", who, textOf(to.network, part));
    if (images.length && i === 0) body.append(imagesOf(images, say));
    body.append(make("p", limit && size > limit ? "net-count over" : "net-count", limit ? `${size} / ${limit}` : String(size)));
    return make("article", all.length > 1 ? "net-post in-thread" : "net-post", face, body);
  }));
  return { count, thread, pieces, show };
})();
