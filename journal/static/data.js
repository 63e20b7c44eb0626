// Shows that something is going on while a file is sent and read. Works without.
"use strict";

for (const form of document.querySelectorAll("form[data-slow]")) {
  const told = form.querySelector(".slow");
  form.addEventListener("submit", () => {
    told.querySelector("span").textContent = form.dataset.slow;
    told.hidden = false;
    for (const button of form.querySelectorAll("button")) {
      // After the form is sent: a disabled button would not be in it.
      setTimeout(() => { button.disabled = true; }, 0);
    }
  });
  // Coming back with the back button shows the page as it was left.
  addEventListener("pageshow", () => {
    told.hidden = true;
    for (const button of form.querySelectorAll("button")) button.disabled = false;
  });
}
