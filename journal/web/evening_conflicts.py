"""Two pages with different answers: the newer stays, the other is kept beside it.

Each group of fields carries the mark of what its page was made from. When that is no
longer what is stored, another page or device answered meanwhile. Nothing is lost: the
answer that comes late goes into the note of the symptom or of the day, and the page
says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from journal.services.evening_values import (
    LONGEST_NOTE,
    LONGEST_SYMPTOM_NOTE,
    Changes,
    Evening,
    SymptomInput,
)
from journal.web.evening_fields import facts_shown
from journal.web.evening_form import SupplementsTaken
from journal.web.forms import Form

#: Field of a fact to the name it is stored under, and the words for it.
FACTS: Mapping[str, tuple[str, str]] = {
    "water": ("water_ml", "Water, glasses"),
    "sun": ("sun_min", "Sun, minutes"),
    "exercise": ("exercise_min", "Exercise, minutes"),
    "drinks": ("alcohol_g", "Alcohol, drinks"),
    "caffeine": ("caffeine_mg", "Caffeine, mg"),
    "sleep": ("night_sleep_min", "Sleep"),
}
ALSO = "Also written on another page:"


class Conflicts:
    """Looks for answers that come late, and keeps both.

    :param stored: the mark of each piece as it is stored now.
    :param is_own: whether this very page brought the piece to what is stored.
    """

    def __init__(
        self,
        form: Form,
        *,
        stored: Mapping[str, str],
        is_own: Callable[[str], bool],
        labels: Mapping[str, str],
    ) -> None:
        self._form = form
        self._stored = stored
        self._is_own = is_own
        self._labels = labels
        #: Sentences about what was kept, for the page.
        self.said: list[str] = []

    def settle(self, changes: Changes, before: Evening, *, region: str) -> Changes:
        """Return the changes without those that come late, which notes keep."""
        shown = facts_shown(before, region=region)
        late: list[str] = []
        facts = dict(changes.facts)
        for field, (fact, words) in FACTS.items():
            if fact in facts and self._is_late(field, empty=""):
                del facts[fact]
                typed = self._form.typed(field).strip() or "no answer"
                if typed != shown[field]:
                    late.append(f"{words}: {typed}")
                    self._say(words)
        status = changes.food_status
        if status is not None and self._is_late("food_status", empty=""):
            if status and status != before.food_status:
                late.append(f"All I ate: {'yes' if status == 'complete' else 'no'}")
                self._say("That was everything")
            status = None
        return replace(
            changes,
            night=self._answers(changes.night, before.night),
            day=self._answers(changes.day, before.today),
            facts=facts,
            food_status=status,
            note=self._note(changes.note, before.note, late),
        )

    def settle_supplements(
        self, taken: SupplementsTaken | None
    ) -> SupplementsTaken | None:
        """Return what was taken, or None when another page answered meanwhile."""
        was = self._form.typed("supplements-was")
        if taken is None or not was or was == self._stored["supplements"]:
            return taken
        if self._is_own("supplements"):
            return taken
        self.said.append(
            "Supplements were answered on another page meanwhile. That answer stays; "
            "tick again what is different."
        )
        return None

    def _answers(
        self,
        sent: Mapping[str, SymptomInput | None],
        stored: Mapping[str, SymptomInput],
    ) -> dict[str, SymptomInput | None]:
        kept: dict[str, SymptomInput | None] = {}
        for code, answer in sent.items():
            newer = stored.get(code)
            if newer is None or not self._is_late(f"s-{code}", empty="open"):
                kept[code] = answer
                continue
            label = self._labels.get(code, code)
            if answer is None or answer == newer:
                continue
            also = f"{ALSO} {in_short(answer)}"
            note = f"{newer.note}\n{also}".strip()[:LONGEST_SYMPTOM_NOTE]
            kept[code] = replace(newer, note=note)
            self._say(label, f"{newer.severity_0_10}", f"{answer.severity_0_10}")
        return kept

    def _note(self, sent: str | None, stored: str, late: list[str]) -> str | None:
        note = sent
        if sent is not None and sent != stored and self._is_late("note", empty=""):
            was = self._form.typed("note-was").replace("\r\n", "\n")
            new = sent[len(was) :].strip() if was and sent.startswith(was) else sent
            note = f"{stored}\n\n{new}".strip()
            self.said.append(
                "The note was changed on another page meanwhile. It now holds both."
            )
        if late:
            base = stored if note is None else note
            note = f"{base}\n\n{ALSO} {'; '.join(late)}.".strip()
        return note if note is None else note[:LONGEST_NOTE]

    def _is_late(self, field: str, *, empty: str) -> bool:
        """Whether the piece is no longer what the page was made from."""
        if f"{field}-was" not in self._form.raw:
            return False  # sent by hand, without a page before it
        was = self._form.typed(f"{field}-was").replace("\r\n", "\n") or empty
        stored = self._stored.get(field) or empty
        return was != stored and not self._is_own(field)

    def _say(self, name: str, newer: str = "", sent: str = "") -> None:
        figures = f" ({newer} stays, {sent} is in its note)" if newer else ""
        self.said.append(
            f"{name} was answered on another page meanwhile. Both are kept{figures}."
        )


def in_short(answer: SymptomInput) -> str:
    """Return an answer as a few words: "3, left calf"."""
    if not answer.severity_0_10:
        return "none"
    sites = [_place(site) for site in answer.sites]
    return ", ".join([f"{answer.severity_0_10} of 10", *sites]) + (
        f" ({answer.note})" if answer.note else ""
    )


def _place(site: str) -> str:
    place, _, side = site.rpartition("_")
    return f"{side} {place.replace('_', ' ')}"
