"""Nights with and without a symptom, side by side along what was eaten before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from journal.render.chart_ground import (
    INKS,
    SIZES,
    Ink,
    Shape,
    Theme,
    bare,
    finished,
    rings,
)

HEIGHT = 190
#: Marks closer than this share of the width would lie on each other: they are stacked.
NEAR_SHARE = 0.024
STACK_STEP = 0.13
WITH_LEVEL, WITHOUT_LEVEL = 1.0, 0.0


@dataclass(frozen=True, slots=True)
class Split:
    """Amounts before nights with the symptom and before the others, in `unit` a day.

    `threshold` is the line that a count was taken at, None where there is none.
    """

    label: str
    factor: str
    unit: str
    part: str
    threshold: float | None
    amounts_with: tuple[float, ...]
    amounts_without: tuple[float, ...]


def split_chart(split: Split, *, theme: Theme, shape: Shape) -> str:
    """Return two strips of marks, with the symptom above, without it below."""
    import lets_plot as lp

    ink = INKS[theme]
    low, high = _limits(split)
    width, _ = SIZES[shape]
    plot = _ground(ink, width, low, high, f"{split.factor}, {split.unit} a day")
    if split.threshold is not None:
        plot += _line_at(split.threshold, ink, low, high)
    size = 2.6 if shape == "phone" else 3.0
    near = (high - low) * NEAR_SHARE * (1.0 if shape == "phone" else 0.55)
    above = _stacked(split.amounts_with, WITH_LEVEL, near)
    below = _stacked(split.amounts_without, WITHOUT_LEVEL, near)
    plot += lp.geom_point(
        lp.aes("x", "y"), data=above, shape=16, color=ink.ink, size=1.2 * size
    )
    plot += rings(below, ink.edge, ink, size=size)
    for level, words in (
        (WITH_LEVEL, f"with: {len(split.amounts_with)} {split.part}s"),
        (WITHOUT_LEVEL, f"without: {len(split.amounts_without)} {split.part}s"),
    ):
        plot += lp.geom_text(
            lp.aes("x", "y", label="label"),
            data={"x": [low], "y": [level + 0.62], "label": [words]},
            hjust=0,
            color=ink.muted,
            size=5.0,
        )
    return finished(plot, ink)


def _limits(split: Split) -> tuple[float, float]:
    everything = [*split.amounts_with, *split.amounts_without]
    if split.threshold is not None:
        everything.append(split.threshold)
    low, high = min(everything), max(everything)
    room = (high - low or abs(high) or 1.0) * 0.06
    return low - room, high + room


def _stacked(
    amounts: Sequence[float], level: float, near: float
) -> dict[str, list[float]]:
    """Return positions; a mark that would cover earlier ones is put above them."""
    placed: list[tuple[float, int]] = []
    for amount in sorted(amounts):
        taken = {row for x, row in placed if abs(x - amount) < near}
        row = next(n for n in range(len(amounts) + 1) if n not in taken)
        placed.append((amount, row))
    tallest = max((row for _, row in placed), default=0)
    step = min(STACK_STEP, 0.42 / tallest) if tallest else STACK_STEP
    return {
        "x": [x for x, _ in placed],
        "y": [level + row * step for _, row in placed],
    }


def _line_at(at: float, ink: Ink, low: float, high: float) -> Any:
    import lets_plot as lp

    is_left = at > (low + high) / 2
    return lp.geom_segment(
        lp.aes("x", "y", xend="x", yend="yend"),
        data={"x": [at], "y": [-0.25], "yend": [1.5]},
        color=ink.ink,
        size=1.1,
    ) + lp.geom_text(
        lp.aes("x", "y", label="label"),
        data={
            "x": [at + (high - low) * (-0.01 if is_left else 0.01)],
            "y": [1.62],
            "label": [f"line {at:,.4g}"],
        },
        hjust=1 if is_left else 0,
        color=ink.ink,
        size=5.0,
    )


def _ground(ink: Ink, width: int, low: float, high: float, name: str) -> Any:
    import lets_plot as lp

    text = lp.element_text(color=ink.muted, size=13)
    return (
        bare(width, HEIGHT)
        + lp.theme(axis_text_x=text, axis_title_x=text, plot_margin=[4, 8, 0, 0])
        + lp.labs(x=name, y="")
        + lp.scale_x_continuous(limits=[low, high], expand=[0, 0])
        + lp.scale_y_continuous(breaks=[], limits=[-0.35, 1.8], expand=[0, 0])
    )
