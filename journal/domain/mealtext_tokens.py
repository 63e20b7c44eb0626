"""The words, numbers, units and brackets of a piece, as tokens with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journal.domain import mealtext_words as said
from journal.domain.mealtext_emoji import OTHER_PICTURE, picture_at
from journal.domain.mealtext_filler import FILLER
from journal.domain.mealtext_units import TABLESPOON, UNITS

_GLYPH = "[" + "".join(said.GLYPHS) + "]"
_NUMBER = re.compile(
    rf"""(?P<mixed>\d+)[ -]+(?P<above>\d+)\s?/\s?(?P<below>\d+)(?![\d/])
      |(?P<glyphed>\d*)\s?(?P<glyph>{_GLYPH})
      |(?P<top>\d+)\s?/\s?(?P<bottom>\d+)(?![\d/])
      |(?P<low>\d+(?:\.\d+)?)\s?(?:-|to|or)\s?(?P<high>\d+(?:\.\d+)?)(?![\d/%])
      |(?P<grouped>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?)
      |(?P<plain>\d*[.,]\d+(?:e\d{{1,3}})?|\d+(?:e\d{{1,3}})?)(?!\.?\d|\s?%)""",
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
_TIMES = re.compile(r"x\s?(?=\d)|x(?=\s)")
# "x2 eggs".
_TIMES_FIRST = re.compile(r"x\s?(?=\d{1,2}\s)")
# ", x2": of the food before.
_TIMES_ALONE = re.compile(r"x(?=\s?\d{1,2}\s*$)")
_BEFORE_TIMES = frozenset({"num", "word", "unit", "close", "picture"})
# "Roast pots" are potatoes.
_POTS = {"pot": "potato", "pots": "potatoes"}
_POTATO = frozenset(
    "roast roasted baked mashed mash boiled new jacket sweet".split()  # noqa: SIM905
)
# Before these such a word is part of a name, and tells no amount of them: "whole
# milk", "two quarter pounders", "half fat cheddar", "a fillet steak".
_KINDS_OF = {
    "whole": frozenset(["wheat", "grain", "milk", "meal", "wheats", "grains"]),
    "quarter": frozenset(["pounder", "pounders"]),
    "half": frozenset(["fat"]),
    "fillet": frozenset(["steak", "steaks"]),
    "strip": frozenset(["steak", "steaks"]),
    "glass": frozenset(["noodles"]),
    "filet": frozenset(["o"]),
    "t": frozenset(["bone"]),
    "drop": frozenset(["scone", "scones"]),
    "bottle": frozenset(["gourd"]),
}
_SEVEN_UP = re.compile(r"7[ -]?up\b")


# "Snack mix" is a food, whatever "snack" is elsewhere.
_OF_SNACK = frozenset(["mix", "mixes", "bar", "bars"])


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
    found = _part(work, at, end) or _times(work, at, end, before)
    found = found or _number(work, at, end)
    if found:
        return found
    word = _WORD.match(work, at, end)
    return _worded(work, word, end, before) if word else _drawn(work, at, end)


def _part(work: str, at: int, end: int) -> Token | None:
    """The words for a part, such as "rest of", or a name that begins with a number."""
    if not _is_start(work, at):
        return None
    for pattern, kind in ((said.PART_LEFT, "rest"), (said.MOST_OF, "most")):
        if part := pattern.match(work, at, end):
            return Token(kind, at, part.end(), part.group())
    seven_up = _SEVEN_UP.match(work, at, end)
    return Token("word", at, seven_up.end(), "7up") if seven_up else None


def _times(work: str, at: int, end: int, before: list[Token]) -> Token | None:
    times = _TIMES.match(work, at, end)
    if times and before and before[-1].kind in _BEFORE_TIMES:
        return Token("times", at, times.end(), "x")
    if not before and _TIMES_ALONE.match(work, at, end):
        return Token("times", at, at + 1, "x")
    if not before and (times := _TIMES_FIRST.match(work, at, end)):
        return Token("filler", at, times.end(), times.group())
    return None


def _number(work: str, at: int, end: int) -> Token | None:
    number = _NUMBER.match(work, at, end)
    if number is None or (at and work[at - 1].isalpha() and work[at - 1] != "x"):
        return None
    if is_no_amount(number):
        return Token("filler", at, number.end(), number.group())
    is_negative = work[at - 1] == "-" and (at < 2 or work[at - 2].isspace())
    value = number_in(number)
    return Token(
        "num", at, number.end(), number.group(), -value if is_negative else value
    )


def _drawn(work: str, at: int, end: int) -> Token | None:
    """A picture: of food, how often it was drawn; any other stays what it is."""
    known = picture_at(work, at, end)
    if known:
        words, count, after = known
        return Token("picture", at, after, words, float(count))
    other = OTHER_PICTURE.match(work, at, end)
    return Token("word", at, other.end(), other.group()) if other else None


def _is_start(work: str, at: int) -> bool:
    return at == 0 or not work[at - 1].isalnum()


def is_no_amount(match: re.Match[str]) -> bool:
    """Whether a number as matched is no amount: "1/0", or "80/20" of beef."""
    below = match["below"] or match["bottom"]
    if match["top"] and float(match["top"]) + float(match["bottom"]) == 100:
        return True
    return below is not None and not float(below)


def number_in(match: re.Match[str]) -> float:
    """The value of a number as matched, which is no fraction over nought."""
    if match["mixed"]:
        return float(match["mixed"]) + float(match["above"]) / float(match["below"])
    if match["glyph"]:
        return float(match["glyphed"] or 0) + said.GLYPHS[match["glyph"]]
    if match["top"]:
        return float(match["top"]) / float(match["bottom"])
    if match["low"]:
        return (float(match["low"]) + float(match["high"])) / 2
    if match["grouped"]:
        return float(match["grouped"].replace(",", ""))
    return float(match["plain"].replace(",", "."))


def _worded(work: str, word: re.Match[str], end: int, before: list[Token]) -> Token:
    text, start = word.group(), word.start()
    if text in _POTS and before and before[-1].text in _POTATO:
        text = _POTS[text]
    after = _WORD.match(work, min(end, word.end() + 1), end)
    is_kind = after is not None and after.group() in _KINDS_OF.get(text, ())
    if text in said.FRACTION_WORDS and not is_kind:
        return Token("fraction", start, word.end(), text, said.FRACTION_WORDS[text])
    pair = f"{text} {after.group()}" if after else ""
    if after and pair in UNITS:
        return Token("unit", start, after.end(), pair)
    if text in UNITS and not is_kind:
        is_numbered = bool(before) and before[-1].kind in {"num", "fraction"}
        if text not in _SHORT or is_numbered:
            return Token("unit", start, word.end(), text)
    is_name = text == "zero" and "-" in work[max(0, start - 1) : word.end() + 1]
    if text in said.NUMBER_WORDS and not is_name:
        return Token("num", start, word.end(), text, said.NUMBER_WORDS[text])
    is_named = text == "snack" and after is not None and after.group() in _OF_SNACK
    is_named |= text == "meal" and bool(before) and before[-1].text == "ready"
    if not is_named and (text in FILLER or text in {"of", "the"}):
        return Token("filler", start, word.end(), text)
    return Token("word", start, word.end(), text)
