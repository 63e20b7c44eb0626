"""Reading one piece of a meal: which words are the amount and which the food."""

from __future__ import annotations

from collections.abc import Iterator

from journal.domain import mealtext_words as said
from journal.domain.foodmatch import MODIFIERS
from journal.domain.mealtext_draft import Amount, Draft
from journal.domain.mealtext_tokens import HALF_AND_HALF, Token, tokens_of
from journal.domain.mealtext_units import SIZES, UNITS

# At the start of a piece these are units only with "of" or a number.
_ALSO_FOOD = frozenset(
    """
    bar pot dash drop head leaf ear stick carton piece bunch jar link patty loaf
    lb shot plate clove serving bit strip square knob smear roll floret whole
    """.split()  # noqa: SIM905
)
# Between a number and its unit: "a thick slice", "2 heaped teaspoons".
_MEASURED = frozenset(
    [
        "thick",
        "thin",
        "level",
        "heaped",
        "rounded",
        "heaping",
        "full",
        "scant",
        "good",
        "nice",
        "single",
        "whole",
        "tall",
        "short",
        "standard",
        "normal",
        "'decent'",
        "decent",
        "healthy",
        "hearty",
        "plastic",
        "paper",
    ]
)


def drafts_of(work: str, start: int, end: int) -> list[Draft]:
    """The foods said in one piece, most often one."""
    return _Reader(tokens_of(work, start, end)).read()


def _is_weighed(amount: Amount) -> bool:
    """Whether a weight was said: "1 kg 2 potatoes" is a kilo of them."""
    return amount.unit is not None and UNITS[amount.unit].grams is not None


class _Reader:
    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.drafts: list[Draft] = []
        self.depth = 0
        content = [token.kind for token in tokens if token.kind != "filler"]
        ends_with_amount = bool(content) and content[-1] in {"num", "unit", "close"}
        self.trailing = bool(content) and content[0] == "word" and ends_with_amount

    def read(self) -> list[Draft]:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.kind in {"open", "close"}:
                self.depth = 1 if token.kind == "open" else 0
                self.at += 1
            elif self._begins_amount(token):
                self._amount(token)
            else:
                self._word(token)
        return self.drafts

    def _peek(self, ahead: int = 1) -> Token | None:
        at = self.at + ahead
        return self.tokens[at] if at < len(self.tokens) else None

    def _begins_amount(self, token: Token) -> bool:
        if token.kind == "num" and token.text in said.WEAK_NUMBERS:
            is_name = token.text in {"single", "double"}
            return self._peek() is not None and not is_name
        if token.kind == "unit":
            return self._begins_unit(token)
        return token.kind in {"num", "fraction", "rest", "most", "times"}

    def _begins_unit(self, token: Token) -> bool:
        after = self._peek()
        if after is not None and after.text == "of":
            return True
        name = UNITS[token.text].name
        current = self.drafts[-1] if self.drafts else None
        if name in SIZES:
            return current is None or not current.words or self.trailing
        return (current is None or not current.words) and name not in _ALSO_FOOD

    def _amount(self, token: Token) -> None:
        start = token.start
        amount = self._read_amount()
        end = self.tokens[self.at - 1].end
        current = self.drafts[-1] if self.drafts else None
        if current is None:
            self.drafts.append(Draft(start, end, amount=amount))
        elif self.depth or not self._food_follows():
            self._attach(current, amount, end)
        elif current.words and (not self.trailing or current.amount is not None):
            self.drafts.append(Draft(start, end, amount=amount))
        else:
            self._attach(current, amount, end)
        self.drafts[-1].every_word += [
            one.text for one in self.tokens if start <= one.start < end
        ]

    def _attach(self, draft: Draft, amount: Amount, end: int) -> None:
        if draft.amount is None:
            draft.amount, draft.is_trailing = amount, True
        elif draft.amount.is_weak and not draft.amount.unit and not draft.amount.size:
            draft.amount = amount
        elif not _is_weighed(draft.amount) or _is_weighed(amount):
            draft.total = amount
        draft.end = max(draft.end, end)

    def _food_follows(self) -> bool:
        return any(
            token.kind in {"word", "unit"} and token.text not in MODIFIERS
            for token in self.tokens[self.at :]
        )

    def _read_amount(self) -> Amount:
        amount = Amount()
        for token in self._run():
            if token.kind == "num" and amount.unit not in {None, "lb"}:
                # "1 cup 240 ml": another amount of the same food.
                self.at -= 1
                break
            if token.kind == "num":
                self._take_number(amount, token)
            elif token.kind == "fraction":
                self._take_fraction(amount, token)
            elif token.kind in {"rest", "most"}:
                amount.number, amount.is_part = (
                    0.5 if token.kind == "rest" else 0.8,
                    True,
                )
            elif token.kind == "unit":
                self._take_unit(amount, UNITS[token.text].name)
        return amount

    def _run(self) -> Iterator[Token]:
        """The tokens that belong to the amount that begins here."""
        first = True
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.text in _MEASURED and self._is_before_unit():
                self.at += 1
                continue
            is_joint = token.text in {"of", "the", "a", "an", "my", "and", "about"}
            if (
                token.kind == "word"
                or (token.kind == "filler" and not is_joint)
                or token.kind in {"open", "close"}
            ):
                return
            if token.kind == "unit" and not first and self._is_food_word():
                return
            self.at += 1
            if not is_joint or first:
                yield token
            first = False

    def _is_before_unit(self) -> bool:
        after = self._peek()
        return after is not None and after.kind == "unit"

    def _is_food_word(self) -> bool:
        """Whether a word that may be a unit here ends the name of the food."""
        before = self.tokens[self.at - 1] if self.at else None
        if before is not None and before.kind == "word":
            after = self._peek()
            return after is None or after.text != "of"
        return False

    def _take_number(self, amount: Amount, token: Token) -> None:
        if amount.number is not None and amount.unit is None:
            amount.multiplier *= amount.number
        if amount.unit == "lb" and amount.number is not None:
            amount.pounds, amount.number, amount.unit = amount.number, None, None
        if amount.number is None or amount.unit is None:
            amount.number = token.value
            amount.is_weak = token.text in said.WEAK_NUMBERS
        else:
            amount.number = token.value

    def _take_fraction(self, amount: Amount, token: Token) -> None:
        said_before = amount.number
        if said_before is None:
            amount.number = token.value
        elif token.text in {"thirds", "quarters", "eighths", "fifths"}:
            amount.number = said_before * token.value
        elif amount.is_weak:
            amount.number = token.value
        else:
            amount.number = said_before + token.value
        amount.is_weak = False

    def _take_unit(self, amount: Amount, name: str) -> None:
        if name in SIZES:
            amount.size = name
        elif amount.unit is None:
            amount.unit = name
            if amount.pounds and name == "oz":
                amount.number = 16 * amount.pounds + (amount.number or 0.0)
        else:
            amount.vessel = name

    def _word(self, token: Token) -> None:
        if token.kind == "filler" and not self.drafts:
            self.at += 1
            return
        current = self.drafts[-1] if self.drafts else None
        if current is None or (
            current.is_trailing
            and not self.depth
            and token.kind != "filler"
            and token.text not in MODIFIERS
        ):
            current = Draft(token.start, token.end)
            self.drafts.append(current)
        current.every_word.append(token.text)
        if token.kind != "filler":
            is_cream = token.text.startswith(HALF_AND_HALF)
            current.words += ["half", "and", "half"] if is_cream else [token.text]
            current.end = token.end
        self.at += 1
