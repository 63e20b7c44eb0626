"""What is told of a food right behind it: which of its sizes, how often, by whom.

"Potatoes, the small ones" are small potatoes, "soup, I had it twice" two of it, and
"the one my neighbour made" says nothing of the food. Every character keeps its place.
"""

from __future__ import annotations

import re
from typing import Final

from journal.domain.mealtext_longhand import ENDS
from journal.domain.mealtext_places import Say, in_short, spread

_OVER = r"(?=\s*(?:$|[.,;:!?)\n]|(?:and|but|with|then|plus|on|for|from)\b))"
_SIZES: Final = {
    "smaller": "small", "smallest": "small", "little": "small", "tiny": "mini",
    "middle": "medium", "middling": "medium", "bigger": "large", "biggest": "large",
    "larger": "large", "largest": "large", "big": "large", "huge": "large",
}  # fmt: skip
_SIZE = (
    r"(?P<size>small(?:er|est)?|little|tiny|mini|medium|middl(?:e|ing)|large(?:r|st)?"
    r"|big(?:ger|gest)?|huge)(?:[- ]sized?)?"
)
_LEAD = r"(?:(?:but|just|only|it\ was|they\ were|these\ were|quite)\ )*"
# "Potatoes, the small ones", "a pizza (a big one)".
_ONES = re.compile(
    rf"(?P<mark>\s?[,(-]\ ?){_LEAD}(?:(?:the|an?|my|one\ of\ the|from\ the)\ )?"
    rf"(?:(?:really|very|quite|more|rather)\ )?{_SIZE}"
    rf"\ (?:ones?|kinds?|sort|type|variety|sized?){_OVER}"
)
_ONES_UNMARKED = re.compile(
    rf"(?<=[a-z])\ the\ {_SIZE}\ (?:ones?|kind|sort|type|variety){_OVER}"
)
# "Sambar I took twice", "the soup, had it two times", "had seconds".
_HAD = r"(?:took|had|ate|have|went\ back\ for|helped\ myself\ to)"
_TWICE = re.compile(
    rf",?\ (?:(?:which|that|and)\ )?(?:i\ |we\ )?{_HAD}\ (?:it\ |that\ |some\ |them\ )?"
    rf"(?P<often>twice|two\ times|three\ times|thrice|seconds"
    rf"|(?:a\ )?second\ helpings?){ENDS}"
)
# "The one my neighbour made", "the ones I like".
_WHOSE = re.compile(
    r",?\ the\ ones?\ (?:that\ |which\ )?(?:i|we|he|she|they|mum|mom|mam|dad|nan|gran"
    r"|grandma|granny|my\ [a-z]+|our\ [a-z]+|the\ [a-z]+)\ "
    r"(?:always\ |usually\ |also\ )?"
    r"(?!(?:had|ate)\b)[a-z]+(?:\ (?:for|to|at|in|from|on)\ (?:me|us|the|my|home|work)"
    rf"(?:\ [a-z]+)?)?{_OVER}"
)
_OVENS = (
    r"(?:air[- ]?fryer|oven|microwave|slow\ cooker|crock[- ]?pot|instant\ pot|smoker"
    r"|pressure\ cooker|wok|griddle|toaster|barbecue|bbq|pan|grill|hob|stove)"
)
_COOKED_IN = re.compile(
    rf"(?<=[a-z0-9])\ (?:(?:done|cooked|made|fresh|straight|hot)\ )?"
    rf"(?:in|off|from|out\ of|on|under)\ (?:the|my|our)\ {_OVENS}{_OVER}"
)
_FRYER_FIRST = re.compile(r"\bair[- ]?(?:fryer|fried)\ (?=[a-z]+\ [a-z]+)")
_WAY_BACK = re.compile(
    r"\bon\ (?:the|my|our)\ (?:way|drive|walk|ride|journey|trip)"
    r"(?:\ (?:back|home|there|over|in|out|to|up|down))+"
    r"(?:\ from\ (?:the\ |my\ |our\ )?[a-z]+(?:\ (?:store|shop|centre|station|office))?"
    rf"|\ (?:the|my|work|town|school)(?:\ [a-z]+)?)?{_OVER}"
)
_PILLS = re.compile(
    r"\b(?:i\ |and\ |then\ )?(?:took|take|taken|had|with)\ (?:all\ )?(?:my|the)\ "
    r"(?:[a-z]+\ ){0,2}?(?:pills?|tablets?|meds|medications?|medicines?|statin|insulin)"
    rf"{_OVER}"
)
# "Porridge bowl hot milk" without a comma: the bowl is of what leads.
_CEREAL = (
    r"(?:corn\ ?flakes|weetabix|muesli|granola|cheerios|porridge|bran\ flakes|cereal"
    r"|rice\ krispies|shreddies|special\ k|shredded\ wheat|oats)"
)
_CEREAL_MILK = re.compile(
    rf"(?P<bowl>\b{_CEREAL}\ (?:(?:small|large|big|little|medium|one|a|1)\ )*bowl)\ "
    r"(?=(?:(?:hot|cold|warm|skimmed|semi|semi-skimmed|whole|full[- ]fat|oat|soya?"
    r"|almond|some)\ )*milk\b)"
)
# "One dumpling no two dumplings", typed without a comma: the second counts.
_COUNT = (
    r"(?:\d+|[½¼¾]|half(?:\ an?)?|one|two|three|four|five|six|seven|eight|nine|ten)"
)
_COUNTED_AGAIN = re.compile(
    rf"\b(?P<first>{_COUNT})\ (?P<what>[a-z]+(?:\ [a-z]+){{0,3}}?)s?\ "
    rf"(?:no|sorry|wait|actually)(?:\ (?:no|sorry|wait))?\ "
    rf"(?!(?P=first))(?={_COUNT}\ (?P=what))"
)
# A joint of the bird, told behind the bird.
_JOINTS = re.compile(
    r"\b(?P<bird>(?:fried|roast|grilled|baked|bbq|southern\ fried|smoked)\ "
    r"(?:chicken|turkey)),\ (?P<count>\d|an?|one|two|three|four|five|six)\ "
    rf"(?P<joint>thighs?|drumsticks?|wings?|legs?|breasts?){_OVER}"
)
_FORGOT = re.compile(r"\bforgot\ (?:to\ (?:add|put|have)\ )?(?:the|my|any)\ (?=[a-z])")


def _sized(match: re.Match[str]) -> str:
    size = _SIZES.get(match["size"], match["size"])
    return ("(" if "(" in match["mark"] else ", ") + size


_SAYINGS: Final[tuple[tuple[re.Pattern[str], Say], ...]] = (
    (_COUNTED_AGAIN, lambda m: ""),
    (_ONES, _sized),
    (_ONES_UNMARKED, lambda m: f", {_SIZES.get(m['size'], m['size'])}"),
    (_TWICE, lambda m: " x3" if m["often"].startswith("th") else " x2"),
    (_WHOSE, lambda m: ""),
    (_COOKED_IN, lambda m: ""),
    (_FRYER_FIRST, lambda m: ""),
    (_WAY_BACK, lambda m: ""),
    (_PILLS, lambda m: ""),
    (_CEREAL_MILK, lambda m: f"{m['bowl']},"),
    (_FORGOT, lambda m: "no"),
)


def told_of(work: str) -> str:
    """The text (lower case, every place kept) with such sayings in short."""
    work = in_short(work, _SAYINGS, _at_the_start)
    return _JOINTS.sub(_joints, work)


def _at_the_start(said: str, whole: str) -> str:
    return said.ljust(len(whole)) if len(said) <= len(whole) else whole


def _joints(match: re.Match[str]) -> str:
    said = f"{match['count']} {match['bird']} {match['joint']}"
    return spread(said, len(match.group()))
