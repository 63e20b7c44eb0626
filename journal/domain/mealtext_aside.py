"""What stands in brackets within a food's words, left out where it is no part of it."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.brands import BRAND_FLAVOURS
from journal.domain.foodmatch import MODIFIERS, STOPWORDS, SURE, stem, words_of
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_fewer import PRODUCTS
from journal.domain.mealtext_hits import EXACT, Find

# With its brackets a name may be found a little less well.
WHOLE_NAME = 0.15


def leave_aside(draft: Draft, find: Find) -> None:
    """Leave out what stands in brackets where only the words before it are a food.

    "Wrap (tesco meal deal)" is a wrap, "yoghurt (low fat)" a low-fat one, and of
    "cereal (cheerios)" the brackets tell which.
    """
    aside = draft.aside
    plain = less(draft.words, aside)
    if not aside or not plain:
        return
    is_led = draft.words[: len(aside)] == aside and set(plain) <= BRAND_FLAVOURS
    if is_led and stem(aside[-1]) in PRODUCTS and find(" ".join(aside)):
        # "(Powerade) Cherry" is the drink.
        draft.words = list(aside)
        return
    whole, before = find(" ".join(draft.words)), find(" ".join(plain))
    named, with_aside = (hits[0].score if hits else 0.0 for hits in (before, whole))
    least = with_aside - WHOLE_NAME
    if whole and not stems_told(plain) & {
        stem(one) for one in words_of(whole[0].label)
    }:
        # "Coffee (Crema Gold)" is no cream.
        with_aside = 0.0
    if named < least or (with_aside >= SURE and with_aside >= named - WHOLE_NAME):
        return
    closer = find(" ".join(aside))
    is_vague = bool(before) and "unspecified" in before[0].name
    is_closer = is_vague and bool(closer) and closer[0].score >= EXACT
    draft.words = list(aside) if is_closer else plain
    told = less(draft.every_word, aside)
    draft.every_word = list(aside) if is_closer else told


def stems_told(words: Sequence[str]) -> set[str]:
    """The stems of the words that name something."""
    return {stem(word) for word in words if word not in MODIFIERS | STOPWORDS}


def less(words: Sequence[str], aside: Sequence[str]) -> list[str]:
    """The words without those in brackets, each as often as it stands there."""
    rest = list(reversed(words))
    for word in aside:
        if word in rest:
            rest.remove(word)
    return rest[::-1]
