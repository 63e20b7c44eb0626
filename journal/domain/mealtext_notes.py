"""What stands beside foods in a diary and is none: calories, macros, points, dates."""

from __future__ import annotations

import re

from journal.domain.mealtext_places import blank

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
# "15 g of protein cookie" is a cookie.
_NO_NAME = (
    r"(?!\s(?!(?:and|or|per|in|with|from|each|for|to|total|which|that|so|but|as|today"
    r"|on|at|plus|then|i|my)\b)[a-z])"
)
_NOTE = re.compile(
    rf"""{_LEAD}(?:
      {_ENERGY}(?:\s(?:each|total|in\ total|per\ \w+))?
      |\b(?:cals?|calories|kcals?|energy)\s?[:=]\s?{_NUMBER}
      |{_NUMBER}\s?g(?:rams?)?\s(?P<of>of\s)?{_MACRO}\b{_NAMED}(?(of){_NO_NAME})
      |\b{_MACRO}\s?[:=]\s?{_NUMBER}\s?g?\b
      |\b[pcf]\s?[:=]\s?{_NUMBER}\s?g?\b
      |\b{_NUMBER}\s?g?\s?p\s?[/,|]?\s?~?{_NUMBER}\s?g?\s?[cf]
        \s?[/,|]?\s?~?{_NUMBER}\s?g?\s?[cf]\b
      |{_NUMBER}\s?(?:ww\s|smart\s?)?(?:points?|pts(?!\s(?:of|milk|beer)\b)|syns?|sp|pp)\b
      |[£$€]\s?\d+(?:[.,]\d\d)?
    )(?:\s*\))?""",
    re.VERBOSE,
)
# A bare figure after a dash at a line's end is most often its calories, not its grams.
_TALLY = re.compile(r"(?m)(?<=[a-z)\d])\s{1,4}[-=]\s{0,2}[~=]?\d{2,4}(?=\s*(?:;|$))")
# Sizes from a calorie counter's list: "large, 8 - 8 7/8 long", "med, 2 1/4 - 3 1/4".
_SIZES = re.compile(
    r"(?<=large|small|edium),\s{0,2}(?:about\s)?\d[\d/ ]{0,8}-\s?\d[\d/ ]{0,8}"
    r"(?:\s?(?:long|dia|diameter|wide|in)\b)?"
    r"|(?<=\bmed),\s{0,2}\d[\d/ ]{0,8}-\s?\d[\d/ ]{0,8}(?:\s?(?:long|dia|wide)\b)?"
)
# What a diary's lines are headed by that is neither a meal nor a food.
_LABELS = re.compile(
    r"(?m)(?:^|(?<=[.;,-]))\s{0,4}(?:foods?|drinks?|fluids?|meals?|mains?|sides?|desserts?"
    r"|afters|beverages?|supplements?|notes?|misc|extras?|other|total)\s?:(?=\s)"
)
# A diary's other lines: "Symptoms: stomach cramps (severity 3)."
_OTHER_LINES = re.compile(
    r"\b(?:symptoms?|mood|pain|sleep|energy levels?|exercise|steps|weight|bp"
    r"|feelings?|hunger(?:\slevel)?|severity)\s?:[^\n.;]*"
)
# Points in brackets, as (0) tells: "yogurt (3) with celery (0)".
_NO_POINTS = re.compile(r"\(\s?0\s?\)")
_ANY_POINTS = re.compile(r"\(\s?\d{1,2}(?:\.5)?\s?\)")
# Counting systems of slimming clubs: "(A)", "(HEB + 6 syns)", "[2 pt]" after a food.
_CLUB = re.compile(
    r"""[(\[]\s?(?:(?:he)?x?\s?[ab]|free|s|speed)(?:\s?[+,]\s?\d{0,2}[.\d]{0,3}\s?[a-z]{0,6})?
      \s?[)\]]""",
    re.VERBOSE,
)
_POINTS = re.compile(r"[(\[]\s?\d{1,2}(?:\.\d)?\s?pts?\s?[)\]]")
# A pint in brackets is one where the word before is something to drink.
_DRINK = re.compile(
    r"(?:milk|beer|lager|ale|bitter|cider|stout|guinness|water|squash|juice|coke|cola"
    r"|lemonade|shandy|tea|cordial)\s{0,2}$"
)
# How long it took, not how much it was: "simmered for 2 minutes".
_DURATION = re.compile(
    r"""\b(?:(?:for|in|after|over|about|around)\s){0,2}
    (?:\d{1,3}(?:\s?(?:-|to)\s?\d{1,3})?|half\san|an?|a\sfew|two|three|four|five|ten)\s?-?
    (?:minutes?|mins?|hours?|hrs?|seconds?|secs?)\b
    (?:\s(?:later|ago|before|after|earlier))?(?!\s(?:noodles?|rice|oats?|steaks?)\b)""",
    re.VERBOSE,
)
# "5-bean salad" is one salad, "A.M. snack" a snack.
_KINDS = re.compile(
    r"\b\d{1,2}(?=-(?:beans?|cheeses?|veg|spices?)\b|[- ](?:grain|seed)\b)"
    r"|\b(?:two|three|four|five)[- ](?=(?:cheese|bean)\s"
    r"(?:pasta|pizza|ravioli|tortellini|salad|chilli|chili|soup|sauce)\b)"
)
_UNSURE = re.compile(r"(?<=\d)\?(?=\s?[a-z])")
_HALF_OF_DAY = re.compile(r"(?<!\d)(?<!\d\s)\b[ap]\.\s?m\.")
_DAY = r"(?:mon|tues?|wed(?:s|nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
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


def without_notes(work: str) -> str:
    """The text with figures about foods and dates blanked, every place kept."""
    work = _POINTS.sub(_points, _CLUB.sub(blank, work))
    work = _OTHER_LINES.sub(blank, work)
    if _NO_POINTS.search(work):
        work = _ANY_POINTS.sub(blank, work)
    work = _LABELS.sub(blank, _SIZES.sub(blank, _TALLY.sub(blank, work)))
    work = _UNSURE.sub(" ", work)
    work = _HALF_OF_DAY.sub(blank, _KINDS.sub(blank, _DURATION.sub(blank, work)))
    return _HEADING.sub(blank, _NOTE.sub(_told_of_food, work))


def _points(match: re.Match[str]) -> str:
    is_pint = _DRINK.search(match.string, 0, match.start())
    return match.group() if is_pint else blank(match)


def _told_of_food(match: re.Match[str]) -> str:
    """Blank a note; a bracket that was opened before it keeps its other half."""
    note = match.group()
    if "(" not in note and note.endswith(")"):
        return " " * (len(note) - 1) + ")"
    if "(" in note and not note.endswith(")"):
        at = note.index("(")
        return " " * at + "(" + " " * (len(note) - at - 1)
    return " " * len(note)
