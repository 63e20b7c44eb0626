"""What a chart shows, in one or two sentences, for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.weekly import LegsLine, Mark
from journal.render.charts import IntakeDay


def days_word(count: int, word: str = "day") -> str:
    """Return "1 day" or "3 days"."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def severity_alt(line: LegsLine) -> str:
    """Describe a severity chart over four weeks."""
    seen = line.four_weeks
    said = f"{line.label} over four weeks: on {_count(line)}."
    if seen.worst is not None:
        said += f" The worst was {seen.worst} of 10, a typical one {seen.typical:g}."
    return said + _open_words(line.month_marks, line.part)


def calendar_alt(lines: Sequence[LegsLine]) -> str:
    """Describe a symptom calendar over four weeks."""
    each = "; ".join(f"{line.label} {_count(line)}" for line in lines)
    return f"Four weeks of days, one row a symptom. {each}."


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


def _count(line: LegsLine) -> str:
    seen = line.four_weeks
    return f"{seen.present} of {seen.answered} {line.part}s"


def _open_words(marks: Sequence[Mark], part: str) -> str:
    unanswered = sum(1 for mark in marks if mark.kind == "open")
    if not unanswered:
        return ""
    verb = "was" if unanswered == 1 else "were"
    return f" {days_word(unanswered, part).capitalize()} {verb} not answered."
