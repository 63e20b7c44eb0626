"""Every sentence about patterns that a person can be shown, in one place.

The tests read `SENTENCES` whole: length, reading age and words that never appear.
"""

from collections.abc import Mapping
from typing import Final

from journal.patterns.wording import course, shortfall, timing
from journal.patterns.wording.course import said
from journal.patterns.wording.shortfall import describe_counts, describe_shortfall
from journal.patterns.wording.timing import TIERS, TimingWords, timing_words

__all__ = [
    "SENTENCES",
    "TIERS",
    "TimingWords",
    "describe_counts",
    "describe_shortfall",
    "said",
    "timing_words",
]

SENTENCES: Final[Mapping[str, str]] = {
    **timing.SENTENCES,
    **course.SENTENCES,
    **shortfall.SENTENCES,
}
