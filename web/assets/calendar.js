// The calendar: a card is dragged to another day, or onto an empty slot. What was approved asks before it moves; each card's
// own page has the same as a form.
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
    ask(card, day, clock);
  });

  const ask = (card, day, clock) => {
    const decided = "decided" in card.dataset;
    form.action = card.dataset.move;
    form.elements.day.value = day;
    form.elements.clock.value = clock;
    if (!decided) return form.submit();
    const { start, handle, from } = card.dataset;
    part("sure").textContent = part("sure").dataset.words.replace("{start}", start).replace("{account}", handle).replace("{from}", from);
    dialog.showModal();
  };
  dialog.querySelector("[data-shut]").addEventListener("click", () => dialog.close());
})();
