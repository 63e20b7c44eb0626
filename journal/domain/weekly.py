"""What the legs did over a stretch of days: counts with denominators, never guesses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Literal

from journal.domain.records import DayRecord, SymptomAnswer

Part = Literal["night", "day"]
MarkKind = Literal["had", "none", "open", "ahead"]

#: Fewer answers than this in a week carry no comparison with another week.
ANSWERS_TO_COMPARE = 4
#: A change of this much on the 0 to 10 scale matters (Farrar 2001, PMID 11690728).
SEVERITY_CHANGE_THAT_MATTERS = 2
#: "Most of the time": at least half of the answers, and at least this many answers.
PERSISTENT_SHARE = 0.5
PERSISTENT_ANSWERS = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """One night or day of one symptom.

    `kind` is "had", "none" (answered none), "open" (not answered) or "ahead" (has
    not come yet); `severity_0_10` is None unless it was answered.
    """

    day: date
    kind: MarkKind
    severity_0_10: int | None = None
    sites: tuple[str, ...] = ()
    woke_me: bool | None = None

    @property
    def size_1_4(self) -> int:
        """The size of a filled mark: 1 for 1 to 2, up to 4 for 8 to 10."""
        worst = self.severity_0_10 or 0
        return 1 + (worst > 2) + (worst > 5) + (worst > 7)


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a symptom was there among the nights or days that were answered.

    `worst` and `typical` (the median) are over the times it was there, None when
    it never was. `woke` counts among the `woke_answered` times it was there and the
    question whether it woke the person has an answer.
    """

    answered: int
    present: int
    worst: int | None
    typical: float | None
    woke: int
    woke_answered: int

    @property
    def share(self) -> float | None:
        """Present among answered; None when nothing was answered."""
        return self.present / self.answered if self.answered else None


@dataclass(frozen=True, slots=True)
class LegsLine:
    """One symptom over a week, against the week before and four weeks in all."""

    symptom: str
    label: str
    part: Part
    marks: tuple[Mark, ...]
    month_marks: tuple[Mark, ...]
    this_week: Tally
    week_before: Tally
    four_weeks: Tally
    sites: tuple[tuple[str, int], ...]

    @property
    def comparable(self) -> bool:
        """Whether both weeks hold enough answers to be set side by side."""
        return (
            min(self.this_week.answered, self.week_before.answered)
            >= ANSWERS_TO_COMPARE
        )

    @property
    def is_persistent(self) -> bool:
        """Whether it was there at least half the time over four weeks."""
        share = self.four_weeks.share
        return (
            share is not None
            and self.four_weeks.answered >= PERSISTENT_ANSWERS
            and share >= PERSISTENT_SHARE
        )

    @property
    def came_more_often(self) -> bool:
        """Whether it was there more times than in the week before."""
        return self.this_week.present > self.week_before.present

    @property
    def is_worse(self) -> bool:
        """Whether it came clearly more often, or hurt more, than the week before."""
        if not self.comparable or not self.this_week.present:
            return False
        more = self.this_week.present - self.week_before.present
        if more >= 2:
            return True
        now, before = self.this_week.typical, self.week_before.typical
        return (
            now is not None
            and before is not None
            and more >= 0
            and now - before >= SEVERITY_CHANGE_THAT_MATTERS
        )


def answers_of(record: DayRecord, part: Part) -> Mapping[str, SymptomAnswer]:
    """Return the answers about the day or about the night after it."""
    return record.night_answers if part == "night" else record.day_answers


def mark_of(record: DayRecord, part: Part, symptom: str, today: date) -> Mark:
    """Return the mark of one symptom; days after `today` are ahead."""
    if record.day > today:
        return Mark(record.day, "ahead")
    answer = answers_of(record, part).get(symptom)
    if answer is None:
        return Mark(record.day, "open")
    return Mark(
        day=record.day,
        kind="had" if answer.present else "none",
        severity_0_10=answer.severity_0_10,
        sites=answer.sites,
        woke_me=answer.woke_me,
    )


def tally(marks: Iterable[Mark]) -> Tally:
    """Count marks; open ones and those ahead are in no denominator."""
    answered = [mark for mark in marks if mark.severity_0_10 is not None]
    had = [mark for mark in answered if mark.kind == "had"]
    severities = [mark.severity_0_10 or 0 for mark in had]
    return Tally(
        answered=len(answered),
        present=len(severities),
        worst=max(severities, default=None),
        typical=median(severities) if severities else None,
        woke=sum(mark.woke_me is True for mark in had),
        woke_answered=sum(mark.woke_me is not None for mark in had),
    )


def sites_of(marks: Iterable[Mark]) -> tuple[tuple[str, int], ...]:
    """Return places with the number of times they were named, most often first."""
    named = Counter(site for mark in marks if mark.kind == "had" for site in mark.sites)
    return tuple(named.most_common())


def symptoms_asked(records: Iterable[DayRecord]) -> list[tuple[Part, str]]:
    """Return every (part, symptom) answered at least once, in order of first answer."""
    seen: dict[tuple[Part, str], None] = {}
    for record in records:
        for symptom in record.night_answers:
            seen[("night", symptom)] = None
        for symptom in record.day_answers:
            seen[("day", symptom)] = None
    return list(seen)


def legs_of_week(
    records: Sequence[DayRecord], *, labels: Mapping[str, str], today: date
) -> tuple[LegsLine, ...]:
    """Return a line per symptom answered within four weeks, most present first.

    `records` are 28 consecutive days; the last seven are the week, the seven before
    them the week before. A symptom that `labels` does not know keeps its code.
    """
    lines = [
        _line(records, part, symptom, labels.get(symptom, symptom), today)
        for part, symptom in symptoms_asked(records)
    ]
    lines.sort(
        key=lambda line: (
            -line.this_week.present,
            -(line.this_week.worst or 0),
            -line.four_weeks.present,
            line.part == "day",
        )
    )
    return tuple(lines)


def _line(
    records: Sequence[DayRecord], part: Part, symptom: str, label: str, today: date
) -> LegsLine:
    marks = tuple(mark_of(record, part, symptom, today) for record in records)
    return LegsLine(
        symptom=symptom,
        label=label,
        part=part,
        marks=marks[-7:],
        month_marks=marks,
        this_week=tally(marks[-7:]),
        week_before=tally(marks[-14:-7]),
        four_weeks=tally(marks),
        sites=sites_of(marks[-7:]),
    )


def words_of_site(site: str) -> str:
    """Return "left calf" for "calf_left"."""
    place, _, side = site.rpartition("_")
    return f"{side} {place.replace('_', ' ')}".strip()
