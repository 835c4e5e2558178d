// Words that are marked in a text can be commented on; without this, a paragraph can.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const said = document.getElementById("comments");
  if (!said || !said.querySelector(".say-here")) return;
  const bytes = (s) => new TextEncoder().encode(s).length;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-sm btn-primary say-marked";
  button.textContent = said.dataset.comment;
  button.hidden = true;
  document.body.append(button);

  // marked gives the paragraph and the stretch of it that is marked, or nothing.
  const marked = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const paragraph = (range.startContainer.parentElement ?? range.startContainer).closest?.("[data-start]");
    if (!paragraph || !paragraph.contains(range.endContainer) || !said.contains(paragraph)) return null;
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = Number(paragraph.dataset.start) + bytes(before.toString());
    return { paragraph, range, words: range.toString(), start, end: start + bytes(range.toString()) };
  };

  let chosen = null;
  document.addEventListener("selectionchange", () => {
    const now = marked();
    if (!now || !now.words.trim()) {
      if (document.activeElement !== button) button.hidden = true;
      return;
    }
    chosen = now;
    const box = now.range.getBoundingClientRect();
    button.hidden = false;
    button.style.left = `${Math.max(8, Math.min(box.left + scrollX, scrollX + innerWidth - button.offsetWidth - 8))}px`;
    button.style.top = `${box.bottom + scrollY + 8}px`;
  });
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    button.hidden = true;
    const details = chosen?.paragraph.parentElement.querySelector(".say-here");
    if (!details) return;
    details.open = true;
    const form = details.querySelector("form");
    form.elements.start.value = chosen.start;
    form.elements.end.value = chosen.end;
    form.querySelector(".say-quote").hidden = false;
    form.querySelector("q").textContent = chosen.words;
    form.elements.text.focus();
  });
});
