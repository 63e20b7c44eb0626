"""Commands that read: `foods search|parse` and `report`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from journal.cli import foodimports
from journal.cli.installation import Installation, opened, read_settings
from journal.domain.errors import Invalid

if TYPE_CHECKING:
    from journal.services.foodindex import FoodIndex

PARSE_ANSWERS = """\
Each item answers:
  food           name and id, or null: then only the text is kept
  confidence     0 to 1, about the food: from 0.75 on the words said are the
                 words of the food; below, the food is a guess to be checked
                 (from 0.58) or null, with the candidates as alternatives
  sure           whether the confidence is 0.75 or more
  stand_in       true where a near relative answers for a food that the list
                 lacks; its confidence is never above 0.65
  grams_source   "stated": a weight or a volume was said; "portion": a known
                 portion was said; "assumed": a usual amount, to be checked;
                 "unknown": grams and nutrients are null
  nutrients      for the grams; null where there is no figure, never zero
"""
Answer = Callable[["FoodIndex", str], Any]


def add_commands(commands: Any) -> None:
    """Add the commands to the parser."""
    foods = commands.add_parser("foods", help="search the food table, read a sentence")
    verbs = foods.add_subparsers(title="commands", metavar="COMMAND", required=True)
    one = verbs.add_parser("search", help="find foods by name, typos included")
    one.add_argument("query", metavar="QUERY", help="- reads one query a line")
    one.add_argument(
        "--limit", type=int, default=8, metavar="N", help="at most N foods, from 1"
    )
    one.add_argument("--json", action="store_true", help="print JSON, always so for -")
    one.set_defaults(run=search)
    one = verbs.add_parser(
        "parse",
        help="read a sentence about what was eaten",
        description="Read a sentence about what was eaten as foods with amounts.",
        epilog=PARSE_ANSWERS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    one.add_argument("text", metavar="TEXT", help="- reads one sentence a line")
    one.add_argument("--json", action="store_true", help="print JSON, always so for -")
    one.set_defaults(run=parse)
    foodimports.add_verbs(verbs)
    one = commands.add_parser("report", help="print one week of one person")
    one.add_argument("--user", required=True, metavar="MAIL")
    one.add_argument("--week", metavar="2026-W47", help="this week when left out")
    one.add_argument("--json", action="store_true", help="print JSON")
    one.set_defaults(run=report)


def search(options: argparse.Namespace) -> int:
    """Print the foods that answer a query, best first."""
    from journal.services.foodindex_json import hit_as_json

    if options.limit < 1:
        raise Invalid("limit", "--limit takes a number from 1.")

    def answer(index: FoodIndex, query: str) -> Any:
        return [hit_as_json(hit) for hit in index.search(query, limit=options.limit)]

    if options.query == "-" or options.json:
        return _answer_lines(options.query, answer)
    hits = _index().search(options.query, limit=options.limit)
    for hit in hits:
        print(f"{hit.name}  [{hit.id}]")
    if not hits:
        print("No food fits.", file=sys.stderr)
    return 0


def parse(options: argparse.Namespace) -> int:
    """Print the foods and amounts that a sentence tells of."""
    from journal.services.foodindex import meal_as_json, parse_with_index

    def answer(index: FoodIndex, sentence: str) -> Any:
        return meal_as_json(index, sentence, parse_with_index(index, sentence))

    if options.text == "-" or options.json:
        return _answer_lines(options.text, answer)
    for item in parse_with_index(_index(), options.text).items:
        amount = "amount not known" if item.grams is None else f"{item.grams:.0f} g"
        print(f"{item.text}: {item.food_name or 'not in the food list'}, {amount}")
    return 0


def report(options: argparse.Namespace) -> int:
    """Print one week."""
    from journal.domain.dates import IsoWeek, journal_day
    from journal.services.pattern_keeping import keep_past_week
    from journal.services.report_letter import letter_of
    from journal.services.reports import as_json, week_report

    now = datetime.now(UTC)
    with opened() as here:
        account = _account(here, options.user)
        today = journal_day(
            now, time_zone=account.time_zone, day_begins=account.day_begins
        )
        week = IsoWeek.parse(options.week) if options.week else IsoWeek.of(today)
        keep_past_week(
            here.session,
            account=account,
            now=now,
            knowledge=here.journal.knowledge,
            targets=here.journal.targets,
        )
        made = week_report(
            here.session,
            user_id=account.id,
            week=week,
            now=now,
            knowledge=here.journal.knowledge,
            targets=here.journal.targets,
        )
        if options.json:
            print(json.dumps(as_json(made), ensure_ascii=False))
        else:
            print("\n".join([f"Week {week}", *letter_of(made).lines]))
    return 0


def _answer_lines(argument: str, answer: Answer) -> int:
    """Print one JSON value for the argument, or for each line of standard input."""
    index = _index()
    lines: Iterator[str] = iter(sys.stdin) if argument == "-" else iter([argument])
    for line in lines:
        value = answer(index, line.rstrip("\n"))
        print(
            json.dumps(value, ensure_ascii=False, allow_nan=False),
            flush=argument == "-",
        )
    return 0


def _index() -> FoodIndex:
    """Open the food index alone: no database is needed to look up a food."""
    from journal.resources import reference_dir
    from journal.services.foodindex import open_index

    return open_index(read_settings().data_dir, reference_dir())


def _account(here: Installation, mail: str) -> Any:
    from journal.services.accounts import find_account

    return find_account(here.session, mail=mail)
