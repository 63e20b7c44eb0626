"""Foods beside talk, lists and refusals: none is lost, none refused is counted."""

from __future__ import annotations

import pytest

from journal.services.foodindex import FoodIndex, parse_with_index


def names(index: FoodIndex, text: str) -> list[str]:
    items = parse_with_index(index, text).items
    return [(item.food_name or item.text).lower() for item in items]


def check(index: FoodIndex, text: str, foods: list[str]) -> None:
    found = names(index, text)
    assert len(found) == len(foods), found
    assert all(food in name for food, name in zip(foods, found, strict=True)), found


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("came home to a scone with some jam", ["scone", "jam"]),
        ("got back to some risotto and salad", ["risotto", "salad"]),
        ("woke up to a crumpet and tea", ["crumpet", "tea"]),
        ("talked over a flapjack and some cocoa", ["flapjack", "chocolate"]),
        ("had a meeting over some sushi and beer", ["sushi", "beer"]),
        ("after coming home a samosa and some dal", ["samosa", "dal"]),
        ("after peeling an orange, had some tea", ["orange", "tea"]),
        ("after opening a yogurt had a pear", ["yog", "pear"]),
        ("soup accompanied by spring rolls", ["soup", "spring roll"]),
        ("crackers by string cheese", ["cracker", "mozzarella"]),
        ("plums then walked home then trout", ["plum", "trout"]),
        ("After finishing a crumpet I had a pear", ["crumpet", "pear"]),
        ("went to bed after a long day", []),
    ],
)
def test_what_was_eaten_after_a_doing_is_kept(
    index: FoodIndex, text: str, foods: list[str]
):
    if foods:
        check(index, text, foods)
    else:
        assert not [one for one in parse_with_index(index, text).items if one.is_sure]


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("crumpet then nothing till 6pm trout", ["crumpet", "trout"]),
        ("crumpet then nothing until dinner, then trout", ["crumpet", "trout"]),
        ("a pear because I was starving and a scone", ["pear", "scone"]),
        ("a pear while I waited then had a scone", ["pear", "scone"]),
        ("a pear while watching tv and crumpets", ["pear", "crumpet"]),
        ("a pear while mum ironed and hoovered", ["pear"]),
    ],
)
def test_what_follows_a_reason_or_a_time_is_kept(
    index: FoodIndex, text: str, foods: list[str]
):
    check(index, text, foods)


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("a bowl of vegetables, including peas and leeks", ["vegetables"]),
        ("a bowl of fruit including melon, a muffin", ["fruit", "melon", "muffin"]),
        ("a plate of vegetables, including peas and trout", ["veg", "peas", "trout"]),
        ("a cup of nuts such as pecans with some cheddar", ["nuts", "cheddar"]),
    ],
)
def test_a_class_of_foods_holds_only_its_own(
    index: FoodIndex, text: str, foods: list[str]
):
    check(index, text, foods)


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("a pear and can of lemonade", ["pear", "lemonade"]),
        ("a bagel bottle of lemonade", ["bagel", "lemonade"]),
        ("a Volvic bottle of water", ["water"]),
        ("a water bottle of lemonade", ["lemonade"]),
        ("baby food with pear and a coffee", ["baby food", "coffee"]),
    ],
)
def test_a_vessel_is_called_by_its_maker_and_by_no_food(
    index: FoodIndex, text: str, foods: list[str]
):
    check(index, text, foods)


@pytest.mark.parametrize(
    ("text", "foods", "refused"),
    [
        ("crumpet and trout no", ["crumpet"], ["trout"]),
        ("plums and trout I didn't eat", ["plum"], ["trout"]),
        ("trout that I didn't eat and plums", ["plum"], ["trout"]),
        ("didn't fancy trout so I had some risotto", ["risotto"], ["trout"]),
        ("a burger with everything but onions", ["burger"], ["onions"]),
        ("I wanted a scone but had a pear", ["pear"], ["scone"]),
        ("risotto sans cheese and a pear", ["risotto", "pear"], ["cheese"]),
    ],
)
def test_what_was_refused_is_that_and_no_more(
    index: FoodIndex, text: str, foods: list[str], refused: list[str]
):
    check(index, text, foods)
    assert list(parse_with_index(index, text).not_eaten) == refused


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("I had hot dog and tea", ["hot dog", "tea"]),
        ("I had protein bar with coffee", ["protein bar", "coffee"]),
        ("we drank energy drink and ate crisps", ["energy drink", "crisps"]),
    ],
)
def test_a_food_named_in_words_of_talk_is_one(
    index: FoodIndex, text: str, foods: list[str]
):
    check(index, text, foods)


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("shared pretzels with a friend", 25),
        ("a pretzels", 25),
        ("a hummus", 60),
        ("another olives", 15),
        ("a pretzel", None),
    ],
)
def test_an_article_counts_no_plural_and_no_squirt(
    index: FoodIndex, text: str, grams: float | None
):
    (item,) = parse_with_index(index, text).items
    if grams is None:
        assert item.grams_source == "portion"
    else:
        assert (item.grams, item.grams_source) == (grams, "assumed")


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("had cocoa with a mate", ["chocolate"]),
        ("meal deal: a bagel, crisps", ["bagel", "crisps"]),
        ("grilled cheese and vegetable soup", ["toast", "vegetable soup"]),
        ("grilled ham and cheese toastie", ["ham and cheese"]),
    ],
)
def test_who_was_there_is_no_food_and_a_sandwich_beside_soup_is(
    index: FoodIndex, text: str, foods: list[str]
):
    check(index, text, foods)


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("a spoon of jam in my porridge", ["jam", "porridge"]),
        ("raspberries in yogurt", ["raspberries", "yoghurt"]),
        ("add a spoon of syrup to my oats", ["syrup", "oats"]),
        ("turkey breast, chicken, peas", ["turkey", "chicken", "peas"]),
        ("breakfast: jam lunch: turkey dinner: risotto", ["jam", "turkey", "risotto"]),
    ],
)
def test_what_was_stirred_in_or_stands_next_is_one_more(
    index: FoodIndex, text: str, foods: list[str]
):
    check(index, text, foods)


def test_every_meal_of_one_line_keeps_its_own(index: FoodIndex):
    items = parse_with_index(index, "breakfast: jam lunch: trout dinner: pears").items
    assert [item.slot for item in items] == ["breakfast", "lunch", "dinner"]


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("decaf coffee, sugar free creamer", ["decaf", "creamer"]),
        ("a plum so I wouldn't nod off, tea", ["plum", "tea"]),
        ("too tired to cook so muesli", ["muesli"]),
        ("lamb chop with its juices and peas", ["lamb", "peas"]),
        ("fresh from the oven bread with jam", ["bread", "jam"]),
        ("rice about 3ish", ["rice"]),
    ],
)
def test_reasons_and_juices_are_no_food_and_lose_none(
    index: FoodIndex, text: str, foods: list[str]
):
    check(index, text, foods)
    assert all(one.quantity == 1 for one in parse_with_index(index, text).items)


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("crackers with chili", ["cracker", "con carne"]),
        ("crackers with chilli", ["cracker", "chilli pepper"]),
        ("stretched then some chilli", ["con carne"]),
    ],
)
def test_chilli_is_a_spice_only_beside_a_food_and_without_an_amount(
    index: FoodIndex, text: str, foods: list[str]
):
    check(index, text, foods)


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("salad (trout, pear)", False),
        ("pizza (tuna, olives)", False),
        ("omelette (ham, cheese)", True),
        ("muffin (large)", True),
        ("soup (lentil)", True),
        ("rice (brown, boiled)", True),
    ],
)
def test_a_dish_is_sure_only_where_it_has_what_its_brackets_list(
    index: FoodIndex, text: str, *, is_sure: bool
):
    (item,) = parse_with_index(index, text).items
    assert item.is_sure == is_sure
