from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from journal.domain.dates import IsoWeek
from journal.domain.errors import NotFound
from journal.domain.knowledge import load_knowledge
from journal.domain.targets import load_targets
from journal.resources import reference_dir
from journal.services.report_letter import letter_of
from journal.services.reports import as_json, week_report
from tests.factories import (
    make_account,
    make_day,
    make_food,
    make_meal,
    make_supplement,
    make_symptom,
    take_supplement,
)

WEEK = IsoWeek(2026, 47)
SUNDAY = WEEK.sunday
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FORBIDDEN = ("deficien", "you should", "causes", "great job")


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


def eat(session, account, food, grams, days, *, status="complete"):
    """The same amount on each of the last `days` days of the week."""
    for n in range(days):
        day = SUNDAY - timedelta(days=n)
        make_day(session, account, day, food_status=status)
        make_meal(session, account, day, (food, grams))


def nutrient(report, key):
    return next(line for line in report.nutrients if line.key == key)


def test_the_first_sentence_counts_nights_against_the_week_before(session, woman, read):
    for n, severity in enumerate([0, 6, 5, 0, 4, 7, 0, 0, 3, 0, 0, 5, 0, 0]):
        make_symptom(session, woman, SUNDAY - timedelta(days=n), severity_0_10=severity)

    assert read().headline[0] == (
        "Night cramps on 4 of 7 nights, two more than the week before."
    )


def test_an_empty_week_says_not_known_and_never_none(read):
    report = read()

    assert report.state == "empty"
    assert report.headline == (
        "Nothing was written down in this week.",
        "An empty day counts as not known, never as none.",
    )
    assert report.findings == ()
    assert report.to_ask == ()


def test_a_running_week_without_an_evening_says_so(read):
    assert read(week=WEEK.shifted(1)).headline[:2] == (
        "No evenings yet this week.",
        "An empty day counts as not known, never as none.",
    )


def test_an_evening_on_monday_is_seen_though_its_night_is_sundays(session, woman, read):
    make_symptom(session, woman, SUNDAY, severity_0_10=4)
    make_day(session, woman, SUNDAY + timedelta(days=1), water_ml=1500.0)

    assert read(week=WEEK.shifted(1)).headline[0] == (
        "Monday is written down; its night stands in the week before."
    )


def test_days_without_an_answer_about_the_legs_are_named(session, woman, read):
    make_day(session, woman, SUNDAY, water_ml=1500.0)
    make_day(session, woman, SUNDAY - timedelta(days=2), water_ml=1500.0)

    assert read().headline[0] == (
        "Friday and Sunday are written down, without an answer about the legs."
    )


def test_seven_full_days_far_under_the_ear_are_probably_short(session, woman, read):
    food = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 500.0})
    eat(session, woman, food, 150.0, 7)

    line = nutrient(read(), "magnesium_mg")

    assert (line.low, line.high) == (150.0, 150.0)
    assert line.is_probably_short
    assert line.odds == "short in 9 of 10"
    assert "265\u00a0mg" in line.says


def test_six_full_days_say_how_far_off_a_word_is(session, woman, read):
    food = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 500.0})
    eat(session, woman, food, 150.0, 6)

    report = read()

    assert nutrient(report, "magnesium_mg").odds == "6 of 7 days"
    assert report.findings == ()
    assert report.headline[-1].startswith("About 1 more full day")


def test_partial_days_are_never_low_days(session, woman, read):
    food = make_food(session, per_100_g={"magnesium_mg": 1.0, "energy_kcal": 500.0})
    eat(session, woman, food, 150.0, 20, status="partial")

    line = nutrient(read(), "magnesium_mg")

    assert line.n_days == 0
    assert line.low is None
    assert line.odds == "no full day yet"


def test_food_without_a_figure_widens_the_range_and_is_not_zero(session, woman, read):
    known = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 100.0})
    unknown = make_food(session, per_100_g={"energy_kcal": 100.0})
    for n in range(8):
        day = SUNDAY - timedelta(days=n)
        make_day(session, woman, day, food_status="complete")
        make_meal(session, woman, day, (known, 240.0), (unknown, 60.0))

    line = nutrient(read(), "magnesium_mg")

    assert line.known_share == pytest.approx(0.8)
    assert (line.low, line.high) == (pytest.approx(240.0), pytest.approx(300.0))


def test_a_day_without_an_answer_about_tablets_is_not_a_day_without_tablets(
    session, woman, read
):
    food = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 500.0})
    eat(session, woman, food, 150.0, 8)
    tablet = make_supplement(session, woman)
    take_supplement(session, tablet, SUNDAY)

    line = nutrient(read(), "magnesium_mg")

    assert (line.n_days, line.low) == (1, 350.0)
    assert not line.is_probably_short


def test_too_little_known_leaves_no_upper_end_and_no_verdict(session, woman, read):
    known = make_food(session, per_100_g={"magnesium_mg": 10.0, "energy_kcal": 100.0})
    unknown = make_food(session, per_100_g={"energy_kcal": 100.0})
    for n in range(8):
        day = SUNDAY - timedelta(days=n)
        make_day(session, woman, day, food_status="complete")
        make_meal(session, woman, day, (known, 100.0), (unknown, 100.0))

    line = nutrient(read(), "magnesium_mg")

    assert line.high is None
    assert line.odds == "cannot say"
    assert not line.is_short


def test_full_days_whose_food_has_no_figure_are_unknown_and_not_low(
    session, woman, read
):
    eat(session, woman, make_food(session, per_100_g={"energy_kcal": 100.0}), 200.0, 9)

    line = nutrient(read(), "magnesium_mg")

    assert (line.n_days, line.low, line.odds) == (0, None, "cannot say")
    assert line.says == "None of the food of 9 full days has a figure for this."


def test_a_tablet_counts_even_where_the_food_has_no_figure(session, woman, read):
    eat(session, woman, make_food(session, per_100_g={"energy_kcal": 100.0}), 200.0, 9)
    tablet = make_supplement(session, woman, amounts={"magnesium_mg": 400.0})
    for n in range(9):
        take_supplement(session, tablet, SUNDAY - timedelta(days=n))

    line = nutrient(read(), "magnesium_mg")

    assert (line.low, line.high, line.supplement) == (400.0, None, 400.0)
    assert not line.is_short


def test_a_short_nutrient_meets_the_symptom_it_is_tied_to_with_both_voices(
    session, woman, read
):
    food = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 500.0})
    eat(session, woman, food, 150.0, 10)
    make_symptom(session, woman, SUNDAY, severity_0_10=5)

    found = next(one for one in read().findings if one.key == "magnesium_mg")

    assert found.title == (
        "Your magnesium has probably been short, and you noted night cramps."
    )
    assert found.journal[0].startswith(
        "Of 10 women who eat like this, about 9 get less"
    )
    assert found.medicine[0].grade == "unlikely"
    assert found.medicine[0].citations


def test_a_short_nutrient_without_its_symptom_is_no_finding(session, woman, read):
    food = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 500.0})
    eat(session, woman, food, 150.0, 10)
    make_symptom(session, woman, SUNDAY, severity_0_10=0)

    assert read().findings == ()


def test_one_symptom_and_one_risk_are_reason_to_ask_whatever_was_eaten(session, read):
    vegan = make_account(session, birth_year=1984, sex="male", eating_style="vegan")
    make_symptom(session, vegan, SUNDAY, part="day", symptom="tingling")

    asked = [one.text for one in read(who=vegan).to_ask]

    assert any("B12" in text and "decide to test" in text for text in asked)


@pytest.mark.parametrize(
    ("style", "says"),
    [
        (
            "vegan",
            "Half of women your age who eat no meat need more than 14.6\u00a0mg.",
        ),
        ("none", "Half of women your age need more than 8.1\u00a0mg."),
    ],
)
def test_a_figure_for_people_without_meat_says_so(session, read, style, says):
    woman = make_account(
        session, birth_year=1984, sex="female", region="US", eating_style=style
    )
    eat(session, woman, make_food(session, per_100_g={"iron_mg": 5.0}), 150.0, 8)

    assert says in nutrient(read(who=woman), "iron_mg").says


def test_symptoms_that_stay_suggest_a_visit_without_any_food(session, woman, read):
    for n in range(14):
        make_symptom(
            session, woman, SUNDAY - timedelta(days=n), severity_0_10=5 * (n % 2)
        )

    assert "worth a visit, whatever the food says" in read().visit


@pytest.mark.parametrize(
    ("nights", "says"),
    [
        ([5, 0, 5, 0, 0, 0, 0], "Worse night cramps than the week before. If"),
        ([3, 0, 3, 0, 3, 3, 0], "More night cramps than the week before. If"),
    ],
)
def test_as_many_but_harder_nights_are_not_called_more(
    session, woman, read, nights, says
):
    before = [3, 0, 3, 0, 0, 0, 0]
    for n, severity in enumerate(reversed([0] * 14 + before + nights)):
        day = SUNDAY - timedelta(days=n)
        make_symptom(session, woman, day, severity_0_10=severity)

    assert read().visit.startswith(says)


def test_b6_above_the_upper_level_is_said(session, woman, read):
    food = make_food(session, per_100_g={"vitamin_b6_mg": 1.0, "energy_kcal": 500.0})
    eat(session, woman, food, 150.0, 8)
    tablet = make_supplement(
        session, woman, name="B6", amounts={"vitamin_b6_mg": 150.0}
    )
    for n in range(8):
        take_supplement(session, tablet, SUNDAY - timedelta(days=n))

    report = read()

    assert "above the upper level" in nutrient(report, "vitamin_b6_mg").above_upper
    assert any("above the upper level" in one.text for one in report.to_ask)


def test_a_running_week_leaves_the_days_ahead_out(session, woman, read):
    make_symptom(session, woman, WEEK.monday, severity_0_10=3)

    report = read(now=datetime(2026, 11, 17, 18, tzinfo=UTC))

    kinds = [mark.kind for mark in report.legs[0].marks]
    assert kinds == ["had", "open", "ahead", "ahead", "ahead", "ahead", "ahead"]
    assert report.food_week.days == 2


def test_a_week_that_has_not_begun_does_not_exist(read):
    with pytest.raises(NotFound):
        read(week=IsoWeek(2026, 49))


def test_without_a_birth_year_there_is_a_reason_and_no_verdict(session, read):
    somebody = make_account(session)
    food = make_food(session)
    eat(session, somebody, food, 150.0, 8)

    report = read(who=somebody)

    assert nutrient(report, "magnesium_mg").odds == "cannot say"
    assert any("birth year" in gap.text for gap in report.unknowns)


def test_another_persons_days_are_in_nobody_elses_report(session, woman, read):
    other = make_account(session)
    make_symptom(session, other, SUNDAY, severity_0_10=9)

    assert read().legs == ()


def test_the_number_of_queries_does_not_grow_with_the_diary(
    session, engine, woman, read
):
    food = make_food(session)
    session.flush()

    def queries():
        seen = []
        session.expire_all()

        def count(_conn, _cursor, statement, *_rest):
            seen.append(statement)

        event.listen(engine, "before_cursor_execute", count)
        try:
            read()
        finally:
            event.remove(engine, "before_cursor_execute", count)
        return len(seen)

    make_symptom(session, woman, SUNDAY)
    few = queries()
    eat(session, woman, food, 100.0, 28)

    assert queries() == few
    assert few <= 11


def test_mail_and_json_say_the_same_and_never_a_forbidden_word(session, woman, read):
    food = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 500.0})
    eat(session, woman, food, 150.0, 20)
    for n in range(20):
        make_symptom(session, woman, SUNDAY - timedelta(days=n), severity_0_10=n % 8)
    report = read()

    lines = letter_of(report).lines
    data = as_json(report)

    assert lines[: len(report.headline)] == data["headline"]
    words = (str(data) + " ".join(lines)).lower()
    assert not [word for word in FORBIDDEN if word in words]
    assert data["from"] == "2026-11-16"


def test_a_week_across_new_year_reads_both_years(session, woman, read):
    week = IsoWeek(2026, 53)
    make_symptom(session, woman, date(2026, 12, 31), severity_0_10=4)
    make_symptom(session, woman, date(2027, 1, 1), severity_0_10=5)

    report = read(week=week, now=datetime(2027, 1, 8, tzinfo=UTC))

    assert report.legs[0].this_week.present == 2


def test_b6_over_twelve_mg_with_tingling_is_an_excess_also_in_america(
    session, woman, read
):
    tablet = make_supplement(
        session, woman, name="B complex", amounts={"vitamin_b6_mg": 25.0}
    )
    food = make_food(session, per_100_g={"energy_kcal": 400.0, "vitamin_b6_mg": 1.0})
    eat(session, woman, food, 100.0, 14)
    for n in range(14):
        take_supplement(session, tablet, SUNDAY - timedelta(days=n))
    make_symptom(session, woman, SUNDAY, symptom="tingling", part="day")

    found = next(one for one in read().findings if one.kind == "excess")

    assert found.title == (
        "Your vitamin B6 is over the European upper level, and you noted tingling, "
        "pins and needles."
    )
    assert "The European level is 12\u00a0mg." in found.journal[0]
    assert found.journal[1] == "The level in your own table is 100\u00a0mg."
    assert found.journal[-1] == "Show every tablet to a doctor or pharmacist."
    assert found.medicine[0].grade == "harm"


def test_b6_over_twelve_mg_without_such_a_symptom_is_no_finding(session, woman, read):
    tablet = make_supplement(session, woman, amounts={"vitamin_b6_mg": 25.0})
    food = make_food(session, per_100_g={"energy_kcal": 400.0, "vitamin_b6_mg": 1.0})
    eat(session, woman, food, 100.0, 14)
    for n in range(14):
        take_supplement(session, tablet, SUNDAY - timedelta(days=n))
    make_symptom(session, woman, SUNDAY)

    assert [one for one in read().findings if one.kind == "excess"] == []
