"""Units of weight, volume, vessels and pieces, in every spelling people use."""

from __future__ import annotations

from dataclasses import dataclass

ML_PER_US_CUP = 236.588
ML_PER_FLUID_OUNCE = 29.5735
# Stands in the working text for a capital T after a number.
TABLESPOON = "ŧ"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of mass (``grams``), of volume (``millilitres``) or a vessel or piece.

    A vessel or piece may carry a usual size, used only where the food has no portion
    of that name, and then marked as assumed.
    """

    name: str
    grams: float | None = None
    millilitres: float | None = None
    usual_grams: float | None = None
    usual_millilitres: float | None = None


# The unit, then every other way it is written.
_SPELLINGS: tuple[tuple[Unit, str], ...] = (
    (Unit("g", grams=1), "gram, grams, gm, gms, gr, grm, grams of"),
    (Unit("kg", grams=1000), "kilo, kilos, kilogram, kilograms, kgs"),
    (Unit("mg", grams=0.001), "milligram, milligrams"),
    (Unit("oz", grams=28.35), "ounce, ounces, ozs, onz"),
    (Unit("lb", grams=453.6), "lbs, pound, pounds"),
    (
        Unit("ml", millilitres=1),
        "millilitre, millilitres, milliliter, milliliters, mls, cc",
    ),
    (Unit("cl", millilitres=10), "centilitre, centilitres"),
    (Unit("dl", millilitres=100), "decilitre, decilitres"),
    (Unit("l", millilitres=1000), "litre, litres, liter, liters, ltr"),
    (
        Unit("fl oz", millilitres=ML_PER_FLUID_OUNCE),
        "floz, fl. oz, fluid ounce, fluid ounces, fluid oz, fl ounce, fl ounces",
    ),
    (
        Unit("cup", millilitres=ML_PER_US_CUP),
        "cups, c, cupful, cupfuls, cupfull, cup full",
    ),
    (
        Unit("tbsp", millilitres=14.787),
        (
            "ŧ, tablespoon, tablespoons, tbs, tbsps, tblsp, tbl, tablespoonful, tbspn, "
            "tablespoonfuls"
        ),
    ),
    (
        Unit("tsp", millilitres=4.929),
        "t, teaspoon, teaspoons, tsps, teaspoonful, teaspoonfuls, teasp",
    ),
    (
        Unit("dessertspoon", usual_millilitres=10),
        "dessertspoons, dsp, dstsp, dessert spoon, dessert spoons, dessertspoonful",
    ),
    (Unit("pint", millilitres=568), "pints, pt, pts"),
    (Unit("spoon", usual_millilitres=10), "spoons, spoonful, spoonfuls"),
    (
        Unit("espresso cup", usual_millilitres=60),
        "espresso cups, demitasse, demitasse cup, demitasses",
    ),
    (Unit("glass", usual_millilitres=250), "glasses, glassful, tumbler, glas, gl"),
    (Unit("wine glass", usual_millilitres=150), "wine glasses, wineglass"),
    (Unit("mug", usual_millilitres=300), "mugs, mugful, mugfuls"),
    (Unit("can", usual_millilitres=330), "cans, tin, tins"),
    (Unit("bottle", usual_millilitres=500), "bottles"),
    (Unit("carton", usual_millilitres=250), "cartons, box, boxes, juice box"),
    (Unit("jug", usual_millilitres=1000), "jugs, pitcher, pitchers, carafe"),
    (Unit("bowl", usual_millilitres=300), "bowls, bowlful, bowlfuls, bowl full, dish"),
    (
        Unit("plate", usual_grams=300),
        "plates, plateful, platefuls, plate full, platter",
    ),
    (Unit("side plate", usual_grams=120), "side plates"),
    (Unit("shot", usual_millilitres=44), "shots, jigger, shot glass, shot glasses"),
    (
        Unit("splash", usual_millilitres=15),
        "splashes, dash of milk, glug, glugs, swirl, drop of milk",
    ),
    (Unit("drizzle", usual_millilitres=7), "drizzles, squeeze, squirt, squirts"),
    (Unit("dash", usual_millilitres=1), "dashes"),
    (Unit("pump", usual_millilitres=8), "pumps"),
    (Unit("drop", usual_millilitres=0.05), "drops"),
    (Unit("pinch", usual_grams=0.4), "pinches"),
    (
        Unit("sprinkle", usual_grams=3),
        "sprinkles of, sprinkling, dusting, scattering, grating",
    ),
    (Unit("dollop", usual_grams=25), "dollops, blob, blobs"),
    (Unit("knob", usual_grams=10), "knobs, pat, pats"),
    (
        Unit("smear", usual_grams=10),
        "spread of, scrape, scraping, smears, dab, lick, thin layer",
    ),
    (Unit("bit", usual_grams=15), "bits, tad, touch, hint, smidge, smidgen"),
    (
        Unit("bite", usual_grams=15),
        "bites, mouthful, mouthfuls, nibble, nibbles, forkful, forkfuls",
    ),
    (Unit("sip", usual_millilitres=20), "sips, swig, swigs, gulp, gulps"),
    (Unit("scoop", usual_grams=65), "scoops, scp, scps"),
    (Unit("ladle", usual_millilitres=120), "ladles, ladleful"),
    (
        Unit("handful", usual_grams=30),
        "handfuls, handfull, fistful, fistfuls, hndfl, hndful",
    ),
    (
        Unit("slice", usual_grams=30),
        "slices, sl, slc, rasher, rashers, rounds, sliver, slivers",
    ),
    (Unit("katori", usual_millilitres=150), "katoris"),
    (Unit("sleeve", usual_grams=100), "sleeves"),
    (Unit("tube", usual_grams=60), "tubes"),
    (Unit("punnet", usual_grams=200), "punnets"),
    (Unit("tray", usual_grams=250), "trays"),
    (Unit("rack", usual_grams=350), "racks"),
    (Unit("basket", usual_grams=150), "baskets"),
    (Unit("finger", usual_millilitres=30), "fingers"),
    (Unit("inch", usual_grams=25), "inches"),
    (Unit("strip", usual_grams=10), "strips"),
    (
        Unit("piece"),
        "pieces, pc, pcs, ct, count, chunk, chunks, hunk, lump, lumps, wedge, wedges",
    ),
    (Unit("square", usual_grams=8), "squares"),
    (Unit("stick", usual_grams=10), "sticks, stalk, stalks, rib of, ribs of"),
    (Unit("spear", usual_grams=15), "spears"),
    (Unit("segment", usual_grams=10), "segments, section, sections"),
    (Unit("ear", usual_grams=90), "ears, cob, cobs"),
    (Unit("clove", usual_grams=3), "cloves"),
    (Unit("leaf", usual_grams=10), "leaves"),
    (Unit("floret", usual_grams=12), "florets"),
    (Unit("fillet"), "fillets, filet, filets, steaks of"),
    (Unit("bar", usual_grams=45), "bars"),
    (
        Unit("packet", usual_grams=30),
        (
            "packets, pack, packs, pkt, pkts, package, packages, bag, bags, sachet, "
            "sachets, pouch"
        ),
    ),
    (Unit("pot", usual_grams=150), "pots, container, containers"),
    (Unit("tub", usual_grams=200), "tubs"),
    (Unit("jar"), "jars"),
    (Unit("loaf"), "loaves"),
    (Unit("bunch", usual_grams=100), "bunches"),
    (Unit("sprig", usual_grams=1), "sprigs"),
    (Unit("head"), "heads, bulb, bulbs"),
    (
        Unit("serving"),
        (
            "servings, portion, portions, helping, helpings, serve, serves, side, "
            "order, srv"
        ),
    ),
    (Unit("patty"), "patties"),
    (Unit("link"), "links"),
    (Unit("rod", usual_grams=10), "rods"),
    (Unit("lot"), "lot of, lots of"),
    (Unit("dip pot", usual_grams=28), "dip pots, dipping pot, dip cup, dip tub"),
    (Unit("mini"), "minis, miniature, miniatures, tiny, bite size, bite sized"),
    (Unit("snack size"), "funsize"),
    (Unit("small"), "sm, sml, little, lil, wee, smallish"),
    (
        Unit("medium"),
        "med, average, average sized, medium sized, regular, medium size, grande",
    ),
    (
        Unit("large"),
        (
            "lg, lrg, big, huge, jumbo, massive, giant, largish, generous, heaping, "
            "venti, king size"
        ),
    ),
    (Unit("extra large"), "xl, extra-large, extra big, sharing size"),
    (Unit("whole"), "entire, wholes"),
)

#: Every spelling with its unit.
UNITS: dict[str, Unit] = {
    spelling.strip(): unit
    for unit, spellings in _SPELLINGS
    for spelling in (unit.name, *spellings.split(","))
    if spelling.strip()
}
SIZES = frozenset({"mini", "snack size", "small", "medium", "large", "extra large"})
# Told without a portion of that size, against the usual portion.
SIZE_FACTOR = {
    "mini": 0.35,
    "snack size": 0.5,
    "small": 0.75,
    "medium": 1.0,
    "large": 1.3,
    "extra large": 1.6,
}
