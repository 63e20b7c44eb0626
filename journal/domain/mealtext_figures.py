"""Columns of figures at the end of a row: "Egg, large 2 144 1 10 13".

Energy, then grams of carbohydrate, fat and protein in any order: what a food gives
and none of it an amount of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import permutations

# Energy of a gram of two of the three, and of fat.
_KCAL = (4.0, 4.0, 9.0)
_NEAR, _LEAST_KCAL = 0.2, 20.0
_FEWEST = 3
_CELL = re.compile(r"(?:\d{1,5}|\d,\d{3})(?:\.\d{1,2})?\s?(?:kcal|cals?|mg|g|%)?|--")
_WIDE = re.compile(r"\t\s*|\s{2,}|\s?\|\s?")
_TIGHT = re.compile(r"(?:\s\d{1,5}(?:\.\d{1,2})?){4,9}\s*$")
_SINGLE = re.compile(r"\s(\d{1,5}(?:\.\d{1,2})?)")
_BARE = re.compile(r"\d+(?:\.\d+)?")
_WEIGHT = re.compile(r"\d+(?:\.\d+)?\s?g")


def without_figures(row: str) -> str | None:
    """The row in lower case without its figures, None where none stand there.

    Columns parted by tabs or wide gaps are told by their number, others only where
    their figures agree as energy does with what it is of.
    """
    cells = _WIDE.split(row.strip())
    figures = 0
    for cell in reversed(cells[1:]):
        if not _CELL.fullmatch(cell):
            break
        figures += 1
    if figures >= _FEWEST:
        kept, told = cells[: len(cells) - figures], cells[len(cells) - figures :]
        return " ".join([*kept, *_counted(told)])
    return _tight(row)


def _tight(row: str) -> str | None:
    found = _TIGHT.search(row)
    if found is None:
        return None
    figures = _SINGLE.findall(found.group())
    for at in range(min(2, len(figures) - _FEWEST)):
        if _agree(figures[at : at + 4]):
            return " ".join([row[: found.start()], *figures[:at]])
    return None


def _counted(told: Sequence[str]) -> Sequence[str]:
    """The first figure where it is the amount: a weight, or before the energy."""
    if len(told) <= _FEWEST:
        return ()
    if _WEIGHT.fullmatch(told[0]):
        return told[:1]
    if not _BARE.fullmatch(told[0]) or _agree(told[:4]):
        return ()
    is_count = _agree(told[1:5]) or float(told[0]) < _LEAST_KCAL
    return told[:1] if is_count else ()


def _agree(told: Sequence[str]) -> bool:
    """Whether energy and three figures agree, in any order of the three."""
    found = [_BARE.match(one.replace(",", "")) for one in told]
    numbers = [float(one.group()) for one in found if one]
    if len(numbers) < 4 or numbers[0] < _LEAST_KCAL:
        return False
    energy, grams = numbers[0], numbers[1:4]
    return any(
        abs(sum(a * b for a, b in zip(grams, each, strict=True)) - energy)
        <= _NEAR * energy
        for each in set(permutations(_KCAL))
    )
