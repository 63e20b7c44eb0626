// The journal as an app: keeps what the evening needs without a network, sends what
// waited, and leaves nothing behind at sign-out. Every page works without this.
"use strict";

(() => {
  const KEPT = "lamplight:";
  const PAGES = "lamplight-pages-1"; // as in sw.js
  const person = document.body.dataset.person;

  const names = (start) => {
    try {
      return Object.keys(localStorage).filter((name) => name.startsWith(KEPT + start));
    } catch {
      return []; // Switched off: then nothing is kept.
    }
  };

  function tell(words, action) {
    const note = document.createElement("div");
    note.className = "toast waiting-note";
    note.setAttribute("role", "status");
    const said = document.createElement("span");
    said.textContent = words;
    note.append(said);
    if (action) note.append(action);
    document.querySelector("main")?.prepend(note);
    return said;
  }

  // ---- the worker behind the pages ----

  const worker = "serviceWorker" in navigator && window.isSecureContext;
  if (worker) {
    navigator.serviceWorker.register("/sw.js").then(async () => {
      const ready = await navigator.serviceWorker.ready;
      if (!person || !navigator.onLine) return;
      const files = [
        ...document.querySelectorAll("link[href^='/static/'], script[src^='/static/']"),
      ].map((node) => node.href || node.src);
      ready.active?.postMessage({ say: "keep", files });
    }, () => {});
  }

  // ---- what waits on this device ----

  const count = (many) => (many === 1 ? "One answer waits" : `${many} answers wait`);

  /** On a page without the evening's scripts: send what waited, then say so. */
  function sendWaiting() {
    const waiting = names(`out:${person}:`).length;
    if (!waiting || document.querySelector("form[data-evening]")) return;
    const said = tell(`${count(waiting)} on this device. Sending …`);
    const script = document.createElement("script");
    script.src = document.body.dataset.outbox;
    script.addEventListener("load", () => {
      let token = "none yet";
      const outbox = new Outbox({
        owner: person,
        token: (fresh) => {
          if (fresh) token = fresh;
          return token;
        },
        told: (_item, answer) => {
          const go = answer.headers.get("Lamplight-Go");
          if (go) location.assign(go);
          else if (!outbox.items.length) said.textContent = "What waited on this device is saved.";
        },
        state: (which, left) => {
          if (which === "waiting") said.textContent = `${count(left)} on this device, without a network.`;
          if (which === "signed-out") location.assign(`/login?next=${encodeURIComponent(location.pathname)}`);
        },
      });
      outbox.send();
    });
    document.head.append(script);
  }

  // The account was deleted a moment ago: what waited for it and what was typed go too.
  const left = document.body.dataset.left;
  for (const start of left ? [`out:${left}:`, `typed:${left}:`] : []) {
    for (const name of names(start)) localStorage.removeItem(name);
  }

  if (person) sendWaiting();
  else if (location.pathname === "/login" || left) {
    // Nobody is signed in here: no page of anybody's stays, only what waits.
    if (worker) caches.delete(PAGES);
    const waiting = names("out:").length;
    if (waiting) tell(`${count(waiting)} on this device. Sign in and it is sent.`);
  }

  // Meals that wait are shown, so that nobody writes them twice.
  document.addEventListener("outbox", ({ detail }) => {
    document.querySelector(".waiting-meals")?.remove();
    const said = (item) => new URLSearchParams(item.fields).get("meal")?.trim();
    const meals = detail.items.filter((item) => !item.plain && said(item));
    const place = document.getElementById("meals");
    if (!detail.isStuck || !meals.length || !place) return;
    const list = document.createElement("ul");
    list.className = "waiting-meals";
    for (const item of meals) {
      const line = document.createElement("li");
      const mark = document.createElement("span");
      mark.className = "mark mark-waiting";
      const words = document.createElement("span");
      words.dir = "auto";
      words.textContent = said(item);
      line.append(mark, words, " (waiting)");
      list.append(line);
    }
    place.querySelector(".entry-head")?.after(list);
    const field = place.querySelector("textarea[name='meal']");
    if (field && meals.some((item) => said(item) === field.value.trim())) {
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });

  // ---- signing out leaves nothing of the person on the device ----

  async function forget() {
    for (const name of names("")) localStorage.removeItem(name);
    if (!worker) return;
    const ready = await navigator.serviceWorker.getRegistration();
    const subscription = await ready?.pushManager?.getSubscription();
    if (subscription) {
      const token = document.querySelector("input[name='csrf_token']")?.value;
      const body = new URLSearchParams({ endpoint: subscription.endpoint, csrf_token: token });
      await fetch("/settings/push/forget", { method: "POST", body }).catch(() => {});
      await subscription.unsubscribe();
    }
    await caches.delete(PAGES);
  }

  for (const form of document.querySelectorAll("form[action='/logout']")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.forgotten) return;
      event.preventDefault();
      const waiting = names("out:").length;
      const question = `${count(waiting)} on this device and would be lost. Sign out all the same?`;
      if (waiting && !window.confirm(question)) return;
      const patience = new Promise((done) => setTimeout(done, 2000));
      Promise.race([forget().catch(() => {}), patience]).then(() => {
        form.dataset.forgotten = "yes";
        form.requestSubmit();
      });
    });
  }
})();
