"""What was cut off a food, and which one of a shop's it was: no food in either.

"Bacon with the fat cut off" is bacon, and "a pie, one of them Aldi ones, it says serves
one" is a pie. Skin that was taken off makes another kind of a bird.
"""

from __future__ import annotations

import re

from journal.domain.mealtext_places import blank

_ENDS = r"(?=\s*(?:$|[,.;:!?)\n]|(?:and|but|with|then|plus|on|in|for)\b))"
_OFF = (
    r"(?:(?:all|mostly|well|carefully)\ )?(?:cut|trimmed|taken|pulled|peeled|removed"
    r"|picked|scraped|sliced|drained|chopped)(?:\ (?:off|away|out))?"
)
_TRIMMED = re.compile(
    r",?\ (?:with\ |and\ )?(?:(?:all|most)\ (?:of\ )?)?(?:the\ |its\ |any\ )?"
    r"(?:visible\ )?(?:fat|rind|gristle|crusts?|bones?|ends|stalks?|mould|batter|edges"
    rf"|fatty\ bits?|peel)\ (?:was\ |were\ )?{_OFF}{_ENDS}"
    r"|,?\ (?:i\ )?(?:cut|trimmed|took|pulled|picked)\ (?:off\ )?(?:all\ )?the\ "
    rf"(?:fat|rind|crusts?|gristle)(?:\ off)?{_ENDS}"
)
_SKINNED = re.compile(
    rf"(?<=[a-z]),?\ (?:with\ |and\ )?(?:the\ |its\ )?skins?\ (?:was\ )?{_OFF}{_ENDS}"
)
_SAYS = (
    r"(?:(?:it|the\ (?:box|packet|pack|label|tin|lid))\ (?:says|said|reckons|claims)"
    r"\ )?(?:it\ |that\ it\ )?(?:serves|feeds|for)\ (?:one|two|three|four|\d)"
    r"(?:\ (?:people|person))?"
)
_SERVES = re.compile(
    rf",?\ ?\(?\b(?!for\b){_SAYS}(?:\ on\ the\ (?:box|packet|label|tin|front))?"
    rf"\)?{_ENDS}"
)
_ONE_OF = re.compile(
    r"(?<=[a-z)])(?P<mark>,?)\ (?:it\ was\ )?one\ of\ (?:them|those|the|these)\ "
    r"(?:[a-z&']+\ ){0,3}?ones(?=\s*(?:$|[,.;:!?)\n]|(?:and|but|with|then|plus|on|in"
    r"|for|it|that|from)\b))"
)
# "A protein bar the vegan one": which of them it was, where no comma parts it.
_NO_TASTE = (
    r"(?:vegan|gluten\ free|dairy\ free|new|green|red|blue|pink|purple|yellow|black"
    r"|gold|silver|mint|peanut|caramel|coconut|vegetarian|veggie"
    r"|plant\ based|cheap|posh|tesco|aldi|lidl|asda)"
)
_THE_ONE = re.compile(
    rf"(?<=[a-z])\ the\ {_NO_TASTE}\ ones?(?=\s*(?:$|[,.;:!?)\n]|the\b))"
)
# "Half a 300 g block": what it was packed as says no food.
_BLOCK = re.compile(r"(?<=\dg)(?:\ (?:block|slab|brick))\b(?!\ of\b)")
# "3 of 6 slices" are three.
_N = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_SOME_OF = re.compile(
    rf"\b(?P<some>{_N})(?P<of>\ (?:out\ )?of\ (?:the\ |my\ |a\ |its\ )?{_N})"
    r"(?=\ (?!ounces|grams|inches|pounds|pints|times)[a-z]+s\b)"
)


def trimmed(work: str) -> str:
    """The text (in lower case, every place kept) without what was cut off it."""
    work = _SKINNED.sub(lambda m: " no skin".ljust(len(m.group())), work)
    for told in (_TRIMMED, _ONE_OF, _SERVES, _THE_ONE, _BLOCK):
        work = told.sub(blank, work)
    return _SOME_OF.sub(lambda m: m["some"] + " " * len(m["of"]), work)
