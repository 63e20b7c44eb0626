"""What a food tastes of, told after it: "tea with a cinnamon flavour" is one tea.

A taste is no second food. Where it is one that such a food is sold by, it chooses the
kind: "crisps in cheese and onion flavour". Every character keeps its place.
"""

from __future__ import annotations

import re
from typing import Final

from journal.domain.mealtext_longhand import ENDS, L
from journal.domain.mealtext_places import blank, saying
from journal.domain.mealtext_praise import LIKED

_FRUITS = (
    r"strawberry|raspberry|blueberry|peach|cherry|apricot|banana|mango|pineapple"
    r"|blackcurrant|passion\ ?fruit|coconut|apple|orange|lemon|lime|(?:mixed\ )?berry"
    r"|(?:fruits\ of\ the\ )?forest|rhubarb|tropical"
)
_SWEETS = (
    r"(?:french\ )?vanilla|(?:milk\ |dark\ |white\ )?chocolate|caramel|toffee|honey"
    r"|coffee|mocha|hazelnut|maple(?:\ and\ brown\ sugar|\ syrup)?|cinnamon"
    r"|apple(?:\ and|,)?\ cinnamon|cookies\ and\ cream|mint(?:\ choc(?:olate)?\ chip)?"
    r"|pistachio|peanut\ butter|butterscotch|salted\ caramel|golden\ syrup"
)
_SAVOURY = (
    r"salt\ (?:and|&)\ vinegar|cheese\ (?:and|&)\ onion|ready[ -]salted|prawn\ cocktail"
    r"|(?:smoky\ )?bacon|(?:roast\ )?chicken|beef(?:\ (?:and|&)\ onion)?|barbecue|bbq"
    r"|sour\ cream(?:\ (?:and|&)\ (?:onion|chives?))?|paprika|(?:nacho\ )?cheese"
    r"|(?:sweet\ )?chil+i|cool\ ranch|ranch|pickled\ onion|cheddar|butter|toffee"
    r"|caramel|sweet\ (?:and|&)\ salty"
)
# Which foods are sold by which tastes, so that these name the kind.
_KINDS: Final = (
    (
        (
            r"yogh?urts?|ice\ cream|oatmeal|porridge|pudding(?:\ (?:cup|pot))?"
            r"|milkshake|shake|milk|latte|(?:coffee\ )?creamer|cereal"
        ),
        rf"{_FRUITS}|{_SWEETS}",
    ),
    (r"crisps|potato\ chips|tortilla\ chips|popcorn", _SAVOURY),
    (r"crackers", r"(?:nacho\ |cheddar\ )?cheese|cheddar"),
    (r"soft\ drink|fizzy\ drink|soda|pop", r"cola|lemon[- ]?lime|lemon|orange|cherry"),
    (r"squash|cordial|iced\ tea", _FRUITS),
)
_TASTES = r"(?:flavou?r(?:s|ing|ings)?|tastes?)"
_DET = r"(?:an?|its|their|the|that|some|just|such|no|my|any)"
_HINT = (
    r"(?:hints?|touch(?:es)?|notes?|bursts?|traces?|suggestions?|whispers?|bit|lot"
    r"|plenty|kick|splash|burst|balance|blend|mix|combination)\ of(?:\ (?:an?|the))?"
)
_OPENS = (
    r"(?:(?:\ and)?(?:\ (?:bursting|filled|packed|loaded|infused|brimming|full))?"
    r"\ (?:with|in|of|having|offering|featuring|for|giving|leaving|adding|enjoying"
    r"|savou?ring|loving|relishing|carrying|boasting|appreciating|noticing)"
    r"|(?:\ and)?\ (?:that|which|it)\ (?:has|have|had|gives?|gave|carries|carried|left)"
    r"(?:\ (?:it|me))?)"
)
_OF_KIND = tuple(
    re.compile(
        rf"(?P<what>\b(?:{foods})),?\ (?:(?:with|in|of|having)\ )?(?:{_DET}\ )?{L}"
        rf"(?:{_HINT}\ )?{L}(?P<taste>{tastes})(?:[- ]flavou?red)?\ {_TASTES}{ENDS}"
        rf"(?!\ and\ (?:[a-z]+\ ){{1,3}}{_TASTES}\b)"
    )
    for foods, tastes in _KINDS
)
_WATER = re.compile(
    rf"(?P<what>\b(?:sparkling|fizzy|carbonated|soda|seltzer)\ water),?"
    rf"\ (?:(?:with|in|of)\ )?(?:{_DET}\ )?{L}(?:{_HINT}\ )?(?:natural\ )?(?:{_FRUITS})"
    rf"\ {_TASTES}{ENDS}"
)
# Any word that neither opens another food nor links one.
_WORD = (
    r"(?!(?:an?|the|and|or|with|of|in|on|some|my|for|to|from|i|we|plus|by|at|no|is|was"
    r"|not|its|their|had|has|have|ate|drank)\b)[a-z][a-z'-]*"
)
# A comma only stands after what is no food: "a light, salty flavour".
_WORDS = (
    rf"(?:(?:{LIKED}|[a-z]+y|bitter|sour|tart|mild|strong|faint|sharp)\b,\ )?"
    rf"(?:{_WORD}(?:(?:\ (?:and|&|or|but|yet))?\ {_WORD}){{0,4}})"
)
# How it tasted, and what else is felt: these say nothing of a food but with "a".
_FELT = (
    r"(?:aromas?|undertones?|overtones?|aftertaste|scent|smell|sweetness|tartness"
    r"|spiciness|saltiness|smokiness|creaminess|richness|tang|zing|texture|kick"
    r"|consistency|mouthfeel|finish|zest(?:iness)?|freshness|acidity|bitterness)"
)
_SENSED = rf"(?:{_TASTES}|{_FELT})(?:\ (?:to|about|throughout)\ (?:it|them))?"
_ONE = rf"(?:{_DET}\ )(?:(?:{_WORD}\ ){{0,2}}{_HINT}\ )?(?:{_WORDS}\ )?{_SENSED}"
_TOLD = re.compile(
    rf"(?<=[a-z)\d]),?{_OPENS}\ (?:{_ONE}(?:,?\ and\ (?:{_DET}\ )?(?:{_WORD}\ ){{0,3}}"
    rf"{_SENSED})?"
    rf"|(?:{_HINT}\ )(?:{_WORDS}\ )?{_SENSED}"
    rf"|{_WORD}(?:(?:\ (?:and|&|or))?\ {_WORD}){{0,3}}\ {_TASTES}){ENDS}"
)
# ", caramel flavour": of what stands before the comma.
_AFTER_COMMA = re.compile(
    rf"(?<=[a-z)\d]),\ {_WORD}(?:(?:\ (?:and|&|or))?\ {_WORD}){{0,3}}\ {_TASTES}"
    r"(?=\s*(?:$|[,.;!?\n()]|with\b|-\ ))"
)
_HOW_IT_WAS = rf"(?:{LIKED}|a|bit|too|not|ok|okay|fine|strong|mild|bland|odd|off|bad)"
# "Its flavour was rich": of what was told before.
_VERDICT = re.compile(
    rf"\b(?:its|their|the)\ (?:{_WORD}\ ){{0,2}}(?:{_TASTES}|texture|aroma)\ "
    rf"(?:was|were|is|are)\ (?:{_HOW_IT_WAS}\ )*{_HOW_IT_WAS}(?:\ and\ {_HOW_IT_WAS})?"
    r"(?=\s*(?:$|[,.;!?\n()]|and\b|but\b))"
)


def tastes_told(work: str) -> str:
    """The text (lower case, every place kept) with tastes as a kind, or blanked."""
    for pattern in _OF_KIND:
        work = pattern.sub(saying(_of_kind), work)
    work = _WATER.sub(saying(lambda m: f"{m['what']} flavoured"), work)
    for told in (_TOLD, _AFTER_COMMA, _VERDICT):
        work = told.sub(blank, work)
    return work


def _of_kind(match: re.Match[str]) -> str:
    # Underscores keep the words from being read as two foods.
    return f"{match['taste'].replace(' ', '_')} {match['what']}"
