"""What is said each week is kept: once, in order, and never said otherwise later."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import delete, select

from journal.domain.dates import IsoWeek
from journal.domain.knowledge import load_knowledge
from journal.domain.targets import load_targets
from journal.models import MealItem, SaidWeek, SymptomEntry
from journal.patterns.history import next_standing
from journal.resources import reference_dir
from journal.services.finding_marks import set_mark
from journal.services.pattern_keeping import (
    keep_evening,
    keep_past_week,
    keep_week,
    weeks_to_keep,
)
from journal.services.questions import ask
from journal.services.report_course import changes
from journal.services.report_letter import letter_of
from journal.services.reports import as_json, week_report
from journal.services.said_weeks import keep, said_before
from tests.diary_rows import write_days
from tests.factories import make_account, make_symptom

WEEK = IsoWeek(2026, 47)
SUNDAY = WEEK.sunday
MONDAY = datetime(2026, 11, 23, 21, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 9, tzinfo=UTC)
WEDNESDAY = datetime(2026, 11, 18, 21, tzinfo=UTC)
KEY = "timing|night_cramp|magnesium_mg"


@pytest.fixture(scope="module")
def shared():
    return {
        "knowledge": load_knowledge(reference_dir()),
        "targets": load_targets(reference_dir() / "targets.csv"),
    }


@pytest.fixture
def woman(session):
    """Somebody with half a year in which cramps follow low magnesium."""
    account = make_account(
        session, birth_year=1984, sex="female", tracked_symptoms=["night_cramp"]
    )
    write_days(session, account, last=SUNDAY)
    return account


def rows(session):
    session.expire_all()
    return session.scalars(select(SaidWeek).order_by(SaidWeek.week)).all()


def forget_the_nights(session):
    session.execute(delete(SymptomEntry))
    session.flush()


def test_a_week_that_is_over_is_kept_once_and_word_for_word(session, woman, shared):
    assert keep_past_week(session, account=woman, now=TUESDAY, **shared)
    kept = rows(session)[0]
    said = kept.content
    assert kept.is_final
    forget_the_nights(session)

    assert not keep_past_week(session, account=woman, now=TUESDAY, **shared)
    assert rows(session)[0].content == said


def test_a_past_week_shows_what_was_said_then(session, woman, shared):
    keep_past_week(session, account=woman, now=TUESDAY, **shared)
    before = week_report(session, user_id=woman.id, week=WEEK, now=TUESDAY, **shared)
    forget_the_nights(session)
    session.execute(delete(MealItem))
    session.flush()
    session.expire_all()

    after = week_report(session, user_id=woman.id, week=WEEK, now=TUESDAY, **shared)

    assert after.timing.kept_on == date(2026, 11, 24)
    assert [card.title for card in after.timing.shown] == [
        "Night cramps came more often after days with little magnesium."
    ]
    assert after.timing.cards[0] == before.timing.cards[0]
    assert after.findings == before.findings


def test_the_running_week_follows_the_diary_until_it_is_over(session, woman, shared):
    keep_week(session, account=woman, week=WEEK, now=WEDNESDAY, **shared)
    assert [row.is_final for row in rows(session)] == [False]
    keep_week(session, account=woman, week=WEEK, now=MONDAY, **shared)
    assert [row.is_final for row in rows(session)] == [False]
    keep_week(session, account=woman, week=WEEK, now=TUESDAY, **shared)
    assert [row.is_final for row in rows(session)] == [True]


def test_the_night_after_sunday_is_answered_before_the_week_is_kept_for_good(
    session, woman, shared
):
    assert weeks_to_keep(session, now=MONDAY, most=5) == [woman.id]  # the week before
    keep_past_week(session, account=woman, now=MONDAY, **shared)
    assert weeks_to_keep(session, now=MONDAY, most=5) == []
    sunday_night = session.scalars(
        select(SymptomEntry).where(SymptomEntry.date == SUNDAY)
    ).one()
    session.delete(sunday_night)
    session.flush()

    keep_evening(session, account=woman, now=MONDAY, **shared)
    early = [(row.week, row.is_final) for row in rows(session)]
    assert early == [("2026-W46", True), ("2026-W47", False), ("2026-W48", False)]
    nights = rows(session)[1].content["timing"]["findings"][0]["nights"]

    make_symptom(session, woman, SUNDAY)
    assert weeks_to_keep(session, now=TUESDAY, most=5) == [woman.id]
    keep_past_week(session, account=woman, now=TUESDAY, **shared)
    kept = rows(session)[1]
    assert kept.is_final
    assert kept.content["timing"]["findings"][0]["nights"] == nights + 1


def test_what_was_said_and_is_no_more_is_said_to_have_faded(session, woman, shared):
    keep_past_week(session, account=woman, now=TUESDAY, **shared)
    # A year of other nights: cramps come whenever they like.
    write_days(session, woman, last=SUNDAY + timedelta(days=364), days=364, strength=0)
    later = TUESDAY + timedelta(days=364)
    changed = keep_evening(session, account=woman, now=later, **shared)
    week = IsoWeek.of(later.date())
    report = week_report(session, user_id=woman.id, week=week, now=later, **shared)

    assert "Night cramps and magnesium: this has faded." in changed
    (faded,) = report.timing.faded
    assert faded.history[0] == "First seen in the week of 16 November 2026."
    assert faded.history[-1].startswith("Faded in the week of")


def test_a_pair_no_longer_tracked_is_set_aside_and_stays_on_the_list(
    session, woman, shared
):
    keep_past_week(session, account=woman, now=TUESDAY, **shared)
    woman.tracked_symptoms = ["restless_legs"]
    session.flush()
    report = week_report(
        session, user_id=woman.id, week=WEEK.shifted(1), now=TUESDAY, **shared
    )

    assert "Night cramps and magnesium: not looked at any more." in [
        card.title for card in report.timing.faded
    ]


@pytest.mark.parametrize(
    ("tier", "words"),
    [
        ("recurring", "Something new stands out: Night cramps and magnesium."),
        (
            "possible",
            (
                "Worth watching: Night cramps and magnesium. Hints like this are often "
                "chance."
            ),
        ),
    ],
)
def test_a_hint_that_is_new_is_called_a_hint(tier, words, shared):
    now = next_standing(None, tier=tier, direction=-1, week="2026-W47")
    labels = {"night_cramp": "Night cramps"}
    said = changes({}, {KEY: now}, labels=labels, knowledge=shared["knowledge"])
    assert said == (words,)


def test_the_letter_says_beside_a_pattern_what_it_is_not(session, woman, shared):
    report = week_report(session, user_id=woman.id, week=WEEK, now=TUESDAY, **shared)
    recurs = next(s for s in letter_of(report).sections if s.title == "What recurs")
    assert "It shows a pattern in time, not the reason for it." in recurs.lines[0]


def test_the_same_evening_saved_twice_says_nothing_new(session, woman, shared):
    assert keep_evening(session, account=woman, now=TUESDAY, **shared)
    assert keep_evening(session, account=woman, now=TUESDAY, **shared) == ()


def test_a_mark_makes_it_quiet_everywhere_but_not_in_what_was_kept(
    session, woman, shared
):
    keep_past_week(session, account=woman, now=TUESDAY, **shared)
    set_mark(
        session,
        user_id=woman.id,
        key=KEY,
        mark="tested",
        tier="recurring",
        direction=-1,
        now=TUESDAY,
    )
    read = {"user_id": woman.id, "now": TUESDAY, **shared}
    now = week_report(session, week=WEEK.shifted(1), **read)
    then = week_report(session, week=WEEK, **read)

    assert now.timing.shown == ()
    assert now.timing.quiet[0].mark.startswith("You had this tested.")
    assert len(then.timing.shown) == 1


def test_a_mark_is_quiet_in_the_running_week_that_was_said_already(
    session, woman, shared
):
    keep_evening(session, account=woman, now=MONDAY, **shared)
    later = MONDAY + timedelta(minutes=1)
    read = {"user_id": woman.id, "now": later, "as_said": True, **shared}
    loud = week_report(session, week=WEEK.shifted(1), **read)
    set_mark(
        session,
        user_id=woman.id,
        key=KEY,
        mark="discussed",
        tier="recurring",
        direction=-1,
        now=later,
    )
    quiet = week_report(session, week=WEEK.shifted(1), **read)

    assert [card.key for card in loud.timing.shown] == [KEY]
    assert quiet.timing.shown == ()
    assert [card.key for card in quiet.timing.quiet] == [KEY]


def test_a_question_asked_since_then_is_in_the_running_week_at_once(
    session, woman, shared
):
    keep_evening(session, account=woman, now=MONDAY, **shared)
    later = MONDAY + timedelta(minutes=1)
    ask(
        session,
        account=woman,
        symptom="night_cramp",
        factor="alcohol_g",
        today=MONDAY.date(),
        now=later,
        knowledge=shared["knowledge"],
    )
    report = week_report(
        session,
        user_id=woman.id,
        week=WEEK.shifted(1),
        now=later,
        as_said=True,
        **shared,
    )
    assert [card.factor for card in report.timing.asked] == ["alcohol_g"]


def test_a_pattern_asked_as_a_question_starts_anew_and_has_not_faded(
    session, woman, shared
):
    keep_past_week(session, account=woman, now=TUESDAY, **shared)
    ask(
        session,
        account=woman,
        symptom="night_cramp",
        factor="magnesium_mg",
        today=TUESDAY.date(),
        now=TUESDAY,
        knowledge=shared["knowledge"],
    )
    said = keep_evening(session, account=woman, now=TUESDAY, **shared)
    report = week_report(
        session, user_id=woman.id, week=WEEK.shifted(1), now=TUESDAY, **shared
    )
    (card,) = (one for one in report.timing.cards if one.key == KEY)
    assert "Night cramps and magnesium: too few evenings count to say more." in said
    assert card.tier == "not_enough_data"
    assert card.history[-1].startswith("Too few evenings count to say more, from")


def test_what_is_tracked_again_is_on_the_list_once(session, woman, shared):
    keep_past_week(session, account=woman, now=TUESDAY, **shared)
    woman.tracked_symptoms = ["restless_legs"]
    keep_evening(session, account=woman, now=TUESDAY, **shared)
    woman.tracked_symptoms = ["night_cramp"]
    later = TUESDAY + timedelta(days=7)
    session.execute(delete(MealItem))
    session.flush()
    report = week_report(
        session, user_id=woman.id, week=WEEK.shifted(2), now=later, **shared
    )
    assert [one.key for one in report.timing.cards].count(KEY) == 1
    assert KEY not in {one.key for one in report.timing.faded}


def test_nothing_is_kept_of_weeks_before_the_account(session, shared):
    new = make_account(session, created_at=TUESDAY)
    assert not keep_past_week(session, account=new, now=TUESDAY, **shared)
    assert weeks_to_keep(session, now=TUESDAY, most=5) == []


def test_people_whose_week_is_over_are_found_until_it_is_kept(session, woman, shared):
    other = make_account(session)
    assert weeks_to_keep(session, now=TUESDAY, most=5) == [woman.id, other.id]
    assert weeks_to_keep(session, now=TUESDAY, most=1) == [woman.id]
    # A minute later the next one has the turn, in case the first one keeps failing.
    later = TUESDAY + timedelta(minutes=1)
    assert weeks_to_keep(session, now=later, most=1) == [other.id]
    keep_past_week(session, account=woman, now=TUESDAY, **shared)
    assert weeks_to_keep(session, now=TUESDAY, most=5) == [other.id]


def test_a_final_row_refuses_to_be_written_again(session, woman):
    write = {"user_id": woman.id, "week": WEEK, "now": TUESDAY}
    assert keep(session, content={"a": 1}, is_final=True, **write)
    assert not keep(session, content={"a": 2}, is_final=True, **write)
    assert said_before(session, user_id=woman.id, week=WEEK).week.content == {"a": 1}


def test_what_another_person_was_told_is_not_ours(session, woman, shared):
    keep_past_week(session, account=woman, now=TUESDAY, **shared)
    other = make_account(session)
    assert said_before(session, user_id=other.id, week=WEEK).week is None


def test_json_carries_findings_history_questions_and_what_was_not_tested(
    session, woman, shared
):
    keep_past_week(session, account=woman, now=TUESDAY, **shared)
    report = week_report(session, user_id=woman.id, week=WEEK, now=TUESDAY, **shared)
    data = as_json(report)["timing"]

    first = data["findings"][0]
    assert (first["tier"], first["window"], first["direction"]) == (
        "recurring",
        "that day",
        -1,
    )
    assert first["history"] == ("First seen in the week of 16 November 2026.",)
    assert first["counts"]["on_side"] > first["counts"]["symptom_on_side"]
    assert data["questions"] == []
    assert data["not_tested"][0].startswith("Vitamin D")
    assert "p" not in first


def test_what_is_not_looked_at_is_said_of_a_symptom_that_no_book_names(session, shared):
    account = make_account(
        session,
        own_symptoms={"own_feet": "Cold feet"},
        tracked_symptoms=["own_feet"],
    )
    report = week_report(session, user_id=account.id, week=WEEK, now=TUESDAY, **shared)

    assert report.timing.not_tested == (
        "Other pairs are not looked at. You can ask for one.",
    )
