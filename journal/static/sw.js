// The service worker: the evening page opens without a network, and reminders show.
// It answers from the network whenever there is one; what it keeps is for the rest.
"use strict";

const SHELL = "lamplight-shell-1"; // styles, scripts, fonts: nothing of the person
const PAGES = "lamplight-pages-1"; // the person's own pages: emptied at sign-out
const FILES = "/static"; // put in as it is served: the path with the version in it
const BLANK = "/evening/blank";
const AWAY = "/offline";
const KEPT_EVENINGS = 3;
const PATIENCE_MS = 5000;
const EVENING = /^\/evening\/\d{4}-\d{2}-\d{2}$/;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((shell) => shell.add(AWAY))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith("lamplight-") && ![SHELL, PAGES].includes(name))
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

// The page says what it is made of.
self.addEventListener("message", (event) => {
  const { say, files = [] } = event.data ?? {};
  if (say === "keep") event.waitUntil(keep(files));
});

async function keep(files) {
  const shell = await caches.open(SHELL);
  for (const file of files) {
    const path = new URL(file).pathname;
    if (!path.startsWith("/static/") || (await shell.match(file))) continue;
    for (const old of await shell.keys()) {
      if (plain(new URL(old.url).pathname) === plain(path)) await shell.delete(old);
    }
    await shell.add(file).catch(() => {});
  }
  const blank = await fetch(BLANK, { credentials: "same-origin" }).catch(() => null);
  if (blank?.ok && !blank.redirected) await (await caches.open(PAGES)).put(BLANK, blank);
}

/** The path of a file without the version in it. */
const plain = (path) => path.replace(/^\/static\/[0-9a-f]{10}\//, "/static/");

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/static/")) event.respondWith(file(event.request));
  else if (event.request.mode === "navigate") event.respondWith(page(event.request, url));
});

async function file(request) {
  try {
    return await fetch(request);
  } catch (problem) {
    const shell = await caches.open(SHELL);
    const found =
      (await shell.match(request, { ignoreSearch: true, ignoreVary: true })) ??
      (await ofAnotherVersion(shell, new URL(request.url).pathname));
    if (found) return found;
    throw problem;
  }
}

/** A page kept before an update asks for files of then: those of now do as well. */
async function ofAnotherVersion(shell, path) {
  for (const one of await shell.keys()) {
    if (plain(new URL(one.url).pathname) === plain(path)) return shell.match(one);
  }
  return undefined;
}

async function page(request, url) {
  const answered = fetch(request);
  try {
    const slow = new Promise((_, fail) => setTimeout(fail, PATIENCE_MS, new Error("slow")));
    const canWait = EVENING.test(url.pathname) || ["/", "/evening"].includes(url.pathname);
    const answer = await (canWait ? Promise.race([answered, slow]) : answered);
    if (answer.ok && !answer.redirected && EVENING.test(url.pathname)) {
      await keepEvening(url.pathname, answer.clone());
    }
    return answer;
  } catch {
    return (await kept(url.pathname)) ?? (await answered.catch(away));
  }
}

async function keepEvening(path, answer) {
  const pages = await caches.open(PAGES);
  await pages.delete(path);
  await pages.put(path, answer);
  const evenings = (await pages.keys()).filter((one) => EVENING.test(new URL(one.url).pathname));
  for (const old of evenings.slice(0, -KEPT_EVENINGS)) await pages.delete(old);
}

async function kept(path) {
  const pages = await caches.open(PAGES);
  if (EVENING.test(path)) return (await pages.match(path)) ?? pages.match(BLANK);
  if (path === "/" || path === "/evening") return pages.match(BLANK);
  return undefined;
}

async function away() {
  const shell = await caches.open(SHELL);
  return (await shell.match(AWAY)) ?? Response.error();
}

// ---- reminders ----

self.addEventListener("push", (event) => {
  let note = {};
  try {
    note = event.data.json();
  } catch {
    // Nothing readable came: the words below say no more than that it is evening.
  }
  event.waitUntil(
    self.registration.showNotification(note.title ?? "Lamplight", {
      body: note.text ?? "Your evening page is open.",
      icon: `${FILES}/icons/icon-192.png`,
      badge: `${FILES}/icons/badge-96.png`,
      tag: "reminder",
      data: { path: note.path ?? "/" },
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const wanted = new URL(event.notification.data?.path ?? "/", self.location.origin);
  if (wanted.origin !== self.location.origin) return;
  event.waitUntil(
    self.clients.matchAll({ type: "window" }).then((windows) => {
      const open = windows.find((one) => new URL(one.url).pathname === wanted.pathname);
      return open ? open.focus() : self.clients.openWindow(wanted);
    }),
  );
});
