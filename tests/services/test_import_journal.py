"""Moving house: what left as JSON comes in again, byte for byte and without noise."""

from __future__ import annotations

import copy
import json
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from journal.domain.errors import Invalid, NotFound
from journal.domain.journal_file import read_journal_file
from journal.models import (
    Account,
    Day,
    Food,
    Meal,
    MealNone,
    RedFlagShown,
    Reminder,
    Supplement,
    SupplementIntake,
    SymptomEntry,
)
from journal.services.accounts import remove_account
from journal.services.export_json import json_pieces
from journal.services.export_registry import KEPT
from journal.services.import_journal import take_journal
from journal.services.import_record import imports_of, keep_record, undo_import
from journal.services.reminders import due
from tests.factories import (
    make_account,
    make_day,
    make_food,
    make_meal,
    make_supplement,
    make_symptom,
    take_supplement,
)
from tests.services.full_accounts import Filler

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def out(session, who, **days) -> str:
    session.flush()
    return "".join(json_pieces(session, user_id=who.id, **days))


def come_in(session, who, text, *, write=True):
    document = read_journal_file(text)
    outcome = take_journal(session, document, user_id=who.id, write=write)
    if write:
        keep_record(
            session,
            outcome,
            user_id=who.id,
            source="lamplight",
            file_name="lamplight.json",
            now=NOW,
        )
    return outcome


def full_account(session, seed=1, count=3, **fields) -> Account:
    who = make_account(
        session, own_symptoms={"own_b": "Ziehen", "own_a": "🦵"}, **fields
    )
    Filler(session, who, seed).fill(count)
    return who


@pytest.mark.parametrize("seed", range(4))
def test_out_and_in_and_out_again_is_the_same_byte_for_byte(session, seed) -> None:
    text = out(session, full_account(session, seed, time_zone="Asia/Tokyo"))
    there = make_account(session)
    outcome = come_in(session, there, text)
    assert outcome.refused == []
    assert out(session, there) == text


def test_every_table_is_in_a_full_account(session) -> None:
    found = json.loads(out(session, full_account(session)))
    assert [kept.name for kept in KEPT if not found[kept.name]] == []


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    texts=st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")),
        min_size=3,
        max_size=3,
    ),
    figure=st.floats(0, 1e6, allow_nan=False),
    severity=st.integers(0, 10),
)
def test_any_text_and_any_figure_survives_the_move(
    session, texts, figure, severity
) -> None:
    who = make_account(
        session, own_words=texts[0][:2000], own_symptoms={"own_x": texts[1]}
    )
    make_day(session, who, DAY, note=texts[2], water_ml=figure)
    make_symptom(session, who, DAY, severity_0_10=severity, note=texts[1])
    own = make_food(
        session,
        id=f"own-{who.id}",
        user_id=who.id,
        source="own",
        name=texts[0][:200],
        per_100_g={"iron_mg": figure},
    )
    make_meal(session, who, DAY, (own, 1 + figure), (None, None))
    text = out(session, who)
    there = make_account(session)
    come_in(session, there, text)
    assert out(session, there) == text


def test_the_second_time_changes_nothing(session) -> None:
    text = out(session, full_account(session))
    there = make_account(session)
    come_in(session, there, text)
    again = come_in(session, there, text, write=False)
    assert (again.new_count, again.kept_here_count, again.refused_count) == (0, 0, 0)
    come_in(session, there, text)
    assert out(session, there) == text


def test_a_plan_tells_what_the_import_then_does_and_writes_nothing(session) -> None:
    text = out(session, full_account(session))
    there = make_account(session)
    before = out(session, there)
    plan = come_in(session, there, text, write=False)
    assert out(session, there) == before
    done = come_in(session, there, text)
    assert plan.counts == done.counts
    assert (plan.first_day, plan.last_day) == (done.first_day, done.last_day)


def test_an_import_does_not_touch_what_another_person_wrote(session) -> None:
    other = full_account(session, 7)
    before = out(session, other)
    come_in(session, make_account(session), out(session, full_account(session, 8)))
    assert out(session, other) == before


def test_nothing_fires_after_an_import(session) -> None:
    who = full_account(session)
    for row in session.scalars(select(Reminder).where(Reminder.user_id == who.id)):
        row.is_on, row.at_local = True, time(8, 30)
    session.add(
        RedFlagShown(
            user_id=who.id,
            date=DAY,
            rule="cold_leg",
            level="urgent",
            shown_at=NOW,
            acknowledged_at=NOW,
        )
    )
    text = out(session, who)
    there = make_account(session)
    come_in(session, there, text)
    mine = select(Reminder.id).where(Reminder.user_id == there.id)
    assert not set(due(session, now=NOW)) & set(session.scalars(mine))
    coming = select(Reminder.next_due_at).where(Reminder.user_id == there.id)
    assert all(moment > NOW for moment in session.scalars(coming))
    flags = session.scalars(
        select(RedFlagShown).where(
            RedFlagShown.user_id == there.id, RedFlagShown.rule == "cold_leg"
        )
    ).all()
    assert [flag.acknowledged_at for flag in flags] == [NOW]


def test_what_is_here_already_stays_and_is_counted(session) -> None:
    who, there = make_account(session), make_account(session, own_words="mine")
    make_day(session, who, DAY, water_ml=100.0)
    make_day(session, there, DAY, water_ml=900.0)
    make_symptom(session, who, DAY, severity_0_10=3)
    outcome = come_in(session, there, out(session, who))
    kept = outcome.counts["days"]
    assert (kept.new, kept.kept_here) == (0, 1)
    assert outcome.counts["symptoms"].new == 1
    assert outcome.counts["profile"].kept_here == 1
    row = session.scalars(select(Day).where(Day.user_id == there.id)).one()
    assert (row.water_ml, there.own_words) == (900.0, "mine")


def test_undo_takes_everything_out_again_and_puts_the_profile_back(session) -> None:
    there = make_account(session, own_words="before")
    empty = out(session, there)
    come_in(session, there, out(session, full_account(session, own_words="after")))
    assert there.own_words == "after"
    (made,) = imports_of(session, user_id=there.id)
    undone = undo_import(session, user_id=there.id, import_id=made.id, now=NOW)
    assert undone.stayed == 0
    assert undone.removed > 20
    assert out(session, there) == empty
    assert imports_of(session, user_id=there.id) == []


def test_undo_leaves_what_was_changed_or_is_needed_since(session) -> None:
    who = make_account(session)
    make_day(session, who, DAY)
    make_symptom(session, who, DAY)
    make_supplement(session, who)
    there = make_account(session)
    come_in(session, there, out(session, who))
    session.scalars(select(Day).where(Day.user_id == there.id)).one().water_ml = 1.0
    product = session.scalars(
        select(Supplement).where(Supplement.user_id == there.id)
    ).one()
    take_supplement(session, product, DAY)
    (made,) = imports_of(session, user_id=there.id)
    undone = undo_import(session, user_id=there.id, import_id=made.id, now=NOW)
    assert (undone.removed, undone.stayed) == (1, 2)
    count = select(func.count()).where(SupplementIntake.user_id == there.id)
    assert session.scalar(count) == 1


def test_a_stranger_cannot_undo(session) -> None:
    there = make_account(session)
    come_in(session, there, out(session, full_account(session)))
    (made,) = imports_of(session, user_id=there.id)
    with pytest.raises(NotFound):
        undo_import(
            session, user_id=make_account(session).id, import_id=made.id, now=NOW
        )


def test_undo_leaves_the_same_answer_of_somebody_who_got_the_rows_number(
    session,
) -> None:
    # SQLite gives the numbers of the last rows out again once they are deleted.
    there, other = make_account(session), make_account(session)
    who = make_account(session)
    session.add(MealNone(user_id=who.id, date=DAY, slot="dinner"))
    session.flush()
    come_in(session, there, out(session, who))
    (made,) = imports_of(session, user_id=there.id)
    mine = session.scalars(select(MealNone).where(MealNone.user_id == there.id)).one()
    number = mine.id
    session.delete(mine)
    session.flush()
    session.add(MealNone(id=number, user_id=other.id, date=DAY, slot="dinner"))
    session.flush()

    undone = undo_import(session, user_id=there.id, import_id=made.id, now=NOW)

    assert (undone.removed, undone.stayed) == (0, 0)
    left = select(func.count()).where(MealNone.user_id == other.id)
    assert session.scalar(left) == 1


def test_a_food_that_is_not_in_the_tables_here_comes_along(session) -> None:
    far = make_food(session, id="far-away", source="fdc", name="Lamb’s lettuce")
    who = make_account(session)
    make_meal(session, who, DAY, (far, 50.0))
    text = out(session, who)
    remove_account(session, account=who)
    session.delete(far)
    there = make_account(session)
    come_in(session, there, text)
    (food,) = session.scalars(select(Food).where(Food.user_id == there.id))
    assert (food.per_100_g["magnesium_mg"], food.is_listed) == (50.0, False)
    assert out(session, there) == text


def test_the_own_food_of_another_person_cannot_be_named(session) -> None:
    other = make_account(session)
    make_food(session, id="own-zebra", user_id=other.id, source="own", name="Zebra")
    who = make_account(session)
    make_meal(session, who, DAY, (make_food(session, name="Rice"), 50.0))
    document = json.loads(out(session, who))
    document["foods"][0]["slug"] = "own-zebra"
    there = make_account(session)
    come_in(session, there, json.dumps(document))
    item = session.scalars(select(Meal).where(Meal.user_id == there.id)).one().items[0]
    assert item.food_id != "own-zebra"


def test_nobody_takes_hold_of_a_food_that_everybody_shares(session) -> None:
    who = make_account(session)
    make_meal(session, who, DAY, (make_food(session, name="Rice"), 50.0))
    document = json.loads(out(session, who))
    document["own_foods"] = [
        {"food": 1, "kind": "label", "updated_at": "2026-11-22T20:00:00+00:00"}
    ]
    outcome = come_in(session, make_account(session), json.dumps(document))
    assert [one.where for one in outcome.refused] == ["own_foods, 1"]


def test_two_equal_meals_are_two_meals_here_as_well(session) -> None:
    who = make_account(session)
    food = make_food(session)
    make_meal(session, who, DAY, (food, 50.0))
    make_meal(session, who, DAY, (food, 50.0))
    text = out(session, who)
    there = make_account(session)
    come_in(session, there, text)
    come_in(session, there, text)
    assert session.scalar(select(func.count()).where(Meal.user_id == there.id)) == 2


BAD_ROWS = {
    "a severity of 11": ("symptoms", {"severity_0_10": 11}, "severity"),
    "a number as text": ("days", {"water_ml": "much"}, "water_ml"),
    "a day that is none": ("days", {"date": "2026-02-30"}, "date"),
    "a moment without offset": (
        "days",
        {"updated_at": "2026-11-22T20:00:00"},
        "offset",
    ),
    "half a sign": ("days", {"note": "\ud83d"}, "no text"),
    "a NUL": ("symptoms", {"note": "a\x00b"}, "no text"),
    "too long a word": ("symptoms", {"symptom": "x" * 61}, "60"),
    "an unknown key": ("days", {"mood": 3}, "mood"),
    "no key": ("symptoms", {"symptom": None}, "symptom"),
    "a slot that is none": ("meals", {"slot": "brunch"}, "slot"),
    "a list as text": ("symptoms", {"sites": "calf_left"}, "sites"),
    "a food that is not there": (
        "meals",
        {"items": [{"food": 99, "position": 1}]},
        "not in",
    ),
    "items that are none": ("meals", {"items": 5}, "no list"),
}


@pytest.mark.parametrize("what", BAD_ROWS)
def test_a_row_that_cannot_be_is_refused_with_its_place_and_reason(
    session, what
) -> None:
    who = make_account(session)
    make_day(session, who, DAY, water_ml=5.0)
    make_symptom(session, who, DAY)
    make_meal(session, who, DAY, (make_food(session), 50.0))
    document = json.loads(out(session, who))
    table, change, reason = BAD_ROWS[what]
    document[table][0] |= change
    there = make_account(session)
    outcome = come_in(session, there, json.dumps(document))
    (refused,) = outcome.refused
    assert refused.where == f"{table}, 1"
    assert reason in refused.reason


BAD_FILES = {
    "": "ends too early",
    "{": "ends too early",
    '{"format": "lamplight-journal", "sch': "ends too early",
    "[]": "not written by Lamplight",
    '{"format": "other"}': "not written by Lamplight",
    '{"format": "lamplight-journal"}': "which version",
    '{"format": "lamplight-journal", "schema_version": 3}': "newer Lamplight",
    '{"format": "lamplight-journal", "schema_version": NaN}': "sound JSON",
    '{"format": "lamplight-journal", "schema_version": true}': "which version",
    '{"a": 1} x': "sound JSON",
    "[" * 100_000: "nested",
    "9" * 10_000: "sound JSON",
}


@pytest.mark.parametrize("text", BAD_FILES, ids=lambda text: f"{text[:4]} {len(text)}")
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(text) -> None:
    with pytest.raises(Invalid, match=BAD_FILES[text]):
        read_journal_file(text)


def test_a_table_that_is_not_known_or_no_list_is_refused(session) -> None:
    document = json.loads(out(session, make_account(session)))
    for change in ({"moods": []}, {"days": {}}):
        with pytest.raises(Invalid, match="cannot be read"):
            take_journal(
                session,
                copy.deepcopy(document) | change,
                user_id=make_account(session).id,
                write=True,
            )


@pytest.mark.parametrize(
    "change",
    [
        {"time_zone": "Middle/Earth"},
        {"theme": "pink"},
        {"medicines": ["magic"]},
        {"own_symptoms": {"night_cramp": "x"}},
        {"sex": "x"},
    ],
)
def test_a_profile_no_page_could_show_is_refused(session, change) -> None:
    document = json.loads(out(session, make_account(session, own_words="after")))
    document["profile"] |= change
    there = make_account(session, own_words="before")
    outcome = come_in(session, there, json.dumps(document))
    assert [one.where for one in outcome.refused] == ["profile"]
    assert there.own_words == "before"


VERSION_1 = {
    "schema_version": "1",
    "made_at": "2026-11-20T21:00:00+00:00",
    "from": "2026-11-19",
    "to": "2026-11-20",
    "profile": {
        "name": "Ana",
        "region": "EU",
        "eating_style": "none",
        "time_zone": "Europe/Berlin",
        "medicines": ["statin"],
        "conditions": [],
        "own_words": "My calf.",
        "own_symptoms": {},
    },
    "days": [
        {"date": "2026-11-19", "day_status": "not_logged"},
        {
            "date": "2026-11-20",
            "day_status": "partial",
            "water_ml": 0.0,
            "note": "Long day.",
            "updated_at": "2026-11-20T21:00:00+01:00",
        },
    ],
    "symptoms": [
        {
            "id": 7,
            "date": "2026-11-20",
            "part": "night",
            "symptom": "night_cramp",
            "label": "Night cramps",
            "severity_0_10": 0,
            "state": "none",
            "sites": "",
            "note": "",
            "updated_at": "2026-11-20T21:00:00+01:00",
        }
    ],
    "meals": [
        {
            "id": n,
            "date": "2026-11-20",
            "slot": "dinner",
            "position": n,
            "food_id": food_id,
            "food": "Rice",
            "amount_g": 80.0,
            "amount_label": "80 g",
            "amount_source": "stated",
            "nutrients_known": 1,
            "magnesium_mg": 20.0,
            "logged_at": "2026-11-20T19:00:00+01:00",
        }
        for n, food_id in ((1, "some-rice"), (2, None))
    ],
    "supplements": [
        {
            "id": 1,
            "date": "2026-11-20",
            "supplement": "D3",
            "dose_label": "1 drop",
            "doses": 2.0,
            "vitamin_d_ug": 50.0,
        }
    ],
    "daily_nutrients": [],
}


def test_a_file_of_the_first_version_comes_in(session) -> None:
    there = make_account(session)
    outcome = come_in(session, there, json.dumps(VERSION_1))
    assert outcome.refused == []
    day = session.scalars(select(Day).where(Day.user_id == there.id)).one()
    assert (day.date, day.food_status, day.water_ml) == (
        date(2026, 11, 20),
        "partial",
        0.0,
    )
    night = session.scalars(
        select(SymptomEntry).where(SymptomEntry.user_id == there.id)
    ).one()
    assert (night.severity_0_10, night.sites) == (0, [])
    meal = session.scalars(select(Meal).where(Meal.user_id == there.id)).one()
    first, second = meal.items
    assert first.food is not None
    assert first.food.per_100_g == {"magnesium_mg": 25.0}
    assert second.food_id is None
    product = session.scalars(
        select(Supplement).where(Supplement.user_id == there.id)
    ).one()
    assert (product.name, product.amounts) == ("D3", {"vitamin_d_ug": 25.0})
    assert there.time_zone == "Europe/Berlin"
    again = come_in(session, there, json.dumps(VERSION_1), write=False)
    assert again.new_count == 0
