"""The command line: `journal` alone serves; each command says what it does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from journal import __version__
from journal.cli import data, keeping, people, serving, transfer
from journal.config import SettingsError
from journal.domain.errors import JournalError

BAD_SETTING = 2
FAILED = 1
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code, with one line on stderr for a failure."""
    from sqlalchemy.exc import OperationalError

    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except SettingsError as problem:
        print(problem, file=sys.stderr)
        return BAD_SETTING
    except JournalError as problem:
        print(problem, file=sys.stderr)
    except OperationalError as problem:
        reason = " ".join(str(problem.orig).split())
        print(f"The database does not answer: {reason}", file=sys.stderr)
    except BrokenPipeError:
        # The reader (`| head`) had enough; say nothing on the way out either.
        sys.stderr.close()
    except KeyboardInterrupt:
        return INTERRUPTED
    return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="journal",
        description="Lamplight, a journal for your legs and your table. "
        "Without a command it serves the pages.",
        epilog="Settings are environment variables JOURNAL_*; the README lists them.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.set_defaults(run=serving.serve)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for group in (serving, people, data, transfer, keeping):
        group.add_commands(commands)
    return parser
