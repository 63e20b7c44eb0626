"""What was not added to a food: "broccoli, no fat added", "applesauce, no sugar added".

It names a kind of that food and never what was eaten beside it. Fat that was not added
is fat refused, like "no butter"; sugar and salt stay with the food, which may be
another one without them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from journal.domain.foodmatch import SURE, stem, words_of
from journal.domain.mealtext_hits import EXACT, Find, Matched, chosen, lowered
from journal.domain.mealtext_state import OTHER_STATE, TOLD_CLOSER

_FAT = r"(?:fats?|oils?|butter|fat or oil|oil or fat)"
_NO_FAT = re.compile(
    rf"\b(?:with )?no (?:added (?P<one>{_FAT})|(?P<other>{_FAT}) added)\b"
    r"(?: in cooking)?"
)
_OTHER = re.compile(
    r"(?P<lead>[,(]?\s{0,3})(?:\b(?:with|and) )?\bno (?:added (?P<one>sugars?|salt)"
    r"|(?P<other>sugars?|salt) added)\b\)?"
)
_OF_NEXT = re.compile(
    r" (?!(?:and|or|with|in|on|at|to|for|from|but|plus|then|please)\b)[a-z]"
)
_UNADDED = ["no", "added"]
_WITHOUT = {"sugar": ("unsweetened", "sugar-free"), "salt": ("unsalted",)}


def with_unadded(work: str) -> str:
    """The text with what was not added as a refusal or with the food, places kept."""
    work = _NO_FAT.sub(_refused, work)
    return _OTHER.sub(_beside, work)


def _refused(match: re.Match[str]) -> str:
    what = match["one"] or match["other"]
    return f"no {what}".ljust(len(match.group()))


def _beside(match: re.Match[str]) -> str:
    what = (match["one"] or match["other"]).removesuffix("s")
    size = len(match.group())
    if _OF_NEXT.match(match.string, match.end()):
        # "A wrap, no sugar added juice": it is the juice that has none.
        return f"{match['lead']}no-added-{what}".ljust(size)
    # At the very start there is no space before it.
    return f" no-added-{what}"[-size:].ljust(size)


def as_unadded(words: Sequence[str], find: Find, best: float) -> Matched | None:
    """The food without sugar or salt where no name says so: unsweetened, unsalted.

    Where the table has no such kind it is another food, and less sure.
    """
    at = next((n for n in range(len(words) - 2) if [*words[n : n + 2]] == _UNADDED), -1)
    if at < 0 or len(words) < 4 or best >= EXACT or words[at + 2] not in _WITHOUT:
        return None
    rest = [*words[:at], *words[at + 3 :]]
    for kind in _WITHOUT[words[at + 2]]:
        hits = find(" ".join([kind, *rest]))
        if hits and hits[0].score >= EXACT and _is_all(hits[0].label, [kind, *rest]):
            return chosen(words, lowered(hits, TOLD_CLOSER))
    hits = find(" ".join(rest))
    if not hits or hits[0].score < SURE:
        return None
    # Unsalted it gives as much, but for its salt.
    factor = TOLD_CLOSER if words[at + 2] == "salt" else OTHER_STATE
    return chosen(words, lowered(hits, factor))


def _is_all(label: str, words: Sequence[str]) -> bool:
    """Whether a label says these words and no more: no iced tea for tea."""
    said = {stem(one) for word in words for one in words_of(word)}
    return {stem(one) for one in words_of(label)} == said
