"""Rows as food-diary apps write them: "Maker - Food Name, 3 cookies (45 g)".

Here only their shape is read: who made it, what it is called, how much of it. Which
food is meant, and whether it is a row at all, `mealtext_logged_read` decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from journal.domain import mealtext_words as said
from journal.domain.foodmatch import MODIFIERS, STOPWORDS
from journal.domain.mealtext_figures import without_figures
from journal.domain.mealtext_methods import METHODS
from journal.domain.mealtext_units import UNITS

#: Stands in the text for a row that was read apart: a word that nobody writes.
ROW_MARK = "ꙮꙮꙮ"
MOST_ROWS = 200
_LONGEST_ROW = 300

_NUMBER = r"(?:\d{1,4}\s\d/\d{1,2}|\d{1,4}/\d{1,2}|\d{1,4}(?:\.\d{1,3})?|[½¼¾⅓⅔]|half)"
_UNIT_WORD = r"[a-z][a-z.]{0,14}(?:\((?:s|es)\))?"
_UNIT = rf"(?P<unit>{_UNIT_WORD}(?:\s{_UNIT_WORD}){{0,2}})"
_CLOSER = r"(?:,\s?[a-z][a-z\s]{2,40}){0,2}"
_WEIGHT = rf"(?P<weight>\([^()]{{1,60}}\)|/\s?{_NUMBER}\s?[a-z][a-z.\s]{{0,12}})"
_AFTER_NAME = (
    rf"(?P<number>{_NUMBER})(?:\s?{_UNIT})?(?P<closer>{_CLOSER})\s?{_WEIGHT}?"
    rf"(?P<more>{_CLOSER})\s{{0,3}}[.,]?\s{{0,3}}$"
)
_AFTER_COMMA = re.compile(rf"\s?,\s?{_AFTER_NAME}")
_AFTER_SPACE = re.compile(rf"\s{_AFTER_NAME}")
_SEGMENT = re.compile(r"[^\n;]+")
_HEAD = re.compile(
    rf"\s*(?:[-*•·]\s+)?(?:\d{{1,2}}[:.]\d\d(?:\s?[ap]m)?\s?[-,:]?\s+)?"
    rf"(?:(?:{'|'.join(said.SLOTS)})\s?(?::\s*|-\s+(?=[^\n;]{{1,80}}\s-\s)))?"
)
_DASH = re.compile(r"\s+[-–—]\s+")
_ENERGY = re.compile(
    r"[\s,(–-]{1,4}\d[\d,.]{0,7}\s?(?:kcals?|cals?|calories|kj)\b\.?\)?\s*$"
)
_QUICK = re.compile(
    r"\s*quick[- ]add(?:ed)?\b(?:\scalories|\scals?|\sfood)?\s?[-,:]?\s?"
    r"(?:1(?:\.0)?\sservings?(?:\(s\))?\s?,?\s?)?"
    r"(?:[\d,.]{1,8}\s?(?:kcals?|cals?|calories|kj)?)?(?:,?\s?1(?:\.0)?\sservings?"
    r"(?:\(s\))?)?[\s,]*"
)
_SURELY_LOGGED = re.compile(r"\((?:s|es)\)|\bea\.|\d\.0\s[a-z]")
_LED_BY_AMOUNT = re.compile(rf"{_NUMBER}\s")
_WEIGHED = re.compile(
    rf"(?P<number>{_NUMBER})\s?"
    r"(?P<unit>fl\.?\soz|g|gr|grams?|kg|ml|l|oz|ounces?|cups?|lbs?|tbsp|tsp)\b\.?"
    r"(?P<each>\s?(?:ea\b\.?|each|apiece))?"
)
_WORD = re.compile(r"[a-z]+")
_SUMS = frozenset(
    """
    total totals subtotal sum goal remaining daily-total daily-goal total: totals:
    """.split()  # noqa: SIM905
).union(said.SLOTS)
_CLOSERS = said.CLOSER | MODIFIERS | METHODS | STOPWORDS
_CUT = frozenset(
    """
    slices slice halves half pieces strips cubes chunks rings packed mashed pureed
    shredded not skin unprepared drained each wedges florets spears crumbled melted
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row at ``start`` to ``end`` of a text, its parts in lower case.

    ``maker`` is empty where none stands before a dash; ``number`` and ``unit`` are the
    amount as said, ``weight`` a weight or volume told beside it ("" where none was).
    ``is_titled`` where maker and food are written as names, ``is_sure`` where only an
    app writes so; ``is_sum`` where it only adds up others: "Total 1,850 200 60".
    """

    start: int
    end: int
    maker: str
    food: str
    number: str
    unit: str
    weight: str
    is_titled: bool
    is_sure: bool
    is_sum: bool = False


def rows_of(text: str) -> list[Row]:
    """The rows of a text by their shape, in order."""
    low = "".join(one if len(one := char.lower()) == 1 else char for char in text)
    found = [row for row in _every(text, low) if row]
    if any(row.maker and row.is_titled for row in found):
        # Beside one such row others are rows, too, though without a maker.
        found = [
            row if row.maker else replace(row, is_sure=row.is_sure or row.is_titled)
            for row in found
        ]
    return found[:MOST_ROWS]


def without_rows(text: str, rows: list[Row]) -> str:
    """The text of the same length with a mark for each row, nothing for a sum."""
    for row in rows:
        mark = ("" if row.is_sum else ROW_MARK).ljust(row.end - row.start)
        text = text[: row.start] + mark + text[row.end :]
    return text


def _every(text: str, low: str) -> Iterator[Row | None]:
    for segment in _SEGMENT.finditer(low):
        if len(segment.group()) > _LONGEST_ROW:
            continue
        head = _HEAD.match(segment.group())
        start = segment.start() + (head.end() if head else 0)
        end = segment.start() + len(segment.group().rstrip())
        if end - start < len(ROW_MARK):
            continue
        yield _row(text[start:end], low[start:end], start, end)


def _row(said_so: str, low: str, start: int, end: int) -> Row | None:
    if _QUICK.fullmatch(low):
        return Row(start, end, "", "", "", "", "", is_titled=True, is_sure=True)
    bare = without_figures(low)
    has_figures = bare is not None
    bare = _ENERGY.sub("", bare or low).rstrip()
    if has_figures and bare in _SUMS:
        # The figures of a meal's heading go, the heading stays.
        at = start + (len(bare) if bare in said.SLOTS else 0)
        return Row(
            at, end, "", "", "", "", "", is_titled=True, is_sure=True, is_sum=True
        )
    if has_figures and _LED_BY_AMOUNT.match(bare) and low.startswith(bare):
        # "2 eggs 150 1 10 13": what stands before the figures is said plainly.
        at = start + len(bare)
        return Row(
            at, end, "", "", "", "", "", is_titled=True, is_sure=True, is_sum=True
        )
    is_sure = has_figures or _SURELY_LOGGED.search(bare) is not None
    found = _amount_after(bare, has_figures=has_figures, is_sure=is_sure)
    if found is None and not has_figures:
        return None
    name = bare[: found.start() if found else len(bare)].strip(" ,\t")
    maker, food, at = _parted(name)
    if not food or _LED_BY_AMOUNT.match(name) or len(maker) > 60 or "," in maker:
        return None
    is_titled = _is_titled(said_so[: len(name)], at)
    number, unit, weight = _amount(found) if found else ("", "", "")
    return Row(start, end, maker, food, number, unit, weight, is_titled, is_sure)


def _amount_after(
    bare: str, *, has_figures: bool, is_sure: bool
) -> re.Match[str] | None:
    """The amount at a row's end, after a comma or where only an app writes so."""
    found = _AFTER_COMMA.search(bare)
    if found is None and is_sure:
        found = _AFTER_SPACE.search(bare)
    if found is None or not _tells_closer(found) or not (found["unit"] or has_figures):
        return None
    return found


def _parted(name: str) -> tuple[str, str, int]:
    """Maker, food, and where in the name the food begins."""
    dash = _DASH.search(name)
    if dash is None:
        return "", name, 0
    return name[: dash.start()], name[dash.end() :], dash.end()


def _is_titled(name: str, at: int) -> bool:
    return not name[:1].islower() and not name[at : at + 1].islower()


def _tells_closer(found: re.Match[str]) -> bool:
    """Whether after the amount only is told how the food was cut."""
    words = _WORD.findall(found["closer"] + found["more"])
    return all(word in _CLOSERS | _CUT for word in words)


def _amount(found: re.Match[str]) -> tuple[str, str, str]:
    """Number, unit and weight of a row; of each where that was said."""
    number = found["number"]
    unit = re.sub(r"\((?:s|es)\)", "", found["unit"] or "").strip(" .")
    told = _WEIGHED.search(found["weight"] or "")
    if told is None:
        return number, unit, ""
    if told["each"]:
        count = value_of(number) * value_of(told["number"])
        return f"{count:.4g}", told["unit"], ""
    beside = UNITS[told["unit"].replace(".", "")]
    own = UNITS.get(unit)
    if own and own.grams and not beside.grams:
        # "62 g/1 cup" is weighed.
        return number, unit, ""
    if own and own.millilitres and beside.millilitres and "/" not in found["weight"]:
        # "2 cups (8 fl oz)" tells how large a cup is.
        return number, unit, ""
    return number, unit, f"{told['number']} {told['unit']}"


def value_of(number: str) -> float:
    """What a number of a row counts: "1 1/2", "0.5", "½", "half"."""
    total = 0.0
    for part in number.split():
        above, _, below = part.partition("/")
        if above in said.GLYPHS:
            total += said.GLYPHS[above]
        elif above == "half":
            total += 0.5
        else:
            total += float(above) / float(below or 1) if float(below or 1) else 0.0
    return total
