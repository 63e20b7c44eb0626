from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from journal.domain.dates import journal_day
from journal.domain.records import SITES
from journal.services.diary import load_days
from journal.services.evening import load_evening
from journal.services.evening_values import DAY_PARTS, EASED_BY, Evening, SymptomInput
from journal.services.meals import meals_of_day
from journal.web.evening_fields import filled, hours, read_minutes
from journal.web.evening_form import read_changes
from journal.web.forms import Form
from tests.conftest import GetPage, Person, inspect_answer
from tests.factories import make_day, make_supplement, make_symptom


@pytest.fixture
def today() -> date:
    return journal_day(
        datetime.now(UTC), time_zone="Europe/Berlin", day_begins=time(4, 0)
    )


def post(client: FlaskClient, day: date, **fields: Any) -> Any:
    """Send the evening as the page stands now, with these fields changed."""
    page = inspect_answer("evening", 200, client.get(f"/evening/{day}").text)
    sent: dict[str, Any] = {
        name: values for name, values in page.fields.items() if name != "note"
    }
    sent |= {name.replace("__", "-"): value for name, value in fields.items()}
    return client.post(
        f"/evening/{day}",
        data={name: value for name, value in sent.items() if value is not None},
    )


def stored(session: Session, person: Person, day: date) -> Evening:
    session.rollback()
    return load_evening(session, user_id=person.id, day=day)


def test_nothing_is_answered_beforehand(
    ana: Person, get_page: GetPage, today: date
) -> None:
    page = get_page(ana.client, f"/evening/{today}")
    assert not [name for name in page.fields if name in {"food_status", "s-tingling"}]
    assert "s-night_cramp" not in page.fields
    assert "questions are open" in page.text


def test_saving_untouched_answers_nothing(
    ana: Person, session: Session, today: date
) -> None:
    assert post(ana.client, today, do="save").status_code == 303
    evening = stored(session, ana, today)
    assert evening.night == {}
    assert evening.today == {}
    assert evening.updated_at is None
    (record,) = load_days(session, user_id=ana.id, first=today, last=today)
    assert not record.is_logged


def test_a_cramp_of_last_night_is_written_with_side_and_place(
    ana: Person, session: Session, today: date
) -> None:
    answer = post(
        ana.client,
        today,
        **{
            "s-night_cramp": "6",
            "s-night_cramp-sites": ["calf_left", "foot_left"],
            "s-night_cramp-woke": "yes",
            "s-night_cramp-long": "5 min",
            "s-night_cramp-eased": "stretching",
            "sleep": "6:30",
        },
    )
    assert answer.status_code == 303
    evening = stored(session, ana, today)
    cramp = evening.night["night_cramp"]
    assert (cramp.severity_0_10, cramp.sites) == (6, ("calf_left", "foot_left"))
    assert (cramp.woke_me, cramp.duration_min, cramp.eased_by) == (
        True,
        5,
        "stretching",
    )
    assert evening.sleep_min == 390


def test_a_place_without_a_number_is_asked_again_with_everything_kept(
    ana: Person, session: Session, today: date
) -> None:
    answer = post(
        ana.client,
        today,
        **{
            "s-night_cramp-sites": ["calf_left"],
            "water": "lots",
            "note": "a long walk",
            "meal": "two eggs",
        },
    )
    page = inspect_answer("evening", answer.status_code, answer.text, 422)
    assert "s-night_cramp" not in page.fields
    assert page.fields["s-night_cramp-sites"] == ["calf_left"]
    assert page.fields["water"] == ["lots"]
    assert "a long walk" in answer.text
    assert "two eggs" in answer.text
    assert "Night cramps: How bad was it?" in page.text
    assert "Water: Type a number between 0 and 75. You typed “lots”." in page.text
    assert "#f-s-night_cramp" in page.links
    assert "#f-water" in page.links
    assert stored(session, ana, today).night == {}
    assert meals_of_day(session, user_id=ana.id, day=today) == []


def test_none_of_these_is_one_tap_and_answers_the_tracked_ones(
    ana: Person, session: Session, today: date
) -> None:
    post(ana.client, today, do="rest-night")
    evening = stored(session, ana, today)
    assert {code: each.severity_0_10 for code, each in evening.night.items()} == {
        "night_cramp": 0,
        "restless_legs": 0,
    }
    assert evening.today == {}


def test_an_answer_is_cleared_by_its_own_button(
    ana: Person, session: Session, today: date
) -> None:
    post(ana.client, today, do="rest-day")
    post(ana.client, today, do="clear-muscle_ache")
    evening = stored(session, ana, today)
    assert "muscle_ache" not in evening.today
    assert evening.today["tingling"].severity_0_10 == 0


def test_an_old_tab_does_not_put_back_what_another_one_changed(
    ana: Person, session: Session, today: date
) -> None:
    old = inspect_answer("e", 200, ana.client.get(f"/evening/{today}").text).fields
    post(ana.client, today, water="5", note="new", do="rest-day")
    ana.client.post(f"/evening/{today}", data={**old, "sun": "20", "note": ""})
    evening = stored(session, ana, today)
    assert evening.facts["water_ml"] == 1000
    assert evening.facts["sun_min"] == 20
    assert evening.note == "new"
    assert len(evening.today) == 2


def test_the_same_form_sent_twice_is_taken_once(
    ana: Person, session: Session, today: date
) -> None:
    form = inspect_answer("e", 200, ana.client.get(f"/evening/{today}").text).fields
    for _ in range(2):
        answer = ana.client.post(
            f"/evening/{today}", data={**form, "meal": "a banana", "slot": "snacks"}
        )
        assert answer.status_code == 303
    session.rollback()
    assert len(meals_of_day(session, user_id=ana.id, day=today)) == 1


def test_going_back_to_change_an_answer_saves_the_change(
    ana: Person, session: Session, today: date
) -> None:
    old = inspect_answer("e", 200, ana.client.get(f"/evening/{today}").text).fields
    meal = {"meal": "a banana", "slot": "snacks"}
    path = f"/evening/{today}"
    ana.client.post(path, data={**old, **meal, "water": "5", "do": "meal"})
    answer = ana.client.post(path, data={**old, **meal, "water": "6", "do": "save"})
    assert answer.status_code == 303
    assert stored(session, ana, today).facts["water_ml"] == 1200
    assert len(meals_of_day(session, user_id=ana.id, day=today)) == 1
    ana.client.post(path, data={**old, "meal": "an apple", "slot": "snacks"})
    session.rollback()
    written = meals_of_day(session, user_id=ana.id, day=today)
    assert [meal.said for meal in written] == ["a banana", "an apple"]


def test_a_form_from_before_going_back_leaves_newer_answers_alone(
    ana: Person, session: Session, today: date
) -> None:
    old = inspect_answer("e", 200, ana.client.get(f"/evening/{today}").text).fields
    ana.client.post(f"/evening/{today}", data={**old, "sun": "20"})
    post(ana.client, today, water="5", note="new")
    ana.client.post(f"/evening/{today}", data={**old, "sun": "30"})
    evening = stored(session, ana, today)
    assert evening.facts["sun_min"] == 30
    assert evening.facts["water_ml"] == 1000
    assert evening.note == "new"


def test_the_glasses_count_up_without_scripts(
    ana: Person, session: Session, today: date
) -> None:
    post(ana.client, today, do="water-more")
    post(ana.client, today, do="water-more")
    assert stored(session, ana, today).facts["water_ml"] == 400
    post(ana.client, today, do="water-less")
    assert stored(session, ana, today).facts["water_ml"] == 200


def test_no_glass_and_no_answer_are_two_things(
    ana: Person, session: Session, today: date
) -> None:
    post(ana.client, today, water="0")
    assert stored(session, ana, today).facts["water_ml"] == 0
    post(ana.client, today, water="")
    assert stored(session, ana, today).facts["water_ml"] is None


@pytest.mark.parametrize(("region", "grams"), [("UK", 16), ("EU", 20), ("US", 28)])
def test_a_drink_is_counted_as_the_region_does(
    ana: Person, session: Session, today: date, region: str, grams: float
) -> None:
    ana.account(session).region = region
    session.commit()
    post(ana.client, today, drinks="2")
    assert stored(session, ana, today).facts["alcohol_g"] == grams
    page = inspect_answer("e", 200, ana.client.get(f"/evening/{today}").text)
    assert page.fields["drinks"] == ["2"]


def test_only_part_of_the_food_is_an_answer_of_its_own_and_can_be_cleared(
    ana: Person, session: Session, today: date
) -> None:
    post(ana.client, today, food_status="partial")
    assert stored(session, ana, today).food_status == "partial"
    post(ana.client, today, food_status="complete")
    assert stored(session, ana, today).food_status == "complete"
    post(ana.client, today, do="clear-food_status")
    assert stored(session, ana, today).food_status is None


def test_supplements_are_ticked_or_none_taken_or_not_answered(
    ana: Person, session: Session, today: date
) -> None:
    product = make_supplement(session, ana.account(session))
    session.commit()
    number = str(product.id)
    post(ana.client, today, supplement=[number], **{f"doses-{number}": "2"})
    session.rollback()
    (record,) = load_days(session, user_id=ana.id, first=today, last=today)
    assert record.supplements[0].doses == 2
    post(ana.client, today, supplement=None, supplements_none="yes")
    session.rollback()
    (record,) = load_days(session, user_id=ana.id, first=today, last=today)
    assert (record.supplements, record.supplements_answered) == ((), True)
    post(ana.client, today, supplements_none=None)
    session.rollback()
    (record,) = load_days(session, user_id=ana.id, first=today, last=today)
    assert not record.supplements_answered


def test_tracked_symptoms_come_first_in_the_persons_order(
    ana: Person, session: Session, today: date
) -> None:
    ana.account(session).tracked_symptoms = ["tingling", "bone_pain", "night_cramp"]
    session.commit()
    html = ana.client.get(f"/evening/{today}").text
    first = html.index('name="s-tingling"')
    assert first < html.index('name="s-bone_pain"') < html.index('name="s-muscle_ache"')
    assert html.index("Something else") < html.index('name="s-restless_legs"')


def test_a_symptom_of_ones_own_is_asked_from_then_on(
    ana: Person, session: Session, today: date, get_page: GetPage
) -> None:
    post(ana.client, today, own_symptom="Cold feet", do="own")
    page = get_page(ana.client, f"/evening/{today}")
    assert "Cold feet" in page.text
    assert page.html.index("Muscle ache") < page.html.index("Cold feet")
    assert page.html.index("Cold feet") < page.html.index('name="s-twitching"')
    post(ana.client, today, **{"s-own_cold_feet": "0"})
    assert stored(session, ana, today).today["own_cold_feet"].severity_0_10 == 0
    refused = post(ana.client, today, own_symptom="x" * 61, do="own")
    page = inspect_answer("evening", refused.status_code, refused.text, 422)
    assert "#f-own_symptom" in page.links


def test_days_to_come_cannot_be_opened_or_written(ana: Person, today: date) -> None:
    tomorrow = today + timedelta(days=1)
    for answer in (
        ana.client.get(f"/evening/{tomorrow}"),
        ana.client.post(f"/evening/{tomorrow}", data={"note": "early"}),
    ):
        assert answer.status_code == 422
        assert "still to come" in answer.text


@pytest.mark.parametrize(
    "day", ["tomorrow", "2026-2-3", "2026-02-30", "0001-01-01", "20260301"]
)
def test_what_is_no_day_is_not_found(ana: Person, day: str) -> None:
    assert ana.client.get(f"/evening/{day}").status_code == 404


def test_a_past_day_says_which_one_it_is(
    ana: Person, get_page: GetPage, today: date
) -> None:
    day = today - timedelta(days=3)
    page = get_page(ana.client, f"/evening/{day}")
    assert f"You are writing for {day:%A}, three days ago." in page.text


def test_the_evening_of_another_person_does_not_show(
    ana: Person, ben: Person, session: Session, get_page: GetPage, today: date
) -> None:
    account = ana.account(session)
    make_day(session, account, today, note="Ana's secret", water_ml=800.0)
    make_symptom(session, account, today, part="day", symptom="tingling")
    session.commit()
    page = get_page(ben.client, f"/evening/{today}")
    assert "Ana" not in page.html
    assert page.fields["water"] == [""]
    assert "s-tingling" not in page.fields


@pytest.mark.parametrize(
    ("text", "unit", "minutes"),
    [
        ("5", "min", 5),
        ("7", "h", 420),
        ("7,5", "h", 450),
        ("7:30", "h", 450),
        ("1:30", "min", 90),
        ("2 h", "min", 120),
        ("1 h 30", "min", 90),
        ("1h30min", "min", 90),
        ("90 minutes", "h", 90),
        ("a while", "min", None),
        ("-5", "min", None),
        ("", "min", None),
        ("7:75", "h", None),
        ("٣", "h", None),
    ],
)
def test_lengths_of_time_are_read_as_people_write_them(
    text: str, unit: Any, minutes: float | None
) -> None:
    assert read_minutes(text, plain_unit=unit) == minutes


@given(st.integers(min_value=0, max_value=1440))
def test_hours_that_were_shown_are_read_back_as_they_were(minutes: int) -> None:
    assert read_minutes(hours(minutes), plain_unit="h") == minutes


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_but_never_fails(text: str) -> None:
    found = read_minutes(text, plain_unit="min")
    assert found is None or found >= 0


ANSWERS = st.builds(
    SymptomInput,
    severity_0_10=st.integers(min_value=1, max_value=10),
    sites=st.sets(st.sampled_from(SITES)).map(
        lambda chosen: tuple(site for site in SITES if site in chosen)
    ),
    part_of_day=st.none() | st.sampled_from(DAY_PARTS),
    duration_min=st.none() | st.integers(min_value=1, max_value=1440),
    times_count=st.none() | st.integers(min_value=1, max_value=999),
    woke_me=st.none() | st.booleans(),
    eased_by=st.none() | st.sampled_from(EASED_BY),
    note=st.text(alphabet="aä ?\n", max_size=20).map(str.strip),
)
FIGURES = st.none() | st.integers(min_value=0, max_value=60)


@given(
    answers=st.dictionaries(
        st.sampled_from(["tingling", "numbness"]),
        ANSWERS | st.just(SymptomInput(0)),
    ),
    glasses=FIGURES,
    minutes=FIGURES,
    note=st.text(alphabet="aä ?\n", max_size=20).map(str.strip),
)
def test_what_is_shown_and_sent_back_changes_nothing_and_loses_nothing(
    answers: dict[str, SymptomInput],
    glasses: int | None,
    minutes: int | None,
    note: str,
) -> None:
    facts: dict[str, float | None] = dict.fromkeys(
        ("exercise_min", "alcohol_g", "caffeine_mg"), None
    )
    facts["water_ml"] = None if glasses is None else glasses * 200.0
    facts["sun_min"] = minutes
    evening = Evening(
        day=date(2026, 3, 1),
        night={},
        today=answers,
        facts=facts,
        sleep_min=minutes,
        food_status=None,
        supplements_answered=False,
        note=note,
        updated_at=None,
    )
    shown = filled(evening, region="UK", doses={}, key="k")
    codes = ("tingling", "numbness")

    def changes(form: Form) -> Any:
        return read_changes(
            form,
            asked={"night": (), "day": codes},
            tracked={"night": (), "day": codes},
            region="UK",
            action="save",
        )

    unchanged = changes(Form(shown.raw))
    assert (unchanged.day, unchanged.facts, unchanged.note) == ({}, {}, None)
    bare = Form(shown.raw.copy())
    for name in [each for each in bare.raw if each.endswith("-was")]:
        bare.raw.poplist(name)
    again = changes(bare)
    assert bare.errors == {}
    assert again.day == answers
    assert (again.note or "") == note
    for fact in ("water_ml", "sun_min"):
        assert again.facts.get(fact) == facts[fact]
    assert again.facts.get("night_sleep_min") == minutes
