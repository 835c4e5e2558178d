// What makes the studio nicer; each page works without.
"use strict";
(() => {
  // A message about a line leads to the line.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-line]");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    const lines = field.value.split("\n");
    const line = Math.min(Number(link.dataset.line), lines.length);
    const start = lines.slice(0, line - 1).reduce((sum, l) => sum + l.length + 1, 0);
    field.focus();
    field.setSelectionRange(start, start + lines[line - 1].length);
    const height = parseFloat(getComputedStyle(field).lineHeight);
    field.scrollTop = Math.max(0, (line - 4) * height);
  });

  // Ctrl+S or ⌘S saves what is being edited.
  document.addEventListener("keydown", (event) => {
    const form = document.getElementById("edit");
    const save = form?.querySelector(".save-bar button");
    if (!save || event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit(save);
  });
})();
