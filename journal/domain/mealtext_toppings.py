"""What tops a food, told without an amount, is less of it than is eaten alone.

"Ice cream topped with coconut" has a quarter of a cup of it, or an eighth,
where a usual portion of it would be more.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from journal.domain.amounts import singular
from journal.domain.foodmatch import stem
from journal.domain.mealtext_counted import Portions
from journal.domain.mealtext_draft import Amount
from journal.domain.mealtext_links import BESIDE, INSIDE
from journal.domain.mealtext_said import Said
from journal.domain.mealtext_slots import AND, LINK, LIST
from journal.domain.mealtext_weigh import weigh
from journal.domain.targets import Region

#: Cups of a topping, and of a rich one.
TOPPING_CUPS: Final = 0.25
RICH_CUPS: Final = 0.125
_TOPPINGS = frozenset(
    stem(word)
    for word in """
    fruit berries strawberries blueberries raspberries blackberries cherries peaches
    cheese cheddar mozzarella parmesan feta chili granola
    """.split()  # noqa: SIM905
)
_RICH = frozenset(
    stem(word)
    for word in """
    coconut chocolate caramel fudge marshmallows oreos nuts almonds walnuts pecans
    peanuts pistachios raisins
    """.split()  # noqa: SIM905
)
# Nobody counts these.
_DIPS = frozenset(
    stem(word)
    for word in """
    chocolate nutella butter hummus houmous honey caramel yogurt yoghurt ketchup mayo
    mayonnaise salsa guacamole ranch sauce dip dressing spread jam cream tzatziki
    """.split()  # noqa: SIM905
)
_NAMED = stem("topping")
# These have only toppings, or fillings no larger than those.
_TOPPED = frozenset(
    stem(word)
    for word in """
    cream sundae cookie cookies cake cupcake waffle waffles pancake pancakes crepe
    crepes doughnut donut croissant pastry danish strudel turnover brownie bun
    frankfurter hotdog dog sorbet gelato yogurt yoghurt parfait
    """.split()  # noqa: SIM905
)


def with_toppings(
    items: Sequence[Said], portions: Portions, region: Region | None
) -> None:
    """Take less of what tops or fills a food, where no amount of it was told."""
    _count_what_was_dipped(items)
    host, is_on = "", False
    for one in items:
        told = [stem(word) for word in one.draft.words]
        is_named = _NAMED in told or _NAMED in map(stem, one.draft.every_word)
        last = next((word for word in reversed(told) if word != _NAMED), "")
        is_topping = last in _TOPPINGS or last in _RICH
        if one.piece.link == LINK:
            is_on = one.piece.way == INSIDE or (host in _TOPPED and _is_with(one))
        elif one.piece.link not in {AND, LIST} or not is_topping:
            host, is_on = last, False
        is_on = is_on or is_named
        if is_on and is_topping and (is_named or one.draft.amount is None):
            _top(one, RICH_CUPS if last in _RICH else TOPPING_CUPS, portions, region)


def _is_with(one: Said) -> bool:
    """Whether it is with the food before it: what was eaten then has a name first."""
    named = set(one.matched.words if one.matched else ())
    return one.piece.way != BESIDE or not (named - {one.draft.words[-1]})


def _count_what_was_dipped(items: Sequence[Said]) -> None:
    """Count the fruit of "grapes dipped in chocolate - 9", and not the chocolate."""
    for before, one in pairwise(items):
        amount, words = one.draft.amount, one.draft.words
        first, name = before.draft.amount, before.draft.words
        if amount is None or amount.unit or amount.size or amount.is_weak:
            continue
        is_dip = bool(words) and stem(words[-1]) in _DIPS and one.draft.is_trailing
        is_many = bool(name) and singular(name[-1]) != name[-1] and first is None
        if is_dip and is_many and one.piece.link == LINK:
            amount.is_assumed = True
            before.draft.amount, one.draft.amount = amount, None


def _top(one: Said, cups: float, portions: Portions, region: Region | None) -> None:
    hit = one.matched.hit if one.matched else None
    if hit is None:
        return
    own, words = portions(hit.id), one.matched.words if one.matched else ()
    told = one.draft.amount
    if told and (not told.is_weak or told.unit or told.size):
        return
    usual = weigh(one.draft, own, words, region).grams
    one.draft.amount = Amount(number=cups, unit="cup", is_assumed=True)
    topping = weigh(one.draft, own, words, region).grams
    if usual is None or topping is None or topping >= usual:
        one.draft.amount = told
