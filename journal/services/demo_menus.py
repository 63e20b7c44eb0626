"""Meals of the demonstration: usual foods in grams, on leaner and on fuller days.

Each table is indexed by "lean": True holds meals poorer in magnesium and iron. A food
that the table does not know (the home-made jam) shows how an unknown one is kept.
"""

from typing import Final

Menu = tuple[tuple[str, float], ...]

BREAKFASTS: Final[dict[bool, tuple[Menu, ...]]] = {
    True: (
        (("white-bread", 60), ("butter", 10), ("Oma's plum jam", 20)),
        (("cornflakes", 35), ("semi-skimmed-milk", 150)),
        (("croissant", 60), ("coffee-with-milk", 240)),
    ),
    False: (
        (("porridge-made-with-milk", 250), ("banana", 115)),
        (("wholemeal-bread", 70), ("peanut-butter", 20), ("apple", 150)),
        (("greek-yoghurt-whole-milk", 170), ("almonds-raw", 25), ("banana", 115)),
    ),
}
LUNCHES: Final[dict[bool, tuple[Menu, ...]]] = {
    True: (
        (("tomato-soup-tinned", 250), ("white-bread", 60), ("butter", 10)),
        (("cheese-and-tomato-pizza", 230),),
        (("cheddar-sandwich-white-bread", 150), ("crisps-ready-salted", 30)),
    ),
    False: (
        (("lentil-soup", 300), ("wholemeal-bread", 70), ("apple", 150)),
        (("hummus", 60), ("pitta-bread-wholemeal", 60), ("carrot-raw", 80)),
        (("baked-beans", 200), ("wholemeal-toast", 60)),
    ),
}
DINNERS: Final[dict[bool, tuple[Menu, ...]]] = {
    True: (
        (("pasta-boiled", 220), ("tomato-soup", 120), ("cheddar-cheese", 25)),
        (("lasagne-with-cheese-no-meat", 280),),
        (("white-rice-boiled", 220), ("egg-fried-in-oil", 100)),
    ),
    False: (
        (("chickpea-and-spinach-curry", 280), ("brown-rice-boiled", 180)),
        (("tofu-and-vegetable-stir-fry", 300), ("white-rice-boiled", 160)),
        (
            ("mushroom-omelette", 160),
            ("spinach-cooked", 90),
            ("broccoli-boiled-or-steamed", 90),
        ),
    ),
}
SNACKS: Final[dict[bool, tuple[Menu, ...]]] = {
    True: ((("chocolate-chip-biscuit", 30),), (("crisps-ready-salted", 30),)),
    False: ((("almonds-roasted-salted", 25),), (("dark-chocolate", 20),)),
}
#: Indexed by "weekend".
DRINKS: Final[dict[bool, Menu]] = {
    True: (("coffee-black", 240), ("red-wine", 150)),
    False: (("coffee-black", 240), ("orange-juice", 200)),
}
