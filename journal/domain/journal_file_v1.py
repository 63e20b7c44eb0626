"""Version 1 of the JSON file, a log of days without keys, put into version 2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

#: What was not in version 1 stands as it does in a new journal.
PROFILE_DEFAULTS: Final[Mapping[str, Any]] = {
    "is_pregnant": False,
    "is_lactating": False,
    "is_region_known": True,
    "day_begins": "04:00:00",
    "tracked_symptoms": [],
    "theme": "system",
}
DAY_KEYS: Final = (
    "date",
    "water_ml",
    "sun_min",
    "exercise_min",
    "alcohol_g",
    "caffeine_mg",
    "night_sleep_min",
    "note",
)
SYMPTOM_KEYS: Final = (
    "date",
    "part",
    "symptom",
    "severity_0_10",
    "part_of_day",
    "duration_min",
    "times_count",
    "woke_me",
    "eased_by",
    "note",
    "updated_at",
)
ITEM_KEYS: Final = (
    "position",
    "amount_g",
    "amount_label",
    "amount_source",
    # Only in the tables, which are read back the same way.
    "said",
    "match_0_1",
)
NOT_NUTRIENTS: Final = frozenset({"id", "date", "supplement", "dose_label", "doses"})


def from_version_1(old: Mapping[str, Any]) -> dict[str, Any]:
    """Return the same days as version 2 has them.

    Sums of nutrients are left behind: they are worked out from the foods. Rows that
    are no objects stay as they are, to be refused with their place.
    """
    written_at = old.get("made_at")
    foods: dict[str, dict[str, Any]] = {}
    products: dict[str, dict[str, Any]] = {}
    meals = list(_meals(_rows(old, "meals"), foods, written_at))
    intakes = list(_intakes(_rows(old, "supplements"), products, written_at))
    profile = old.get("profile")
    return {
        "format": "lamplight-journal",
        "schema_version": 2,
        "profile": {**PROFILE_DEFAULTS, **_present(profile)},
        "foods": list(foods.values()),
        "supplements": list(products.values()),
        "days": list(_days(_rows(old, "days"), written_at)),
        "symptoms": [_symptom(row) for row in _rows(old, "symptoms")],
        "meals": meals,
        "supplement_intakes": intakes,
    }


def _rows(old: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    rows = old.get(name)
    return [_present(row) for row in rows] if isinstance(rows, list) else []


def _present(row: Any) -> dict[str, Any]:
    known = row if isinstance(row, dict) else {}
    return {key: value for key, value in known.items() if value is not None}


def _picked(row: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: row[key] for key in keys if key in row}


def _days(rows: list[dict[str, Any]], written_at: object) -> Iterator[dict[str, Any]]:
    for row in rows:
        # Version 1 had a row for every day; one without a moment was never written.
        if "updated_at" not in row:
            continue
        day = {"note": "", **_picked(row, DAY_KEYS)}
        if row.get("day_status") in {"complete", "partial"}:
            day["food_status"] = row["day_status"]
        day["supplements_answered"] = row.get("supplements_answered") is True
        day["updated_at"] = row.get("updated_at", written_at)
        yield day


def _symptom(row: Mapping[str, Any]) -> dict[str, Any]:
    sites = row.get("sites", "")
    found = {"note": "", **_picked(row, SYMPTOM_KEYS)}
    found["sites"] = sites.split() if isinstance(sites, str) else sites
    return found


def _meals(
    rows: list[dict[str, Any]], foods: dict[str, dict[str, Any]], written_at: object
) -> Iterator[dict[str, Any]]:
    """Put the foods of one moment and slot together again."""
    meals: dict[tuple[object, ...], dict[str, Any]] = {}
    for row in rows:
        moment = row.get("logged_at", written_at)
        last = meals.get((row.get("date"), row.get("slot"), moment))
        if last is None:
            last = {
                "date": row.get("date"),
                "slot": row.get("slot"),
                "said": "",
                "created_at": moment,
                "items": [],
            }
            meals[row.get("date"), row.get("slot"), moment] = last
        item = {"name": row.get("food", ""), "amount_label": ""}
        item |= _picked(row, ITEM_KEYS)
        if isinstance(row.get("food_id"), str):
            item["food"] = _food(row, foods)["id"]
        last["items"].append(item)
    yield from meals.values()


def _food(row: Mapping[str, Any], foods: dict[str, dict[str, Any]]) -> dict[str, Any]:
    slug = row["food_id"]
    if slug not in foods:
        # In the tables own foods have a number instead of a name for everybody.
        moment = row.get("logged_at")
        own: dict[str, Any] = {"is_listed": False, "created_at": moment}
        if not slug.startswith("own-"):
            own = {"slug": slug}
        foods[slug] = {
            "id": len(foods) + 1,
            **own,
            "source": row.get("source", "copy"),
            "source_code": row.get("source_code", ""),
            "filled_from": {},
            "name": row.get("food", ""),
            "category": "",
            "per_100_g": dict(_per_100_g(row)),
            "portions": [],
        }
    return foods[slug]


def _per_100_g(row: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """Yield what the food holds in 100 g, for where its table is not there."""
    grams = row.get("amount_g")
    if not isinstance(grams, (int, float)) or grams <= 0:
        return
    for key, value in row.items():
        is_figure = isinstance(value, (int, float)) and not isinstance(value, bool)
        is_nutrient = key.endswith(("_mg", "_ug", "_kcal", "_g")) and key != "amount_g"
        if is_figure and is_nutrient:
            yield key, value / grams * 100


def _intakes(
    rows: list[dict[str, Any]], products: dict[str, dict[str, Any]], written_at: object
) -> Iterator[dict[str, Any]]:
    for row in rows:
        doses = row.get("doses")
        if not isinstance(doses, (int, float)) or doses <= 0:
            continue
        amounts = {
            key: value / doses
            for key, value in row.items()
            if key not in NOT_NUTRIENTS and isinstance(value, (int, float))
        }
        name, label = row.get("supplement", ""), row.get("dose_label", "1 dose")
        product = products.setdefault(
            repr((name, label, sorted(amounts.items()))),
            {
                "id": len(products) + 1,
                "name": name,
                "dose_label": label,
                "amounts": amounts,
                "is_active": True,
                "created_at": written_at,
            },
        )
        yield {"supplement": product["id"], "date": row.get("date"), "doses": doses}
