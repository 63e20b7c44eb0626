"""Release files that wait to be imported, in a folder of the data folder."""

from __future__ import annotations

import json
import re
import stat
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from journal.domain.errors import Invalid, NotFound

FOLDER: Final = Path("food_imports") / "inbox"
_CHUNK: Final = 1_000_000
_PEEK: Final = 65_536
#: Members of FoodData Central's archives that tell which lists they hold.
_LISTS: Final = {
    "foundation_food.csv": "Foundation",
    "sr_legacy_food.csv": "SR Legacy",
    "survey_fndds_food.csv": "Survey (FNDDS)",
    "branded_food.csv": "Branded",
}
_JSON_LISTS: Final = {
    "FoundationFoods": "Foundation",
    "SRLegacyFoods": "SR Legacy",
    "SurveyFoods": "Survey (FNDDS)",
    "BrandedFoods": "Branded",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One file in the inbox and what it seems to be; "" when that cannot be told."""

    name: str
    size_bytes: int
    kind: str


def waiting_files(data_dir: Path) -> list[Waiting]:
    """Return the plain files of the inbox by name; links and folders are passed by."""
    folder = data_dir / FOLDER
    if not folder.is_dir():
        return []
    found = []
    for path in sorted(folder.iterdir()):
        status = path.lstat()
        if stat.S_ISREG(status.st_mode) and not path.name.startswith("."):
            found.append(Waiting(path.name, status.st_size, release_kind(path)))
    return found


def chosen_paths(data_dir: Path, names: Iterable[str]) -> list[Path]:
    """Return the paths of files that are in the inbox; NotFound for any other name."""
    known = {each.name for each in waiting_files(data_dir)}
    wanted = list(names)
    if not wanted:
        raise Invalid("file", "Choose a file.")
    if not known.issuperset(wanted):
        raise NotFound("There is no such file.")
    return [data_dir / FOLDER / name for name in wanted]


def keep_file(data_dir: Path, *, name: str, content: BinaryIO, most_bytes: int) -> str:
    """Copy an upload into the inbox piece by piece and return its name there.

    :raises Invalid: when it is empty or larger than `most_bytes`; nothing is kept
    """
    folder = data_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    plain = re.sub(r"[^\w.() -]+", "_", Path(name.replace("\\", "/")).name)[-120:]
    plain = plain.lstrip(". ") or "release"
    part = folder / f".{plain}.part"
    size = 0
    try:
        with part.open("wb") as file:
            while piece := content.read(_CHUNK):
                size += len(piece)
                if size > most_bytes:
                    limit = most_bytes // 1_000_000
                    raise Invalid("file", f"{plain} is larger than {limit} MB.")
                file.write(piece)
        if not size:
            raise Invalid("file", "Choose a file that is not empty.")
        part.replace(folder / plain)
    finally:
        part.unlink(missing_ok=True)
    return plain


def remove_file(data_dir: Path, *, name: str) -> None:
    """Delete a file of the inbox; raise NotFound for any other name."""
    (path,) = chosen_paths(data_dir, [name])
    path.unlink(missing_ok=True)


def release_kind(path: Path) -> str:
    """Return what a file seems to be, in words, by its beginning or its members."""
    try:
        with path.open("rb") as stream:
            start = stream.read(_PEEK)
        if start.startswith(b"PK\x03\x04"):
            return _zip_kind(path)
        if start.startswith(b"\x1f\x8b"):
            return "a packed table, perhaps of Open Food Facts"
        return _text_kind(start)
    except (OSError, zipfile.BadZipFile, ValueError):
        return ""


def _zip_kind(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        members = archive.namelist()[:2000]
    names = {member.rsplit("/", 1)[-1] for member in members}
    if "workbook.xml" in names:
        return "a workbook, perhaps of the survey (FNDDS At A Glance)"
    if "food.csv" in names:
        lists = [words for file, words in _LISTS.items() if file in names]
        return "FoodData Central, CSV" + (f": {', '.join(lists)}" if lists else "")
    if any(name.endswith(".json") for name in names):
        return "FoodData Central, JSON"
    return ""


def _text_kind(start: bytes) -> str:
    text = start.decode("utf-8-sig", errors="replace").lstrip()
    if text.startswith("{"):
        first = text[1:200].lstrip().split(":", 1)[0]
        return f"FoodData Central, JSON: {_JSON_LISTS.get(json.loads(first), 'foods')}"
    header = text.split("\n", 1)[0].split("\t")
    return "Open Food Facts, CSV" if "code" in header else ""


def whole_bytes(paths: Sequence[Path]) -> int:
    """Return about how many bytes are to be read; 0 when that cannot be told."""
    total = 0
    for path in paths:
        try:
            with path.open("rb") as stream:
                start = stream.read(4)
            if start == b"PK\x03\x04":
                with zipfile.ZipFile(path) as archive:
                    total += sum(one.file_size for one in archive.infolist())
            elif start[:2] == b"\x1f\x8b":
                return 0
            else:
                total += path.stat().st_size
        except (OSError, zipfile.BadZipFile):
            return 0
    return total
