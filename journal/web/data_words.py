"""Words for what an import does: which kinds of rows, which columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from journal.services.data_import import Plan

#: Name in the counts to (one, several).
KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "foods": ("food", "foods"),
    "symptoms": ("symptom answer", "symptom answers"),
    "facts": ("figure about a day", "figures about days"),
    "notes": ("note", "notes"),
    "totals": ("day with sums", "days with sums"),
    "days": ("day", "days"),
    "meals": ("meal", "meals"),
    "supplements": ("supplement", "supplements"),
    "supplement_intakes": ("supplement taken", "supplements taken"),
    "lab_results": ("blood test result", "blood test results"),
    "red_flags_shown": ("warning shown", "warnings shown"),
    "profile": ("profile", "profiles"),
    "reminders": ("reminder", "reminders"),
    "own_foods": ("own food", "own foods"),
    "saved_meals": ("saved meal", "saved meals"),
    "day_origins": ("mark of where a day came from", "marks of where days came from"),
}
COLUMNS: Final[Mapping[str, str]] = {
    "energy_kcal": "energy, in kcal",
    "fibre_g": "fibre, in g",
    "carbohydrate_g": "carbohydrate, in g",
    "thiamin_mg": "thiamin (B1), in mg",
}


def counts_in_words(counts: Mapping[str, Any]) -> str:
    """Return "12 foods, 3 notes" for the numbers of new rows."""
    parts = []
    for name, count in counts.items():
        number = count if isinstance(count, int) else count.new + count.changed
        if not number:
            continue
        one, several = KINDS.get(name, (name.replace("_", " "),) * 2)
        parts.append(f"{number:,} {one if number == 1 else several}")
    return ", ".join(parts) or "nothing new"


def columns_in_words(plan: Plan) -> list[tuple[str, str]]:
    """Return each column of the file with what becomes of it."""
    if plan.history is None:
        return []
    return [(name, _words(becomes)) for name, becomes in plan.history.history.columns]


def _words(becomes: str) -> str:
    if becomes in COLUMNS:
        return COLUMNS[becomes]
    for ending, unit in (("_mg", "mg"), ("_ug", "µg"), ("_g", "g")):
        if becomes.endswith(ending) and " " not in becomes:
            name = becomes.removesuffix(ending).replace("_", " ")
            return f"{name}, in {unit}"
    return becomes
