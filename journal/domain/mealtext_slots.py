"""Which meal of the day each food of a text belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from journal.domain import mealtext_words as said
from journal.domain.mealtext_filler import FILLER
from journal.domain.mealtext_headings import SHORT_HEADING, TEA_TIME, heading_slot

# One character each, so that places in the text stay what they were.
LIST, LINK, AND, BREAK, NOT = "\x01", "\x02", "\x03", "\x04", "\x05"
_ENDS_CLAUSE = re.compile(r"[,;:.!?\n]|\b(?:and|then|but|plus)\b|&")
_GOES_ON = re.compile(
    r"\s*(?:(?:and|with|without|plus|n|but|no|not|at|around|about|by|in)\b|&|\+|[.;!?(]|$)"
)
_ENDS_LINE = re.compile(r"[;.!?\n]")
_WORD = re.compile(r"\w[\w']*")
_INTRODUCES = re.compile(r"\b(?:i had|i ate|having|was|is|it's|there's|means|meant)\b")

_TELLS = re.compile(r"\b(?:i|we) [a-z]+")


@dataclass(frozen=True, slots=True)
class SlotSaid:
    """A meal named at ``at``; ``is_after`` its foods or, as a heading, before them.

    ``is_story`` where it was said with who ate: "for lunch I had".
    """

    at: int
    slot: str
    is_after: bool
    is_story: bool = False


def slots_said(work: str) -> tuple[str, list[SlotSaid]]:
    """The text with the names of meals blanked, and where which was said.

    A meal named after its foods ends their piece, so that the comma behind
    "porridge for breakfast" still parts it from what comes next.
    """
    named = list(said.SLOT_PHRASE.finditer(work))
    taken = {place for match in named for place in range(*match.span())}
    heads = {
        match.start()
        for match in said.SLOT_START.finditer(work)
        if match.start() not in taken
    }
    named += [m for m in said.SLOT_START.finditer(work) if m.start() in heads]
    short = [*SHORT_HEADING.finditer(work), *TEA_TIME.finditer(work)]
    heads |= {match.start() for match in short if not match.groupdict().get("tea")}
    named += short
    found: list[SlotSaid] = []
    out: list[str] = []
    done = 0
    for match in sorted(named, key=lambda one: (one.start(), -one.end())):
        start, end = match.span()
        if start < done:
            continue
        is_after = start not in heads and _is_after(work, done, match)
        slot = said.SLOTS.get(match.group(1) or "") or heading_slot(match)
        is_story = _TELLS.search(match.group()) is not None
        found.append(SlotSaid(start, slot or "snacks", is_after, is_story))
        blank = " " * (end - start)
        if is_after:
            blank = blank[:-1] + _mark_after(match)
        elif match in short and "\n" not in work[start:end] and start:
            blank = BREAK + blank[1:]
        out += [work[done:start], blank]
        done = end
    return "".join(out) + work[done:], found


def _is_after(work: str, done: int, match: re.Match[str]) -> bool:
    whole = match.group()
    if whole.endswith(":") or _INTRODUCES.search(whole):
        return False
    before = _ENDS_CLAUSE.split(work[done : match.start()])
    if _has_content(before[-1]):
        return True
    rest = _ENDS_LINE.split(work[match.end() : match.end() + 200], maxsplit=1)[0]
    line = _ENDS_LINE.split(work[done : match.start()])[-1]
    return not _has_content(rest) and _has_content(line)


def _mark_after(match: re.Match[str]) -> str:
    if "\n" in match.group():
        return BREAK
    is_parted = match.group().endswith((",", "-"))
    return LIST if is_parted or not _GOES_ON.match(match.string, match.end()) else " "


def _has_content(text: str) -> bool:
    """Whether anything but talk is in the text: a food, or a number of them."""
    return any(
        word not in FILLER
        and word not in {"the", "of", "and"}
        and not said.PRONOUNS.fullmatch(word)
        for word in _WORD.findall(text)
    )


def last_slot(slots: Sequence[SlotSaid], start: int, end: int) -> SlotSaid | None:
    """The last meal named in a stretch of the text, if one is."""
    at = bisect_left(slots, end, key=lambda one: one.at)
    return slots[at - 1] if at and slots[at - 1].at >= start else None


def slots_of(
    spans: Sequence[tuple[int, str, int]], slots: Sequence[SlotSaid]
) -> list[str | None]:
    """The meal of each stretch ``(start, link before it, end)`` of the text.

    A meal named before foods holds until another is named. One named after foods
    holds for them alone: those joined to them without a comma, and those before that
    have no meal yet.
    """
    out: list[str | None] = []
    heading: str | None = None
    clause: str | None = None
    begins = sentence = 0
    for number, (start, link, end) in enumerate(spans):
        sentence = number if link == BREAK else sentence
        if link in {LIST, BREAK}:
            begins, clause = number, None
        last = last_slot(slots, start, end)
        if last is None:
            out.append(clause or heading)
            continue
        clause = last.slot
        if last.is_after:
            _give_back(out, clause, sentence=sentence, begins=begins)
        heading = None if last.is_after else clause
        begins = number + 1
        out.append(clause)
    return out


def _give_back(out: list[str | None], slot: str, *, sentence: int, begins: int) -> None:
    """Give the meal to what was joined before it, and to what has none yet."""
    for back in range(len(out) - 1, sentence - 1, -1):
        if out[back] is not None and back < begins:
            return
        out[back] = slot
