"""Commands about releases of foods: `foods import` and `foods imports`."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from journal.cli.installation import opened, read_settings, refresh_food_index
from journal.domain.errors import Invalid


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
    from tqdm import tqdm

    from journal.services import foodimport
    from journal.services.foodimport_spool import spooled

    scratch = read_settings().data_dir
    now = datetime.now(UTC)
    bar = tqdm(
        desc="Reading",
        unit="B",
        unit_scale=True,
        file=sys.stderr,
        disable=not sys.stderr.isatty(),
    )
    # Read whole before the database is opened: nobody waits for the lock.
    with (
        bar,
        spooled(options.file, scratch=scratch, progress=bar.update) as spool,
        opened() as here,
    ):
        made = foodimport.save_import(here.session, spool=spool, now=now)
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


def _undo(options: argparse.Namespace) -> int:
    from journal.services import foodimport

    with opened() as here:
        removed, kept = foodimport.undo_import(here.session, import_id=options.undo)
    refresh_food_index(here.app)
    if options.json:
        print(json.dumps({"removed": removed, "kept_for_meals": kept}))
        return 0
    print(f"Removed {removed} foods.")
    if kept:
        print(f"{kept} more are in meals: they stay there, but are no longer found.")
    return 0
