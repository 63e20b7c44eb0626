"""From raw form text to typed values: all errors at once, everything typed kept."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, time
from typing import TypeVar

from flask import request
from werkzeug.datastructures import MultiDict

from journal.domain.errors import Invalid

_T = TypeVar("_T")


class Form:
    """One submitted form, or an empty one for the first look at a page.

    Each reader returns a typed value; when the text cannot be read it notes one
    sentence under the field's name in `errors` and returns None. An empty field is
    None ("not answered"), never 0. Templates show `form.typed(name)` and
    `form.errors`; answer with status 422 unless `form.ok`.
    """

    def __init__(self, raw: MultiDict[str, str] | None = None) -> None:
        self.raw: MultiDict[str, str] = MultiDict() if raw is None else raw
        self.errors: dict[str, str] = {}

    @classmethod
    def sent(cls) -> Form:
        """Return the form of the present request."""
        return cls(request.form)

    @classmethod
    def filled(cls, **values: object) -> Form:
        """Return a form that shows these values; lists become several ticks."""
        raw: MultiDict[str, str] = MultiDict()
        for name, value in values.items():
            if isinstance(value, (list, tuple)):
                raw.setlist(name, [str(one) for one in value])
            elif value is True:
                raw[name] = "yes"
            elif value is not None and value is not False:
                raw[name] = str(value)
        return cls(raw)

    @property
    def ok(self) -> bool:
        """Whether no error was noted."""
        return not self.errors

    def typed(self, name: str) -> str:
        """Return the field as it was typed, or an empty text."""
        return self.raw.get(name, "")

    def typed_all(self, name: str) -> list[str]:
        """Return every value of a field with several ticks."""
        return self.raw.getlist(name)

    def lay_over(self, beneath: Form) -> None:
        """Show what another form holds for every field that was not sent."""
        sent, self.raw = self.raw, beneath.raw.copy()
        for name, values in sent.lists():
            self.raw.setlist(name, values)

    def fail(self, name: str, message: str) -> None:
        """Note an error; the first one of a field stays."""
        self.errors.setdefault(name, message)

    def attempt(self, action: Callable[[], _T]) -> _T | None:
        """Run a use case; an Invalid it raises becomes an error of its field."""
        try:
            return action()
        except Invalid as refused:
            self.fail(refused.field, refused.message)
            return None

    def text(self, name: str, *, longest: int, required: str = "") -> str:
        """Return trimmed text; `required` is the sentence for an empty field."""
        value = self.typed(name).replace("\r\n", "\n").replace("\x00", "").strip()
        if not value and required:
            self.fail(name, required)
        if len(value) > longest:
            self.fail(
                name, f"Use at most {longest} characters. You typed {len(value)}."
            )
        return value

    def number(self, name: str, *, low: float, high: float) -> float | None:
        """Return a number from `low` to `high`; a decimal comma is read too."""
        typed = self.typed(name).strip()
        if not typed:
            return None
        try:
            value = float(typed.replace(",", "."))
        except ValueError:
            value = float("nan")
        if not low <= value <= high:
            self.fail(
                name,
                f"Type a number between {low:g} and {high:g}. "
                f"You typed “{typed[:20]}”.",
            )
            return None
        return value

    def whole(self, name: str, *, low: int, high: int) -> int | None:
        """Return a whole number from `low` to `high`."""
        value = self.number(name, low=low, high=high)
        if value is not None and value != int(value):
            self.fail(name, f"Type a whole number between {low} and {high}.")
            return None
        return None if value is None else int(value)

    def choice(self, name: str, allowed: Collection[str]) -> str | None:
        """Return one of `allowed`."""
        typed = self.typed(name)
        if not typed:
            return None
        if typed not in allowed:
            self.fail(name, "Choose one of the answers.")
            return None
        return typed

    def choices(self, name: str, allowed: Collection[str]) -> list[str]:
        """Return the ticked ones of `allowed`, in the order sent, each once."""
        found = list(dict.fromkeys(self.typed_all(name)))
        if any(one not in allowed for one in found):
            self.fail(name, "Choose from the answers.")
        return [one for one in found if one in allowed]

    def ticked(self, name: str) -> bool:
        """Return whether the box was ticked."""
        return bool(self.typed(name))

    def clock(self, name: str) -> time | None:
        """Return a time of day, as the browser sends it: 20:30."""
        return self._parsed(name, time.fromisoformat, "Type a time like 20:30.")

    def day(self, name: str) -> date | None:
        """Return a date, as the browser sends it: 2026-11-22."""
        return self._parsed(name, date.fromisoformat, "Type a date like 2026-11-22.")

    def _parsed(self, name: str, parse: Callable[[str], _T], message: str) -> _T | None:
        typed = self.typed(name).strip()
        if not typed:
            return None
        try:
            return parse(typed)
        except ValueError:
            self.fail(name, message)
            return None
