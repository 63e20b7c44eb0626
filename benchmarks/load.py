"""Fifty readers and writers at once on SQLite: no error, and no entry lost.

    python3 benchmarks/load.py [--seconds 10] [--writers 25] [--readers 25]

Starts the journal as `serve` does it, on a free port of this machine and a folder of
its own that is removed again, and stops by itself. Writers send the evening of a day
of their own, answer by answer, as the page's script does; at the end every answer that
was accepted is looked for in the table. Readers open the evening; with wrk installed
they are wrk's connections, otherwise threads.
"""

from __future__ import annotations

import argparse
import http.client
import logging
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

from flask import Flask
from flask_login import FlaskLoginClient
from sqlalchemy import select
from waitress import create_server

from journal.app import create_app
from journal.cli.serving import THREADS
from journal.config import Settings
from journal.db import db, upgrade
from journal.models import Account, SymptomEntry
from journal.resources import reference_dir
from journal.security import Visitor
from journal.services.demo import make_demo
from journal.services.foods import load_reference_foods

LONGEST_SECONDS = 60
MOST_AT_ONCE = 100


@dataclass
class Told:
    """What the clients saw."""

    statuses: Counter[str] = field(default_factory=Counter)
    times_ms: list[float] = field(default_factory=list)
    #: Day to the last severity that the server said it had saved.
    accepted: dict[date, int] = field(default_factory=dict)


def main() -> int:
    options = read_options()
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(
            Settings(
                data_dir=Path(folder),
                database_url=f"sqlite:///{Path(folder) / 'journal.sqlite3'}",
                secret_key="only for measuring",  # noqa: S106
                scheduler=False,
            )
        )
        account_id, cookie = fill(app)
        # Its talk of a full queue is what is wanted here.
        logging.getLogger("waitress").setLevel(logging.CRITICAL)
        server = create_server(app, host="127.0.0.1", port=0, threads=THREADS)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        try:
            told, wrk = load(server.effective_port, cookie, options)
        finally:
            server.close()
            thread.join(timeout=10)
        lost = count_lost(app, account_id, told)
    return show(told, wrk, lost, options)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--writers", type=int, default=25)
    parser.add_argument("--readers", type=int, default=25)
    options = parser.parse_args()
    options.seconds = min(options.seconds, LONGEST_SECONDS)
    options.writers = min(options.writers, MOST_AT_ONCE)
    options.readers = min(options.readers, MOST_AT_ONCE)
    return options


def fill(app: Flask) -> tuple[int, str]:
    """Make the demonstration account; return its number and a signed-in cookie."""
    upgrade(app)
    app.test_client_class = FlaskLoginClient
    now = datetime.now(UTC)
    with app.app_context():
        load_reference_foods(db.session(), reference_dir(), now)
        mail = make_demo(db.session(), now=now, time_zone="UTC").mail
        db.session.commit()
        account = db.session.scalars(select(Account).where(Account.mail == mail)).one()
        client = app.test_client(user=Visitor(account))
        number = account.id
        db.session.remove()
    client.get("/settings")
    kept = client.get_cookie("lamplight")
    if kept is None:
        raise SystemExit("no session was begun")
    return number, f"lamplight={kept.value}"


def load(
    port: int, cookie: str, options: argparse.Namespace
) -> tuple[Told, str | None]:
    told = Told()
    until = time.monotonic() + options.seconds
    work = Work(port, cookie, until, told, threading.Lock())
    first = datetime.now(UTC).date() - timedelta(days=400)
    days = [first + timedelta(days=2 * n) for n in range(options.writers)]
    crew = [threading.Thread(target=write, args=(work, day)) for day in days]
    reading = f"/evening/{datetime.now(UTC).date() - timedelta(days=2)}"
    wrk = shutil.which("wrk")
    if wrk is None:
        crew += [
            threading.Thread(target=read, args=(work, reading))
            for _ in range(options.readers)
        ]
    for one in crew:
        one.start()
    said = None
    if wrk is not None:
        command = [wrk, "-t2", f"-c{options.readers}", f"-d{options.seconds}s"]
        command += ["--timeout", "30s", "-H", f"Cookie: {cookie}"]
        command.append(f"http://127.0.0.1:{port}{reading}")
        said = subprocess.run(  # noqa: S603
            command, capture_output=True, text=True, check=True
        ).stdout
    for one in crew:
        one.join(timeout=options.seconds + 60)
    return told, said


@dataclass(frozen=True)
class Work:
    """What each client needs: where, as whom, until when, and where to tell."""

    port: int
    cookie: str
    until: float
    told: Told
    lock: threading.Lock

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)


def write(work: Work, day: date) -> None:
    """Answer one day's question again and again, each time with another number."""
    connection = work.connect()
    path = f"/evening/{day}"
    token, cookie = token_of(connection, path, work.cookie)
    mark, number = "open", 0
    while time.monotonic() < work.until:
        number = number % 10 + 1
        body = urlencode(
            {
                "csrf_token": token,
                "key": f"{day}-{time.monotonic_ns()}",
                "page": str(day),
                "s-muscle_ache": number,
                "s-muscle_ache-was": mark,
            }
        )
        headers = {
            "Cookie": cookie,
            "Content-Type": "application/x-www-form-urlencoded",
            "Lamplight-Pieces": "1",
        }
        begun = time.monotonic()
        try:
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
            status = str(answer.status)
        except OSError as problem:
            status, text = type(problem).__name__, ""
            connection.close()
        with work.lock:
            work.told.statuses[f"write {status}"] += 1
            work.told.times_ms.append((time.monotonic() - begun) * 1000)
            if status == "200":
                work.told.accepted[day] = number
        found = re.search(r'name="s-muscle_ache-was" value="([^"]*)"', text)
        mark = found[1] if found else mark


def token_of(connection, path: str, cookie: str) -> tuple[str, str]:
    """Return a form token and the session cookie that goes with it."""
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    text = answer.read().decode()
    found = re.search(r'name="csrf_token" value="([^"]+)"', text)
    for name, value in answer.getheaders():
        if name.lower() == "set-cookie" and value.startswith("lamplight="):
            cookie = value.partition(";")[0]
    if found is None:
        raise SystemExit(f"{path} answered {answer.status} without a form")
    return found[1], cookie


def read(work: Work, path: str) -> None:
    connection = work.connect()
    while time.monotonic() < work.until:
        try:
            connection.request("GET", path, headers={"Cookie": work.cookie})
            answer = connection.getresponse()
            answer.read()
            status = str(answer.status)
        except OSError as problem:
            status = type(problem).__name__
            connection.close()
        with work.lock:
            work.told.statuses[f"read {status}"] += 1


def count_lost(app: Flask, account_id: int, told: Told) -> int:
    """Return how many answers that were accepted last are not in the table."""
    with app.app_context():
        rows = db.session.execute(
            select(SymptomEntry.date, SymptomEntry.severity_0_10).where(
                SymptomEntry.user_id == account_id,
                SymptomEntry.symptom == "muscle_ache",
                SymptomEntry.part == "day",
            )
        )
        stored = dict(tuple(row) for row in rows)
        db.session.remove()
        db.engine.dispose()
    return sum(stored.get(day) != number for day, number in told.accepted.items())


def show(told: Told, wrk: str | None, lost: int, options) -> int:
    print(f"{options.writers} writers, {options.readers} readers, {options.seconds} s")
    for status, count in sorted(told.statuses.items()):
        print(f"  {status:<20}{count:>7}")
    times = sorted(told.times_ms)
    if times:
        worst = times[int(len(times) * 0.99) - 1]
        print(
            f"  writes: median {statistics.median(times):.0f} ms, 99 % {worst:.0f} ms"
        )
    if wrk is not None:
        print("".join(f"  wrk: {line.strip()}\n" for line in wrk.splitlines()[3:]))
    print(f"answers accepted and not stored: {lost}")
    bad = sum(
        count for status, count in told.statuses.items() if not status.endswith("200")
    )
    is_wrk_bad = wrk is not None and ("Socket errors" in wrk or "Non-2xx" in wrk)
    is_idle = len(told.accepted) < options.writers
    return 1 if bad or lost or is_wrk_bad or is_idle else 0


if __name__ == "__main__":
    sys.exit(main())
