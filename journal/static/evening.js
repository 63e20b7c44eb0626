// Speed, never ability: the evening works without this. With it each answer is sent as
// it is given, and what the server answers takes its place piece by piece.
"use strict";

(() => {
  const form = document.querySelector("form[data-evening]");
  if (!form || !window.fetch) return;

  const path = form.getAttribute("action");
  const owner = form.dataset.evening;
  const page = form.elements.key.value;
  const typedName = `typed:${owner}:${path}:`;
  const said = new Map(); // piece to the server's last words for it
  const saved = new Map(); // piece to its fields as the server last gave them
  const refused = new Set(); // pieces that hold what could not be read
  let pause = 0;
  let hiddenAt = 0;

  // The browser would put old answers back over newer ones; ours are kept below.
  form.autocomplete = "off";
  document.documentElement.classList.add("saves-itself");

  // ---- a piece and its fields ----

  const pieceOf = (node) => node.closest("[data-piece]");
  const pieces = (root) => [...root.querySelectorAll("[data-piece]")];
  const isText = (field) =>
    field?.matches?.("textarea, input:not([type]), input[type='text']");

  function fieldsOf(piece) {
    const found = [];
    for (const field of piece.querySelectorAll("input, textarea, select")) {
      if (!field.name || field.disabled) continue;
      if (/^(radio|checkbox)$/.test(field.type) && !field.checked) continue;
      found.push([field.name, field.value]);
    }
    return found;
  }

  function put(piece, fields, names) {
    for (const field of piece.querySelectorAll("input, textarea, select")) {
      if (field.type === "hidden" || (names && !names.has(field.name))) continue;
      const values = fields.filter(([name]) => name === field.name).map(([, v]) => v);
      if (/^(radio|checkbox)$/.test(field.type)) {
        field.checked = values.includes(field.value);
      } else if (values.length) {
        field.value = values[0];
      }
    }
  }

  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const isDirty = (piece) => !same(fieldsOf(piece), saved.get(piece.id));

  function learn(piece, html) {
    said.set(piece.id, html);
    saved.set(piece.id, fieldsOf(piece));
  }

  // ---- sending ----

  const outbox = new Outbox({
    owner,
    token(fresh) {
      const field = form.elements.csrf_token;
      if (fresh) field.value = fresh;
      return field.value;
    },
    told,
    state,
  });

  function save(piece, action) {
    for (const each of action ? pieces(form) : []) {
      if (each !== piece && !each.hasAttribute("data-manual") && isDirty(each)) save(each);
    }
    const fields = [...fieldsOf(piece), ["page", page]];
    if (action) fields.push(["do", action]);
    const plain = !action;
    outbox.add({ path, piece: piece.id, fields, plain, shown: fieldsOf(piece) });
  }

  function keepTyped(piece) {
    const before = saved.get(piece.id) ?? [];
    const fields = fieldsOf(piece);
    const names = [...new Set([...fields, ...before].map(([name]) => name))];
    const of = (all, name) => all.filter(([each]) => each === name);
    const changed = names.filter((name) => !same(of(fields, name), of(before, name)));
    memory.set(typedName + piece.id, { fields, changed, page });
  }

  form.addEventListener("input", (event) => {
    const piece = pieceOf(event.target);
    if (!piece) return;
    keepTyped(piece);
    if (event.target.matches("textarea") && !piece.hasAttribute("data-manual")) {
      clearTimeout(pause);
      pause = setTimeout(() => isDirty(piece) && piece.isConnected && save(piece), 1500);
    }
  });

  form.addEventListener("change", (event) => {
    const piece = pieceOf(event.target);
    if (!piece) return;
    exclude(event.target);
    keepTyped(piece);
    if (!piece.hasAttribute("data-manual") && isDirty(piece)) save(piece);
  });

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button?.hasAttribute("formaction") || button?.hasAttribute("data-full")) return;
    event.preventDefault();
    const enter = document.activeElement;
    // A button made by another script stands in no piece: it belongs to the meals.
    const meals = button && document.getElementById("q-meals");
    const piece = (button && pieceOf(button)) || (isText(enter) && pieceOf(enter)) || meals;
    const action = button?.value || "save";
    if (piece) save(piece, action);
    else for (const each of pieces(form)) if (isDirty(each)) save(each);
  });

  // ---- what the server says ----

  function told(item, answer, html) {
    const go = answer.headers.get("Lamplight-Go");
    if (go) {
      location.assign(go);
      return;
    }
    if (item.path !== path) {
      state(outbox.items.length ? "sending" : "sent");
      return;
    }
    const sent = document.getElementById(item.piece);
    if (answer.ok && sent && same(fieldsOf(sent), item.shown)) {
      memory.drop(typedName + item.piece);
    }
    if (answer.ok) refused.delete(item.piece);
    else if (item.plain) refused.add(item.piece);
    take(html, answer.ok ? null : new Set([item.piece, "bar", "errors", "said"]), item);
    if (!item.plain && item.piece === "q-meals") keepNear();
  }

  /** What a press did to the meals, and its undo, stay in sight for a while. */
  function keepNear() {
    const words = form.querySelector(".meal-said");
    words?.classList.add("is-near");
    setTimeout(() => words?.classList.remove("is-near"), 12000);
  }

  /** Put the pieces of an answer in their places; `only` names those, or is null. */
  function take(html, only, item) {
    const answer = new DOMParser().parseFromString(html, "text/html");
    for (const fresh of pieces(answer)) {
      const now = document.getElementById(fresh.id);
      const words = fresh.outerHTML;
      if (!now || (only && !only.has(fresh.id))) continue;
      if (fresh.id === "said" && !fresh.children.length) continue;
      if (staysRefused(fresh, item)) continue;
      if (fresh.id === "bar") {
        takeBar(now, fresh);
      } else if (said.get(fresh.id) !== words || item?.piece === fresh.id) {
        swap(now, document.importNode(fresh, true), words, item);
      }
    }
  }

  /** What could not be read stays with its error until it is put right, whatever else is saved. */
  function staysRefused(fresh, item) {
    if (fresh.id === "errors") return refused.size > 0 && !fresh.children.length;
    return refused.has(fresh.id) && item?.piece !== fresh.id;
  }

  function swap(now, fresh, words, item) {
    const base = item?.piece === now.id ? item.shown : saved.get(now.id);
    const current = fieldsOf(now);
    const changed = new Set(
      [...current, ...(base ?? [])]
        .map(([name]) => name)
        .filter((name) => {
          const of = (fields) => fields?.filter(([each]) => each === name);
          return !name.endsWith("-was") && !same(of(current), of(base));
        }),
    );
    const at = now.contains(document.activeElement) ? document.activeElement : null;
    if (isText(at) && !item?.fields.some(([name]) => name === "do")) {
      for (const mark of fresh.querySelectorAll("input[name$='-was']")) {
        const old = [...now.querySelectorAll("input")].find((f) => f.name === mark.name);
        if (old) old.value = mark.value;
      }
      return;
    }
    [...now.querySelectorAll("details")].forEach((each, place) => {
      const new_ = fresh.querySelectorAll("details")[place];
      if (each.open && new_) new_.open = true;
    });
    now.replaceWith(fresh);
    learn(fresh, words);
    put(fresh, current, changed);
    if (at) refocus(at, fresh);
  }

  function refocus(at, fresh) {
    const alike = [...fresh.querySelectorAll("input, textarea, select, button, a, summary")]
      .find((each) => (at.id ? each.id === at.id : each.name === at.name &&
        each.value === at.value && each.tagName === at.tagName));
    const heading = (fresh.closest(".entry") ?? form).querySelector("h2");
    if (!alike && heading) heading.tabIndex = -1;
    (alike ?? heading)?.focus({ preventScroll: true });
    if (isText(at) && alike) alike.setSelectionRange?.(at.selectionStart, at.selectionEnd);
  }

  function takeBar(now, fresh) {
    const inside = now.querySelector(".savebar-in");
    for (const old of [...inside.children].slice(1)) old.remove();
    for (const new_ of [...fresh.querySelector(".savebar-in").children].slice(1)) {
      inside.append(document.importNode(new_, true));
    }
    const isGood = !fresh.querySelector("#bar-status a[href^='#f-']");
    if (!outbox.items.length && !(isGood && refused.size)) {
      const words = document.importNode(fresh.querySelector("#bar-status"), true);
      const status = document.getElementById("bar-status");
      status.classList.remove("is-sending");
      status.replaceChildren(...words.childNodes);
    }
  }

  // ---- the state of saving ----

  function state(which, count) {
    const status = document.getElementById("bar-status");
    const many = count === 1 ? "One answer waits" : `${count} answers wait`;
    const words = {
      waiting: ["Not saved yet, will try again.", ` ${many} on this device.`],
      "signed-out": ["You are signed out.", ` ${many} on this device. `],
      refused: ["That could not be saved.", " Load the page again, it keeps what you typed."],
    }[which];
    status.classList.toggle("is-sending", which === "sending");
    if (!words) return;
    const strong = document.createElement("b");
    strong.textContent = words[0];
    status.replaceChildren(strong, words[1]);
    if (which === "signed-out") {
      const way = document.createElement("a");
      way.href = `/login?next=${encodeURIComponent(path)}`;
      way.textContent = "Sign in";
      status.append(way);
    }
  }

  async function refresh() {
    if (outbox.items.length) return;
    try {
      const answer = await fetch(path, { headers: { "Lamplight-Pieces": "1" } });
      if (answer.ok && new URL(answer.url).pathname === path) take(await answer.text(), null);
    } catch {
      // No network: the page stays as it is.
    }
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") hiddenAt = Date.now();
    else if (hiddenAt && Date.now() - hiddenAt > 60_000) refresh();
  });
  window.addEventListener("pageshow", (event) => event.persisted && refresh());

  // ---- small things of the page ----

  form.addEventListener("click", (event) => {
    const step = event.target.closest("[data-glasses] [data-by]");
    if (!step) return;
    const field = step.parentElement.querySelector("input");
    const now = Number(field.value.replace(",", ".") || 0);
    if (Number.isNaN(now)) return;
    event.preventDefault();
    field.value = String(Math.max(0, now + Number(step.dataset.by)));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });

  /** "None taken" and a product exclude each other. */
  function exclude(field) {
    if (field.name === "supplements_none" && field.checked) {
      for (const each of form.querySelectorAll("input[name='supplement']")) {
        each.checked = false;
      }
    }
    const none = form.elements.supplements_none;
    if (field.name === "supplement" && field.checked && none) none.checked = false;
  }

  // ---- what this device kept from before ----

  for (const piece of pieces(document)) learn(piece, piece.outerHTML);
  for (const item of outbox.items) {
    const piece = item.path === path && document.getElementById(item.piece);
    if (piece) put(piece, item.fields);
  }
  for (const name of memory.names(typedName)) {
    const piece = document.getElementById(name.slice(typedName.length));
    const kept = memory.get(name);
    if (!piece || !kept || outbox.items.some((item) => item.piece === piece.id)) continue;
    put(piece, kept.fields, new Set(kept.changed));
    if (!isDirty(piece)) memory.drop(name);
    else if (!piece.hasAttribute("data-manual")) {
      const fields = [...kept.fields, ["page", kept.page]];
      outbox.add({ path, piece: piece.id, fields, plain: true, shown: fieldsOf(piece) });
    }
  }
  outbox.send();
})();
