// The reports: arrow keys lead to the time before and after; a button prints.
"use strict";

const ways = { ArrowLeft: "a[rel=prev]", ArrowRight: "a[rel=next]" };

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest("input, textarea, select, summary, [tabindex]")) return;
  const way = ways[event.key] && document.querySelector(ways[event.key]);
  if (way) way.click();
});

// On paper everything is open; afterwards the page is as it was.
let opened = [];
const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
window.addEventListener("beforeprint", () => {
  const root = document.documentElement;
  // A picture drawn for the dark stays one while the page is printed.
  root.classList.toggle("prints-dark", isDark && !root.classList.contains("theme-light"));
  opened = [...document.querySelectorAll("details.prints:not([open])")];
  for (const one of opened) one.open = true;
});
window.addEventListener("afterprint", () => {
  for (const one of opened) one.open = false;
  document.documentElement.classList.remove("prints-dark");
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}

// Asked for with "keep and print": once the pictures are there.
if (document.querySelector("[data-print-now]")) {
  for (const picture of document.images) picture.loading = "eager";
  window.addEventListener("load", () => window.print());
}
