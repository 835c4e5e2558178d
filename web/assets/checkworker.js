// Checks drafts beside the page, so that the page never waits. It may connect to nothing: its security policy says
// connect-src 'none', and all that it needs comes as scripts, once, before the first draft.
"use strict";
const start = async ({ runtime, checker, policy }) => {
  importScripts(runtime, checker, policy);
  const packed = Uint8Array.from(atob(self.rostrumChecker), (c) => c.charCodeAt(0));
  const build = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  const go = new Go();
  const { instance } = await WebAssembly.instantiate(build, go.importObject);
  go.run(instance);
  const wrong = rostrumOpen(self.rostrumPolicy);
  if (wrong) throw new Error(wrong);
  self.rostrumChecker = self.rostrumPolicy = undefined;
};

let kept = new Map();
self.onmessage = async ({ data }) => {
  if (data.load) {
    try {
      await start(data.load);
      postMessage({ ready: true });
    } catch (error) {
      postMessage({ failed: String(error) });
    }
    return;
  }
  // What was asked the last time as well – another account's text, the words in a picture – is not checked again.
  const fresh = new Map();
  const check = (post) => {
    const asked = JSON.stringify(post), key = [data.language, data.at, asked].join(" ");
    const verdict = kept.get(key) ?? fresh.get(key) ?? JSON.parse(rostrumCheck(asked, data.language, data.at));
    fresh.set(key, verdict);
    return verdict;
  };
  if (data.posts) postMessage({ turn: data.turn, about: data.about, verdicts: data.posts.map(check) });
  else postMessage({ turn: data.turn, verdict: check(data.post) });
  kept = fresh;
};
