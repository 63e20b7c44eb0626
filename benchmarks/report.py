"""What the week page costs a person with ten years of days and one with three months.

    python benchmarks/report.py [--repeats N] [--years N]

Both people live in one new installation (SQLite, in a folder of its own that is
removed again), with days made as for the demonstration. Pages are fetched in turn,
first one person, then the other, so that a busy machine slows both; times are medians
with the quartiles. The clock has kept what was said of the week that is over, as it
does in a running installation. The bar: the week page of ten years costs at most 1.2
times that of three months.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from flask import Flask  # noqa: E402
from flask.testing import FlaskClient  # noqa: E402
from flask_login import FlaskLoginClient  # noqa: E402

from journal.app import create_app  # noqa: E402
from journal.config import Settings  # noqa: E402
from journal.db import db, upgrade  # noqa: E402
from journal.domain.periods import Period  # noqa: E402
from journal.models import Account  # noqa: E402
from journal.resources import reference_dir  # noqa: E402
from journal.security import Visitor  # noqa: E402
from journal.services import accounts, demo, pattern_keeping  # noqa: E402
from journal.services.foods import load_reference_foods  # noqa: E402

BAR = 1.2
SHORT_DAYS = 91
PEOPLE = ("three months", "ten years")


def make_person(app: Flask, name: str, days: int, now: datetime) -> int:
    """Make one person with `days` days up to yesterday; return their number."""
    session = db.session()
    account = accounts.add_account(
        session,
        mail=f"{name.replace(' ', '.')}@lamplight.example",
        password=demo.PASSWORD,
        now=now,
        time_zone="Europe/Berlin",
    )
    last = now.date() - timedelta(days=1)
    account.created_at = now - timedelta(days=days)
    first = last - timedelta(days=days - 1)
    demo.fill_account(session, account=account, first=first, last=last, now=now)
    session.commit()
    journal = app.extensions["journal"]
    pattern_keeping.keep_evening(
        session,
        account=account,
        now=now,
        knowledge=journal.knowledge,
        targets=journal.targets,
    )
    session.commit()
    return account.id


def pages(today: date, years: int) -> dict[str, str]:
    """Return what is fetched, by what it is called in the table."""
    running, over = Period.of("week", today), Period.of("week", today).before
    long_ago = today.replace(year=today.year - years, day=1)
    return {
        "week that is over": f"/reports/{over.name}",
        "running week": f"/reports/{running.name}",
        "month": f"/reports/{Period.of('month', today).name}",
        "quarter": f"/reports/{Period.of('quarter', today).name}",
        f"{years} years": f"/reports/{long_ago}/{today}",
        "a chart": f"/reports/{over.name}/chart/calendar.svg",
    }


def seconds(fetch: Callable[[], int]) -> float:
    """Return how long one answer took; anything but a page is a failure."""
    began = time.perf_counter()
    status = fetch()
    took = time.perf_counter() - began
    if status not in {200, 304}:
        raise SystemExit(f"answered {status}")
    return took


def measure(
    clients: dict[str, FlaskClient], path: str, repeats: int, etag: str = ""
) -> dict[str, list[float]]:
    """Return the times of each person, fetched in turn; one unmeasured fetch first."""
    headers = {"If-None-Match": etag} if etag else {}
    times: dict[str, list[float]] = {name: [] for name in clients}
    for round_number in range(repeats + 1):
        for name, client in clients.items():
            took = seconds(lambda c=client: c.get(path, headers=headers).status_code)
            if round_number:
                times[name].append(took)
    return times


def show(what: str, times: dict[str, list[float]]) -> float:
    """Print one line and return how many times longer the second person waits."""
    words = []
    for name in PEOPLE:
        low, middle, high = statistics.quantiles(times[name], n=4)
        words.append(f"{middle * 1000:7.1f} ({low * 1000:.1f} to {high * 1000:.1f})")
    ratios = [
        long / short
        for short, long in zip(times[PEOPLE[0]], times[PEOPLE[1]], strict=True)
    ]
    ratio = statistics.median(ratios)
    print(f"{what:20} {words[0]:28} {words[1]:28} {ratio:5.2f}")
    return ratio


def main() -> int:
    """Measure and print; fail when the bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=40)
    parser.add_argument("--years", type=int, default=10)
    options = parser.parse_args()
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(
            Settings(
                data_dir=Path(folder),
                database_url=f"sqlite:///{folder}/journal.sqlite3",
                secret_key="only for this benchmark",  # noqa: S106
                scheduler=False,
            )
        )
        app.test_client_class = FlaskLoginClient
        upgrade(app)
        with app.app_context():
            load_reference_foods(db.session(), reference_dir(), now)
            db.session.commit()
            days = {PEOPLE[0]: SHORT_DAYS, PEOPLE[1]: 365 * options.years}
            visitors = {}
            for name, length in days.items():
                number = make_person(app, name, length, now)
                visitors[name] = Visitor(db.session.get_one(Account, number))
                _ = visitors[name].get_id()
            clients = {
                name: app.test_client(user=visitor)
                for name, visitor in visitors.items()
            }
            db.session.remove()
        print(f"{'ms, median':20} {PEOPLE[0]:28} {PEOPLE[1]:28} ratio")
        ratios = {
            what: show(what, measure(clients, path, options.repeats))
            for what, path in pages(now.date(), options.years).items()
        }
        with app.app_context():
            db.engine.dispose()
    worst = max(ratios["week that is over"], ratios["running week"])
    print(f"The week: {worst:.2f} times, at most {BAR} allowed.")
    return 0 if worst <= BAR else 1


if __name__ == "__main__":
    raise SystemExit(main())
