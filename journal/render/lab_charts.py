"""Blood tests over time as SVG text, with the laboratory's own range behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journal.domain.labs import figure
from journal.domain.weekly import Mark
from journal.render.chart_ground import INKS, Shape, Theme, finished, ground

#: Labels along the time axis at most, by width.
TICKS: dict[Shape, int] = {"phone": 4, "wide": 7}
#: Half the width of a range's band, as a share of the time shown.
BAND_SHARE = 0.018


@dataclass(frozen=True, slots=True)
class LabPoint:
    """One result; `low` and `high` are the ends of the range printed beside it.

    All in the chart's unit. With a comparator the value is a limit: it is drawn as a
    ring.
    """

    day: date
    value: float
    comparator: str
    low: float | None
    high: float | None


def lab_chart(
    results: Sequence[LabPoint], *, unit: str, theme: Theme, shape: Shape
) -> str:
    """Return the results over time; a result without a range has no band."""
    import lets_plot as lp

    ink = INKS[theme]
    first, last = results[0].day, results[-1].day
    days = max((last - first).days, 60)
    ends = [end for one in results for end in (one.low, one.high) if end is not None]
    top = max([one.value for one in results] + ends) * 1.15 or 1.0
    plot = ground([Mark(first, "open")], ink, shape)
    plot += lp.scale_y_continuous(limits=[0, top], expand=[0, 0])
    plot += lp.labs(y=unit)
    # The ground counts days; results lie months apart and get a time axis of their own.
    ticks = _ticks(results, TICKS[shape])
    plot += lp.scale_x_continuous(
        breaks=[(day - first).days for day in ticks],
        labels=[f"{day:%b %Y}" for day in ticks],
        limits=[-days * 0.14, days * 1.14],
        expand=[0, 0],
    )
    banded = [one for one in results if one.low is not None or one.high is not None]
    if banded:
        xs = [(one.day - first).days for one in banded]
        plot += lp.geom_rect(
            lp.aes(xmin="left", xmax="right", ymin="low", ymax="high"),
            data={
                "left": [x - days * BAND_SHARE for x in xs],
                "right": [x + days * BAND_SHARE for x in xs],
                "low": [one.low or 0.0 for one in banded],
                "high": [top if one.high is None else one.high for one in banded],
            },
            fill=ink.rule,
            color=ink.rule,
            size=0,
        )
    line = {
        "x": [float((one.day - first).days) for one in results],
        "y": [one.value for one in results],
    }
    plot += lp.geom_line(lp.aes("x", "y"), data=line, color=ink.edge, size=0.7)
    for is_limit, filled in ((False, ink.ink), (True, ink.paper)):
        chosen = [one for one in results if bool(one.comparator) is is_limit]
        plot += lp.geom_point(
            lp.aes("x", "y"),
            data={
                "x": [(one.day - first).days for one in chosen],
                "y": [one.value for one in chosen],
            },
            shape=21,
            color=ink.ink,
            fill=filled,
            size=3.6,
            stroke=1,
        )
    return finished(plot, ink)


def _ticks(results: Sequence[LabPoint], most: int) -> list[date]:
    days = sorted({one.day for one in results})
    if len(days) <= most:
        return days
    step = (len(days) - 1) / (most - 1)
    return [days[round(n * step)] for n in range(most)]


def lab_alt(name: str, unit: str, results: Sequence[LabPoint]) -> str:
    """Return what the chart shows, for those who do not see it."""
    if not results:
        return ""
    first, last = results[0], results[-1]
    newest = f"{last.comparator}{figure(last.value)} {unit} on {_long(last.day)}"
    if len(results) == 1:
        return f"{name}: one result, {newest}. The grey band is the laboratory’s range."
    oldest = f"{first.comparator}{figure(first.value)} {unit} on {_long(first.day)}"
    return (
        f"{name}: {len(results)} results, from {oldest} to {newest}. Grey bands are "
        "the laboratory’s ranges. Each figure stands in the table."
    )


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
