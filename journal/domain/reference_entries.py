"""Reads entries of the reference files; an error names the file and the entry."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from journal.domain.knowledge import Statement
from journal.domain.targets import MARKS

#: How well something was checked, in words for the page.
MARK_WORDS: Final[Mapping[str, str]] = {
    "✓P": "checked on the official page",
    "✓P(m)": "checked on a copy of it",
    "✓2": "two sources agree",
    "✓S": "checked on other pages",
    "M": "not yet checked",
}

# The files keep where a copy was read; on the page that it was a copy is enough.
_COPY_SITES: Final = r"(?:docslib|scribd|yumpu|studylib|skyscape pednutri)"
_SHOWN: Final = (
    (re.compile(rf" \({_COPY_SITES}[^()]*\)"), ""),
    (re.compile(rf",? (?:mirror )?{_COPY_SITES}[^;]*"), " (read on a copy)"),
    (re.compile(r"\(healthunlocked\.com copy\)"), "(read on a copy)"),
    (re.compile(r" \(particle\.news[^()]*\)"), ""),
    (re.compile(r", copied at [^;]*"), " (read on a copy)"),
    (re.compile(r"\(copy\)"), "(read on a copy)"),
    (re.compile(r"\bmirrors of\b"), "copies of"),
    (re.compile(r"\bmirror of\b"), "a copy of"),
    (re.compile(r"\btwo mirrors\b"), "two copies"),
    (re.compile(r",? mirrors?\b"), " (read on a copy)"),
)
_INLINE_MARK: Final = re.compile(r"✓P\(m\)|✓[P2S]")


def mark_words(mark: str) -> str:
    """Return what a mark of checking says, in words."""
    return MARK_WORDS.get(mark, MARK_WORDS["M"])


def source_words(source: str) -> str:
    """Return a source as the page shows it: marks in words, copies called copies."""
    for pattern, words in _SHOWN:
        source = pattern.sub(words, source)
    return _INLINE_MARK.sub(lambda found: mark_words(found[0]), source)


class KnowledgeError(ValueError):
    """A file of knowledge does not hold what it must."""


class Entry:
    """One table of a file, read field by field; ``where`` names it in errors."""

    def __init__(self, where: str, fields: Mapping[str, Any]) -> None:
        self.where = where
        self._fields = fields

    def fail(self, message: str) -> KnowledgeError:
        return KnowledgeError(f"{self.where}: {message}")

    def text(self, name: str, default: str | None = None) -> str:
        value = self._fields.get(name, default)
        if not isinstance(value, str) or (default is None and not value):
            raise self.fail(f"{name} is missing")
        return value

    def one_of(self, name: str, allowed: tuple[str, ...]) -> str:
        value = self.text(name)
        if value not in allowed:
            raise self.fail(f"{name} is {value!r}, not one of {', '.join(allowed)}")
        return value

    def mark(self) -> str:
        return self.one_of("checked", MARKS)

    def statement(self) -> Statement:
        return Statement(
            text=self.text("text"),
            source=self.text("source"),
            mark=self.mark(),
            owner=self.text("owner", ""),
        )

    def flag(self, name: str, default: bool | None = None) -> bool:  # noqa: FBT001
        value = self._fields.get(name, default)
        if not isinstance(value, bool):
            raise self.fail(f"{name} must be true or false")
        return value

    def number(self, name: str, default: int) -> int:
        value = self._fields.get(name, default)
        if not isinstance(value, int):
            raise self.fail(f"{name} must be a whole number")
        return value

    def amount(self, name: str, default: float | None = None) -> float:
        value = self._fields.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fail(f"{name} must be a number")
        return float(value)

    def texts(self, name: str, *, needed: bool = False) -> tuple[str, ...]:
        value = self._fields.get(name, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self.fail(f"{name} must be a list of texts")
        if needed and not value:
            raise self.fail(f"{name} is missing")
        return tuple(value)

    def known(self, name: str, allowed: frozenset[str]) -> tuple[str, ...]:
        values = self.texts(name)
        for value in values:
            if value not in allowed:
                raise self.fail(f"{name} names {value!r}, which does not exist")
        return values

    def part(self, name: str) -> "Entry | None":
        fields = self._fields.get(name)
        if fields is None:
            return None
        if not isinstance(fields, dict):
            raise self.fail(f"{name} must be a table")
        return Entry(f"{self.where}, {name}", fields)

    def parts(self, name: str) -> list["Entry"]:
        return [
            Entry(f"{self.where}, {name} {number}", fields)
            for number, fields in enumerate(self._fields.get(name, []), start=1)
        ]


def table_of(directory: Path, name: str) -> dict[str, Any]:
    path = directory / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{path.name}: {error}") from error


def entries(
    directory: Path, name: str, *keys: str, table: str | None = None
) -> Iterator[Entry]:
    seen = set()
    for fields in table_of(directory, name).get(table or name.removesuffix("s"), []):
        title = " / ".join(str(fields.get(key, "?")) for key in keys)
        entry = Entry(f"{name}.toml, {title}", fields)
        if title in seen:
            raise entry.fail("stands there twice")
        seen.add(title)
        yield entry
