"""Blanking what is said around food: clauses of talk, verbs, sizes in inches."""

from __future__ import annotations

import re

from journal.domain.mealtext_places import blank
from journal.domain.mealtext_slots import LINK
from journal.domain.mealtext_talk_run import is_talk

_NUMBERED = (
    r"(?:\d|[½¼¾⅓⅔]|an?\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|twelve\b|half\b|some\b|the\b"
    r"|my\b|another\b|several\b|couple\b|about\b|around\b)"
)
# "During my break, I had": a clause before the sentence's own "I", without an amount.
_CLAUSE = re.compile(
    r"""(?:(?<=^)|(?<=[.!?\n;])|(?<=[.!?\n;]\ ))\s{0,4}
    (?:(?:late\ |early\ |right\ |just\ )?(?:during|after|before|while|when|whilst|since
      |because|as|at|in|on|late|early|earlier|later|feeling|being|over|between|by|upon
      |throughout|around|this|last|yesterday|today|tonight|to)\b)
    [^,.;!?\n\d]{2,80}?
    (?:,\s*|\s+)(?=(?:i|we|i'm|i've|i'd)\b(?!\s+\w+,))""",
    re.VERBOSE,
)
# "I was hungry, so I ate", "Had to rush, so": how it came to the meal.
_HOW_IT_CAME = re.compile(
    r"""(?:(?<=^)|(?<=[.!?\n;])|(?<=[.!?\n;]\ ))\s{0,4}
    (?:(?:i|we)\ (?:was|were|felt|went|came|woke|got\ (?:home|up|back)|stopped|ran)
      |(?:i\ |we\ )?(?:had|needed|wanted)\ to(?!\ (?:have|eat|drink)\b))\b
    (?!\ (?:having|eating|drinking|for\ (?:a|an|some|the)\b))
    [^,.;:!?\n\d]{0,80}(?:[,;:]\s*|\s+)
    (?:(?:so|and|but|then)\ (?=(?:i|we|my|for|breakfast|lunch|dinner|supper)\b)
      |(?=(?:i|we|mine)\ (?:had|ate|got|ordered|was)\b))""",
    re.VERBOSE,
)
# "... made a nice snack", "... kept me going until dinner", "corn flakes to be exact".
_VERDICT = re.compile(
    r"""\b(?:that\ |which\ )?(?:
      (?:made|makes|kept|keeps|hit|did|filled|satisfied|rounded|completed)
      \ (?:me|us|up|off|for|the|my|an?)\b(?!\ (?:of|with)\b)
      |(?:is|was|were)\ (?:what|all|everything)\ (?:i|we)\b
      |to\ be\ (?:exact|precise|honest|fair|safe))
    [^,.;:!?\n\d\x01-\x05]*?(?=$|[,.;:!?\n]|\ (?:and|with|plus)\ )""",
    re.VERBOSE,
)
# "We went out for sushi, I had 8 pieces": of what is told before the comma.
_WENT_FOR = re.compile(r"\bfor\s+(?=[a-z])")
_ONLY_COUNTED = re.compile(
    r"\s*(?:i|we)\s(?:had|ate|got)\s(?:about\s|maybe\s|like\s|only\s)?"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|an?|half|a\sfew)\s"
    r"(?:pieces?|slices?|bowls?|plates?|portions?|servings?|cups?|bites?)"
    r"\s*(?:$|[.,;!?\n])"
)
_FOOD_IN_CLAUSE = re.compile(r"\b(?:of|with|bowl|cup|slice|slices|glass|plate)\b")
# "After finishing a crumpet I had": two were eaten.
_EATEN_IN_CLAUSE = re.compile(
    r"\bafter\ (?:finishing|eating|having|drinking)(?=\ (?:an?|some|the)\ )"
)
_GAP_AFTER = re.compile(r"[,\s]+$")
# "Tonight we ordered pizza, I ate two slices" tells a food before the comma.
_TOLD_IN_CLAUSE = re.compile(
    r"\s*(?:this|last|yesterday|today|tonight|to)\b.*\b(?:i|we|my|our)\b"
)
# Not the word itself but what follows tells: "I helped myself to", "I cooked 1 cup".
_VERB = re.compile(
    r"""\b(?:i|we|he|she|they)\ (?:(?:also|then|just|only|really|quickly|slowly|happily
      |finally|even|later|eventually|recently|still|\w+ly)\ )*
    (?P<verb>(?!had\b|have\b|ate\b|missed\b|skipped\b|left\b|avoided\b)[a-z']+)\b
    (?:\ (?:myself|ourselves|down|up|on|out|into|through|off|away|over|for|at|in
      |together))*
    (?:\ (?:to|resist|on|with|of))?
    (?=\s+"""
    + _NUMBERED
    + r")",
    re.VERBOSE,
)
_JOINED_VERB = re.compile(
    r"""(?:(?<=\band\ )|(?<=\bthen\ )|(?<=,\ )(?![a-z]+\ \d))
    (?:(?:also|then|just|finally|\w+ly)\ )*
    (?P<verb>(?!skipped|missed|avoided|refused|declined|dressing|pudding|stuffing|icing|frosting|topping|herring|seasoning
      |filling|serving|bread|seed|dripping|anything|everything)
      [a-z]{3,}(?:ed|ing)|drank|had|ate|chose|got)(?:\ (?:down|up|on|off|it))*
    (?=\ """
    + _NUMBERED
    + r")",
    re.VERBOSE,
)
# "Washed it down with", "ate it with", "and topped them off with": a link.
_LINKED_VERB = re.compile(
    r"""\b(?:and\ |then\ )?(?:[a-z]{3,}ed|ate|drank|had|have|having|eating|[a-z]{3,}ing)
    \ (?:it|them|that|this|everything|all)(?:\ all)?
    (?:\ (?:down|off|up|out|together))?\ with\b""",
    re.VERBOSE,
)
_ORDINAL = re.compile(
    r"\b(?:shared|split)\ (?:between|among|with)\ (?:\d+|two|three|four|\w+)\b|"
    r"\b\d+(?:st|nd|rd|th)\b(?!\s*of\b)"
)
# '3" to 4-1/2" long', '(2-3/5" dia)', '1 inch', "six-inch".
_LENGTH = re.compile(
    r"""(?:-\ *)?(?:\b(?:about|approx\.?)\ )?
    (?:(?<!\d)\d[\d\ ./-]{0,12}(?:"|''|”|\ ?-?inch(?:es)?\b(?!\ of\b)|\ ?cm\b
        |\ ?in\.|(?<=\d)in\b(?=\ [a-z]))
      |\b(?:one|two)[ -]inch(?=[ -]cubes?\b)
      |\b(?:six|twelve|four|eight|ten|seven|nine|three|five)[ -]inch(?:es)?\b)
    (?:\s*(?:to|x|-|by)\s*\d[\d\ ./-]{0,12}(?:"|''|”|\ ?inch(?:es)?\b|\ ?cm\b|\ ?in\.))*
    (?:\s*(?:in\ )?(?:dia\b\.?|diam\b\.?|diameter|long|wide|thick|high|round|across
      |square|cube|cubes|length))?""",
    re.VERBOSE,
)
# Not eaten, or told of oneself: "substituting walnuts for flour", "left me full".
_ASIDES = re.compile(
    r"\b(?:morning|afternoon|arvo)\ tea\ (?:was|is|of)\b|"
    r"\bsubstitut(?:ing|ed)\b[^,.;\n]*?\bfor\b[^,.;\n]*|\bleft\ me\b[^,.;\n]*"
    r"|\bfeeling\ (?:full|good|bad|ok|fine|sick|better|tired|hungry)\b[^,.;\n]*"
)
# "Over to Ann and Joe's for a dinner of", "then back home to cook".
_WAY_THERE = re.compile(
    r"\b(?:then\ )?(?:back|over|round|around|out)\ to\ "
    r"[^,.;:\n\d]{2,60}?"
    r"(?:\ (?:for|to\ (?:cook|eat|have|make|grab))\b(?:\ an?\b)?|\ {6,})"
    r"(?:\ (?:\w+\ )?(?:dinner|lunch|breakfast|meal|feed|snack)\b)?(?:\ of\b)?"
)
_EMPTY_BRACKETS = re.compile(r"\(\s*\)")


def without_lengths(text: str) -> str:
    """The text (in lower case, quotes still in place) without sizes in inches."""
    return _EMPTY_BRACKETS.sub(blank, _LENGTH.sub(blank, text))


def hushed(work: str) -> str:
    """The text with talk blanked, every other character where it was."""
    work = _CLAUSE.sub(_quiet, _WAY_THERE.sub(blank, _ASIDES.sub(blank, work)))
    work = _HOW_IT_CAME.sub(_quiet, work)
    work = _VERDICT.sub(_after_food, work)
    work = _LINKED_VERB.sub(lambda m: LINK.ljust(len(m.group())), work)
    work = _VERB.sub(_keep_pronoun, work)
    work = _JOINED_VERB.sub(blank, work)
    return _ORDINAL.sub(blank, work)


def _quiet(match: re.Match[str]) -> str:
    clause = match.group()
    food = _WENT_FOR.search(clause)
    if food and _ONLY_COUNTED.match(match.string, match.end()):
        return " " * food.end() + clause[food.end() :]
    eaten = _EATEN_IN_CLAUSE.search(clause)
    if eaten and not is_talk(_GAP_AFTER.sub("", clause[eaten.end() :])):
        return clause
    if _FOOD_IN_CLAUSE.search(clause) or _TOLD_IN_CLAUSE.match(clause):
        return clause
    return blank(match)


def _after_food(match: re.Match[str]) -> str:
    """Blank a verdict on what was told before it in the sentence, and none before."""
    before = re.split(r"[.;!?\n]", match.string[: match.start()])[-1]
    said = re.sub(r"\b(?:i|we|my|our|for|so|then|and|had)\b", "", before)
    return blank(match) if len(said.split()) > 1 else match.group()


def _keep_pronoun(match: re.Match[str]) -> str:
    """Blank the verb; the pronoun still tells that this is a story."""
    pronoun = match.group().split(" ", maxsplit=1)[0]
    return pronoun.ljust(len(match.group()))
