from __future__ import annotations

import pytest

from journal.domain.regions import is_sure, region_of


@pytest.mark.parametrize(
    ("time_zone", "region"),
    [("Europe/London", "UK"), ("Europe/Berlin", "EU"), ("America/Chicago", "US")],
)
def test_some_time_zones_tell_the_region(time_zone: str, region: str) -> None:
    assert region_of(time_zone) == region
    assert is_sure(time_zone)


@pytest.mark.parametrize("time_zone", ["UTC", "", "Asia/Tokyo", "America/Toronto"])
def test_other_time_zones_leave_the_region_a_guess(time_zone: str) -> None:
    assert not is_sure(time_zone)
