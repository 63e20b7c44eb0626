"""What was done beside eating, and how the food was found: no food in either."""

from __future__ import annotations

import re

from journal.domain.mealtext_places import blank
from journal.domain.mealtext_talk_run import talk_end

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
      |drove|rode|met|ran|running|heading|headed
      |(?P<came>(?:slept|sleeping|woke|waking)
        |(?:went|going|go|got|get|getting|came|coming|come)
        \ (?:back\ |straight\ |off\ )?
        (?:to\ (?:bed|work|sleep|school|class|the\ gym|church)|home|into\ (?:bed|work)
        |ready|dressed|up|back))
      |(?:had|took|having|taking)\ an?\ (?:(?:hot|quick|long|cold|short|big)\ )?
        (?:shower|bath|nap|rest|walk|meeting|class|call|shift|lie-in|lie\ down|run
        |workout|day\ off|headache|migraine|cramp)
    )\b(?P<tail>[^,.;:!?\n\d\x01-\x05]*?){_ENDS}""",
    re.VERBOSE,
)
_OVER = re.compile(r"\bover\b")
_EATING = (
    r"(?:having|eating|drinking|making|cooking|ordering|getting|grabbing|buying|adding"
    r"|finishing|baking|frying|sharing|trying|tasting|snacking|sipping|nibbling)"
)
# Of what this is done to mostly is eaten.
_HANDLING = (
    r"(?:(?:re)?heat|microwav|warm|toast|boil|roast|grill|pour|mix|stirr|blend|prepar"
    r"|assembl|fix|serv|cutt|chopp|slic|peel|pick|open|unwrapp|crack|start|begin|end"
    r"|see|smell|find|receiv|tak|bring|steal|devour|munch|gobbl|wolf|down|chew|consum"
    r"|enjoy|lick|dipp|dunk|put|giv|want|crav|spread|scoop|swallow|gulp|slurp"
    r"|polish|scoff|reach|us|add|need|choos|miss|skipp|refus)ing"
)
# Foods and meals that end like what was done.
_NO_DOING = (
    r"(?:pudding|dressing|stuffing|icing|topping|filling|herring|evening|morning"
    r"|anything|everything|nothing|something|spring|string|king|wing|viking|bing|ring"
    r"|sling|pickling|crackling|riesling|dumpling|wedding|dripping|seasoning)"
)
_GOING = (
    r"(?:(?:com|gett|go|arriv|wak|runn|swimm|train|work|shopp|cycl|sleep|shower"
    r"|exercis|study|jogg|hik|danc|fast|gardening|lift|ski|return)ing)"
)
# "Before heading out": when it was; "before making pasta": one more food.
_BEFORE_DOING = re.compile(
    rf"\b(?:before|after|until|till|since|upon|by)\ (?!{_EATING}\b|{_HANDLING}\b"
    rf"|{_NO_DOING}\b)(?:[a-z]+ly\ )?(?:(?P<came>{_GOING}\b(?!\ (?:an?|the|my)\b))"
    rf"|(?!{_HANDLING}\b|{_NO_DOING}\b)[a-z]{{2,}}ing\b)"
    rf"(?P<tail>[^,.;:!?\n\d\x01-\x05]*?){_ENDS}"
)
_HANDLED = re.compile(
    rf"\b(?:before|after|since|upon|by)\ (?:[a-z]+ly\ )?{_HANDLING}\ (?:up\ |out\ )?"
    r"(?=(?:an?|some|the|my|one|two|half)\ )"
)
_BEFORE_EATING = re.compile(
    rf"(?<=[a-z])\ (?:before|after|then)(?=\ {_EATING}\b(?!\ up\b))"
)
# "A pear so I wouldn't faint", "too tired to cook so": why, and nothing eaten.
_SO_THAT = re.compile(
    rf"(?<=[a-z])\ so\ (?:that\ )?(?:i|we|it)\ (?:wouldn'?t|would\ not|won'?t|could"
    rf"|couldn'?t|can|can'?t|don'?t|didn'?t)\ "
    rf"(?!(?:eat|have|finish|make|get|drink|try)\b)[^,.;:!?\n\d\x01-\x05]*?{_ENDS}"
    r"|\btoo\ [a-z]+\ to\ (?:cook|bother|make|shop|go\ out|think)"
    r"(?:\ (?:anything|dinner|lunch|much))?,?\ so\b"
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
    work = _KIND_OF.sub(blank, _FOUND.sub(blank, work))
    work = _SO_THAT.sub(blank, work)
    work = _BEFORE_EATING.sub(_parted, _SO_ATE.sub(_parted, work))
    work = _BEFORE_DOING.sub(_less_food, _EXERCISE.sub(blank, work))
    return _DONE.sub(_less_food, _HANDLED.sub(blank, work))


def _less_food(match: re.Match[str]) -> str:
    """Blank what was done, and leave what may have been eaten at the end of it.

    "Came home to some soup", "talked over a scone". A comma parts it from what was
    told before.
    """
    start, end = match.span("tail")
    if match["came"]:
        end = talk_end(match.string, start, end)
    elif over := _OVER.search(match["tail"]):
        after = start + over.end()
        end = after if talk_end(match.string, after, end) < end else end
    rest = match.string[end : match.end()]
    return ",".ljust(end - match.start()) + rest


def _parted(match: re.Match[str]) -> str:
    return ";".rjust(len(match.group()))
