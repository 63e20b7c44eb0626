"""How people type and talk: dialect, shorthand, asides, and where a sentence ended."""

from __future__ import annotations

import re

from journal.domain.foodmatch import STOPWORDS, stem
from journal.domain.mealtext_filler import FILLER
from journal.domain.mealtext_places import blank
from journal.domain.mealtext_talk_run import is_talk, talk_end

# "Couscous 4 tbsp. Large glass of wine": the point ends the sentence there.
_ENDED = re.compile(
    r"(?P<before>[A-Za-z]+)\s+(?:\d[\d/.]*|half|one|two|three)\s?"
    r"(?:tbsp|tsp|oz|g|kg|ml|lbs?|pcs?|pkts?)(?P<dot>\.)\s+[A-Z]"
)
_WITH = re.compile(r"\bwi(?=\ [a-z])")
_HAME = re.compile(r"\bhame\b")
_TWICE = re.compile(r"(?<=[.;]\ )twice(?=\s*(?:[.;,]|$))")
_NAE = re.compile(r"\bnae\b")
_TONIC = re.compile(r"\bg\s?&\s?t(?:'?s)?\b")
# "Chips no", "salad I didn't touch": refused after it was named.
_NAMED_LAST = (
    r"(?P<food>(?!and\b|or\b|but\b)[a-z]+"
    r"(?:\ (?!and\b|or\b|but\b|with\b|then\b|plus\b)[a-z]+){0,3}?)"
)
_NO_AFTER = re.compile(
    rf"(?P<before>(?:^|[,;.!\n]|\band\b)\s*){_NAMED_LAST}(?:\ "
    r"(?:that\ |which\ )?i\ (?:didn'?t|did\ not)\ (?:even\ )?(?:touch|eat|have|want)"
    r"(?=\s*(?:[,.;!\n]|$|and\b|but\b|so\b))|(?:\??\ no|:?\ skipped)"
    r"(?=\s*(?:[,.;!\n]|$)))"
)
# "With everything but onions".
_ALL_BUT = re.compile(
    r"\bwith\ everything(?:\ on(?:\ it)?)?\ (?:but|except(?:\ for)?)(?=\ [a-z])"
)
# "I wanted soup but had toast": soup was not to be had.
_WANTED = re.compile(
    r"\b(?:(?:i|we)\ )?(?:really\ )?(?:wanted|fancied|craved|(?:was\ )?craving)"
    r"\ (?!to\b)"
    r"(?=[a-z][a-z ]{2,40}?\ but\ (?:then\ )?(?:i\ |we\ )?"
    r"(?:just\ )?(?:had|ate|got|made|settled|ended)\b)"
)
# "Breakfast: eggs lunch: soup", all in one line.
_NEXT_MEAL = re.compile(
    r"(?P<before>[a-z]+)\ (?=(?:breakfast|brunch|lunch|dinner|supper|snacks?):\s)"
)
# "A spoon of jam in my porridge" are two.
_STIRRED_IN = re.compile(
    r"(?<=[a-z])(?<!^milk)(?<!d\ milk)(?<!,\ milk)(?<!^cream)(?<!d\ cream)"
    r"(?<!went)(?<!came)(?<!go)\ in(?:to)?\ (?:my\ |the\ |some\ )?"
    r"(?=(?:(?:black|green|iced|hot|herbal|decaf|instant|mint|chamomile)\ )?"
    r"(?:porridge|oatmeal|oats|overnight\ oats|cereal|yogh?urt|tea|coffee|latte"
    r"|smoothie)\b)"
    r"|(?:(?<=^)|(?<=[,.;\n]\ ))(?:i\ )?add(?:ed)?\ [^,.;\n]{2,40}?(?P<to>\ to\ )"
    r"(?=(?:my\ |the\ )?(?:porridge|oatmeal|oats|cereal|yogh?urt|tea|coffee|latte"
    r"|smoothie)\b)"
)
_MIL = re.compile(r"(?<=\d)\s?mils?\b|(?<=\bhundred)\smils?\b|(?<=\bfifty)\smils?\b")
_OCLOCK = re.compile(
    r"\b(?:(?:at|about|around|by|before|after)\ )*"
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|half\ (?:past\ )?[a-z]+)\ o'?clock(?:\ ish)?\b"
    r"|\b(?:at|about|around)\ \d{1,2}ish\b"
)
_SAYINGS = re.compile(
    r"""\b(?:(?:please\ )?(?:don'?t|do\ not|no)\ judg(?:e|ing)(?:\ me)?
      |stood\ up|standing\ up|over\ the\ (?:whole\ )?day
      |(?:all|through(?:out)?\ the)\ day
      |quick(?:ly)?\ add(?:ed)?(?:\ calories)?:?\ \d+\ ?(?:k?cal(?:orie)?s?)?
      |with\ everything(?:\ on(?:\ it)?)?|meal\ deal\b:?(?=\ ?[-:,]?\ [a-z])
      |cheat\ (?:meal|day)|not\ proud(?:\ of\ it)?|proper\ one|don'?t\ ask|oops|whoops
      |as\ you\ do|(?:the\ )?usual\ (?:suspects|story))\b[!.]*""",
    re.VERBOSE,
)
# "Add a quarter pound of wine gums": said to the diary.
_ADD = re.compile(
    r"(?:(?<=^)|(?<=[.;,\n])|(?<=[.;,\n]\ ))(?:please\ )?"
    r"(?:add|log|enter|record|note\ down|put\ down|put\ me\ down\ for)"
    r"(?=\ (?:an?\b|\d|half|some|one\b|two\b|three\b))"
)
_DROP = re.compile(
    r"\ba\ (?:wee\ |tiny\ |small\ |little\ )?drop\ of(?=\ (?:[a-z-]+\ )?"
    r"(?:milk|cream|water|oat\ milk|soya\ milk))"
)
# "A ham sandwich, white bread" is on white bread.
_BREAD_AFTER = re.compile(
    r"(?P<dish>\b(?:sandwich|sarnie|sanger|butty|toastie|sandwiches|sarnies)),"
    r"(?=\ (?:white|brown|wholemeal|wholegrain|granary|rye|seeded|sourdough|multigrain)"
    r"\ bread\b)"
)
_HEADING_ASIDE = re.compile(
    r"(?P<meal>\b(?:breakfast|bfast|brunch|lunch|dinner|tea|supper|snacks?))"
    r"\s\([^()\d]{1,30}\)(?=\s?[:-])"
)
_SMALL_ONE = re.compile(
    r"\((?:the|a)\ (?P<size>small|little|big|large|medium)\ (?:1|one)s?\)"
)
# "Olives, like 4 big ones": so many of what was told before.
_ONES = re.compile(
    r"(?<=[a-z])(?P<comma>,?\ )(?:(?:like|maybe|around|about|say)\ )?"
    r"(?P<count>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?P<size>\ (?:big|small|large|little|medium))?\ ones\b"
)
_BOUT = re.compile(r"\bbout(?=\ \d)")
_LEG_QUARTER = re.compile(r"(?<=\bleg)\ quarters?\b")
# The whites of eggs, where bread would be "4 slices of white".
_WHITES = re.compile(r"(?<=\d\ )whites\b|(?<=\btwo\ )whites\b")
_EGG_WHITE = "eggwh"
# "Big Mac lg fry lg Coke": each with its size, and no comma.
_SIZED_NEXT = re.compile(
    r"(?<=[a-z]{2})\ (?=(?:lg|lrg|lge|sm|med)\ [a-z]+(?:\ [a-z]+)?\ "
    r"(?:lg|lrg|lge|sm|med)\b)|(?<=\bfry)\ (?=(?:lg|lrg|lge|sm|med)\ [a-z])"
    r"|(?<=\bfries)\ (?=(?:lg|lrg|lge|sm|med)\ [a-z])"
)
# Fries by size, where "fry" alone may be any.
_FRY = re.compile(r"(?<=\b(?:lg|sm)\ )fry\b|(?<=\bmed\ )fry\b")
# "The whole tin of": the tin.
_WHOLE_TIN = re.compile(
    r"\b(?:whole|entire|full)\ (?=(?:can|tin|bar|bag|pack|packet|tub|pot|jar|box|bottle"
    r"|carton|tray|sleeve|punnet)\b)"
)
# "Provolone in wheat bread" is on it.
_IN_BREAD = re.compile(
    r"(?<=[a-z])(?<!dipped)(?<!soaked)(?<!coated)\ in(?=\ (?:[a-z]+\ )?(?:wheat|white"
    r"|rye|brown|wholemeal|multigrain|wholegrain|seeded|sourdough)\ bread\b)"
)
_PAN_FRIED = re.compile(r",\ ?(?=pan[- ]fried\b)")
_AN_AND = re.compile(r"(?<=[a-z]\ )an(?=\ (?![aeiouhx])[a-z]+s\b)")
_TEA_WAS = re.compile(r"(?:(?<=^)|(?<=[.;\n])|(?<=[.;\n]\ ))tea\ was(?=\ [a-z0-9])")
_NOTHING_TILL = re.compile(
    r"\b(?:then\ )?nothing\ (?:else\ )?(?:un)?'?til+\b"
    r"(?:\ (?:(?:about|around|like)\ )?(?:\d{1,2}(?:[:.]\d\d)?\ ?(?:[ap]m)?|noon"
    r"|breakfast|brunch|lunch|dinner|supper|tea|bed)\b)?(?P<tail>[^,.;:\n]{0,40})"
)
_DOING = re.compile(r"[a-z]{3,}ing\b")
# "Lamb and rice – 150 g lamb + 90 g rice": told once more, with what it weighed.
_HEAD_AND_PARTS = re.compile(
    r"(?P<head>(?:(?<=^)|(?<=[\n;.])|(?<=[\n;.]\ ))[a-z][a-z ,&]{2,40}?)\s*[–—:-]\ "
    r"(?P<parts>(?:\d|an?\ |half\ )[^\n;]*)"
)
# "Yogurt bowl (60 g yogurt + 2 wafers)": what is weighed in the bracket is the dish.
_WEIGHED_INSIDE = re.compile(
    r"(?P<head>(?:(?<=^)|(?<=[\n;,.])|(?<=[\n;,.]\ ))[a-z][a-z ]{2,40}?)\s?"
    r"\((?P<parts>\d[^()\n]*\ ?(?:g|oz|ml|cups?|tbsp|tsp|slices?)\ [^()\n]*"
    r"(?:\+|,|\band\b)\s*\d[^()\n]*\ [a-z][^()\n]*)\)"
)
# "Hash style", told after a comma, is how it was made.
# "Latte, semi-skimmed": the milk that is in it.
_MILK_OF = re.compile(
    r"(?P<drink>\b(?:latte|cappuccino|flat\ white|mocha|cortado|macchiato)),"
    r"(?=\ (?:semi-skimmed|semi|skimmed|skim|whole|oat|soya?|almond|coconut|2%)"
    r"(?:\ milk)?\s*(?:$|[,.;\n]))"
)
_FINGERS = re.compile(r"(?<=[a-z])\ \d\ ?f(?=\s*(?:$|[,.;)\n]))")
# "Fresh juice from 3 oranges": they are in the glass.
_JUICED = re.compile(
    r"(?<=\bjuice)\ (?:freshly\ )?(?:made\ |squeezed\ |pressed\ )?from\ "
    r"(?:\d+|an?|two|three|four|five|six|some|fresh)\ (?:[a-z]+\ )?(?:oranges?|lemons?"
    r"|limes?|grapefruits?|apples?|carrots?|pomegranates?)\b"
)
_MILK_FAT = re.compile(r"\bmilk\ ?fat\b")
# "Steak 8oz medium rare": how it was done.
_DONENESS = re.compile(
    r"(?<=\d)(?P<unit>\ ?(?:oz|g|ounces?|grams?))"
    r"\ (?:medium[- ](?:rare|well)|well[- ]done|rare|medium|blue)"
    r"(?=\s*(?:$|[,.;\n]|and\b|with\b))"
)
_STYLE = re.compile(r",\ ?[a-z]+[- ]style(?=\s*(?:[,.;)\n]|$))")
_LINK, _LIST = "\x02", "\x01"


def sentences_ended(text: str) -> str:
    """The text (as typed) with a mark where a point after a unit ends a sentence."""
    out = list(text)
    for match in _ENDED.finditer(text):
        if match["before"].lower() not in FILLER | STOPWORDS:
            out[match.start("dot")] = ";"
    return "".join(out)


def plainly_typed(work: str) -> str:
    """The text (in lower case, every place kept) in plain words."""
    work = _HAME.sub("home", _TWICE.sub(blank, work))
    work = _NAE.sub("no ", _WITH.sub("w/", work))
    work = _TONIC.sub(lambda m: "gnt".ljust(len(m.group())), work)
    work = _NEXT_MEAL.sub(_parted, _WANTED.sub(_not_had, work))
    work = _NOTHING_TILL.sub(_less_food, _STIRRED_IN.sub(_beside, work))
    work = _ALL_BUT.sub(lambda m: "no".rjust(len(m.group())), work)
    work = _OCLOCK.sub(blank, _SAYINGS.sub(blank, _ADD.sub(blank, work)))
    work = _HEADING_ASIDE.sub(lambda m: m["meal"].ljust(len(m.group())), work)
    work = _SMALL_ONE.sub(lambda m: f"({m['size']})".ljust(len(m.group())), work)
    work = _DROP.sub(lambda m: "splash of".rjust(len(m.group())), work)
    work = _MIL.sub(lambda m: " ml".ljust(len(m.group())), work)
    work = _ONES.sub(_counted, _BOUT.sub(blank, _LEG_QUARTER.sub(blank, work)))
    work = _WHITES.sub(lambda m: _EGG_WHITE.ljust(len(m.group())), work)
    work = _AN_AND.sub("& ", _SIZED_NEXT.sub(_LIST, work))
    work = _TEA_WAS.sub(lambda m: "tea: ".ljust(len(m.group())), work)
    work = _DONENESS.sub(lambda m: m["unit"].ljust(len(m.group())), work)
    work = _JUICED.sub(blank, work)
    work = _MILK_OF.sub(lambda m: f"{m['drink']} ", _FINGERS.sub(blank, work))
    work = _MILK_FAT.sub(lambda m: "fat".ljust(len(m.group())), work)
    work = _FRY.sub("frs", _WHOLE_TIN.sub(blank, _PAN_FRIED.sub(blank, work)))
    work = _IN_BREAD.sub(" on", work)
    work = _HEAD_AND_PARTS.sub(_only_parts, _STYLE.sub(blank, work))
    work = _WEIGHED_INSIDE.sub(
        lambda m: " " * (m.start("parts") - m.start()) + f"{m['parts']} ", work
    )
    work = _BREAD_AFTER.sub(lambda m: m["dish"] + _LINK, work)
    return _NO_AFTER.sub(_refused, work)


def _not_had(match: re.Match[str]) -> str:
    return "no".ljust(len(match.group()))


def _parted(match: re.Match[str]) -> str:
    is_food = not is_talk(match["before"])
    return match["before"] + (";" if is_food else " ")


def _beside(match: re.Match[str]) -> str:
    """A comma where one thing was put into another."""
    told = match.group()
    if match["to"] is None:
        return ",".ljust(len(told))
    return told.removesuffix(match["to"]) + ",".ljust(len(match["to"]))


def _only_parts(match: re.Match[str]) -> str:
    """Leave out a heading whose every food is told again with its amount."""
    words = re.findall(r"[a-z]{3,}", match["head"])
    named = {stem(word) for word in words if word not in FILLER | STOPWORDS | {"and"}}
    told = {stem(word) for word in re.findall(r"[a-z]{3,}", match["parts"])}
    if (
        len(named) < 2
        or not named <= told
        or len(re.findall(r"\d+", match["parts"])) < 2
    ):
        return match.group()
    room = match.start("parts") - match.start()
    return " " * room + match.group()[room:]


def _counted(match: re.Match[str]) -> str:
    said = f", {match['count']}{match['size'] or ''}"
    return said.ljust(len(match.group()))


def _refused(match: re.Match[str]) -> str:
    said = f"{match['before']}no {match['food']}"
    return said.ljust(len(match.group()))


def _less_food(match: re.Match[str]) -> str:
    """Blank until when nothing was eaten, and no food told after it."""
    end = talk_end(match.string, match.start("tail"), match.end())
    if doing := _DOING.match(match.string, end, match.end()):
        end = talk_end(match.string, doing.end(), match.end())
    return ",".ljust(end - match.start()) + match.string[end : match.end()]
