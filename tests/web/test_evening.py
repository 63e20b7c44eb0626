from __future__ import annotations

from datetime import UTC, date, datetime, time

from journal.domain.dates import journal_day
from tests.conftest import GetPage, Person


def _today() -> date:
    return journal_day(datetime.now(UTC), time_zone="Europe/Berlin", day_begins=time(4))


def test_tonight_opens_with_nothing_answered(ana: Person, get_page: GetPage) -> None:
    page = get_page(ana.client, f"/evening/{_today()}")
    assert "Night cramps" in page.text
