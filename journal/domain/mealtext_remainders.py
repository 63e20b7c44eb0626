"""What became of the rest: "finished the rest later", "left half the fries".

Who had the rest later ate all of it, so that a half told before is a whole. What others
had of it, or the bin, was not eaten: where no part was told, how much is a guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from journal.domain.foodmatch import stem
from journal.domain.mealtext_shares import (
    ABOUT,
    LEFT_SOME,
    NOT_FINISHED,
    PART,
    WHOM,
    ShareSaid,
    part_of,
)

_STARTS = r"(?:^|(?<=[\w)%.,;]))(?:,?\ (?:(?:and|then|but|so|or)\ ){0,2}|[.;]\ )?"
_I = r"(?:(?:i|we)\ )?(?:(?:then|later|have|only|just|also)\ )*"
_REST = (
    r"(?:(?:the\ |my\ |its\ )?(?:rest|remainder|remaining\ (?:half|bit|part|slices?)"
    r"|(?:other|second|last)\ (?:half|bit|part)))(?:\ of\ (?:it|them|that"
    r"|the\ (?:bottle|can|bag|packet|box|bowl|bar|tub|carton|glass|tin)))?"
)
_WHEN = (
    r"(?:\ (?:later(?:\ on)?|afterwards?|after|cold|"
    r"at\ (?:work|home|night|noon|\d\S{0,6})"
    r"|(?:for|at|as|with|after)\ (?:my\ |an?\ )?(?:breakfast|brunch|lunch"
    r"|dinner|supper|tea|snack|lunchtime|dinnertime|dessert)|today|tonight"
    r"|in\ the\ (?:car|evening|afternoon|night|morning)|an?\ hour\ later|before\ bed"
    r"|this\ (?:evening|afternoon)|on\ the\ way\ home))*"
)
_ENDED = r"(?=\s*(?:$|[,.;:!?\n)]|(?:and|but|then|so|with)\b))"
# "Ate half, finished the rest at three": all of it.
_HAD_LATER = re.compile(
    rf"{_STARTS}{_I}(?:finished|finish|ate|had|eaten|drank|polished|scoffed|demolished)"
    rf"\ (?:off\ |up\ )?{_REST}{_WHEN}{_ENDED}"
    rf"|{_STARTS}(?:and\ )?the\ (?:rest|other\ half|remainder)"
    rf"\ (?:later|at\ \d\S{{0,6}}|for\ (?:breakfast|lunch|dinner|supper|tea)){_ENDED}"
)
_OCCASION = (
    r"(?:now|then|later(?:\ on)?|today|first|before|after(?:wards)?|(?:for|at|with)\ "
    r"(?:breakfast|brunch|lunch|dinner|supper|tea|noon|work|home|\d\S{0,6})|in\ the\ "
    r"(?:morning|afternoon|evening)|this\ (?:morning|afternoon|evening))"
)
_TWO_HALVES = re.compile(
    rf"[,:]?\ (?:-\ )?(?:ate\ |had\ )?(?:one\ )?half\ {_OCCASION}(?:,|\ and|,\ and)?\ "
    rf"(?:the\ )?(?:other\ )?half\ {_OCCASION}{_ENDED}"
)
_OTHERS = (
    rf"(?:{WHOM}|he|she|they|(?:the\ )?(?:dog|cat|bin|kids|children|boys|girls|family))"
)
# The rest was had by others, or by nobody.
_NOT_MINE = re.compile(
    rf"{_STARTS}(?:{_OTHERS}\ (?:then\ )?"
    rf"(?:ate|had|finished|took|got|stole|polished\ off)\ {_REST}"
    rf"|{_I}(?:gave|fed|passed|handed)\ {_REST}\ (?:to|away|over)"
    rf"(?:\ (?:to\ )?{_OTHERS})?"
    rf"|{_I}(?:gave|fed|slipped)\ {_OTHERS}\ (?:some|a\ (?:bit|little|bite|few)"
    rf"|a\ few\ bites|{_REST})(?:\ of\ (?:it|them|mine))?"
    rf"|{_I}(?:threw|chucked|binned|tossed|wasted|discarded|scraped)\ {_REST}"
    r"(?:\ (?:away|out|in\ the\ bin))?"
    rf"|{_I}(?:saved|kept|saving|keeping|put|wrapped|boxed|froze|took|brought"
    rf"|packed)\ {_REST}"
    r"(?:\ (?:up|home|away|in\ the\ (?:fridge|freezer)))?"
    r"(?:\ for\ (?:tomorrow|later|(?:tomorrow's\ )?(?:lunch|dinner|breakfast)))?"
    rf"|(?:{_REST}|leftovers?)\ (?:is\ |was\ |are\ |went\ )?(?:for\ tomorrow|for\ later"
    rf"|in\ the\ (?:fridge|bin|freezer)|to\ {_OTHERS})){_ENDED}"
)
_TO_OTHERS = re.compile(
    rf"{_STARTS}{_I}(?:gave|fed|passed|handed|slipped)\ {ABOUT}{PART}"
    rf"(?:\ of\ (?:it|them))?\ to\ {_OTHERS}{_ENDED}"
)
_LEFT_OVER = re.compile(
    rf"{_STARTS}(?:(?:there\ (?:was|is)|with|had|have)\ )?{ABOUT}"
    rf"(?:{PART}|(?P<some>some|a\ bit|a\ little))(?:\ of\ it)?\ (?:was\ |is\ )?"
    rf"(?:left(?:[ -]?over)?|remaining|uneaten)(?:\ (?:on\ the\ plate|in\ the\ (?:bowl"
    rf"|glass|cup)))?{_ENDED}"
)
# "Left half the fries", "only ate half my rice": of what was told before.
_NAMED = re.compile(
    rf"{_STARTS}{_I}(?P<verb>left|wasted|binned|ate|had|finished|managed)\ {ABOUT}"
    rf"(?:{PART}|(?P<some>some|a\ bit|a\ few|a\ little))\ (?:of\ )?"
    rf"(?:the|my|its|his|her)\ (?P<what>[a-z]+){_ENDED}"
)
_BETWEEN = re.compile(
    r",?\ \(?between\ (?:the\ |all\ )?(?P<n>[2-9]|two|three|four|five|six)\)?"
    r"(?=\s*(?:$|[,.;:!?\n)]))"
)
_TO_SHARE = re.compile(
    r"(?<=[a-z])(?:,?\ (?:for\ sharing|to\ share)(?!\ (?:with|between|among))|\ shared)"
    r"(?=\s*(?:$|[,.;:!?\n)]))"
)
_SHARED_FIRST = re.compile(
    r"(?:(?<=^)|(?<=[.;,\n]\ )|(?<=\bi\ ))shared"
    r"(?=\ (?!it|them|with|between|plate)[a-z])"
)
_LEFT_VERBS = frozenset(["left", "wasted", "binned"])
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}

Reader = Callable[[re.Match[str]], ShareSaid | None]
Readers = tuple[tuple[re.Pattern[str], Reader], ...]


def remainders_said(work: str) -> tuple[str, list[ShareSaid]]:
    """The text with what tells of the rest blanked in its place, and the shares."""
    return _read(work, _REMAINDERS)


def served_said(work: str) -> tuple[str, list[ShareSaid]]:
    """The text without what tells of one's part at the end: "a bottle between two"."""
    return _read(work, _SERVED)


def _read(work: str, readers: Readers) -> tuple[str, list[ShareSaid]]:
    found: list[ShareSaid] = []
    for pattern, read in readers:

        def note(match: re.Match[str], read: Reader = read) -> str:
            share = read(match)
            if share is None:
                return match.group()
            found.append(share)
            return " " * len(match.group())

        work = pattern.sub(note, work)
    return work, found


def _whole(match: re.Match[str]) -> ShareSaid:
    return ShareSaid(match.start(), 1.0, is_rest=True)


def _unfinished(match: re.Match[str]) -> ShareSaid:
    # Of several foods nobody knows which: then nothing is taken off.
    return ShareSaid(
        match.start(), NOT_FINISHED, is_guess=True, is_of_all=True, is_last=True
    )


def _given(match: re.Match[str]) -> ShareSaid:
    return ShareSaid(match.start(), 1 - part_of(match["part"]))


def _left_over(match: re.Match[str]) -> ShareSaid:
    if match["some"]:
        return ShareSaid(match.start(), LEFT_SOME, is_guess=True, is_last=True)
    return ShareSaid(match.start(), 1 - part_of(match["part"]))


def _named(match: re.Match[str]) -> ShareSaid | None:
    """Of the food with that name which was told last in the sentences before."""
    told = stem(match["what"])
    before = list(re.finditer(r"[a-z]+", match.string[: match.start()]))
    named = [word for word in before if stem(word.group()) == told]
    if not named:
        return None
    is_left = match["verb"] in _LEFT_VERBS
    if match["some"]:
        factor = LEFT_SOME if is_left else 1 - LEFT_SOME
    else:
        factor = part_of(match["part"])
        factor = 1 - factor if is_left else factor
    is_guess = bool(match["some"])
    return ShareSaid(named[-1].end(), factor, is_guess=is_guess, is_one=True)


def _between(match: re.Match[str]) -> ShareSaid:
    count = _COUNTS.get(match["n"]) or int(match["n"])
    return ShareSaid(match.start(), 1 / count, is_served=True)


def _to_share(match: re.Match[str]) -> ShareSaid:
    return ShareSaid(match.start(), 0.5, is_guess=True, is_served=True)


def _shared_first(match: re.Match[str]) -> ShareSaid | None:
    rest = re.match(r"[^.;,!?\n]*", match.string[match.end() :])
    end = match.end() + (rest.end() if rest else 0)
    if re.search(r"\b(?:with|between|among)\b", match.string[match.end() : end]):
        return None
    since = match.end()
    return ShareSaid(end, 0.5, since, is_guess=True, is_served=True)


_REMAINDERS: Readers = (
    (_TWO_HALVES, _whole),
    (_NOT_MINE, _unfinished),
    (_HAD_LATER, _whole),
    (_TO_OTHERS, _given),
    (_NAMED, _named),
    (_LEFT_OVER, _left_over),
)
# Read after all else that tells of sharing.
_SERVED: Readers = (
    (_BETWEEN, _between),
    (_TO_SHARE, _to_share),
    (_SHARED_FIRST, _shared_first),
)
