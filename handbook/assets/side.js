// Brings the page that is being read into view in the list at the side.
"use strict";
document.querySelector(".side [aria-current]")?.scrollIntoView({ block: "nearest" });
