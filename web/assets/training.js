// A button to print, and keys for the quiz: 1, 2, 3 choose an answer, Enter goes on.
"use strict";
(() => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  document.querySelector("[data-go]")?.focus();
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const choice = document.querySelectorAll(".choices input")[Number(event.key) - 1];
    if (choice) {
      choice.checked = true;
      choice.focus();
    }
  });
})();
