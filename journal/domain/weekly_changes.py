"""What is new, still there or faded against the week before, where both are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from journal.domain.weekly import LegsLine, Tally

ChangeKind = Literal["new", "still", "faded"]
ORDER: tuple[ChangeKind, ...] = ("new", "still", "faded")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing set against the week before; `counts` are this week's and its."""

    kind: ChangeKind
    name: str
    counts: str


def changes(
    legs: Iterable[LegsLine],
    *,
    short_now: Mapping[str, str],
    short_before: Mapping[str, str],
    judged_now: frozenset[str],
    judged_before: frozenset[str],
) -> tuple[Change, ...]:
    """Return changes of symptoms, then of nutrients; new first, faded last.

    A symptom counts only where both weeks hold enough answers to be compared: a week
    without answers is not a week in which it faded. `short_now` and `short_before`
    map names of nutrients that look short to a few words; `judged_…` name those
    that could be judged at all.
    """
    found = [
        Change(kind, line.label, _counts(line))
        for line in legs
        if line.comparable and (kind := _kind_of(line.this_week, line.week_before))
    ]
    judged = judged_now & judged_before
    names = [
        name for name in dict.fromkeys([*short_now, *short_before]) if name in judged
    ]
    still = [name for name in names if name in short_now and name in short_before]
    found += [
        nutrient_change(name, short_now.get(name, ""))
        for name in names
        if name not in still
    ]
    if still:
        found.append(Change("still", _listed(still), "as the week before"))
    return tuple(sorted(found, key=lambda one: ORDER.index(one.kind)))


def _kind_of(now: Tally, before: Tally) -> ChangeKind | None:
    if now.present:
        return "still" if before.present else "new"
    return "faded" if before.present else None


def _counts(line: LegsLine) -> str:
    now, before = line.this_week, line.week_before
    part = line.part if now.answered == 1 else f"{line.part}s"
    return (
        f"{now.present} of {now.answered} {part}, the week before {before.present} of "
        f"{before.answered}"
    )


def nutrient_change(name: str, short: str = "") -> Change:
    """Return a nutrient as new, with the words for how short, or else as faded."""
    if short:
        return Change("new", name, short)
    return Change("faded", name, "no longer looks short")


def _listed(names: Sequence[str]) -> str:
    """Return "Calcium and iron short", with later names inside the sentence."""
    words = [names[0], *(name[:1].lower() + name[1:] for name in names[1:])]
    said = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
    return f"{said} short, or perhaps short"


def of_kind(found: Sequence[Change], kind: ChangeKind) -> list[Change]:
    """Return the changes of one kind."""
    return [one for one in found if one.kind == kind]
