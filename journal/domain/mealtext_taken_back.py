"""What was told earlier and is put right by its name: "wait, chips were more like 200".

The new amount or food is written over the old one, in its place, or else the old one
is told again where it was put right. Where neither has room, the text stays as it was.
"""

from __future__ import annotations

import re

_COUNTS = {
    "a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
}  # fmt: skip
_N = rf"(?:\d{{1,4}}(?:\.\d)?|{'|'.join(_COUNTS)})"
_ENDS = r"(?=\s*(?:$|[,;:!?)\n]|\.(?!\d)|(?:and|but|with|then|plus|so)\b))"
_MIND = (
    r"(?:(?:no|oh|well|ah|hmm|oops|wait|sorry|actually|edit|correction|nope|hang\ on"
    r"|scratch\ that|i\ (?:mean|meant|lied|think)|on\ second\ thoughts?),?\ )"
)
_PARTED = r"[\s,.;:!(-]{1,4}"
# "Wait, fries were more like 200", "actually the rice was nearer 60 g".
_MORE_LIKE = re.compile(
    rf"{_PARTED}{_MIND}*(?:the\ |my\ |those\ )?(?P<what>[a-z]+(?:\ [a-z]+)?)\ "
    r"(?:was|were|is|are|weighed)\ (?:probably\ |maybe\ |prob\ )?"
    r"(?:more\ like|nearer(?:\ to)?|closer\ to|actually|really)\ (?:about\ |around\ )?"
    rf"(?P<n>\d{{1,4}})(?P<unit>\ ?(?:g|grams|ml|oz))?{_ENDS}"
)
# "No wait it was one piece": of what was counted by the piece before.
_COUNTED = re.compile(
    rf"{_PARTED}{_MIND}+(?:(?:it|that|there)\ (?:was|were)\ |i\ (?:only\ )?had\ "
    rf"|only\ |just\ )*(?P<n>{_N})\ (?P<what>[a-z]{{3,}}?)s?(?:\ of\ (?:it|them|that))?"
    rf"{_ENDS}"
)
# "Sorry not Lucozade it was Ribena".
_NOT_BUT = re.compile(
    rf"{_PARTED}{_MIND}*not\ (?:an?\ |the\ )?(?P<no>[a-z'-]+(?:\ [a-z'-]+)?),?\ "
    r"(?:but\ |it\ was\ |that\ was\ |it's\ |i\ had\ )+(?:an?\ |the\ )?"
    rf"(?P<yes>[a-z][a-z'-]+(?:\ [a-z'-]+){{0,2}}){_ENDS}"
)
_SEPARATOR = re.compile(r"[,.;:!?\n+&]|\b(?:and|with|then|plus|had|ate|on)\b")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def taken_back(work: str) -> str:
    """The text (in lower case, every place kept) with the second thing in its place."""
    for pattern, write in (
        (_NOT_BUT, _food), (_MORE_LIKE, _weight), (_COUNTED, _count)
    ):  # fmt: skip
        for match in list(pattern.finditer(work)):
            work = write(work, match)
    return work


def _put(work: str, start: int, end: int, said: str, match: re.Match[str]) -> str:
    """``said`` from ``start`` to ``end``, and nothing where it was told."""
    if len(said) > end - start:
        return work
    gone = " " * (match.end() - match.start())
    work = work[: match.start()] + gone + work[match.end() :]
    return work[:start] + said.ljust(end - start) + work[end:]


def _again(work: str, start: int, end: int, said: str, match: re.Match[str]) -> str:
    """``said`` where it was put right, and nothing from ``start`` to ``end``."""
    room = match.end() - match.start()
    if len(said) + 2 > room or end > match.start():
        return work
    work = work[:start] + " " * (end - start) + work[end:]
    return work[: match.start()] + f"; {said}".ljust(room) + work[match.end() :]


def _last(pattern: str, match: re.Match[str]) -> re.Match[str] | None:
    found = list(re.finditer(pattern, match.string[: match.start() + 1]))
    return found[-1] if found else None


def _food(work: str, match: re.Match[str]) -> str:
    told = _last(rf"\b{re.escape(match['no'])}\b", match)
    if told is None:
        return work
    if len(match["yes"]) <= len(told.group()):
        return _put(work, *told.span(), match["yes"], match)
    start, _ = _clause(work, told.start(), match.start())
    amount = work[start : told.start()].strip()
    return _again(work, start, told.end(), f"{amount} {match['yes']}", match)


def _weight(work: str, match: re.Match[str]) -> str:
    """The weight over the one that was told of it, or behind its name."""
    told = _last(rf"\b{re.escape(match['what'].split()[-1])}\b", match)
    if told is None:
        return work
    start, end = _clause(work, told.start(), match.start())
    numbers = list(_NUMBER.finditer(work, start, end))
    if not numbers and told.start() < match.start():
        said = f"{work[start:end].strip()} {match['n']}{match['unit'] or ''}"
        return _again(work, start, end, said, match)
    if len(numbers) != 1 or not _is_same_unit(work[numbers[0].end() : end], match):
        return work
    return _put(work, *numbers[0].span(), match["n"], match)


def _is_same_unit(behind: str, match: re.Match[str]) -> bool:
    unit = (match["unit"] or "").strip()
    return not unit or behind.strip().startswith(unit[0])


def _clause(work: str, at: int, limit: int) -> tuple[int, int]:
    start = 0
    for edge in _SEPARATOR.finditer(work, 0, at):
        start = edge.end()
    over = _SEPARATOR.search(work, at, limit)
    return start, over.start() if over else limit


def _count(work: str, match: re.Match[str]) -> str:
    told = _last(rf"\b(?P<n>{_N})\ (?={match['what']}s?\b)", match)
    if told is None or not _SEPARATOR.search(work, told.end(), match.start()):
        # Told right before: `journal.domain.mealtext_corrected` reads it.
        return work
    count = _COUNTS.get(match["n"], match["n"])
    return _put(work, *told.span("n"), count, match)
