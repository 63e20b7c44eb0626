"""Which steps of a nutrient's course are told as a change: clear or lasting ones.

What a week shows is that week's own. Its four weeks share three with the week before,
and near a line the verdict flickers while nothing has changed: that is not told.
"""

from __future__ import annotations

from dataclasses import replace
from statistics import NormalDist
from typing import Final

from journal.domain.dates import IsoWeek
from journal.patterns.adequacy import CONFIDENT, MAY_BE_SHORT_BELOW
from journal.patterns.history import RANKS, Standing, next_standing

#: The verdict of a week that cannot be judged: no sign of a change.
NOT_KNOWN: Final = "not_known"
#: A step is told in the third week after the one in which it began: in the fourth
#: report in a row (simulated, decision 30).
WEEKS_TO_LAST: Final = 3
#: Or at once when D/SD_D is this far past the line, a row of the report's table B-1.
MARGIN: Final = 1.0

_NORMAL: Final = NormalDist()
#: The line of D/SD_D under which each rank is said.
_LINES: Final = {
    1: _NORMAL.inv_cdf(MAY_BE_SHORT_BELOW),
    2: _NORMAL.inv_cdf(1 - CONFIDENT),
}
_TIERS: Final = (
    ("none", "may_be_short", "probably_short"),
    ("none", "may_be_above", "above"),
)


def next_nutrient_standing(
    before: Standing | None,
    *,
    tier: str,
    week: str,
    probability_adequate: float | None = None,
) -> Standing:
    """Return how a nutrient's finding stands in `week`, of which only a part is told.

    Parameters
    ----------
    before : Standing or None
        How it stood when last said, the same week included.
    tier : str
        What this week's days say: a verdict of `RANKS`, "none", or `NOT_KNOWN`.
    week : str
        As "2026-W47".
    probability_adequate : float, optional
        0-1, the end that decides a shortfall (the high one); None where the method
        gives none: then only what lasts is told.

    Returns
    -------
    Standing
        `tier` is what is told; `waiting` is what this week says otherwise, since
        `waiting_since`. What was never shown is told at once.
    """
    if before is None or not before.first_seen:
        shown = tier if tier != NOT_KNOWN else "none"
        return next_standing(before, tier=shown, direction=0, week=week)
    now, held = RANKS.get(tier, 0), RANKS.get(before.tier, 0)
    if tier == NOT_KNOWN or now == held:
        return replace(before, waiting="", waiting_since="")
    names = next(each for each in _TIERS if {tier, before.tier} <= {*each})
    waiting, since = _waiting(before, now, held, week)
    told = held
    if _weeks_between(since, week) >= WEEKS_TO_LAST:
        told = waiting
    if probability_adequate is not None:
        told = _past_the_line(told, now, probability_adequate)
    standing = next_standing(before, tier=names[told], direction=0, week=week)
    if told == now:
        return replace(standing, waiting="", waiting_since="")
    if told != held:
        waiting, since = now, week
    return replace(standing, waiting=names[waiting], waiting_since=since)


def is_clear(probability_adequate: float, *, short: bool) -> bool:
    """Whether a step to short, or away from it, lies past its line by the margin."""
    if short:
        return probability_adequate <= _NORMAL.cdf(_LINES[1] - MARGIN)
    return probability_adequate >= _NORMAL.cdf(_LINES[1] + MARGIN)


def _waiting(before: Standing, now: int, held: int, week: str) -> tuple[int, str]:
    """Return the step that every week since then has at least shown."""
    waiting = RANKS.get(before.waiting, 0)
    if not before.waiting or (waiting > held) != (now > held):
        return now, week
    nearer = min if now > held else max
    return nearer(now, waiting), before.waiting_since


def _past_the_line(told: int, now: int, probability_adequate: float) -> int:
    """Return the rank nearest to `now` whose line lies clearly behind."""
    rising = now > told
    for rank in range(now, told, -1 if rising else 1):
        line = _LINES[rank] - MARGIN if rising else _LINES[rank + 1] + MARGIN
        edge = _NORMAL.cdf(line)
        if probability_adequate <= edge if rising else probability_adequate >= edge:
            return rank
    return told


def _weeks_between(earlier: str, later: str) -> int:
    days = IsoWeek.parse(later).monday - IsoWeek.parse(earlier).monday
    return days.days // 7
