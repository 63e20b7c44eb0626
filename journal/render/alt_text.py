"""What a chart shows, in one or two sentences, for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from journal.domain.weekly import LegsLine, Mark
from journal.domain.weekly_lanes import Lane
from journal.render.calendars import MonthCount
from journal.render.charts import IntakeDay
from journal.render.splits import Split

FOUR_WEEKS = "over four weeks"


def days_word(count: int, word: str = "day") -> str:
    """Return "1 day" or "3 days"."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def severity_alt(line: LegsLine, over: str = FOUR_WEEKS) -> str:
    """Describe a severity chart; `over` names its time."""
    seen = line.four_weeks
    said = f"{line.label} {over}: on {_count(line)}."
    if seen.worst is not None:
        said += f" The worst was {seen.worst} of 10, a typical one {seen.typical:g}."
    return said + _open_words(line.month_marks, line.part)


def calendar_alt(lines: Sequence[LegsLine], over: str = FOUR_WEEKS) -> str:
    """Describe a symptom calendar."""
    each = "; ".join(f"{line.label} {_count(line)}" for line in lines)
    return f"Days {over}, one row a symptom. {each}."


def grid_alt(line: LegsLine, over: str) -> str:
    """Describe a calendar of one symptom, a column a week."""
    said = f"Calendar of {line.label.lower()} {over}, a column a week: {_count(line)}."
    return said + _open_words(line.month_marks, line.part)


def months_alt(line: LegsLine, counts: Sequence[MonthCount]) -> str:
    """Describe the bars of one symptom month by month."""
    asked = [one for one in counts if one.had + one.none]
    if not asked:
        return f"{line.label} month by month: nothing was answered."
    most = max(asked, key=lambda one: one.had / (one.had + one.none))
    return (
        f"{line.label} month by month: on {_count(line)} in all. Most often in "
        f"{most.month:%B %Y}, on {most.had} of {most.had + most.none}."
    )


def intake_alt(name: str, days: Sequence[IntakeDay], unit: str) -> str:
    """Describe an intake chart."""
    known = [one.known for one in days if one.is_complete and one.known is not None]
    if not known:
        return f"{name}: no day was logged in full."
    empty = sum(1 for one in days if one.known is None)
    said = (
        f"{name} a day over {days_word(len(known), 'full day')}: "
        f"from {min(known):,.4g} to {max(known):,.4g} {unit}."
    )
    return said + (f" {days_word(empty)} without food are dotted." if empty else "")


def lanes_alt(lanes: Sequence[Lane], over: str = FOUR_WEEKS) -> str:
    """Describe the lanes of tablets and sun."""
    each = "; ".join(
        f"{lane.label} on {lane.had} of {days_word(lane.answered, 'answered day')}"
        for lane in lanes
    )
    return f"Tablets and sun day by day {over}. {each}."


def split_alt(split: Split) -> str:
    """Describe nights with and without a symptom along an amount."""
    words = (
        f"{split.factor} before {days_word(len(split.amounts_with), split.part)} with "
        f"{split.label.lower()} and {len(split.amounts_without)} without"
    )
    if not split.amounts_with or not split.amounts_without:
        return f"{words}."
    middle_with = f"{median(split.amounts_with):,.4g} {split.unit}"
    middle_without = f"{median(split.amounts_without):,.4g} {split.unit}"
    return f"{words}. The middle one with: {middle_with}, without: {middle_without}."


def _count(line: LegsLine) -> str:
    seen = line.four_weeks
    return f"{seen.present} of {seen.answered} {line.part}s"


def _open_words(marks: Sequence[Mark], part: str) -> str:
    unanswered = sum(1 for mark in marks if mark.kind == "open")
    if not unanswered:
        return ""
    verb = "was" if unanswered == 1 else "were"
    return f" {days_word(unanswered, part).capitalize()} {verb} not answered."
