"""Tells the kinds of release apart and reads one whole before anything is written."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from journal.domain.amounts import Portion
from journal.services.foodimport_fdc_csv import fdc_csv_foods
from journal.services.foodimport_fdc_json import fdc_json_foods
from journal.services.foodimport_files import member_named, opened_zip, readable
from journal.services.foodimport_fndds import fndds_foods
from journal.services.foodimport_off import off_foods
from journal.services.foodimport_record import ImportedFood, Progress, unusable


@dataclass(frozen=True, slots=True)
class Spool:
    """The foods of a release, read to its end and waiting on disk.

    :param checksum: SHA-256 of the file or files
    """

    file_name: str
    checksum: str
    rows: IO[str]
    food_count: int = 0

    def foods(self) -> Iterator[ImportedFood]:
        """Yield the foods one by one."""
        return map(food_of_line, self.lines())

    def lines(self) -> Iterator[str]:
        """Yield each food as one line of JSON, for `food_of_line`."""
        self.rows.seek(0)
        yield from self.rows


def food_of_line(line: str) -> ImportedFood:
    """Return the food that a line of a spool holds."""
    values: dict[str, Any] = json.loads(line)
    portions = tuple(Portion(*pair) for pair in values.pop("portions"))
    return ImportedFood(**values, portions=portions)


@contextmanager
def spooled(paths: list[Path], *, scratch: Path, progress: Progress) -> Iterator[Spool]:
    """Read a release whole: whoever writes afterwards knows that it is sound.

    ``scratch`` is a folder with room for passing files; they are gone afterwards.

    :raises Invalid: with one clear line when the file cannot be used
    """
    with tempfile.TemporaryFile("w+", dir=scratch, encoding="utf-8") as rows:
        with (
            readable(paths[0]),
            closing(_foods(paths, progress, scratch)) as foods,
        ):
            count = 0
            for food in foods:
                rows.write(_line(food))
                count += 1
            checksum = _checksum(paths)
        if not rows.tell():
            raise unusable(f"There is no food with figures in {paths[0].name}.")
        names = ", ".join(path.name for path in paths)
        yield Spool(names[:200], checksum, rows, count)


def _foods(
    paths: list[Path], progress: Progress, scratch: Path
) -> Generator[ImportedFood, None, None]:
    first = paths[0]
    with first.open("rb") as stream:
        start = stream.read(4)
    if start == b"PK\x03\x04":
        with opened_zip(first) as archive:
            is_workbook = member_named(archive, "workbook.xml") is not None
    else:
        is_workbook = False
    if is_workbook:
        yield from fndds_foods(paths, progress)
    elif len(paths) > 1:
        raise unusable("Only the survey's two workbooks are read together.")
    elif start[:2] == b"PK":
        yield from _archived_foods(first, progress, scratch)
    elif start.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{":
        with first.open("rb") as stream:
            yield from fdc_json_foods(stream, first.name, progress)
    elif not start:
        raise unusable(f"{first.name} is empty.")
    else:
        yield from off_foods(first, progress)


def _archived_foods(
    path: Path, progress: Progress, scratch: Path
) -> Iterator[ImportedFood]:
    with opened_zip(path) as archive:
        if member_named(archive, "food.csv"):
            yield from fdc_csv_foods(archive, progress, scratch)
            return
        lists = [
            member
            for member in archive.infolist()
            if member.filename.endswith(".json")
            and not member.filename.startswith("__MACOSX")
        ]
        if not lists:
            raise unusable(
                f"{path.name} holds neither food.csv nor a JSON list of foods."
            )
        for member in lists:
            with archive.open(member) as stream:
                yield from fdc_json_foods(stream, member.filename, progress)


def _line(food: ImportedFood) -> str:
    values = {
        "id": food.id,
        "source": food.source,
        "source_code": food.source_code,
        "name": food.name,
        "category": food.category,
        "per_100_g": dict(food.per_100_g),
        "portions": [(one.label, one.grams) for one in food.portions],
    }
    return json.dumps(values) + "\n"


def _checksum(paths: list[Path]) -> str:
    digests = []
    for path in paths:
        with path.open("rb") as stream:
            digests.append(hashlib.file_digest(stream, "sha256").hexdigest())
    if len(digests) == 1:
        return digests[0]
    return hashlib.sha256(" ".join(sorted(digests)).encode()).hexdigest()
