"""Charts as SVG text by lets-plot: filled = had it, ring = none, dotted = not known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from journal.domain.weekly import Mark

Theme = Literal["light", "dark"]
Shape = Literal["phone", "wide"]

SIZES: dict[Shape, tuple[int, int]] = {"phone": (358, 220), "wide": (688, 240)}


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of one theme, as in the page's own style sheet."""

    ink: str
    muted: str
    rule: str
    edge: str
    paper: str


INKS: dict[Theme, Ink] = {
    "light": Ink("#1d2536", "#565a64", "#d5d0be", "#807e74", "#f1efe4"),
    "dark": Ink("#eee4cf", "#b0ab9c", "#343b49", "#7d8290", "#12161f"),
}

#: Empty days at the right edge of an intake chart, where its lines are named.
LABEL_ROOM_DAYS: dict[Shape, int] = {"phone": 9, "wide": 5}

# lets-plot knows no dotted outline and no hatch: these two colours are drawn with and
# then exchanged in the SVG for what is meant.
DOTTED = "#0d0e0f"
HATCHED = "#0a0b0c"


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
    had = _points(marks, "had")
    plot = _ground(marks, ink, shape)
    plot += lp.scale_y_continuous(
        breaks=[0, 5, 10], limits=[-0.9, 10.6], labels=["0", "5", "10"], expand=[0, 0]
    )
    plot += lp.geom_segment(
        lp.aes("x", "y", xend="x"), data=had, yend=0, color=ink.ink, size=0.9
    )
    plot += lp.geom_point(lp.aes("x", "y"), data=had, shape=16, color=ink.ink, size=3.1)
    plot += _rings(_points(marks, "none"), ink.edge, ink)
    plot += _rings(_points(marks, "open"), DOTTED, ink)
    return _finished(plot, ink)


def calendar_chart(
    rows: Sequence[tuple[str, Sequence[Mark]]], *, theme: Theme, shape: Shape
) -> str:
    """Return a line of marks per symptom over the same days; bigger is worse."""
    import lets_plot as lp

    ink = INKS[theme]
    names = [name for name, _ in rows]
    width, _ = SIZES[shape]
    plot = _ground(rows[0][1] if rows else (), ink, shape)
    plot += lp.ggsize(width, 52 + 44 * max(1, len(rows)))
    plot += lp.scale_y_continuous(
        breaks=[], limits=[-len(names) + 0.35, 0.75], expand=[0, 0]
    )
    small = 0.9 if shape == "phone" else 1.15
    for number, (name, marks) in enumerate(rows):
        level = -float(number)
        for kind, colour in (("none", ink.edge), ("open", DOTTED)):
            points = _points(marks, kind)
            points["y"] = [level] * len(points["x"])
            plot += _rings(points, colour, ink, size=2.6 * small)
        for step in (1, 2, 3, 4):
            sized = [m for m in marks if m.kind == "had" and m.size_1_4 == step]
            xs = [_index(marks, mark) for mark in sized]
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
            size=5.0,
        )
    return _finished(plot, ink)


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
    plot = _ground(marks, ink, shape, room_days=LABEL_ROOM_DAYS[shape])
    # The scale's name is what stands above it; units are never left to be guessed.
    plot += lp.scale_y_continuous(limits=[-top * 0.05, top * 1.12], expand=[0, 0])
    plot += lp.labs(y=f"{unit} a day")
    for is_complete, colour in ((True, ink.ink), (False, ink.rule)):
        known = [
            (n, one.known)
            for n, one in enumerate(days)
            if one.known is not None and one.is_complete is is_complete
        ]
        plot += _bars([(n, 0.0, high) for n, high in known], colour, colour)
    plot += _bars(
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
    plot += _rings({"x": gaps, "y": [0.0] * len(gaps)}, DOTTED, ink)
    room = LABEL_ROOM_DAYS[shape]
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
    return _finished(plot, ink)


def _index(marks: Sequence[Mark], mark: Mark) -> float:
    return float((mark.day - marks[0].day).days)


def _points(marks: Sequence[Mark], kind: str) -> dict[str, list[float]]:
    chosen = [mark for mark in marks if mark.kind == kind]
    return {
        "x": [_index(marks, mark) for mark in chosen],
        "y": [float(mark.severity_0_10 or 0) for mark in chosen],
    }


def _rings(
    points: dict[str, list[float]], colour: str, ink: Ink, *, size: float = 2.4
) -> Any:
    import lets_plot as lp

    return lp.geom_point(
        lp.aes("x", "y"),
        data=points,
        shape=21,
        color=colour,
        fill=ink.paper,
        size=size,
        stroke=0.8,
    )


def _bars(
    spans: Sequence[tuple[int, float | None, float | None]], fill: str, edge: str
) -> Any:
    import lets_plot as lp

    data = {
        "left": [n - 0.36 for n, _, _ in spans],
        "right": [n + 0.36 for n, _, _ in spans],
        "low": [low for _, low, _ in spans],
        "high": [high for _, _, high in spans],
    }
    return lp.geom_rect(
        lp.aes(xmin="left", xmax="right", ymin="low", ymax="high"),
        data=data,
        fill=fill,
        color=edge,
        size=0.4,
    )


def _ground(
    marks: Sequence[Mark], ink: Ink, shape: Shape, *, room_days: int = 0
) -> Any:
    import lets_plot as lp

    width, height = SIZES[shape]
    mondays = [n for n, mark in enumerate(marks) if mark.day.weekday() == 0]
    text = lp.element_text(color=ink.muted, size=13, angle=0)
    nothing = lp.element_blank()
    return (
        lp.ggplot()
        + lp.ggsize(width, height)
        + lp.theme_minimal()
        + lp.theme(
            plot_background=nothing,
            panel_background=nothing,
            panel_grid_minor=nothing,
            panel_grid_major_x=nothing,
            panel_grid_major_y=lp.element_line(color=ink.rule, size=1),
            axis_line=nothing,
            axis_ticks=nothing,
            axis_text=text,
            axis_title_x=nothing,
            axis_title_y=lp.element_text(color=ink.muted, size=13),
            axis_tooltip=nothing,
            legend_position="none",
            plot_margin=[4, 4, 0, 0],
        )
        + lp.labs(x="", y="")
        + lp.scale_x_continuous(
            breaks=mondays,
            labels=[f"{marks[n].day.day} {marks[n].day:%b}" for n in mondays],
            limits=[-0.6, max(len(marks), 1) - 0.4 + room_days],
            expand=[0, 0],
        )
    )


def _rgb(colour: str) -> str:
    return "rgb({},{},{})".format(*bytes.fromhex(colour[1:]))


def _finished(plot: Any, ink: Ink) -> str:
    svg: str = plot.to_svg()
    # The same data must give the same file: the library names its parts at random.
    for number, name in enumerate(
        dict.fromkeys(re.findall(r'(?:id="|#)([A-Za-z0-9]{7})(?=["\s)])', svg))
    ):
        svg = svg.replace(name, f"part{number}")
    # Points carry their colours as #rrggbb, lines and areas as rgb(…).
    svg = svg.replace(
        f'stroke="{DOTTED}"', f'stroke="{ink.edge}" stroke-dasharray="1.6 2"'
    )
    svg = svg.replace(f'fill="{_rgb(HATCHED)}"', 'fill="url(#hatch)"')
    hatch = (
        '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path d="M0 0V5" stroke="{ink.edge}" '
        'stroke-width="2.5"/></pattern></defs>'
    )
    width, height = re.findall(r'(?:width|height)="([\d.]+)"', svg)[:2]
    return svg.replace('display="block"', f'viewBox="0 0 {width} {height}"', 1).replace(
        "</style>", f"</style>{hatch}", 1
    )
