"""What links foods in a sentence, and what looks like a link and is part of a name."""

from __future__ import annotations

import re

from journal.domain.mealtext_words import EATING

# What is spread, not that it is spread: "chocolate spread on toast".
_NO_SPREAD = "".join(
    rf"(?<!\b{kind}\ )"
    for kind in re.findall(
        r"\w+",
        "fat light chocolate hazelnut nut dairy olive sunflower vegan cheese biscoff"
        " yeast lemon buttery vegetable lotus",
    )
)
# Longest first where one begins another.
LINKS = re.compile(
    rf"""{_NO_SPREAD}\b(?:
      (?:and\ )?spread\ (?:off\ |up\ |(?!jelly)[a-z]+ly\ )?(?:with|in|by|into
        |over|on|onto|through|alongside)\b)"""
    r"""|\b(?:
      (?:and\ )?(?:topped|paired|served|mixed|tossed|drizzled|sprinkled|filled
        |stuffed|smothered|covered|coated|dressed|garnished|accompanied|complemented
        |packed|brimming|bursting|drenched|made|cooked|done|dipped|finished|together
        |washed\ down|along|loaded|layered|enriched|enhanced|crafted|nestled|prepared
        |combined|blended|sweetened|seasoned|flavou?red|soaked
        |stirred|folded|crumbled|tossed|chopped|wrapped|rolled|stacked|slathered
        |adorned|bathed|decorated|crowned|laden|piled|heaped|dusted|scattered)
        \ (?:off\ |up\ |high\ |(?!jelly)[a-z]+ly\ )?(?:with|in|by|into|over|on
        |onto|through|alongside)
      |(?:while|whilst)\ """
    + EATING
    + r"""(?:\ (?:on|in|from))?
      |(?<=[a-z]\ )(?:containing|featuring)|(?:(?<=sandwich\ )
      |(?<=sandwiches\ )|(?<=burrito\ )|(?<=wrap\ )|(?<=omelette\ )|(?<=omelet\ )
      |(?<=smoothie\ )|(?<=salad\ )|(?<=quesadilla\ ))of
      (?=\ (?!the\ day|my|choice)[a-z])
      |followed\ by|as\ well\ as
      |in\ addition\ to|on\ top\ of|on\ the\ side
      |and\ (?:also|later(?:\ on)?|then)|alongside|including|with|wit|plus|then|besides
      |in(?=\ (?:an?|the)\ (?:\w+\ )?(?:bun|roll|bap|pitta|pita|baguette|bread)\b)
      |on(?!\ the\ (?:cobb?|bone|vine|rocks|go)\b)(?!(?<=corn\ on)\ cob\b)
      |over(?!\ (?:easy|medium|hard)\b)|under|atop
    )\b|\bw/(?!o\b)|\bw\b""",
    re.VERBOSE,
)
#: How a link tells what follows it.
INSIDE, BESIDE, ON = "inside", "beside", "on"
_MADE = re.compile(r"(?:made|crafted|prepared|blended)\ (?:up\ |[a-z]+ly\ )?with\b")
_HOLDS = re.compile(
    r"(?:topped|tossed|spread|filled|stuffed|smothered|covered|garnished|packed"
    r"|brimming|bursting|made|loaded|layered|crafted|prepared|combined|blended|folded"
    r"|adorned|bathed|decorated|crowned|laden|piled|heaped"
    r"|rolled|stacked|slathered|containing|featuring|of)\b"
)
_BESIDE = re.compile(
    r"(?:and\ )?(?:plus|then|also|later|besides|alongside|followed\ by|as\ well"
    r"|in\ addition|along|while|whilst|on\ the\ side|washed|together"
    r"|(?:paired|served|accompanied|complemented)\ (?:[a-z]+ly\ )?"
    r"(?:with|by|alongside))\b"
)
_ON = re.compile(
    r"(?:served\ |nestled\ )?(?:on|in|between)\b(?!\ (?:the\ side|addition))"
)


def way_of(link: str) -> str:
    """How a link tells what follows: `INSIDE`, `BESIDE`, `ON`, or "" for neither."""
    for way, rule in ((INSIDE, _HOLDS), (BESIDE, _BESIDE), (ON, _ON)):
        if rule.match(link):
            return way
    return ""


def is_made(link: str) -> bool:
    """Whether a link tells the ingredients of what was named: "made with"."""
    return _MADE.match(link) is not None


# Two words of one name, whatever follows without a comma.
BOUND = re.compile(
    r"\b(?:sweet and sour|salt (?:and|n|&|'n') vinegar|mac and cheese"
    r"|oil and vinegar|(?:cadbury'?s?|dairy milk) fruit (?:and|&|n) nut"
    r"|soya (?:and|&) linseed"
    r"|cookies and cream|(?:ensure|boost) plus"
    r"|(?:sour cream|cheese|cheddar|salt) (?:and|&|n)"
    r" (?:onion|pepper|sour cream|chives?)"
    r"(?=(?:[ -](?:flavou?r(?:ed)?|potato|ridged|ruffled|kettle|baked|tortilla))*"
    r" (?:chips|crisps|pringles|doritos|rings|popcorn)))\b"
    r"|\b(?:walkers|tayto|lay'?s|mccoy'?s|tyrrells)\s(?:cheese|sour cream)\s(?:and|&)"
    r"\s(?:onion|chives?)\b(?!\s(?:crisps|chips))"
)
# A story goes on without a full stop: "we went for sushi I had salmon".
TOLD_ON = re.compile(
    r"(?<=[a-z] )(?<!and )(?<!then )(?<!so )(?<!what )(?<!that )(?<!also )(?:then )?"
    r"i (?:also )?(?:had|ate|drank)\b(?! to\b| been\b)"
)
ANDS = re.compile(r"\band\b|\bn\b|'n'|&|\+|\ban(?=\ (?:half|quarter|\d))")
# Tells how a food was made, not another food: "porridge made with water".
MADE_WITH = re.compile(
    r"""\b(?:made|cooked|prepared|fried|boiled|mashed|scrambled|brewed|sauteed|roasted
      |baked|poached|stewed|steamed|packed|canned|tinned)
      (?<!sandwich\ made)(?<!burger\ made)(?<!wrap\ made)(?<!burrito\ made)
      (?<!smoothie\ made)
      \ (?:up\ )?(?:in\b|(?:with|w)\b
      (?=\ (?:[^\s,]+\ ){0,3}(?:water|milk|oil|butter|ghee|lard|fat|spray|stock|broth
      |cream|margarine|spread|brine|syrup|juice|salt|sugar|flour|mayo|mayonnaise
      |dressing|vinaigrette)\b))
      (?=\s+(?!\d(?![\d.]*\s?%)|[½¼¾⅓⅔]|an?\b|half\b|one\b|two\b|three\b|some\b|lots?\b))
      |\b(?:enriched\ |fortified\ |supplemented\ )?with\ (?:added\ |extra\ )?(?:calcium
      |vitamins?(?:\ [a-z]\d{0,2}\b)?|pulp|bits|fib(?:er|re)|probiotics|electrolytes
      |minerals|caffeine)\b""",
    re.VERBOSE,
)
