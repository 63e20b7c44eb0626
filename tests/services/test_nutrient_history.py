"""What is said of a nutrient from week to week: never silently gone, never restless."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import select

from journal.domain.dates import IsoWeek
from journal.domain.knowledge import load_knowledge
from journal.domain.targets import load_targets
from journal.models import SaidWeek
from journal.resources import reference_dir
from journal.services.finding_marks import set_mark
from journal.services.pattern_keeping import keep_evening, keep_week
from journal.services.reports import week_report
from tests.factories import make_account, make_day, make_food, make_meal, make_symptom

FIRST = IsoWeek(2026, 40)
KEY = "short||magnesium_mg"
#: mg a day; half of women of this age need more than 265 (US).
PROBABLY, JUST_PROBABLY, MAY_BE, ENOUGH = 150, 228, 245, 420


@pytest.fixture(scope="module")
def shared():
    return {
        "knowledge": load_knowledge(reference_dir()),
        "targets": load_targets(reference_dir() / "targets.csv"),
    }


@pytest.fixture
def woman(session):
    return make_account(session, birth_year=1984, sex="female", region="US")


@pytest.fixture
def live(session, woman, shared):
    """Live one more week and keep it, with magnesium, complete days and nights."""
    food = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 500.0})
    weeks = iter(FIRST.shifted(n) for n in range(20))

    def live(mg, *, status="complete", cramps=5):
        week = next(weeks)
        for day in week.days:
            make_day(session, woman, day, food_status=status)
            make_meal(session, woman, day, (food, float(mg)))
            make_symptom(session, woman, day, severity_0_10=cramps)
        tuesday = week.sunday + timedelta(days=2)
        now = datetime.combine(tuesday, time(9, tzinfo=UTC))
        return keep_week(session, account=woman, week=week, now=now, **shared)

    return live


def magnesium(report):
    return next((one for one in report.findings if one.key == "magnesium_mg"), None)


def events(report):
    return [what for _, what in report.standings[KEY].events]


def test_a_week_that_differs_shows_its_own_figures_and_tells_no_change(live):
    for _ in range(4):
        live(MAY_BE)
    report = live(JUST_PROBABLY - 60)

    shown = magnesium(report)
    assert shown.tier == "Probably short"
    assert shown.history == (
        "First seen in the week of 28 September 2026.",
        "This week looks a little different. It is called a change once it lasts.",
    )
    assert events(report) == ["first_seen"]


def test_what_changed_against_the_week_before_follows_the_history(live):
    reports = [live(mg) for mg in (MAY_BE,) * 4 + (ENOUGH, 20, ENOUGH, 20)]

    raw = [magnesium(one) is not None for one in reports[4:]]
    assert raw == [False, True, False, True]
    told = [[change.kind for change in one.changes] for one in reports[4:]]
    assert [kinds.count("new") + kinds.count("faded") for kinds in told] == [0] * 4
    assert events(reports[-1]) == ["first_seen"]


def test_what_is_clearly_over_is_told_as_faded(live):
    for _ in range(4):
        live(PROBABLY)
    reports = [live(ENOUGH) for _ in range(4)]

    assert events(reports[-1])[-1] == "faded"
    faded = [
        str(one.week)
        for one in reports
        if ("faded", "Magnesium") in [(each.kind, each.name) for each in one.changes]
    ]
    assert faded == [week for week, what in reports[-1].standings[KEY].events[-1:]]
    assert magnesium(reports[-1]) is None
    assert any(line.startswith("Magnesium: First seen") for line in reports[-1].gone)
    assert reports[-1].gone[0].endswith("It stays on this list.")


def test_weeks_logged_in_part_are_not_told_as_faded(live):
    for _ in range(2):
        live(PROBABLY)
    reports = [live(PROBABLY, status="partial") for _ in range(6)]

    assert events(reports[-1]) == ["first_seen"]
    assert magnesium(reports[-1]) is None
    assert list(reports[-1].gone) == [
        (
            "Magnesium: First seen in the week of 28 September 2026. "
            "There are too few full days now to say more."
        )
    ]


def test_nights_without_cramps_do_not_make_magnesium_enough(live):
    for _ in range(2):
        live(PROBABLY)
    reports = [live(PROBABLY, cramps=0) for _ in range(6)]

    assert events(reports[-1]) == ["first_seen"]
    assert list(reports[-1].gone) == [
        (
            "Magnesium: First seen in the week of 28 September 2026. "
            "It still looks short, but you noted none of the symptoms tied to it."
        )
    ]


def test_a_mark_stays_quiet_while_no_change_is_told(session, woman, live, shared):
    for _ in range(4):
        live(MAY_BE)
    now = datetime(2026, 10, 27, 9, tzinfo=UTC)
    set_mark(
        session,
        user_id=woman.id,
        key=KEY,
        mark="discussed",
        tier="may_be_short",
        direction=0,
        now=now,
    )
    report = live(JUST_PROBABLY - 60)

    assert magnesium(report) is None
    assert [one.verdict for one in report.quiet_findings] == ["probably_short"]


def test_a_row_kept_before_there_was_a_waiting_step_is_read(
    session, woman, live, shared
):
    live(PROBABLY)
    row = session.scalars(select(SaidWeek)).one()
    content = {**row.content}
    for standing in content["standings"].values():
        del standing["waiting"], standing["waiting_since"]
    row.content = content
    session.flush()

    now = datetime(2026, 10, 8, 20, tzinfo=UTC)
    assert keep_evening(session, account=woman, now=now, **shared) == ()
    report = week_report(
        session, user_id=woman.id, week=FIRST.shifted(1), now=now, **shared
    )
    assert events(report) == ["first_seen"]
