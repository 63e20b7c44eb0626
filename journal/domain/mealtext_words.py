"""The words around food: numbers, fillers, links, negations, meals and times."""

from __future__ import annotations

import re

NUMBER_WORDS = {
    word: float(value)
    for value, words in {
        0: "zero",
        1: "a an one another single",
        2: "two couple pair both double twin",
        3: "three few triple",
        4: "four several multiple",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve dozen",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        18: "eighteen",
        20: "twenty",
        24: "twentyfour",
        30: "thirty",
        40: "forty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        75: "seventyfive",
        80: "eighty",
        90: "ninety",
        100: "hundred",
    }.items()
    for word in words.split()
}
# These say how many without saying it exactly, or belong to names ("double cream").
WEAK_NUMBERS = frozenset(
    ["a", "an", "another", "single", "both", "double", "twin", "triple", "pair"]
)
# How many these are is anyone's guess.
VAGUE_NUMBERS = frozenset(["few", "several", "multiple"])
FRACTION_WORDS = {
    "half": 0.5,
    "halves": 0.5,
    "halved": 0.5,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 0.25,
    "quarters": 0.25,
    "fourth": 0.25,
    "eighth": 0.125,
    "fifth": 0.2,
    "fourths": 0.25,
    "fifths": 0.2,
    "eighths": 0.125,
    "sixth": 1 / 6,
    "sixths": 1 / 6,
}
GLYPHS = {
    "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125,
    "⅜": 0.375, "⅝": 0.625, "⅞": 0.875, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8,
}  # fmt: skip

PRONOUNS = re.compile(r"\b(?:i|i'm|im|i've|ive|i'd|we|we're|he|she|they|my|our)\b")

STORY = re.compile(
    PRONOUNS.pattern + r"|\b(?:had|ate|was|were|have|drank|enjoyed|grabbed|mine)\b"
)

NEGATED = re.compile(
    r"""\b(?:
      (?:but\ )?(?:without|sans|minus|excluding|instead\ of|rather\ than|hold\ the
        |except\ for
        |except|leaving\ out|left\ out
        |(?:the\ )?absence\ of|(?:entirely\ |completely\ )?free\ of(?!\ charge)
        |left(?=\ (?:the|my)\ )|missed(?=\ the\ )|skipped|skipping
        |skip|avoided|none\ of|never\ had
        |never\ ate)
      |(?:i\ )?(?:didn'?t|did\ not|don'?t|do\ not|haven'?t|have\ not|hadn'?t|won'?t
        |wouldn'?t|can'?t)\ (?:eat|have|had|eaten|drink|touch|want|get|add|use|include
        |take|fancy|feel\ like(?!\ [a-z]+ing\b))
      |but\ not|not|no|zero
    )\b(?!-|\ [a-z]+(?:[- ][a-z]+)?[- ]flavou?red\b)
    (?:\ (?:any|the|my|a|an|added|extra)\b)*|\bw/o\b""",
    re.VERBOSE,
)
# Looks like a negation and is part of a name or of talk.
NOT_NEGATED = re.compile(
    r"""\b(?:no|zero|low|reduced)[- ](?:sugar|salt|fat|cal|calorie|carb)[- ]added\b
      |\bno[- ]added[- ](?:sugar|salt)\b|\bno[- ]bake\b|\bnon[- ]?fat\b
      |\b(?:coke|cola|pepsi|sprite|fanta|pepper|monster|gatorade|powerade|7[ -]?up
        |bull|dew|rockstar|lemonade|soda|beer)\ zero\b
      |\btriple\ zero\b|\bzero\ (?:sugar|cal\w*|fat|alcohol)\b
      |\bno\ doubt\b|\bno\ more\ than\b
    """,
    re.VERBOSE,
)
IDLE_NOT = re.compile(
    r"""\bnot\ (?:too\ |very\ |so\ |that\ |really\ |a\ lot\ |all\ )*
      (?:much|many|hungry|bad|sure|well|great|feeling\ \w+|big|long)\b
      |\b(?:didn'?t|did\ not|don'?t|haven'?t)\ (?:eat|have|eaten|had|fancy)
      \ (?:very\ |too\ |that\ |all\ that\ )?(?:much|a\ lot|anything\ else)\b
      |\bnothing\ (?:but|except|more\ than|other\ than)\b|\bno\ more\ than\b""",
    re.VERBOSE,
)
# In a refusal these go on after "and": "without milk and sugar".
EXTRAS = frozenset(
    """
    sugar milk cream butter sauce dressing salt mayo skin cheese ice sweetener bun
    ketchup mustard gravy onion onions pepper syrup honey oil bread
    """.split()  # noqa: SIM905
)

SLOTS = {
    "breakfast": "breakfast", "brekkie": "breakfast", "brekky": "breakfast",
    "brunch": "breakfast", "breakie": "breakfast", "elevenses": "snacks",
    "lunch": "lunch", "luncheon": "lunch", "lunchtime": "lunch",
    "dinner": "dinner", "supper": "dinner", "dinnertime": "dinner",
    "snack": "snacks", "snacks": "snacks", "snacktime": "snacks", "merienda": "snacks",
    "dessert": "dinner", "pudding": "dinner", "iftar": "dinner", "suhoor": "breakfast",
}  # fmt: skip
_MEAL = (
    r"(breakfast|brekkie|brekky|breakie|brunch|lunch|lunchtime"
    r"|dinner|dinnertime|supper|snacks?|elevenses|iftar|suhoor|merienda)"
)
_SAID = (
    r"(?:\ (?:was\ (?:light|simple|quick|late|small|easy|big)(?=\s*[:-])"
    r"|today|tonight|yesterday|last\ night|this\ morning|time|break|hour|was|is"
    r"|included|includes?|featured|features?|means|meant|consists?\ of"
    r"|consisted\ (?:mainly\ )?of|it's|it\ is|it\ was|i\ had|i\ ate|there's|having))*"
)
SLOT_PHRASE = re.compile(
    rf"\b(?:for|at|as|during|over|my|our|with|today's|tonight's|yesterday's|this)\ "
    rf"(?:(?:a|an|my|our|the|late|early|quick|light|small|big|afternoon|evening|morning"
    rf"|midday|midnight|today's|tonight's|mid-morning|bedtime|first|second)\ )*"
    rf"{_MEAL}\b"
    rf"(?!\ (?:bar|bars|burrito|cereal|sausage|sandwich|meat|roll|bap|mix|cake))"
    rf"{_SAID}\s*[:,-]?",
)
SLOT_START = re.compile(
    rf"(?:(?<=^)|(?<=[\n.;!?])|(?<=[\n.;!?]\ )|(?<=[\n.;!?]\ \ )"
    rf"|(?<=,\ )(?=[a-z]+\s?:))"
    rf"(?:(?:a|an|my|our|the|today's|tonight's|quick|light|late|early|big|small|easy"
    rf"|simple|first|second|sunday|saturday|friday)\ (?=[a-z\ ]*(?:[:,]|\ was\b)))*"
    rf"{_MEAL}\b"
    rf"(?!\ (?:bar|bars|burrito|cereal|sausage|sandwich|meat|rolls?|bap|mix|cake"
    rf"|biscuit|tea|box|pack|muffin|cookie))"
    rf"(?={_SAID}\s*[:,-]|\ (?:was|is|today|tonight|time|means|consist|include"
    rf"|at\b|\d|i\b|\w+\ \w)|\ {{0,60}}\n\s{{0,9}}\S)"
    rf"{_SAID}\s*(?:[:,]|-\ |=)?",
)
TIME = re.compile(
    r"""\b(?:(?:at|around|about|by|before|after|until|from)\ )*(?:
        (?P<h1>\d{1,2})(?:[:.](?P<m1>[0-5]\d))?\ ?(?P<half>am|pm|a\.m\.|p\.m\.)(?![a-z])
       |(?P<h2>[01]?\d|2[0-3]):(?P<m2>[0-5]\d)\b
      )
      |\b(?:at|around)\ (?:about\ |around\ )?(?P<h3>[01]?\d|2[0-3])
       (?:\.(?P<m3>[0-5]\d))?
       (?=\s*(?:$|[:,;.!?\n]|o'clock|ish\b|(?:and|then|i|we|had)\b|an?\ [a-z]))
       (?:\s*o'clock)?""",
    re.VERBOSE,
)
# Where and with whom: said of the meal, and nothing to eat in it.
TAIL = re.compile(
    r"""\b(?:on\ (?:the|my)\ (?:way|go|run|road|couch|sofa|train|bus|stove|hob|bbq)
      |at\ (?:desk|mum's|mom's|nan's)\b
      |in\ (?:the|my)\ (?:car|pub|office|kitchen|park|garden|bed
        |morning|afternoon|evening)
      |at\ (?:the|my|a|his|her|our|their|an)\ \w+
        (?:'s(?:\ (?:house|place|flat|home))?)?
      |(?<=[a-z]\ )at\ (?!\d|least|most|all\b|about|around|the\b|an?\b)
        [a-z'’]+(?:\ [a-z'’]+){0,2}(?=\ *(?:[,.;:()\n]|$))
      |at\ (?:work|home|school|mine|night|lunchtime|dinnertime)
      |with\ (?:an?|my|the|some|our)\ (?:friends?|family|wife|husband|kids|colleagues?
        |mum|mom|dad|partner|girlfriend|boyfriend|sister|brother|son|daughter|boss|team
        |mates?|flatmates?|neighbou?rs?)
      |out\ of\ the\ (?:fridge|oven|packet|box)|to\ go\ with\ (?:it|that)
      |to\ dip|same\ (?:as|like)\ \w+(?:\ \w+)?
      |to\ (?:start|begin|finish|end)(?:\ (?:with|off|my|the)\b)?
      |(?<!made\ )(?<!smoothie\ )(?<!shake\ )(?<!juice\ )(?<!soup\ )(?<!salad\ )
        from\ (?:(?:the|an?|my|our)\ )?(?!\d|one\b|two\b|half\b|concentrate\b|dried\b)
        [\w'’-]+(?:\ (?!and\b|with\b|plus\b|x?\d)[\w'’-]+){0,2}
        (?=\ *(?:[,.;+&()\n]|$|\ and\b|\ with\b|\ plus\b|\ x?\d))
      |from\ the\ [\w-]+
      |(?:before|after)\ (?:bed|work|school|class|gym|training|dinner|lunch|breakfast
        |(?:my|the|an?|our)\ (?:[a-z]+\ )?(?:run|walk|swim|ride|nap|meeting|workout
          |session|shower|shift|match|game|class|lesson|lecture|film|movie|party|gig
          |concert|flight|drive|commute|training|bath|day|night|week|trip|hike|jog|race
          |appointment|call|exam|interview|wedding|practice|rehearsal|service|show
          |gym|kids|bus|train|plane|doctor|dentist|hospital|funeral|beach|pool|school
          |errands?|chores?|rain|sun|news|break|rush|events?|tests?|visit|bike|yoga))
      |on\ top(?!\ of\b)
      |for\ (?:dessert|starters?|afters|pudding|pud|energy|later|breakfast\ today)
      |(?:a\ )?(?:quick|light|late|small)\ bite(?:\ to\ eat)?
      |not\ very\ hungry(?:\ today)?|was\ a\ bad\ day)\b""",
    re.VERBOSE,
)
#: "While sipping a cup of tea": something is eaten or drunk beside.
EATING = (
    r"(?:(?:also\ |still\ )?(?:sipping|drinking|eating|having|enjoying|snacking"
    r"|munching|savou?ring|relishing|nibbling|devouring|indulging|treating|feasting"
    r"|downing|gulping|tasting|adding|chewing|biting|picking|grazing|digging|dunking"
    r"|dipping|finishing|polishing\ off|crunching|washing\ it\ down))"
)
ASIDE = re.compile(
    r"(?<=\w )(?:while|whilst|because|(?:as|since)(?=\ (?:i|we|it)\b)|co[sz]"
    r"(?=\ [a-z])(?!\ (?:lettuce|salad|lea)))\b"
    rf"(?!\ {EATING})(?:(?!\ (?:and|then|plus)\ +(?:(?:also|then)\ +)?"
    r"(?:an?|some|one|two|three|half|had|ate|drank|\d)\b)[^,;.\n!?])*"
)
PART_LEFT = re.compile(
    r"\b(?:the\ )?(?:rest|remainder|remains|remaining|last\ (?:bit|part))"
    r"(?:\ of)?(?:\ (?:the|my|a|that))?\b",
    re.VERBOSE,
)
MOST_OF = re.compile(r"\b(?:most|nearly\ all|almost\ all)\ of(?:\ (?:a|an|the|my))?\b")
# After a comma these tell the food before more closely.
CLOSER = frozenset(
    """
    white brown black red green cooked raw boiled baked fried grilled roasted
    roast salted unsalted plain whole skimmed semi-skimmed low-fat fat-free sliced
    chopped diced canned tinned frozen fresh dried steamed mashed scrambled
    poached toasted unsweetened sweetened large small medium skinless boneless
    lean ripe hot cold iced smoked wholemeal wholegrain vanilla strained drained
    organic homemade dry low fat free nonfat atlantic pacific farmed wild alaskan
    brewed regular instant quick rolled uncooked unpeeled peeled pitted seedless
    shredded smooth crunchy chunky creamy minced virgin light dark mature thick thin
    shelled pasteurized kosher bottled packaged commercial natural generic drained
    rinsed unprepared prepared yellow purple enriched unenriched fortified lowfat
    average yummy or crust russet edible maris piper edwards yukon spring
    soft hard mixed ground original
    """.split()  # noqa: SIM905
)
# These leave the figures as they are.
IDLE = frozenset(
    """
    fresh organic homemade natural regular generic packaged commercial prepared average
    plain ripe yummy kosher brewed shredded sliced chopped diced minced peeled drained
    rinsed whole atlantic pacific farmed wild alaskan enriched unenriched rich cool cold
    hot tender crispy crunchy creamy smooth soft thick sweet fun classic fruity
    """.split()  # noqa: SIM905
)
# Left out, these may make another food of it.
DECIDING = frozenset(
    """
    dry dried fried light low free nonfat lowfat fat-free low-fat smoked sweetened
    powdered condensed canned tinned frozen
    """.split()  # noqa: SIM905
)
COOKED = frozenset(
    """
    cooked boiled baked steamed roasted roast grilled poached fried tinned canned
    """.split()  # noqa: SIM905
)
