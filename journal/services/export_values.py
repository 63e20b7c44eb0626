"""How the value of a column is written in JSON, read back and described."""

from __future__ import annotations

import base64
import datetime as dt
import inspect
import math
import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final, get_args, get_origin

from sqlalchemy import JSON, Column, LargeBinary, String

from journal.models import Base, UtcDateTime

#: No column holds more; a file with more was not written by the journal.
LONGEST_TEXT: Final = 1_000_000
#: NUL, and halves of signs that JSON can spell.
_NO_TEXT: Final = re.compile("[\x00\ud800-\udfff]")


def as_json(value: Any) -> Any:
    """Return a value as JSON has it: moments in UTC, days and times in ISO 8601."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat()
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value


@cache
def kind_of(column: Column[Any]) -> type:
    """Return the Python type that the column holds."""
    if isinstance(column.type, JSON):
        return dict
    if isinstance(column.type, LargeBinary):
        return bytes
    if isinstance(column.type, UtcDateTime):
        return dt.datetime
    return column.type.python_type


@cache
def shape_of(model: type[Base], name: str) -> tuple[type, type | None]:
    """Return (list or dict, what is inside it) for a column of JSON.

    `Mapped[dict[str, float]]` gives (dict, float); None inside stands for anything.
    """
    said = inspect.get_annotations(model, eval_str=True)[name]
    (inner,) = get_args(said)  # Mapped[...]
    outer = get_origin(inner) or inner
    last = get_args(inner)[-1] if get_args(inner) else None
    return outer, last if isinstance(last, type) and last is not Any else None


def read_value(model: type[Base], column: Column[Any], raw: Any) -> Any:
    """Return the value for the database; raise ValueError saying what is wrong."""
    if raw is None:
        if not column.nullable:
            raise ValueError("must not be empty")
        return None
    if isinstance(column.type, JSON):
        return _read_shape(raw, *shape_of(model, column.name))
    return READERS[kind_of(column)](column, raw)


def _read_text(column: Column[Any], raw: Any) -> str:
    _check_text(raw)
    assert isinstance(raw, str)  # noqa: S101 - just checked
    longest = column.type.length if isinstance(column.type, String) else None
    if len(raw) > (longest or LONGEST_TEXT):
        raise ValueError(f"is longer than {longest or LONGEST_TEXT} characters")
    return raw


def _check_text(raw: Any) -> None:
    if not isinstance(raw, str):
        raise ValueError("is not text")  # noqa: TRY004 - one error for every reader
    if _NO_TEXT.search(raw):
        raise ValueError("holds signs that are no text")


def _read_number(_column: Column[Any], raw: Any) -> float:
    if isinstance(raw, bool) or not isinstance(raw, (int, float)):
        raise ValueError("is not a number")  # noqa: TRY004
    value = float(raw) if abs(raw) < 1e300 else math.inf
    if not math.isfinite(value):
        raise ValueError("is not a number that can be kept")
    return value


def _read_whole(_column: Column[Any], raw: Any) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int) or abs(raw) >= 2**31:
        raise ValueError("is not a whole number")
    return raw


def _read_switch(_column: Column[Any], raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise ValueError("is neither true nor false")  # noqa: TRY004
    return raw


def _read_moment(_column: Column[Any], raw: Any) -> dt.datetime:
    moment = dt.datetime.fromisoformat(_as_text(raw))
    if moment.tzinfo is None:
        raise ValueError("is a moment without its offset from UTC")
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError:
        raise ValueError("is a moment out of reach") from None


def _read_bytes(_column: Column[Any], raw: Any) -> bytes:
    return base64.b64decode(_as_text(raw), validate=True)


def _as_text(raw: Any) -> str:
    _check_text(raw)
    return str(raw)


READERS: Final[dict[type, Callable[[Column[Any], Any], Any]]] = {
    str: _read_text,
    float: _read_number,
    int: _read_whole,
    bool: _read_switch,
    dt.datetime: _read_moment,
    dt.date: lambda _column, raw: dt.date.fromisoformat(_as_text(raw)),
    dt.time: lambda _column, raw: dt.time.fromisoformat(_as_text(raw)),
    bytes: _read_bytes,
}


def _read_shape(raw: Any, outer: type, inner: type | None) -> Any:
    if not _is_plain(raw, outer):
        raise ValueError("has another shape")
    for value in raw.values() if outer is dict else raw:
        _check_inner(value, inner)
    for key in raw if outer is dict else ():
        _check_text(key)
    return raw


def _is_plain(raw: Any, outer: type) -> bool:
    return type(raw) is outer


def _check_inner(value: Any, inner: type | None) -> None:
    if inner is float:
        _read_number(_ANY, value)
    elif inner is str:
        _check_text(value)
    elif inner is not None and not isinstance(value, inner):
        raise ValueError("has another shape")
    else:
        _check_deep(value)


def _check_deep(value: Any) -> None:
    """Refuse text inside anything that no database would take."""
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, dict):
        for key, one in value.items():
            _check_text(key)
            _check_deep(one)
    elif isinstance(value, list):
        for one in value:
            _check_deep(one)


_ANY: Final[Column[Any]] = Column("any")
