"""How the body was and what was measured of it, told beside food: nothing eaten.

"Toast. Legs twitchy after, sugars 8.1" is toast. What is left out here is in the text
that a person keeps; it names no food. Medicines and supplements are parted from the
food told before them, and supplements stay as text: they are something taken.
"""

from __future__ import annotations

import re

from journal.domain.mealtext_places import blank

_LIMB = (
    r"(?:legs?|feet|foot|toes?|calves|calf|knees?|hips?|ankles?|thighs?|shins?|muscles?"
    r"|back|shoulders?|hands?|arms?|fingers?|tummy|stomach|belly|guts?|head)"
)
_BAD = (
    r"(?:bad|awful|terrible|dreadful|sore|ach(?:e[ds]?|ing|y|ey)|hurt(?:ing|s)?"
    r"|twitch(?:y|ing|ed|es)?|jump(?:y|ing|ed)|restless|numb|tingl(?:y|ing|ed|es?)"
    r"|cramp(?:y|ing|ed|s)?|heavy|swollen|burn(?:ing|ed|s)?|stiff|weak|tired|fine|ok"
    r"|okay|good|better|worse|great|playing\ up|play(?:ed|s)\ up|throbb(?:ing|ed)"
    r"|kick(?:ing|ed|s)|jerk(?:y|ing|ed|s)|painful|tight|itchy|wobbly|like\ lead"
    r"|on\ fire"
    r"|bothering\ me|crawl(?:y|ing)|bloated|upset|crampy|gone\ to\ sleep|settled|quiet"
    r"|calm(?:er)?|killing\ me|seized\ up)"
)
_STILL = (
    r"(?:was|were|are|is|am|felt|feel|feels|feeling|got|get|have|has|had|been|being"
    r"|still"
    r"|a|bit|really|so|very|quite|all|much|not|too|no|less|more|again|just|pretty"
    r"|kept|started|starting|went|go|going|little|lot|somewhat|both|slightly)"
)
_WHEN = (
    r"(?:again|tonight|today|yesterday|afterwards?|before|though|now|later|all\ (?:day"
    r"|night|evening)|in\ the\ (?:night|evening|morning)|last\ night|this\ (?:morning"
    r"|evening|afternoon)|at\ night|for\ (?:hours|once|a\ bit)|since|overnight)"
)
_MEAT = (
    r"(?<!chicken\ )(?<!turkey\ )(?<!duck\ )(?<!frog\ )(?<!frogs\ )(?<!lamb\ )"
    r"(?<!crab\ )(?<!pork\ )(?<!pigs\ )(?<!pig's\ )(?<!goose\ )(?<!drum\ )(?<!cut\ )"
)
# "My legs ached", "legs twitchy after", "tummy a bit bloated".
_LIMBS = re.compile(
    rf"(?<![a-z-]){_MEAT}(?:(?:my|the|both|left|right|poor|lower|and)\ )*{_LIMB}"
    rf"(?:\ (?:and|&)\ {_LIMB})?\ (?:{_STILL}\ )*{_BAD}"
    rf"(?:\ (?:a\ (?:bit|little)|so\ far|{_WHEN}))*\b"
)
_BAD_LIMB = re.compile(
    r"\b(?:restless|numb|swollen|sore|heavy|aching|achy|tired|bad|tingly|tingling"
    r"|twitchy|jumpy|burning|stiff|weak|cramping|crampy|itchy|painful|throbbing)\ "
    r"(?:legs?|feet|foot|toes|ankles?|calves|calf|knees?|muscles?|hands?|hips?|back"
    rf"|tummy|stomach)(?:\ {_WHEN})*\b"
)
_PINS = re.compile(
    r"\b(?:bit\ of\ |some\ |had\ )*pins\ (?:and|&|n)\ needles"
    rf"(?:\ in\ (?:my|both|the)\ (?:left\ |right\ )?{_LIMB})?(?:\ {_WHEN})*\b"
)
_ILL = (
    r"(?:tingling|cramp(?:s|ing)?|(?<!petit\ )(?<!petits\ )pain"
    r"(?!\ (?:and|&|with|et)\ (?:butter|beurre|jam|cheese|ham|honey))"
    r"|numbness|burning|heartburn|bloating|wind|nausea"
    r"|reflux|indigestion|aching|aches?|stiffness|swelling|restlessness|twitching"
    r"|twitches|dizziness|sickness|a\ (?:headache|cramp|limp|twitch|migraine))"
)
# "A bit of tingling", "then cramps at 3am", "no cramps".
_SOME_ILL = re.compile(
    r"(?:\b(?:an?|some|had|got|with|no|more|bad|awful|slight|mild|severe|night|leg"
    r"|foot"
    r"|calf|then|but|and|felt|woke\ (?:up\ )?with)\ )*(?:\b(?:bit|little\ bit|lot"
    r"|touch"
    rf"|hint|spot|bout|spell|load|little)\ (?:of\ )?)?(?:(?:bad|night|leg|foot|calf"
    rf"|back|muscle|stomach)\ )*\b{_ILL}\b(?:\ (?:in|down|on)\ (?:my|both|the|one)\ "
    rf"(?:left\ |right\ )?(?:legs?|feet|foot|toes|calves|calf|knees?|thighs?|shins?"
    rf"|hands?|back|hips?|stomach|chest))?(?:\ {_WHEN})*"
    rf"(?:\ (?:at|around|about|by|from)\ \d{{1,2}}(?:[:.]\d\d)?\ ?(?:[ap]m)?)?"
    rf"(?=\s*(?:$|[,.;:!?\n()]|and\b|but\b|so\b|then\b|out\ of\b))"
)
_SCORE = r"\d{1,2}(?:[.]\d)?(?:\s?/\s?\d{1,2}\b|\s?out\ of\s?\d{1,2}\b)"
_SCORED = re.compile(
    r"(?:\b(?:my|leg|night|average|avg|worst|evening|back|foot|calf)\ )*\b(?:pain"
    r"|cramps?"
    r"|cramping|tingling|numbness|legs?|sleep|mood|energy|fatigue|stiffness"
    r"|restlessness"
    r"|ache|aching|severity|stress|burning)\ ?(?:level|score|scale|rating)?\s?"
    rf"(?:was|were|is|at|of|:|=|-|about|around|up\ to)?\s?(?:about\ |a\ )?{_SCORE}"
    r"|\b(?:pain|cramps?|tingling|numbness)\ (?:level\ |score\ )?(?:was\ |at\ |of\ "
    r"|:\ ?)?"
    r"\d{1,2}\b(?!\ ?(?:g|oz|ml|slices?|pieces?|au)\b)"
)
_SEVERITY = re.compile(r"\(?\bseverity\ ?(?:of\ |was\ |:\ ?)?\d{1,2}\b\)?")
_READ = (
    r"(?:before|after|this\ morning|tonight|today|later|at\ bedtime|on\ waking|fasting)"
)
_AMOUNT = r"[\d.]*\s?(?:g|grams?|mg|ml|oz|tablets?|tabs?|gels?|sweets?)\b"
# "Blood sugar 7.4", "sugars were 8.1 before", "BP 130/80", "weight 82 kg".
_READING = re.compile(
    r"(?:\bmy\ )?\b(?:(?:blood\ ?(?:sugars?|glucose)|glucose|bg|bgl|bm|ketones|hba1c)"
    r"\ ?(?:levels?|readings?)?\s?(?:was|were|is|at|of|:|=|-)?(?:\ about|\ around)?\s?"
    r"\d{1,3}(?:\.\d+)?(?:\s?(?:mmol(?:/l)?|mg/dl|%))?"
    rf"(?!{_AMOUNT})"
    r"|sugars?\ (?:levels?\ )?(?:(?:was|were|at|went\ up\ to|up\ to|down\ to"
    r"|came\ in\ at)"
    r"\ (?:about\ |around\ )?\d{1,3}(?:\.\d+)?|\d{1,2}\.\d\b(?!\ ?(?:g|oz|tsp|tbsp))"
    r")(?:\s?(?:mmol(?:/l)?|mg/dl))?"
    r"|(?:bp|blood\ pressure)\s?(?:was|is|at|:|=)?\s?\d{2,3}\s?(?:/|over)\s?\d{2,3}"
    r"|(?:weight|weighed(?:\ in)?|weigh[- ]in)\s?(?:was|is|at|:|=)?\s?\d{2,3}(?:\.\d+)?"
    r"\ ?(?:kgs?|lbs?|pounds|stone|st)\b(?:\s?\d{1,2}(?:lbs?)?)?"
    r"|(?:pulse|heart\ rate|hr|temp|temperature|sats|oxygen)\s?(?:was|is|at|:|=)?\s?"
    r"\d{2,3}(?:\.\d+)?(?:\s?(?:bpm|%|c|f))?\b(?!\ ?(?:g|ml|oz)\b)"
    rf")(?:\ {_READ})*(?:\ and\ \d{{1,2}}(?:\.\d)?\ {_READ})?"
    r"|\b(?:back\ |gone\ |went\ |came\ |was\ )+(?:up|down)\ (?:to|at)\ \d{1,2}(?:\.\d)?"
    r"\b(?!\ ?(?:g|oz|ml|kg)\b)(?:\ (?:after|later|again|by\ bedtime))*"
)
_PILL = (
    r"(?:tablets?|pills?|meds|medications?|medicines?|painkillers?|pain\ killers?"
    r"|ibuprofen|paracetamol|tylenol|advil|aspirin|naproxen|co-?codamol|codeine"
    r"|gabapentin|pregabalin|amitriptyline|metformin|insulin|statins?|antibiotics?"
    r"|water\ tablets?|inhaler|ropinirole|pramipexole|quinine)"
)
_MY = (
    r"(?:(?:my|some|the|two|2|an?|both|all|usual|daily|evening|morning|night|bedtime) )"
)
_WITH_PILLS = re.compile(
    rf"\b(?:with\ (?:my\ |the\ ){_MY}*{_PILL}|to\ (?:take|have)\ {_MY}*{_PILL}\ with"
    rf"|(?:then\ |and\ |,\ )*(?:took|taken|had\ to\ take|needed)\ {_MY}*{_PILL}"
    rf"(?:\ (?:and|&)\ {_MY}*{_PILL})*)\b(?:\ {_WHEN})*"
)
#: A name that no food has.
SUPPLEMENT = "spplmnt"
# Something taken, and no food: kept as text of its own.
_SUPPLEMENT = re.compile(
    r"(?P<before>(?<=[a-z])\ )?\b(?P<what>took\ (?:my\ |some\ |the\ |an?\ |two\ |2\ )*"
    r"(?:magnesium|b-?12|vitamins?|vit|iron|supplements?|multivitamins?|potassium"
    r"|calcium|zinc|omega|turmeric|cod\ liver|glucosamine|folic|electrolytes)"
    r"(?:\ (?:tablets?|pills?|acid|oil|[a-e]\d*|3|capsules?|spray))*)\b"
)


def without_body(work: str) -> str:
    """The text (in lower case, every place kept) without how the body was."""
    for told in (
        _SEVERITY,
        _SCORED,
        _READING,
        _WITH_PILLS,
        _LIMBS,
        _BAD_LIMB,
        _PINS,
        _SOME_ILL,
    ):
        work = told.sub(_parted, work)
    return _SUPPLEMENT.sub(_bound, work)


def _bound(match: re.Match[str]) -> str:
    before = ";" if match["before"] else ""
    return before + SUPPLEMENT.ljust(len(match["what"]))


def _parted(match: re.Match[str]) -> str:
    """Nothing, but what was told after it is not part of what was told before."""
    after = match.string[match.end() : match.end() + 1]
    is_amid = after == " " and match.string[match.end() :].strip(" ")
    return blank(match) if not is_amid else ";".ljust(len(match.group()))
