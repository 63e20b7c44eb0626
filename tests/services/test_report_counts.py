from datetime import UTC, datetime, timedelta

import pytest

from journal.domain.dates import IsoWeek
from journal.domain.knowledge import load_knowledge
from journal.domain.targets import load_targets
from journal.resources import reference_dir
from journal.services.reports import as_json, week_report
from tests.factories import (
    make_account,
    make_day,
    make_food,
    make_meal,
    make_symptom,
)

WEEK = IsoWeek(2026, 47)
SUNDAY = WEEK.sunday
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge(reference_dir())


@pytest.fixture(scope="module")
def targets():
    return load_targets(reference_dir() / "targets.csv")


@pytest.fixture
def woman(session):
    return make_account(session, birth_year=1984, sex="female", region="US")


@pytest.fixture
def read(session, woman, knowledge, targets):
    def read(week=WEEK, now=NOW, who=woman):
        return week_report(
            session,
            user_id=who.id,
            week=week,
            now=now,
            knowledge=knowledge,
            targets=targets,
        )

    return read


def test_nights_after_low_days_are_counted_and_called_not_tested(session, woman, read):
    low = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 500.0})
    for n in range(20):
        day = SUNDAY - timedelta(days=n)
        is_low = n % 2 == 0
        make_day(session, woman, day, food_status="complete")
        make_meal(session, woman, day, (low, 150.0 if is_low else 400.0))
        make_symptom(session, woman, day, severity_0_10=5 if is_low and n < 12 else 0)

    report = read()
    count = next(one for one in report.counts if one.factor == "magnesium_mg")

    assert (count.symptom_on_side, count.symptom_total) == (6, 6)
    assert (count.other_on_side, count.other_total) == (4, 14)
    assert count.threshold == 265
    assert "counts_not_tested" in as_json(report)


def write_nights(session, account, facts):
    """Full days with these facts, and cramps after the days of an even place."""
    food = make_food(session, per_100_g={"alcohol_g": 0.0, "energy_kcal": 500.0})
    for n, said in enumerate(facts):
        day = SUNDAY - timedelta(days=n)
        make_day(session, account, day, food_status="complete", **said)
        make_meal(session, account, day, (food, 200.0))
        make_symptom(session, account, day, severity_0_10=0 if n % 2 else 5)


def count_of(report, factor):
    return next((one for one in report.counts if one.factor == factor), None)


def test_no_answer_about_alcohol_is_not_a_day_without_alcohol(session, woman, read):
    write_nights(
        session,
        woman,
        [{"alcohol_g": 20.0}] * 4 + [{"alcohol_g": 8.0}] * 8 + [{}] * 6,
    )

    count = count_of(read(), "alcohol_g")

    assert count.symptom_total + count.other_total == 12
    assert count.threshold == 14


def test_wine_in_the_log_is_an_answer_about_alcohol(session, woman, read):
    write_nights(session, woman, [{"alcohol_g": 0.0}] * 6 + [{}] * 6)
    wine = make_food(session, per_100_g={"alcohol_g": 10.0, "energy_kcal": 80.0})
    for n in range(6, 12):
        make_meal(session, woman, SUNDAY - timedelta(days=n), (wine, 150.0 + n))

    count = count_of(read(), "alcohol_g")

    assert count.symptom_total + count.other_total == 12


@pytest.mark.parametrize("habit", ["exercise_min", "sun_min"])
def test_no_answer_about_a_habit_is_not_zero_minutes(session, woman, read, habit):
    write_nights(session, woman, [{habit: 20.0 + n} for n in range(12)] + [{}] * 9)
    for n in range(18):
        day = SUNDAY - timedelta(days=n)
        make_symptom(
            session,
            woman,
            day,
            part="day",
            symptom="muscle_ache",
            severity_0_10=0 if n % 3 else 4,
        )

    count = count_of(read(), habit)

    assert count.symptom_total + count.other_total in {11, 12}
    assert count.threshold > 20


def test_every_night_in_neither_number_is_said_to_be_left_out(session, woman, read):
    food = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 500.0})
    for n in range(14):
        day = SUNDAY - timedelta(days=n)
        status = "partial" if n in {3, 4} else "complete"
        make_day(session, woman, day, food_status=status)
        make_meal(session, woman, day, (food, 400.0 if n % 3 else 150.0))
        if n != 5:
            make_symptom(session, woman, day, severity_0_10=0 if n % 2 else 5)

    count = count_of(read(), "magnesium_mg")

    assert count.symptom_total + count.other_total == 11
    assert count.left_out == 3
    assert count.says_left_out == (
        "3 nights left out: logged in part, no answer, or not known."
    )


def test_tonight_is_not_left_out_before_it_has_come(session, woman, read):
    write_nights(session, woman, [{"alcohol_g": 10.0 + n} for n in range(12)])
    monday = SUNDAY + timedelta(days=1)
    make_day(session, woman, monday, food_status="complete", alcohol_g=5.0)

    count = count_of(read(week=WEEK.shifted(1)), "alcohol_g")

    assert (count.left_out, count.says_left_out) == (0, "")


@pytest.mark.parametrize(("nights", "is_counted"), [(2, False), (3, True)])
def test_two_nights_with_cramps_are_too_few_to_count(
    session, woman, read, nights, is_counted
):
    for n in range(16):
        day = SUNDAY - timedelta(days=n)
        make_day(session, woman, day, exercise_min=10.0 + n)
        make_symptom(session, woman, day, severity_0_10=5 if n < nights else 0)

    assert (count_of(read(), "exercise_min") is not None) is is_counted


def test_no_line_is_drawn_at_no_alcohol_at_all(session, woman, read):
    write_nights(session, woman, [{"alcohol_g": 0.0}] * 16 + [{"alcohol_g": 9.0}] * 4)

    assert count_of(read(), "alcohol_g") is None


def test_stores_that_change_over_months_have_no_counts(session, woman, read):
    food = make_food(
        session,
        per_100_g={"iron_mg": 1.0, "vitamin_b12_ug": 1.0, "energy_kcal": 500.0},
    )
    for n in range(20):
        day = SUNDAY - timedelta(days=n)
        make_day(session, woman, day, food_status="complete")
        make_meal(session, woman, day, (food, 100.0 + 20 * (n % 5)))
        make_symptom(
            session,
            woman,
            day,
            symptom="restless_legs",
            severity_0_10=4 if n % 3 else 0,
        )

    stores = {"iron_mg", "vitamin_b12_ug", "vitamin_d_ug", "vitamin_e_mg"}
    assert not stores & {one.factor for one in read().counts}


def test_counts_stand_by_evidence_then_difference_and_magnesium_is_kept(
    session, woman, read
):
    food = make_food(
        session,
        per_100_g={
            "magnesium_mg": 100.0,
            "calcium_mg": 100.0,
            "potassium_mg": 500.0,
            "water_g": 50.0,
            "alcohol_g": 0.0,
            "caffeine_mg": 0.0,
            "energy_kcal": 500.0,
        },
    )
    # Much potassium on days before nights without cramps.
    juice = make_food(
        session,
        per_100_g={**food.per_100_g, "magnesium_mg": 0.0, "potassium_mg": 900.0},
    )
    for n in range(22):
        day = SUNDAY - timedelta(days=n)
        cramps = n % 2 == 0
        make_day(
            session,
            woman,
            day,
            food_status="complete",
            alcohol_g=20.0 + n if cramps else 6.0,
            exercise_min=10.0 + n if n % 3 else 40.0 + n,
            water_ml=900.0 + n if cramps else 1500.0 + n,
            caffeine_mg=100.0 + n,
        )
        make_meal(
            session,
            woman,
            day,
            (food, 150.0 + 5 * (n % 6)),
            (juice, 5.0 + n % 5 + 90 * (not cramps)),
        )
        make_symptom(session, woman, day, severity_0_10=5 if cramps else 0)

    seen = [one.factor for one in read().counts]

    assert seen[:3] == ["alcohol_g", "exercise_min", "potassium_mg"]
    assert seen[3] == "magnesium_mg"
    assert len(seen) == 4
