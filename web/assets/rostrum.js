// What makes the pages nicer; each of them works without.
"use strict";
(() => {
  const root = document.documentElement;

  // Theme: at once and without a new page. The server reads the same cookie.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=theme]");
    if (!button) return;
    event.preventDefault();
    root.dataset.bsTheme = button.value;
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `theme=${button.value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
    document.querySelector(button.value === "dark" ? ".to-light" : ".to-dark")?.focus();
  });

  // Menus: one open at a time; Escape, a click elsewhere and data-close shut them.
  const openMenus = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("click", (event) => {
    const inside = event.target.closest("details.menu");
    const shut = event.target.closest("[data-close]");
    for (const menu of openMenus()) {
      if (menu === inside && !shut) continue;
      menu.open = false;
      if (menu === inside) menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // Buttons that only a script can serve are hidden until there is one.
  const showButtons = (part) => part.querySelectorAll("[data-copy][hidden], [data-close][hidden]").forEach((button) => { button.hidden = false; });
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    const words = button.querySelector("span");
    const before = words.textContent;
    words.textContent = button.dataset.copied;
    button.setAttribute("aria-live", "polite");
    setTimeout(() => { words.textContent = before; }, 2000);
  });

  // Forms marked data-keep survive an expired session: what is typed stays in this tab until the server says that it
  // was saved, somebody signs out, or the reader discards it. Passwords, files and hidden fields are never kept.
  const prefix = "kept:";
  const nameOf = (form) => prefix + location.pathname + "#" + (form.id || form.getAttribute("action") || "");
  const fields = (form) => [...form.elements].filter((e) => e.name && !["password", "file", "hidden", "submit", "button"].includes(e.type));
  const read = (form) => fields(form).map((e) => (e.type === "checkbox" || e.type === "radio" ? e.checked : e.value));
  const forget = (sentOnly) => {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(prefix) && !(sentOnly && !JSON.parse(sessionStorage[key]).sent)) sessionStorage.removeItem(key);
    }
  };
  const keep = (form, sent) => { sessionStorage[nameOf(form)] = JSON.stringify({ values: read(form), sent }); };
  const fill = (form, values) => fields(form).forEach((e, i) => {
    if (e.type === "checkbox" || e.type === "radio") e.checked = values[i];
    else e.value = values[i];
  });
  const restore = (form) => {
    const kept = sessionStorage[nameOf(form)];
    const now = read(form);
    if (!kept) return;
    const { values } = JSON.parse(kept);
    if (values.length !== now.length || JSON.stringify(values) === JSON.stringify(now)) return;
    fill(form, values);
    const note = document.getElementById("kept").content.firstElementChild.cloneNode(true);
    note.querySelector("button").addEventListener("click", () => {
      fill(form, now);
      sessionStorage.removeItem(nameOf(form));
      note.remove();
      fields(form)[0]?.focus();
    });
    form.prepend(note);
  };
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form && "keep" in form.dataset) keep(form, false);
  });
  document.addEventListener("submit", (event) => {
    if ("forget" in event.target.dataset) {
      forget(false);
      Object.keys(localStorage).filter((key) => key.startsWith("post:")).forEach((key) => localStorage.removeItem(key)); // see keep.js
    }
    if ("keep" in event.target.dataset) keep(event.target, true);
  });

  document.addEventListener("DOMContentLoaded", () => {
    if (document.querySelector("[data-saved]")) forget(true);
    document.querySelectorAll("form[data-keep]").forEach(restore);
    showButtons(document);
  });
  document.addEventListener("htmx:load", (event) => showButtons(event.detail.elt));
})();
