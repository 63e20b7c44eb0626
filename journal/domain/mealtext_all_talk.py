"""Whether the words of a piece of a story are all talk, and so name no food."""

from __future__ import annotations

from journal.domain.foodmatch import STOPWORDS
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_fewer import NO_FOOD
from journal.domain.mealtext_filler import ALONE, PLACES
from journal.domain.mealtext_praise import PRAISE, SENSES
from journal.domain.story_words import HOW, WHAT

# "A treat", "a snack" is a food nobody named; "a burst of flavour" is none.
_UNNAMED = frozenset(
    """
    sweet special light treat snack meal meals dish dishes main side course bite bites
    protein fiber fibre caffeine fix recipe fuel complement combination medley dose
    mouthful reward starter
    """.split()  # noqa: SIM905
)
_STORY = (PLACES | STOPWORDS | HOW | WHAT | PRAISE | SENSES) - _UNNAMED
_TALK = _STORY | ALONE | NO_FOOD | SENSES


def is_all_talk(draft: Draft) -> bool:
    """Whether words of a story are all talk: "a cafe", "heavy rush"."""
    amount = draft.amount
    talk = _TALK
    if amount is not None:
        if not amount.is_weak or amount.unit:
            return False
        # "A drink" is one, unknown which; "a cafe" is none.
        talk = _STORY
    return all(word in talk for word in draft.words)
