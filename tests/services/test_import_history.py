"""History from elsewhere: planned, written once, labelled, and taken out as a whole."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from journal.domain.history_kinds import read_history
from journal.domain.nutrition import day_intake
from journal.domain.records import FoodStatus
from journal.models import Day, DayOrigin, Food, Meal, MealItem, SymptomEntry
from journal.services.diary import load_days
from journal.services.export_json import json_pieces
from journal.services.import_history import prepare
from journal.services.import_history_write import write_history
from journal.services.import_record import imports_of, undo_import
from tests.factories import make_account, make_day, make_symptom

DAY = date(2026, 5, 1)
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 21, tzinfo=UTC)
SERVINGS = (
    "Day,Time,Group,Food Name,Amount,Energy (kcal),Water (g),Magnesium (mg),"
    "Iron (mg),Protein (g),Carbs (g),Fat (g)\n"
    '2026-05-01,8:05 AM,Breakfast,"Oats, Rolled",40.00 g,150,3,55.2,,5,27,3\n'
    "2026-05-01,8:05 AM,Breakfast,Latte,2.00 cup,200,400,20,0,16,20,8\n"
    "2026-05-01,8:05 AM,Breakfast,Latte,2.00 cup,200,400,20,0,16,20,8\n"
)
DAILY = (
    "Date,Energy (kcal),Magnesium (mg),Completed\n"
    "2026-05-01,2000,300,true\n2026-05-02,900,100,false\n2026-05-03,2100,310,true\n"
)
NAMES_ONLY = (
    "Day,Time,Group,Food Name,Amount,Category\n"
    "2026-05-01,8:05 AM,Breakfast,Banana,118.00 g,Fruit\n"
    "2026-05-01,8:05 AM,Breakfast,Milk,1.00 cup,Dairy\n"
    "2026-05-01,8:05 AM,Breakfast,Zorblax crunch,2.00 pieces,Other\n"
)
BEARABLE = (
    "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n"
    "x,2026-05-01,Fri,,Symptom,3,Leg cramps (Severe),\n"
    "x,2026-05-01,Fri,,Symptom,1,Leg cramps (Mild),\n"
    "x,2026-05-01,Fri,,Symptom,0,Tingling legs,\n"
    "x,2026-05-02,Sat,,Sleep,7:30,,\n"
    "x,2026-05-02,Sat,,Mood,3,,\n"
)


@pytest.fixture
def bring(app, session):
    journal = app.extensions["journal"]

    def bring(who, text, *, write=True, **options):
        made = prepare(
            session,
            read_history(text),
            account=who,
            index=journal.food_index,
            knowledge=journal.knowledge,
            today=TODAY,
            now=NOW,
            **options,
        )
        if write:
            write_history(session, made, account=who, file_name="a.csv", now=NOW)
        return made

    return bring


def out(session, who) -> str:
    session.flush()
    return "".join(json_pieces(session, user_id=who.id))


def record(session, who, day=DAY):
    (found,) = load_days(session, user_id=who.id, first=day, last=day)
    return found


def test_figures_of_the_file_are_taken_and_gaps_stay_unknown(session, bring) -> None:
    who = make_account(session)
    bring(who, SERVINGS)
    found = record(session, who)
    assert day_intake(found, "magnesium_mg").food == pytest.approx(95.2)
    assert day_intake(found, "energy_kcal").food == pytest.approx(550)
    iron = day_intake(found, "iron_mg")
    assert iron.food == 0
    assert 0 < iron.known_share_0_1 < 1
    assert not day_intake(found, "calcium_mg").known_share_0_1


def test_two_equal_coffees_are_two_coffees_of_one_food(session, bring) -> None:
    who = make_account(session)
    bring(who, SERVINGS)
    meal = session.scalars(select(Meal).where(Meal.user_id == who.id)).one()
    oats, first, second = meal.items
    assert (oats.amount_g, oats.amount_source) == (40.0, "stated")
    assert first.food_id == second.food_id
    assert (first.amount_label, first.amount_source) == ("2.00 cup", "assumed")
    assert first.amount_g == pytest.approx(444)
    foods = session.scalars(select(Food).where(Food.user_id == who.id)).all()
    assert {(food.name, food.source, food.is_listed) for food in foods} == {
        ("Oats, Rolled", "cronometer", False),
        ("Latte", "cronometer", False),
    }


def test_again_is_a_no_op_and_more_days_come_on_top(session, bring) -> None:
    who = make_account(session)
    bring(who, SERVINGS)
    before = out(session, who)
    again = bring(who, SERVINGS)
    assert (again.outcome.new_count, again.outcome.counts["foods"].same) == (0, 3)
    assert out(session, who) == before
    more = bring(
        who, SERVINGS + "2026-05-02,,Lunch,Latte,1.00 cup,100,200,10,0,8,10,4\n"
    )
    assert more.outcome.counts["foods"].new == 1
    assert session.scalar(select(func.count()).where(Food.user_id == who.id)) == 2


def test_a_food_deleted_after_the_import_does_not_come_back(session, bring) -> None:
    who = make_account(session)
    bring(who, SERVINGS)
    session.delete(session.scalars(select(Meal).where(Meal.user_id == who.id)).one())
    session.flush()
    assert bring(who, SERVINGS).outcome.new_count == 0


def test_names_without_figures_are_looked_up_with_their_sureness(
    session, bring
) -> None:
    who = make_account(session)
    made = bring(who, NAMES_ONLY)
    items = session.scalars(
        select(MealItem).join(Meal).where(Meal.user_id == who.id).order_by(MealItem.id)
    ).all()
    banana, milk, zorblax = items
    assert banana.food_id is not None
    assert (banana.amount_g, banana.said) == (118.0, "Banana")
    assert banana.match_0_1 is not None
    assert banana.match_0_1 > 0.7
    assert milk.amount_g is not None
    assert (zorblax.food_id, zorblax.name, zorblax.amount_g) == (
        None,
        "Zorblax crunch",
        None,
    )
    assert made.foods.counts.words == {"Zorblax crunch": 1}


def test_sums_of_days_without_foods_look_like_no_full_day(session, bring) -> None:
    who = make_account(session)
    made = bring(who, DAILY)
    assert made.outcome.counts["totals"].new == 3
    found = record(session, who)
    assert (found.food_status, found.items, found.is_logged) == (None, (), False)
    origin = session.scalars(select(DayOrigin).where(DayOrigin.date == DAY)).one()
    assert origin.details["totals"]["magnesium_mg"] == 300
    assert origin.details["completed"] is True


@pytest.mark.parametrize("order", [(DAILY, SERVINGS), (SERVINGS, DAILY)])
def test_days_with_foods_are_complete_when_both_files_say_so(
    session, bring, order
) -> None:
    who = make_account(session)
    for text in order:
        bring(who, text)
    assert record(session, who).food_status is FoodStatus.COMPLETE
    assert record(session, who, date(2026, 5, 3)).food_status is None


def test_days_can_be_called_complete_when_no_file_says_it(session, bring) -> None:
    who = make_account(session)
    bring(who, SERVINGS, days_complete=True)
    assert record(session, who).food_status is FoodStatus.COMPLETE


def test_ratings_are_put_on_our_scale_with_the_original_beside(session, bring) -> None:
    who = make_account(session)
    bring(who, BEARABLE)
    rows = {
        row.symptom: row
        for row in session.scalars(
            select(SymptomEntry).where(SymptomEntry.user_id == who.id)
        )
    }
    cramp = rows["night_cramp"]
    assert (cramp.severity_0_10, cramp.part, cramp.times_count) == (8, "night", 2)
    assert cramp.note == "Imported, 0–4 × 2.5: it said 3 of 4."
    assert rows["own_tingling_legs"].severity_0_10 == 0
    assert who.own_symptoms == {"own_tingling_legs": "Tingling legs"}
    origin = session.scalars(select(DayOrigin).where(DayOrigin.date == DAY)).one()
    assert origin.details["originals"]["night/night_cramp"] == "3 of 4"
    sleep = session.scalars(select(Day).where(Day.date == DAY)).one()
    assert sleep.night_sleep_min == 450


def test_what_was_answered_here_stays(session, bring) -> None:
    who = make_account(session)
    make_symptom(session, who, DAY, severity_0_10=2)
    make_day(session, who, DAY, night_sleep_min=300.0, note="mine")
    make_day(session, who, date(2026, 5, 2), note="mine")
    made = bring(who, BEARABLE)
    assert made.outcome.counts["symptoms"].kept_here == 1
    assert made.outcome.counts["facts"].kept_here == 1
    night = session.scalars(
        select(SymptomEntry).where(SymptomEntry.symptom == "night_cramp")
    ).one()
    assert night.severity_0_10 == 2
    notes = session.scalars(select(Day.note).where(Day.date == date(2026, 5, 2))).one()
    assert notes == "mine\nBearable: Mood: 3"


@pytest.mark.parametrize("text", [SERVINGS, DAILY, NAMES_ONLY, BEARABLE])
def test_undo_leaves_the_journal_as_it_was(session, bring, text) -> None:
    who = make_account(session)
    make_day(session, who, date(2026, 5, 2), note="mine")
    before = out(session, who)
    bring(who, text)
    assert out(session, who) != before
    (made,) = imports_of(session, user_id=who.id)
    undone = undo_import(session, user_id=who.id, import_id=made.id, now=NOW)
    assert undone.stayed == 0
    assert out(session, who) == before
    assert bring(who, text, write=False).outcome.new_count > 0


def test_undo_of_a_second_import_leaves_the_first(session, bring) -> None:
    who = make_account(session)
    bring(who, SERVINGS)
    before = out(session, who)
    bring(who, SERVINGS + "2026-05-01,,Lunch,Latte,1.00 cup,100,200,10,0,8,10,4\n")
    second, _ = imports_of(session, user_id=who.id)
    undo_import(session, user_id=who.id, import_id=second.id, now=NOW)
    assert out(session, who) == before


def test_a_plan_changes_nothing_and_tells_the_same(session, bring) -> None:
    who = make_account(session)
    before = out(session, who)
    for text in (SERVINGS, DAILY, NAMES_ONLY, BEARABLE):
        plan = bring(who, text, write=False)
        session.flush()
        assert out(session, who) == before
        assert plan.outcome.new_count > 0
    assert (
        bring(who, SERVINGS).outcome.counts
        == bring(make_account(session), SERVINGS, write=False).outcome.counts
    )


def test_days_to_come_are_refused(session, bring) -> None:
    who = make_account(session)
    made = bring(who, SERVINGS.replace("2026-05-01", "2027-05-01"))
    assert made.outcome.new_count == 0
    assert made.outcome.refused[0].reason == "That day is still to come."


def test_a_thirteenth_own_symptom_has_no_room(session, bring) -> None:
    names = {f"own_{n}": f"Mine {n}" for n in range(12)}
    who = make_account(session, own_symptoms=names)
    made = bring(who, BEARABLE)
    assert any("no room" in one.reason for one in made.outcome.refused)
    assert who.own_symptoms == names


def test_an_imported_history_moves_house_byte_for_byte(session, bring) -> None:
    from tests.services.test_import_journal import come_in

    who = make_account(session)
    for text in (SERVINGS, DAILY, NAMES_ONLY, BEARABLE):
        bring(who, text)
    text = out(session, who)
    there = make_account(session)
    assert come_in(session, there, text).refused == []
    assert out(session, there) == text
    assert bring(there, SERVINGS, write=False).outcome.new_count == 0
