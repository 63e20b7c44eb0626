"""Commands for data that leave and come in: `export` and `schema`."""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tqdm import tqdm

from journal.cli.installation import opened
from journal.domain.errors import Invalid


def add_commands(commands: Any) -> None:
    """Add the commands to the parser."""
    one = commands.add_parser("export", help="write one person's data to a file")
    one.add_argument("--user", required=True, metavar="MAIL")
    one.add_argument("--format", required=True, choices=["pdf", "csv", "json"])
    one.add_argument("--from", dest="first", type=_day, metavar="2026-09-01")
    one.add_argument("--to", dest="last", type=_day, metavar="2026-11-30")
    one.add_argument("--output", required=True, type=Path, metavar="FILE")
    one.add_argument("--json", action="store_true", help="print JSON")
    one.set_defaults(run=export)
    one = commands.add_parser("schema", help="print the JSON Schema of the JSON export")
    one.set_defaults(run=schema)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write a date like 2026-11-22") from None


def export(options: argparse.Namespace) -> int:
    """Write a stretch of days, or everything when none is given."""
    from journal.resources import templates_dir
    from journal.services import exports
    from journal.services.accounts import find_account

    with opened() as here:
        account = find_account(here.session, mail=options.user)
        pieces = exports.export_pieces(
            here.session,
            user_id=account.id,
            first=options.first,
            last=options.last,
            format=options.format,
            now=datetime.now(UTC),
            knowledge=here.journal.knowledge,
            targets=here.journal.targets,
            templates=templates_dir(),
        )
        size = write_whole(options.output, pieces)
    said = {"file": str(options.output), "bytes": size}
    print(json.dumps(said) if options.json else f"Written: {options.output}")
    return 0


def schema(_options: argparse.Namespace) -> int:
    """Print the schema."""
    from journal.services.export_schema import json_schema

    print(json.dumps(json_schema(), indent=1))
    return 0


def write_whole(path: Path, pieces: Iterable[bytes]) -> int:
    """Write a file that only its owner may read; whole, or the old one stays.

    Returns the size in bytes. Raises Invalid when it cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        part = Path(name)
        try:
            with (
                os.fdopen(handle, "wb") as out,
                tqdm(unit="B", unit_scale=True, desc=path.name, disable=None) as bar,
            ):
                for piece in pieces:
                    bar.update(out.write(piece))
                size = out.tell()
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as problem:
        reason = problem.strerror
        raise Invalid("output", f"Cannot write {path} ({reason}).") from None
    return size
