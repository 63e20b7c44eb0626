from __future__ import annotations

import pytest

from tests.conftest import inspect_answer


@pytest.fixture
def newcomer(ana, session):
    """Somebody who has just signed up."""
    ana.account(session).welcomed_at = None
    session.commit()
    return ana


def saved(session, person):
    session.rollback()
    return person.account(session)


def answer(person, step, **fields):
    return person.client.post("/welcome", data={"step": step, "do": "next", **fields})


def test_the_three_questions_come_one_by_one_and_are_kept(newcomer, session):
    first = answer(
        newcomer,
        "troubles",
        troubles=["night_cramp", "something_else"],
        own_trouble="Cold feet",
    )
    assert (first.status_code, first.location) == (303, "/welcome?step=since")
    second = answer(newcomer, "since", since="months")
    assert second.location == "/welcome?step=food"
    third = answer(
        newcomer,
        "food",
        eating_style="vegetarian",
        medicines=["statin"],
        region="EU",
        birth_year="1984",
        sex="female",
    )
    assert (third.status_code, third.location) == (303, "/welcome/ready")

    account = saved(session, newcomer)
    assert account.tracked_symptoms[0] == "night_cramp"
    assert list(account.own_symptoms.values()) == ["Cold feet"]
    assert (account.troubled_since, account.region) == ("months", "EU")
    assert (account.birth_year, account.sex) == (1984, "female")
    assert account.medicines == ["statin"]
    assert account.welcomed_at is not None


def test_leaving_halfway_goes_on_at_the_first_open_question(
    newcomer, session, get_page
):
    answer(newcomer, "troubles", troubles=["tingling"])
    assert newcomer.client.get("/").location == "/welcome"
    assert get_page(newcomer.client, "/welcome").h1 == "Since when?"
    answer(newcomer, "since", since="weeks")
    assert get_page(newcomer.client, "/welcome").h1 == "What do you eat and take?"


def test_going_back_shows_what_was_answered(newcomer, get_page):
    answer(newcomer, "troubles", troubles=["tingling"])
    page = get_page(newcomer.client, "/welcome?step=troubles")
    assert page.fields["troubles"] == ["tingling"]


def test_skipping_all_answers_none_of_them(newcomer, session):
    skipped = newcomer.client.post("/welcome", data={"do": "skip_all"})
    assert (skipped.status_code, skipped.location) == (303, "/welcome/ready")
    account = saved(session, newcomer)
    assert account.welcomed_at is not None
    assert account.tracked_symptoms == []
    assert account.troubled_since is None


def test_skipping_one_stores_nothing_of_it(newcomer, session):
    skipped = newcomer.client.post(
        "/welcome", data={"step": "since", "do": "skip", "since": "years"}
    )
    assert skipped.location == "/welcome?step=food"
    assert saved(session, newcomer).troubled_since is None


@pytest.mark.parametrize(
    ("step", "fields"),
    [
        ("troubles", {"troubles": "tooth_ache"}),
        ("troubles", {"own_trouble": "x" * 61}),
        ("since", {"since": "centuries"}),
        ("food", {"birth_year": "1066"}),
        ("food", {"birth_year": "2099", "region": "UK"}),
        ("food", {"region": "Mars"}),
    ],
)
def test_an_answer_that_cannot_be_is_asked_again(newcomer, session, step, fields):
    refused = answer(newcomer, step, **fields)
    inspect_answer("/welcome", refused.status_code, refused.text, 422)
    account = saved(session, newcomer)
    assert account.birth_year is None
    assert account.region == "US"


def test_the_last_page_explains_the_daily_values_by_one_of_them(ana, session, get_page):
    account = ana.account(session)
    account.birth_year, account.sex = 1984, "female"
    account.tracked_symptoms = ["night_cramp", "own_x"]
    account.own_symptoms = {"own_x": "RLS at work"}
    session.commit()
    text = get_page(ana.client, "/welcome/ready").text.replace("\xa0", " ")
    assert "night cramps and RLS at work" in " ".join(text.split())
    assert "265 mg" in text
    assert "Source:" in text


def test_what_is_known_when_agrees_with_the_pages_that_count_the_days(ana, get_page):
    ready = " ".join(get_page(ana.client, "/welcome/ready").text.split())
    assert "It takes 7 days with all you ate." in ready
    assert "A first look takes 24 evenings" in ready
    patterns = " ".join(get_page(ana.client, "/patterns").text.split())
    assert "A first look needs 24 evenings" in patterns
    tonight = ana.client.get("/", follow_redirects=True).text
    assert "0 of 7 full days" in tonight


def test_without_age_and_sex_nothing_is_compared(ana, get_page):
    page = get_page(ana.client, "/welcome/ready")
    assert "without comparing it" in page.text
    assert "/welcome?step=food" in page.links
