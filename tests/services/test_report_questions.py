from datetime import UTC, date, datetime, timedelta

import pytest

from journal.domain.dates import IsoWeek
from journal.domain.knowledge import load_knowledge
from journal.domain.targets import load_targets
from journal.resources import reference_dir
from journal.services.reports import week_report
from tests.factories import (
    make_account,
    make_day,
    make_food,
    make_lab,
    make_meal,
    make_symptom,
)

SUNDAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 21, tzinfo=UTC)
WEEK = IsoWeek(2026, 47)


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge(reference_dir())


@pytest.fixture(scope="module")
def targets():
    return load_targets(reference_dir() / "targets.csv")


@pytest.fixture
def asked(session, knowledge, targets):
    def asked(who):
        report = week_report(
            session,
            user_id=who.id,
            week=WEEK,
            now=NOW,
            knowledge=knowledge,
            targets=targets,
        )
        return [one.text for one in report.to_ask]

    return asked


def nights(session, who, severities):
    """One answer a night, the last one on Sunday."""
    for n, severity in enumerate(reversed(severities)):
        make_symptom(session, who, SUNDAY - timedelta(days=n), severity_0_10=severity)


def test_the_week_is_set_beside_the_week_before_by_name(session, asked):
    woman = make_account(session, birth_year=1984, sex="female")
    nights(session, woman, [0] * 6 + [5] + [0, 5, 5, 0, 5, 0, 5])

    assert asked(woman)[0] == (
        "Night cramps on 5 of 14 nights in four weeks, 4 of 7 this week, more than "
        "the week before: what could be behind it?"
    )


def test_as_many_but_worse_nights_are_not_called_more(session, asked):
    woman = make_account(session, birth_year=1984, sex="female")
    nights(session, woman, [0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 8, 8])

    assert "2 of 7 this week, worse than the week before" in asked(woman)[0]


def test_a_blood_test_is_offered_only_beside_a_link_with_some_evidence(session, asked):
    woman = make_account(session, birth_year=1984, sex="female", region="US")
    food = make_food(
        session,
        per_100_g={
            "vitamin_e_mg": 0.5,
            "calcium_mg": 50.0,
            "vitamin_b12_ug": 0.1,
            "energy_kcal": 500.0,
        },
    )
    for n in range(20):
        day = SUNDAY - timedelta(days=n)
        make_day(session, woman, day, food_status="complete")
        make_meal(session, woman, day, (food, 150.0))
    make_symptom(session, woman, SUNDAY, severity_0_10=5)

    assert not any("test" in text for text in asked(woman))

    make_symptom(session, woman, SUNDAY, part="day", symptom="tingling")

    assert any("B12" in text for text in asked(woman))
    assert not any("calcium" in text for text in asked(woman))


def test_a_result_of_this_year_is_named_before_a_test_is_offered(session, asked):
    woman = make_account(
        session, birth_year=1984, sex="female", medicines=["acid_blocker"]
    )
    make_symptom(session, woman, SUNDAY, part="day", symptom="tingling")
    make_lab(session, woman, SUNDAY, test="vitamin_b12", value=240, unit="ng/L")
    make_lab(session, make_account(session), SUNDAY, test="active_b12", value=90)

    assert asked(woman)[-1] == (
        "Vitamin B12, total 240\u00a0ng/L (22 November 2026): worth asking what "
        "that says. If you and your doctor decide to test again: total or active B12 "
        "in blood, then MMA when unclear."
    )
