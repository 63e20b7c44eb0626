"""The bar of one nutrient: known solid, unknown striped, a line for the need."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH = 300.0
#: The bar ends this far beyond the largest of need and intake.
ROOM = 1.15
STRIPE = 8.0


@dataclass(frozen=True, slots=True)
class Bar:
    """Positions along a bar of WIDTH; `need_x` is None without a reference value."""

    known_x: float
    unknown_x: float
    need_x: float | None
    stripes: tuple[float, ...]


def nutrient_bar(low: float | None, high: float | None, need: float | None) -> Bar:
    """Return the bar of a mean between `low` and `high`, in any one unit.

    `low` None: nothing is known and the whole bar is striped. `high` None: too little
    is known for an upper end, so the stripes run to the end of the bar.
    """
    if low is None:
        return Bar(0.0, WIDTH, None, _stripes(0.0, WIDTH))
    top = max(low, high or 0.0, need or 0.0) * ROOM or 1.0
    if high is None:
        top = max(top, 1.6 * low)
    known = round(low / top * WIDTH, 1)
    end = WIDTH if high is None else round(max(high, low) / top * WIDTH, 1)
    return Bar(
        known_x=known,
        unknown_x=end,
        need_x=None if need is None else round(need / top * WIDTH, 1),
        stripes=_stripes(known, end),
    )


def _stripes(start: float, end: float) -> tuple[float, ...]:
    count = int((end - start - STRIPE / 2) // STRIPE)
    return tuple(
        round(start + STRIPE / 2 + n * STRIPE, 1) for n in range(max(0, count))
    )
