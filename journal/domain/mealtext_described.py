"""Foods in the words of surveys and of village kitchens, told in everyday ones.

"Leavened bread made from maize grain" is maize bread, "cheese from goat milk" goat
milk cheese, and where it was made or what it was fortified with is no food. What fat it
was fried in, told with its weight, stands beside the food.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_GRAIN = (
    r"(?:maize|corn|rice|wheat|sorghum|millet|teff|barley|rye|oats?|quinoa|amaranth"
    r"|fonio|buckwheat|spelt|cassava|chickpea|lentil|soya?|soybean|potato|plantain)"
)
_KIND = (
    r"(?:whole|common|pearl|finger|foxtail|white|yellow|red|brown|fermented|ground"
    r"|mixed|refined|black)"
)
_BAKED = (
    r"(?:breads?|rolls?|tortillas?|flatbreads?|porridge|dough|noodles?"
    r"|pancakes?|dumplings?|chapatis?|rotis?|crackers?|beer|gruel|fufu|couscous|pasta"
    r"|vermicelli|cakes?|fritters?)"
)
_MILKED = (
    r"(?:cheeses?|yogh?urts?|butter|ghee|curds?|cream|whey|kefir|buttermilk"
    r"|milk\ powder)"
)
_NUTRIENT = (
    r"(?:(?:added|extra|essential|various)\ )*(?:vitamins?(?:\ [a-z]\d{0,2}\b)?"
    r"|minerals|iron|calcium|iodine|zinc|folic\ acid|folate|nutrients|nutrition|omega-3"
    r"|micronutrients)"
)
_AMOUNT = (
    r"(?=\ (?:(?:an?|one|two|three|half|about|around|some)\ (?:[a-z]+\ )?"
    r"(?:tablespoons?|teaspoons?|tbsps?|tsps?|cups?|spoons?|spoonfuls?)\b|\d))"
)
_MEATS: Final = {
    "cow": "beef",
    "cattle": "beef",
    "bovine": "beef",
    "ox": "beef",
    "pig": "pork",
    "swine": "pork",
    "calf": "veal",
    "sheep": "mutton",
    "deer": "venison",
    "hen": "chicken",
}
_MEAT = re.compile(rf"\b(?P<beast>{'|'.join(_MEATS)})(?:'s)?\ meat\b")
# What stands for what; every pattern is blanked but for its words.
_PLAIN: Final = (
    # Whose eggs and milk these are goes without saying.
    ("egg", r"\b(?:hens?|chickens?)(?:'s|')?\ egg\b"),
    ("eggs", r"\b(?:hens?|chickens?)(?:'s|')?\ eggs\b"),
    ("egg", r"\begg\ of\ (?:an?\ |the\ )?(?:hen|chicken)s?\b"),
    ("eggs", r"\beggs\ of\ (?:an?\ |the\ )?(?:hen|chicken)s?\b"),
    ("", rf"\b(?:cow|bovine)(?:'s)?\ milk\ (?={_MILKED}\b(?<!whey))"),
    ("milk", r"\bcows?(?:'s|')?\ milk\b"),
    (
        "",
        (
            r"(?:(?<=pork)|(?<=beef)|(?<=veal)|(?<=lamb)|(?<=mutton))\ meat\b"
            r"(?!\ (?:balls?|loaf|pie|sauce|stock|patty|pastry|floss))"
        ),
    ),
    ("without skin", r"\bwithout\ (?:(?:the|its|their)\ )?(?:peels?|skins)\b"),
    ("", r",?\ with(?:out)?\ visible\ fat\b"),
    ("", r",?\ with\ (?:their|its|the)\ (?:heads?|shells?|bones?|tails?)(?:\ on)?\b"),
    ("", r"(?<=sweet\ potato)\ with\ skins?\b"),
    ("", r"(?<=sweet\ potatoes)\ with\ skins?\b"),
    ("made with", r"\bcooked\ (?:on|in)(?=\ (?:[a-z-]+\ )?milk\b)"),
    ("", r"(?<=cassava)\ (?:roots?|tubers?)\b"),
    # Chips and the like have their fat in them.
    (
        "",
        (
            r"(?:(?<=chips)|(?<=crisps)|(?<=fries)|(?<=rings)|(?<=nuggets)"
            r"|(?<=doughnuts)|(?<=samosas)),?\ (?:deep[- ])?fried\ in\ "
            r"(?:[a-z]+\ )?(?:oil|fat|lard|dripping)\b"
        ),
    ),
    # Of dough wrapped in a leaf, so many.
    (
        "",
        (
            r"\b(?:wraps?|balls?|lumps?)\ of\ "
            r"(?=(?:pounded|moi|fufu|eba|amala|banku|kenkey|tuwo|ugali))"
        ),
    ),
    # How fat, where it is as usual.
    (
        "",
        (
            r",?\ (?:(?:that|which)\ (?:was|were|is)|(?:with|of)\ an?|of)\ "
            r"(?:medium|average|moderate|normal)[- ]fat(?:\ content)?\b"
        ),
    ),
    ("", r"\b(?:medium|average|moderate)[- ]fat\ (?=[a-z])(?!milk)"),
    # Who made it, where, and with which vitamins.
    (
        "",
        (
            r",?\ (?:that\ (?:was|were)\ )?(?:[a-z]+ly\ )?(?:made|prepared|produced"
            r"|manufactured|crafted|processed)\ by\ (?:the\ |a\ )?(?:local\ )?"
            r"(?:food\ industry|industry|manufacturer|factory|bakery|bakers?)\b"
        ),
    ),
    (
        "",
        (
            r"\b(?:locally|industrially|commercially|traditionally)[- ](?:made|brewed"
            r"|grown|produced|baked|sourced|caught|prepared|milled|processed)\ "
            r"(?=[a-z])"
        ),
    ),
    (
        "",
        (
            rf",?\ (?:that\ (?:was|is)\ )?(?:fortified|enriched)\ (?:with|for|by)\ "
            r"(?!(?:added\ |extra\ )?calcium)"
            rf"(?:extra\ )?{_NUTRIENT}(?:(?:,|\ and|,\ and)\ {_NUTRIENT})*\b"
        ),
    ),
    ("", r",\ (?:commercially|industrially)\ (?:produced|prepared|made|baked)\b"),
    ("", r",\ (?:fortified|enriched)(?=\ for\b|\s*(?:[,.;]|$))"),
    ("", r"\bfortified\ (?=[a-z])(?!(?:red\ |white\ )?wines?\b|with\b|for\b)"),
    (
        "",
        (
            r"(?:,|\ and|\ or)\ (?:other\ )?(?:similar|related)\ (?:spirits|grains"
            r"|foods|products|items|drinks|beverages|vegetables|fruits|breads|cereals|meats"
            r"|species|varieties|types|kinds|leaves|beans|oils|roots|tubers|fish)\b"
        ),
    ),
    (
        "with",
        (
            r"(?:(?<=[a-z])|(?<=,)),?\ (?:[a-z]+ly\ )?(?:seasoned|sprinkled"
            r"|flavou?red|enhanced|dusted|topped|finished)\ with"
            r"(?=\ (?:an?\ [a-z]+\ of\ )?salt\b)"
        ),
    ),
    (
        "pan-fried",
        r"(?:cooked|made|prepared)\ by\ (?:pan|stir|shallow)[- ]frying\b",
    ),
    ("fried", r"(?:cooked|made|prepared)\ by\ (?:deep[- ])?frying\b"),
    ("grilled", r"(?:cooked|made|prepared)\ by\ (?:grilling|broiling)\b"),
    ("boiled", r"(?:cooked|made|prepared)\ by\ (?:boiling|simmering)\b"),
    ("", r"\b(?:an?|the|my)\ mix(?:ture)?\ of(?=\ (?:\d|half\b|an?\b|one\b|two\b))"),
    (
        "",
        (
            r",\ (?:making|providing|offering|creating)\ (?:(?:for|it)\ )?"
            r"(?:an?|the|me\ with)\ [a-z,' -]*(?:option|meal|breakfast|lunch|dinner"
            r"|snack|start|choice|treat|experience|combination|pick-me-up|dish)\b"
            r"(?:\ (?:to|for)\ my\ [a-z]+)?(?=\s*(?:$|[.;!?\n]))"
        ),
    ),
    # "Boiled and drained beans" are boiled ones.
    (
        "",
        (
            r"(?:(?<=boiled)|(?<=cooked)|(?<=steamed)|(?<=roasted)|(?<=rinsed)"
            r"|(?<=peeled)|(?<=cured)|(?<=soaked)|(?<=salted)|(?<=baked)|(?<=fried))"
            r"\ and(?=\ (?:drained|salted|dried|smoked|peeled|sliced|chopped|mashed"
            r"|shredded|rinsed|cooled|diced|skinned)\ [a-z])"
        ),
    ),
    ("", r"(?<=wheat)\ and(?=\ (?:rye|barley|maize|corn|oat)\ (?:rolls?|breads?)\b)"),
    ("", r"(?<=\d\ g\ rye\ bread)\ and\ rolls\b"),
    # What it was fried in stands beside it, as it was weighed.
    (
        "with",
        (
            r"(?<=[a-z]),?\ (?:and\ |then\ |and\ then\ )?(?:(?:deep|pan|stir|shallow)"
            r"[- ])?(?:fried|cooked|roasted|saut[eé]ed|stewed|simmered|braised|browned"
            r"|tossed|baked|grilled|dressed|seasoned|flavou?red|sweetened|enriched"
            rf"|thickened|drizzled|mixed|boiled)\ (?:in|with|using){_AMOUNT}"
        ),
    ),
)
_RULES = tuple((word, re.compile(pattern)) for word, pattern in _PLAIN)
# "Bread made from maize grain and teff" is maize bread.
_OF_GRAIN = re.compile(
    rf"\b(?P<thing>(?:(?:un)?leavened\ |flat\ |steamed\ |fried\ )*{_BAKED})"
    rf"(?:\ balls?)?,?\ (?:that\ (?:is|was)\ )?"
    r"(?:(?:made|prepared|baked|cooked|brewed|crafted)"
    rf"(?:\ (?:from|of|with|using|out\ of))|from)\ (?:the\ )?"
    rf"(?:(?:grains?|cereals?|flours?)\ (?:like|such\ as)\ )?(?:{_KIND}\ )*"
    rf"(?P<grain>{_GRAIN})(?:\ (?:grains?|flour|meal))*"
    rf"(?:(?:,|\ and|\ or|,\ and)\ (?:{_KIND}\ )*{_GRAIN}"
    r"(?:\ (?:grains?|flour|meal))*)*"
    r"\b(?!\ (?:[a-z]+\ )?(?:sauce|soup|stew|curry|milk|leaves|oil))"
)
_GRAINS = re.compile(rf"\b(?P<grain>{_GRAIN})\ grains?(?=\ {_BAKED}\b)")
_OF_MILK = re.compile(
    rf"\b(?P<thing>{_MILKED})\ (?:(?:made\ )?(?:from|of|with|using))\ "
    r"(?:(?:whole|fresh|raw|fermented)\ )*"
    r"(?P<beast>cow|goat|sheep|ewe|buffalo|camel)(?:'s|s'|s)?\ milk\b"
)
_FRUITS = re.compile(
    r"(?P<kind>\b(?:chayote|guava|tamarind|baobab|soursop|avocado|rambutan|lychee"
    r"|longan|durian|papaya|mango|kiwi|pomegranate|plantain|banana|quince|jackfruit))"
    r"\ (?:fruits?|fruit\ pulp|pulp|flesh)\b"
    r"(?!\ (?:juice|salad|drink|yog|cake|leather|bar))"
)


def described(work: str) -> str:
    """The text (in lower case) with such descriptions in short, every place kept."""
    work = _MEAT.sub(lambda m: _MEATS[m["beast"]].ljust(len(m.group())), work)
    work = _OF_MILK.sub(_by_its_milk, work)
    for word, rule in _RULES:
        work = rule.sub(_said(word), work)
    work = _GRAINS.sub(lambda m: m["grain"].ljust(len(m.group())), work)
    work = _OF_GRAIN.sub(_by_its_grain, work)
    return _FRUITS.sub(lambda m: m["kind"].ljust(len(m.group())), work)


def _said(word: str) -> Callable[[re.Match[str]], str]:
    # A space before it, as the pattern may begin with one.
    return lambda match: word.rjust(len(match.group()))


def _by_its_milk(match: re.Match[str]) -> str:
    thing, beast = match["thing"], match["beast"]
    if beast == "cow":
        said = "milk whey" if thing == "whey" else thing
    else:
        said = f"{beast} milk {thing}"
    return said.ljust(len(match.group()))


def _by_its_grain(match: re.Match[str]) -> str:
    *closer, head = match["thing"].rsplit(" ", maxsplit=1)
    return " ".join([*closer, match["grain"], head]).ljust(len(match.group()))
