"""Counts for a question that is too young for a test: counted, and labelled so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from journal.domain.knowledge import Knowledge
from journal.patterns import Diary, Finding
from journal.patterns.counts import split_counts
from journal.patterns.exposure import complete_days
from journal.patterns.wording import describe_counts
from journal.services.timing_pairs import Pair, part_of, unit_of

#: Below this even a count misleads (timing_method.md, section 6).
SMALLEST_NIGHTS: Final = 14
SMALLEST_SYMPTOM: Final = 4
_SHARE_KNOWN: Final = 0.70


def early_counts(
    diary: Diary, pair: Pair, *, label: str, unit: str, part: str
) -> tuple[str, ...]:
    """Return the counts since a question was asked, nothing before there is enough."""
    symptom, factor = pair
    asked = diary.asked_on.get(pair)
    start = 0 if asked is None else int(np.searchsorted(diary.days, asked))
    amount = diary.factors[factor]
    if factor in diary.known_share:
        share = diary.known_share[factor]
        known = share >= _SHARE_KNOWN
        amount = np.where(known, amount / np.where(known, share, 1.0), np.nan)
    complete = complete_days(diary)
    if factor not in diary.meal_factors:
        complete = np.ones_like(complete)
    counts = split_counts(
        severity_0_10=diary.symptoms[symptom][start:],
        daily_amount=amount[start:],
        day_complete=complete[start:],
        side="high" if diary.expected_sign.get(factor, 0) > 0 else "low",
    )
    too_few = counts.usable_nights < SMALLEST_NIGHTS
    if too_few or counts.symptom_nights < SMALLEST_SYMPTOM:
        return ()
    return describe_counts(counts, symptom=label.lower(), unit=unit, part=part)


def early_counts_of(
    diary: Diary,
    found: Sequence[Finding],
    *,
    labels: Mapping[str, str],
    knowledge: Knowledge,
) -> dict[Pair, tuple[str, ...]]:
    """Return the counts of each question that cannot be looked at yet."""
    return {
        (one.symptom, one.factor): early_counts(
            diary,
            (one.symptom, one.factor),
            label=labels.get(one.symptom, one.symptom),
            unit=unit_of(one.factor),
            part=part_of(one.symptom, knowledge),
        )
        for one in found
        if one.asked and one.tier == "not_enough_data"
    }
