"""Hours, readings, what others had and what was taken back, in lifelike diaries."""

from __future__ import annotations

import pytest

from journal.domain.mealtext_hours import without_hours
from journal.domain.mealtext_others import without_others
from journal.domain.mealtext_put_right import put_right
from journal.domain.mealtext_readings import without_readings
from journal.domain.mealtext_taken_back import taken_back
from journal.domain.mealtext_trimmed import trimmed
from journal.services.foodindex import FoodIndex, parse_with_index


def _words(text: str) -> str:
    return " ".join(text.split())


def _read(index: FoodIndex, text: str) -> list[tuple[str | None, float]]:
    items = parse_with_index(index, text).items
    return [(item.food_name, item.quantity) for item in items]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a scone and a kipper about six this morning", "a scone and a kipper"),
        ("ham roll about half past 9", "ham roll"),
        ("eggs at quarter to eight", "eggs"),
        ("soup at half 1", "soup"),
        ("a kipper about eight", "a kipper"),
        ("two slices of ham about four", "two slices of ham"),
        ("bowl of bran flakes about 6.45", "bowl of bran flakes"),
        ("dal and rice round 9", "dal and rice"),
        ("could not sleep until 4", "could not sleep"),
        ("haddock from the chippy 6.30", "haddock from the chippy"),
        ("supper at 9 cheese and biscuits", "supper: cheese and biscuits"),
        ("a coffee at 3 when the post came", "a coffee when the post came"),
    ],
)
def test_an_hour_told_bare_is_no_amount(text: str, left: str):
    assert _words(without_hours(text)) == left


@pytest.mark.parametrize(
    "text",
    [
        "olives about 8",
        "crackers, about four",
        "prawns, about six this evening",
        "a handful of cashews about 12",
        "a punnet of strawberries about ten",
        "chicken wings about eight",
        "a steak about 10 oz",
        "a pizza about 9 inches",
        "oats about 2 cups",
        "lunch about 3 fish cakes",
        "lunch at 12:30: pizza",
    ],
)
def test_a_number_that_may_be_a_count_stays(text: str):
    assert without_hours(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "protein came out at 131",
        "my carbs ended up at 180 g today",
        "total calories were 1,850",
        "fibre hit 32g",
        "my sugar's been up all week",
        "blood sugars are all over the place",
        "sugars have been steady lately",
        "nothing sweet",
        "before my tablets",
    ],
)
def test_totals_and_readings_are_no_food(text: str):
    assert not without_readings(text).strip()


@pytest.mark.parametrize(
    "text",
    [
        "protein shake 300 ml",
        "protein bar, 60 g",
        "sugar 2 tsp in tea",
        "brown sugar on porridge",
        "carbs: rice 200 g",
        "fat chips at the pub",
        "low fat yogurt was 125 g",
    ],
)
def test_foods_told_in_such_words_stay(text: str):
    assert without_readings(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the kids ate all the lasagne so none for me", "no lasagne"),
        ("soup. my husband had the last of the quiche", "soup. no quiche"),
        ("toast, the dog ate all of my bacon", "toast, no bacon"),
        ("boys finished the nuggets, none left for me", "no nuggets"),
        ("stew. gerald had seconds, i didn't", "stew."),
        ("i had seconds", "i had seconds"),
        ("my son ate all right", "my son ate all right"),
        ("we had all the trimmings", "we had all the trimmings"),
        ("the kids had fish, i had soup", "the kids had fish, i had soup"),
    ],
)
def test_what_others_had_is_refused(text: str, left: str):
    assert _words(without_others(text)) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("lamb chop with the fat cut off and peas", "lamb chop and peas"),
        ("gammon, rind trimmed off", "gammon"),
        ("egg sandwich with the crusts cut off", "egg sandwich"),
        ("drumsticks with the skin pulled off", "drumsticks no skin"),
        ("a fish pie one of them coop ones it says serves one", "a fish pie"),
        ("dal, one of those posh ones, serves 2", "dal"),
        ("flapjack the vegan one the mint one", "flapjack"),
        ("half a 280g block", "half a 280g"),
        ("had 5 of 8 slices", "had 5 slices"),
        ("two of the six wings", "two wings"),
        ("4 out of 12 ounces", "4 out of 12 ounces"),
        ("one of the six", "one of the six"),
        ("fat free yogurt", "fat free yogurt"),
        ("pork with crackling and fat", "pork with crackling and fat"),
        ("serves me right", "serves me right"),
    ],
)
def test_what_was_cut_off_or_said_on_the_box_is_no_food(text: str, left: str):
    assert _words(trimmed(text)) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "wedges (~180g) and salsa. wait, wedges were more like 240",
            "wedges (~240g) and salsa",
        ),
        ("rice 120 g, dal. the rice was nearer 90g", "rice 90 g, dal"),
        ("dal and naan. naan was more like 90g", "dal and ; naan 90g"),
        (
            "three pieces of fish and chips no wait it was two pieces and a pickle",
            "2 pieces of fish and chips and a pickle",
        ),
        ("can of tango. sorry not tango it was fanta", "can of fanta"),
        ("bottle of coke, no not coke it was lilt", "bottle of lilt"),
        ("can of coke. sorry not coke it was ribena", "; can of ribena"),
        ("fish, not fried but baked", "fish, not fried but baked"),
        ("2 eggs, no wait, 3 eggs", "2 eggs, no wait, 3 eggs"),
        ("the bread was more like cake", "the bread was more like cake"),
    ],
)
def test_what_was_put_right_by_its_name_counts(text: str, left: str):
    assert _words(taken_back(text)) == left


@pytest.mark.parametrize("text", ["", "?", "about", "wait,", "not but", "no 1 a"])
def test_every_place_of_the_text_is_kept(text: str):
    for whole in (text, f"{text} about 7.30", f"ham, {text} was more like 20"):
        assert len(put_right(whole)) == len(whole)


def test_a_soup_taken_back_for_a_stew_is_one_food(index: FoodIndex):
    assert _read(index, "had soup no it was beef stew") == [("Beef stew", 1)]


def test_an_hour_behind_a_sandwich_does_not_make_seven(index: FoodIndex):
    assert _read(index, "a ham sandwich about seven") == [
        ("Ham sandwich, white bread", 1)
    ]


def test_fat_that_was_cut_off_is_not_eaten(index: FoodIndex):
    names = [name for name, _ in _read(index, "back bacon with all the fat cut off")]
    assert len(names) == 1
    assert names[0] is not None
    assert "acon" in names[0]


def test_tea_before_a_main_dish_is_the_meal(index: FoodIndex):
    (pie,) = parse_with_index(index, "tea a fish pie").items
    assert pie.slot == "dinner"
    tea, biscuit = parse_with_index(index, "tea and a digestive").items
    assert tea.food_name == "Black tea"
    assert biscuit.food_id


def test_mugs_through_the_day_are_so_many(index: FoodIndex):
    (tea,) = parse_with_index(index, "5 mugs of tea through the day").items
    assert (tea.food_name, tea.quantity, tea.unit) == ("Black tea", 5, "mug")


def test_because_is_no_lettuce(index: FoodIndex):
    (rice,) = parse_with_index(index, "rice, prob 90g cos I never weigh it").items
    assert rice.grams == 90
    (cos,) = parse_with_index(index, "cos lettuce 50 g").items
    assert cos.food_id


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a can of Rockshore", "Beer"),
        ("a pint of Smithwick's", "Beer"),
        ("a mug of Barry's", "Black tea"),
        ("a can of Canada Dry", "Ginger ale"),
        ("chilaquiles rojos", "Chilaquiles"),
        ("air fryer sweet potato fries", "Sweet potato fries"),
    ],
)
def test_brands_and_kinds_are_their_food(index: FoodIndex, text: str, name: str):
    (item,) = parse_with_index(index, text).items
    assert item.food_name == name
    assert item.is_sure


@pytest.mark.parametrize(
    "text",
    [
        "a jambon",
        "a can of club orange",
        "cockles",
        "a barbacoa taco",
        "2 scoops Vega protein",
    ],
)
def test_what_the_table_lacks_is_asked_about(index: FoodIndex, text: str):
    (item,) = parse_with_index(index, text).items
    assert item.food_id
    assert not item.is_sure
