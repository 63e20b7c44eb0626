// Speed, never ability: the evening works without this.
"use strict";

for (const button of document.querySelectorAll("[data-glasses] [data-by]")) {
  button.addEventListener("click", (event) => {
    const field = button.parentElement.querySelector("input");
    const now = Number(field.value.replace(",", ".") || 0);
    if (Number.isNaN(now)) return;
    event.preventDefault();
    field.value = String(Math.max(0, now + Number(button.dataset.by)));
  });
}

// "None taken" and a product exclude each other.
const none = document.querySelector("input[name='supplements_none']");
const products = [...document.querySelectorAll("input[name='supplement']")];
none?.addEventListener("change", () => {
  if (none.checked) for (const each of products) each.checked = false;
});
for (const each of products) {
  each.addEventListener("change", () => {
    if (none && each.checked) none.checked = false;
  });
}
