"""Cutting what someone wrote into pieces that each name one food, or one not eaten."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from journal.domain import mealtext_links as links
from journal.domain import mealtext_words as said
from journal.domain.mealtext_around import without_around
from journal.domain.mealtext_body import without_body
from journal.domain.mealtext_closing import closing_told
from journal.domain.mealtext_corrected import corrected
from journal.domain.mealtext_described import described
from journal.domain.mealtext_details import with_details
from journal.domain.mealtext_doings import without_doings
from journal.domain.mealtext_emoji import without_adornments
from journal.domain.mealtext_fat_added import with_fat_added
from journal.domain.mealtext_framed import unframed
from journal.domain.mealtext_headings import HOUR
from journal.domain.mealtext_homely import homely_told
from journal.domain.mealtext_links import BESIDE, INSIDE, ON
from journal.domain.mealtext_manner import plainly
from journal.domain.mealtext_names import plain_names
from journal.domain.mealtext_notes import without_notes
from journal.domain.mealtext_places import blank
from journal.domain.mealtext_praise import unpraised, with_meals_named
from journal.domain.mealtext_purposes import without_purposes
from journal.domain.mealtext_put_right import put_right
from journal.domain.mealtext_refusals import refusals_ended
from journal.domain.mealtext_remainders import remainders_said, served_said
from journal.domain.mealtext_remarked import without_run_remarks
from journal.domain.mealtext_remarks import without_remarks
from journal.domain.mealtext_respelt import respelt
from journal.domain.mealtext_rows import told_once
from journal.domain.mealtext_shares import ShareSaid, shares_said
from journal.domain.mealtext_slots import (
    AND,
    BREAK,
    LINK,
    LIST,
    NOT,
    SlotSaid,
    last_slot,
    slots_of,
    slots_said,
)
from journal.domain.mealtext_sold import as_sold
from journal.domain.mealtext_story import story_told, with_skin
from journal.domain.mealtext_talk import hushed, without_lengths
from journal.domain.mealtext_talk_run import is_talk, talk_end
from journal.domain.mealtext_tastes import tastes_told
from journal.domain.mealtext_typed import plainly_typed, sentences_ended
from journal.domain.mealtext_unadded import with_unadded
from journal.domain.mealtext_units import TABLESPOON, UNITS
from journal.domain.mealtext_wholes import wholes_named

_MARKS = re.compile(f"[{LIST}{LINK}{AND}{BREAK}{NOT}]")
# Behind the mark of a link.
_WAYS = {"\x06": INSIDE, "\x07": BESIDE, "\x0e": ON}
_WAY_MARKS, _MADE_WITH = {way: mark for mark, way in _WAYS.items()}, "\x0f"
_LOOKS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": ";", "−": "-", "×": "x"}
    | {"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\r": "\n", "⁄": "/"}
    | {chr(code): " " for code in range(32) if code not in {9, 10, 13}}
    | {"\t": ","}
    | {"•": "\n", "·": "\n", "*": "\n", "|": "\n", "…": ".", "_": " ", '"': " "}
)
# What stands between the words of one name: spaces, "&" or "'n'".
_GAP = re.compile(r"[ &]|'(?!s\b)|\bn\b")
_DONE = re.compile(r"\s*[a-z]+(?:ed|ing)\b")
_TITLE = re.compile(r"(?<=\bmr)\.|(?<=\bdr)\.|(?<=\bmrs)\.|(?<=\bst)\.")
# What stands in brackets on the next line belongs to the line before.
_HANGING = re.compile(r"(?<=[a-z])\s*\n\s{0,4}(?=\()")
_TURN = re.compile(r"\b(?:but|however|although|though)\b")
_TABLESPOONS = re.compile(r"(?<=\d)\s?T(?![\w'-])")
# Beside another food: "a sherry after a beer".
_AFTER = re.compile(r"(?<=[a-z])\ (?:before|after)(?=\ (?:my|the|an?|our)\ [a-z])")
# "A cup and a half" is one and a half cups.
_UNIT_AND_PART = re.compile(
    r"\b(?:an?|one|(?P<count>\d)) (?P<unit>[a-z]+) and (?:an? |one )?"
    r"(?P<part>half|quarter|third)\b(?! (?:an?|the)\b)"
)
_AND_A_HALF = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six) and (?:a |one )?(?:half|quarter|third)\b"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text between separators; ``link`` is what stood before it.

    ``is_closed`` where the meal was said after the food: its name ends there.
    ``way`` is how the link tells what follows: `INSIDE` what was named ("filled with"),
    `BESIDE` it ("as well as"), `ON` something, or empty ("with" may be either);
    ``is_made`` where its ingredients are told.
    """

    start: int
    end: int
    link: str
    slot: str | None
    time: str | None
    is_narrative: bool
    is_closed: bool
    way: str = ""
    is_made: bool = False


def _mark(mark: str) -> Callable[[re.Match[str]], str]:
    return lambda match: mark.ljust(len(match.group()))


def lowered(text: str) -> str:
    """The text in lower case with plain quotes and dashes, every place kept."""
    # "2T" is two tablespoons where "2t" is two teaspoons.
    text = _TABLESPOONS.sub(lambda m: TABLESPOON.rjust(len(m.group())), text)
    low = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return without_lengths(low).translate(_LOOKS)


def cut(text: str) -> tuple[str, list[Piece], list[ShareSaid]]:
    """The working text (same length as ``text``), its pieces in order, and shares."""
    low = refusals_ended(as_sold(put_right(lowered(sentences_ended(text)))))
    typed = plainly_typed(homely_told(without_around(without_body(low))))
    work = unframed(plain_names(without_adornments(typed)))
    work = _TITLE.sub(" ", _HANGING.sub(blank, work))
    work = told_once(respelt(wholes_named(tastes_told(closing_told(with_skin(work))))))
    work = described(without_purposes(corrected(without_notes(work))))
    work, rests = remainders_said(work)
    work, told = shares_said(work)
    work, served = served_said(work)
    shares = sorted([*rests, *told, *served], key=lambda share: share.at)
    work, slots = slots_said(with_meals_named(story_told(work)))
    work, times = _times(work)
    work = without_doings(unpraised(plainly(work)))
    work = with_fat_added(with_unadded(without_remarks(work)))
    work = _idle(hushed(without_run_remarks(work)))
    work = _separators(work)
    return work, _pieces(work, slots, times), shares


def _times(work: str) -> tuple[str, list[tuple[int, str]]]:
    found: list[tuple[int, str]] = []

    def note(match: re.Match[str]) -> str:
        hour = int(match["h1"] or match["h2"] or match["h3"])
        minute = int(match["m1"] or match["m2"] or match["m3"] or 0)
        if match["half"]:
            if not 1 <= hour <= 12:
                return match.group()
            hour = hour % 12 + (12 if match["half"].startswith("p") else 0)
        found.append((match.start(), f"{hour:02d}:{minute:02d}"))
        return blank(match)

    def note_bare(match: re.Match[str]) -> str:
        hour = match["h"] or match["h4"] or match["h5"]
        minute = match["m"] or match["m4"] or match["m5"]
        found.append((match.start(), f"{int(hour):02d}:{minute}"))
        return blank(match)

    work = HOUR.sub(note_bare, said.TIME.sub(note, work))
    return work, sorted(found)


def _idle(work: str) -> str:
    work = said.IDLE_NOT.sub(blank, work)
    work = said.ASIDE.sub(_less_food, work)
    work = _AFTER.sub(_mark(LIST), said.TAIL.sub(blank, work))
    # Kept from being read as a refusal: the hyphen binds the words to one name.
    return said.NOT_NEGATED.sub(_bound, work)


def _less_food(match: re.Match[str]) -> str:
    """Blank why and where, and no food after it: "while I waited and crisps"."""
    clause = match.group()
    why, _, more = clause.partition(" and ")
    is_doing = _DONE.match(more) or talk_end(more, 0, len(more)) > 0
    if not more or is_doing or not is_talk(why):
        return " " * len(clause)
    return " " * len(why) + " and " + more


def _bound(match: re.Match[str]) -> str:
    said_so = match.group().replace("no ", "no-").replace("zero ", "zero-")
    return said_so.replace(" zero", "-zero")


def _part_in_number(match: re.Match[str]) -> str:
    unit = match["unit"]
    if unit not in UNITS:
        return match.group()
    count = int(match["count"] or 1) + said.FRACTION_WORDS[match["part"]]
    return f"{count:.4g} {unit}".ljust(len(match.group()))


def _separators(work: str) -> str:
    work = with_details(work)
    work = re.sub(r"(?m)^[ ]*(?:-|\d+[.)])[ ]+", _mark(BREAK), work)
    work = re.sub(r"(?<=\s)\d{1,2}\)\s", _mark(LIST), work)
    work = re.sub(r"[;\n]|[.!?]+(?=\s|$)|(?<=[a-z])\.(?=[a-z])", _mark(BREAK), work)
    work = re.sub(r"(?<=[a-z]):(?=\s)", _mark(LIST), work)
    work = re.sub(
        r"(?<![-\w])" + said.NEGATED.pattern, _mark(NOT), work, flags=re.VERBOSE
    )
    work = re.sub(r"(?<!\d),|,(?!\d)|\s/\s|(?<=[a-z])/(?=[a-z]{2})", _mark(LIST), work)
    work = re.sub(
        r"\s-\s(?!\s*[\d½¼¾⅓⅔]|\s*(?:a|an|one|two|half)\b)", _mark(LIST), work
    )
    work = _UNIT_AND_PART.sub(_part_in_number, work)
    work = _AND_A_HALF.sub(lambda m: m.group().replace("and", "   "), work)
    work = links.TOLD_ON.sub(_mark(BREAK), work)
    work = _TURN.sub(_mark(LIST), work)
    # An underscore for the space keeps these from being read as a link.
    work = links.MADE_WITH.sub(lambda m: m.group().replace(" ", "_"), work)
    work = links.BOUND.sub(lambda m: _GAP.sub("_", m.group()), work)
    work = links.LINKS.sub(_linked, work)
    return links.ANDS.sub(_mark(AND), work)


def _linked(match: re.Match[str]) -> str:
    """The mark of a link, and a second where what follows is in what was named."""
    said_so = match.group()
    mark = _WAY_MARKS.get(links.way_of(said_so), "")
    way = _MADE_WITH if links.is_made(said_so) else mark
    # "W" has no room for it.
    return (LINK + way)[: len(said_so)].ljust(len(said_so))


def _pieces(
    work: str, slots: list[SlotSaid], times: list[tuple[int, str]]
) -> list[Piece]:
    breaks = [match.start() for match in re.finditer(BREAK, work)]
    edges = [(0, BREAK), *((m.start(), m.group()) for m in _MARKS.finditer(work))]
    ends = [start for start, _ in edges[1:]] + [len(work)]
    spans = [(*edge, end) for edge, end in zip(edges, ends, strict=True)]
    pieces = []
    # Where the first word of a story ends, in the sentence that begins there.
    stories: dict[int, int] = {}
    for (start, link, end), slot in zip(spans, slots_of(spans, slots), strict=True):
        sentence = bisect_right(breaks, start)
        left = breaks[sentence - 1] if sentence else 0
        time = next((t for at, t in reversed(times) if left <= at < end), None)
        body = start + bool(_MARKS.match(work, start))
        is_made = work.startswith(_MADE_WITH, body)
        way = INSIDE if is_made else _WAYS.get(work[body : body + 1], "")
        body += bool(way)
        if work[body:end].strip():
            if left not in stories:
                story = said.STORY.search(work, left)
                told = [one.at for one in slots if one.is_story and left <= one.at]
                begins = [*told[:1], *([story.end()] if story else [])]
                stories[left] = min(begins, default=len(work) + 1)
            narrative = stories[left] <= end
            closed = (named := last_slot(slots, start, end)) and named.is_after
            said_as = (link, slot, time, narrative, bool(closed), way, is_made)
            pieces.append(Piece(body, end, *said_as))
    return pieces
