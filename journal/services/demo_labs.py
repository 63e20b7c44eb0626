"""Made-up blood tests of the demonstration account: three visits."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from journal.domain.labs import read_range
from journal.models import LabResult

#: Days before the last one, then (test, value, unit, range as printed) of the visit.
VISITS: Final = (
    (
        170,
        (
            ("vitamin_d_25oh", 31.0, "nmol/L", "50–125"),
            ("ferritin", 22.0, "µg/L", "15–150"),
            ("haemoglobin", 13.1, "g/dL", "12.0–15.5"),
        ),
    ),
    (
        80,
        (
            ("vitamin_d_25oh", 44.0, "nmol/L", "50–125"),
            ("ferritin", 38.0, "µg/L", "15–150"),
        ),
    ),
    (
        12,
        (
            ("vitamin_d_25oh", 58.0, "nmol/L", "50–125"),
            ("vitamin_b12", 240.0, "ng/L", "180–900"),
            ("magnesium", 0.79, "mmol/L", "0.70–1.00"),
        ),
    ),
)


def add_labs(session: Session, *, user_id: int, last: date, now: datetime) -> None:
    """Write the made-up visits down for the account."""
    for days, results in VISITS:
        for test, value, unit, printed in results:
            low, high = read_range(printed)
            session.add(
                LabResult(
                    user_id=user_id,
                    date=last - timedelta(days=days),
                    test=test,
                    value=value,
                    unit=unit,
                    range_text=printed,
                    range_low=low,
                    range_high=high,
                    laboratory="Example laboratory",
                    created_at=now,
                    updated_at=now,
                )
            )
