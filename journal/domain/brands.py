"""Makers, shops and restaurants said with a food: left out, they leave the same food.

Names that are a food themselves ("Coke") or make another kind of it ("Oatly yogurt")
are not here but among the synonyms of the food table.
"""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.foodmatch import words_of


def _names(text: str) -> frozenset[tuple[str, ...]]:
    named = (words_of(one) for one in text.split(","))
    return frozenset(tuple(word for word in words if word != "and") for words in named)


#: Where a meal was eaten or bought: alone it is no food.
RESTAURANTS = _names(
    """
    maccies, maccy d's,
    mcdonald's, mcdonalds, maccas, mcd's, mcds, burger king, kfc, subway, chipotle,
    taco bell, wendy's, wendys, starbucks, starbuck's, costa, costa coffee, pret, pret
    a manger, greggs, gregg's, nando's, nandos, domino's, dominos, pizza hut, papa
    john's, papa johns, five guys, panera, panera bread, chick-fil-a, chick fil a,
    chickfila, dunkin, dunkin donuts, dunkin', tim hortons, tim horton's, popeyes,
    popeye's, in-n-out, in n out, panda express, olive garden, applebee's, applebees,
    wagamama, wagamama's, wagamamas, wetherspoons, wetherspoon's, itsu, caffe nero,
    dairy queen, jack in the box, arby's, arbys, jimmy john's, jimmy johns, jersey
    mike's, jersey mikes, cheesecake factory, outback, outback steakhouse, red
    lobster, texas roadhouse, ihop, denny's, dennys, cracker barrel, waffle house,
    whataburger, culver's, culvers, shake shack, sweetgreen, qdoba, del taco, el pollo
    loco, boston market, long john silver's, zaxby's, zaxbys, raising cane's, raising
    canes, bojangles, little caesars, little caesar's, hungry jack's, hungry jacks,
    red rooster, pizza express, yo sushi, toby carvery, einstein's, einstein bros,
    jamba juice, jamba, wawa, sheetz, noodles and company, pf chang's, pf changs,
    buffalo wild wings, tgi fridays, ruby tuesday, perkins, bob evans, white castle,
    carl's jr, carls jr, hardee's, hardees, krispy kreme, baskin robbins, cold stone,
    tropical smoothie, smoothie king, peet's, peets, gail's, gails, ikea, wimpy,
    supermac's, supermacs, steak & shake, sonic, dq, wingstop, panda, penn station,
    fazoli's,    fazolis, tbell, moe's, moes, cava,
    zizzi, prezzo, bella italia, franco manca, chinese, an indian, indian, italian,
    mexican, thai, takeaway, takeout, frankie and bennys, frankie and benny's, bk
    """
)
_SHOPS = _names(
    """
    tesco, tesco's, tescos, asda, sainsbury's, sainsburys, morrisons, waitrose, aldi,
    lidl, m&s, marks and spencer, marks & spencer, co-op, coop, iceland, ocado, trader
    joe's, trader joes, tj's, whole foods, costco, walmart, kroger, publix, safeway,
    wegmans, meijer, woolworths, woolies, coles, kirkland, kirkland signature, great
    value, good & gather, market pantry, sam's club, member's mark, 7-eleven, 7
    eleven, heb, h-e-b, central market, giant eagle, food lion, dunnes, supervalu,
    centra, harris teeter, simple truth, wilko, home bargains, farmfoods, whsmith,
    loblaws, sobeys, president's choice
    """
)
_MAKERS = _names(
    """
    chobani, fage, yoplait, dannon, danone, activia, oikos, siggi's, siggis, two good,
    light & fit, light n fit, muller, mullerlight, yeo valley, onken, rachel's,
    stonyfield, brown cow, wallaby, noosa, liberte, daisy, breakstone's, breakstone,
    knudsen, tillamook, cabot, kraft, sargento, kerrygold, cathedral city, pilgrims
    choice, lurpak, land o lakes, land o'lakes, organic valley, cravendale, arla,
    lactaid, eggland's best, egglands best, vital farms, pete and gerry's, walkers,
    kettle brand, tyrrells, mccoy's, mccoys, lay's, lays, utz, cape cod, herr's,
    ruffles, tayto, smiths, snyder's, snyders, rold gold, orville redenbacher's,
    orville redenbacher, smartfood, angie's, boomchickapop, skinnypop, butterkist,
    propercorn, warburtons, hovis, kingsmill, allinson, burgen, vogel's, vogels,
    brennans, pat the baker, dave's killer, daves killer, pepperidge farm, nature's
    own, natures own, sara lee, sarah lee, thrive life, belgioioso, garrett's, blue
    bunny, oroweat, orowheat, brownberry, la tortilla factory,
    ezekiel, food for life, schar, genius, udi's, udis, canyon bakehouse, aunt
    millie's, schwebel's, healthy life, quaker, quaker's, kellogg's, kelloggs,
    kellogg, general mills, nestle, kashi, bob's red mill, bobs red mill, cascadian
    farm, barbara's, nature's path, natures path, jordans, dorset cereals, dorset,
    sanitarium, uncle toby's, uncle tobys, malt o meal, mornflake, flahavan's,
    flahavans, heinz, hunt's, hunts, del monte, green giant, birds eye, bird's eye,
    mccain, ore-ida, ore ida, dole, chiquita, sunmaid, sun-maid, ocean spray, welch's,
    welchs, tropicana, minute maid, innocent, copella, bolthouse, bolthouse farms,
    odwalla, mott's, motts, robinsons, robinson's, campbell's, campbells, progresso,
    amy's, amys, baxters, covent garden, cully & sully, knorr, batchelors, maruchan,
    top ramen, nissin, barilla, ronzoni, de cecco, prego, ragu, dolmio, classico,
    bertolli, rao's, raos, newman's own, newmans own, hidden valley, ken's, kens,
    wishbone, wish-bone, hellmann's, hellmanns, best foods, duke's, miracle whip's,
    skippy, jif, jiff, smucker's, smuckers, sun-pat, whole earth, pip & nut, bonne
    maman, hartley's, tiptree, uncle ben's, uncle bens, ben's original, tilda,
    zatarain's, rice-a-roni, john west, princes, starkist, star-kist, bumble bee,
    chicken of the sea, gorton's, gortons, van de kamp's, mrs paul's, seapak, tyson,
    perdue, foster farms, bernard matthews, richmond, wall's, walls, oscar mayer,
    oscar meyer, hormel, jimmy dean, jennie-o, jennie o, butterball, hillshire farm,
    hillshire, boar's head, boars head, applegate, johnsonville, ball park, nathan's,
    nathans, hebrew national, jennio, mattessons, linda mccartney, linda mccartney's,
    nasoya, cauldron, stouffer's, stouffers, lean cuisine, healthy choice,
    chef boyardee, banquet, michelina's, michelinas, el monterey, aunt bessie's, aunt
    bessies, log cabin, aunt jemima, krusteaz, hostess, apple & eve, alpro,
    smart ones, marie callender's, hungry-man, swanson, weight watchers, slimming
    world, charlie bigham's, goodfella's, goodfellas, chicago town, digiorno,
    tombstone, red baron, totino's, totinos, el paso, old el paso, ortega, amoy, blue
    dragon, sharwood's, sharwoods, patak's, pataks, loyd grossman, kikkoman, la choy,
    mcvitie's, mcvities, fox's, jacob's, jacobs, carr's, nabisco, keebler, pillsbury,
    betty crocker, duncan hines, little debbie, entenmann's, entenmanns, mr kipling,
    cadbury, cadbury's, cadburys, thorntons, hershey's, hersheys, hershey,
    ghirardelli, lindt, godiva, ferrero, green & black's, green and black's,
    rowntree's, bassetts, maynards, brach's, russell stover, haagen-dazs, haagen dazs,
    breyers, breyer's, edy's, dreyer's, blue bell, turkey hill, carte d'or, skinny
    cow, klondike, nespresso, folgers, maxwell house, lavazza, international delight,
    twinings, tetley, barry's, barrys, lipton, celestial seasonings, bigelow, arizona,
    snapple, tazo, pukka, teapigs, evian, volvic, highland spring, buxton, poland
    spring, dasani, aquafina, san pellegrino, perrier, schweppes, fever-tree, fever
    tree, fiber one, quaker chewy, kirkland's, planters, blue diamond, kp, nobby's,
    sabra, holland & barrett, myprotein, optimum nutrition, on gold standard, muscle
    milk, muscle pharm, body fortress, isopure, orgain, garden of life, herbalife,
    bulk powders
    """
)
BRANDS = RESTAURANTS | _SHOPS | _MAKERS
# Makers of one kind of thing, of which often only the flavour is said.
_YOGURTS = _names(
    """
    chobani, fage, yoplait, dannon, danone, activia, oikos, siggi's, siggis, two good,
    light & fit, light n fit, muller, mullerlight, yeo valley, onken, rachel's,
    stonyfield, noosa, wallaby, liberte
    """
)
_CRISPS = _names(
    """
    walkers, kettle brand, tyrrells, mccoy's, mccoys, lay's, lays, utz, cape cod,
    herr's, ruffles, tayto
    """
)
_ICES = _names(
    """
    haagen-dazs, haagen dazs, breyers, breyer's, edy's, dreyer's, blue bell, turkey
    hill, carte d'or, baskin robbins
    """
)
_LIGHT_YOGURTS = _names("light & fit, light n fit, mullerlight, muller light")
_BREADS = _names(
    """
    warburtons, hovis, kingsmill, allinson, burgen, vogel's, vogels, brennans, pat the
    baker, oroweat, orowheat, brownberry, schwebel's, aunt millie's
    """
)
_PIZZERIAS = _names(
    """
    domino's, dominos, pizza hut, papa john's, papa johns, little caesars, little
    caesar's, pizza express
    """
)
_KIND_OF = {
    **dict.fromkeys(_BREADS, ("bread",)),
    **dict.fromkeys(_PIZZERIAS, ("pizza",)),
    **dict.fromkeys(_YOGURTS, ("yogurt",)),
    **dict.fromkeys(_CRISPS, ("crisps",)),
    **dict.fromkeys(_ICES, ("ice", "cream")),
    **dict.fromkeys(_LIGHT_YOGURTS, ("light", "yogurt")),
}
#: Words that are a flavour after such a maker's name, whatever they are alone.
BRAND_FLAVOURS = frozenset(
    """
    chocolate choc vanilla strawberry raspberry blueberry caramel lemon mocha cookies
    cookie cream dough brownie peanut butter mint cherry peach mango coconut salted
    almond hazelnut fudge apple pie cinnamon banana lime berry berries honey fruit plain
    black forest toffee rhubarb pineapple passion passionfruit orange apricot pear key
    cheese onion salt vinegar prawn cocktail ready bbq barbecue sour chilli sweet sea
    paprika beef chicken smoky bacon grape original mixed zero fat free low light
    """.split()  # noqa: SIM905
)
# The kinds of which other words tell which of them it is.
_OWN_FLAVOURS: dict[tuple[str, ...], frozenset[str]] = {
    ("bread",): frozenset(
        "white wholemeal toastie medium thick soft seeded half best both".split()  # noqa: SIM905
    ),
    ("pizza",): frozenset(
        "pepperoni cheese margherita hawaiian supreme veggie vegetarian".split()  # noqa: SIM905
    ),
}
# Of a loaf how it is cut, no dish.
_CUTS = frozenset(["toastie", "medium", "thick", "soft", "half", "best", "both"])
_LONGEST = max(len(name) for name in BRANDS)
_LINKS = frozenset(["and", "from", "by", "at", "the"])


def without_brands(words: Sequence[str], *, is_whole: bool = True) -> list[str]:
    """The words without names of makers and shops; all of them where none are left.

    Where a maker of one kind of thing is left with a flavour, the kind takes its place:
    "Chobani strawberry" is strawberry yogurt and no strawberries. Not so where the
    words are not the ``is_whole`` name.
    """
    told = [(at, one) for at, word in enumerate(words) for one in words_of(word)]
    gone: set[int] = set()
    kind: tuple[str, ...] = ()
    at = 0
    while at < len(told):
        found = _brand_at(told, at)
        gone |= {place for place, _ in found}
        kind = kind or _KIND_OF.get(tuple(one for _, one in found), ())
        at += len(found) or 1
    rest = [word for at, word in enumerate(words) if at not in gone]
    if not any(word not in _LINKS for word in rest):
        # A baker's name alone is bread; any other stays as it was said.
        return ["bread"] if kind == ("bread",) else list(words)
    flavours = _OWN_FLAVOURS.get(kind, BRAND_FLAVOURS)
    if kind and is_whole and all(word in flavours | _LINKS for word in rest):
        return [*(word for word in rest if word not in _CUTS), *kind]
    return rest


def _brand_at(told: Sequence[tuple[int, str]], at: int) -> Sequence[tuple[int, str]]:
    """The words of the longest name that begins here."""
    for length in range(min(_LONGEST, len(told) - at), 0, -1):
        places = told[at : at + length]
        if tuple(one for _, one in places) in BRANDS:
            return places
    return ()


def is_restaurant(words: Sequence[str]) -> bool:
    """Whether the words are nothing but names of places to eat."""
    return _are_all(words, RESTAURANTS)


def is_pizzeria(words: Sequence[str]) -> bool:
    """Whether the words are nothing but names of places that sell pizza."""
    return _are_all(words, _PIZZERIAS)


def _are_all(words: Sequence[str], names: frozenset[tuple[str, ...]]) -> bool:
    told = [(at, one) for at, word in enumerate(words) for one in words_of(word)]
    at = 0
    while at < len(told):
        found = _brand_at(told, at)
        if tuple(one for _, one in found) not in names:
            return False
        at += len(found)
    return bool(told)
