"""What was done beside eating, and how the food was found: no food in either."""

from __future__ import annotations

import re

_ENDS = (
    r"(?=\s*(?:$|[,.;:!?\n()]|-\s|\b(?:and|with|before|after|then|but|for|so|plus|while"
    r"|had|ate|having|eating|drank|drinking|to\ (?:get|eat|have|grab|buy|make))\b))"
)
_BEGINS = (
    r"(?:(?<=^)|(?<=[,.;:\n-])|(?<=[,.;:\n-]\ )|(?<=\band\ )|(?<=\bthen\ )|(?<=\bi\ )"
    r"|(?<=\bwe\ )|(?<=\bbut\ )|(?<=\bbefore\ )|(?<=\bafter\ ))"
)
# "Watched a film", "climbed into bed", "had a shower": nothing of it was eaten.
_DONE = re.compile(
    rf"""{_BEGINS}(?:just\ |also\ |then\ |finally\ |both\ )?(?:
      (?:watch|climb|walk|play|cycl|napp|shower|talk|chatt|stud|work|jogg|stretch|shopp
        |travel+|hik|swam|meditat)
        (?:ed|ing|ied|y|e|s)?
      |slept|sleeping|woke|waking|drove|rode|met|ran|running|heading|headed
      |(?:went|going|go|got|get|getting|came|coming|come)\ (?:back\ |straight\ |off\ )?
        (?:to\ (?:bed|work|sleep|school|class|the\ gym|church)|home|into\ (?:bed|work)
        |ready|dressed|up|back)
      |(?:had|took|having|taking)\ an?\ (?:(?:hot|quick|long|cold|short|big)\ )?
        (?:shower|bath|nap|rest|walk|meeting|class|call|shift|lie-in|lie\ down|run
        |workout|day\ off|headache|migraine|cramp)
    )\b[^,.;:!?\n\d\x01-\x05]*?{_ENDS}""",
    re.VERBOSE,
)
_EATING = (
    r"(?:having|eating|drinking|making|cooking|ordering|getting|grabbing|buying|adding"
    r"|finishing|baking|frying|sharing|trying|tasting|snacking|sipping|nibbling)"
)
# "Before heading out": when it was; "before making pasta": one more food.
_BEFORE_DOING = re.compile(
    rf"\b(?:before|after|until|till|since|upon|by)\ (?!{_EATING}\b)"
    rf"(?:[a-z]+ly\ )?(?!pudding|dressing|stuffing|icing|topping|filling|herring"
    rf"|evening|morning|anything|everything|nothing|something)[a-z]{{2,}}ing\b"
    rf"[^,.;:!?\n\d\x01-\x05]*?{_ENDS}"
)
_BEFORE_EATING = re.compile(
    rf"(?<=[a-z])\ (?:before|after|then)(?=\ {_EATING}\b(?!\ up\b))"
)
_SO_ATE = re.compile(
    r"(?<=[a-z])\ so(?=\ (?:then\ )?(?:i|we)\ (?:just\ )?"
    r"(?:ate|had|drank|ordered|made)\b)"
)
# "The crackers tasted like cardboard", "the soup was meh".
_FOUND = re.compile(
    r"""(?<=[a-z])\ (?:was|were|is|are|tasted|turned\ out|came\ out)
    \ (?:(?:a|more|so|too|really|very|kinda|pretty|bit|just|quite|all|kind\ of|not)\ )*
    (?:fine|ok|okay|meh|good|great|bad|nice|awful|gross|palatable|yummy|crap|terrible
      |horrible|disgusting|amazing|lovely|delicious|bland|perfect|tasty|boring|decent
      |like\ [a-z]+)
    (?=\s*(?:[,.;!?\n]|$|(?:and|but|though|so)\b))""",
    re.VERBOSE,
)
_EXERCISE = re.compile(
    r"\b(?:an?\ )?\d+(?:\.\d+)?[ -]?(?:minute|min|mile|mi|km|k|hour|hr)s?\ "
    r"(?:runs?|walks?|jogs?|rides?|cycles?|swims?|workouts?|class|hikes?|sessions?)\b"
    r"|\b\d[\d.,]*k?\ ?(?:miles?|kilomet(?:er|re)s?|laps?|steps)\b"
)
_KIND_OF = re.compile(
    r"\b(?:(?:some|an?|any|this|that|the)\ (?:(?:weird|strange|other|certain|odd)\ )?)?"
    r"(?:type|kind|sort)s?\ of(?=\ [a-z])"
)


def without_doings(work: str) -> str:
    """The text (in lower case) with such clauses blanked, every place kept."""
    work = _KIND_OF.sub(_blank, _FOUND.sub(_blank, work))
    work = _BEFORE_EATING.sub(_parted, _SO_ATE.sub(_parted, work))
    work = _BEFORE_DOING.sub(_blank, _EXERCISE.sub(_blank, work))
    return _DONE.sub(_blank, work)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _parted(match: re.Match[str]) -> str:
    return ";".rjust(len(match.group()))
