import pytest

from journal.domain.nothing_eaten import nothing_eaten


@pytest.mark.parametrize(
    "said",
    [
        "nothing",
        "Nothing.",
        "none",
        "I ate nothing",
        "I had nothing at all",
        "nothing to eat today",
        "didn’t eat anything",
        "I did not eat",
        "skipped",
        "Skipped it!",
        "fasted",
        "n/a",
    ],
)
def test_a_text_that_says_nothing_was_eaten_is_about_the_chosen_meal(said: str) -> None:
    assert nothing_eaten(said, slot="lunch") == "lunch"


def test_a_meal_that_is_named_goes_before_the_chosen_one() -> None:
    assert nothing_eaten("nothing for dinner", slot="lunch") == "dinner"


@pytest.mark.parametrize(
    "said",
    [
        "nothing yet",
        "nothing special, just toast",
        "nothing but a banana",
        "none of the cake",
        "skipped the gym",
        "no breakfast bar",
        "0 bananas",
        "I can’t remember",
        "",
    ],
)
def test_what_only_begins_like_that_is_read_as_food(said: str) -> None:
    assert nothing_eaten(said, slot="lunch") is None
