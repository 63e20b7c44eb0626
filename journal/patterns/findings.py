"""One finding for each (symptom, factor) pair of a diary."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from journal.domain.knowledge import STATUS_KEYS
from journal.patterns.diary import Diary
from journal.patterns.effect import count_effect
from journal.patterns.exposure import (
    WINDOWS,
    daily_amounts,
    varies,
    windowed,
)
from journal.patterns.finding import Candidate, Finding, with_share, with_stand_ins
from journal.patterns.multiplicity import (
    combined_p,
    p_over_looks,
    shares,
)
from journal.patterns.ranks import normal_scores, trouble_scores
from journal.patterns.timing import (
    SMALLEST_FREE,
    SMALLEST_NIGHTS,
    SMALLEST_SYMPTOM,
    Scores,
    baseline,
    score_symptoms,
)

Floats = npt.NDArray[np.float64]
Pair = tuple[str, str]


def find_timing(diary: Diary) -> tuple[Finding, ...]:
    """Return one finding per tested (symptom, factor), sorted by names.

    Without `diary.pairs` every symptom is tested with every factor. Deterministic;
    the same whatever the order or the units of the columns. Pairs with a
    nutrient that is stored for months (`STATUS_KEYS`) are not tested, for the reason
    "status_nutrient", and take no part of the error budget.
    """
    symptoms, factors = sorted(diary.symptoms), sorted(diary.factors)
    wanted = {*diary.pairs, *diary.questions} if diary.pairs else None
    pairs = [
        (s, f) for s in symptoms for f in factors if wanted is None or (s, f) in wanted
    ]
    share = dict.fromkeys(pairs, 0.0) | shares(
        [pair for pair in pairs if pair[1] not in STATUS_KEYS],
        set(diary.questions),
    )
    amounts = daily_amounts(diary)
    exposures = {f: windowed(amounts[f]) for f in factors}
    asked = set(diary.questions) & {pair for pair, part in share.items() if part}
    judged: dict[Pair, Candidate | Finding] = {}
    for start, group in _by_first_night(diary, pairs).items():
        judged |= _judge_from(diary, start, group, exposures)
    found: list[Finding] = []
    for symptom in symptoms:
        of_symptom = {
            f: with_share(
                judged[symptom, f],
                share[symptom, f],
                asked=(symptom, f) in diary.questions,
                any_asked=bool(asked),
            )
            for f in factors
            if (symptom, f) in share
        }
        found += with_stand_ins(of_symptom)
    return tuple(found)


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
) -> dict[Pair, Candidate | Finding]:
    """Judge pairs on the nights from row `start` on."""
    symptoms = sorted({s for s, _ in group})
    factors = sorted({f for _, f in group})
    blank = {s: _blank_finding(s, diary.symptoms[s][start:]) for s in symptoms}
    tested = [s for s in symptoms if not blank[s].reason]
    scores: dict[str, Scores] = {}
    if tested and factors:
        days = diary.days[start:]
        base = baseline((days.astype(np.int64) + 3) % 7, days.size)
        y = np.array([normal_scores(diary.symptoms[s][start:]) for s in tested])
        columns = [
            trouble_scores(row[start:], diary.expected_sign.get(f, 0))
            for f in factors
            for row in exposures[f]
        ]
        of_each = score_symptoms(y, np.array(columns), base)
        scores = dict(zip(tested, of_each, strict=True))
    judged: dict[Pair, Candidate | Finding] = {}
    for symptom, factor in group:
        own = replace(blank[symptom], factor=factor)
        if factor in STATUS_KEYS:
            own = replace(own, reason="status_nutrient")
        elif symptom in scores and not varies(exposures[factor][0, start:]):
            own = replace(own, reason=_why_alike(exposures[factor][0, start:]))
        judged[symptom, factor] = own
        if not own.reason:
            judged[symptom, factor] = _tested(
                own,
                scores[symptom],
                first_column=len(WINDOWS) * factors.index(factor),
                exposure=exposures[factor][:, start:],
                severity=diary.symptoms[symptom][start:],
                expected_sign=diary.expected_sign.get(factor, 0),
            )
    return judged


def _why_alike(amount: Floats) -> str:
    """Return why days cannot be compared: few are known, or they are alike."""
    few = np.count_nonzero(~np.isnan(amount)) < SMALLEST_NIGHTS
    return "few_complete_nights" if few else "factor_hardly_varies"


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
) -> Candidate | Finding:
    z = scores.z[first_column : first_column + len(WINDOWS)]
    if np.isnan(z).all():
        return replace(own, reason="few_complete_nights")
    answered = ~np.isnan(severity)
    rows = np.flatnonzero(answered)
    elapsed = int(rows[-1] - rows[0]) + 1
    p_today = combined_p(z, expected_sign)
    best = _clearest(z, expected_sign)
    column = first_column + best
    direction = 1 if z[best] > 0 else -1
    both = answered & ~np.isnan(exposure[best])
    ill = severity[both] > 0
    finding = replace(
        own,
        tier="none",
        p=p_over_looks(p_today, elapsed),
        window=WINDOWS[best],
        direction=direction,
        z=float(z[best]),
        effect=count_effect(
            ill,
            exposure[best][both],
            direction=direction,
            inflation=max(1.0, float(scores.inflation[column])),
            df=float(scores.df[column]),
        ),
        nights=int(both.sum()),
        symptom_nights=int(ill.sum()),
        free_nights=int((~ill).sum()),
    )
    return Candidate(finding, column, scores, p_today, elapsed)


def _clearest(z: Floats, expected_sign: int) -> int:
    """Return the window to show: the largest z, the unexpected direction halved."""
    size = np.nan_to_num(np.abs(z))
    if expected_sign:
        size = np.where(np.sign(z) == -expected_sign, size / 2, size)
    return int(np.argmax(size))
