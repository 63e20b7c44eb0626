// Speed, never ability: every page works without this.
"use strict";

document.documentElement.classList.add("has-scripts");

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

for (const field of document.querySelectorAll("[data-time-zone]")) {
  if (zone && !field.value) field.value = zone;
}

for (const button of document.querySelectorAll("[data-use-time-zone]")) {
  button.addEventListener("click", () => {
    const choice = document.querySelector("[data-time-zone-choice]");
    const known = zone && [...choice.options].some((option) => option.value === zone);
    if (known) choice.value = zone;
  });
}

// Minus and plus beside a number. An empty field is "not answered": plus begins at 1.
for (const stepper of document.querySelectorAll("[data-stepper]")) {
  const field = stepper.querySelector("input");
  const step = Number(stepper.dataset.step);
  const low = Number(stepper.dataset.low);
  const high = Number(stepper.dataset.high);
  for (const button of stepper.querySelectorAll("[data-by]")) {
    button.addEventListener("click", () => {
      const typed = Number(field.value.replace(",", "."));
      const start = field.value.trim() === "" || Number.isNaN(typed) ? 0 : typed;
      const wanted = start + step * Number(button.dataset.by);
      field.value = String(Math.min(high, Math.max(low, wanted)));
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
}

// A password can be read while it is typed; it is sent as a password, so that browsers
// offer to keep it.
for (const button of document.querySelectorAll("[data-reveals]")) {
  const field = document.getElementById(button.dataset.reveals);
  const show = (isShown) => {
    field.type = isShown ? "text" : "password";
    button.setAttribute("aria-pressed", String(isShown));
  };
  button.addEventListener("click", () => show(field.type === "password"));
  field.form.addEventListener("submit", () => show(false));
}

for (const button of document.querySelectorAll("[data-copies]")) {
  button.addEventListener("click", async () => {
    const words = document.getElementById(button.dataset.copies);
    const said = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(words.textContent);
      said.textContent = "Copied.";
    } catch {
      // Without HTTPS a browser gives no clipboard: the link is marked for a long press.
      getSelection().selectAllChildren(words);
      said.textContent = "Marked. Copy it with your keyboard or a long press.";
    }
  });
}

const refused = document.getElementById("error-summary");
if (refused) refused.focus();
