"""Every sentence about a finding that a person can be shown, in one place.

The tests read `SENTENCES` whole: length, reading age and words that never appear.
"""

from collections.abc import Mapping
from typing import Final

from journal.patterns.wording import course, in_short, nutrients, timing
from journal.patterns.wording.nutrients import TIERS as NUTRIENT_TIERS
from journal.patterns.wording.nutrients import describe_counts
from journal.patterns.wording.timing import TIERS, TimingWords, timing_words

__all__ = [
    "NUTRIENT_TIERS",
    "SENTENCES",
    "TIERS",
    "TimingWords",
    "describe_counts",
    "said",
    "timing_words",
]

SENTENCES: Final[Mapping[str, str]] = {
    **timing.SENTENCES,
    **course.SENTENCES,
    **nutrients.SENTENCES,
    **in_short.SENTENCES,
}


def said(key: str, **fill: object) -> str:
    """Return one sentence, its first letter large."""
    words = SENTENCES[key].format(**fill)
    return words[:1].upper() + words[1:]
