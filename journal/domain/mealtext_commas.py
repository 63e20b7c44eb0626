"""Names with commas as tables of foods write them: "Oil, sesame", "Tilda, Rice, Brown".

Each is one food, with the amount before it; the page asks, as it may be a list.
"""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain import mealtext_words as said
from journal.domain.amounts import singular
from journal.domain.brands import BRAND_FLAVOURS, is_restaurant, without_brands
from journal.domain.foodmatch import (
    ACCEPT,
    MODIFIERS,
    STOPWORDS,
    SURE,
    FoodHit,
    stem,
    words_of,
)
from journal.domain.mealtext_hits import EXACT, Find, chosen, lowered
from journal.domain.mealtext_said import Said, as_one, stems_of, told_stems
from journal.domain.mealtext_slots import LIST

# The page asks: it may as well be several foods.
GUESSED = 0.72
# Told before a dash or a comma in a maker's place.
_NO_MAKER = frozenset("generic homemade home made bulk store brand own".split())  # noqa: SIM905
# Stands for the food that a maker's name would leave.
_ANY = "anything"
# Named after the comma, as of oils and cheeses: "Oil, sesame".
_LEADING = frozenset(stem(word) for word in "oil cheese vinegar flour juice".split())  # noqa: SIM905
# So are these, where more is told after it: "Pizza, cheese, thin crust".
_ALSO_LEADING = frozenset(stem(word) for word in ("pizza", "rice", "bread", "soup"))
# Tell a food more closely in tables, whatever they are alone.
_KINDS = frozenset(
    """
    sharp mild mature strong light parboiled restaurant or part-skim part skim slices
    crust thin thick rising original
    """.split()  # noqa: SIM905
)
_BARS = frozenset(stem(word) for word in ("bar", "bars", "cookie", "cookies"))
_IN_BARS = BRAND_FLAVOURS | frozenset(["peanut", "peanuts", "nut", "nuts", "almonds"])


def with_commas(one: Said, rest: list[Said], find: Find) -> tuple[Said, int] | None:
    """The one food that a row names in parts, and how many pieces these are."""
    if any(part.piece.link != LIST for part in rest):
        return None
    return (
        _turned(one, rest, find)
        or _made(one, rest, find)
        or _of_its_kind(one, rest, find)
        or _flavoured(one, rest, find)
    )


def is_maker(words: Sequence[str], find: Find) -> bool:
    """Whether words before a dash or a comma name no food: a maker, most likely."""
    if all(word in _NO_MAKER | STOPWORDS for word in words):
        return True
    if without_brands([*words, _ANY]) == [_ANY]:
        return True
    # "Latte small" is a latte.
    telling = [word for word in words if word not in MODIFIERS] or words
    return len(telling) < 5 and not any(
        named(telling[at:], find) >= EXACT for at in range(len(telling))
    )


def named(words: Sequence[str], find: Find) -> float:
    """How surely words name a food."""
    hits = find(" ".join(words))
    return hits[0].score if hits else 0.0


def guessed(hits: Sequence[FoodHit]) -> list[FoodHit]:
    """The same foods as a guess to be asked about."""
    return lowered(hits, min(1.0, GUESSED / hits[0].score)) if hits else []


def _turned(one: Said, rest: list[Said], find: Find) -> tuple[Said, int] | None:
    """A name turned round, and what tells it closer: "Cheese, Swiss, sliced"."""
    head = without_brands(one.draft.words)
    closer = [part for part in rest if only_closer(part.draft.words)]
    told = [part for part in rest if part not in closer]
    leading = _LEADING | _ALSO_LEADING if closer else _LEADING
    if len(told) != 1 or stem(head[-1]) not in leading or len(head) > 2:
        return None
    words = [*told[0].draft.words, *head]
    every = [word for part in closer for word in part.draft.words]
    asked = [word for word in every if word not in said.IDLE | {"or", "restaurant"}]
    for way in ([*words, *asked], words):
        hits = find(" ".join(way))
        if hits and hits[0].score >= EXACT and leads(words, hits[0]):
            return as_one([one, *rest], chosen(words, guessed(hits))), 1 + len(rest)
    return None


def leads(words: Sequence[str], hit: FoodHit) -> bool:
    """Whether a name begins with these words: "cheese bread" is no bread cheese."""
    label = [stem(word) for word in words_of(hit.label) if word not in STOPWORDS]
    told = [stem(word) for word in words if word not in STOPWORDS]
    if "and" in words_of(hit.label) and "and" not in words:
        # "100 g rice - chicken" is no chicken and rice.
        return False
    return not hit.is_stand_in and label[: len(told)] == told


def only_closer(words: Sequence[str]) -> bool:
    return all(word in said.CLOSER | MODIFIERS | _KINDS for word in words)


def _made(one: Said, rest: list[Said], find: Find) -> tuple[Said, int] | None:
    """A maker before a comma: "100 g Millbrook, Rice, Brown, Cooked"."""
    if not is_maker(one.draft.words, find) or _is_visit(one):
        return None
    amount = one.draft.amount
    is_count = amount is not None and not amount.unit and not amount.is_weak
    if is_count and named(one.draft.words, find) >= ACCEPT:
        # "6 nugs, small fries" may be two things.
        return None
    parts = [part for part in rest if not only_closer(part.draft.words)]
    if not parts or parts[0] is not rest[0] or len(parts) > 2:
        return None
    words = [word for part in reversed(parts) for word in part.draft.words]
    every = [word for part in rest for word in part.draft.words]
    closer = [word for word in every if only_closer([word])]
    asked = [*words, *(word for word in closer if word not in words)]
    hits = _sure(asked, find) or _sure(words, find)
    own = find(" ".join(one.draft.words))
    is_food = bool(own) and own[0].score >= EXACT
    if not hits or (is_food and not stems_of(own[0].name) & stems_of(hits[0].name)):
        # "170 g Chobani, granola" is yoghurt and granola.
        return None
    return as_one([one, *rest], chosen(words, guessed(hits))), 1 + len(rest)


def _is_visit(one: Said) -> bool:
    """Whether a meal out is counted: "1 McDonald's, fries" are no single fry."""
    amount = one.draft.amount
    return is_restaurant(one.draft.words) and not (amount and amount.unit)


def _sure(words: Sequence[str], find: Find) -> list[FoodHit]:
    hits = find(" ".join(words))
    return hits if hits and hits[0].score >= SURE else []


def _of_its_kind(one: Said, rest: list[Said], find: Find) -> tuple[Said, int] | None:
    """A food under its own name, then what it is: "Gouda, Cheese, Light"."""
    hits = find(" ".join(one.draft.words))
    kind = rest[0].draft.words[:1]
    if not hits or hits[0].score < EXACT or not kind:
        return None
    lead = words_of(hits[0].name.split(",", maxsplit=1)[0])
    every = [word for part in rest for word in part.draft.words]
    is_kind = bool(lead) and stem(lead[-1]) == stem(kind[0])
    is_kind &= stem(kind[0]) not in told_stems(one.draft.words)
    if not is_kind or not only_closer(every[1:]):
        return None
    words = [*one.draft.words, *every]
    return as_one([one, *rest], chosen(words, guessed(hits))), 1 + len(rest)


def _flavoured(one: Said, rest: list[Said], find: Find) -> tuple[Said, int] | None:
    """A bar of what is listed before it: "1 Peanut, Caramel, Fudge Bar"."""
    amount, last = one.draft.amount, rest[-1].draft.words
    if amount is None or amount.unit or stem(last[-1]) not in _BARS or len(rest) > 3:
        return None
    inside = [*one.draft.words, *(w for part in rest for w in part.draft.words)][:-1]
    is_list = amount.quantity <= 1 and singular(last[-1]) != last[-1]
    if is_list or not inside or not set(inside) <= _IN_BARS:
        return None
    nutty = any(word.startswith(("nut", "peanut", "almond")) for word in inside)
    asked = ["nut bar"] if nutty and stem(last[-1]) == "bar" else []
    for words in (*asked, " ".join([one.draft.words[-1], last[-1]]), last[-1]):
        hits = find(words)
        if hits and hits[0].score >= SURE:
            found = chosen([*inside, last[-1]], guessed(hits))
            return as_one([one, *rest], found), 1 + len(rest)
    return None
