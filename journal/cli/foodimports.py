"""Commands about releases of foods: `foods import` and `foods imports`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, NoReturn

from journal.cli.installation import (
    Installation,
    opened,
    read_settings,
    refresh_food_index,
)
from journal.domain.errors import Conflict, Invalid

if TYPE_CHECKING:
    from tqdm import tqdm

    from journal.models import FoodImport
    from journal.services.foodimport_spool import Spool
    from journal.services.foodimport_steps import Step


def add_verbs(verbs: Any) -> None:
    """Add the commands below `foods`."""
    one = verbs.add_parser(
        "import",
        help="add foods from an official release",
        description="Reads FoodData Central's CSV and JSON archives, the survey's "
        "At A Glance workbooks (nutrient values and portions together) and the CSV "
        "export of Open Food Facts, as downloaded.",
    )
    one.add_argument("file", nargs="*", type=Path, metavar="FILE")
    one.add_argument(
        "--undo", type=int, metavar="ID", help="take an import out again (see imports)"
    )
    one.add_argument("--json", action="store_true", help="print JSON")
    one.set_defaults(run=import_foods)
    one = verbs.add_parser("imports", help="list what was imported")
    one.add_argument("--json", action="store_true", help="print JSON")
    one.set_defaults(run=list_imports)


def import_foods(options: argparse.Namespace) -> int:
    """Import a release, or take one out again."""
    if bool(options.file) == (options.undo is not None):
        raise Invalid("file", "Name a file to import, or --undo and a number.")
    return _undo(options) if options.undo is not None else _import(options)


def list_imports(options: argparse.Namespace) -> int:
    """List the imports, the oldest first."""
    from journal.services import foodimport

    with opened() as here:
        rows: list[dict[str, Any]] = [
            {
                "id": made.id,
                "file": made.file_name,
                "foods": made.food_count,
                "at": made.imported_at.isoformat(timespec="seconds"),
            }
            for made in foodimport.list_imports(here.session)
        ]
    if options.json:
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for row in rows:
        print(f"{row['id']:>4}  {row['file']}, {row['foods']} foods, {row['at'][:10]}")
    if not rows:
        print("Nothing was imported yet.")
    return 0


def _import(options: argparse.Namespace) -> int:
    from journal.services.foodimport_inbox import whole_bytes
    from journal.services.foodimport_spool import spooled

    scratch = read_settings().data_dir
    now = datetime.now(UTC)
    # Read whole before the database is opened: nobody waits for the lock.
    with (
        _bar("Reading", unit="B", whole=whole_bytes(options.file)) as bar,
        spooled(options.file, scratch=scratch, progress=bar.update) as spool,
        _alone_with_imports() as here,
    ):
        bar.close()
        made = _bring_in(here, spool, now)
        said: dict[str, Any] = {
            "id": made.id,
            "file": made.file_name,
            "foods": made.food_count,
            "new": made.imported_at == now,
        }
    refresh_food_index(here.app)
    if options.json:
        print(json.dumps(said, ensure_ascii=False))
    elif said["new"]:
        print(f"Imported {said['foods']} foods from {said['file']}.")
        print(f"To take them out again: journal foods import --undo {said['id']}")
    else:
        print(f"This was imported before, as number {said['id']}. Nothing changed.")
    return 0


def _bring_in(here: Installation, spool: Spool, now: datetime) -> FoodImport:
    from journal.services.foodimport import find_whole_import
    from journal.services.foodimport_steps import save_in_steps

    steps = save_in_steps(here.session, spool=spool, now=now)
    try:
        _take(here, steps)
    except BaseException:  # also Ctrl-C: nothing stays half imported
        here.session.rollback()
        _drop_passing(here)
        raise
    made = find_whole_import(here.session, checksum=spool.checksum)
    if made is None:
        raise Conflict("Another import took these foods over.")
    return made


def _undo(options: argparse.Namespace) -> int:
    from journal.db import give_way
    from journal.services.foodimport import drop_in_steps

    removed = kept = 0
    with _alone_with_imports() as here, _bar("Taking out") as bar:
        for removed, kept in drop_in_steps(here.session, import_id=options.undo):
            here.session.commit()
            bar.update(removed + kept - bar.n)
            give_way()
    refresh_food_index(here.app)
    if options.json:
        print(json.dumps({"removed": removed, "kept_for_meals": kept}))
        return 0
    print(f"Removed {removed} foods.")
    if kept:
        print(f"{kept} more are in meals: they stay there, but are no longer found.")
    return 0


@contextmanager
def _alone_with_imports() -> Iterator[Installation]:
    """Open the installation while nobody else imports; put right what was broken off.

    :raises Conflict: when an import runs already, here or on the page
    """
    from journal.db import db
    from journal.leadership import FOOD_IMPORT, alone
    from journal.services.foodimport_steps import finish_in_steps, unfinished_imports

    with opened() as here, alone(here.settings, db.engine, FOOD_IMPORT) as is_alone:
        if not is_alone:
            raise Conflict("An import is running. Wait for it, or cancel it.")
        _drop_passing(here)
        for left in unfinished_imports(here.session):
            _take(here, finish_in_steps(here.session, import_id=left.id))
        yield here


def _drop_passing(here: Installation) -> None:
    """Take out what an import that was broken off had written."""
    from journal.services.foodimport import drop_in_steps
    from journal.services.foodimport_steps import unfinished_imports

    for left in unfinished_imports(here.session):
        if not left.is_decided:
            for _ in drop_in_steps(here.session, import_id=left.id):
                here.session.commit()
    here.session.commit()


def _take(here: Installation, steps: Iterator[Step]) -> None:
    """Commit after each step, show how far it is, and let others write between two."""
    from journal.db import give_way

    is_entering = False
    with _bar("Putting ready") as bar:
        for done, whole, is_decided in steps:
            here.session.commit()
            if is_decided and not is_entering:
                is_entering = True
                bar.reset()
                bar.set_description("Bringing in")
            bar.total = whole
            bar.update(done - bar.n)
            give_way()


def _bar(what: str, *, unit: str = " foods", whole: int = 0) -> tqdm[NoReturn]:
    """Return a bar on a terminal's error stream; elsewhere it is not to be seen."""
    from tqdm import tqdm

    size = get_terminal_size()
    return tqdm(
        desc=what,
        total=whole or None,
        unit=unit,
        unit_scale=True,
        # Some terminals say that they have no size; here they get the usual one.
        ncols=size.columns,
        nrows=size.lines,
        file=sys.stderr,
        disable=not sys.stderr.isatty(),
    )
