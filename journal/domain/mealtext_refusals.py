"""Where a refusal ends and the next food begins: "no onions ranch on the side".

Typed without a comma, what was added after a refusal would be refused as well. Every
character keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from journal.domain.mealtext_draft import Amount, Draft, multiply

#: What is left out of dishes and drinks when it is ordered.
_REFUSED = (
    r"(?:onions?|cheese|mayo(?:nnaise)?|sauce|ketchup|mustard|dressing|butter|lettuce"
    r"|pickles?|tomato(?:e?s)?|bun|bread|ice|sugar|milk|cream|croutons|bacon|gravy"
    r"|mushrooms?|olives|beans|rice|sour\ cream|guac(?:amole)?|salsa|peppers|coleslaw"
    r"|salt|jalapenos|meat|ham|egg|fries|chips|nuts|cucumber|avocado|syrup|sweetener"
    r"|honey|whip(?:ped\ cream)?|spread|vegetables|veg|salad)"
)
# After these something else is told, which was had.
_OTHER = (
    r"(?:extra|double|just|only|plus|lots\ of|plenty\ of|loads\ of|light"
    # "No sugar added" is said of what follows or went before.
    r"|(?<!sugar\ )(?<!salt\ )(?<!butter\ )add(?:ed)?"
    r"|side\ of|with|sub(?:bed)?|but|instead)\b"
)
_ASIDE = r"(?:[a-z]+\ ){1,3}?(?:on\ the\ side|on\ top|instead|on\ it|for\ dipping)\b"
_ENDS_HERE = re.compile(
    rf"(?P<no>\b(?:no|without|minus|hold\ the)\ "
    rf"(?:{_REFUSED}(?:\ (?:or|and)\ {_REFUSED})?))"
    rf"\ (?=(?:{_OTHER}|{_ASIDE}))(?!{_OTHER}\ *(?:$|[,.;])|with\ (?:it|that|them)\b)"
)


def refusals_ended(work: str) -> str:
    """The text (lower case, every place kept) with a comma where a refusal ends."""
    return _ENDS_HERE.sub(lambda match: f"{match['no']},", work)


def refused_of(drafts: list[Draft]) -> tuple[list[Draft], list[Draft]]:
    """The drafts that were refused, and the foods counted after: "no sugar 2 figs"."""
    for at, draft in enumerate(drafts[1:], start=1):
        amount = draft.amount
        if draft.words and amount and amount.number and not amount.is_weak:
            return drafts[:at], drafts[at:]
    return drafts, []


def take_amount(before: Draft, refused: Sequence[Draft]) -> None:
    """Take what is told after a refusal: "tea, no sugar x 4", "no dressing 200g"."""
    last = refused[-1]
    amount = last.amount
    if amount is not None and amount.is_times:
        before.amount = before.amount or Amount()
        multiply(before, amount.quantity)
    elif len(refused) == 1 and last.is_trailing and before.amount is None:
        before.amount, before.is_trailing = amount, True
