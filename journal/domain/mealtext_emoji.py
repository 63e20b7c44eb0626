"""Pictures of food in a text, which stand for their words: a pizza drawn is a pizza."""

from __future__ import annotations

import re

# The word looked up, then words beside which the picture only adorns.
_FOODS = {
    "🍇": "grapes", "🍈": "melon", "🍉": "watermelon", "🍊": "orange", "🍋": "lemon",
    "🍌": "banana", "🍍": "pineapple", "🥭": "mango", "🍎": "apple", "🍏": "apple",
    "🍐": "pear", "🍑": "peach", "🍒": "cherries", "🍓": "strawberries",
    "🫐": "blueberries", "🥝": "kiwi", "🍅": "tomato", "🫒": "olives",
    "🥥": "coconut", "🥑": "avocado", "🍆": "aubergine", "🥔": "potato",
    "🥕": "carrot", "🌽": "sweetcorn", "🫑": "pepper", "🥒": "cucumber",
    "🥬": "lettuce", "🥦": "broccoli", "🧄": "garlic", "🧅": "onion",
    "🍄": "mushrooms", "🥜": "peanuts", "🌰": "chestnuts", "🍞": "bread",
    "🥐": "croissant", "🥖": "baguette", "🫓": "pitta", "🥨": "pretzel",
    "🥯": "bagel", "🥞": "pancakes", "🧇": "waffle", "🧀": "cheese",
    "🍗": "chicken drumstick", "🥩": "steak", "🥓": "bacon", "🍔": "burger",
    "🍟": "chips", "🍕": "pizza", "🌭": "hot dog", "🥪": "sandwich", "🌮": "taco",
    "🌯": "burrito", "🥙": "falafel in pitta", "🥚": "egg", "🍳": "fried egg",
    "🥘": "paella", "🍲": "stew", "🥣": "cereal", "🥗": "salad", "🍿": "popcorn",
    "🧈": "butter", "🍘": "rice cracker", "🍙": "rice", "🍚": "rice",
    "🍛": "curry and rice", "🍜": "ramen", "🍝": "spaghetti", "🍠": "sweet potato",
    "🍣": "sushi", "🍤": "fried prawns", "🥟": "dumplings", "🦀": "crab",
    "🦞": "lobster", "🦐": "prawns", "🦑": "squid", "🦪": "oysters", "🐟": "fish",
    "🍦": "soft ice cream", "🍧": "sorbet", "🍨": "ice cream", "🍩": "doughnut",
    "🍪": "biscuit", "🎂": "cake", "🍰": "cake", "🧁": "cupcake", "🥧": "pie",
    "🍫": "chocolate", "🍬": "sweets", "🍭": "lollipop", "🍮": "creme caramel",
    "🍯": "honey", "🥛": "milk", "☕": "coffee", "🫖": "tea", "🍵": "green tea",
    "🍷": "red wine", "🍸": "martini", "🍹": "cocktail", "🍺": "beer", "🍻": "beer",
    "🥂": "sparkling wine", "🥃": "whisky", "🥤": "soft drink", "🧋": "bubble tea",
    "🧃": "juice", "💧": "water", "🚰": "water",
}  # fmt: skip
_KINDS = {
    "☕": "coffee latte cappuccino espresso americano mocha tea macchiato cortado brew",
    "🍵": "tea matcha", "🍝": "pasta lasagne lasagna bolognese carbonara penne",
    "🍜": "noodles noodle pho soup udon", "🍲": "soup casserole curry chilli chili",
    "🥗": "greens", "🥘": "curry casserole stew", "🍛": "curry", "🍳": "eggs omelette",
    "🍚": "biryani", "🥣": "porridge oats oatmeal muesli granola soup yoghurt yogurt",
    "🍞": "toast loaf sandwich", "🥖": "bread", "🍔": "hamburger cheeseburger",
    "🍟": "fries", "🍰": "cheesecake", "🍪": "cookie cookies", "🍷": "wine rioja",
    "🍺": "lager ale pint", "🍻": "lager ale pint", "🥂": "prosecco champagne wine",
    "🍗": "chicken", "🥩": "beef meat", "🐟": "salmon tuna cod", "🍫": "bar brownie",
    "🥤": "coke cola pepsi lemonade smoothie shake milkshake sprite fanta juice",
    "🧃": "smoothie squash", "🥞": "crepe crepes", "🍦": "cone gelato", "🍨": "gelato",
    "🥙": "wrap kebab gyro pitta pita", "🌯": "wrap fajita", "🍓": "berries jam",
    "🥛": "shake", "🧀": "cheddar brie feta", "🥬": "cabbage kale spinach",
}  # fmt: skip
_JOINERS = "\ufe0f\u200d\U0001f3fb-\U0001f3ff"
_PICTURE = re.compile(
    rf"(?P<one>[{''.join(_FOODS)}])[{_JOINERS}]*(?:\s?(?P=one)[{_JOINERS}]*)*"
)
# Any other picture: pictographs, symbols, dingbats.
OTHER_PICTURE = re.compile(
    rf"[\u2600-\u27bf\u2b50-\u2bff\U0001f000-\U0001faff][{_JOINERS}]*"
)
# Ticks and arrows stand between foods.
_BULLETS = frozenset("✅✔☑➡▶▪◾⬛✳➖➕🔸🔹🔺✨⭐")
_STEM = re.compile(r"[^\W\d_]{3,}")


def picture_at(work: str, at: int, end: int) -> tuple[str, int, int] | None:
    """The words of the picture of food at a place, how often drawn, and its end."""
    match = _PICTURE.match(work, at, end)
    if match is None:
        return None
    return _FOODS[match["one"]], match.group().count(match["one"]), match.end()


def without_adornments(work: str) -> str:
    """Blank pictures that only adorn words: "pizza 🍕", "great salad 😋".

    Where pictures are all there is, they are what was eaten. A picture of another
    food than the words before it name counts, and so does one after a number.
    """
    if not OTHER_PICTURE.search(work):
        return work
    words = {_stem(word) for word in _STEM.findall(work)}
    if not words:
        return work

    def adorns(match: re.Match[str]) -> str:
        one = match.group()[0]
        named = f"{_FOODS.get(one, '')} {_KINDS.get(one, '')}".split()
        is_named = bool(words & {_stem(word) for word in named})
        if one in _FOODS and not is_named:
            return match.group()
        return ("," if one in _BULLETS else " ").ljust(len(match.group()))

    return OTHER_PICTURE.sub(adorns, work)


def _stem(word: str) -> str:
    return word.lower().removesuffix("s")
