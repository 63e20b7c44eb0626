"""Longer stretches: a calendar of marks week by week, and counts month by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from journal.domain.weekly import Mark
from journal.render.chart_ground import (
    DOTTED,
    HATCHED,
    INKS,
    SIZES,
    DayMark,
    Ink,
    Shape,
    Theme,
    bare,
    finished,
    rings,
)

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LABEL_PX = 42
#: Room for the names of the months above, and the widest a day is drawn.
HEAD_PX, WIDEST_DAY_PX = 30, 26

#: More months than this are named by their years.
MOST_NAMED_MONTHS = 18


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Nights or days of one month: with the symptom, without, and not answered."""

    month: date
    had: int
    none: int
    open: int


def month_counts(marks: Sequence[Mark]) -> list[MonthCount]:
    """Count marks by month, in order; days that have not come are in none of them."""
    months: dict[date, dict[str, int]] = {}
    for mark in marks:
        month = months.setdefault(
            mark.day.replace(day=1), {"had": 0, "none": 0, "open": 0, "ahead": 0}
        )
        month[mark.kind] += 1
    return [
        MonthCount(month, seen["had"], seen["none"], seen["open"])
        for month, seen in months.items()
    ]


def grid_height(marks: Sequence[DayMark], shape: Shape) -> int:
    """Return how high the calendar of these days is drawn, in pixels."""
    return round(HEAD_PX + 7 * _day_px(_weeks(marks), shape))


def grid_chart(marks: Sequence[DayMark], *, theme: Theme, shape: Shape) -> str:
    """Return a column of seven marks for each week, Monday on top; bigger is worse."""
    import lets_plot as lp

    ink = INKS[theme]
    weeks = _weeks(marks)
    day_px = _day_px(weeks, shape)
    width, _ = SIZES[shape]
    plot = bare(width, grid_height(marks, shape))
    room = LABEL_PX / day_px
    end = (width - LABEL_PX) / day_px
    plot += lp.scale_x_continuous(
        breaks=[], limits=[-room - 0.5, end - 0.5], expand=[0, 0]
    )
    plot += lp.scale_y_continuous(
        breaks=[], limits=[-6.5, 0.5 + HEAD_PX / day_px], expand=[0, 0]
    )
    scale = day_px / WIDEST_DAY_PX
    for kind, colour in (("none", ink.edge), ("open", DOTTED)):
        chosen = [mark for mark in marks if mark.kind == kind]
        plot += rings(_places(marks, chosen), colour, ink, size=3.4 * scale)
    for step in (1, 2, 3, 4):
        sized = [m for m in marks if m.kind == "had" and m.size_1_4 == step]
        plot += lp.geom_point(
            lp.aes("x", "y"),
            data=_places(marks, sized),
            shape=16,
            color=ink.ink,
            size=(1.8 + 1.15 * step) * scale,
        )
    named = _month_starts(marks)
    names = [f"{day:%b}" for day in named]
    plot += _words(_places(marks, named, y=1.0), names, ink, hjust=0.2)
    shown = range(7) if day_px > 14 else (0, 2, 4, 6)
    plot += _words(
        {"x": [-room - 0.4] * len(shown), "y": [-float(n) for n in shown]},
        [WEEKDAYS[n] for n in shown],
        ink,
        hjust=0,
    )
    return finished(plot, ink)


def months_chart(counts: Sequence[MonthCount], *, theme: Theme, shape: Shape) -> str:
    """Return a bar for each month: had solid, none empty, not answered hatched."""
    import lets_plot as lp

    ink = INKS[theme]
    width, height = SIZES[shape]
    plot = bare(width, height) + lp.theme(
        axis_text=lp.element_text(color=ink.muted, size=13, angle=0),
        panel_grid_major_y=lp.element_line(color=ink.rule, size=1),
    )
    for fill, kind in ((ink.ink, "had"), (ink.paper, "none"), (HATCHED, "open")):
        plot += lp.geom_rect(
            lp.aes(xmin="left", xmax="right", ymin="low", ymax="high"),
            data=_bars(counts, kind),
            fill=fill,
            color=ink.edge,
            size=0.4,
        )
    at = _named_months(counts)
    plot += lp.scale_x_continuous(
        breaks=list(at),
        labels=list(at.values()),
        limits=[-0.6, max(len(counts), 1) - 0.4],
        expand=[0, 0],
    )
    plot += lp.scale_y_continuous(breaks=[0, 10, 20, 30], limits=[0, 32], expand=[0, 0])
    return finished(plot, ink)


def _named_months(counts: Sequence[MonthCount]) -> dict[int, str]:
    """Return which months get a name: every second one, or each year's first."""
    if len(counts) <= MOST_NAMED_MONTHS:
        return {n: f"{counts[n].month:%b}" for n in range(0, len(counts), 2)}
    return {
        n: f"{one.month.year}" for n, one in enumerate(counts) if one.month.month == 1
    }


def _bars(counts: Sequence[MonthCount], kind: str) -> dict[str, list[float]]:
    lows = {
        "had": [0 for _ in counts],
        "none": [one.had for one in counts],
        "open": [one.had + one.none for one in counts],
    }[kind]
    sizes = [getattr(one, kind) for one in counts]
    kept = [n for n, size in enumerate(sizes) if size]
    return {
        "left": [n - 0.38 for n in kept],
        "right": [n + 0.38 for n in kept],
        "low": [float(lows[n]) for n in kept],
        "high": [float(lows[n] + sizes[n]) for n in kept],
    }


def _weeks(marks: Sequence[DayMark]) -> int:
    return _column(marks, marks[-1].day) + 1 if marks else 1


def _column(marks: Sequence[DayMark], day: date) -> int:
    first = marks[0].day
    return ((day - first).days + first.weekday()) // 7


def _day_px(weeks: int, shape: Shape) -> float:
    width, _ = SIZES[shape]
    return min(float(WIDEST_DAY_PX), (width - LABEL_PX) / weeks)


def _places(
    marks: Sequence[DayMark], chosen: Sequence[DayMark | date], y: float | None = None
) -> dict[str, list[float]]:
    days = [one if isinstance(one, date) else one.day for one in chosen]
    return {
        "x": [float(_column(marks, day)) for day in days],
        "y": [-float(day.weekday()) if y is None else y for day in days],
    }


def _month_starts(marks: Sequence[DayMark]) -> list[date]:
    """Return the first day and each first of a month that has room for its name."""
    starts = [mark.day for n, mark in enumerate(marks) if n == 0 or mark.day.day == 1]
    if len(starts) > 1 and _column(marks, starts[1]) - _column(marks, starts[0]) < 2:
        starts = starts[1:]
    return starts


def _words(
    places: dict[str, list[float]], words: Sequence[str], ink: Ink, *, hjust: float
) -> Any:
    import lets_plot as lp

    return lp.geom_text(
        lp.aes("x", "y", label="label"),
        data={**places, "label": list(words)},
        hjust=hjust,
        color=ink.muted,
        size=5.0,
    )
