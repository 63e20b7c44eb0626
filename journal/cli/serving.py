"""The commands that stay: `serve` and `worker`."""

from __future__ import annotations

import argparse
import logging
import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from journal.cli.installation import bring_up_to_date, make_app, read_settings
from journal.config import Settings, SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from apscheduler.schedulers.base import BaseScheduler
    from flask import Flask

THREADS = 8


def add_commands(commands: Any) -> None:
    """Add the commands to the parser."""
    one = commands.add_parser("serve", help="serve the pages (what happens by itself)")
    one.set_defaults(run=serve)
    one = commands.add_parser(
        "worker", help="only send the reminders, for a server that runs elsewhere"
    )
    one.set_defaults(run=work)


def serve(_options: argparse.Namespace) -> int:
    """Serve until interrupted or terminated."""
    import waitress

    _log_plainly()
    settings = read_settings()
    app = make_app(settings)
    try:
        server = waitress.create_server(
            app,
            host=settings.host,
            port=settings.port,
            threads=THREADS,
            ident=None,
            # Kept only where a proxy is trusted; create_app reads them then.
            clear_untrusted_proxy_headers=not settings.trusted_proxies,
        )
    except OSError as problem:
        raise SettingsError(
            f"Cannot listen on {settings.host} port {settings.port} "
            f"({problem.strerror}): choose another port with JOURNAL_PORT."
        ) from problem
    with _ended_by_a_signal():
        try:
            bring_up_to_date(app)
            app.extensions["food_imports"].resume()
            scheduler = _scheduler(app, settings) if settings.scheduler else None
            address = f"http://{settings.host}:{settings.port}"
            print(f"Lamplight is at {address} (Ctrl-C stops it)", flush=True)
            server.run()
            if scheduler:
                scheduler.shutdown()
        except KeyboardInterrupt:
            pass
        finally:
            server.close()
    return 0


def work(_options: argparse.Namespace) -> int:
    """Send reminders until interrupted or terminated."""
    _log_plainly()
    settings = read_settings()
    app = make_app(settings)
    bring_up_to_date(app)
    scheduler = _scheduler(app, settings)
    with _ended_by_a_signal():
        print("Sending reminders (Ctrl-C stops it)", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            scheduler.shutdown()
    return 0


def _scheduler(app: Flask, settings: Settings) -> BaseScheduler:
    from journal.db import db
    from journal.letters import Letters
    from journal.notify import mail_sender
    from journal.push import push_sender
    from journal.scheduler import start_scheduler

    journal = app.extensions["journal"]
    letters = Letters(
        settings.base_url, settings.secret_key, journal.knowledge, journal.targets
    )
    with app.app_context():
        return start_scheduler(
            settings, db.engine, mail_sender(settings), letters, push_sender(settings)
        )


@contextmanager
def _ended_by_a_signal() -> Iterator[None]:
    """Let SIGTERM end the server as Ctrl-C does."""

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _log_plainly() -> None:
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.WARNING,
        format="%(asctime)s %(name)s %(levelname)s %(message)s",
    )
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
