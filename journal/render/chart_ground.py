"""What all charts share: colours, axes, marks, and the SVG's finishing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, Protocol

from journal.domain.weekly import Mark

Theme = Literal["light", "dark"]
Shape = Literal["phone", "wide"]

SIZES: dict[Shape, tuple[int, int]] = {"phone": (358, 220), "wide": (688, 240)}


class DayMark(Protocol):
    """One day of a row: "had" (sized), "none", "open" or "ahead"."""

    @property
    def day(self) -> date: ...

    @property
    def kind(self) -> str: ...

    @property
    def size_1_4(self) -> int: ...


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

#: Empty days at the right edge of an intake chart of so many days, where its lines are
#: named.
LABEL_ROOM_DAYS: dict[Shape, int] = {"phone": 9, "wide": 5}
DAYS_OF_ROOM = 28

#: Longer stretches name months under the axis, not weeks.
MOST_DAYS_BY_WEEK = 42

# lets-plot knows no dotted outline and no hatch: these two colours are drawn with and
# then exchanged in the SVG for what is meant.
DOTTED = "#0d0e0f"
HATCHED = "#0a0b0c"


def index_of(marks: Sequence[DayMark], mark: DayMark) -> float:
    return float((mark.day - marks[0].day).days)


def points_of(marks: Sequence[Mark], kind: str) -> dict[str, list[float]]:
    chosen = [mark for mark in marks if mark.kind == kind]
    return {
        "x": [index_of(marks, mark) for mark in chosen],
        "y": [float(mark.severity_0_10 or 0) for mark in chosen],
    }


def rings(
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


def bars(
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


def bare(width: int, height: int) -> Any:
    """Return a chart with nothing drawn yet: no ground, lines, words or axes."""
    import lets_plot as lp

    nothing = lp.element_blank()
    return (
        lp.ggplot()
        + lp.ggsize(width, height)
        + lp.theme_minimal()
        + lp.theme(
            plot_background=nothing,
            panel_background=nothing,
            panel_grid=nothing,
            axis_line=nothing,
            axis_ticks=nothing,
            axis_text=nothing,
            axis_title=nothing,
            axis_tooltip=nothing,
            legend_position="none",
            plot_margin=[2, 4, 0, 0],
        )
        + lp.labs(x="", y="")
    )


def ground(
    marks: Sequence[DayMark], ink: Ink, shape: Shape, *, room_days: int = 0
) -> Any:
    import lets_plot as lp

    width, height = SIZES[shape]
    named = _named_days(marks)
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
            breaks=list(named),
            labels=list(named.values()),
            limits=[-0.6, max(len(marks), 1) - 0.4 + room_days],
            expand=[0, 0],
        )
    )


def _named_days(marks: Sequence[DayMark]) -> dict[int, str]:
    """Return which days get a date: Mondays, of long stretches each month's first."""
    if len(marks) > MOST_DAYS_BY_WEEK:
        return {n: f"{one.day:%b}" for n, one in enumerate(marks) if one.day.day == 1}
    return {
        n: f"{one.day.day} {one.day:%b}"
        for n, one in enumerate(marks)
        # A date at the very edge would be cut off.
        if one.day.weekday() == 0 and n <= len(marks) - 3
    }


def _rgb(colour: str) -> str:
    return "rgb({},{},{})".format(*bytes.fromhex(colour[1:]))


def finished(plot: Any, ink: Ink) -> str:
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
