"""Commands for data that leave and come in: `export`, `import` and `schema`."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tqdm import tqdm

from journal.cli.installation import opened
from journal.cli.whole_file import write_whole
from journal.domain.errors import Invalid

if TYPE_CHECKING:
    from journal.services.data_import import Plan

FORMATS: Final = ("pdf", "csv", "json", "fhir", "ics")


def add_commands(commands: Any) -> None:
    """Add the commands to the parser."""
    one = commands.add_parser("export", help="write one person's data to a file")
    one.add_argument("--user", required=True, metavar="MAIL")
    one.add_argument(
        "--format",
        required=True,
        choices=FORMATS,
        help="pdf: the summary is of all the days, the daily log of the newest 366; "
        "for the log of earlier ones say --from and --to",
    )
    one.add_argument("--from", dest="first", type=_day, metavar="2026-09-01")
    one.add_argument("--to", dest="last", type=_day, metavar="2026-11-30")
    one.add_argument("--output", required=True, type=Path, metavar="FILE")
    one.add_argument("--json", action="store_true", help="print JSON")
    one.add_argument(
        "--plain", action="store_true", help="CSV without the byte order mark"
    )
    one.set_defaults(run=export)
    one = commands.add_parser(
        "import", help="bring in a Lamplight JSON file or another program's export"
    )
    one.add_argument("--user", required=True, metavar="MAIL")
    one.add_argument("file", nargs="?", type=Path, metavar="FILE")
    one.add_argument("--dry-run", action="store_true", help="only say what would be")
    one.add_argument(
        "--date-order", choices=["dmy", "mdy"], help="for dates like 3/4/2026"
    )
    one.add_argument(
        "--days-complete",
        action="store_true",
        help="all that was eaten on these days is in the file",
    )
    one.add_argument("--list", action="store_true", help="list the imports")
    one.add_argument("--undo", type=int, metavar="ID", help="take an import out again")
    one.add_argument("--json", action="store_true", help="print JSON")
    one.set_defaults(run=bring_in)
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
            with_mark=not options.plain,
        )
        size = write_whole(options.output, pieces)
    said = {"file": str(options.output), "bytes": size}
    print(json.dumps(said) if options.json else f"Written: {options.output}")
    return 0


def bring_in(options: argparse.Namespace) -> int:
    """Bring a file in, say what it would do, list the imports or undo one."""
    if sum([options.file is not None, options.list, options.undo is not None]) != 1:
        raise Invalid("file", "Name a file, or --list, or --undo ID.")
    if options.list:
        return _list_imports(options)
    if options.undo is not None:
        return _undo_import(options)
    return _import_file(options)


def _import_file(options: argparse.Namespace) -> int:
    from journal.services import data_import
    from journal.services.accounts import find_account

    now = datetime.now(UTC)
    choices = data_import.Choices(options.date_order, options.days_complete)
    with opened() as here, tqdm(total=2, desc="Reading", disable=None) as bar:
        account = find_account(here.session, mail=options.user)
        plan = data_import.plan_file(
            here.session,
            options.file,
            account=account,
            index=here.journal.food_index,
            knowledge=here.journal.knowledge,
            now=now,
            choices=choices,
        )
        bar.update()
        if not options.dry_run:
            plan = data_import.renewed(here.session, plan, account=account)
        said = _told(plan)
        if not options.dry_run:
            bar.set_description("Writing")
            made = data_import.carry_out(
                here.session,
                plan,
                account=account,
                file_name=options.file.name,
                now=now,
            )
            said["import"] = made.id if made else None
        bar.update()
    if options.json:
        print(json.dumps(said, ensure_ascii=False))
    else:
        _print_plan(said, is_dry=options.dry_run)
    return 0


def _told(plan: Plan) -> dict[str, Any]:
    outcome = plan.outcome
    said: dict[str, Any] = {
        "source": plan.source,
        "new": {n: c.new + c.changed for n, c in outcome.counts.items()},
        "here_already": outcome.same_count,
        "answered_here": outcome.kept_here_count,
        "refused": outcome.refused_count,
        "reasons": [{"where": o.where, "why": o.reason} for o in outcome.refused],
        "from": outcome.first_day.isoformat() if outcome.first_day else None,
        "to": outcome.last_day.isoformat() if outcome.last_day else None,
        "asks_date_order": plan.asks_date_order,
    }
    if plan.history is not None:
        foods = plan.history.foods.counts
        said["foods"] = {
            "with_figures": foods.with_figures,
            "found": foods.sure,
            "found_less_surely": foods.likely,
            "kept_as_words": foods.as_words,
        }
        said["not_found"] = dict(foods.words)
        said["columns"] = dict(plan.history.history.columns)
    return said


def _print_plan(said: dict[str, Any], *, is_dry: bool) -> None:
    counts = ", ".join(_counted(n, name) for name, n in said["new"].items() if n)
    print(f"{'Would bring' if is_dry else 'Brought'} in: {counts or 'nothing new'}.")
    if said["from"]:
        print(f"Days: {said['from']} to {said['to']}.")
    print(f"Here already: {said['here_already']}.")
    print(f"Giving way to what is here: {said['answered_here']}.")
    print(f"Refused: {said['refused']}.")
    for one in said["reasons"][:20]:
        print(f"  {one['where']}: {one['why']}")
    if said["asks_date_order"]:
        print("Dates can be read two ways: say --date-order dmy or mdy.")
    if said.get("import"):
        print(f"To take it out again: --undo {said['import']}")


def _counted(number: int, plural: str) -> str:
    words = plural.replace("_", " ")
    return f"{number} {words.removesuffix('s') if number == 1 else words}"


def _list_imports(options: argparse.Namespace) -> int:
    from journal.services.accounts import find_account
    from journal.services.import_record import imports_of

    with opened() as here:
        account = find_account(here.session, mail=options.user)
        rows = [
            {
                "id": one.id,
                "source": one.source,
                "file": one.file_name,
                "on": one.imported_at.date().isoformat(),
                "new": one.counts,
            }
            for one in imports_of(here.session, user_id=account.id)
        ]
    if options.json:
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for row in rows:
        print(f"{row['id']}  {row['on']}  {row['source']}  {row['file']}")
    if not rows:
        print("Nothing was imported.")
    return 0


def _undo_import(options: argparse.Namespace) -> int:
    from journal.services.accounts import find_account
    from journal.services.import_record import undo_import

    with opened() as here:
        account = find_account(here.session, mail=options.user)
        undone = undo_import(
            here.session,
            user_id=account.id,
            import_id=options.undo,
            now=datetime.now(UTC),
        )
    said = {"removed": undone.removed, "stayed": undone.stayed}
    if options.json:
        print(json.dumps(said))
    else:
        print(f"Taken out again: {undone.removed} rows; {undone.stayed} stay.")
    return 0


def schema(_options: argparse.Namespace) -> int:
    """Print the schema."""
    from journal.services.export_schema import json_schema

    print(json.dumps(json_schema(), indent=1))
    return 0
