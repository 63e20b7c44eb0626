"""A part of what was served: "shared between 4", "ate half of it", "left a third"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from journal.domain.mealtext_places import blank
from journal.domain.mealtext_words import GLYPHS

# Who does not finish leaves some, nobody knows how much; said as a guess.
NOT_FINISHED = 0.8
LEFT_SOME = 0.8
LEFT_MOST = 0.2
WITH_SEVERAL = 1 / 3

_COUNT = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "both": 2,
}  # fmt: skip
_PARTS = {
    "half": 0.5, "a third": 1 / 3, "one third": 1 / 3, "third": 1 / 3,
    "two thirds": 2 / 3, "a quarter": 0.25, "one quarter": 0.25, "quarter": 0.25,
    "three quarters": 0.75, "a fifth": 0.2, "most": 0.8, "nearly all": 0.9,
    "almost all": 0.9, "all": 1.0,
}  # fmt: skip
_GUESSED = frozenset({"most", "nearly all", "almost all"})
_N = rf"(?:[2-9]|1\d|{'|'.join(_COUNT)})"
PART = (
    rf"(?P<part>\d{{1,2}}/\d{{1,2}}|\d{{1,2}}\s?%|[{''.join(GLYPHS)}]|"
    + "|".join(one.replace(" ", r"[\ -]") for one in sorted(_PARTS, key=len)[::-1])
    + ")"
)
ABOUT = (
    r"(?:(?:only|just|about|around|roughly|maybe|like|probably|approx\.?|~)\ ?){0,3}"
)
_ONE = (
    r"(?:husband|wife|partner|boyfriend|girlfriend|bf|gf|dh|hubby|spouse|fianc[eé]e?"
    r"|friend|mate|colleague|co-?worker|mum|mom|mother|dad|father|sister|brother|son"
    r"|daughter|kid|child|neighbou?r|room-?mate|flat-?mate|cousin|aunt|uncle|grandma"
    r"|grandson|granddaughter|nan|boss|dog|toddler|him|her|someone|somebody)"
)
_MANY = (
    r"(?:friends|mates|colleagues|co-?workers|parents|kids|children|family|others"
    r"|people|everyone|them|team|neighbou?rs|sisters|brothers|girls|boys|guys)"
)
WHOM = (
    rf"(?:(?:my|a|an|the|our|another|one)\ )?(?:{_N}\ )?(?:\w+\ )?(?:{_ONE}|{_MANY})\b"
    rf"(?:\ and\ (?:(?:my|a|an|the|our)\ )?(?:\w+\ )?(?:{_ONE}|{_MANY})\b)*"
)
_ANYONE = r"[a-z]+"
_ENDED = r"(?=\s*(?:$|[,.;:!?\n)]|(?:and|but|then|so|with|for|at|away|out|over|on)\b))"
_AHEAD = r"[^.;:!?\n]{2,90}?"
# What was shared comes after the verb: "shared a large pizza with my husband".
_AROUND = re.compile(
    rf"""\b(?:shared|split|sharing|splitting|halved|went\ halves\ on)\b
    (?=\ (?:(?:an?|the|some|half|one|two|our)\b|\d))(?P<what>{_AHEAD})
    \ (?:(?:with|between|among|amongst)\ (?:just\ )?(?:the\ )?
      (?:(?P<n>{_N})(?:\ of\ us|\ people|\ ways)?{_ENDED}|(?P<whom>{WHOM}))
      |(?P<ways>{_N})\ ways)""",
    re.VERBOSE,
)
_BEFORE = re.compile(
    rf"""\(?\b(?:(?:i|we|which|that|it|and|was|to)\ ){{0,4}}
    (?:(?:shared|split|divided|sharing|halved|share)\ (?:it\ |them\ |this\ |that\ )?
        (?:(?:out\ )?(?:between|among|amongst|by|with)\ (?:the\ )?
          (?:(?P<n>{_N})(?:\ of\ us|\ people|\ ways)?{_ENDED}
            |(?P<whom>{WHOM})|(?P<name>{_ANYONE}){_ENDED})
        |(?P<ways>{_N})\ ways)
      |(?:between|among|amongst|for)\ (?:the\ |all\ )?(?P<us>{_N})\ (?:of\ us|people)
    )\s?\)?""",
    re.VERBOSE,
)
_EATEN = re.compile(
    rf"""\(?\b(?:(?:but|and|so|then|i|we|only|just|could|managed|did|have)\ ){{0,5}}
    (?:(?:ate|had|eaten|eat|drank|finished|managed|used|(?P<left>left|binned|wasted
      |threw\ away|threw\ out|threw|gave\ away|saved|kept))\ )?
    {ABOUT}(?:the\ )?{PART}
    (?:\ of\ (?P<them>it|them|that|this|those|everything|both|each)\b(?:\ all)?
      |(?<=half)\ it\b|{_ENDED})
    (?:\ (?:away|out|over|for\ (?:later|tomorrow|\w+)|on\ the\ plate|to\ the\ dog))?
    \s?\)?""",
    re.VERBOSE,
)
_NOT_ALL = re.compile(
    r"""\(?\b(?:(?:but|and|i|we)\ ){0,3}(?:
      (?:did\ not|didn'?t|couldn'?t|could\ not|never|not)\ (?:quite\ |even\ )?
        (?:finish(?:ed)?|eat|manage|drink)\b
        (?:\ (?:it|them|that|all|of|everything|the\ lot)){0,4}
        (?=\s*(?:$|[,.;:!?\n)]|\b(?:and|but|so|then)\b))
      |not\ all\ of\ (?:it|them)
      |left\ (?P<some>some|a\ bit|a\ little|a\ few|most|(?P<rest>the\ rest))
        (?:\ of\ (?:it|them))?(?=\s*(?:$|[,.;:!?\n)]|\b(?:and|but|so|then)\b))
      )\s?\)?""",
    re.VERBOSE,
)
_SHARED = re.compile(
    r"\(\s?shared\s?\)|,\ shared(?=\s*(?:$|[,.;\n]))|\b(?:we\ )(?:shared|split)\b"
    r"(?=\ (?:(?:an?|the|some|half|one|two)\b|\d))|\b(?<=a )shared\b|\bmy share of\b"
)
_HALF_EATEN = re.compile(r"\bhalf[ -](?:eaten|finished|drunk)\b")
_CLAUSE_OVER = re.compile(r"[.;!?\n]|,? (?:and|but|so|then) (?:i|we)\b|, i\b")


@dataclass(frozen=True, slots=True)
class ShareSaid:
    """A part of what stands before ``at`` or, if ``since`` is set, from there on.

    ``is_served`` where one whole thing was shared, else a part of one's own portion;
    ``is_one`` where only the last food before is meant, ``is_rest`` where the rest of
    it was eaten too, ``is_last`` where a part told elsewhere counts and not this one.
    """

    at: int
    factor: float
    since: int | None = None
    is_guess: bool = False
    is_served: bool = False
    is_of_all: bool = False
    is_one: bool = False
    is_rest: bool = False
    is_last: bool = False


def shares_said(work: str) -> tuple[str, list[ShareSaid]]:
    """The text with what says how much was left or shared blanked, and the shares."""
    found: list[ShareSaid] = []
    # "Half-eaten" is half; the verb would end the amount.
    work = _HALF_EATEN.sub(lambda m: "half".ljust(len(m.group())), work)
    for pattern, read in _READERS:

        def note(match: re.Match[str], read: Reader = read) -> str:
            share = read(match)
            if share is None:
                return match.group()
            found.append(share)
            at = match.end("what") if "what" in match.re.groupindex else match.start()
            kept = match.string[match.start() : at] if share.since is not None else ""
            return _plain_verb(kept).ljust(len(match.group()))

        work = pattern.sub(note, work)
    return work, sorted(found, key=lambda share: share.at)


def _plain_verb(kept: str) -> str:
    """The foods after a verb of sharing, the verb blanked."""
    return re.sub(r"^(?:we |my )?[a-z]+(?: halves on| share of)?", blank, kept)


def _around(match: re.Match[str]) -> ShareSaid:
    factor, is_guess = _among(match)
    start = match.start("what")
    return ShareSaid(match.end("what"), factor, start, is_guess, is_served=True)


def _before(match: re.Match[str]) -> ShareSaid:
    factor, is_guess = _among(match)
    return ShareSaid(match.start(), factor, None, is_guess, is_served=True)


def _among(match: re.Match[str]) -> tuple[float, bool]:
    """One person's part, and whether that is a guess: with whom was told, or how many.

    "With two friends" is three people, "between two" is two.
    """
    told = match.groupdict()
    count = told.get("n") or told.get("us") or told.get("ways")
    if count:
        return 1 / _number(count), " with " in match.group() and not told.get("us")
    whom = told.get("whom") or told.get("name") or ""
    number = re.search(rf"\b{_N}\b", whom)
    if number:
        return 1 / (1 + _number(number.group())), True
    if re.search(rf"\b{_MANY}\b", whom):
        return WITH_SEVERAL, True
    return 1 / (2 + whom.count(" and ")), True


def _number(word: str) -> int:
    return _COUNT.get(word) or int(word)


def _eaten(match: re.Match[str]) -> ShareSaid | None:
    if match["them"] is None and not re.search(
        r"\b(?:ate|had|eaten|eat|drank|finished|managed|left|binned|wasted|threw|gave"
        r"|saved|kept)\b",
        match.group(),
    ):
        return None
    factor = part_of(match["part"])
    if not 0 < factor <= 1:
        return None
    if match["left"]:
        factor = 1 - factor
    is_of_all = match["them"] in {"them", "those", "everything", "both", "each"}
    is_guess = match["part"] in _GUESSED
    return ShareSaid(match.start(), factor, None, is_guess, is_of_all=is_of_all)


def part_of(told: str) -> float:
    """How much of a whole a part is, by its words: "two thirds", "75 %"."""
    said = re.sub(r"[\s-]+", " ", told)
    if said in _PARTS:
        return _PARTS[said]
    if said in GLYPHS:
        return GLYPHS[said]
    if said.endswith("%"):
        return float(said[:-1]) / 100
    above, below = said.split("/")
    return float(above) / float(below) if float(below) else 0.0


def _not_all(match: re.Match[str]) -> ShareSaid:
    factor = NOT_FINISHED
    if match["some"]:
        factor = LEFT_MOST if match["some"] in {"most", "the rest"} else LEFT_SOME
    return ShareSaid(match.start(), factor, None, is_guess=True)


def _shared(match: re.Match[str]) -> ShareSaid:
    if match.group().startswith(("(", ",")):
        return ShareSaid(match.start(), 0.5, None, is_guess=True, is_served=True)
    over = _CLAUSE_OVER.search(match.string, match.end())
    at = over.start() if over else len(match.string)
    return ShareSaid(at, 0.5, match.end(), is_guess=True, is_served=True)


Reader = Callable[[re.Match[str]], ShareSaid | None]
_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_AROUND, _around),
    (_BEFORE, _before),
    (_EATEN, _eaten),
    (_NOT_ALL, _not_all),
    (_SHARED, _shared),
)
