// Asks this browser to show reminders; what it answers is kept by the journal.
"use strict";

(() => {
  const form = document.querySelector("form[data-push]");
  if (!form) return;
  const button = form.querySelector("button");
  const says = form.querySelector("[data-push-says]");
  const tell = (words) => {
    says.textContent = words;
  };

  if (!("serviceWorker" in navigator) || !window.PushManager || !window.Notification) {
    const phone = /iPhone|iPad/.test(navigator.userAgent);
    tell(
      phone
        ? "On this phone first add the journal to the home screen, then open it there."
        : window.isSecureContext
          ? "This browser cannot show reminders."
          : "A browser shows reminders only for a journal that is reached over HTTPS.",
    );
    return;
  }
  if (Notification.permission === "denied") {
    tell("This browser was told not to show anything from here. Its site settings can change that.");
    return;
  }

  async function post(path, fields) {
    const body = new URLSearchParams({ ...fields, csrf_token: form.elements.csrf_token.value });
    const answer = await fetch(path, { method: "POST", body, credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  const bytes = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) =>
      sign.charCodeAt(0),
    );

  async function subscribe() {
    if ((await Notification.requestPermission()) !== "granted") {
      tell("The browser was not allowed to. Press the button again to be asked once more.");
      return;
    }
    const { key } = await post(form.dataset.key, {});
    const worker = await navigator.serviceWorker.ready;
    const asked = { userVisibleOnly: true, applicationServerKey: bytes(key) };
    let subscription;
    try {
      subscription = await worker.pushManager.subscribe(asked);
    } catch {
      // Made for another key, before the journal moved house: once more.
      await (await worker.pushManager.getSubscription())?.unsubscribe();
      subscription = await worker.pushManager.subscribe(asked);
    }
    const { endpoint, keys } = subscription.toJSON();
    await post(form.getAttribute("action"), { endpoint, p256dh: keys.p256dh, auth: keys.auth });
    location.reload();
  }

  tell("");
  button.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    button.disabled = true;
    tell("Asking the browser …");
    subscribe()
      .catch(() => tell("That did not work. The browser’s push service may not be reachable just now."))
      .finally(() => {
        button.disabled = false;
      });
  });
})();
