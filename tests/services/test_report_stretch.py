from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from journal.domain.errors import NotFound
from journal.domain.knowledge import load_knowledge
from journal.domain.periods import Period
from journal.domain.targets import load_targets
from journal.resources import reference_dir
from journal.services.report_stretch import stretch_report
from tests.factories import make_account, make_day, make_food, make_meal, make_symptom

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def woman(session):
    return make_account(session, birth_year=1984, sex="female", region="US")


@pytest.fixture
def read(session, woman):
    knowledge = load_knowledge(reference_dir())
    targets = load_targets(reference_dir() / "targets.csv")

    def read(name):
        first, _, last = name.partition("/")
        period = Period.between(first, last) if last else Period.parse(name)
        return stretch_report(
            session,
            user_id=woman.id,
            period=period,
            now=NOW,
            knowledge=knowledge,
            targets=targets,
        )

    return read


def nights(session, who, first, severities):
    for n, severity in enumerate(severities):
        if severity is not None:
            make_symptom(
                session, who, first + timedelta(days=n), severity_0_10=severity
            )


def test_a_month_is_set_beside_the_month_before_by_name(session, woman, read):
    nights(session, woman, date(2026, 11, 1), [5, 0, None, 0, 7])
    nights(session, woman, date(2026, 10, 1), [5, 0, 0])

    assert read("2026-11").headline[:2] == (
        "Night cramps on 2 of 4 nights.",
        "October: 1 of 3 nights.",
    )


def test_nothing_is_said_about_a_month_before_without_an_answer(session, woman, read):
    nights(session, woman, date(2026, 11, 1), [5])

    assert read("2026-11").headline[:1] == ("Night cramps on 1 of 1 night.",)
    assert not any("October" in said for said in read("2026-11").headline)


def test_a_month_looks_at_its_own_days_alone(session, woman, read):
    nights(session, woman, date(2026, 10, 30), [9, 9, 1])

    assert read("2026-11").look.legs[0].four_weeks.worst == 1


def test_a_past_month_gets_no_countdown(session, woman, read):
    nights(session, woman, date(2026, 10, 1), [5, 0, 0])

    assert not any("more full" in said for said in read("2026-10").headline)


def test_a_time_to_come_is_not_found(read):
    with pytest.raises(NotFound):
        read("2026-12")


def test_the_number_of_queries_does_not_grow_with_the_days(session, woman, read):
    food = make_food(session)
    for n in range(60):
        day = date(2026, 11, 20) - timedelta(days=n)
        make_day(session, woman, day, food_status="complete")
        make_meal(session, woman, day, (food, 100.0))
        make_symptom(session, woman, day, severity_0_10=n % 4)
    session.commit()
    engine = session.get_bind()

    def queries(name):
        read(name)
        seen = []

        def count(*_):
            seen.append(1)

        event.listen(engine, "before_cursor_execute", count)
        try:
            read(name)
        finally:
            event.remove(engine, "before_cursor_execute", count)
        return len(seen)

    assert queries("2026-11") == queries("2026-Q4") <= 7
    assert queries("2016-01-01/2026-11-20") <= 2
