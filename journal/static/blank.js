// An evening opened without a network: the kept page is about no day yet. This puts in
// the day of the address, or tonight, before the other scripts read the page.
"use strict";

(() => {
  const form = document.querySelector("form[data-blank]");
  if (!form) return;

  /** The journal day of now: before the day begins it is still the day before. */
  function tonight() {
    const [hours, minutes] = form.dataset.dayBegins.split(":").map(Number);
    const since = new Date(Date.now() - (hours * 60 + minutes) * 60_000);
    const style = { year: "numeric", month: "2-digit", day: "2-digit" };
    try {
      return since.toLocaleDateString("sv-SE", { ...style, timeZone: form.dataset.timeZoneOf });
    } catch {
      return since.toLocaleDateString("sv-SE", style);
    }
  }

  const asked = location.pathname.match(/^\/evening\/(\d{4}-\d{2}-\d{2})$/)?.[1];
  const today = tonight();
  const day = asked ?? today;
  const moment = new Date(`${day}T12:00:00Z`);
  const before = new Date(moment.getTime() - 86_400_000);
  const isTonight = day === today;
  const weekday = (date) => date.toLocaleDateString("en-GB", { weekday: "long", timeZone: "UTC" });
  const put = (place, words) => {
    const node = form.querySelector(place);
    if (node) node.textContent = words;
  };

  form.setAttribute("action", `/evening/${day}`);
  // Which page an answer comes from: each opened one is a page of its own.
  form.elements.key.value = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  if (!asked) history.replaceState(null, "", `/evening/${day}`);
  const month = moment.toLocaleDateString("en-GB", { month: "long", timeZone: "UTC" });
  const title = `${weekday(moment)}, ${moment.getUTCDate()} ${month}`;
  document.title = `${title} · Lamplight`;
  put("h1", title.replace(`${moment.getUTCDate()} `, `${moment.getUTCDate()}\u00a0`));
  put(".head .kicker", isTonight ? "Tonight" : "Another evening");
  put("#h-night", isTonight ? "Last night" : "The night before");
  put("#h-day", isTonight ? "Today’s legs" : "The day’s legs");
  put("#head-night .kicker", `${weekday(before)} to ${weekday(moment)}`);
  for (const place of ["#strip", ".head .row"]) form.querySelector(place)?.remove();

  const notice = document.createElement("p");
  notice.className = "notice evening-notice";
  notice.append(document.createElement("span"));
  notice.firstChild.textContent =
    "No network. What you write waits on this device and is sent once. Answers given " +
    "before are not shown; nothing is written over them without saying so.";
  form.querySelector(".head").after(notice);
})();
