"""A frozen meal with all that is on its tray, which is one: "a frozen chicken dinner".

The table knows such meals by their meat or fish; the rest on the tray is in what the
meal weighs. Every character keeps its place.
"""

from __future__ import annotations

import re
from typing import Final

from journal.domain.mealtext_longhand import L
from journal.domain.mealtext_places import saying

#: What such meals are known by, in the words of the table.
_MAINS: Final = (
    r"salisbury\ steak|swedish\ meatballs|fried\ chicken|teriyaki\ chicken"
    r"|chicken\ (?:nuggets|patty|teriyaki)|meat\ ?loaf|chicken|turkey|beef|shrimp|fish"
)
_HOW = (
    r"(?:(?:sliced|grilled|roast(?:ed)?|baked|breaded|boneless|lean|white|tender|braised"
    r"|shredded|glazed|crispy)\ )?"
)
_MEAL = r"(?:meal|dinner|entr[eé]e)"
_DIET = r"(?:\b(?:diet|lean|light|low-calorie|microwave(?:able|d)?|single-serve),?\ )?"
_OPENS = (
    r"(?:,?\ (?:(?:(?:that|which)\ (?:was|is|had|has|came\ with)\ )?(?:made\ up\ of"
    r"|made\ with|consisting\ (?:of|mainly\ of)|featuring|with|of|containing|including"
    r"|comprising|filled\ with)|(?:that|which)\ (?:had|has|offered|included|combined"
    r"|contained|featured))|:)"
)
_PORTION = r"(?:(?:an?\ )?(?:[a-z]+\ )?(?:portion|serving|helping)s?\ of\ |an?\ )?"
# Up to where another food may begin.
_END = (
    r"(?=\s*(?:$|[.;!?\n()]|,?\ (?:and|plus)\ (?:an?|some|my|the|one|two|\d|then)\b"
    r"|,?\ (?:along|alongside|accompanied|paired|washed|followed|complemented|while|for"
    r"|to\ drink|then|which|served|as|at|that)\b|,\ (?:an?|my|\d)\b))"
)
_SIDE = r"(?!(?:an?|my|some|the|one|two|i)\b)[a-z]+\ "
_TRAY = r"[^.;!?\n()]{0,120}?"
_WITH_MAIN = re.compile(
    rf"{_DIET}\bfrozen\ {_MEAL}{_OPENS}\ {_PORTION}{L}{_HOW}(?P<main>{_MAINS})s?\b"
    rf"{_TRAY}{_END}"
)
_MAIN_FIRST = re.compile(
    rf"{_DIET}(?:\bfrozen\ {L}{_HOW}(?P<one>{_MAINS})\ {_MEAL}"
    rf"|\b(?P<two>{_MAINS})(?:\ (?:and|with)\ (?:{_SIDE}){{0,2}}[a-z]+)?"
    rf"\ (?:diet\ )?frozen\ {_MEAL})\b"
    rf"(?:{_OPENS}{_TRAY}{_END})?"
)


def frozen_meals_named(work: str) -> str:
    """The text (lower case) with frozen meals under the names of the table."""
    work = _WITH_MAIN.sub(saying(lambda m: f"{m['main']} ready meal"), work)
    return _MAIN_FIRST.sub(saying(lambda m: f"{m['one'] or m['two']} ready meal"), work)
