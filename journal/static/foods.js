// Speed, never ability: foods are found and amounts are changed without this.
"use strict";

// The amount of a food: its buttons step it at once, and grams follow the portion.
function stepAmount(line, by) {
  const quantity = line.querySelector("[data-quantity]");
  const portion = line.querySelector("[data-portion]");
  const grams = line.querySelector("[data-in-grams]");
  const isPortion = Boolean(portion && portion.value);
  const field = isPortion ? quantity : grams;
  const step = isPortion ? 0.5 : 10;
  const now = Number(field.value.replace(",", ".") || 0);
  if (Number.isNaN(now)) return;
  const steps = Math.max(step, Math.round((now + by * step) * 100) / 100);
  field.value = String(steps);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function follow(line, changed) {
  const quantity = line.querySelector("[data-quantity]");
  const portion = line.querySelector("[data-portion]");
  const grams = line.querySelector("[data-in-grams]");
  if (!portion || !quantity) return;
  if (changed === grams) {
    portion.value = "";
    quantity.value = "";
    return;
  }
  const each = Number(portion.selectedOptions[0]?.dataset.grams);
  if (!each) return;
  if (changed === portion && quantity.value.trim() === "") quantity.value = "1";
  const times = Number(quantity.value.replace(",", "."));
  // Of a count that is no plain number ("1/2", "1e9") the journal works out the grams.
  const isPlain = times > 0 && times <= 50;
  grams.value = isPlain ? String(Math.round(each * times * 10) / 10) : "";
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-amount] [data-by]");
  if (!button) return;
  event.preventDefault();
  stepAmount(button.closest("[data-amount]"), Number(button.dataset.by));
});
for (const kind of ["input", "change"]) {
  document.addEventListener(kind, (event) => {
    const line = event.target.closest?.("[data-amount]");
    if (line) follow(line, event.target);
  });
}

// Foods while one types: a list that the arrow keys walk, told by a live region.
// <input data-food-search> inside a form; what happens with a choice says
// data-choose: "eat" presses the button do=eat:<id>, "name" searches for the name.
let waiting = 0;
let numbers = 0;

function listOf(input) {
  let list = document.getElementById(input.getAttribute("aria-controls") || "");
  if (list) return list;
  numbers += 1;
  list = document.createElement("ul");
  list.id = `food-list-${numbers}`;
  list.className = "food-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Foods that fit");
  list.hidden = true;
  const told = document.createElement("p");
  told.className = "sr";
  told.setAttribute("role", "status");
  input.after(list, told);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  return list;
}

function close(input) {
  const list = listOf(input);
  list.hidden = true;
  list.replaceChildren();
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function slotOf(form) {
  return form.querySelector("[name=slot]:checked, input[type=hidden][name=slot]");
}

async function ask(input) {
  const typed = input.value.trim();
  const asked = new URLSearchParams({ q: typed });
  const slot = slotOf(input.form);
  if (slot) asked.set("slot", slot.value);
  if (input.dataset.date) asked.set("date", input.dataset.date);
  let foods;
  try {
    const answer = await fetch(`/foods/search?${asked}`);
    if (!answer.ok) return;
    ({ foods } = await answer.json());
  } catch {
    return; // no network: the plain search button still works later
  }
  if (input.value.trim() !== typed || document.activeElement !== input) return;
  show(input, foods);
}

function show(input, foods) {
  const list = listOf(input);
  list.replaceChildren(
    ...foods.map((food, number) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${number}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.food = food.id;
      option.dataset.name = food.name;
      const name = document.createElement("b");
      name.textContent = food.name;
      const more = document.createElement("span");
      more.textContent = [food.amount, food.note].filter(Boolean).join(", ");
      option.append(name, more);
      return option;
    }),
  );
  list.hidden = foods.length === 0;
  input.setAttribute("aria-expanded", String(foods.length > 0));
  input.removeAttribute("aria-activedescendant");
  list.nextElementSibling.textContent =
    foods.length === 0
      ? "No food fits."
      : `${foods.length} foods. Up and down to choose.`;
}

function move(input, by) {
  const options = [...listOf(input).children];
  if (options.length === 0) return;
  const at = options.findIndex((each) => each.getAttribute("aria-selected") === "true");
  const next = (at + by + options.length + (at < 0 && by < 0 ? 1 : 0)) % options.length;
  for (const each of options) each.setAttribute("aria-selected", "false");
  options[next].setAttribute("aria-selected", "true");
  options[next].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", options[next].id);
}

function choose(input, option) {
  const { food, name } = option.dataset;
  const form = input.form;
  close(input);
  if (input.dataset.choose === "eat") {
    input.value = "";
    press(form, "do", `eat:${food}`);
  } else {
    input.value = name;
    form.requestSubmit();
  }
}

function press(form, name, value) {
  const button = document.createElement("button");
  button.type = "submit";
  button.name = name;
  button.value = value;
  button.hidden = true;
  form.append(button);
  form.requestSubmit(button);
  button.remove();
}

function isSearch(target) {
  return target instanceof HTMLInputElement && "foodSearch" in target.dataset;
}

document.addEventListener("input", (event) => {
  if (!isSearch(event.target)) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => ask(event.target), 120);
});
document.addEventListener("focusin", (event) => {
  if (isSearch(event.target)) listOf(event.target);
});
// A tap opens what is usual; focus alone does not, as it also comes back by itself.
// What was searched for already stands below: a tap on it opens nothing over it.
document.addEventListener("click", (event) => {
  const input = event.target;
  if (!isSearch(input) || !listOf(input).hidden) return;
  const isAnswered = input.value.trim() !== "" && input.value === input.defaultValue;
  if (!isAnswered) ask(input);
});
document.addEventListener("focusout", (event) => {
  // A little later, so that a tap on the list still arrives.
  if (isSearch(event.target)) setTimeout(() => close(event.target), 200);
});
document.addEventListener("keydown", (event) => {
  const input = event.target;
  if (!isSearch(input)) return;
  const chosen = listOf(input).querySelector("[aria-selected=true]");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (listOf(input).hidden) ask(input);
    else move(input, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && (chosen || input.dataset.choose === "eat")) {
    event.preventDefault();
    if (chosen) choose(input, chosen);
    else if (input.value.trim()) {
      const slot = slotOf(input.form)?.value || "snacks";
      const asked = new URLSearchParams({ date: input.dataset.date, slot, q: input.value });
      location.assign(`/meals/add?${asked}`);
    }
  } else if (event.key === "Escape" && !listOf(input).hidden) {
    event.preventDefault();
    close(input);
  }
});
document.addEventListener("mousedown", (event) => {
  const option = event.target.closest?.(".food-list [role=option]");
  if (!option) return;
  event.preventDefault();
  const list = option.parentElement;
  const input = document.querySelector(`[aria-controls="${list.id}"]`);
  if (input) choose(input, option);
});
