"""Reading one piece of a meal: which words are the amount and which the food."""

from __future__ import annotations

from journal.domain import mealtext_words as said
from journal.domain.foodmatch import MODIFIERS
from journal.domain.mealtext_draft import Amount, Draft, multiply
from journal.domain.mealtext_methods import METHODS
from journal.domain.mealtext_quantity import (
    MEASURED,
    PARTS,
    amount_at,
    is_before_unit,
)
from journal.domain.mealtext_tokens import HALF_AND_HALF, Token, tokens_of
from journal.domain.mealtext_units import SIZES, UNITS

EACH = frozenset(["each", "apiece"])
# No food is told in more words: what follows is another one.
MOST_WORDS = 12
# At the start of a piece these are units only with "of" or a number.
_ALSO_FOOD = frozenset(
    """
    bar pot dash drop head leaf ear stick carton piece bunch jar link patty loaf
    lb shot plate clove serving bit strip square knob smear roll floret whole
    tube
    """.split()  # noqa: SIM905
)

# Said before an amount these belong to the food behind it.
_KINDS = frozenset(["light", "lean", "low-fat", "skimmed"])


def drafts_of(work: str, start: int, end: int) -> list[Draft]:
    """The foods said in one piece, most often one."""
    return _Reader(tokens_of(work, start, end)).read()


def _is_told(amount: Amount | None) -> bool:
    """Whether more of an amount was said than "a"."""
    if amount is None:
        return False
    return bool(amount.unit or amount.size or not amount.is_weak)


def _is_part(amount: Amount) -> bool:
    """Whether a mere part was said: "a pint of ice cream (half)"."""
    return amount.unit is None and amount.size is None and 0 < amount.quantity < 1


def _is_cut(amount: Amount | None) -> bool:
    return amount is not None and amount.unit in {"slice", "piece"}


def _is_weighed(amount: Amount) -> bool:
    """Whether a weight was said: "1 kg 2 potatoes" is a kilo of them."""
    return amount.unit is not None and UNITS[amount.unit].grams is not None


def _is_repeat(current: Draft, amount: Amount) -> bool:
    """Whether "x2" tells how often the food before it: "toast x2 butter jam"."""
    return amount.is_times and bool(current.words) and current.amount is None


def _leads(draft: Draft) -> bool:
    """Whether only how a food was made, or of what kind it is, was said so far."""
    told = set(draft.words)
    if told <= _KINDS:
        return not _is_told(draft.amount)
    return told <= METHODS and not draft.amount


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
            elif token.kind == "picture":
                self._picture(token)
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
            after = self._peek()
            is_name = token.text in {"single", "double", "triple"}
            is_name = is_name and (after is None or after.kind != "unit")
            # "Nachos with a friend" are not one of them.
            is_told = any(one.kind != "filler" for one in self.tokens[self.at + 1 :])
            return after is not None and not is_name and is_told
        if token.kind == "unit":
            return self._begins_unit(token)
        if token.text in MEASURED and not (self.drafts and self.drafts[-1].words):
            return is_before_unit(self.tokens, self.at)
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
        start, first = token.start, self.at
        amount, self.at = amount_at(self.tokens, self.at)
        end = self.tokens[self.at - 1].end
        current = self.drafts[-1] if self.drafts else None
        if self.depth and current is not None and self._other_food_inside():
            # "Miso soup (1 tsp miso paste)" is no teaspoon of soup.
            return
        if current is None:
            self.drafts.append(Draft(start, end, amount=amount))
        elif self.depth or not self._food_follows() or _is_repeat(current, amount):
            self._attach(current, amount, end)
        elif current.words and _leads(current):
            # "Scrambled 6 egg whites", "a light 330 ml beer": how it was leads.
            current.amount, current.end = amount, end
        elif current.words and (not self.trailing or current.amount is not None):
            self.drafts.append(Draft(start, end, amount=amount))
        else:
            self._attach(current, amount, end)
        self.drafts[-1].every_word += [one.text for one in self.tokens[first : self.at]]

    def _attach(self, draft: Draft, amount: Amount, end: int) -> None:
        is_multiple = amount.is_times or (bool(self.depth) and _is_part(amount))
        # "Five plum halves" are so many halves, not half a plum.
        is_multiple |= self.tokens[self.at - 1].text in PARTS and _is_part(amount)
        if self.depth and _is_part(amount) and _is_cut(draft.amount):
            # "1 slice (1/8) of a pie": what a slice is of the whole.
            pass
        elif is_multiple and _is_told(draft.amount):
            multiply(draft, amount.quantity)
        elif draft.amount is None:
            draft.amount, draft.is_trailing = amount, True
        elif draft.amount.is_weak and not draft.amount.unit and not draft.amount.size:
            draft.amount = amount
        elif not _is_weighed(draft.amount) or _is_weighed(amount):
            draft.total = amount
        draft.end = max(draft.end, end)

    def _food_follows(self) -> bool:
        return any(
            token.kind in {"word", "unit", "picture"}
            and token.text not in MODIFIERS | said.CLOSER
            for token in self.tokens[self.at :]
        )

    def _other_food_inside(self) -> bool:
        """Whether a food follows in the same brackets."""
        for token in self.tokens[self.at :]:
            if token.kind == "close":
                return False
            if token.kind == "word" and token.text not in MODIFIERS | said.CLOSER:
                return True
        return False

    def _word(self, token: Token) -> None:
        if token.text in EACH and self.drafts:
            self._each(self.drafts[-1])
        if token.kind == "filler" and not self.drafts:
            self.at += 1
            return
        current = self.drafts[-1] if self.drafts else None
        if current is None or self._begins_food(current, token):
            current = Draft(token.start, token.end)
            self.drafts.append(current)
        current.every_word.append(token.text)
        if token.kind != "filler":
            is_cream = token.text.startswith(HALF_AND_HALF)
            current.words += ["half", "and", "half"] if is_cream else [token.text]
            if self.depth:
                current.aside.append(token.text)
            current.end = token.end
        self.at += 1

    def _picture(self, token: Token) -> None:
        """A food that was drawn, with the number before it or as often as drawn."""
        draft = self.drafts[-1] if self.drafts else None
        if draft is None or draft.words:
            draft = Draft(token.start, token.end)
            self.drafts.append(draft)
        if token.value > 1 and draft.amount is None:
            draft.amount = Amount(token.value, "serving", is_assumed=True)
        draft.words += token.text.split()
        draft.every_word += draft.words
        draft.end, draft.is_trailing = token.end, True
        self.at += 1

    def _begins_food(self, current: Draft, token: Token) -> bool:
        """Whether another food begins here: after an amount, or after many words."""
        if token.kind == "filler":
            return False
        if len(current.words) >= MOST_WORDS:
            return True
        is_over = current.is_trailing and not self.depth
        return is_over and token.text not in MODIFIERS and self._food_follows()

    def _each(self, draft: Draft) -> None:
        """Two biscuits "30 g each" are 60 g; else others are meant as well."""
        if draft.total and draft.amount and not _is_weighed(draft.amount):
            draft.total.multiplier *= draft.amount.quantity
        else:
            draft.is_each = True
