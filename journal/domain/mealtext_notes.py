"""What stands beside foods in a diary and is none: calories, macros, points, dates."""

from __future__ import annotations

import re

_NUMBER = r"(?<!\d)\d[\d,]{0,8}(?:\.\d{1,3})?"
_LEAD = (
    r"(?:\(\s{0,2})?"
    r"(?:[~=@≈:]\s{0,2}|\b(?:approx|about|around|roughly|circa|total)\.?\s){0,3}"
)
_ENERGY = rf"{_NUMBER}\s?(?:-\s?\d+\s?)?(?:k\s?cals?|cals?|calories|calorie|kj)\b"
_MACRO = (
    r"(?:protein|prot|carbohydrates?|carbs?|net\ carbs|fats?|sat\ fat|fib(?:re|er))"
)
# "5 g protein" is told of a food; "5 g protein powder" is one.
_NAMED = (
    r"(?!\s?-?(?:powder|shakes?|bars?|balls?|yog|milk|drink|pancake|pudding|free\b))"
)
_NOTE = re.compile(
    rf"""{_LEAD}(?:
      {_ENERGY}(?:\s(?:each|total|in\ total|per\ \w+))?
      |\b(?:cals?|calories|kcals?|energy)\s?[:=]\s?{_NUMBER}
      |{_NUMBER}\s?g(?:rams?)?\s(?:of\s)?{_MACRO}\b{_NAMED}
      |\b{_MACRO}\s?[:=]\s?{_NUMBER}\s?g?\b
      |\b[pcf]\s?[:=]\s?{_NUMBER}\s?g?\b
      |\b\d+\s?g?\s?p\s?[/,|]?\s?\d+\s?g?\s?[cf]\s?[/,|]?\s?\d+\s?g?\s?[cf]\b
      |{_NUMBER}\s?(?:ww\s|smart\s?)?(?:points?|pts(?!\s(?:of|milk|beer)\b)|syns?|pp)\b
      |[£$€]\s?\d+(?:[.,]\d\d)?
    )(?:\s*\))?""",
    re.VERBOSE,
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# "Mon 12 March:", "3/14 -", "Day 3", "Meal 2:" at the start of a line.
_HEADING = re.compile(
    rf"""(?m)^[ ]{{0,4}}(?:
      (?:{_DAY}\b[,.]?\s*)?(?:
        \d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}\b|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b
        |\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b|\d{{4}}-\d\d-\d\d\b
        |\d{{1,2}}/\d{{1,2}}(?=\s*[:-]))(?:,?\s\d{{4}})?\s*[:,-]?
      |{_DAY}\b\s*(?:[:-]|$)
      |(?:day|meal|week)\s?\d{{1,2}}\s*[:-]?
    )""",
    re.VERBOSE,
)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def without_notes(work: str) -> str:
    """The text with figures about foods and dates blanked, every place kept."""
    return _HEADING.sub(_blank, _NOTE.sub(_told_of_food, work))


def _told_of_food(match: re.Match[str]) -> str:
    """Blank a note; a bracket that was opened before it keeps its other half."""
    note = match.group()
    if "(" not in note and note.endswith(")"):
        return " " * (len(note) - 1) + ")"
    if "(" in note and not note.endswith(")"):
        at = note.index("(")
        return " " * at + "(" + " " * (len(note) - at - 1)
    return " " * len(note)
