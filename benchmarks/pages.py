"""Server time and bytes of each page, and what the evening weighs with everything.

    python3 benchmarks/pages.py [--rounds 20] [--json]

Makes the demonstration account in a folder of its own that is removed again, asks the
application for each page in this process (so without the network), and counts bytes as
a browser receives them. Times are medians in milliseconds.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask_login import FlaskLoginClient
from sqlalchemy import select

from journal.app import create_app
from journal.config import Settings
from journal.db import db, upgrade
from journal.domain.dates import IsoWeek
from journal.models import Account
from journal.resources import reference_dir
from journal.security import Visitor
from journal.services.demo import make_demo
from journal.services.foods import load_reference_foods

EVENING_LIMIT_BYTES = 60_000
GZIP = {"Accept-Encoding": "gzip"}
#: What a page makes a browser fetch before it is whole.
ASSETS = re.compile(r'(?:href|src)="(/static/[^"]+\.(?:css|js|woff2|svg))"')


def main() -> int:
    options = read_options()
    with tempfile.TemporaryDirectory() as folder:
        results = measure(Path(folder), options.rounds)
    if options.json:
        print(json.dumps(results, indent=2))
    else:
        show(results)
    return 0 if results["evening_total_bytes"] <= EVENING_LIMIT_BYTES else 1


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def measure(folder: Path, rounds: int) -> dict:
    app = create_app(
        Settings(
            data_dir=folder,
            database_url=f"sqlite:///{folder / 'journal.sqlite3'}",
            secret_key="only for measuring",  # noqa: S106
            scheduler=False,
        )
    )
    app.test_client_class = FlaskLoginClient
    upgrade(app)
    now = datetime.now(UTC)
    with app.app_context():
        load_reference_foods(db.session(), reference_dir(), now)
        mail = make_demo(db.session(), now=now, time_zone="UTC").mail
        db.session.commit()
        account = db.session.scalars(select(Account).where(Account.mail == mail)).one()
        client = app.test_client(user=Visitor(account))
        db.session.remove()
    evening = f"/evening/{now.date() - timedelta(days=1)}"
    pages = {"evening": measure_page(client, evening, rounds)}
    pages |= {
        name: measure_page(client, path, rounds)
        for name, path in other_pages(now).items()
    }
    pages["evening, one answer saved"] = measure_save(client, evening, rounds)
    text = client.get(evening).text
    assets = {
        path.rpartition("/")[2]: len(client.get(path, headers=GZIP).data)
        for path in dict.fromkeys(ASSETS.findall(text))
    }
    with app.app_context():
        db.engine.dispose()
    return {
        "pages": pages,
        "evening_assets_bytes": assets,
        "evening_total_bytes": pages["evening"]["bytes"] + sum(assets.values()),
        "evening_limit_bytes": EVENING_LIMIT_BYTES,
    }


def other_pages(now: datetime) -> dict[str, str]:
    """Return the other pages by name; more are added here."""
    yesterday = now.date() - timedelta(days=1)
    quarter = f"{yesterday.year}-Q{(yesterday.month + 2) // 3}"
    return {
        "evening, kept for no network": "/evening/blank",
        "week": f"/reports/{IsoWeek.of(now.date() - timedelta(days=7))}",
        "month": f"/reports/{yesterday:%Y-%m}",
        "quarter": f"/reports/{quarter}",
        "patterns": "/patterns",
        "doctor": "/doctor",
        "days, a month": f"/days/{yesterday:%Y-%m}",
        "days with cramps": f"/days/{yesterday:%Y-%m}?symptom=night_cramp",
        "a day": f"/days/{yesterday}",
        "search in the days": "/days/search?q=wine",
        "what a day held": f"/foods/day/{yesterday}",
        "my foods": "/foods",
        "blood tests": "/labs",
        "supplements": "/supplements",
        "your data": "/data",
        "settings": "/settings",
        "symptoms": "/settings/symptoms",
        "reminders": "/settings/reminders",
        "reminder put off": "/reminders/later",
        "nutrients explained": "/learn/",
        "first question": "/welcome?step=troubles",
        "ready": "/welcome/ready",
        "food search": "/foods/search?q=rye+bread",
    }


def measure_page(client, path: str, rounds: int) -> dict:
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        answer = client.get(path, headers=GZIP)
        times.append((time.perf_counter() - begun) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"{path} answered {answer.status_code}")
    plain = client.get(path)
    return {
        "median_ms": round(statistics.median(times), 1),
        "bytes": len(answer.data),
        "plain_bytes": len(plain.data),
    }


def measure_save(client, path: str, rounds: int) -> dict:
    """Measure one tap on a severity, as the page's script sends it."""
    page = client.get(path).text
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]
    mark = re.search(r'name="s-muscle_ache-was" value="([^"]*)"', page)[1]
    times = []
    for number in range(rounds):
        begun = time.perf_counter()
        answer = client.post(
            path,
            data={
                "csrf_token": token,
                "key": f"key-{number}",
                "page": "a page",
                "s-muscle_ache": str(number % 4),
                "s-muscle_ache-was": mark,
            },
            headers={**GZIP, "Lamplight-Pieces": "1"},
        )
        times.append((time.perf_counter() - begun) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"saving answered {answer.status_code}")
    return {
        "median_ms": round(statistics.median(times), 1),
        "bytes": len(answer.data),
        "plain_bytes": None,
    }


def show(results: dict) -> None:
    print(f"{'page':<28}{'ms':>8}{'bytes sent':>12}{'uncompressed':>14}")
    for name, found in results["pages"].items():
        plain = found["plain_bytes"] or ""
        print(f"{name:<28}{found['median_ms']:>8}{found['bytes']:>12}{plain:>14}")
    print("\nthe evening with everything")
    for name, size in results["evening_assets_bytes"].items():
        print(f"  {name:<34}{size:>8}")
    limit = results["evening_limit_bytes"]
    print(f"  {'together':<34}{results['evening_total_bytes']:>8}  (limit {limit})")


if __name__ == "__main__":
    sys.exit(main())
