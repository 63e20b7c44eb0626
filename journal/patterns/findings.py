"""One finding for each (symptom, factor) pair of a diary."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from journal.patterns.effect import Effect, count_effect
from journal.patterns.exposure import (
    WINDOWS,
    Diary,
    daily_amounts,
    normal_scores,
    windowed,
)
from journal.patterns.multiplicity import (
    POSSIBLE,
    RECURRING,
    combined_p,
    p_over_looks,
    shares,
)
from journal.patterns.timing import (
    SMALLEST_FREE,
    SMALLEST_NIGHTS,
    SMALLEST_SYMPTOM,
    Scores,
    baseline,
    conditional_z,
    free_of_baseline,
    score_columns,
)

Tier = Literal["not_enough_data", "none", "linked", "possible", "recurring"]
Floats = npt.NDArray[np.float64]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the diary says about one symptom and one factor.

    `p` is true over all looks and windows and is compared with `share` of the budget;
    None where nothing could be tested. `direction` is +1 where the symptom is worse
    after more, -1 after less, 0 where not tested. `window` is the clearest one.
    """

    symptom: str
    factor: str
    tier: Tier
    p: float | None = None
    share: float = 0.0
    asked: bool = False
    window: str | None = None
    direction: int = 0
    z: float | None = None
    effect: Effect | None = None
    nights: int = 0
    symptom_nights: int = 0
    free_nights: int = 0
    linked_to: str | None = None
    reason: str = ""


def find_timing(diary: Diary) -> tuple[Finding, ...]:
    """Return one finding per (symptom, factor), sorted by names.

    Deterministic; the same whatever the order or the units of the columns.
    """
    pairs = [(s, f) for s in sorted(diary.symptoms) for f in sorted(diary.factors)]
    if not pairs:
        return ()
    share = shares(pairs, set(diary.questions))
    amounts = daily_amounts(diary)
    exposures = [windowed(amounts[f]) for f in sorted(amounts)]
    found: list[Finding] = []
    for symptom in sorted(diary.symptoms):
        found += _findings_of_symptom(diary, symptom, exposures, share)
    return tuple(found)


@dataclass(frozen=True)
class _Candidate:
    finding: Finding
    column: int  # in `scores` of its group
    scores: Scores


def _findings_of_symptom(
    diary: Diary, symptom: str, exposures: list[Floats], share: dict[Pair, float]
) -> list[Finding]:
    factors = sorted(diary.factors)
    severity = diary.symptoms[symptom]
    first = _first_nights(diary, symptom)
    candidates: dict[str, _Candidate | Finding] = {}
    for start in sorted(set(first.values())):
        group = [i for i, f in enumerate(factors) if first[f] == start]
        rows = np.flatnonzero(~np.isnan(severity))
        rows = rows[rows >= start]
        blank = _blank_finding(symptom, severity[rows])
        scores = None
        if not blank.reason:
            stacked = np.concatenate([exposures[i] for i in group])
            scores = _scores(diary, severity, rows, stacked, start)
        for place, i in enumerate(group):
            pair = (symptom, factors[i])
            own = replace(
                blank,
                factor=factors[i],
                share=share[pair],
                asked=pair in diary.questions,
            )
            candidates[factors[i]] = (
                own
                if scores is None
                else _tested(
                    own,
                    scores,
                    4 * place,
                    exposures[i],
                    severity,
                    rows,
                    diary.expected_sign.get(factors[i], 0),
                )
            )
    return _with_stand_ins(candidates)


def _first_nights(diary: Diary, symptom: str) -> dict[str, int]:
    """Return the row from which each factor's evidence counts for the symptom."""
    first = {}
    for factor in diary.factors:
        asked = diary.asked_on.get((symptom, factor))
        if asked is None or (symptom, factor) not in diary.questions:
            first[factor] = 0
        else:
            day = np.datetime64(asked, "D")
            first[factor] = int(np.searchsorted(diary.days, day))
    return first


def _blank_finding(symptom: str, answered: Floats) -> Finding:
    ill = int((answered > 0).sum())
    free = int(answered.size - ill)
    reason = ""
    if answered.size < SMALLEST_NIGHTS:
        reason = "few_nights"
    elif ill < SMALLEST_SYMPTOM:
        reason = "few_symptom_nights"
    elif free < SMALLEST_FREE:
        reason = "few_free_nights"
    return Finding(
        symptom=symptom,
        factor="",
        tier="not_enough_data",
        nights=int(answered.size),
        symptom_nights=ill,
        free_nights=free,
        reason=reason,
    )


def _scores(
    diary: Diary,
    severity: Floats,
    rows: npt.NDArray[np.int64],
    exposures: Floats,
    start: int,
) -> Scores:
    """Score one symptom against exposures of shape (columns, n) from night `start`."""
    n = diary.days.size - start
    weekday = (diary.days[start:].astype(np.int64) + 3) % 7
    base = baseline(weekday, n)
    later = exposures[:, start:]
    scored = np.array([normal_scores(row) for row in later])
    x = free_of_baseline(scored, base)
    local = rows - start
    known = ~np.isnan(later[:, local])
    y = normal_scores(severity[rows])
    return score_columns(y, local, x[:, local], known, base[local])


def _tested(
    own: Finding,
    scores: Scores,
    first_column: int,
    exposure: Floats,
    severity: Floats,
    rows: npt.NDArray[np.int64],
    expected_sign: int,
) -> _Candidate | Finding:
    z = scores.z[first_column : first_column + 4]
    if np.isnan(z).all():
        return replace(own, reason="few_complete_nights")
    # A fresh start counts its own days; the reader looks from the first answer on.
    elapsed = int(rows[-1] - rows[0]) + 1
    p = p_over_looks(combined_p(z, expected_sign), elapsed)
    weighted = np.where(np.isnan(z), 0.0, z)
    if expected_sign:
        weighted = np.where(np.sign(weighted) == expected_sign, weighted, weighted / 2)
    best = int(np.argmax(np.abs(weighted)))
    column = first_column + best
    direction = 1 if z[best] > 0 else -1
    seen = exposure[best, rows]
    known = ~np.isnan(seen)
    effect = count_effect(
        severity[rows][known] > 0,
        seen[known],
        direction=direction,
        inflation=float(scores.inflation[column]),
        df=float(scores.df[column]),
    )
    finding = replace(
        own,
        tier=_tier(p, own.share),
        p=p,
        window=WINDOWS[best],
        direction=direction,
        z=float(z[best]),
        effect=effect,
        nights=int(known.sum()),
        symptom_nights=int((severity[rows][known] > 0).sum()),
        free_nights=int((severity[rows][known] == 0).sum()),
        reason="",
    )
    return _Candidate(finding, column, scores)


def _tier(p: float, share: float) -> Tier:
    if p <= RECURRING * share:
        return "recurring"
    return "possible" if p <= POSSIBLE * share else "none"


def _with_stand_ins(candidates: dict[str, _Candidate | Finding]) -> list[Finding]:
    """Join findings that the diary cannot tell apart from a clearer one ("linked")."""
    found = {
        name: c.finding if isinstance(c, _Candidate) else c
        for name, c in candidates.items()
    }
    shown = [
        (c.finding.p / c.finding.share, name, c)
        for name, c in candidates.items()
        if isinstance(c, _Candidate)
        and c.finding.p is not None
        and c.finding.tier in ("possible", "recurring")
    ]
    shown.sort(key=lambda item: item[:2])
    leads: list[tuple[str, _Candidate]] = []
    for _, name, candidate in shown:
        for lead_name, lead in leads:
            if candidate.scores is not lead.scores:
                continue
            left = conditional_z(candidate.scores, candidate.column, lead.column)
            if left * candidate.finding.direction < 1.64:
                found[name] = replace(
                    candidate.finding, tier="linked", linked_to=lead_name
                )
                break
        else:
            leads.append((name, candidate))
    return [found[name] for name in sorted(found)]
