// The calendar: a card is dragged to another day, or onto an empty slot, and what was approved asks before it moves. Without a
// mouse, the button on each card asks for day and hour; it leads to a page with the same form where there is no script.
"use strict";
(() => {
  const calendar = document.querySelector(".calendar");
  const dialog = document.getElementById("move");
  const form = dialog.querySelector("form");
  const part = (name) => dialog.querySelector(`[data-is=${name}]`);
  let lifted = null;

  const place = (event) => event.target.closest(".slot, .calendar-day");
  const unmark = () => calendar.querySelectorAll(".over").forEach((e) => e.classList.remove("over"));

  calendar.addEventListener("dragstart", (event) => {
    lifted = event.target.closest("[data-move]");
    if (!lifted) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", lifted.dataset.start);
    lifted.classList.add("lifted");
  });
  calendar.addEventListener("dragend", () => {
    lifted?.classList.remove("lifted");
    lifted = null;
    unmark();
  });
  calendar.addEventListener("dragover", (event) => {
    const over = place(event);
    if (!lifted || !over) return;
    event.preventDefault();
    if (over.classList.contains("over")) return;
    unmark();
    over.classList.add("over");
  });
  calendar.addEventListener("drop", (event) => {
    const over = place(event);
    if (!lifted || !over) return;
    event.preventDefault();
    const card = lifted;
    const day = over.closest("[data-day]").dataset.day;
    const clock = over.dataset.clock ?? card.dataset.clock;
    if (day === card.closest("[data-day]").dataset.day && clock === card.dataset.clock) return;
    fill(card, day, clock);
    if ("decided" in card.dataset) dialog.showModal();
    else form.submit();
  });
  calendar.addEventListener("click", (event) => {
    const move = event.target.closest(".item-move");
    if (!move || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const card = move.closest("[data-move]");
    fill(card, card.closest("[data-day]").dataset.day, card.dataset.clock);
    dialog.showModal();
  });

  const fill = (card, day, clock) => {
    form.action = card.dataset.move;
    form.elements.day.value = day;
    form.elements.clock.value = clock;
    const { start, handle, from } = card.dataset, sure = part("sure").dataset;
    part("sure").textContent = (handle ? sure.words : sure.alone).replace("{start}", start).replace("{account}", handle).replace("{from}", from);
    part("decided").hidden = !("decided" in card.dataset);
  };
  dialog.querySelector("[data-shut]").addEventListener("click", () => dialog.close());
})();
