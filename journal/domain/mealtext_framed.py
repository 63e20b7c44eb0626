"""What a food was for in the meal: "water to drink", "as a quick breakfast option"."""

from __future__ import annotations

import re

from journal.domain.mealtext_longhand import ENDS
from journal.domain.mealtext_places import blank

# "Beer to drink", "biscuits to dunk": told of the food before.
_TO_DO = re.compile(
    r"(?<=[a-z])(?<!something)(?<!nothing)(?<!anything)(?<!more)(?<!bite)(?<!\blot)"
    r"(?<!enough)(?<!plenty)(?<!\bhad)(?<!\bgot)(?<!\btime)(?<!\band)(?<!ready)\ to\ "
    r"(?:drink|sip|eat|nibble(?:\ on)?|munch(?:\ on)?|dunk|dip|snack\ on|pick\ at|start"
    rf"|finish|follow|take\ away)(?:\ (?:in\ it|it\ with|with\ it))?{ENDS}"
)
# "To drink: lemonade", "to start, soup".
_TO_DO_FIRST = re.compile(
    r"(?:(?<=^)|(?<=[.;,\n])|(?<=[.;,\n]\ ))to\ (?:drink|eat|start|finish|follow)"
    r"(?=\s*[:,-]\s|\ (?:i|we)\b)"
)
_NOTHING = re.compile(
    r"\b(?:nothing|not\ anything|not\ much)\ (?:else\ )?to\ (?:drink|eat)"
    r"(?:\ (?:with\ it|after|today|yet|all\ day))?(?=\s*(?:$|[,.;!\n]))"
)
_ROLE = (
    r"(?:option|choice|treat|pick-me-up|bite|start|companion|accompaniment"
    r"|refreshment|indulgence|drink)"
)
_MEAL = r"(?:breakfast|brunch|lunch|lunchtime|dinner|supper|snack|morning|afternoon)"
# "A granola bar as a quick and nutritious breakfast option".
_AS_ROLE = re.compile(
    r"(?<=[a-z]),?\ as\ (?:an?|my|the)\ (?:[a-z-]+,?\ ){0,4}?"
    rf"(?:(?P<meal>{_MEAL})\ )?{_ROLE}{ENDS}"
)
# "A simple yet satisfying snack".
_YET = re.compile(r"(?<=[a-z])\ yet(?=\ [a-z]+\ (?:[a-z]+\ )?[a-z])")
_SPRAY = re.compile(
    r"(?:,?\ and|,)?\ (?:(?:lightly|gently|quickly)\ )?(?P<how>cooked|fried|prepared"
    r"|made|done)\ (?:using|in|with)\ (?:an?\ |some\ |a\ bit\ of\ )?"
    r"(?:non-?stick\ |low-?cal(?:orie)?\ |oil\ )?(?:cooking|oil|frying)?\ ?spray\b"
)
# "Tender chicken" is how it was; chicken tenders are breaded.
_TENDER = re.compile(r"(?<!chicken\ )\btender(?:,|\ and\ [a-z]+)?\ (?=chicken\b)")
_SAUCED = re.compile(r"(?:,?\ and|,)\ (?:generously|lightly|nicely|well)\ sauced\b")
# "Fruit-flavoured whole milk yoghurt".
_FRUIT_TASTE = re.compile(
    r"\bfruit(?:y|[- ]flavou?red)\ (?=(?:(?:greek|low-fat|lowfat|low\ fat|non-fat"
    r"|nonfat|fat-free|whole\ milk|whole-milk|full-fat|skimmed)\ )+yogh?urt)"
)
_A_DRINK_OF = re.compile(
    r"\ba\ (?:[a-z]+\ )?drink\ of\ "
    r"(?=(?:rum|gin|vodka|whisky|whiskey|bourbon|brandy)\ (?:and|&|with)\ [a-z])"
)
# From the chip shop, in Scotland: with chips.
_SUPPER = re.compile(
    r"(?<!for\ )\b(?P<what>fish|haddock|cod|sausage|scampi|steak\ pie|pie|chicken"
    r"|haggis|(?:black|white|red)\ pudding)\ supper\b(?!\ (?:was|i)\b)"
)
# Told of a pizza, as its kind in the table is named.
_MUCH_CHEESE = re.compile(
    r"(?P<pizza>\bpizza(?:\ [a-z-]+){0,5}?)\ (?:with|featuring)\ (?:an?\ )?(?:generous"
    r"|large|good|hefty)\ amounts?\ of\ (?:melted\ |gooey\ )?cheese\b"
)
_MEATS_BUT = re.compile(
    r"\bmeat\ toppings?(?:,)?\ (?:beyond|other\ than|besides|rather\ than)(?:\ just)?"
    r"\ pepperoni\b"
)
_SMOOTH = re.compile(
    r"\b(?:creamy|smooth|rich|crunchy)\ (?=peanut\ butter\ and\ chocolate\ spread\b)"
)
# "Lunch soup and a roll dinner steak": headings in one line, and nothing between.
_MEALS = r"(?:breakfast|brekkie|brunch|lunch|dinner|supper|snacks?)"
_HEADED = re.compile(
    rf"(?:(?<=^)|(?<=[.;\n])|(?<=[.;\n]\ )){_MEALS}\ (?!was\b|is\b|meat|bar|menu"
    r"|box)[a-z\d]"
    rf"[^.;:\n]*?[a-z]{{2,}},?\ {_MEALS}\ [a-z\d][^.;\n]*"
)
_NO_HEAD = r"(?!rolls?\b|bars?\b|meat|box|menu|was\b|with\b|and\b|for\b|at\b)"
_NEXT_HEAD = re.compile(
    r"(?<=[a-z]{2})(?<!\bfor)(?<!\bat)(?<!\bmy)(?<!\bthe)(?<!\bafter)(?<!\bbefore)"
    r"(?<!\band)(?<!\bwith)(?<!\bof)(?<!\bas)(?<!school)(?<!packed)(?<!roast)"
    r"(?<!sunday)(?<!work)(?<!ready)(?<!\btv)(?<!frozen)(?<!then)(?<!fish)(?<!pie)"
    rf"\ (?={_MEALS}\ {_NO_HEAD}[a-z\d])|,(?=\ {_MEALS}\ {_NO_HEAD}[a-z\d])"
)
# "Dinner turkey" is no turkey dinner.
_DINNER = re.compile(
    r"(?:(?<=^)|(?<=[.;,\n])|(?<=[.;,\n]\ ))(?P<meal>dinner|supper)\ "
    r"(?=(?!rolls?\b|buns?\b|plate|box|menu|party|time|ladies|money|was\b|is\b|with\b"
    r"|and\b|for\b|at\b|of\b|out\b|then\b|i\b|we\b|today|tonight)[a-z])"
)
_SKIN_ON = re.compile(
    r"\bskin[- ]on\ (?P<what>(?:[a-z]+\ ){0,3}?(?:thighs?|breasts?|legs?|drumsticks?"
    r"|wings?|chicken|duck|turkey))\b(?!\ (?:thigh|breast|leg|drumstick|wing))"
)
# Where a food came from, told after it.
_FROM_WHERE = re.compile(
    r"(?<=[a-z]),?\ (?:that|which)\ (?:i|we|he|she|my\ [a-z]+)\ "
    r"(?:had\ |have\ |either\ )?(?:baked|bought|picked\ up|grabbed|got"
    r"|brought|found|ordered)"
    r"(?!\ (?:with|and)\b)(?:\ (?:at|from|in|on|for)\ [a-z' ]{3,40}?)?"
    r"(?:\ or\ (?:picked\ up|bought|got|baked)(?:\ (?:at|from|in)\ [a-z' ]{3,30}?)?)?"
    rf"{ENDS}"
)


def unframed(work: str) -> str:
    """The text (in lower case) without what a food was for, every place kept."""
    for idle in (_NOTHING, _TO_DO, _TO_DO_FIRST, _YET, _FROM_WHERE):
        work = idle.sub(blank, work)
    work = _HEADED.sub(lambda m: _NEXT_HEAD.sub(";", m.group()), work)
    work = _DINNER.sub(lambda m: f"{m['meal']}:", work)
    work = _AS_ROLE.sub(_as_meal, work)
    work = _SPRAY.sub(lambda m: " with cooking spray".rjust(len(m.group())), work)
    work = _MUCH_CHEESE.sub(
        lambda m: f"{m['pizza']} with extra cheese".ljust(len(m.group())), work
    )
    work = _MEATS_BUT.sub(lambda m: "meat".ljust(len(m.group())), work)
    work = _SUPPER.sub(lambda m: f"{m['what']}& chips", work)
    work = _SKIN_ON.sub(lambda m: f"{m['what']} w/skin".ljust(len(m.group())), work)
    work = _SAUCED.sub(lambda m: " with_sauce".ljust(len(m.group())), work)
    work = _FRUIT_TASTE.sub(lambda m: "fruit ".rjust(len(m.group())), work)
    return _SMOOTH.sub(blank, _A_DRINK_OF.sub(blank, _TENDER.sub(blank, work)))


def _as_meal(match: re.Match[str]) -> str:
    """The meal that it was an option for, so that the food keeps it."""
    said = f" as {match['meal']}" if match["meal"] else ""
    return said.ljust(len(match.group()))
