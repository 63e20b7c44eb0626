"""Foods told in more words than their name: what they hold, how they were fried."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.foodmatch import SURE
from journal.domain.mealtext import ParsedItem, parse_meal
from journal.domain.mealtext_clean import cut
from journal.domain.targets import Region
from journal.services.foodindex import FoodIndex
from tests.meals import names, read


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("an 8 oz low-fat yogurt with fruit", "Fruit yoghurt, low-fat"),
        (
            "a pot of yoghurt made from whole milk and mixed with real fruit chunks",
            "Fruit yoghurt, whole milk",
        ),
        ("two fried eggs with margarine", "Egg, fried in margarine"),
        (
            "scrambled eggs made with a little cooking spray",
            "Scrambled eggs, made with cooking spray",
        ),
        ("almonds coated in dark chocolate", "Chocolate-covered almonds"),
        ("a sugar cone filled with rich chocolate ice cream", "Ice cream cone, choc"),
        ("a vanilla sandwich cookie filled with smooth cream", "Cream sandwich"),
        ("a cookie topped with sweet frosting", "Butter biscuit, iced"),
        ("a cookie filled with gooey chocolate chips", "Chocolate chip"),
        ("a whole fish, trout, grilled", "Trout"),
        ("a bowl of chicken or turkey soup", "Chicken soup"),
        ("a packet of instant grits that made a hot bowl", "Instant grits"),
        ("macaroni tossed in a cheesy sauce that my aunt made herself", "Macaroni"),
        ("a ham roll, all tucked into one soft roll", "Ham"),
        ("a large prawn, lightly baked with a thin layer of butter", "Prawns, baked"),
        ("a roast chicken leg, combining the thigh and drumstick", "Chicken leg"),
        ("a pizza piled high with several meats", "Meat pizza"),
    ],
)
def test_what_is_told_after_such_a_food_is_its_kind(
    index: FoodIndex, text: str, food: str
):
    (only,) = names(index, text)
    assert only.lower().startswith(food.lower())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("yogurt with fresh fruit", 2),
        ("yogurt with fruit and granola", 3),
        ("yogurt with a cup of fruit", 2),
        ("fried eggs with ham", 2),
        ("cookies with ice cream", 2),
        ("chicken thigh with a little butter on the side", 2),
        ("a cheese roll, served in a paper bag with an apple", 2),
    ],
)
def test_what_was_eaten_beside_it_stays(index: FoodIndex, text: str, count: int):
    assert len(read(index, text)) == count


def test_a_biscuit_with_what_americans_eat_with_theirs_is_soft_and_asked_about(
    index: FoodIndex,
):
    biscuit, *_ = read(index, "a biscuit, grits and two sausage links")
    assert (biscuit.food_name or "").startswith("American biscuit")
    assert biscuit.confidence < SURE
    sweet, *_ = read(index, "a biscuit and a cup of tea")
    assert sweet.food_name == "Butter biscuit"


def test_a_biscuit_is_what_the_persons_region_calls_so(index: FoodIndex):
    def first(text: str, region: Region) -> ParsedItem:
        return parse_meal(
            text, find=index.search, portions=index.portions, region=region
        ).items[0]

    there, here = first("a biscuit", "US"), first("a biscuit and an egg", "UK")
    assert (there.food_name or "").startswith("American biscuit")
    assert there.is_sure
    assert here.food_name == "Butter biscuit"


def test_jelly_of_less_sugar_is_jam_where_bread_is(index: FoodIndex):
    assert "Jam" in names(index, "a muffin, a spoon of low sugar jelly")[1]
    assert "Jelly" in names(index, "a bowl of low sugar jelly")[0]


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("fried steak", "Beef steak"),
        ("a grilled chicken drumstick", "Chicken drumstick, grilled without skin"),
        ("a fried pork chop", "Pork chop"),
    ],
)
def test_how_meat_was_done_adds_no_sauce_and_makes_no_chips(
    index: FoodIndex, text: str, food: str
):
    (only,) = read(index, text)
    assert only.food_name == food
    assert only.is_sure


@given(
    st.lists(
        st.sampled_from(
            """
            yogurt with fruit made from whole milk and filled pieces fried eggs in oil
            margarine cookie icing cone of vanilla ice cream coated chocolate pretzels
            baby food jar pears , . that i prepared myself fish trout chicken or turkey
            complete baked a light coating nestled one roll leg meat toppings
            """.split()  # noqa: SIM905
        ),
        max_size=30,
    )
)
def test_every_place_is_kept_whatever_is_said(said: list[str]):
    text = " ".join(said)
    work, pieces, _ = cut(text)
    assert len(work) == len(text)
    assert all(0 <= piece.start < piece.end <= len(text) for piece in pieces)


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("a baked and sauced chicken wing", "Chicken wings"),
        ("a tube of strawberry yogurt", "Yoghurt tube"),
        ("a roti made of wheat flour", "Chapati or roti"),
        ("a microwave bag of plain popcorn", "Popcorn, microwave"),
        ("a 290 g frozen meal containing turkey", "Turkey dinner"),
        ("veal parmigiana covered in sauce and mozzarella", "Veal parmigiana"),
        ("a lager in a convenient bottle", "Beer"),
        ("a classic Whopper with cheese", "Whopper with cheese"),
        ("a hamburger from McDonald's", "Hamburger, McDonald's"),
        ("toffee, measuring just one cubic inch", "Toffee"),
        ("a tuna submarine sandwich and a zesty spread", "Tuna sub"),
        ("a sugar cookie topped with rich chocolate icing", "Butter biscuit with choc"),
        ("12.5g of protein pancakes", "Pancake"),
        ("a fun snack with 30g of raisins", "Raisins"),
    ],
)
def test_what_is_said_at_length_is_one_food(index: FoodIndex, text: str, food: str):
    (only,) = names(index, text)
    assert only.startswith(food)


def test_a_food_after_a_pizzas_crust_keeps_its_link(index: FoodIndex):
    assert len(read(index, "olives along with a medium crust pizza")) == 2


def test_grams_before_a_food_with_protein_in_its_name_are_its_own(index: FoodIndex):
    (cookie,) = read(index, "22.5 g of protein cookie")
    assert cookie.grams == pytest.approx(22.5)
    (shake,) = read(index, "a milkshake with 20 g of protein")
    assert "milkshake" in (shake.food_name or "").lower()


def test_vegetables_beside_a_frozen_meal_stay(index: FoodIndex):
    assert len(read(index, "a frozen meal with beef and a plate of peas")) == 2


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("a baked potato with butter, leaving the skin uneaten", "Baked potato"),
        ("a vanilla cake topped with white frosting", "Iced vanilla cake"),
        ("the whites of two boiled eggs", "Egg white"),
        ("an omelette made from three eggs", "Omelette"),
        ("scrambled eggs filled with cheese and ham", "Ham and cheese omelette"),
        ("a glass of iced green tea, presweetened with sugar", "Green iced tea, sweet"),
        ("a yogurt, flavored with strawberry", "Fruit yoghurt"),
        ("macaroni salad prepared with a light mayonnaise dressing", "Pasta salad"),
        ("pork with vegetables, including leeks and peas", "Pork and vegetables"),
        (
            "cheese tortellini without sauce, ten pieces in all",
            "Cheese tortellini with",
        ),
        ("a fried, battered chicken thigh", "Chicken thigh, battered"),
        ("asparagus spears cooked with butter", "Asparagus with butter"),
    ],
)
def test_how_a_food_was_finished_is_no_second_food(
    index: FoodIndex, text: str, food: str
):
    (only,) = names(index, text)
    assert only.startswith(food)


def test_what_a_thing_was_cooked_with_never_stands_for_it(index: FoodIndex):
    found = names(index, "quandong spears cooked with butter")
    assert "Butter" not in found


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("I had a lager after a curry", 2),
        ("soup before my sandwich", 2),
        ("porridge after a swim", 1),
        ("a banana before the long match", 1),
    ],
)
def test_a_food_after_another_is_kept_and_a_swim_is_none(
    index: FoodIndex, text: str, foods: int
):
    assert len(read(index, text)) == foods
