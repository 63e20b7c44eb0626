"""A food with a remark told in the same breath: "toast nurse said to eat more".

Where the words of a piece are surely a food at its beginning or end, and the rest
names none and is told like a remark, the food is taken alone. What the rest says
stays as text where its words are not known; a remark in words of remarks is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from journal.domain.foodmatch import STOPWORDS, SURE
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_hits import Find, Matched, chosen, lowered
from journal.domain.mealtext_said import Said
from journal.domain.mealtext_talk_run import TALK
from journal.domain.remark_words import REMARKS

_NAMED = 0.97
_GUESS = 0.72
_WORD = re.compile(r"(?<![a-z])[a-z][a-z'’-]*")
# Words that stand in remarks, and between the words of a food's name hardly ever.
_TELLING = frozenset(
    """
    i i'm im i've ive i'd i'll me my mine we we're our us he she they them his her it
    it's its that's this is are was were am be been being has have had did didn't do
    don't does doesn't can't cant couldn't could would wouldn't will won't should
    shouldn't hadn't wasn't weren't isn't so too if when til till until than because cos
    since said says say told tell tried try trying went go going gone got get getting
    made make makes making felt feel feels feeling was came come off out up down again
    still always never nearly almost only just ever yet later today tonight yesterday
    afterwards straight about
    """.split()  # noqa: SIM905
)
# The body, whose words are those of meat as well.
_BODY = frozenset(
    """
    legs leg feet foot back calves calf thigh thighs head fingers shoulder shoulders
    hands arm arms guts tummy stomach eyes eyelid shin shins
    """.split()  # noqa: SIM905
)
# After these it is told which kind it was: "a drink that was orange".
_KIND = frozenset(["that", "which", "with"])
# What is told right after these is something eaten, though nobody here knows it.
_EATEN = frozenset(
    """
    had have having ate eat eaten eating made make cooked bought got tried a an some
    small large big little more another of the my our
    """.split()  # noqa: SIM905
)
_REASONS = frozenset(["because", "cos", "as", "since", "so", "but", "though", "when"])
_ADDED = frozenset(["plus", "and", "also", "then", "with", "some", "a", "an"])
_HAD_FIRST = frozenset(
    """
    i i've ive we we've he she they had have having did was made make got tried then
    just only also today tonight yesterday later my our
    """.split()  # noqa: SIM905
)
_KNOWN = TALK | REMARKS | STOPWORDS | _TELLING


def with_tails_cut(
    text: str, one: Said, found: Sequence[Said], find: Find
) -> list[Said]:
    """What was ``found`` for a piece, or its food without the remark beside it.

    Only where no food, or none surely, was found for all its words; nothing at all
    where the whole piece is a remark.
    """
    words = one.draft.words
    hit = found[0].matched.hit if len(found) == 1 and found[0].matched else None
    is_sure = hit is not None and hit.score >= SURE
    if len(found) != 1 or is_sure or len(words) > 12:
        return list(found)
    low = text.lower()
    piece = _WORD.findall(low, one.piece.start, one.piece.end)
    may_be_food = _may_be_food(piece)
    if _is_uncounted(one.draft) and not may_be_food and _is_idle(piece, find):
        return []
    told = [
        (m.group(), m.start())
        for m in _WORD.finditer(low, one.draft.start, one.draft.end)
    ]
    for first, last in _ranges(len(words)):
        hits = find(" ".join(words[first:last]))
        if not hits or hits[0].score < _NAMED:
            continue
        rest = _beside(told, words[first:last], is_tail=first == 0)
        # "Lamb jalfrezi my mum's one": the word next to it may be of its name.
        is_next_known = bool(rest) and _is_known(rest[0 if first == 0 else -1][0])
        if is_next_known and _is_remark([word for word, _ in rest], find):
            food = chosen(words[first:last], hits)
            beside = [word for word, _ in rest]
            is_idle = not _may_be_food(beside) and _is_idle(beside, find)
            return _cut(one, food, rest, is_idle=is_idle)
    guess = _guessed(one, find) if hit is None else None
    return [guess] if guess else list(found)


def _guessed(one: Said, find: Find) -> Said | None:
    """The food that a piece begins with, as a guess, where the rest names none.

    "Toast wife's recipe" is some toast. Of two words it may be any: a "ravioli
    zorblax" is kept as text.
    """
    words = one.draft.words
    for last in range(len(words) - 2, 0, -1):
        hits = find(" ".join(words[:last]))
        if not hits or hits[0].score < _NAMED:
            continue
        if any(_is_food(word, find) for word in words[last:]):
            break
        return Said(one.draft, one.piece, chosen(words, lowered(hits, _GUESS)))
    return None


def _may_be_food(piece: Sequence[str]) -> bool:
    """Whether an unknown word stands where the food does: "I had some zorblax"."""
    at = next((at for at, word in enumerate(piece) if not _is_known(word)), None)
    if at is None:
        return False
    is_added = _ADDED.issuperset(piece[:at])
    if is_added and _REASONS.intersection(piece[at + 1 : at + 2]):
        # "Plus zorblax because I was tired": a reason tells why it was had.
        return True
    if at == 0:
        return False
    is_last = not any(word in _TELLING or word in REMARKS for word in piece[at:])
    before = [word for word in piece[:at] if word in _TELLING]
    is_eaten = piece[at - 1] in _EATEN and all(word in _HAD_FIRST for word in before)
    return is_last or is_eaten


def _is_known(word: str) -> bool:
    """Whether a word, or its owner's, is one of remarks and talk."""
    return word.removesuffix("'s") in _KNOWN or word in _KNOWN | _BODY


def _is_uncounted(draft: Draft) -> bool:
    amount = draft.amount
    return amount is None or (amount.is_weak and amount.unit is None)


def _is_idle(words: Sequence[str], find: Find) -> bool:
    """Whether a remark is told in words of remarks, or nearly so."""
    if not _is_remark(words, find):
        return False
    unknown = sum(not _is_known(word) for word in words)
    strong = sum(word in _TELLING or word in REMARKS for word in words)
    is_near = strong > max(1, unknown) and _is_known(words[0])
    return not unknown or is_near


def _ranges(count: int) -> list[tuple[int, int]]:
    """The words at the beginning, then those at the end, the longest first."""
    ahead = [(0, last) for last in range(count - 1, 0, -1)]
    return ahead + [(first, count) for first in range(1, count)]


def _beside(
    told: Sequence[tuple[str, int]], named: Sequence[str], *, is_tail: bool
) -> list[tuple[str, int]]:
    """The words told after the food, or before it; none where it cannot be told."""
    heads = [word for word, _ in told]
    try:
        if is_tail:
            at = heads.index(named[-1])
            return list(told[at + 1 :])
        return list(told[: heads.index(named[0])])
    except ValueError:
        return []


def _is_remark(words: Sequence[str], find: Find) -> bool:
    """Whether words are told like a remark, and none of them names a food."""
    is_telling = any(word in _TELLING or word in REMARKS for word in words)
    if not is_telling or words[0] in _KIND:
        return False
    unknown = [word for word in words if not _is_known(word)]
    return len(unknown) <= 4 and not any(_is_food(word, find) for word in unknown)


def _is_food(word: str, find: Find) -> bool:
    hits = find(word)
    return bool(hits) and hits[0].score >= SURE


def _cut(
    one: Said, food: Matched, rest: Sequence[tuple[str, int]], *, is_idle: bool
) -> list[Said]:
    """The food, and what is beside it as text where it may be more than a remark."""
    draft = one.draft
    draft.words, draft.every_word = list(food.words), list(food.words)
    start, end = rest[0][1], rest[-1][1] + len(rest[-1][0])
    is_tail = start > draft.start
    kept = [Said(draft, one.piece, food)]
    if is_idle:
        return kept
    remark = Draft(start, end, [word for word, _ in rest])
    if is_tail:
        draft.end = start
        return [*kept, Said(remark, one.piece, Matched((), None, ()))]
    draft.start = end
    return [Said(remark, one.piece, Matched((), None, ())), *kept]
