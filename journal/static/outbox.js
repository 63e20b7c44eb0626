// What was answered and is not on the server yet: kept on this device, sent in order,
// each with a key of its own, so that sending twice changes nothing.
"use strict";

const KEPT = "lamplight:";

/** The device's own memory; where it is switched off, answers live in the page alone. */
const memory = {
  get(name) {
    try {
      return JSON.parse(localStorage.getItem(KEPT + name));
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(KEPT + name, JSON.stringify(value));
    } catch {
      // Full or switched off: the page still holds it.
    }
  },
  drop(name) {
    try {
      localStorage.removeItem(KEPT + name);
    } catch {
      // As above.
    }
  },
  names(start) {
    try {
      return Object.keys(localStorage)
        .filter((name) => name.startsWith(KEPT + start))
        .map((name) => name.slice(KEPT.length))
        .sort();
    } catch {
      return [];
    }
  },
};

const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

class Outbox {
  /**
   * told: what to call with (item, response, html) for an answer (200 or 422),
   * state: what to call with "sending", "waiting", "signed-out", "refused" or "sent".
   */
  constructor({ owner, token, told, state }) {
    this.start = `out:${owner}:`;
    this.token = token;
    this.told = told;
    this.state = state;
    this.items = memory
      .names(this.start)
      .map((name) => memory.get(name))
      .filter(Boolean);
    this.tries = 0;
    this.busy = null;
    this.timer = 0;
    window.addEventListener("online", () => this.send());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.send();
    });
  }

  /** Add an item: {path, piece, fields}. What waits for the same piece is replaced. */
  add(item) {
    const last = this.items.at(-1);
    const replaces =
      last && last !== this.busy && last.plain && item.plain && last.piece === item.piece;
    if (replaces) this.remove(last);
    const order = `${Date.now()}`.padStart(15, "0");
    const name = `${this.start}${order}:${this.items.length}:${newKey()}`;
    const whole = { ...item, name, key: newKey() };
    this.items.push(whole);
    memory.set(name, whole);
    this.changed();
    this.send();
    return whole;
  }

  remove(item) {
    this.items = this.items.filter((each) => each !== item);
    memory.drop(item.name);
    this.changed();
  }

  /** Tell the page what waits; `isStuck` while it cannot be sent. */
  changed(isStuck = false) {
    const detail = { items: [...this.items], isStuck };
    document.dispatchEvent(new CustomEvent("outbox", { detail }));
  }

  waitsFor(piece) {
    return this.items.some((item) => item.piece === piece && item !== this.busy);
  }

  async send() {
    if (this.busy || !this.items.length) return;
    clearTimeout(this.timer);
    this.state("sending", this.items.length);
    while (this.items.length) {
      this.busy = this.items[0];
      const done = await this.post(this.busy);
      const item = this.busy;
      this.busy = null;
      if (!done) return;
      this.tries = 0;
      this.remove(item);
      if (done.html !== undefined) this.told(item, done.answer, done.html);
      else this.state("refused", this.items.length);
    }
  }

  /** Send one item. Null when it has to wait. */
  async post(item, isSecond = false) {
    const body = new URLSearchParams(item.fields);
    body.set("key", item.key);
    body.set("csrf_token", this.token());
    let answer;
    try {
      answer = await fetch(item.path, {
        method: "POST",
        body,
        headers: { "Lamplight-Pieces": "1" },
        credentials: "same-origin",
      });
      if (new URL(answer.url).pathname === "/login") return this.signedOut();
      if (answer.ok || answer.status === 422) {
        return { answer, html: await answer.text() };
      }
    } catch {
      return this.later();
    }
    if (answer.status === 400 && !isSecond) return this.renew(item);
    if (answer.status === 429 || answer.status >= 500) return this.later();
    return { answer };
  }

  /** A token that is too old: take a new one, or find that the sign-in has ended. */
  async renew(item) {
    try {
      // Not followed: another sign-in form would make the one on the screen too old.
      const page = await fetch(item.path, { credentials: "same-origin", redirect: "manual" });
      if (page.type === "opaqueredirect") return this.signedOut();
      const found = new DOMParser()
        .parseFromString(await page.text(), "text/html")
        .querySelector("input[name='csrf_token']");
      if (!found) return this.later();
      this.token(found.value);
    } catch {
      return this.later();
    }
    return this.post(item, true);
  }

  later() {
    this.tries += 1;
    this.timer = setTimeout(() => this.send(), Math.min(60, 2 ** this.tries) * 1000);
    this.state("waiting", this.items.length);
    this.changed(true);
    return null;
  }

  signedOut() {
    this.state("signed-out", this.items.length);
    this.changed(true);
    return null;
  }
}
