"""What a cup of vegetables, fruit or nuts holds: "mixed vegetables, featuring peas".

Only what is of that kind is held by it: "a bowl of fruit, including a muffin" has both.
"""

from __future__ import annotations

import re
from typing import Final

from journal.domain.mealtext_praise import LIKED

_GREENS: Final = "spinach kale chard collards lettuce rocket arugula cabbage greens"
_BERRIES: Final = (
    "berry berries strawberry strawberries blueberry blueberries raspberry raspberries"
    " blackberry blackberries cranberry cranberries gooseberries cherries"
)
_HELD: Final = {
    kind: frozenset(words.split())
    for kind, words in (
        (
            "veg",
            (
                f"{_GREENS} carrot carrots pea peas bean beans broccoli cauliflower"
                " corn sweetcorn pepper peppers onion onions tomato tomatoes cucumber"
                " cucumbers celery zucchini courgette courgettes squash mushroom"
                " mushrooms asparagus radishes leek leeks turnip turnips parsnips"
                " sprouts brussels beetroot beets aubergine eggplant okra swede"
                " lima runner snap snow bell"
            ),
        ),
        (
            "fru",
            (
                f"{_BERRIES} apple apples banana bananas orange oranges pear pears"
                " peach peaches plum plums grape grapes mango mangoes pineapple melon"
                " watermelon cantaloupe honeydew kiwi kiwis papaya apricots nectarines"
                " grapefruit clementines mandarins pomegranate figs"
            ),
        ),
        ("ber", _BERRIES),
        (
            "nut",
            (
                "almonds walnuts pecans cashews peanuts pistachios hazelnuts macadamia"
                " macadamias brazil pine nuts"
            ),
        ),
        ("gre", _GREENS),
    )
}
# What they are like, and no other food.
_HOW: Final = frozenset(
    """
    and or green red yellow orange cooked boiled steamed roasted raw fresh frozen sliced
    diced chopped mixed baby cherry sweet summer
    """.split()  # noqa: SIM905
)
_SUCH_AS = re.compile(
    rf"(?P<all>\b(?:of|(?:and|with)(?=\ (?:[a-z]+\ )*(?:vegetables|veggies)\b))"
    rf"\ (?:{LIKED}\ |mixed\ |assorted\ |cooked\ |fresh\ |raw\ )*"
    r"(?P<kind>vegetables|veggies|fruits?|berries|nuts|greens)),?\ "
    r"(?:featuring|including|such\ as|like|namely|specifically)\ (?!(?:an?|some)\ )"
    r"(?P<held>[a-z][a-z' -]*?(?:,\ (?!served|topped|cooked|all\b|tossed"
    r"|covered|with|without|along|in\b|enhanced|coated|dressed|drizzled)[a-z' -]+?)*)"
    r"(?=\s*(?:$|[.;!?\n]|,?\ (?:with|without|alongside|plus|along|on|all|tossed"
    r"|served|topped|covered|cooked|in|enhanced|coated|dressed|drizzled)\b))"
)


def held_by_class(work: str) -> str:
    """The text (in lower case, every place kept) with such lists blanked."""
    return _SUCH_AS.sub(_less_held, work)


def _less_held(match: re.Match[str]) -> str:
    held = set(re.findall(r"[a-z'-]+", match["held"])) - _HOW
    if not held <= _HELD[match["kind"][:3]]:
        return match.group()
    return match["all"].ljust(len(match.group()))
