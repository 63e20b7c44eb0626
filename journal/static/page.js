// Speed, never ability: every page works without this.
"use strict";

for (const field of document.querySelectorAll("[data-time-zone]")) {
  const found = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (found && !field.value) field.value = found;
}
