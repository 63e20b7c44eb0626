"""Which charts a report has, what each shows in words, and how it is drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

import journal
from journal.domain.weekly import LegsLine
from journal.domain.weekly_food import DayFood
from journal.domain.weekly_lanes import Lane
from journal.patterns.shortfall import SMALLEST_KNOWN_SHARE
from journal.render import alt_text
from journal.render.calendars import (
    grid_chart,
    grid_height,
    month_counts,
    months_chart,
)
from journal.render.chart_ground import SIZES, Shape, Theme
from journal.render.charts import (
    IntakeDay,
    Level,
    calendar_chart,
    intake_chart,
    severity_chart,
)
from journal.render.splits import HEIGHT, Split, split_chart
from journal.services.report_food import NutrientLine
from journal.services.report_plain_count import PlainCount

#: Longer stretches are counted by month, and their days are not drawn one by one.
MOST_GRID_DAYS = 190
MOST_INTAKE_DAYS = 100
#: Longer lanes are drawn as calendars, or their marks would run into each other.
MOST_LANE_DAYS = 45
MOST_ROWS = 6
#: Changed whenever charts are drawn otherwise, so that no old picture stays.
EDITION = f"{journal.__version__} 1"


class Charted(Protocol):
    """What charts are made of; a week's report and a look at any stretch have it."""

    @property
    def today(self) -> date: ...

    @property
    def days(self) -> tuple[DayFood, ...]: ...

    @property
    def legs(self) -> tuple[LegsLine, ...]: ...

    @property
    def nutrients(self) -> tuple[NutrientLine, ...]: ...

    @property
    def counts(self) -> tuple[PlainCount, ...]: ...

    @property
    def lanes(self) -> tuple[Lane, ...]: ...


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: its name in addresses, what it shows, and how high it is on a phone.

    `draw` returns SVG; equal `facts` give equal drawings.
    """

    name: str
    alt: str
    height: int
    facts: object
    draw: Callable[..., str]

    def etag(self, theme: Theme, shape: Shape) -> str:
        """Return what names this very drawing."""
        told = repr((EDITION, self.name, theme, shape, self.facts))
        return hashlib.sha256(told.encode()).hexdigest()[:32]


def pictures(source: Charted, over: str = alt_text.FOUR_WEEKS) -> dict[str, Picture]:
    """Return every chart of a report by name; `over` names its time in words."""
    found = [
        *_of_legs(source, over),
        *_of_intake(source),
        *_of_lanes(source, over),
        *map(_of_count, source.counts),
    ]
    return {one.name: one for one in found}


def shown_legs(source: Charted) -> list[LegsLine]:
    """Return the symptoms worth a picture: those that were there, at most six."""
    present = [line for line in source.legs if line.four_weeks.present]
    return (present or list(source.legs))[:MOST_ROWS]


def _of_legs(source: Charted, over: str) -> Iterator[Picture]:
    legs = shown_legs(source)
    length = len(source.days)
    for line in legs:
        marks = line.month_marks
        if length > MOST_GRID_DAYS:
            counts = month_counts(marks)
            yield Picture(
                f"months-{line.symptom}",
                alt_text.months_alt(line, counts),
                SIZES["phone"][1],
                counts,
                partial(months_chart, counts),
            )
            continue
        yield Picture(
            f"grid-{line.symptom}",
            alt_text.grid_alt(line, over),
            grid_height(marks, "phone"),
            marks,
            partial(grid_chart, marks),
        )
        yield Picture(
            f"severity-{line.symptom}",
            alt_text.severity_alt(line, over),
            SIZES["phone"][1],
            marks,
            partial(severity_chart, marks),
        )
    if legs and length <= MOST_GRID_DAYS:
        rows = [(line.label, line.month_marks) for line in legs]
        alt = alt_text.calendar_alt(legs, over)
        yield Picture(
            "calendar", alt, 52 + 44 * len(rows), rows, partial(calendar_chart, rows)
        )


def _of_intake(source: Charted) -> Iterator[Picture]:
    if len(source.days) > MOST_INTAKE_DAYS:
        return
    come = [one for one in source.days if one.day <= source.today]
    for line in source.nutrients:
        days = intake_days(come, line)
        if any(day.known is not None for day in days):
            levels = _levels(line)
            yield Picture(
                f"intake-{line.slug}",
                alt_text.intake_alt(line.name, days, line.unit),
                SIZES["phone"][1],
                (days, levels, line.unit),
                partial(intake_chart, days, levels, unit=line.unit),
            )


def _of_lanes(source: Charted, over: str) -> Iterator[Picture]:
    length = len(source.days)
    if source.lanes and length <= MOST_LANE_DAYS:
        rows = [(lane.label, lane.marks) for lane in source.lanes]
        alt = alt_text.lanes_alt(source.lanes, over)
        height = 52 + 44 * len(rows)
        yield Picture("lanes", alt, height, rows, partial(calendar_chart, rows))
    elif length <= MOST_GRID_DAYS:
        for number, lane in enumerate(source.lanes):
            yield Picture(
                f"lane-{number}",
                alt_text.lanes_alt([lane], over),
                grid_height(lane.marks, "phone"),
                lane,
                partial(grid_chart, lane.marks),
            )


def _of_count(one: PlainCount) -> Picture:
    split = Split(
        label=one.symptom_label,
        factor=one.factor_name,
        unit=one.unit,
        part=one.part,
        threshold=one.threshold,
        amounts_with=one.amounts_with,
        amounts_without=one.amounts_without,
    )
    return Picture(
        f"split-{one.slug}",
        alt_text.split_alt(split),
        HEIGHT,
        split,
        partial(split_chart, split),
    )


def intake_days(days: Sequence[DayFood], line: NutrientLine) -> list[IntakeDay]:
    """Return the days of one nutrient as a chart takes them."""
    found = []
    for one in days:
        intake = one.intakes.get(line.key)
        share = intake.known_share_0_1 if intake else 0.0
        found.append(
            IntakeDay(
                day=one.day,
                known=intake.total if intake else None,
                high=(
                    intake.food / share + intake.supplements
                    if intake and share >= SMALLEST_KNOWN_SHARE
                    else None
                ),
                is_complete=one.status == "complete",
            )
        )
    return found


def _levels(line: NutrientLine) -> list[Level]:
    target = line.target
    if target is None:
        return []
    levels = []
    if target.ear is not None:
        levels.append(Level("half need", target.ear))
    if target.rda is not None:
        levels.append(Level(target.rda_name, target.rda))
    elif target.ai is not None:
        levels.append(Level("AI", target.ai))
    near = line.low is not None and target.ul is not None and line.low > target.ul / 2
    if target.ul is not None and target.ul_scope == "all" and near:
        levels.append(Level("upper level", target.ul))
    return levels
