"""The words, numbers, units and brackets of a piece, as tokens with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journal.domain import mealtext_words as said
from journal.domain.mealtext_filler import FILLER
from journal.domain.mealtext_units import TABLESPOON, UNITS

_GLYPH = "[" + "".join(said.GLYPHS) + "]"
_NUMBER = re.compile(
    rf"""(?P<mixed>\d+)[ -]+(?P<above>\d+)\s?/\s?(?P<below>\d+)(?![\d/])
      |(?P<glyphed>\d*)\s?(?P<glyph>{_GLYPH})
      |(?P<top>\d+)\s?/\s?(?P<bottom>\d+)(?![\d/])
      |(?P<low>\d+(?:\.\d+)?)\s?(?:-|to|or)\s?(?P<high>\d+(?:\.\d+)?)(?![\d/%])
      |(?P<grouped>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?)
      |(?P<plain>\d*[.,]\d+(?:e\d{{1,3}})?|\d+(?:e\d{{1,3}})?)(?!\d|\s?%)""",
    re.VERBOSE,
)
_WORD = re.compile(
    r"\d{1,9}(?:\.\d{1,9})?\s?%|[^\W\d_][^\W_]*(?:'[^\W_]+)?|\d{1,9}[^\W\d_]+"
)
_SHORT = frozenset(
    {
        "g",
        "c",
        "l",
        "gr",
        "gm",
        "cc",
        "sl",
        "pt",
        "gms",
        "cl",
        "dl",
        "t",
        "gl",
        TABLESPOON,
    }
)


# Cream with milk, not an amount; short enough to stand where it was said.
HALF_AND_HALF = "halfnhalf"
_SEVEN_UP = re.compile(r"7[ -]?up\b")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, unit or bracket of a piece."""

    kind: str
    start: int
    end: int
    text: str = ""
    value: float = 0.0


def tokens_of(work: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch of the working text."""
    found: list[Token] = []
    at = start
    while at < end:
        token = _next(work, at, end, found)
        if token is None:
            at += 1
            continue
        found.append(token)
        at = token.end
    return found


def _next(work: str, at: int, end: int, before: list[Token]) -> Token | None:
    if work[at] in "()":
        return Token("open" if work[at] == "(" else "close", at, at + 1)
    for pattern, kind in ((said.PART_LEFT, "rest"), (said.MOST_OF, "most")):
        if (part := pattern.match(work, at, end)) and _is_start(work, at):
            return Token(kind, at, part.end(), part.group())
    times = re.compile(r"x\s?(?=\d)|x(?=\s)").match(work, at, end)
    if times and (before and before[-1].kind in {"num", "word", "unit"}):
        return Token("times", at, times.end(), "x")
    seven_up = _SEVEN_UP.match(work, at, end)
    if seven_up and _is_start(work, at):
        return Token("word", at, seven_up.end(), "7up")
    number = _NUMBER.match(work, at, end)
    if number and (at == 0 or not work[at - 1].isalpha() or work[at - 1] == "x"):
        negative = work[at - 1] == "-" and (at < 2 or work[at - 2].isspace())
        value = number_in(number)
        return Token(
            "num", at, number.end(), number.group(), -value if negative else value
        )
    word = _WORD.match(work, at, end)
    return _worded(work, word, end, before) if word else None


def _is_start(work: str, at: int) -> bool:
    return at == 0 or not work[at - 1].isalnum()


def number_in(match: re.Match[str]) -> float:
    """The value of a number as matched; a fraction over nought counts as its top."""
    if match["mixed"]:
        return float(match["mixed"]) + float(match["above"]) / (
            float(match["below"]) or 1.0
        )
    if match["glyph"]:
        return float(match["glyphed"] or 0) + said.GLYPHS[match["glyph"]]
    if match["top"]:
        return float(match["top"]) / (float(match["bottom"]) or 1.0)
    if match["low"]:
        return (float(match["low"]) + float(match["high"])) / 2
    if match["grouped"]:
        return float(match["grouped"].replace(",", ""))
    return float(match["plain"].replace(",", "."))


def _worded(work: str, word: re.Match[str], end: int, before: list[Token]) -> Token:
    text, start = word.group(), word.start()
    if text in said.FRACTION_WORDS:
        return Token("fraction", start, word.end(), text, said.FRACTION_WORDS[text])
    after = _WORD.match(work, min(end, word.end() + 1), end)
    pair = f"{text} {after.group()}" if after else ""
    if after and pair in UNITS:
        return Token("unit", start, after.end(), pair)
    if text in UNITS:
        is_numbered = bool(before) and before[-1].kind in {"num", "fraction"}
        if text not in _SHORT or is_numbered:
            return Token("unit", start, word.end(), text)
    is_name = text == "zero" and "-" in work[max(0, start - 1) : word.end() + 1]
    if text in said.NUMBER_WORDS and not is_name:
        return Token("num", start, word.end(), text, said.NUMBER_WORDS[text])
    if text in FILLER or text in {"of", "the"}:
        return Token("filler", start, word.end(), text)
    return Token("word", start, word.end(), text)
