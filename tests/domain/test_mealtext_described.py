"""Foods told as surveys and as other kitchens of the world tell of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mealtext_described import described
from journal.services.foodindex import FoodIndex, parse_with_index


def read(index: FoodIndex, text: str) -> list[tuple[str, float | None, bool]]:
    """The name of each food read, its grams and whether it is sure."""
    meal = parse_with_index(index, text)
    return [(one.food_name or "", one.grams, one.is_sure) for one in meal.items]


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("I ate 90 g of unleavened bread made from teff flour", ["Injera"]),
        ("2 tortillas made with maize grain", ["Corn tortilla"]),
        ("40 g of cheese from goat milk", ["Goat's cheese"]),
        ("200 g of whey from cow's milk", ["Whey, liquid"]),
        ("30 g of cow milk butter on bread", ["Butter", "White bread"]),
        ("3 boiled eggs of hens", ["Egg, boiled or poached"]),
        ("120 g of pig meat", ["Pork chop"]),
        ("150 g of locally made plain yoghurt", ["Natural yoghurt, whole milk"]),
        ("250 ml semi-skimmed milk fortified with vitamin D", ["Semi-skimmed milk"]),
        ("20 ml of whisky and similar drinks", ["Whisky"]),
        (
            "100 g of haddock fried in 12 g of sunflower oil",
            ["Haddock, baked or grilled", "Sunflower oil"],
        ),
        (
            "a cup of boiled and drained spinach, lightly seasoned with salt",
            ["Spinach, cooked", "Salt"],
        ),
        ("90 g of uncooked rice boiled in water", ["White rice, dry"]),
        ("carrots boiled in salted water", ["Carrots, boiled or steamed"]),
        ("a mixture of 50 g almonds and 30 g raisins", ["Almonds, raw", "Raisins"]),
        ("80 g of guava fruit", ["Guava"]),
        ("a haddock that was pan fried", ["Haddock, baked or grilled"]),
        ("90 g of beef meat, roasted", ["Roast beef"]),
        ("90 g of stewed lamb with visible fat", ["Lamb stew"]),
        ("200 g of chips fried in vegetable oil", ["Chips"]),
        ("rice noodles with chilli", ["Rice noodles, boiled", "Chilli pepper, raw"]),
        ("rice with chilli", ["White rice, boiled", "Chilli con carne"]),
        ("40 g of tinned mackerel in tomato sauce", ["Mackerel, tinned"]),
        ("120 g of boiled white cassava roots", ["Cassava, boiled"]),
        ("For iftar I had 3 dates", ["Dates"]),
        ("boiled potatoes without peel", ["Potatoes, boiled, peeled"]),
        ("2 balls of pounded yam", ["Yam, boiled"]),
    ],
)
def test_a_description_is_the_food_that_everyone_calls_it(
    index: FoodIndex, text: str, foods: list[str]
):
    assert [name for name, _, _ in read(index, text)] == foods


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("60 g of dry navy beans", "Navy beans, dry"),
        ("75 g of raw duck", "Duck meat, raw"),
        ("50 g of dried black gram", "Black gram, dry"),
        ("80 g raw semolina", "Semolina, dry"),
        ("2 cups of parboiled rice", "Parboiled rice, boiled"),
        ("100 g raw venison", "Venison, raw"),
        ("a cup of cooked pinto beans", "Pinto beans, boiled from dried"),
        ("40 g dry roasted peanuts", "Peanuts, dry roasted, salted"),
    ],
)
def test_a_staple_is_weighed_in_the_state_that_was_told(
    index: FoodIndex, text: str, name: str
):
    ((found, _, sure),) = read(index, text)
    assert (found, sure) == (name, True)


@pytest.mark.parametrize(
    "text",
    [
        "250 g of ugali",
        "a bowl of nshima",
        "150 g of yam",
        "40 g of white cheese",
        "20 g of curry leaves",
        "30 g of dried small fish",
        "a plate of koshari",
        "2 mandazis",
        "a glass of palm wine",
        "maize bread, 60 g",
        "200 g of mangu",
        "a bowl of chorba",
        "150 g of feijoada",
        "two coxinhas",
        "80 g of larb",
        "a plate of thieboudienne",
        "200 g of bigos",
        "100 g of kidney bean flour",
        "150 g of boiled wheat",
        "30 g of smoked tilapia",
        "60 g of stewed conch",
        "20 g of pork fat",
        "200 g of goat stew",
        "potato stew with beef",
        "200 ml semolina porridge made with milk",
    ],
)
def test_what_only_stands_in_for_a_food_is_asked_about(index: FoodIndex, text: str):
    ((name, grams, sure),) = read(index, text)
    assert name
    assert grams
    assert not sure


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("3 green chillies", "Chilli pepper, raw"),
        ("a bowl of chilli", "Chilli con carne"),
        ("2 fresh spring rolls", "Fresh rice paper roll"),
        ("100 g grilled tuna", "Tuna steak, cooked"),
        ("60 g boiled corn kernels", "Sweetcorn, frozen, boiled"),
        ("2 maize cobs", "Corn on the cob, boiled"),
        ("a bowl of lugaw", "Congee"),
    ],
)
def test_a_word_is_no_other_dish(index: FoodIndex, text: str, name: str):
    ((found, _, sure),) = read(index, text)
    assert (found, sure) == (name, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("120 g of boiled dried lentils", "Lentils, boiled"),
        ("70 g of dry lentils, boiled", "Lentils, dry"),
    ],
)
def test_dried_pulses_are_weighed_as_told(index: FoodIndex, text: str, name: str):
    ((found, _, _),) = read(index, text)
    assert found == name


def test_salt_without_an_amount_is_a_pinch(index: FoodIndex):
    assert ("Salt", 0.4, True) in read(index, "boiled potatoes with salt")


@given(
    st.lists(
        st.sampled_from(
            """
            bread made from maize grain flour and teff similar grains cheese whey cow
            goat milk meat fried in 8 g oil boiled water with salt dry rice medium fat
            fortified vitamins fruit guava seasoned lightly, a mixture of eggs hens the
            by food industry produced locally cooked pan frying, making for treat rolls
            """.split()  # noqa: SIM905
        ),
        max_size=30,
    ).map(" ".join)
)
def test_every_place_of_a_description_is_kept(text: str):
    assert len(described(text)) == len(text)
