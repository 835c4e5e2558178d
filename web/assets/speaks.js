// Whether the writer may say this there. Who may speak stays on the server, which is asked once the writer pauses; everything else
// is found in the browser.
"use strict";
// speaks asks about what words() gives, the form as it stands, or nothing where there is nothing to ask. told is called when the
// answer is another: with what was read in the pictures, which the page may not know.
const speaks = (words, told) => {
  const pause = 400, apart = 1200; // milliseconds; saving goes on beside it, within what the server takes from one person
  let asked = "", known = {}, timer = 0, last = 0, under = null;
  const take = (said) => {
    const before = JSON.stringify(known);
    known = said.speaks ?? {};
    if (JSON.stringify(known) !== before || said.images) told(said.images ?? []);
  };
  const ask = async () => {
    const now = words();
    if (now === asked) return;
    under?.abort();
    asked = now;
    if (!now) {
      take({});
      return;
    }
    last = Date.now();
    under = new AbortController();
    try {
      const answer = await fetch("/posts/speaks", { method: "POST", body: new URLSearchParams(now), redirect: "manual", headers: { Accept: "application/json" }, signal: under.signal });
      take(answer.ok ? await answer.json() : {});
    } catch (wrong) {
      if (wrong.name === "AbortError") return;
      asked = ""; // the server is away: asked again when something changes
      take({});
    }
  };
  return {
    changed: (soon) => {
      clearTimeout(timer);
      timer = setTimeout(ask, Math.max(soon ? 0 : pause, last + apart - Date.now()));
    },
    of: (account) => known[account] ?? [],
  };
};
