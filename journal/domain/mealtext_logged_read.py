"""Rows of food-diary apps as foods: each one, by the surest of its names, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from journal.domain import mealtext_clean as clean
from journal.domain.amounts import singular
from journal.domain.foodmatch import SURE, words_of
from journal.domain.mealtext_classes import CLASSES
from journal.domain.mealtext_commas import GUESSED, only_closer
from journal.domain.mealtext_dishes import BAKED, FILLED, LAYERED, STEWED
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_foods import Sources, foods_of
from journal.domain.mealtext_hits import Matched
from journal.domain.mealtext_logged import ROW_MARK, Row, rows_of
from journal.domain.mealtext_logged_names import Naming
from journal.domain.mealtext_rows import HOLDING
from journal.domain.mealtext_said import Said, stems_of, told_stems
from journal.domain.mealtext_slots import BREAK
from journal.domain.mealtext_sort import sort_pieces
from journal.domain.mealtext_units import SIZES, UNITS
from journal.domain.mealtext_words import FRACTION_WORDS, SLOTS

_LINKED = re.compile(r"\s(?:and|with|on|in|or|n|&|\+)\s|\s?[,/+&]\s?|\.\s")
_DASH = re.compile(r"\s+[-–—]\s+")
_COMMA = re.compile(r"\s*,\s*")
_BESIDE = re.compile(r"\b(?:on|in|with)\b")
# Tables of foods say these of what was weighed.
_TABLE_TALK = frozenset(
    """
    meat only skin separable lean and fat year round average all grades commercial
    varieties nfs ns as to with without eaten not flesh broilers or fryers
    """.split()  # noqa: SIM905
)
_DISHES = FILLED | LAYERED | STEWED | HOLDING | BAKED
# No food is called so: only the amount beside it is read.
_NOBODYS = "ꙮꙮꙮ"
_PIECE = clean.Piece(0, 0, BREAK, None, None, is_narrative=False, is_closed=False)


def rows_read(text: str, sources: Sources) -> list[tuple[Row, Said | None]]:
    """The rows of a text with the one food of each; what may be a list is left out.

    A row that only adds up others has no food.
    """
    found = ((row, _Reader(row, sources).read()) for row in rows_of(text))
    return [(row, one) for row, one in found if one is not None or row.is_sum]


def apart_from_rows(
    eaten: Sequence[Said], rows: Sequence[tuple[Row, Said | None]]
) -> tuple[list[Said], list[Said]]:
    """What was told otherwise, and the rows, each in the meal its mark stands in."""
    foods = {row.start: one for row, one in rows}
    told, logged = [], []
    for one in eaten:
        food = foods.get(one.draft.start)
        if food is not None and one.draft.words[:1] == [ROW_MARK]:
            food.piece = one.piece
            logged.append(food)
        else:
            told.append(one)
    return told, logged


@dataclass
class _Reader:
    row: Row
    sources: Sources

    @cached_property
    def _naming(self) -> Naming:
        return Naming(self.row, self.sources)

    def read(self) -> Said | None:
        row = self.row
        if row.is_sum:
            return None
        if not row.food:
            return self._placed(_nothing(["quick", "added", "calories"]))
        if not row.maker:
            return self._alone_in_row()
        if row.maker in SLOTS or not self._naming.is_logged():
            return None
        return self._placed(self._by_names() or self._unknown())

    def _by_names(self) -> Said | None:
        found = None
        for name, is_guess in self._naming.names():
            found = self._found(name)
            if found is not None:
                found = _held(found) if is_guess else found
                break
        is_made_otherwise = self._naming.is_alike
        if found is not None and (is_made_otherwise or _score(found) >= SURE):
            return found
        return self._as_written(found) or found or self._counted()

    def _as_written(self, found: Said | None) -> Said | None:
        """The one food that the row names as it stands, where it is surer so."""
        row = self.row
        weight = f" ({row.weight})" if row.weight else ""
        amount = f"{row.number} {row.unit}".strip()
        said = self._read(f"{row.maker} - {row.food}, {amount}{weight}")
        if len(said) != 1 or not self._answers(said[0]):
            return None
        told = told_stems(said[0].draft.words) & told_stems(self._naming.maker)
        is_whole = bool(told) or _score(said[0]) >= SURE
        is_surer = found is None or bool(told and _score(said[0]) >= SURE)
        return said[0] if is_whole and is_surer else None

    def _counted(self) -> Said | None:
        """What the row counts, where no name of it is known: "2 poptarts"."""
        unit = self.row.unit
        if unit in UNITS or unit in CLASSES or not unit:
            return None
        found = self._found(unit)
        return _held(found) if found else None

    def _alone_in_row(self) -> Said | None:
        """A row without a maker, where no list of foods is written so."""
        row, food = self.row, self._naming.food
        is_linked = _LINKED.search(f" {row.food} ") is not None
        is_head = bool(food) and singular(row.unit) == singular(food[-1])
        if is_head and told_stems(food[-1:]) & _DISHES and self._naming.first(row.food):
            # "Steak and Kidney Pie, 1 pie".
            is_linked = False
        _, _, closer = row.food.partition(",")
        is_list = bool(closer) and not only_closer(words_of(closer))
        is_row = row.is_sure or (is_head and not is_linked)
        if not is_row or not food or self._naming.lead() is None:
            return None
        found = self._found(row.food) if row.is_sure or not is_list else None
        if is_list and found is None:
            return None
        return self._placed(found or self._unknown())

    def _found(self, name: str) -> Said | None:
        """The one food by a name; of a name that links foods a guess or none."""
        name = _DASH.sub(" ", name)
        first, _, rest = name.partition(" ")
        # "1 serving Quarter Chicken" is a serving, of a part of whatever.
        is_part = first in FRACTION_WORDS and bool(rest)
        said = self._read(self._said(rest if is_part else name))
        if len(said) == 1 and self._answers(said[0]):
            return _held(said[0]) if is_part else said[0]
        dish, _, beside = name.partition(" with ")
        found = self._found(dish) if beside else None
        if found is not None:
            return _held(found)
        plain = _LINKED.sub(" ", f" {name} ").strip()
        said = self._read(self._said(plain))
        if len(said) == 1 and self._answers(said[0]) and _names_dish(said[0], name):
            return _held(said[0])
        return None

    def _answers(self, one: Said) -> bool:
        """Whether a food was found, and for more than a slip in its maker's name."""
        hit = one.matched.hit if one.matched else None
        if hit is None:
            return False
        named = stems_of(hit.name) | stems_of(hit.label)
        is_told = bool(named & told_stems(self._naming.food))
        is_made = bool(self.row.maker) and self._naming.first(self.row.maker)
        return hit.score >= SURE or is_told or bool(is_made)

    def _said(self, name: str) -> str:
        """The row as one would say it: amount, name, weight in brackets."""
        parts = [part for part in _COMMA.split(name) if not _is_table_talk(part)]
        sizes = [part for part in parts if part in SIZES]
        rest = ", ".join(part for part in parts if part not in SIZES)
        lead = self._naming.lead() or ""
        head, _, last = rest.rpartition(" ")
        unit = UNITS.get(self.row.unit)
        if unit and last and UNITS.get(last) is unit:
            # "4 fingers" of "Shortbread Fingers" are no fingers of fingers.
            named, plain = self._naming.first(rest), self._naming.first(head)
            is_same = named and plain and named.id == plain.id
            rest = head if is_same and last not in CLASSES else rest
            lead = lead if rest == head else self.row.number
        weight = f" ({self.row.weight})" if self.row.weight else ""
        return f"{' '.join([lead, *sizes])} {rest}{weight}"

    def _unknown(self) -> Said:
        """What no food is known for, with its words and its amount."""
        said = self._read(self._said(_NOBODYS))
        one = _nothing(words_of(f"{self.row.maker} {self.row.food}"))
        if said:
            one.draft.amount, one.draft.total = (
                said[0].draft.amount,
                said[0].draft.total,
            )
        return one

    def _read(self, text: str) -> list[Said]:
        work, pieces, shares = clean.cut(text)
        eaten, _ = sort_pieces(work, pieces)
        return foods_of(text, eaten, shares, self.sources)

    def _placed(self, one: Said) -> Said:
        draft = one.draft
        draft.start, draft.end = self.row.start, self.row.end
        if self.row.maker:
            draft.told = [*self._naming.maker, *self._naming.food]
        return one


def _nothing(words: Sequence[str]) -> Said:
    return Said(Draft(0, 0, list(words)), _PIECE, Matched(tuple(words), None, ()))


def _is_table_talk(part: str) -> bool:
    return bool(part) and set(words_of(part)) <= _TABLE_TALK


def _names_dish(one: Said, name: str) -> bool:
    """Whether a linked name calls the food by its dish, or by most of its words."""
    hit = one.matched.hit if one.matched else None
    dish = words_of(_BESIDE.split(f"{name} ", maxsplit=1)[0])
    if hit is None or not dish:
        return False
    named, told = stems_of(hit.name) | stems_of(hit.label), told_stems(words_of(name))
    head = told_stems(dish[-1:])
    return bool(head & named & _DISHES) or 2 * len(named & told) > len(told)


def _score(one: Said) -> float:
    hit = one.matched.hit if one.matched else None
    return 0.0 if hit is None or hit.is_stand_in else hit.score


def _held(one: Said) -> Said:
    matched = one.matched
    if matched is not None and matched.hit is not None:
        hit = replace(matched.hit, score=min(matched.hit.score, GUESSED))
        one.matched = replace(matched, hit=hit)
    return one
