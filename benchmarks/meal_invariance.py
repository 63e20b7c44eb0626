"""How often a meal is read as it should be where nobody needs to say what is right.

    python benchmarks/meal_invariance.py {forms,pairs,sizes,slips}
        [--count N] [--seed N] [--list]

``forms`` says names of the table in many ways ("1 X", "X x2", "X 100g"), ``pairs``
joins two everyday foods ("A followed by B"), ``sizes`` asks for a small, medium and
large one, ``slips`` makes slips of the keyboard and of the ear in everyday names. The
food must stay the same, the amount be the one said, a large one be no less than a
medium one. ``--list`` prints each text that was read otherwise; "sure" marks those
not asked about.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from journal.domain.mealtext import ParsedItem  # noqa: E402
from journal.services.foodindex import (  # noqa: E402
    FoodIndex,
    open_index,
    parse_with_index,
)

FORMS = {
    "1 {}": 1, "one {}": 1, "2 {}": 2, "100 g of {}": 100, "{} 100g": 100,
    "{}, 100 g": 100, "{} x2": 2, "some {}": None, "I had {}": None,
    "{} for lunch": None, "lunch: {}": None, "{} no sugar 100g": 100,
}  # fmt: skip
JOINED = (
    "{} and {}", "{}, {}", "{} then {}", "{} plus {}", "{} followed by {}", "{} & {}",
    "{} + {}", "{}; {}", "{}\n{}", "had {} and {}", "{} and also {}", "{}, some {}",
    "lunch {}, dinner {}", "{} and a bit of {}", "{} and later {}",
)  # fmt: skip
EVERYDAY = """
    toast|porridge|scrambled eggs|bacon|granola|muesli|cornflakes|black coffee|latte
    |orange juice|diet coke|beer|red wine|ham sandwich|tuna wrap|chicken salad|hummus
    |tomato soup|lentil soup|baked potato|crisps|digestive biscuit|carrot cake|rice
    |ice cream|pasta|lasagne|pizza|chicken curry|naan|samosa|noodles|sushi|salmon|cod
    |fish fingers|prawns|sardines|steak|pork chop|roast chicken|turkey|sausages|burger
    |meatballs|tofu|falafel|baked beans|chickpeas|peas|broccoli|carrots|green beans
    |spinach|cabbage|cauliflower|sweetcorn|mushrooms|tomatoes|cucumber|coleslaw|avocado
    |olives|beetroot|sweet potato|mashed potatoes|butter|honey|peanut butter|cheddar
    |feta|cottage cheese|almonds|walnuts|raisins|strawberries|blueberries|pear|melon
    |pineapple|popcorn|crackers|rice cakes|oatcakes|croissant|bagel|pancakes|brownie
    |apple pie|custard|smoothie|oat milk|hot chocolate|green tea|gravy|ketchup|salsa
    |tacos|burrito|quiche|omelette|pork pie|garlic bread|couscous|quinoa|gnocchi
"""
#: Keys beside a key, and letters that sound alike.
BESIDE = {
    "a": "s", "b": "v", "c": "x", "d": "f", "e": "r", "f": "g", "g": "h", "h": "j",
    "i": "o", "j": "k", "k": "l", "l": "k", "m": "n", "n": "m", "o": "p", "p": "o",
    "r": "t", "s": "d", "t": "y", "u": "i", "v": "b", "w": "e", "y": "u", "z": "x",
}  # fmt: skip
SOUNDS = (("ph", "f"), ("ck", "k"), ("ie", "ei"), ("c", "k"), ("y", "i"), ("ea", "ee"))


@dataclass(frozen=True)
class Miss:
    """A text that was read otherwise than the same food said plainly."""

    text: str
    read: str
    is_sure: bool


class Reader:
    """Reads texts with the reference table; plain readings are kept."""

    def __init__(self, index: FoodIndex) -> None:
        self.index = index

    def items(self, text: str) -> tuple[ParsedItem, ...]:
        """The items read from a text."""
        return parse_with_index(self.index, text).items

    def foods(self, text: str) -> list[str]:
        """The foods read from a text, in order of their ids."""
        return sorted(str(item.food_id) for item in self.items(text))

    def miss(self, text: str) -> Miss:
        """The text as it was read."""
        items = self.items(text)
        read = ", ".join(f"{item.food_name} {item.grams}" for item in items)
        return Miss(text, read, all(item.is_sure for item in items))


def everyday() -> list[str]:
    """The everyday foods, one name each."""
    return [name.strip() for name in "".join(EVERYDAY.splitlines()).split("|")]


def table_names() -> list[str]:
    """The names of the table that start a sentence in lower case."""
    path = ROOT / "reference_data" / "foods.csv"
    with path.open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    return [name[0].lower() + name[1:] for name in names if name[1:2].islower()]


def forms(reader: Reader, rng: random.Random) -> Iterator[Miss | None]:
    """Names of the table in many ways, each with its amount."""
    names = table_names()
    while True:
        name, (form, amount) = rng.choice(names), rng.choice(list(FORMS.items()))
        plain, items = reader.items(name), reader.items(form.format(name))
        if len(plain) != 1 or plain[0].food_id is None:
            continue
        is_food = len(items) == 1 and items[0].food_id == plain[0].food_id
        is_right = is_food and amount in {None, items[0].quantity, items[0].grams}
        yield None if is_right else reader.miss(form.format(name))


def pairs(reader: Reader, rng: random.Random) -> Iterator[Miss | None]:
    """Two everyday foods joined in many ways: both are read."""
    names = everyday()
    while True:
        first, second = rng.sample(names, 2)
        text = rng.choice(JOINED).format(first, second)
        wanted = sorted(reader.foods(first) + reader.foods(second))
        yield None if reader.foods(text) == wanted else reader.miss(text)


def sizes(reader: Reader, rng: random.Random) -> Iterator[Miss | None]:
    """A large one of a food weighs no less than a medium one, nor that than a small."""
    names = [name for name in table_names() if "," not in name]
    while True:
        name = rng.choice(names)
        read = [
            reader.items(f"1 {size} {name}") for size in ("small", "medium", "large")
        ]
        grams = [items[0].grams or 0.0 for items in read if len(items) == 1]
        if len(grams) == len(read):
            is_right = grams == sorted(grams)
            yield None if is_right else reader.miss(f"1 medium {name}")


def slips(reader: Reader, rng: random.Random) -> Iterator[Miss | None]:
    """Everyday foods misspelt once or twice, in the search: first place."""
    names = everyday()
    while True:
        name = rng.choice(names)
        typed = _slip(name, rng)
        if rng.random() < 0.3:
            typed = _slip(typed, rng)
        if typed == name:
            continue
        (meant,) = reader.index.search(name, limit=1)
        found = reader.index.search(typed, limit=1)
        is_right = bool(found) and found[0].id == meant.id
        read = found[0].name if found else "nothing"
        is_sure = bool(found) and found[0].score >= 0.75
        yield None if is_right else Miss(typed, read, is_sure)


def _slip(name: str, rng: random.Random) -> str:
    words = list(re.finditer(r"[a-z]{4,}", name))
    if not words:
        return name
    start, end = rng.choice(words).span()
    at = rng.randrange(start + 1, end)
    sounds = [(old, new) for old, new in SOUNDS if old in name[start:end]]
    if sounds and rng.random() < 0.3:
        old, new = rng.choice(sounds)
        return name.replace(old, new, 1)
    beside = BESIDE.get(name[at], "e")
    swapped = name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]
    return rng.choice(
        [
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[:at] + beside + name[at + 1 :],
            swapped,
        ]
    )


WAYS = {"forms": forms, "pairs": pairs, "sizes": sizes, "slips": slips}


def main() -> None:
    """Try so many texts of one way and print how many were read otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("way", choices=sorted(WAYS))
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    rng = random.Random(options.seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        reader = Reader(open_index(Path(folder), ROOT / "reference_data"))
        tried = WAYS[options.way](reader, rng)
        found = [next(tried) for _ in range(options.count)]
    misses = [miss for miss in found if miss is not None]
    sure = sum(miss.is_sure for miss in misses)
    print(
        f"{options.count} {options.way}: {len(misses) / options.count:.1%} read "
        f"otherwise, {sure / options.count:.1%} of all surely"
    )
    if options.list:
        for miss in misses:
            print(f"  {'sure ' if miss.is_sure else ''}{miss.text!r}: {miss.read}")


if __name__ == "__main__":
    main()
