"""Praise and manner said with food, taken out or said plainly: "a chilled can of"."""

from __future__ import annotations

import re

from journal.domain.mealtext_places import blank

#: How a thing was liked, felt, looked or tasted: nothing that changes its figures.
PRAISE = frozenset(
    """
    delicious tasty yummy nice lovely good great amazing quick simple satisfying hearty
    nutritious refreshing wonderful perfect comforting decadent delightful flavorful
    flavourful flavoursome juicy succulent fluffy crispy crunchy crisp creamy smooth
    rich warm hot cold cool chilled iced ice-cold icy steaming steamy fresh sweet tangy
    zesty savory savoury spicy tender moist soft flaky light classic favorite favourite
    healthy wholesome filling fizzy bubbly fruity nutty buttery chewy gooey velvety
    silky luscious mouthwatering scrumptious indulgent sumptuous rewarding soothing cozy
    cosy vibrant colorful colourful revitalized revitalised revitalizing refreshed
    energized energised hydrated satisfied full happy content easy enjoyable convenient
    tempting irresistible inviting iconic traditional authentic special little big
    generous modest extra added subtle slight gentle bold
    robust intense pleasant pleasing balanced ideal excellent fantastic fabulous superb
    exquisite gourmet homemade homestyle home-cooked store-bought ready-made everyday
    usual regular typical enticing appetizing appetising
    uplifting invigorating nourishing energizing energising aromatic fragrant toasty
    melted well-deserved much-needed well-earned fun cheesy smoky crusty golden
    perfectly lightly generously deliciously wonderfully beautifully expertly freshly
    delightfully incredibly truly simply really very so quite nicely just both
    natural lean airy smoothly carefully quickly easily slightly kind sort
    memorable sinful satisfyingly luxurious heavenly dreamy fulfilling sizeable sizable
    hydrating thirst-quenching fine favoured cherished beloved
    regular-sized normal-sized restaurant-style home-style microwavable microwaveable
    comfortable thick ripe plump bright cheery festive
    """.split()  # noqa: SIM905
)
#: What praise is about: no thing to eat.
SENSES = frozenset(
    """
    taste tastes flavor flavors flavour flavours texture textures crunch crunchiness
    exterior interior
    sweetness goodness freshness richness creaminess tang tanginess spiciness zing
    aroma aromas warmth fizz fizziness bubbles coolness hydration energy boost lift
    burst bursts hint touch satisfaction delight perfection indulgence comfort
    balance contrast treat pick-me-up craving cravings hunger thirst tooth
    nourishment nutrients nutrition fuel routine day morning afternoon evening night
    start finish ending end combination option choice memories palate buds soul
    appetite spirits senses mood moment moments addition accompaniment simplicity
    variety depth smoothness lightness refreshment satisfying-crunch kick note way
    break midday workday week weekend bite bites mouthful time experience meal meals
    snack comfort-food reward fix flair feel feeling crispiness juiciness pairing
    medley twist scratch home kitchen recipe cafeteria restaurant hand go-to
    favorite-treat favourite-treat complement companion classic part bit dose style
    pleasure joy enjoyment body stomach side dishes dish main course bed rest hours
    work workout system diet plan protein fiber fibre dipping measure caffeine
    digestion kickstart nature flavorings size
    """.split()  # noqa: SIM905
)
_VESSEL = (
    r"cups?|glass(?:es)?|mugs?|bowls?|plates?|bottles?|cans?|cartons?|containers?"
    r"|pouch(?:es)?|packets?|packages?|bags?|boxe?s?|slices?|pieces?|scoops?|handfuls?"
    r"|servings?|portions?|sticks?|bars?|tablespoons?|teaspoons?|links?|ounces?|oz"
    r"|spoonfuls?|dollops?|drizzles?|splash(?:es)?|sprinkles?|shots?|jars?|tubs?|pots?"
    r"|wedges?|strips?|rolls?|stacks?"
)
#: A word of praise, with its adverb.
LIKED = r"(?:[a-z]+ly\ )?(?:" + "|".join(sorted(PRAISE, key=len, reverse=True)) + ")"
_SIZED = r"(?:(?:small|medium|large|big)(?:-sized)?)"
_OTHERS = r"(?:raw|ripe|plain|whole|small|medium|large)"
# What tells how large the vessel is: "a thick slice", "a big bowl of".
_HOW_LARGE = rf"(?:extra\ large|(?:thick|big|little|generous)\ (?:{_VESSEL}))\b"
# "Light" and "lean" are kept: they make another food. Else "a creamy 170 g of", "a
# chilled can of", "a sweet and zesty 109 g".
_BEFORE_AMOUNT = re.compile(
    rf"""(?<=\b)(?P<lead>(?:an?|the|my|some|another|one|of)\ +)
    (?:(?!{_HOW_LARGE}|(?:light|lean)\b){LIKED}(?:,|\ and)?\ +){{1,4}}
    (?=(?:{_SIZED}\ )?(?:\d|(?:{_VESSEL})\b\ (?:of\b|size)|(?:half|quarter)-)
      |{_SIZED}\ )""",
    re.VERBOSE,
)
# "A small, flaky croissant", "a sweet, raw banana" is one thing.
_LIKED_PAIR = re.compile(
    rf"(?<=\b)((?:an?|the|my|one|two|some)\ (?:(?:{LIKED}|{_SIZED}|[\d-][\w-]*)\ )?"
    rf"(?:{LIKED}|{_SIZED}))"
    rf",(?=\ (?:{LIKED}|{_OTHERS})\ )"
)
# "A cup of soft, salted pretzels", "of brewed, unsweetened tea".
_IN_LIST = re.compile(
    rf"(?:(?<=,\ )|(?<=and\ )|(?<=with\ ))(?:{LIKED}\ )+(?=(?:{_VESSEL})\ of\b)"
)
_OF_LIKED = re.compile(
    rf"(?<=\bof\ )(?P<how>(?:{LIKED}|brewed|cooked|diced|sliced|lean|plain|fried|raw"
    r"|baked|boiled)),(?=\ [a-z])"
)
# A crisp apple is no apple crisp.
_CRISP = re.compile(
    r"\b(?P<lead>(?:an?|the|my|some|of)\ +)crisp "
    r"(?=(?!sandwich|roll|bread|packet|butt|(?:and|with|or|plus|from)\b)[a-z])"
)
_THIS = re.compile(rf"\bthis\ (?:{LIKED}\ )*(?:fruit|drink|beverage|food)\b")
# "A satisfying breakfast featuring": the meal, said as if it were a thing.
_MEAL_OF = re.compile(
    rf"""\b(?:an?|the|my|this)\ (?:{LIKED}\ )*
    (?P<meal>breakfast|brunch|lunch|dinner|supper|snack)
    \ (?:today\ )?
    (?:(?:spread|plate|table|menu|line-?up)\ (?=includ|featur|consist|of))?
    (?:included|featured|consisted\ of|of|featuring|consisting\ of|including
      |with(?=\ (?:(?:an?|some)\b|\d))|that\ (?:included|featured
      |consisted\ of))(?=\ )""",
    re.VERBOSE,
)
# "A sweet treat of 113 g", "a delightful mix of half a cup", "a dinner of 175 g".
_SERVED = re.compile(
    rf"""\b(?:an?|the|my|this)\ (?:{LIKED}\ )*
    (?:drink|beverage|treat|mix|meal|spread|combination|combo|assortment|plate|dish|helping|duo|trio
      |pairing|medley|side|serving|portion)
    \ (?:of|featuring|consisting\ of|including|with)
    (?=\ (?:\d|an?\ |one\ |two\ |three\ |half\ |some\ ))""",
    re.VERBOSE,
)


def with_meals_named(work: str) -> str:
    """The text with "a satisfying lunch of" as the plain "for lunch"."""
    return _MEAL_OF.sub(
        lambda match: f"for {match['meal']}".ljust(len(match.group())), work
    )


def unpraised(work: str) -> str:
    """The text (lower case, meals already marked) with praise blanked in its place."""
    work = _LIKED_PAIR.sub(lambda match: f"{match.group(1)} ", work)
    work = _IN_LIST.sub(blank, work)
    work = _OF_LIKED.sub(lambda match: f"{match['how']} ", work)
    work = _THIS.sub(lambda match: "this".ljust(len(match.group())), work)
    work = _SERVED.sub(blank, work)
    work = _BEFORE_AMOUNT.sub(_keep_lead, work)
    return _CRISP.sub(_keep_lead, work)


def _keep_lead(match: re.Match[str]) -> str:
    return match["lead"] + " " * (len(match.group()) - len(match["lead"]))
