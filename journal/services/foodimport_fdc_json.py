"""Reads a FoodData Central JSON release one food at a time."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import IO, Any, Final

from journal.services.foodimport_fdc_csv import (
    brand_suffix,
    is_in_grams,
    portion_label,
)
from journal.services.foodimport_record import (
    BRANDED,
    CODES,
    FOUNDATION,
    SR_LEGACY,
    SURVEY,
    ImportedFood,
    Progress,
    figure,
    food_of,
    tidy_name,
    unusable,
)

#: The one list of each file, and what its foods are.
LISTS: Final = {
    "FoundationFoods": FOUNDATION,
    "SRLegacyFoods": SR_LEGACY,
    "SurveyFoods": SURVEY,
    "BrandedFoods": BRANDED,
}
_CHUNK_BYTES: Final = 1 << 18
#: A Foundation food with all its samples has under 1 MB.
MAXIMUM_FOOD_CHARACTERS: Final = 20_000_000


def fdc_json_foods(
    stream: IO[bytes], name: str, progress: Progress
) -> Iterator[ImportedFood]:
    """Yield the foods of the list in a file; only one is in memory at a time."""
    text = _Text(stream, name, progress)
    text.take("{")
    key = text.value()
    if not isinstance(key, str) or key not in LISTS:
        raise unusable(f"{name} is not a list of foods of FoodData Central.")
    text.take(":")
    text.take("[")
    if text.peek() == "]":
        return
    while True:
        found = text.value()
        if not isinstance(found, dict):
            raise unusable(f"{name} holds something else than foods.")
        try:
            food = _food(found, LISTS[key])
        except (AttributeError, KeyError, TypeError, ValueError):
            raise unusable(f"{name} holds a food that is not as usual.") from None
        if food:
            yield food
        if text.peek() == "]":
            break
        text.take(",")
    text.take("]")
    text.take("}")


class _Text:
    """A JSON text, read as far as the next value needs."""

    def __init__(self, stream: IO[bytes], name: str, progress: Progress) -> None:
        self._stream = stream
        self._name = name
        self._progress = progress
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._json = json.JSONDecoder()
        self._held = ""
        self._at = 0
        self._is_at_end = False

    def peek(self) -> str:
        """Return the next character that is not white space; "" at the end."""
        while True:
            while self._at < len(self._held) and self._held[self._at] in " \t\r\n":
                self._at += 1
            if self._at < len(self._held):
                return self._held[self._at]
            if self._is_at_end:
                return ""
            self._read(_CHUNK_BYTES)

    def take(self, wanted: str) -> None:
        """Step over a character that must come next."""
        if self.peek() != wanted:
            raise self._broken()
        self._at += 1

    def value(self) -> Any:
        """Return the next value, reading on until it is whole."""
        self.peek()
        size = _CHUNK_BYTES
        while True:
            try:
                value, end = self._json.raw_decode(self._held, self._at)
            except RecursionError:
                raise self._broken() from None
            except ValueError:
                if self._is_at_end or len(self._held) > MAXIMUM_FOOD_CHARACTERS:
                    raise self._broken() from None
                self._read(size)
                size *= 2  # so that a long food is not tried from its start too often
            else:
                self._at = end
                return value

    def _read(self, size: int) -> None:
        raw = self._stream.read(size)
        self._progress(len(raw))
        self._is_at_end = not raw
        more = self._decoder.decode(raw, final=not raw)
        self._held = self._held[self._at :] + more
        self._at = 0

    def _broken(self) -> Exception:
        return unusable(f"{self._name} is not sound JSON or is cut off.")


def _food(found: dict[str, Any], source: str) -> ImportedFood | None:
    number = int(found["fdcId"])
    name = str(found["description"])
    if source == BRANDED:
        brand = {
            "brand_name": found.get("brandName"),
            "brand_owner": found.get("brandOwner") or "",
        }
        name = tidy_name(name) + brand_suffix(brand)
    return food_of(
        id=f"fdc-{number}",
        source=source,
        source_code=str(number),
        name=name,
        category=_category(found),
        figures=_figures(found),
        portions=_portions(found),
    )


def _category(found: dict[str, Any]) -> str:
    category = found.get("foodCategory") or {}
    survey = found.get("wweiaFoodCategory") or {}
    return str(
        category.get("description")
        or survey.get("wweiaFoodCategoryDescription")
        or found.get("brandedFoodCategory")
        or ""
    )


def _figures(found: dict[str, Any]) -> dict[str, float | None]:
    best: dict[str, tuple[int, float]] = {}
    for one in found.get("foodNutrients") or ():
        nutrient = one.get("nutrient") or {}
        code = CODES.get(str(nutrient.get("id")))
        value = figure(one.get("amount"))
        unit = str(nutrient.get("unitName", "")).upper().replace("µ", "U")
        if code is None or value is None or unit.replace("Μ", "U") != code.unit:
            continue
        place = best.get(code.key, (code.place + 1, 0.0))[0]
        if code.place < place:
            best[code.key] = (code.place, value * code.factor)
    return {key: value for key, (_, value) in best.items()}


def _portions(found: dict[str, Any]) -> list[tuple[str, float | None]]:
    listed = sorted(
        found.get("foodPortions") or (),
        key=lambda one: int(one.get("sequenceNumber") or 0),
    )
    portions = [
        (
            portion_label(
                str(one.get("amount") or one.get("value") or ""),
                str((one.get("measureUnit") or {}).get("name") or ""),
                str(one.get("portionDescription") or ""),
                str(one.get("modifier") or ""),
            ),
            figure(one.get("gramWeight")),
        )
        for one in listed
    ]
    if is_in_grams(str(found.get("servingSizeUnit") or "")):
        label = str(found.get("householdServingFullText") or "1 serving")
        portions.append((label, figure(found.get("servingSize"))))
    return portions
