"""Pieces that belong to one food: "fish and chips", "Salmon, wild", "pho with beef"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.domain import mealtext_clean as clean
from journal.domain import mealtext_words as said
from journal.domain.foodmatch import MODIFIERS, STOPWORDS, SURE, stem, words_of
from journal.domain.mealtext_dishes import (
    BAKED,
    BAKED_IN,
    BREADED,
    BREADS,
    FILLED,
    FILLINGS,
    MILKS,
    MILKY,
    NAMED_WITH,
)
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_match import (
    EXACT,
    OTHER_STATE,
    Find,
    Matched,
    changes,
    chosen,
    joined,
    lowered,
)
from journal.domain.mealtext_slots import AND, LINK, LIST

# A dish of this much else than its name says is a guess.
NOT_NAMED = 0.72
# Told more closely than the table does: the food itself, a little less surely.
TOLD_CLOSER = 0.9
WITH = 0.85


@dataclass(slots=True)
class Said:
    """A draft with the piece it stood in and, once looked up, its food."""

    draft: Draft
    piece: clean.Piece
    matched: Matched | None = None


def together(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    """The pieces from ``at`` that are one food, and how many; None when apart."""
    return (
        _linked(eaten, at, find)
        or _told_closer(eaten, at, find)
        or _filled(eaten, at, find)
    )


def _linked(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    """Two or three pieces that are the name of one food: "fish and chips"."""
    for used in (3, 2):
        parts = eaten[at : at + used]
        if len(parts) < used or not _may_join(parts):
            continue
        found = joined(_words_of(parts), find)
        if not found and not _goes_on(eaten, at + used):
            found = _named_with(parts, find)
        if found:
            whole = used + _on_bread(eaten, at, used)
            return _one(eaten[at : at + whole], found), whole
    return None


def _on_bread(eaten: Sequence[Said], at: int, used: int) -> int:
    """1 where the bread of a sandwich is told after it, else 0."""
    after = eaten[at + used] if at + used < len(eaten) else None
    if after is None or after.piece.link != LINK or _is_counted(after.draft):
        return 0
    is_sandwich = stem(eaten[at + used - 1].draft.words[-1]) in BREADED
    return int(is_sandwich and {stem(one) for one in after.draft.words} <= BREADS)


def _is_counted(draft: Draft) -> bool:
    """Whether more of an amount was said than "a"."""
    amount = draft.amount
    is_article = amount and amount.is_weak and not amount.unit and not amount.size
    return amount is not None and not is_article


def _goes_on(eaten: Sequence[Said], at: int) -> bool:
    """Whether a list of what is in it follows: "with lettuce, tomato and feta"."""
    after = eaten[at] if at < len(eaten) else None
    return (
        after is not None
        and after.piece.link in {LIST, AND}
        and after.draft.amount is None
    )


def _named_with(parts: Sequence[Said], find: Find) -> Matched | None:
    """A dish under a name with the same words: "salad with chicken"."""
    dish, other = parts[0].draft, parts[1]
    if other.piece.link != LINK:
        return None
    words = _words_of(parts)
    hits = find(" ".join(words))
    if not hits or hits[0].score < WITH:
        return None
    said_in, told = _stems(hits[0].label), _told(words)
    if {"with", "in"} & set(words_of(hits[0].label)) and told <= said_in:
        return chosen(words, hits)
    is_dish = stem(dish.words[-1]) in NAMED_WITH and told == said_in
    return chosen(words, hits) if is_dish else None


def _told(words: Sequence[str]) -> set[str]:
    return {stem(word) for word in words if word not in STOPWORDS}


def _words_of(parts: Sequence[Said]) -> list[str]:
    words = list(parts[0].draft.words)
    for part in parts[1:]:
        words += ["and" if part.piece.link != LINK else "with"]
        words += part.draft.words
    return words


def _one(parts: Sequence[Said], found: Matched) -> Said:
    first, last = parts[0].draft, parts[-1].draft
    amount = next((p.draft.amount for p in parts if p.draft.amount), None)
    total = next((p.draft.total for p in parts if p.draft.total), None)
    draft = Draft(first.start, last.end, list(found.words), amount, total)
    return Said(draft, parts[0].piece, found)


def _may_join(parts: Sequence[Said]) -> bool:
    if parts[0].draft.is_trailing or not parts[0].draft.words:
        return False
    later = parts[1:]
    links = [part.piece.link for part in later]
    if links[-1] not in {AND, LINK}:
        return False
    if any(link not in {AND, LINK, LIST} for link in links):
        return False
    return _is_one_clause(parts) and all(
        part.draft.amount is None or (part is parts[-1] and part.draft.is_trailing)
        for part in later
    )


def _is_one_clause(parts: Sequence[Said]) -> bool:
    if any(part.piece.is_closed for part in parts[:-1]):
        return False
    return len({part.piece.slot for part in parts}) == 1


def _told_closer(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    """A name as tables write it: "Lettuce, romaine", "Salmon, Atlantic, wild"."""
    first = eaten[at].draft
    if not first.words or first.is_trailing or len(first.words) > 4:
        return None
    parts = _closer_parts(eaten, at, find)
    if len(parts) == 1 or not _is_one_clause(parts):
        return None
    words = [word for part in parts for word in part.draft.words]
    hits = find(" ".join(words))
    plain = find(" ".join(first.words))
    rest = _stems(hits[0].label) - _told(words) if hits else set()
    if hits and hits[0].score >= SURE and not rest:
        return _one(parts, chosen(words, hits)), len(parts)
    if plain and plain[0].score >= SURE:
        is_other = changes(set(words[len(first.words) :]), plain[0].name)
        plain = lowered(plain, OTHER_STATE if is_other else TOLD_CLOSER)
        return _one(parts, chosen(words, plain)), len(parts)
    return None


def _closer_parts(eaten: Sequence[Said], at: int, find: Find) -> list[Said]:
    first = eaten[at].draft
    parts, words = [eaten[at]], list(first.words)
    for part in eaten[at + 1 : at + 5]:
        draft = part.draft
        is_free = draft.amount is None or (draft.is_trailing and not first.amount)
        if part.piece.link != LIST or not is_free or len(draft.words) > 3:
            break
        if not _is_closer(first.words, words, draft.words, find):
            break
        parts.append(part)
        words += draft.words
        if draft.amount is not None:
            break
    return parts


def _is_closer(
    first: Sequence[str], before: Sequence[str], words: Sequence[str], find: Find
) -> bool:
    """Whether words tell the food before more closely and are no food themselves."""
    if all(word in said.CLOSER or word.endswith("%") for word in words):
        return True
    stems = {stem(word) for word in words}
    named = {stem(word) for word in first} - {stem(word) for word in MODIFIERS}
    alone = find(" ".join(words))
    if alone and alone[0].score >= EXACT:
        return _head(alone[0].name) in named - stems
    hits = find(" ".join([*before, *words]))
    return bool(hits) and hits[0].score >= SURE and bool(stems & _stems(hits[0].label))


def _head(name: str) -> str:
    """What a name says it is: lettuce, of "Romaine lettuce"."""
    lead = words_of(name.split(",", maxsplit=1)[0])
    return stem(lead[-1]) if lead else ""


def _stems(label: str) -> set[str]:
    return {stem(word) for word in words_of(label) if word not in STOPWORDS}


def _filled(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    """A dish and what is in it: "a burrito with egg, cheese and sausage"."""
    first = eaten[at].draft
    if first.is_trailing or not first.words:
        return None
    parts = [eaten[at]]
    for part in eaten[at + 1 : at + 6]:
        link = part.piece.link
        wanted = {LINK} if len(parts) == 1 else {LINK, LIST, AND}
        is_apart = part.draft.amount and not _on_bread(eaten, at, len(parts))
        if link not in wanted or is_apart or not _is_inside(first, part):
            break
        parts.append(part)
    if len(parts) == 1 or not _is_one_clause(parts):
        return None
    words = _words_of(parts)
    hits = find(" ".join(words))
    head = stem(first.words[-1])
    if hits and hits[0].score >= WITH and head in _stems(hits[0].label):
        return _one(parts, chosen(words, hits)), len(parts)
    plain = find(" ".join(first.words))
    if not plain or plain[0].score < SURE:
        return None
    is_bread = {stem(word) for word in parts[1].draft.words} <= BREADS
    is_plain = head in BREADED and len(parts) == 2 and is_bread
    factor = TOLD_CLOSER if is_plain else NOT_NAMED
    return _one(parts, chosen(words, lowered(plain, factor))), len(parts)


def _is_inside(dish: Draft, part: Said) -> bool:
    head = stem(dish.words[-1])
    stems = {stem(word) for word in part.draft.words if word not in STOPWORDS}
    stems -= {stem(word) for word in MODIFIERS if stem(word) not in FILLINGS}
    if head in MILKY and stems <= MILKS:
        return True
    if head in BREADED and stems and stems <= BREADS:
        return True
    if head in BAKED and stems and stems <= BAKED_IN:
        return True
    return head in FILLED and bool(stems) and stems <= FILLINGS
