"""The evening's form: what was sent, as changes to what is stored.

Each group of fields carries a mark of what was stored when the page was made
(`…-was`). A group that comes back as it was is left alone, so that an old tab never
puts back what another one changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypedDict, cast

from journal.domain.records import SITES
from journal.services.evening_values import (
    DAY_PARTS,
    EASED_BY,
    FACT_LIMITS,
    LONGEST_NOTE,
    LONGEST_SYMPTOM_NOTE,
    NIGHT_PARTS,
    Changes,
    Part,
    SymptomInput,
)
from journal.services.supplements import MOST_DOSES
from journal.web.evening_fields import (
    ALCOHOL_G_PER_DRINK,
    GLASS_ML,
    answer_mark,
    doses_mark,
    read_minutes,
)
from journal.web.forms import Form

#: What is asked only when a symptom was there.
FOLLOW_UPS: Final = ("sites", "part", "long", "count", "woke", "eased", "note")


class SupplementsTaken(TypedDict):
    """Doses by product, and whether the question is answered."""

    doses: dict[int, float]
    is_answered: bool


def read_answer(form: Form, code: str, part: Part) -> SymptomInput | None:
    """Return what the form says about one symptom; None when it is not answered.

    One number says both that it was there and how bad: 0 is "none".
    """
    name = f"s-{code}"
    severity = form.whole(name, low=0, high=10)
    note = form.text(f"{name}-note", longest=LONGEST_SYMPTOM_NOTE)
    if severity is None:
        if any(form.typed(f"{name}-{more}").strip() for more in FOLLOW_UPS):
            form.fail(name, "How bad was it? Choose a number from 1 to 10.")
        return None
    if severity == 0:
        return SymptomInput(severity_0_10=0, note=note)
    woke = form.choice(f"{name}-woke", ("yes", "no"))
    return SymptomInput(
        severity_0_10=severity,
        sites=tuple(
            site for site in SITES if site in form.choices(f"{name}-sites", SITES)
        ),
        part_of_day=form.choice(
            f"{name}-part", NIGHT_PARTS if part == "night" else DAY_PARTS
        ),
        duration_min=_minutes(form, f"{name}-long"),
        times_count=form.whole(f"{name}-count", low=1, high=999),
        woke_me=None if woke is None else woke == "yes",
        eased_by=form.choice(f"{name}-eased", EASED_BY),
        note=note,
    )


def _minutes(form: Form, name: str) -> int | None:
    typed = form.typed(name).strip()
    if not typed:
        return None
    minutes = read_minutes(typed, plain_unit="min")
    if minutes is None or not 0 < minutes <= 1440:
        form.fail(name, f"Write minutes, or “2 h”. You typed “{typed[:20]}”.")
        return None
    return max(1, round(minutes))


def read_answers(
    form: Form, codes: Iterable[str], part: Part, *, clear: str
) -> dict[str, SymptomInput | None]:
    """Return the answers of one part that differ from what the page showed."""
    changed: dict[str, SymptomInput | None] = {}
    for code in codes:
        if code == clear:
            changed[code] = None
            continue
        answer = read_answer(form, code, part)
        was = form.typed(f"s-{code}-was") or "open"
        if answer is not None and answer_mark(answer) != was:
            changed[code] = answer
    return changed


def read_facts(form: Form, *, region: str) -> dict[str, float | None]:
    """Return the day's figures that differ from what the page showed."""
    per_drink = ALCOHOL_G_PER_DRINK[region]
    wanted = {
        "water": ("water_ml", GLASS_ML),
        "sun": ("sun_min", 1.0),
        "exercise": ("exercise_min", 1.0),
        "drinks": ("alcohol_g", per_drink),
        "caffeine": ("caffeine_mg", 1.0),
    }
    changed: dict[str, float | None] = {}
    for name, (fact, unit) in wanted.items():
        low, high = FACT_LIMITS[fact]
        value = form.number(name, low=low, high=int(high / unit))
        if _is_changed(form, name):
            changed[fact] = None if value is None else value * unit
    typed = form.typed("sleep").strip()
    if _is_changed(form, "sleep"):
        minutes = read_minutes(typed, plain_unit="h") if typed else None
        if typed and (minutes is None or minutes > 1440):
            form.fail("sleep", f"Write hours, like 7:30. You typed “{typed[:20]}”.")
        changed["night_sleep_min"] = minutes
    return changed


def read_changes(
    form: Form,
    *,
    asked: Mapping[Part, Iterable[str]],
    tracked: Mapping[Part, tuple[str, ...]],
    region: str,
    action: str,
) -> Changes:
    """Return what the form changes; errors are noted in the form.

    `asked` are all symptoms of the page by part, `tracked` those that a "none of
    these" button answers. `action` is the button that was pressed.
    """
    clear = action.removeprefix("clear-") if action.startswith("clear-") else ""
    rest = action.removeprefix("rest-") if action.startswith("rest-") else ""
    status = form.choice("food_status", ("complete", "partial"))
    food_status = cast("Literal['complete', 'partial', ''] | None", status)
    if not _is_changed(form, "food_status") or status is None:
        food_status = None
    if action == "clear-food_status":
        food_status = ""
    note = form.text("note", longest=LONGEST_NOTE)
    return Changes(
        night=read_answers(form, asked["night"], "night", clear=clear),
        day=read_answers(form, asked["day"], "day", clear=clear),
        rest_none={
            part: codes for part, codes in tracked.items() if rest in (part, "both")
        },
        facts=read_facts(form, region=region),
        food_status=food_status,
        note=note if _is_changed(form, "note") else None,
    )


def _is_changed(form: Form, name: str) -> bool:
    """Whether a field that was sent differs from what the page showed."""
    was = form.typed(f"{name}-was").replace("\r\n", "\n")
    return name in form.raw and form.typed(name).replace("\r\n", "\n") != was


def body_of(form: Form) -> str:
    """Return all that was sent as one text, the same for the same form sent again."""
    sent = form.raw.items(multi=True)
    return json.dumps(sorted(pair for pair in sent if pair[0] != "csrf_token"))


def read_supplements(form: Form) -> SupplementsTaken | None:
    """Return what was taken, or None when the form changes nothing of it."""
    if "supplements-was" not in form.raw and "supplement" not in form.raw:
        return None
    doses: dict[int, float] = {}
    for typed in form.typed_all("supplement"):
        if typed.isascii() and typed.isdigit() and len(typed) < 16:
            amount = form.number(f"doses-{typed}", low=0.1, high=MOST_DOSES)
            doses[int(typed)] = 1.0 if amount is None else amount
    none_taken = form.ticked("supplements_none") and not doses
    if doses_mark(doses, is_answered=none_taken) == form.typed("supplements-was"):
        return None
    return {"doses": doses, "is_answered": none_taken or bool(doses)}


def name_errors(form: Form, symptom_labels: Mapping[str, str]) -> None:
    """Put the name of the question before each error, for the list on top."""
    names = {
        "water": "Water",
        "sun": "Sun",
        "exercise": "Exercise",
        "drinks": "Alcohol",
        "caffeine": "Caffeine",
        "sleep": "Sleep",
        "note": "Note",
    }
    for code, label in symptom_labels.items():
        for end in ("", *(f"-{more}" for more in FOLLOW_UPS)):
            names[f"s-{code}{end}"] = label
    for field, message in form.errors.items():
        if field in names:
            form.errors[field] = f"{names[field]}: {message}"
