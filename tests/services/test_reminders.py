from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session, sessionmaker

from journal.models import Account
from journal.services import reminders
from journal.services.reminders import EVENING, WEEK, next_due
from tests.factories import make_account, make_day, make_symptom

BERLIN = "Europe/Berlin"


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


def evening_at(after: datetime, wall: time, zone: str = BERLIN) -> datetime:
    return next_due(kind=EVENING, at_local=wall, time_zone=zone, after=after)


def switch_on(
    session: Session, kind: str = EVENING, at: time = time(20, 30), **fields: object
) -> Account:
    account = make_account(session, **{"time_zone": BERLIN, **fields})
    reminders.set_reminder(
        session,
        user_id=account.id,
        kind=kind,
        is_on=True,
        at_local=at,
        now=utc(2026, 3, 1, 12),
    )
    session.commit()
    return account


def reminder_id(session: Session, account: Account, kind: str = EVENING) -> int:
    return reminders.reminders_of(session, user_id=account.id)[kind].id


def test_the_wall_clock_decides_on_both_sides_of_the_spring_change() -> None:
    assert evening_at(utc(2026, 3, 28, 12), time(20, 30)) == utc(2026, 3, 28, 19, 30)
    assert evening_at(utc(2026, 3, 29, 12), time(20, 30)) == utc(2026, 3, 29, 18, 30)


def test_a_time_that_spring_skips_comes_once_right_after_the_gap() -> None:
    first = evening_at(utc(2026, 3, 28, 12), time(2, 30))
    assert first == utc(2026, 3, 29, 1, 30)  # 03:30 on the new clock
    assert evening_at(first, time(2, 30)) == utc(2026, 3, 30, 0, 30)


def test_a_time_that_autumn_repeats_comes_once_the_first_time() -> None:
    first = evening_at(utc(2026, 10, 24, 12), time(2, 30))
    assert first == utc(2026, 10, 25, 0, 30)
    assert evening_at(first, time(2, 30)) == utc(2026, 10, 26, 1, 30)
    assert evening_at(utc(2026, 10, 25, 1, 0), time(2, 30)) == utc(2026, 10, 26, 1, 30)


@pytest.mark.parametrize("zone", ["Pacific/Tongatapu", "Pacific/Pago_Pago", "UTC"])
def test_it_is_never_due_in_the_past_nor_more_than_a_day_ahead(zone: str) -> None:
    for hours in range(96):
        after = utc(2026, 6, 1) + timedelta(hours=hours)
        due = evening_at(after, time(20, 30), zone)
        assert after < due <= after + timedelta(days=1)


@given(
    after=st.datetimes(
        datetime(2020, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
        datetime(2030, 1, 1),  # noqa: DTZ001
        timezones=st.just(UTC),
    ),
    wall=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    zone=st.sampled_from(
        [BERLIN, "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]
    ),
)
def test_one_evening_a_local_date_over_any_stretch(
    after: datetime, wall: time, zone: str
) -> None:
    seen: list[date] = []
    for _ in range(10):
        due = evening_at(after, wall, zone)
        assert due > after
        seen.append(due.astimezone(ZoneInfo(zone)).date())
        after = due
    assert len(set(seen)) == 10
    assert (max(seen) - min(seen)).days == 9


def test_the_weekly_mail_comes_on_mondays() -> None:
    due = next_due(
        kind=WEEK, at_local=time(8), time_zone=BERLIN, after=utc(2026, 3, 23, 7)
    )
    assert due == utc(2026, 3, 30, 6)
    assert reminders.week_before(date(2026, 3, 30)).monday == date(2026, 3, 23)


def test_what_is_switched_off_is_never_due(session: Session) -> None:
    account = switch_on(session)
    assert reminders.due(session, now=utc(2026, 3, 2)) != []
    reminders.set_reminder(
        session,
        user_id=account.id,
        kind=EVENING,
        is_on=False,
        at_local=time(20, 30),
        now=utc(2026, 3, 1, 13),
    )
    assert reminders.due(session, now=utc(2026, 3, 9)) == []


def test_a_claim_moves_the_reminder_on_before_anything_is_sent(
    session: Session,
) -> None:
    account = switch_on(session)
    wanted = reminder_id(session, account)
    claimed = reminders.claim(session, reminder_id=wanted, now=utc(2026, 3, 1, 19, 31))
    assert claimed is not None
    assert claimed.local_date == date(2026, 3, 1)
    row = reminders.reminders_of(session, user_id=account.id)[EVENING]
    session.refresh(row)
    assert row.next_due_at == utc(2026, 3, 2, 19, 30)


def test_nobody_claims_what_is_not_due_yet(session: Session) -> None:
    account = switch_on(session)
    early = utc(2026, 3, 1, 19, 29)
    wanted = reminder_id(session, account)
    assert reminders.claim(session, reminder_id=wanted, now=early) is None


def test_two_claims_at_the_same_moment_have_one_winner(
    session: Session, session_factory: sessionmaker[Session]
) -> None:
    account = switch_on(session)
    wanted = reminder_id(session, account)
    session.commit()
    now = utc(2026, 3, 1, 19, 31)
    won = []
    for _ in range(2):
        with session_factory.begin() as other:
            won.append(reminders.claim(other, reminder_id=wanted, now=now))
    assert [claim is not None for claim in won] == [True, False]


def test_a_time_moved_to_later_the_same_day_sends_nothing_twice(
    session: Session,
) -> None:
    account = switch_on(session)
    wanted = reminder_id(session, account)
    assert reminders.claim(session, reminder_id=wanted, now=utc(2026, 3, 1, 19, 31))
    reminders.set_reminder(
        session,
        user_id=account.id,
        kind=EVENING,
        is_on=True,
        at_local=time(22, 0),
        now=utc(2026, 3, 1, 19, 40),
    )
    late = utc(2026, 3, 1, 21, 1)
    assert wanted in reminders.due(session, now=late)
    assert reminders.claim(session, reminder_id=wanted, now=late) is None
    assert wanted not in reminders.due(session, now=late)


def test_another_time_zone_moves_the_reminder(session: Session) -> None:
    account = switch_on(session)
    account.time_zone = "America/New_York"
    reminders.reschedule(session, account=account, now=utc(2026, 3, 1, 12))
    row = reminders.reminders_of(session, user_id=account.id)[EVENING]
    assert row.next_due_at == utc(2026, 3, 2, 1, 30)


def claimed_evening(session: Session, account: Account) -> reminders.Claim:
    claimed = reminders.claim(
        session,
        reminder_id=reminder_id(session, account),
        now=utc(2026, 3, 1, 19, 30),
    )
    assert claimed is not None
    return claimed


def test_the_evening_mail_is_wanted_while_nothing_is_written(session: Session) -> None:
    account = switch_on(session)
    make_day(session, account, date(2026, 2, 28), note="yesterday does not count")
    claimed = claimed_evening(session, account)
    assert reminders.is_wanted(session, claimed=claimed, now=claimed.was_due_at)


def test_an_answer_of_none_counts_as_written(session: Session) -> None:
    account = switch_on(session)
    make_symptom(session, account, date(2026, 3, 1), part="day", severity_0_10=0)
    claimed = claimed_evening(session, account)
    assert not reminders.is_wanted(session, claimed=claimed, now=claimed.was_due_at)


def test_a_mail_hours_late_is_not_wanted(session: Session) -> None:
    account = switch_on(session)
    claimed = claimed_evening(session, account)
    late = claimed.was_due_at + timedelta(hours=3, minutes=1)
    assert not reminders.is_wanted(session, claimed=claimed, now=late)


def test_before_the_day_begins_the_evening_is_still_the_day_before(
    session: Session,
) -> None:
    account = switch_on(session, at=time(1, 0))
    claimed = reminders.claim(
        session, reminder_id=reminder_id(session, account), now=utc(2026, 3, 2, 0, 0)
    )
    assert claimed is not None
    assert (claimed.local_date, claimed.day) == (date(2026, 3, 2), date(2026, 3, 1))
