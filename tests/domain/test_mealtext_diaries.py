"""How people really write in diaries: makers, shops, brackets, tallies, no commas."""

from __future__ import annotations

import pytest

from journal.domain.brands import is_restaurant, without_brands
from journal.domain.foodmatch import SURE
from journal.services.foodindex import FoodIndex
from tests.meals import read


def names(index: FoodIndex, text: str) -> list[str | None]:
    return [item.food_name for item in read(index, text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Walkers Cheese & Onion crisps", "Crisps, cheese and onion"),
        ("2 Eggland's Best eggs", "Egg, boiled or poached"),
        ("two Greek yogurts from Aldi", "Greek yoghurt, whole milk"),
        ("M&S prawn mayo sandwich", "Prawn or seafood mayonnaise sandwich"),
        ("Chick-fil-A grilled nuggets", "Chicken nuggets"),
        ("Heinz beans", "Baked beans"),
    ],
)
def test_a_food_is_found_under_its_makers_name(index: FoodIndex, text: str, name: str):
    (item,) = read(index, text)
    assert item.food_name == name
    assert item.confidence >= SURE


def test_a_maker_alone_is_left_as_it_is():
    assert without_brands(["aldi"]) == ["aldi"]
    assert without_brands(["the", "tesco"]) == ["the", "tesco"]
    assert without_brands(["Bob's", "Red", "Mill", "oats"]) == ["oats"]


def test_where_it_was_eaten_is_no_food_beside_what_was_eaten(index: FoodIndex):
    assert is_restaurant(["Taco", "Bell"])
    assert names(index, "McDonald's: small fries") == ["Chips, fast food"]
    (unknown,) = read(index, "Wagamama")
    assert unknown.food_id is None
    assert unknown.text == "Wagamama"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("avocado toast", ["White toast", "Avocado"]),
        ("marmite toast x2", ["White toast", "Yeast extract spread"]),
        ("white toast x2 butter jam", ["White toast", "Butter", "Jam"]),
        ("porridge blueberries", ["Porridge made with water", "Blueberries"]),
        (
            "sweet and sour pork egg fried rice",
            ["Sweet and sour pork", "Egg fried rice"],
        ),
    ],
)
def test_foods_without_a_comma_are_parted(
    index: FoodIndex, text: str, found: list[str]
):
    assert names(index, text) == found


def test_how_often_after_toast_counts_the_toast(index: FoodIndex):
    toast, spread = read(index, "marmite toast x2")
    assert (toast.quantity, spread.quantity) == (2, 1)


def test_two_dishes_in_one_breath_are_a_guess(index: FoodIndex):
    assert all(item.confidence < SURE for item in read(index, "burger chips"))


@pytest.mark.parametrize("text", ["banana nut muffin", "4 sourdough pancakes"])
def test_a_kind_told_before_a_thing_is_no_food_of_its_own(index: FoodIndex, text: str):
    assert len(read(index, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ham, Cheese and Pickle Doorstop Sandwich",
        "bowl of lentil + split pea + barley soup",
    ],
)
def test_what_a_dish_is_made_of_told_before_it_is_counted_once(
    index: FoodIndex, text: str
):
    (dish,) = read(index, text)
    assert dish.food_id is not None
    assert dish.confidence < SURE


def test_a_list_that_ends_in_a_sandwich_of_its_own_stays_a_list(index: FoodIndex):
    assert len(read(index, "eggs, bacon and a ham sandwich")) == 3


def test_a_sandwich_told_in_parts_is_its_parts(index: FoodIndex):
    text = "breakfast sandwich, 2 slices of bread, 2 eggs, 1 slice of cheese"
    assert names(index, text) == [
        "White bread",
        "Egg, boiled or poached",
        "Cheddar cheese",
    ]


@pytest.mark.parametrize(
    ("text", "name", "grams"),
    [
        ("Fried chicken x2  - 400", "Fried chicken", 170.0),
        ("Banana, Large, 8 - 8 7/8 Long", "Banana", 136.0),
        ("Banana, 145.5g w/ skin (~93g flesh eaten)", "Banana", 93.0),
        ("Iceberg lettuce, handful (~30g, raw)", "Iceberg lettuce", 30.0),
        ("Miso soup (~1 tsp miso paste)", "Miso soup", 310.7),
    ],
)
def test_figures_that_tell_closer_are_no_other_food(
    index: FoodIndex, text: str, name: str, grams: float
):
    (item,) = read(index, text)
    assert item.food_name == name
    assert item.grams == pytest.approx(grams)


def test_a_calorie_count_after_a_dash_is_no_weight(index: FoodIndex):
    (item,) = read(index, "egg and cheese sandwich - 240")
    assert item.grams != 240
    assert item.grams_source == "assumed"


def test_kinds_that_make_up_a_count_are_not_counted_again(index: FoodIndex):
    (item,) = read(index, "2 biscuits (1 cinnamon, 1 chocolate)")
    assert item.quantity == 2


def test_a_blend_with_its_parts_in_brackets_is_its_parts(index: FoodIndex):
    text = "protein shake\n(milk, protein powder, banana)"
    assert names(index, text) == ["Whole milk", "Whey protein powder", "Banana"]


def test_half_of_what_comes_in_numbers_is_half_a_portion(index: FoodIndex):
    half, whole = (read(index, text)[0] for text in ("half my chips", "my chips"))
    assert half.grams is not None
    assert whole.grams is not None
    assert half.grams == pytest.approx(whole.grams / 2)


def test_a_quarter_chicken_is_a_quarter_of_the_bird(index: FoodIndex):
    (item,) = read(index, "1/4 chicken")
    assert item.grams == pytest.approx(122.5)


@pytest.mark.parametrize(
    ("text", "region", "name"),
    [
        ("sandwich and chips", "US", "Crisps, ready salted"),
        ("sandwich and chips", "UK", "Chips"),
        ("chips and guac", None, "Tortilla chips, plain"),
    ],
)
def test_chips_are_those_of_the_country(
    index: FoodIndex, text: str, region: str | None, name: str
):
    from journal.domain.mealtext import parse_meal

    def find(words: str):
        return index.search(words, limit=6, complete=True)

    meal = parse_meal(text, find=find, portions=index.portions, region=region)
    assert name in [item.food_name for item in meal.items]


def test_chips_of_a_country_unknown_are_a_guess(index: FoodIndex):
    chips = read(index, "a burger and chips")[-1]
    assert chips.food_name == "Chips"
    assert chips.confidence < SURE


def test_kinds_named_after_including_are_asked_about(index: FoodIndex):
    text = "a handful of dried fruit and nuts including fig, apple, and pecan"
    named = read(index, text)[-3:]
    assert [item.confidence < SURE for item in named] == [True, True, True]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Food: Eggs Benedict", ["Eggs Benedict"]),
        ("B: toast L: nil D: spag bol", ["White toast", "Spaghetti bolognese"]),
        ("someone brought doughnuts", ["Doughnut, plain"]),
        ("a beer at brewery, an apple", ["Beer", "Apple"]),
        ("an apple. Left me feeling full", ["Apple"]),
        ("Nachos with ground beef, monterey jack cheese", ["Nachos with toppings"]),
    ],
)
def test_talk_around_food_is_no_food(index: FoodIndex, text: str, found: list[str]):
    assert names(index, text) == found


def test_what_is_no_food_after_a_dash_stays_with_the_food(index: FoodIndex):
    (beer,) = read(index, "1 Beer - Dos X")
    assert (beer.text, beer.food_name) == ("1 Beer - Dos X", "Beer")
    assert beer.confidence < SURE


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("eggs - toast - zorblax", "zorblax"),
        ("butter on to toast for breakfast", "toast"),
        ("berries stirred in to yoghurt for breakfast", "yoghurt"),
        ("a smoothie from spinach and apple", "spinach"),
        ("Symptoms: cramps, tired. Dinner: pasta", "pasta"),
        ("salad (no dressing) and bread", "bread"),
    ],
)
def test_no_food_is_lost_with_the_talk_around_it(
    index: FoodIndex, text: str, kept: str
):
    assert any(kept in item.text for item in read(index, text))


def test_grilled_is_cooked_where_the_table_knows_no_grilled_one(index: FoodIndex):
    (item,) = read(index, "grilled mushrooms")
    assert item.food_name == "Mushrooms, cooked without fat"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("an apple. Symptoms: stomach cramps (severity 3).", ["Apple"]),
        ("sardines, yoghurt for pud", ["Sardines, tinned", "Natural yoghurt"]),
        ("toast with cheese cos I missed lunch", ["White toast", "Cheddar cheese"]),
        ("over to Ann and Joe's for a dinner of fish, peas", ["White fish", "Peas"]),
        ("I missed the red wine, had an apple", ["Apple"]),
        ("crumpet breakfast once the washing was on", ["Crumpet"]),
        ("sandwich w/ 2 slices bread, ham", ["White bread", "Ham slices"]),
        ("red and green peppers", ["Red pepper", "Green pepper"]),
        ("oil and vinegar dressing", ["Vinaigrette"]),
        ("scrambled 6 egg whites", ["Egg white, cooked"]),
        ("cheese sandwich on crusty white", ["Cheddar sandwich, white bread"]),
        ("tuna & cucumber baguette", ["Tuna"]),
        ("PB and strawberry jam sandwich", ["Peanut butter and jam sandwich"]),
    ],
)
def test_a_line_of_a_diary_is_read_as_meant(
    index: FoodIndex, text: str, found: list[str]
):
    named = [name or "" for name in names(index, text)]
    assert len(named) == len(found)
    for name, wanted in zip(named, found, strict=True):
        assert name.startswith(wanted)


def test_points_in_brackets_are_no_count_where_one_is_nought(index: FoodIndex):
    yogurt, celery = read(index, "yogurt (3), celery (0)")
    assert (yogurt.quantity, celery.quantity) == (1, 1)
    (biscuits,) = read(index, "digestives (3)")
    assert biscuits.quantity == 3


def test_a_share_of_fat_with_a_point_is_no_number_of_glasses(index: FoodIndex):
    (milk,) = read(index, "Milk, whole 3.25% × 2")
    assert milk.quantity == 2


@pytest.mark.parametrize("query", ["milk 3.25%", "3.25%", "0.1% yoghurt", "%"])
def test_a_share_with_a_point_can_be_searched_for(index: FoodIndex, query: str):
    assert isinstance(index.search(query), list)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("chobani strawberry", "Fruit yoghurt, whole milk"),
        ("walkers prawn cocktail", "Crisps, flavoured"),
        ("haagen dazs cookies and cream", "Ice cream with pieces, vanilla"),
    ],
)
def test_a_flavour_after_a_maker_is_what_the_maker_makes(
    index: FoodIndex, text: str, name: str
):
    assert names(index, text) == [name]


def test_a_takeaway_of_which_no_dish_was_told_is_unknown(index: FoodIndex):
    (item,) = read(index, "chinese takeaway")
    assert item.food_id is None


def test_several_told_without_a_number_are_taken_for_two(index: FoodIndex):
    (tacos,), (taco,) = read(index, "tacos"), read(index, "taco")
    assert (tacos.quantity, taco.quantity) == (2, 1)
    assert tacos.grams_source == "assumed"
    (grapes,) = read(index, "grapes")
    assert grapes.quantity == 1


def test_a_bacon_sandwich_is_no_bacon_without_bread(index: FoodIndex):
    (item,) = read(index, "bacon sandwich")
    assert item.is_stand_in
    assert item.grams is not None
    assert item.grams > 80


def test_what_is_listed_after_a_colon_may_be_in_the_dish(index: FoodIndex):
    found = read(index, "veggie sub: lettuce, spinach, bell pepper, olives")
    assert all(item.confidence < SURE for item in found)


def test_words_in_brackets_that_say_another_food_leave_the_food(index: FoodIndex):
    (coffee,) = read(index, "Coffee, brewed (Jumbo Beste Crema)")
    assert coffee.food_name == "Coffee, black"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("low fat coleslaw", ["Coleslaw"]),
        ("salt n vinegar crisps", ["Crisps, flavoured"]),
        ("pasta and pesto", ["Pasta, boiled", "Pesto"]),
        ("mince, pots and veg", ["Minced beef", "Potatoes", "Mixed vegetables"]),
        ("beef + potato casserole", ["Beef"]),
        ("ham and cheese sandwich (2 slices protein bread)", ["Ham and cheese"]),
        ("10 crisps", ["Crisps"]),
        ("ham, cheese + pickle doorstep sarnie", ["Ham and cheese"]),
        ("pb & j on a bagel", ["Peanut butter and jam sandwich"]),
        ("9 grain toast w avo", ["Multigrain toast", "Avocado"]),
        ("oats made w water, 1 tbsp sugar", ["Oats", "Sugar"]),
        ("an apple from the corner shop", ["Apple"]),
        ("boston cream pie yogurt", ["Fruit yoghurt"]),
        ("an apple, skipped the rice", ["Apple"]),
    ],
)
def test_what_is_said_around_a_food_does_not_hide_it(
    index: FoodIndex, text: str, found: list[str]
):
    named = [name or "" for name in names(index, text)]
    assert [name.startswith(want) for name, want in zip(named, found, strict=True)] == [
        True
    ] * len(found)


@pytest.mark.parametrize(
    ("text", "grams"),
    [("10 crisps", 20), ("8 pringles", 16), ("6 gummy bears", 15), ("4 eggs", 200)],
)
def test_small_things_are_counted_one_by_one(index: FoodIndex, text: str, grams: float):
    (item,) = read(index, text)
    assert item.grams == pytest.approx(grams)


def test_milligrams_of_a_food_are_a_slip_for_grams_to_look_at(index: FoodIndex):
    (item,) = read(index, "100 mg cabbage")
    assert (item.grams, item.grams_source) == (100, "assumed")


def test_a_slice_of_cake_is_no_quarter_of_it(index: FoodIndex):
    (item,) = read(index, "a slice of carrot cake")
    assert item.grams == pytest.approx(100)


def test_a_correction_is_for_the_words_as_said_with_the_maker(index: FoodIndex):
    (crisps,) = read(index, "2 bags of Tesco crisps")
    assert crisps.words == "tesco crisps"
    assert crisps.food_name == "Crisps, ready salted"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2 slices malted brown", ["Multigrain bread"]),
        ("oats with jam stirred on top", ["Oats", "Jam"]),
        ("a bottle of Peroni", ["Beer"]),
        ("Frankie and Bennys - veg pizza", ["Vegetable pizza"]),
        ("bacon roll, way too salty", ["BLT"]),
        ("a cheese sambo in the pub", ["Cheese sandwich"]),
    ],
)
def test_words_of_everyday_speech_are_read_as_meant(
    index: FoodIndex, text: str, found: list[str]
):
    named = [name or "" for name in names(index, text)]
    assert len(named) == len(found)
    for name, wanted in zip(named, found, strict=True):
        assert name.startswith(wanted)
