"""Short rows of a diary: counts before and behind, a spread told after its bread."""

from __future__ import annotations

import pytest

from journal.services.foodindex import FoodIndex, parse_with_index


def told(index: FoodIndex, text: str) -> list[tuple[str, float | None]]:
    items = parse_with_index(index, text).items
    return [(item.food_name or "?", item.quantity) for item in items]


@pytest.mark.parametrize("count", ["x2", "x 2", "2x", "2"])
def test_a_count_may_stand_before_with_its_times(index: FoodIndex, count: str):
    assert told(index, f"{count} eggs, {count} toast") == [
        ("Egg, boiled or poached", 2),
        ("White toast", 2),
    ]


@pytest.mark.parametrize(
    ("spread", "food"),
    [
        ("marmite", "Yeast extract spread"),
        ("vegemite", "Yeast extract spread"),
        ("nutella", "Chocolate hazelnut spread"),
    ],
)
def test_bread_is_not_lost_before_the_brand_of_a_spread(
    index: FoodIndex, spread: str, food: str
):
    assert told(index, f"2 toast {spread}") == [("White toast", 2), (food, 1)]


@pytest.mark.parametrize(
    ("text", "food", "count"),
    [
        ("tacos x3 chicken", "Chicken taco, corn tortilla", 3),
        ("wraps 2 tuna, tea", "Tuna wrap", 2),
        ("sandwich 1 ham", "Ham sandwich, white bread", 1),
    ],
)
def test_the_filling_may_stand_behind_the_count(
    index: FoodIndex, text: str, food: str, count: float
):
    assert told(index, text)[0] == (food, count)


def test_foods_with_a_count_each_stay_apart(index: FoodIndex):
    assert [name for name, _ in told(index, "burger 1 egg 2")] == [
        "Hamburger",
        "Egg, boiled or poached",
    ]


def test_milk_may_be_told_by_its_kind_alone(index: FoodIndex):
    for text in ("bran flakes, semi", "bran flakes with semi skimmed"):
        assert told(index, text)[1][0] == "Semi-skimmed milk"


def test_a_british_packet_biscuit_is_smaller_than_a_bakery_cookie(index: FoodIndex):
    (item,) = parse_with_index(index, "3 jaffa cakes").items
    assert item.grams == pytest.approx(54)
    assert not item.is_sure


def test_trimmings_are_no_milk(index: FoodIndex):
    assert [name for name, _ in told(index, "turkey, trimmings")][1:] == ["?"]


@pytest.mark.parametrize(
    ("text", "count", "is_sure"),
    [
        ("1 double cheeseburger", 1, True),
        ("one double cheeseburger", 1, True),
        ("2 double cheeseburgers", 2, True),
        ("1 triple cheeseburger", 1, False),
        ("a double bacon burger", 1, False),
        ("2 double chocolate muffins", 2, True),
        ("a double whisky", 2, True),
        ("1 double espresso", 1, True),
    ],
)
def test_a_double_burger_is_one_and_a_double_whisky_two(
    index: FoodIndex, text: str, count: float, *, is_sure: bool
):
    (item,) = parse_with_index(index, text).items
    assert item.quantity == count
    assert item.is_sure is is_sure


def test_half_a_bird_is_no_half_of_a_dish(index: FoodIndex):
    for share in ("half a roast chicken", "a whole chicken"):
        eaten = [name for name, _ in told(index, f"{share} with roasted vegetables")]
        assert len(eaten) == 2
        assert "vegetables" not in eaten[0]


def test_a_dish_bought_ready_is_told_once(index: FoodIndex):
    assert [name for name, _ in told(index, "macaroni cheese ready meal")] == [
        "Macaroni cheese"
    ]
    assert [name for name, _ in told(index, "ready meal: cottage pie")] == [
        "Shepherd's pie"
    ]


def test_goats_cheese_is_no_meat_of_a_goat(index: FoodIndex):
    eaten = [name for name, _ in told(index, "goats cheese salad, and a pear")]
    assert eaten == ["Mixed salad with cheese", "Pear"]


def test_what_share_of_a_pie_a_slice_is_leaves_it_a_slice(index: FoodIndex):
    (item,) = parse_with_index(index, "1 slice (1/8) apple pie").items
    assert (item.quantity, item.unit) == (1, "slice")


def test_a_rack_is_all_its_ribs(index: FoodIndex):
    (half,) = parse_with_index(index, "half a rack of ribs").items
    assert half.grams == pytest.approx(210)


def test_a_large_soup_is_more_than_a_bowl_of_it(index: FoodIndex):
    for soup in ("pho", "ramen", "tomato soup"):
        (usual,) = parse_with_index(index, soup).items
        (large,) = parse_with_index(index, f"large {soup}").items
        assert usual.grams is not None
        assert large.grams is not None
        assert large.grams > usual.grams


@pytest.mark.parametrize(
    ("text", "name", "grams"),
    [
        ("popcorn, 3 cups air popped", "Popcorn, plain, air-popped", 24),
        ("cottage cheese 2%, half a cup", "Cottage cheese, low-fat", 113),
        ("120 g basmati", "White rice, boiled", 120),
    ],
)
def test_the_kind_may_stand_behind_the_amount(
    index: FoodIndex, text: str, name: str, grams: float
):
    (item,) = parse_with_index(index, text).items
    assert item.food_name == name
    assert item.grams == pytest.approx(grams)


@pytest.mark.parametrize(
    ("text", "name", "grams"),
    [
        ("chicken breast without skin 160g", "Chicken breast, roasted", 160),
        ("salad without dressing 220 g", "Mixed salad", 220),
        ("coffee no sugar 300 ml", "Coffee, black", 304),
        ("red beans from Lidl 110 g", "Kidney beans", 110),
        ("black beans, boiled from dried 90g", "Black beans, boiled", 90),
        ("tomatoes, cooked 140g", "Tomatoes, cooked", 140),
    ],
)
def test_an_amount_told_last_is_not_lost(
    index: FoodIndex, text: str, name: str, grams: float
):
    (item,) = parse_with_index(index, text).items
    assert (item.food_name or "").startswith(name)
    assert item.grams == pytest.approx(grams, abs=1)


def test_what_is_counted_after_a_refusal_was_eaten(index: FoodIndex):
    meal = parse_with_index(index, "coffee no sugar 2 biscuits")
    assert [item.food_name for item in meal.items] == [
        "Coffee, black",
        "Butter biscuit",
    ]
    assert meal.not_eaten == ("sugar",)


@pytest.mark.parametrize("article", ["", "a ", "one "])
def test_what_a_dish_was_without_counts_with_any_article(
    index: FoodIndex, article: str
):
    (salad,) = parse_with_index(index, f"{article}potato salad without mayo").items
    assert salad.food_name == "Potato salad with vinaigrette"


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("2 T-bone steaks", "T-bone steak", 2),
        ("1 fillet steak", "Fillet steak", 1),
        ("2 drop scones", "Pancake", 2),
        ("half fat cheddar", "Cheddar cheese, reduced-fat", 1),
        ("100 g glass noodles", "Glass noodles, boiled", 100),
    ],
)
def test_a_unit_may_be_a_word_of_the_name(
    index: FoodIndex, text: str, name: str, count: float
):
    assert told(index, text) == [(name, count)]


def test_breaded_fish_is_no_bread(index: FoodIndex):
    (item,) = parse_with_index(index, "fish, breaded 120g").items
    assert "bread" not in (item.food_name or "").lower().split()
    assert item.grams == pytest.approx(120)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("rice followed by chips", 2),
        ("rice and later broccoli", 2),
        ("noodles and tuna wrap", 2),
        ("sausages and apple pie", 2),
        ("cabbage and pork pie", 2),
        ("blackberry and apple pie", 1),
        ("mushroom and cheese toastie", 1),
        ("brownie with hot chocolate", 2),
        ("brownie with chocolate chips", 1),
    ],
)
def test_two_foods_are_no_dish_of_both(index: FoodIndex, text: str, count: int):
    eaten = told(index, text)
    assert len(eaten) == count
    assert "?" not in [name for name, _ in eaten]


def test_the_meal_is_no_part_of_the_name(index: FoodIndex):
    for text in ("dinner turkey", "lunch peanuts, dinner turkey"):
        assert told(index, text)[-1][0] == "Turkey breast, roasted without skin"
    assert told(index, "dinner rolls")[0][0] == "Bread roll, white"


def test_chilli_beside_other_foods_is_the_dish_and_in_them_the_pepper(
    index: FoodIndex,
):
    assert told(index, "beer plus chilli")[1][0] == "Chilli con carne"
    assert told(index, "prawns with chilli")[1][0] == "Chilli pepper, raw"


def test_the_kind_of_a_milk_that_was_named_is_no_second_milk(index: FoodIndex):
    for text in ("milk, semi-skimmed, 200 ml", "milk - skimmed", "milk (semi)"):
        assert len(told(index, text)) == 1


def test_how_often_may_stand_after_a_refusal_and_a_comma(index: FoodIndex):
    assert told(index, "chicken thigh, no skin, x2") == [
        ("Chicken thigh, roasted without skin", 2)
    ]


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("Weds. toast", ["White toast"]),
        ("tuna jacket potato", ["Tuna, tinned", "Baked potato with skin"]),
        ("skin-on fries", ["Chips"]),
        ("small veggie breakfast", ["?"]),
        ("soup - tomato and basil", ["Tomato soup"]),
        ("bread sauce", ["White sauce"]),
        ("corn on cob", ["Corn on the cob, boiled"]),
        ("half a grape fruit", ["Grapefruit"]),
    ],
)
def test_words_of_british_diaries_are_read(
    index: FoodIndex, text: str, foods: list[str]
):
    assert [name for name, _ in told(index, text)] == foods


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a ham, egg and cheese biscuit", "biscuit"),
        ("sausage, egg and cheese muffin", "muffin"),
        ("a peanut butter and banana sandwich", "sandwich"),
        ("shrimp tempura roll", "sushi"),
    ],
)
def test_a_dish_of_several_fillings_is_one_and_asked(
    index: FoodIndex, text: str, word: str
):
    (item,) = parse_with_index(index, text).items
    assert word in (item.food_name or "").lower()
    assert not item.is_sure


def test_what_a_sandwich_was_made_with_is_asked(index: FoodIndex):
    _, cheese = parse_with_index(
        index, "cheese sandwich made with two slices of cheddar"
    ).items
    assert not cheese.is_sure


@pytest.mark.parametrize("count", ["", "a ", "1 ", "one "])
@pytest.mark.parametrize("size", ["small", "medium", "large"])
def test_fries_of_a_size_are_an_order_and_no_single_fry(
    index: FoodIndex, size: str, count: str
):
    (item,) = parse_with_index(index, f"{count}{size} fries").items
    assert item.grams is not None
    assert item.grams >= 70


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("2 heineken 0.0", ("Alcohol-free beer", 2)),
        ("2 filet-o-fish", ("Fish burger", 2)),
        ("drinking yoghurt", ("Drinking yoghurt", 1)),
        ("hamburger with bun 180g", ("Hamburger", 180)),
    ],
)
def test_names_with_numbers_and_units_are_names(
    index: FoodIndex, text: str, food: tuple[str, float]
):
    assert told(index, text) == [food]


def test_a_large_fruit_is_more_than_a_fruit_and_not_than_a_wedge(index: FoodIndex):
    for fruit in ("lime", "papaya", "pineapple"):
        (whole,) = parse_with_index(index, f"1 {fruit}").items
        (large,) = parse_with_index(index, f"1 large {fruit}").items
        assert whole.grams is not None
        assert large.grams is not None
        assert large.grams > whole.grams * 0.9


@pytest.mark.parametrize("link", ["plus", "and", "with"])
def test_a_food_nobody_knows_is_kept_though_a_reason_follows(
    index: FoodIndex, link: str
):
    items = parse_with_index(index, f"soup {link} plimmet because I was tired").items
    assert "plimmet" in [item.text for item in items]
