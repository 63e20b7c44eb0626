"""Reading the journal's own JSON file: whole, and brought up to this version."""

from __future__ import annotations

import json
from typing import Any, Final, NoReturn

from journal.domain.errors import Invalid
from journal.domain.journal_file_v1 import from_version_1

FORMAT: Final = "lamplight-journal"
#: Of the file that is written now; older ones are brought up to it.
VERSION: Final = 2


def read_journal_file(text: str) -> dict[str, Any]:
    """Return the document in the present version.

    Raises Invalid, in one sentence, for text that is not JSON, is cut off, was not
    written by the journal, or was written by a newer one.
    """
    try:
        document = json.loads(text, parse_constant=_refuse_constant)
    except RecursionError:
        raise _unusable("It is nested more deeply than any journal.") from None
    except json.JSONDecodeError as problem:
        where = f"line {problem.lineno}"
        is_cut = problem.msg.startswith("Unterminated string")
        if is_cut or problem.pos >= len(text.rstrip()):
            raise _unusable("It ends too early: the file is cut off.") from None
        raise _unusable(f"It is not sound JSON ({where}).") from None
    except ValueError as problem:
        raise _unusable(f"It is not sound JSON ({problem}).") from None
    return _upgraded(document)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _upgraded(document: Any) -> dict[str, Any]:
    if not isinstance(document, dict) or not _is_journal(document):
        raise _unusable("It was not written by Lamplight.")
    version = _version(document)
    if version > VERSION:
        raise _unusable(
            f"It was written by a newer Lamplight (version {version} of the file; "
            f"this one reads up to {VERSION}). Update this journal first."
        )
    return from_version_1(document) if version == 1 else document


def _is_journal(document: dict[str, Any]) -> bool:
    if document.get("format") == FORMAT:
        return True
    # Files of version 1 did not name their format.
    return {"schema_version", "profile", "days", "symptoms"} <= document.keys()


def _version(document: dict[str, Any]) -> int:
    found = document.get("schema_version")
    # Version 1 wrote it as text.
    number = int(found) if isinstance(found, str) and found.isdecimal() else found
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise _unusable("It does not say which version it is.")
    return number


def _unusable(why: str) -> Invalid:
    return Invalid("file", f"This file cannot be read. {why}")
