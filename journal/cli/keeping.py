"""Commands that keep an installation safe: `backup`, `restore`, `check`."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from journal.cli.installation import bring_up_to_date, make_app, read_settings
from journal.services import backups


def add_commands(commands: Any) -> None:
    """Add the commands to the parser."""
    one = commands.add_parser("backup", help="write everything into one zip file")
    one.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="in backups/ when left out"
    )
    one.add_argument("--json", action="store_true", help="print JSON")
    one.set_defaults(run=backup)
    one = commands.add_parser("restore", help="put a backup in place of what is there")
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--yes", action="store_true", help="do not ask")
    one.set_defaults(run=restore)
    one = commands.add_parser("check", help="look whether settings and data are sound")
    one.add_argument("--json", action="store_true", help="print JSON")
    one.set_defaults(run=check)


def backup(options: argparse.Namespace) -> int:
    """Write the database into one file that only its owner can read."""
    settings = read_settings()
    now = datetime.now(UTC)
    file = options.file or settings.data_dir / "backups" / f"{now:%Y-%m-%d-%H%M%S}.zip"
    backups.back_up(settings, file, now=now)
    size = file.stat().st_size
    if options.json:
        print(json.dumps({"file": str(file), "bytes": size}))
    else:
        print(f"Written: {file} ({size / 1e6:.1f} MB).")
        print("It holds health data: keep it safe.")
    return 0


def restore(options: argparse.Namespace) -> int:
    """Check a backup, then put it in place; what was there is kept beside it."""
    settings = read_settings()
    backups.check_backup(options.file)
    if not options.yes:
        if not sys.stdin.isatty():
            print("Say --yes: this replaces the journal's data.", file=sys.stderr)
            return 2
        if input("Replace the journal's data by this backup? [y/N] ").lower() != "y":
            return 1
    kept = backups.restore(settings, options.file, now=datetime.now(UTC))
    bring_up_to_date(make_app(settings))
    print("Restored." + (f" What was there is kept as {kept}." if kept else ""))
    return 0


def check(options: argparse.Namespace) -> int:
    """Say of each part whether it is sound."""
    settings = read_settings()
    app = make_app(settings)
    bring_up_to_date(app)
    found: dict[str, str] = {"data folder": str(settings.data_dir)}
    found["database"] = backups.check_database(settings)
    found["mail"] = "set up" if settings.smtp_host else "not set up: no reminders"
    if options.json:
        print(json.dumps(found))
    else:
        for name, words in found.items():
            print(f"{name:<12} {words}")
    return 0 if found["database"].startswith("sound") else 1
