"""Headings of a diary that name a meal in short, and hours that stand before foods."""

from __future__ import annotations

import re

_SHORT = {
    "breakfast": "b|bf|bk|bkf|bfast|b'fast|bkfst|brkfst|brekfast|breakfst|breaky|breky"
    r"|morning|(?:first|1st|second|2nd)\ breakfast",
    "lunch": "l|lu|lun|lnch|midday",
    "dinner": "d|di|din|dnr|evening|night|evening\\ meal",
    "snacks": "s|sn|snk|snx|(?:am|pm|morning|mid-?\\ ?morning|afternoon|evening|bedtime"
    "|late\\ night|night|late|mid-?\\ ?afternoon|post|pre)?\\ ?snacks?(?:\\ ?\\#?\\d)?"
    "|mid-?\\ ?morning|mid-?\\ ?afternoon|afternoon|late\\ night|late|bedtime"
    "|elevenses|(?:pre|post|after|before)-?\\ ?(?:workout|gym|run)",
}
#: A meal in short at the start of a line or sentence: "B:", "am snack -", "bfast:".
SHORT_HEADING = re.compile(
    r"(?:(?<=^)|(?<=[\n.;!])|(?<=[\n.;!]\ )|(?<=[\n.;!]\ \ ))(?:"
    + "|".join(f"(?P<{slot}>{names})" for slot, names in _SHORT.items())
    + r")\s?(?:[:=]|(?:\ -|-\ ))"
    # Within a line as well where nothing else it may be: "B: toast L: soup".
    + r"|(?<=[\w)]\ )(?:(?P<b>b)|(?P<l>l)|(?P<d>d)|(?P<s>s)):(?=\ )",
    re.VERBOSE,
)
_LETTERS = {"b": "breakfast", "l": "lunch", "d": "dinner", "s": "snacks"}
_MAIN = (
    r"(?:pies?|past(?:y|ies)|potato(?:es)?|spuds?|sausages?|chips|fish|eggs?|beans|curry"
    r"|pizza|stew|casserole|burgers?|chicken|lasagne|chops?|steak|pasta|roast|mash"
    r"|toastie|omelette|gammon|mince|chilli|kievs?|salmon|hotpot|bolognese|spag\ bol)"
)
# In Britain tea is a meal where a list of foods follows, and a drink elsewhere.
TEA_TIME = re.compile(
    r"(?:(?<=^)|(?<=[\n.;!])|(?<=[\n.;!]\ ))(?P<dinner>tea)(?:\ (?=(?:(?!and\b|with\b"
    r"|no\b|then\b|milk\b|sugars?\b|black\b|plus\b)[a-z0-9]+\ ){0,3}?"
    rf"{_MAIN}\b)|\s?(?::|\ -)"
    r"(?=\ ?(?!\d|an?\ (?:cup|mug|glass|pot|splash|dash|drop|bit|little|large|small"
    r"|big)\b|milk|with|no\b|green|black|herbal)[a-z][^.;\n]*"
    r"(?:,|\band\b|\bwith\b|&|\+)))"
    r"|\b(?:for|at)\ (?:my\ |our\ )?(?P<tea>tea)\b"
    r"(?!\ (?:and|with|cake|bag|bread|loaf))"
    r"(?:\ (?:i\ had|we\ had|was|tonight|today))?\s?[:,-]?"
)
# An hour written without am or pm, at the start of a line: "10.30 toast", "0800 -".
HOUR = re.compile(
    r"(?:(?<=^)|(?<=[\n;]))\s{0,3}(?:(?P<h>0?[6-9]|1\d|2[0-3])[.](?P<m>[0-5]\d)"
    r"|(?P<h4>0\d)(?P<m4>[0-5]\d)|(?P<h5>1\d|2[0-3])(?P<m5>[0-5]\d)"
    r"(?=\ ?h(?:rs?)?\b|\s?[:-]\s))(?:\ ?h(?:rs?)?\b)?"
    r"(?=\s*[:-]?\s+[a-z])(?!\s*(?:g|ml|kg|oz|cups?|tbsp|tsp|kcal|cal)\b)\s?[:-]?"
)


def heading_slot(match: re.Match[str]) -> str | None:
    """The meal that a short heading names."""
    found = match.groupdict()
    if found.get("tea"):
        return "dinner"
    named = next((slot for slot, said in found.items() if said), None)
    return _LETTERS.get(named or "", named)
