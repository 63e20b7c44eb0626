"""Charts as SVG text by lets-plot: filled = had it, ring = none, dotted = not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journal.domain.weekly import Mark
from journal.render.chart_ground import (
    DAYS_OF_ROOM,
    DOTTED,
    HATCHED,
    INKS,
    LABEL_ROOM_DAYS,
    MOST_DAYS_BY_WEEK,
    SIZES,
    DayMark,
    Shape,
    Theme,
    bars,
    finished,
    ground,
    index_of,
    points_of,
    rings,
)

#: How much smaller marks are where a phone shows more than a few weeks.
SMALL = 0.62


@dataclass(frozen=True, slots=True)
class IntakeDay:
    """One day of an intake chart, in the nutrient's unit.

    `known` is None on a day without food; `high` is None where too little is known
    to say how much it may have been. Partial days are drawn faintly: they are no low
    days.
    """

    day: date
    known: float | None
    high: float | None
    is_complete: bool


@dataclass(frozen=True, slots=True)
class Level:
    """A line across an intake chart, such as the EAR."""

    label: str
    amount: float


def severity_chart(marks: Sequence[Mark], *, theme: Theme, shape: Shape) -> str:
    """Return severity 0 to 10 over consecutive days or nights as SVG."""
    import lets_plot as lp

    ink = INKS[theme]
    had = points_of(marks, "had")
    size = SMALL if len(marks) > MOST_DAYS_BY_WEEK and shape == "phone" else 1.0
    plot = ground(marks, ink, shape)
    plot += lp.scale_y_continuous(
        breaks=[0, 5, 10], limits=[-0.9, 10.6], labels=["0", "5", "10"], expand=[0, 0]
    )
    plot += lp.geom_segment(
        lp.aes("x", "y", xend="x"), data=had, yend=0, color=ink.ink, size=0.9
    )
    plot += lp.geom_point(
        lp.aes("x", "y"), data=had, shape=16, color=ink.ink, size=3.1 * size
    )
    plot += rings(points_of(marks, "none"), ink.edge, ink, size=2.4 * size)
    plot += rings(points_of(marks, "open"), DOTTED, ink, size=2.4 * size)
    return finished(plot, ink)


def calendar_chart(
    rows: Sequence[tuple[str, Sequence[DayMark]]], *, theme: Theme, shape: Shape
) -> str:
    """Return a line of marks per symptom over the same days; bigger is worse."""
    import lets_plot as lp

    ink = INKS[theme]
    names = [name for name, _ in rows]
    width, _ = SIZES[shape]
    plot = ground(rows[0][1] if rows else (), ink, shape)
    plot += lp.ggsize(width, 52 + 44 * max(1, len(rows)))
    plot += lp.scale_y_continuous(
        breaks=[], limits=[-len(names) + 0.35, 0.75], expand=[0, 0]
    )
    small = 0.9 if shape == "phone" else 1.15
    for number, (name, marks) in enumerate(rows):
        level = -float(number)
        for kind, colour in (("none", ink.edge), ("open", DOTTED)):
            places = [index_of(marks, mark) for mark in marks if mark.kind == kind]
            points = {"x": places, "y": [level] * len(places)}
            plot += rings(points, colour, ink, size=2.6 * small)
        for step in (1, 2, 3, 4):
            sized = [m for m in marks if m.kind == "had" and m.size_1_4 == step]
            xs = [index_of(marks, mark) for mark in sized]
            plot += lp.geom_point(
                lp.aes("x", "y"),
                data={"x": xs, "y": [level] * len(xs)},
                shape=16,
                color=ink.ink,
                size=(1.3 + 0.75 * step) * small,
            )
        plot += lp.geom_text(
            lp.aes("x", "y", label="label"),
            data={"x": [-0.4], "y": [level + 0.45], "label": [name]},
            hjust=0,
            color=ink.muted,
            size=5.8,
        )
    return finished(plot, ink)


def intake_chart(
    days: Sequence[IntakeDay],
    levels: Sequence[Level],
    *,
    unit: str,
    theme: Theme,
    shape: Shape,
) -> str:
    """Return daily intake as bars, the part that may come on top hatched."""
    import lets_plot as lp

    ink = INKS[theme]
    marks = [Mark(one.day, "open") for one in days]
    top = max(
        [one.high or one.known or 0.0 for one in days]
        + [level.amount for level in levels]
        + [1.0]
    )
    # The names of the lines take as much of the width however many days there are.
    room = round(LABEL_ROOM_DAYS[shape] * max(1.0, len(days) / DAYS_OF_ROOM))
    plot = ground(marks, ink, shape, room_days=room)
    # The scale's name is what stands above it; units are never left to be guessed.
    plot += lp.scale_y_continuous(limits=[-top * 0.05, top * 1.12], expand=[0, 0])
    plot += lp.labs(y=f"{unit} a day")
    for is_complete, colour in ((True, ink.ink), (False, ink.rule)):
        known = [
            (n, one.known)
            for n, one in enumerate(days)
            if one.known is not None and one.is_complete is is_complete
        ]
        plot += bars([(n, 0.0, high) for n, high in known], colour, colour)
    plot += bars(
        [
            (n, one.known, one.high)
            for n, one in enumerate(days)
            if one.is_complete
            and one.known is not None
            and one.high is not None
            and one.high > one.known
        ],
        HATCHED,
        ink.edge,
    )
    gaps = [float(n) for n, one in enumerate(days) if one.known is None]
    plot += rings({"x": gaps, "y": [0.0] * len(gaps)}, DOTTED, ink)
    for level in levels:
        # A band of paper under the line keeps it visible across dark bars.
        for colour, size in ((ink.paper, 2.2), (ink.ink, 1.1)):
            plot += lp.geom_hline(yintercept=level.amount, color=colour, size=size)
        plot += lp.geom_text(
            lp.aes("x", "y", label="label"),
            data={
                "x": [len(days) + room - 0.5],
                "y": [level.amount + top * 0.06],
                "label": [f"{level.label} {level.amount:,.4g}"],
            },
            hjust=1,
            color=ink.ink,
            size=5.0,
        )
    return finished(plot, ink)
