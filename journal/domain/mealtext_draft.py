"""One food as it was said, before it is known which food it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from journal.domain.amounts_across import Across

#: How a small size was said, where it may be a bit of something too.
LITTLE = "little"
#: Said of what is packed for one person: "a single serving cup".
FOR_ONE = "individual"


@dataclass(slots=True)
class Amount:
    """One amount as said: ``multiplier`` × ``number`` ``unit``, or a vessel's size.

    ``manner`` are words of what sort of unit it is: "thick" of a slice.
    """

    number: float | None = None
    unit: str | None = None
    size: str | None = None
    vessel: str | None = None
    multiplier: float = 1.0
    is_weak: bool = False
    is_part: bool = False
    pounds: float = 0.0
    is_assumed: bool = False
    is_times: bool = False
    is_heaped: bool = False
    manner: frozenset[str] = frozenset()

    @property
    def is_size_only(self) -> bool:
        """Whether only "large" or the like was said."""
        return bool(self.size) and self.number is None and self.unit is None

    @property
    def quantity(self) -> float:
        """How many units."""
        return self.multiplier * (1.0 if self.number is None else self.number)


@dataclass(slots=True)
class Draft:
    """One food as said: its words, amount, total in brackets, place in the text.

    ``share`` is one's own part of it (1: all): "ate half", of one whole thing
    where ``is_served``: "shared between 4". ``is_wrapper`` where only the bread or the
    tortilla of a dish is meant, whose parts are told with their amounts. ``across`` is
    how wide one is said to be. ``aside`` are the words in brackets, ``told`` all words
    with a maker's name that was left out.
    """

    start: int
    end: int
    words: list[str] = field(default_factory=list)
    amount: Amount | None = None
    total: Amount | None = None
    every_word: list[str] = field(default_factory=list)
    is_trailing: bool = False
    refused: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    is_unit_only: bool = False
    is_each: bool = False
    share: float = 1.0
    is_share_guessed: bool = False
    is_served: bool = False
    is_wrapper: bool = False
    across: Across | None = None


def multiply(draft: Draft, by: float) -> None:
    """Take a draft's amount so many times: "a glass of wine x 2"."""
    for amount in (draft.amount, draft.total):
        if amount is not None:
            amount.multiplier *= by
