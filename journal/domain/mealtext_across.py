"""Inches told of a thing: "a 12-inch pizza", 'two 8" tortillas', "a 1-inch cube"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journal.domain.amounts_across import Across
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_said import Said

_WORDS = {
    word: float(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(),  # noqa: SIM905
        start=1,
    )
}
_CM_PER_INCH = 2.54
_FOOT = 12.0
_WIDTH = re.compile(
    rf"""(?<![\d/.x"])(?:(?P<number>\d{{1,2}}(?:\.\d)?)|(?P<word>{"|".join(_WORDS)}))
      (?P<half>[ -]?(?:1/2|½))?[ -]?
      (?:(?P<unit>inch(?:es)?\b|"|''|”|″|in\b\.?|cm\b))(?!\s?(?:x|by|of)\b)
      (?:[ -](?P<cube>cubes?)\b)?
    |(?P<cubic>\bcubic[ -]inch(?:es)?\b)
    |(?P<foot>\bfoot[ -]?long\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# So far before or after a food its width may stand: "a pizza (12 inch)".
_REACH = 12
_BEFORE = re.compile(rf"(?:{_WIDTH.pattern})\s*$", _WIDTH.flags)
_AFTER = re.compile(rf"\s*\(?(?:{_WIDTH.pattern})", _WIDTH.flags)


def take_widths(text: str, items: Sequence[Said]) -> None:
    """Give each food the inches that were told of it, from the text as written."""
    for one in items:
        one.draft.across = _across(text, one.draft)


def _across(text: str, draft: Draft) -> Across | None:
    before = text[max(0, draft.start - _REACH) : draft.start]
    after = text[draft.end : draft.end + _REACH]
    found = _WIDTH.search(text, draft.start, draft.end) or _BEFORE.search(before)
    found = found or _AFTER.match(after)
    if found is None:
        return None
    if found["foot"]:
        return Across(_FOOT)
    if found["cubic"]:
        return Across(1.0, is_cube=True)
    inches = float(found["number"] or _WORDS[found["word"].lower()])
    inches += 0.5 if found["half"] else 0.0
    if found["unit"].lower() == "cm":
        inches /= _CM_PER_INCH
    return Across(inches, bool(found["cube"]))
