// Keeps what is typed: on the server a moment after the writer pauses, and on this device until the server has it.
"use strict";
const keep = (form, say, { note, saved, clash, told, current }) => {
  const pause = 1500, again = 10000;
  const nameOf = (id) => "post:" + id;
  const words = () => {
    const data = new FormData(form);
    for (const name of ["picture", "version", "apart", "do"]) data.delete(name);
    return new URLSearchParams(data).toString();
  };
  let id = say.post, known = words(), timer = 0, noting = 0, busy = false, dirty = false, stopped = false, apart = Boolean(form.elements.apart), after = null, quiet = ["", ""];
  const version = form.elements.version;

  const device = {
    put: () => {
      try {
        localStorage.setItem(nameOf(id), JSON.stringify({ form: words(), version: version.value, at: Date.now() }));
      } catch { /* a full or forbidden store leaves the server */ }
    },
    get: (of) => {
      try {
        return JSON.parse(localStorage.getItem(nameOf(of)));
      } catch {
        return null;
      }
    },
    drop: (of) => {
      try {
        localStorage.removeItem(nameOf(of));
      } catch { /* nothing was kept */ }
    },
  };

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };
  const save = async () => {
    if (busy || stopped) return;
    const sent = words();
    if (sent === known) {
      dirty = false;
      return;
    }
    const body = new URLSearchParams(sent);
    body.set("version", version.value);
    if (apart) body.set("apart", "1");
    busy = true;
    saved("saving", say.saving);
    let answer;
    try {
      answer = await fetch(`/posts/${id}/autosave`, { method: "POST", body, redirect: "manual", headers: { Accept: "application/json" } });
    } catch {
      busy = false;
      saved("waiting", say.notSaved);
      note("offline");
      later(again);
      return;
    }
    busy = false;
    if (answer.type === "opaqueredirect") {
      saved("waiting", say.notSaved);
      note("signed-out");
      later(again);
      return;
    }
    const said = await answer.json().catch(() => ({ error: say.notSaved }));
    if (answer.ok) took(said, sent);
    else if (answer.status === 409 && said.theirs) {
      stopped = true;
      saved("waiting", say.notSaved);
      clash(said);
    } else {
      saved("refused", said.error);
      if (answer.status >= 500 || answer.status === 429) later(again);
    }
  };
  const took = (said, sent) => {
    note("");
    device.drop(id);
    const begun = id === "new";
    id = said.id;
    version.value = said.version;
    known = sent;
    dirty = apart = false;
    if (after) {
      after();
      return;
    }
    if (begun) {
      history.replaceState(null, "", "/posts/" + id);
      form.action = "/posts/" + id;
    }
    document.querySelectorAll("[data-version]").forEach((e) => { e.value = said.version; });
    quiet = ["saved", say.savedAt.replace("{time}", said.saved)];
    saved(...quiet);
    told(said);
    if (words() !== known) changed();
  };
  const changed = () => {
    clearTimeout(noting);
    noting = 0;
    if (words() === known) {
      if (!busy) {
        dirty = false;
        saved(...quiet); // what was typed was taken back
      }
      return;
    }
    doubt();
    device.put();
    later(pause);
  };
  const doubt = () => {
    if (!dirty) saved("waiting", say.notSaved);
    dirty = true;
  };
  // Keystrokes are noted a moment later, many at once; at the latest when the page goes.
  const noteNow = () => { if (noting) changed(); };

  form.addEventListener("input", () => {
    doubt();
    noting ||= setTimeout(changed, 150);
  });
  window.addEventListener("pagehide", noteNow);
  form.addEventListener("submit", () => {
    noteNow();
    stopped = true;
    clearTimeout(timer);
  });
  window.addEventListener("online", () => later(0));
  document.addEventListener("visibilitychange", () => {
    noteNow();
    if (document.visibilityState === "hidden" && dirty) later(0);
  });

  // A copy that the server never got is shown again, unless somebody saved meanwhile: then it is a clash like any other.
  const found = device.get(id);
  if (found && found.form !== known && Date.now() - found.at < 30 * 24 * 3600e3) {
    current.fill(new URLSearchParams(found.form));
    if (id !== "new") version.value = found.version;
    dirty = true;
    note("found", () => {
      device.drop(id);
      location.reload();
    });
    later(0);
  } else device.drop(id);

  // Whichever text is chosen, the other one stays in the history: mine is saved over theirs, and theirs brought back if wanted.
  const mine = (said) => {
    version.value = said.version;
    stopped = false;
    apart = true;
    known = "";
    note("");
    save();
  };
  const theirs = (said) => {
    after = async () => {
      await fetch(`/posts/${id}/history`, { method: "POST", body: new URLSearchParams({ revision: said.revision }), redirect: "manual" });
      location.reload();
    };
    mine(said);
  };
  return { mine, theirs };
};
