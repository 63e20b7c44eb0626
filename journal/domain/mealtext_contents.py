"""What dishes are usually made of, and the words for what is told as in them."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.foodmatch import stem
from journal.domain.mealtext_called import CHEESES
from journal.domain.mealtext_dishes import FILLINGS, KINDS, SANDWICHED, VEGETABLES


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


_SANDWICH = "sandwich sandwiches sarnie butty toastie panini sub hoagie"
_BURGER = "burger hamburger cheeseburger"
_ROLLED = "burrito wrap taco quesadilla fajita enchilada gyro kebab"
_COOKED = "omelette omelet frittata pizza lasagne lasagna soup stew curry chili chilli"
_HEADS = f"{_SANDWICH} {_BURGER} {_ROLLED} {_COOKED} blt dog salad smoothie"
#: Dishes that are told with what is in them.
HOLDERS = _stems(_HEADS)
SANDWICHES, ROLLED = _stems(_SANDWICH), _stems(_ROLLED)
#: Nothing but a name for what is told as in them.
BARE = SANDWICHES | ROLLED | _stems("salad soup smoothie stew curry")
#: Under another name in the table where it is not said what is in them.
UNSPECIFIED = {"wrap": "filled wrap", "sub": "sub sandwich", "hoagie": "sub sandwich"}

_DRESSED = (
    "lettuce romaine iceberg tomato onion cucumber pickle pickles gherkin mayo"
    " mayonnaise mustard ketchup relish butter margarine sprouts rocket arugula"
    " spinach pepper jalapeno sweetcorn salt herbs basil cress rocket"
)
_MEXICAN = (
    "lettuce tomato onion salsa pico gallo cilantro coriander jalapeno pepper cabbage"
    " slaw sour soured cream sauce hot lime corn sweetcorn crema"
)
_POT = (
    "carrot celery onion garlic potato tomato pea pepper courgette zucchini leek"
    " parsnip cabbage kale spinach vegetable herbs broth stock cream basil ginger"
)
_LEAVES = "lettuce romaine tomato cucumber onion pepper carrot radish rocket spinach"


def _for_each(heads: str, words: str) -> dict[str, frozenset[str]]:
    return {stem(head): _stems(words) for head in heads.split()}


#: By the dish: what goes with its name, and makes no other dish of it.
USUAL: dict[str, frozenset[str]] = {
    **_for_each(_SANDWICH + " wrap gyro kebab", _DRESSED),
    **_for_each("burger hamburger", _DRESSED + " beef"),
    **_for_each("cheeseburger", _DRESSED + " beef cheese"),
    **_for_each(
        "dog",
        "frankfurter sausage mustard ketchup relish onion sauerkraut pickle pickles",
    ),
    **_for_each("blt", _DRESSED + " bacon"),
    **_for_each("burrito fajita enchilada", _MEXICAN),
    **_for_each("taco", _MEXICAN + " cheese"),
    **_for_each("quesadilla", _MEXICAN + " cheese"),
    **_for_each("omelette omelet frittata", "egg herbs chives butter milk salt"),
    **_for_each("pizza", "cheese tomato sauce basil"),
    **_for_each(
        "lasagne lasagna", "beef meat cheese ricotta tomato sauce pasta noodle"
    ),
    **_for_each("soup stew curry chili chilli", _POT),
    **_for_each("salad", _LEAVES),
}
#: By a word of the dish's name: what such a dish has in it.
NAMED_FOR: dict[str, frozenset[str]] = {
    "greek": _stems("feta cheese olive cucumber tomato onion pepper lettuce"),
    "caesar": _stems("lettuce romaine parmesan cheese crouton croutons"),
    "cobb": _stems("chicken bacon egg avocado tomato cheese blue lettuce"),
    "caprese": _stems("mozzarella cheese tomato basil"),
    "waldorf": _stems("apple celery walnut walnuts grape grapes mayo mayonnaise"),
    "taco": _stems("beef meat cheese lettuce tomato"),
    "fruit": _stems(
        """
        apple banana grape grapes melon watermelon cantaloupe honeydew pineapple mango
        kiwi orange strawberry strawberries blueberry blueberries raspberry raspberries
        berry berries peach pear papaya cherry cherries
        """
    ),
    "club": _stems("turkey chicken bacon ham"),
    "reuben": _stems("corned beef sauerkraut cheese swiss"),
    "western": _stems("ham pepper onion cheese"),
    "denver": _stems("ham pepper onion cheese"),
    "hawaiian": _stems("ham pineapple"),
    "supreme": _stems("pepperoni sausage pepper onion mushroom olive"),
}

_MEATS = _stems(
    "meat chicken beef pork lamb ham bacon sausage turkey chorizo pepperoni salami"
    " prosciutto meatball meatballs"
)
_PLANTS = _stems(
    "vegetable mushroom pepper onion spinach olive tomato sweetcorn corn broccoli"
    " artichoke courgette zucchini aubergine eggplant garlic jalapeno rocket"
)


def is_vegetables(told: set[str]) -> bool:
    """Whether only vegetables were told (stems), two or more."""
    return len(told) > 1 and told <= _PLANTS


def kind_of_pizza(told: set[str]) -> str | None:
    """The kind that a pizza with these toppings (stems) is; None for others."""
    if not told or not told <= _MEATS | _PLANTS:
        return None
    kinds = [
        *(["meat"] if told & _MEATS else []),
        *(["vegetable"] if told & _PLANTS else []),
    ]
    return " and ".join(kinds)


_DAIRY = _stems("milk yogurt yoghurt kefir")
_PLANT_MILK = _stems("almond oat soya soy coconut plant")
_GREENS = _stems("spinach kale green")
_PROTEIN = _stems("protein whey powder")
_NOT_JUICE = _DAIRY | _PLANT_MILK | _GREENS | _PROTEIN
_BLENDED = NAMED_FOR["fruit"] | _DAIRY | _PLANT_MILK | _GREENS | _PROTEIN
_BLENDED_KINDS = _stems(
    "greek plain vanilla frozen low fat skimmed semi whole mixed nonfat ice juice"
    " reduced unsweetened fresh non water breakfast fruit"
)


def kind_of_smoothie(told: set[str]) -> str | None:
    """The kind that a smoothie of these things (stems) is; None where unclear."""
    if not told <= _BLENDED | _BLENDED_KINDS:
        return None
    if not told & (NAMED_FOR["fruit"] | _DAIRY | _PLANT_MILK):
        return None
    is_mixed = bool(told & _GREENS)
    if stem("juice") in told:
        return None if told & _NOT_JUICE else "fruit smoothie made with juice"
    if told & _PROTEIN:
        is_plant = bool(told & _PLANT_MILK) and stem("whey") not in told
        with_protein = "plant protein" if is_plant else "dairy and protein"
        return None if is_mixed else f"fruit smoothie with {with_protein}"
    if told & _PLANT_MILK:
        lead = "fruit and vegetable smoothie" if is_mixed else "fruit smoothie"
        return f"{lead} with plant milk"
    return _WITHOUT_PLANT_MILK[bool(told & _DAIRY), is_mixed]


# By whether it has dairy, and vegetables.
_WITHOUT_PLANT_MILK = {
    (True, True): "fruit and vegetable smoothie with dairy",
    (True, False): "fruit smoothie with milk or yoghurt",
    (False, True): "fruit and vegetable smoothie",
    # Most often milk is in it as well.
    (False, False): None,
}
_SWEET = _stems("jam jelly pb peanut butter nutella strawberry raspberry cranberry")
_FRUIT = _stems("apple blackberry rhubarb pear plum")
_WITHIN = (
    FILLINGS
    | (VEGETABLES - _FRUIT)
    | (SANDWICHED - _SWEET - _stems("coleslaw"))
    | CHEESES
    | KINDS
    | _stems(
        """
        rice sour soured cream guacamole salsa pico gallo sauce hot pineapple ricotta
        prosciutto corned beef lettuce romaine rocket arugula cilantro sprouts relish
        butter cabbage slaw crema lime fish cod tilapia haddock tortilla sauerkraut
        scrambled fried meatball meatballs jalapeno cress gherkin patty frankfurter
        """
    )
)
#: What makes the dish, where it is told with the amounts of all in it.
BASES: dict[str, frozenset[str]] = {
    **_for_each("omelette omelet frittata", "egg eggs white whites"),
    **_for_each(
        "salad", "lettuce romaine spinach leaves greens rocket arugula kale cabbage mix"
    ),
}
#: Of these a pot is cooked of what is told as in it.
COOKED_OF = _stems("soup stew curry chili chilli fry casserole")
_ROLLED_IN = _stems("salsa pico gallo cilantro coriander sour soured cream guacamole")
#: By the dish: what is in it where it is told among its fillings, else beside it.
AMONG_FILLINGS: dict[str, frozenset[str]] = {
    **{head: _ROLLED_IN | _stems("rice") for head in _stems("burrito wrap")},
    **dict.fromkeys(_stems("taco quesadilla"), _ROLLED_IN),
}
#: Beside, not in, a salad or a soup as told by a plain "with".
BESIDE_THESE = _stems("salad soup stew curry chili chilli smoothie")


def goes_in(dish: str, words: set[str]) -> bool:
    """Whether all of these (stems) are told as what is in the dish (a stem)."""
    if dish == stem("smoothie"):
        return words <= _BLENDED | _BLENDED_KINDS
    if dish == stem("dog"):
        return words <= _WITHIN | _CHILLI
    if dish in SANDWICHES and words <= _WITHIN | _SWEET:
        return True
    return words <= _WITHIN or (dish in _HOLD_SALADS and _is_spread(words))


def _is_spread(words: set[str]) -> bool:
    """Whether a salad that goes on bread is told: tuna salad."""
    return len(words) > 1 and bool(words & _SPREADS) and words <= _SPREADS | _SALADS


_CHILLI, _SALADS = _stems("chili chilli chile"), _stems("salad")
_SPREADS = _stems("tuna chicken egg turkey ham crab salmon prawn shrimp seafood")
_HOLD_SALADS = SANDWICHES | _stems("wrap")


def named_for(dish: Sequence[str]) -> frozenset[str]:
    """What a dish of such a name has in it: a fruit salad fruit."""
    named = (NAMED_FOR.get(stem(word), frozenset()) for word in dish[:-1])
    return frozenset().union(*named)
