"""Of a correction the second thing counts: "toast, I mean a bagel", "2 eggs, no, 3"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journal.domain.mealtext_tokens import Token, tokens_of

_NUMBERED = r"(?:\d|[½¼¾⅓⅔]|(?:an?|one|two|three|four|five|six|half|only)\b)"
# What was said before these is taken back.
_TAKEN_BACK = re.compile(
    rf"""\s{{0,3}}[,;.:(-]{{0,3}}\s{{0,3}}(?<![a-z])(?:
      (?:oh\ |well,?\ |oops,?\ |ah\ )?(?:
        no,?\ wait|wait,?\ no|no,?\ sorry|sorry,?\ no|scratch\ that|strike\ that
        |no,?\ (?:it|that|they)\ (?:was|were)
        |i\ (?:mean|meant)(?:\ to\ (?:say|write))?|make\ (?:that|it)
        |(?:or\ )?rather(?!\ than)|correction)
      |(?<=[,;.]\ )(?:sorry|no)(?=,\ )
      |(?<=[,;.]\ )(?:no|sorry)(?=\ {_NUMBERED}[^,;.]*$)
      |(?<=[,;.]\ )(?:well,?\ )?actually(?=,?\ (?:it\ was\ )?{_NUMBERED})
    )\b(?:,?\ (?:actually|it\ was|i\ had|that\ was|it's)){{0,2}}[\s,:;]{{0,4}}""",
    re.VERBOSE,
)
# "Cereal, corn flakes to be exact", "fish, namely cod": told once more, closer.
_EXACTLY = re.compile(
    r"""[,;:(-]\s{0,3}(?P<then>[^,;:.()\n]{2,60}?)\s
    to\ be\ (?:more\ )?(?:exact|precise|specific)\b\s?\)?""",
    re.VERBOSE,
)
_NAMELY = re.compile(
    r"[,;:(-]\s{0,3}(?:namely|specifically|i\.e\.|that is)\s{1,3}(?=[^,;:]{3})"
)
_EDGE = re.compile(
    r"[.;!?\n,(]|\b(?:and|with|then|plus|on|had|ate|have|drank|was|for)\b|&|\+"
)
_ENDS = re.compile(r"[.;!?\n,()]|\b(?:and|with|then|plus|on|for)\b|&|\+")
_LETTER = re.compile(r"[^\W\d_]")
_REACH = 120
_AMOUNT = frozenset({"num", "fraction", "unit", "times"})


def corrected(work: str) -> str:
    """The text without what was taken back, every place kept."""
    for marker in (_TAKEN_BACK, _NAMELY, _EXACTLY):
        found = list(marker.finditer(work))
        if found:
            chars = list(work)
            for match in reversed(found):
                _take_second(chars, work, match)
            work = "".join(chars)
    return work


def _take_second(chars: list[str], work: str, match: re.Match[str]) -> None:
    """Blank of the first thing said what the second replaces: food, amount or both."""
    second, ends = match.end(), min(len(work), match.end() + _REACH)
    if match.re is _EXACTLY:
        second, ends = match.span("then")
    elif end := _ENDS.search(work, second, ends):
        ends = end.start()
    first = max(0, match.start() - _REACH)
    for edge in _EDGE.finditer(work, first, match.start()):
        first = edge.end()
    if not _LETTER.search(work, first, match.start()) or second >= ends:
        return
    for start, end_ in _gone(work, first, match.start(), tokens_of(work, second, ends)):
        chars[start:end_] = " " * (end_ - start)
    chars[match.start() : second] = " " * (second - match.start())
    if ends < match.end():
        chars[ends : match.end()] = " " * (match.end() - ends)


def _gone(
    work: str, start: int, end: int, then: Sequence[Token]
) -> list[tuple[int, int]]:
    """The stretches of the first thing that the second replaces."""
    kinds = {token.kind for token in then}
    if "word" in kinds and kinds & _AMOUNT:
        return [(start, end)]
    gone = {"word", "filler"} if "word" in kinds else _AMOUNT
    return [
        (token.start, token.end)
        for token in tokens_of(work, start, end)
        if token.kind in gone and token.text != "of"
    ]
