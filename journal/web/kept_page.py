"""A kept report as a page, and what a report's page says about its kept copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flask import render_template, request

from journal.db import db
from journal.domain.dates import zone
from journal.models import KeptReport
from journal.services import kept_reports
from journal.services.report_letter import Letter, letter_from
from journal.web import context

WAYS = {
    kept_reports.MAIL: "Sent to you by mail",
    kept_reports.HAND: "Kept by you",
}


@dataclass(frozen=True, slots=True)
class Copy:
    """One kept copy: how and when, and whether the report still says the same."""

    id: int
    way: str
    at: datetime
    says_the_same: bool


def kept_page(row: KeptReport) -> str:
    """Return the page of a kept report, with the way to what it would say now."""
    return render_template(
        "reports/kept.html",
        row=row,
        letter=letter_from(row.content),
        way=WAYS[row.way],
        kept_at=_local(row.kept_at),
    )


def copies_of(letter: Letter) -> tuple[list[Copy], KeptReport | None]:
    """Return the kept copies of a report, and the one that stands for it.

    A copy that the person kept by hand stands for the report once it would read
    otherwise, unless the address asks for what it says now. What was only mailed does
    not: who reads a mail and then adds a night wants to see the night.
    """
    rows = kept_reports.kept_of(
        db.session(), user_id=context.account().id, period=letter.period
    )
    content = letter.as_json()
    copies = [
        Copy(row.id, WAYS[row.way], _local(row.kept_at), row.content == content)
        for row in rows
    ]
    by_hand = next((row for row in rows if row.way == kept_reports.HAND), None)
    asked_for_now = request.args.get("as") == "now"
    if by_hand is None or by_hand.content == content or asked_for_now:
        return copies, None
    return copies, by_hand


def _local(moment: datetime) -> datetime:
    return moment.astimezone(zone(context.account().time_zone))
