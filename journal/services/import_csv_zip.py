"""The journal's own zip of tables, read back: days, answers, meals, supplements.

The tables hold less than the JSON file (no settings, no blood tests are read from
them); what they hold comes back exactly, defused formulas included.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.errors import Invalid
from journal.domain.history_table import decoded
from journal.domain.journal_file_v1 import from_version_1
from journal.domain.nutrition import NUTRIENT_KEYS
from journal.models import Meal, SupplementIntake
from journal.render.csvfile import restored

NEVER: Final = "1970-01-01T00:00:00+00:00"
#: The tables that are read back.
TABLES: Final = ("days", "symptoms", "meals", "supplements")
#: Held in memory while it is read; ten years of meals have about 9 MB.
LARGEST_TABLE_BYTES: Final = 64_000_000
SWITCH: Final = {"yes": True, "no": False}
WHOLE: Final = ("severity_0_10", "duration_min", "times_count", "position")
DECIMAL: Final = (
    *("water_ml", "sun_min", "exercise_min", "alcohol_g", "caffeine_mg"),
    *("night_sleep_min", "amount_g", "doses", "match_0_1"),
    *NUTRIENT_KEYS,
)
READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    **dict.fromkeys(DECIMAL, float),
    **dict.fromkeys(WHOLE, int),
    **dict.fromkeys(("woke_me", "supplements_answered"), SWITCH.__getitem__),
}


def is_own_zip(archive: zipfile.ZipFile) -> bool:
    """Whether an archive is the journal's own zip of tables."""
    return {"README.txt", "days.csv", "symptoms.csv"} <= set(archive.namelist())


def read_own_zip(archive: zipfile.ZipFile) -> dict[str, Any]:
    """Return the tables as a document of the JSON file, without profile."""
    tables: dict[str, Any] = {name: list(_rows(archive, name)) for name in TABLES}
    moments = [row.get("updated_at", "") for row in tables["days"]]
    made_at = max(moments, default="") or NEVER
    document = from_version_1({**tables, "profile": {}, "made_at": made_at})
    del document["profile"]
    document["skipped_meals"] = [
        {"date": row["date"], "slot": slot}
        for row in tables["days"]
        for slot in row.get("meals_skipped", "").split()
    ]
    return document


def without_days_here(
    session: Session, document: dict[str, Any], *, user_id: int
) -> tuple[dict[str, Any], int]:
    """Leave out meals and supplements of days that have some here; count them.

    The tables do not tell one meal from another like it, so a day counts as a whole.
    """
    kept = dict(document)
    left_out = 0
    for name, model in (("meals", Meal), ("supplement_intakes", SupplementIntake)):
        query = select(model.date).where(model.user_id == user_id).distinct()
        here = {day.isoformat() for day in session.scalars(query)}
        kept[name] = [row for row in document[name] if row.get("date") not in here]
        left_out += len(document[name]) - len(kept[name])
    taken = {row["supplement"] for row in kept["supplement_intakes"]}
    eaten = {item.get("food") for meal in kept["meals"] for item in meal["items"]}
    kept["supplements"] = [r for r in document["supplements"] if r["id"] in taken]
    kept["foods"] = [row for row in document["foods"] if row["id"] in eaten]
    return kept, left_out


def _rows(archive: zipfile.ZipFile, name: str) -> Iterator[dict[str, Any]]:
    file = f"{name}.csv"
    if file not in archive.namelist():
        return
    if archive.getinfo(file).file_size > LARGEST_TABLE_BYTES:
        raise Invalid("file", f"{file} is too large to be read back.")
    text = decoded(archive.read(file))
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    for row in reader:
        try:
            yield {
                column: READERS.get(column, restored)(cell)
                for column, cell in row.items()
                if cell and column and column != "schema_version"
            }
        except (ValueError, KeyError, TypeError):
            words = f"{file}, line {reader.line_num}, is not as it was written."
            raise Invalid("file", words) from None
