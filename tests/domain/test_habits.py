from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.habits import reminder_time

BEGINS = time(4, 0)
MOMENTS = st.lists(
    st.datetimes(
        datetime(2026, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
        datetime(2026, 12, 31),  # noqa: DTZ001
        timezones=st.just(UTC),
    ),
    min_size=5,
    max_size=30,
)


def evenings(*clocks: str) -> list[datetime]:
    day = datetime(2026, 2, 1, tzinfo=UTC)
    return [
        day + timedelta(days=n, hours=int(clock[:2]), minutes=int(clock[3:]))
        for n, clock in enumerate(clocks)
    ]


def learnt(*clocks: str, time_zone: str = "UTC") -> time | None:
    return reminder_time(evenings(*clocks), time_zone=time_zone, day_begins=BEGINS)


def test_four_evenings_are_no_habit_yet() -> None:
    assert learnt(*["21:00"] * 4) is None


def test_the_reminder_comes_a_little_after_the_usual_time() -> None:
    assert learnt("20:50", "21:00", "21:02", "21:30", "23:59") == time(21, 25)


def test_one_odd_evening_changes_nothing() -> None:
    assert learnt(*["21:00"] * 6, "05:00") == time(21, 20)


def test_after_midnight_is_late_and_not_early() -> None:
    assert learnt("23:40", "23:50", "00:10", "00:20", "23:59") == time(0, 20)


def test_the_clock_is_the_persons_own() -> None:
    assert learnt(*["19:30"] * 5, time_zone="Europe/Berlin") == time(20, 50)


@pytest.mark.parametrize("clock", ["03:50", "03:00", "02:30"])
def test_it_is_never_just_before_the_next_day_begins(clock: str) -> None:
    assert learnt(*[clock] * 5) == time(2, 0)


@given(MOMENTS, st.integers(0, 6))
def test_any_habit_gives_a_time_within_the_day_in_five_minute_steps(
    moments: list[datetime], hour: int
) -> None:
    begins = time(hour)
    found = reminder_time(moments, time_zone="Asia/Kolkata", day_begins=begins)
    assert found is not None
    assert found.minute % 5 == 0
    into_day = (found.hour * 60 + found.minute - hour * 60) % (24 * 60)
    assert into_day <= 22 * 60
