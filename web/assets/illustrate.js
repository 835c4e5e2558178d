// Pictures of a post: sent when they are chosen, so that they are cleaned and read before anybody presses a button.
"use strict";
// illustrate gives add(image), which shows a picture that is kept, and tell(image), which shows the words that were read in it;
// changed is called when the pictures are others.
const illustrate = (say, changed) => {
  const part = (id) => document.getElementById(id);
  const add = (image) => {
    const e = part("image").content.firstElementChild.cloneNode(true);
    e.dataset.image = image.digest;
    e.querySelector("input[name=image]").value = image.digest;
    e.querySelector("img").src = "/pictures/" + image.digest;
    for (const [field, value] of [["alt", image.alt], ["credit", image.credit]]) {
      const input = e.querySelector(`[data-${field}]`);
      input.id = input.name = field + "-" + image.digest;
      input.value = value ?? "";
      input.closest(".field").querySelector("label").htmlFor = input.id;
    }
    e.querySelector("[data-remove]").hidden = false;
    part("images").append(e);
    tell(image);
  };
  const tell = ({ digest, words }) => {
    const e = part("images").querySelector(`[data-image="${CSS.escape(digest)}"]`);
    if (!e || !words) return;
    e.querySelector("[data-is=words]").textContent = words;
    e.querySelector(".image-read").hidden = false;
  };
  const file = part("f-picture");
  file.addEventListener("change", async () => {
    const state = part("picture-state");
    const wrong = [];
    state.className = "";
    state.replaceChildren(part("reading").content.cloneNode(true));
    for (const one of file.files) {
      if (one.size > Number(say.maxFile)) {
        wrong.push(say.large.replace("{file}", one.name));
        continue;
      }
      const body = new FormData();
      body.append("picture", one);
      try {
        const answer = await fetch("/pictures", { method: "POST", body, redirect: "manual" });
        const said = await answer.json();
        if (said.error) wrong.push(`${one.name}: ${said.error}`);
        for (const image of said.images ?? []) add(image);
      } catch {
        wrong.push(`${one.name}: ${say.failed}`);
      }
    }
    file.value = "";
    state.className = wrong.length ? "wrong" : "";
    state.textContent = wrong.join(" ");
    changed();
  });
  return { add, tell };
};
