"""An amount as said, from its words: numbers, fractions, units, sizes, multiples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.domain import mealtext_words as said
from journal.domain.mealtext_draft import FOR_ONE, LITTLE, Amount
from journal.domain.mealtext_tokens import Token
from journal.domain.mealtext_units import SIZES, UNITS

#: Between a number and its unit: "a thick slice", "2 heaped teaspoons".
MEASURED = frozenset(
    """
    thick thin level heaped rounded heaping full scant good nice single whole tall
    short standard normal decent healthy hearty plastic paper generous proper
    brimming packed loose overflowing flat individual school prepackaged packaged
    multipack grab single-serve single-serving microwave microwavable microwaveable
    """.split()  # noqa: SIM905
)
_HEAPED = frozenset(["heaped", "heaping", "rounded", "generous", "overflowing"])
# "Three halves", "two thirds": so many of them, not a number and a part.
PARTS = frozenset(
    ["halves", "thirds", "quarters", "fourths", "fifths", "sixths", "eighths"]
)
_SINGLE_PARTS = frozenset(["half", "third", "quarter", "fourth"])
_JOINTS = frozenset(["of", "the", "a", "an", "my", "and", "about"])

# Spellings of a unit that say more than the unit does.
_TELLING = {LITTLE: LITTLE, "rasher": "rasher", "rashers": "rasher"}
# Less than the unit: a thin slice of a pie.
_SLIGHT = frozenset(["sliver", "slivers"])
_SERVED_IN = frozenset("packet pot tub carton can bottle bowl cup".split())  # noqa: SIM905


def is_before_unit(tokens: Sequence[Token], at: int) -> bool:
    """Whether a unit follows, other words of how it is sold between or not."""
    for token in tokens[at + 1 :]:
        if token.text not in MEASURED or token.kind == "unit":
            return token.kind == "unit"
    return False


def amount_at(tokens: Sequence[Token], at: int) -> tuple[Amount, int]:
    """The amount that begins at a token, and the place after it."""
    reader = _Reader(tokens, at)
    return reader.read(), reader.at


class _Reader:
    def __init__(self, tokens: Sequence[Token], at: int) -> None:
        self.tokens = tokens
        self.at = at
        self.amount = Amount(is_times=tokens[at].kind == "times")

    def read(self) -> Amount:
        amount = self.amount
        is_multiple = False
        for token in self._run():
            if token.kind == "num" and is_multiple and amount.unit:
                amount.multiplier *= token.value
            elif token.kind == "num" and amount.unit not in {None, "lb"}:
                # "1 cup 240 ml": another amount of the same food.
                self.at -= 1
                break
            else:
                self._take(token)
            is_multiple = token.kind == "times"
        return amount

    def _take(self, token: Token) -> None:
        if token.kind == "num":
            self._take_number(token)
        elif token.kind == "fraction":
            self._take_fraction(token)
        elif token.kind in {"rest", "most"}:
            self.amount.number = 0.5 if token.kind == "rest" else 0.8
            self.amount.is_part = True
        elif token.kind == "unit":
            self._take_unit(UNITS[token.text].name)
            if token.text in _SLIGHT:
                self.amount.size = "small"
            if token.text in _TELLING:
                self.amount.manner |= {_TELLING[token.text]}

    def _run(self) -> Iterator[Token]:
        """The tokens that belong to the amount that begins here."""
        first = True
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.text in MEASURED and self._is_before_unit():
                self.amount.is_heaped |= token.text in _HEAPED
                self.amount.manner |= {token.text}
                self.at += 1
                first = False
                continue
            is_joint = token.text in _JOINTS
            if token.kind in {"word", "picture", "open", "close"} or (
                token.kind == "filler" and not is_joint
            ):
                return
            if token.kind == "unit" and not first and self._is_food_word():
                return
            self.at += 1
            if not is_joint or first:
                yield token
            first = False

    def _is_before_unit(self) -> bool:
        return is_before_unit(self.tokens, self.at)

    def _is_food_word(self) -> bool:
        """Whether a word that may be a unit here ends the name of the food."""
        before = self.tokens[self.at - 1] if self.at else None
        if before is not None and before.kind == "word" and before.text not in MEASURED:
            after = self.tokens[self.at + 1 : self.at + 2]
            return not after or after[0].text != "of"
        return False

    def _take_number(self, token: Token) -> None:
        amount = self.amount
        if amount.number is not None and amount.unit is None:
            amount.multiplier *= amount.number
        if amount.unit == "lb" and amount.number is not None:
            amount.pounds, amount.number, amount.unit = amount.number, None, None
        if amount.number is None or amount.unit is None:
            amount.is_weak = token.text in said.WEAK_NUMBERS
        amount.number = token.value
        amount.is_assumed |= token.text in said.VAGUE_NUMBERS

    def _take_fraction(self, token: Token) -> None:
        amount = self.amount
        said_before = amount.number
        if said_before is None:
            amount.number = token.value
        elif token.text in PARTS or self._is_part_of_number(token):
            amount.number = said_before * token.value
        elif amount.is_weak:
            amount.number = token.value
        else:
            amount.number = said_before + token.value
        amount.is_weak = False

    def _is_part_of_number(self, token: Token) -> bool:
        """Whether nothing stands between a number and a part: "1 half", "2 half pints".

        "2 and a half" is read otherwise, and "1 1/2" is one number by now.
        """
        before = self.tokens[self.at - 2] if self.at > 1 else token
        is_next = before.kind == "num" and token.start - before.end < 2
        is_number = is_next and before.text not in said.WEAK_NUMBERS
        return is_number and token.text in _SINGLE_PARTS

    def _take_unit(self, name: str) -> None:
        amount = self.amount
        if name in SIZES:
            amount.size = name
        elif amount.unit is None or (amount.unit == "serving" and name in _SERVED_IN):
            # "A single serving bag" is the bag, whatever else it holds.
            amount.manner |= {FOR_ONE} if amount.unit else frozenset[str]()
            amount.unit = name
            if amount.pounds and name == "oz":
                amount.number = 16 * amount.pounds + (amount.number or 0.0)
        else:
            amount.vessel = name
