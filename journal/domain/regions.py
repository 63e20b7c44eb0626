"""The region a person probably lives in: it decides which emergency number is shown."""

from __future__ import annotations

from typing import Final

from journal.domain.targets import Region

_UK: Final = frozenset(
    {
        "Europe/London",
        "Europe/Belfast",
        "Europe/Guernsey",
        "Europe/Isle_of_Man",
        "Europe/Jersey",
        "GB",
    }
)
_EU_ELSEWHERE: Final = frozenset(
    {
        "Asia/Nicosia",
        "Atlantic/Azores",
        "Atlantic/Canary",
        "Atlantic/Madeira",
        "Atlantic/Reykjavik",
    }
)


_US: Final = frozenset(
    {
        "America/Anchorage",
        "America/Boise",
        "America/Chicago",
        "America/Denver",
        "America/Detroit",
        "America/Juneau",
        "America/Los_Angeles",
        "America/New_York",
        "America/Phoenix",
        "Pacific/Honolulu",
    }
)


def is_sure(time_zone: str) -> bool:
    """Whether the zone alone tells the region; UTC and other continents do not."""
    return (
        time_zone in _UK
        or time_zone in _US
        or time_zone in _EU_ELSEWHERE
        or time_zone.startswith(("US/", "Europe/"))
    )


def region_of(time_zone: str) -> Region:
    """Guess the region from the name of a time zone.

    Only a first guess: the welcome page and the settings show it and ask.
    """
    if time_zone in _UK:
        return "UK"
    if time_zone.startswith("Europe/") or time_zone in _EU_ELSEWHERE:
        return "EU"
    return "US"
