// “May I post this?” in the browser: what is typed goes to the worker on this device, and nowhere else.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const box = document.getElementById("checking");
  const form = document.getElementById("draft");
  if (!box || !box.dataset.worker || !window.Worker || !window.DecompressionStream) return;
  const part = (id) => document.getElementById(id);
  const text = part("f-text");

  // From now on there is no form, so nothing that is typed can be sent. It comes back if the checker cannot be started.
  const desk = document.createElement("div");
  desk.id = "draft";
  desk.append(...form.childNodes);
  form.replaceWith(desk);
  const show = (state) => box.querySelectorAll("[data-when]").forEach((e) => { e.hidden = e.dataset.when !== state; });
  show("loading");
  part("result").replaceChildren();

  const checker = findings.checker(box.dataset, {
    ready: () => {
      show("ready");
      check();
    },
    told: ({ verdict }) => tell(verdict),
    failed: () => {
      form.append(...desk.childNodes);
      desk.replaceWith(form);
      show("failed");
      part("result").hidden = false;
    },
  });
  const check = () => {
    if (text.value.trim() === "") {
      checker.forget();
      part("result").replaceChildren();
      return;
    }
    checker.ask({ post: {
      id: "draft", text: text.value, network: part("f-network").value,
      channel: desk.querySelector("input[name=channel]:checked").value,
    } });
  };
  let waiting = 0;
  desk.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, 100);
  });
  const edit = (_, from, to, words) => {
    text.setRangeText(words, from, to, "end");
    text.focus();
    check();
  };

  const tell = (verdict) => {
    const found = findings.placed(text.value, verdict.findings);
    const out = document.createDocumentFragment();
    out.append(findings.verdict(verdict.verdict));
    if (found.some((f) => f.to > f.from)) {
      const block = part("marked").content.cloneNode(true);
      block.querySelector(".marked").append(findings.marked(text.value, found));
      out.append(block);
    }
    if (found.length) {
      const list = document.createElement("ol");
      list.className = "findings";
      list.append(...found.map((f) => findings.item(box.dataset, f, edit)));
      out.append(list);
    }
    part("result").replaceChildren(out);
  };
});
