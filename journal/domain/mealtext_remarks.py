"""Blanking remarks around food: "enjoying its sweet taste", "to keep me going".

Only runs of words that name no food are blanked, and only where a clause ends behind
them, so that "for extra sweet potato" keeps its potato.
"""

from __future__ import annotations

import re

from journal.domain.foodmatch import stem
from journal.domain.mealtext_praise import PRAISE, SENSES
from journal.domain.story_words import HOW, WHAT

_TOLD = PRAISE | SENSES | HOW | WHAT
_AROUND = frozenset(
    """
    its their the a an my me i we our us it them every each that this these those
    some and or with such in on to of for from as at by while all own more most lots
    plenty both yet right amount other not too always another one's you your myself
    ourselves up down off out into through between throughout during before after
    until along away back together right here today tonight which was were is are be
    been being had has have
    """.split()  # noqa: SIM905
)
_DOING = (
    r"enjoy|savou?r|relish|appreciat|provid|offer|giv|add|bring|deliver|creat|mak|leav"
    r"|keep|satisfy|feel|ensur|complet|round|complement|enhanc|balanc|fuel|boost|lov"
    r"|embrac|celebrat|burst|end|start|finish|lift|quench|hydrat|nourish|energiz"
    r"|energis|refresh|cool|warm|brighten|curb|fill|power|kick|wrap|wind|unwind|wak"
    r"|begin|elevat|accompany|tast|indulg|treat|delight|soak|combin|lend|offset|reliev"
    r"|replenish|recharg|fulfil|hit|wash|go|tid|cap|top|help|snack|munch|sooth|serv"
    r"|suppl|kickstart|sustain|satiat|pleas|perk|prepar|ground|conclud|clos"
)
_DID = re.compile(rf"(?:{_DOING})(?:l?ing|ning|ting|e?s|y|e|ed|ped)?")
_OPENS = re.compile(
    rf"""(?:
      (?:;\s*|,\s*|\band\s+)?\b(?:
         (?:{_DOING})(?:l?ing|ning|ting)
        |to\ (?:further\ |really\ |help\ )?(?:{_DOING})(?:e|y)?
        |(?:that|which)\ (?:was|is|were|are|{_DOING})(?:e?s|ed|ped|d)?
        |(?:that|which)\ (?:gave|made|left|kept|brought|felt|went|had)
        |(?:perfect|perfectly|ideal|great|excellent|wonderful|fantastic)\ (?:for|to|as)
        |a\ (?:perfect|great|wonderful|delightful|nice|lovely|true|real)
          (?=\ (?:treat|way|option|choice|start|end|combination))
        |(?:packed|full|filled|bursting|loaded)\ (?:with|of)(?=\ (?:flavou?r|goodness))
        |(?:rich|high)\ in(?=\ (?:flavou?r|taste|protein|fib))
        |just\ (?:the\ right|what\ i)
        |to(?=\ perfection\b)
        |(?:and\ )?it\ (?:was|is)(?=\ (?:a|the|so|just|very|such)\b)
        |complete\ with(?=\ (?:its|a|the)\b)
        |in\ (?:assorted|various|different|mixed)(?=\ flavou?rs)
        |(?:as|for)(?=\ (?:a|an|my|the|part|that|extra|added|some|flavou?r|energy|good
          |protein|dipping|fib(?:er|re))\b)
        |with(?=\ (?:its|their|every|each|an?\ (?:hint|touch|burst|delightful))\b)
        |in\ (?:every|each)(?=\ bite)
        |(?:that|which)\ (?:i|we)\ (?:made|prepared|whipped\ up|cooked)(?=\ )
        |both\ of\ which\ (?:was|were|are)
        |(?:all\ )?crafted(?=\ (?:from|in|with|at|to|by)\b)
      )
    )\b""",
    re.VERBOSE,
)
#: Nobody praises a food longer than this in one breath.
MOST_WORDS = 24
# A meal's name that was blanked may have left its mark.
_WORD = re.compile(r"[ \x01]*([a-z][a-z'’-]*)")
_LETTERS = re.compile(r"[a-z]+")
_ENDS = re.compile(
    r"""\s*(?:$|[,.;:!?\n()\x01-\x05]
      |(?:and|with|alongside|plus|while|accompanied|paired|complemented|along|followed
         |then|washed|as\ well|together|topped|served)\b)""",
    re.VERBOSE,
)
_LAST = frozenset(
    ["me", "it", "them", "up", "down", "off", "out", "along", "today", "tonight"]
)
# "The sweet taste of this apple": of what was told before.
_OF_WHAT = re.compile(
    r"(?<=[a-z])\ (?:of\ (?:this|these|the|its)|for\ something)\ [a-z -]{1,50}?"
    r"(?=\s*(?:[,.;!?\n]|$))"
)


def without_remarks(work: str) -> str:
    """The text (lower case, meals already marked), remarks blanked in their place."""
    out: list[str] = []
    done = 0
    for match in _OPENS.finditer(work):
        if match.start() < done:
            continue
        end = _remark_end(work, match)
        if end is None:
            continue
        out += [work[done : match.start()], " " * (end - match.start())]
        done = end
    return "".join(out) + work[done:]


def _was_told(what: str, before: str) -> bool:
    """Whether a food that is praised was told before: the page may not lose it."""
    known = {stem(word) for word in _LETTERS.findall(before)}
    named = [stem(word) for word in _LETTERS.findall(what) if word not in _AROUND]
    is_back = what.startswith((" of this", " of its", " for something"))
    return bool(known) and (is_back or bool(known & set(named)))


def _remark_end(work: str, opened: re.Match[str]) -> int | None:
    """Where the remark ends, or None where something else than praise follows."""
    end = at = opened.end()
    is_told = opened.group().lstrip(" ,;").startswith("to ")
    for _ in range(MOST_WORDS):
        word = _WORD.match(work, at)
        if word is None:
            break
        text = word.group(1)
        if text in _TOLD or _DID.fullmatch(text):
            end, is_told = word.end(), True
        elif text not in _AROUND:
            break
        elif text in _LAST:
            end = word.end()
        at = word.end()
    told = _OF_WHAT.match(work, end) if is_told else None
    if told and not _was_told(told.group(), work[: opened.start()]):
        return None
    if told:
        return told.end()
    ends = [stop for stop in (end, at) if is_told and _ENDS.match(work, stop)]
    return ends[0] if ends else None
