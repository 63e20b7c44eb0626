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
    score_symptoms,
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
    symptoms, factors = sorted(diary.symptoms), sorted(diary.factors)
    pairs = [(s, f) for s in symptoms for f in factors]
    share = shares(pairs, set(diary.questions))
    amounts = daily_amounts(diary)
    exposures = {f: windowed(amounts[f]) for f in factors}
    judged: dict[Pair, _Candidate | Finding] = {}
    for start, group in _by_first_night(diary, pairs).items():
        judged |= _judge_from(diary, start, group, exposures)
    found: list[Finding] = []
    for symptom in symptoms:
        of_symptom = {
            f: _shared(
                judged[symptom, f], share[symptom, f], (symptom, f) in diary.questions
            )
            for f in factors
        }
        found += _with_stand_ins(of_symptom)
    return tuple(found)


@dataclass(frozen=True)
class _Candidate:
    finding: Finding
    column: int  # in `scores`
    scores: Scores


def _by_first_night(diary: Diary, pairs: list[Pair]) -> dict[int, list[Pair]]:
    """Group pairs by the row from which their evidence counts."""
    groups: dict[int, list[Pair]] = {}
    for pair in pairs:
        asked = diary.asked_on.get(pair) if pair in diary.questions else None
        row = 0 if asked is None else int(np.searchsorted(diary.days, asked))
        groups.setdefault(row, []).append(pair)
    return groups


def _judge_from(
    diary: Diary, start: int, group: list[Pair], exposures: dict[str, Floats]
) -> dict[Pair, _Candidate | Finding]:
    """Judge pairs on the nights from row `start` on."""
    symptoms = sorted({s for s, _ in group})
    factors = sorted({f for _, f in group})
    blank = {s: _blank_finding(s, diary.symptoms[s][start:]) for s in symptoms}
    tested = [s for s in symptoms if not blank[s].reason]
    scores: dict[str, Scores] = {}
    if tested:
        days = diary.days[start:]
        base = baseline((days.astype(np.int64) + 3) % 7, days.size)
        y = np.array([normal_scores(diary.symptoms[s][start:]) for s in tested])
        columns = [normal_scores(r[start:]) for f in factors for r in exposures[f]]
        of_each = score_symptoms(y, np.array(columns), base)
        scores = dict(zip(tested, of_each, strict=True))
    judged: dict[Pair, _Candidate | Finding] = {}
    for symptom, factor in group:
        own = replace(blank[symptom], factor=factor)
        judged[symptom, factor] = own
        if symptom in scores:
            judged[symptom, factor] = _tested(
                own,
                scores[symptom],
                first_column=len(WINDOWS) * factors.index(factor),
                exposure=exposures[factor][:, start:],
                severity=diary.symptoms[symptom][start:],
                expected_sign=diary.expected_sign.get(factor, 0),
            )
    return judged


def _blank_finding(symptom: str, severity: Floats) -> Finding:
    answered = severity[~np.isnan(severity)]
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


def _tested(
    own: Finding,
    scores: Scores,
    *,
    first_column: int,
    exposure: Floats,
    severity: Floats,
    expected_sign: int,
) -> _Candidate | Finding:
    z = scores.z[first_column : first_column + len(WINDOWS)]
    if np.isnan(z).all():
        return replace(own, reason="few_complete_nights")
    answered = ~np.isnan(severity)
    rows = np.flatnonzero(answered)
    elapsed = int(rows[-1] - rows[0]) + 1
    best = _clearest(z, expected_sign)
    column = first_column + best
    direction = 1 if z[best] > 0 else -1
    both = answered & ~np.isnan(exposure[best])
    ill = severity[both] > 0
    finding = replace(
        own,
        tier="none",
        p=p_over_looks(combined_p(z, expected_sign), elapsed),
        window=WINDOWS[best],
        direction=direction,
        z=float(z[best]),
        effect=count_effect(
            ill,
            exposure[best][both],
            direction=direction,
            inflation=float(scores.inflation[column]),
            df=float(scores.df[column]),
        ),
        nights=int(both.sum()),
        symptom_nights=int(ill.sum()),
        free_nights=int((~ill).sum()),
    )
    return _Candidate(finding, column, scores)


def _clearest(z: Floats, expected_sign: int) -> int:
    """Return the window to show: the largest z, the unexpected direction halved."""
    size = np.nan_to_num(np.abs(z))
    if expected_sign:
        size = np.where(np.sign(z) == -expected_sign, size / 2, size)
    return int(np.argmax(size))


def _shared(
    judged: "_Candidate | Finding", share: float, asked: bool
) -> "_Candidate | Finding":
    """Give a pair its part of the budget, and with it its tier."""
    finding = judged.finding if isinstance(judged, _Candidate) else judged
    finding = replace(finding, share=share, asked=asked)
    if not isinstance(judged, _Candidate) or finding.p is None:
        return finding
    return replace(judged, finding=replace(finding, tier=_tier(finding.p, share)))


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
