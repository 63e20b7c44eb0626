"""Pieces that belong to one food: "fish and chips", "Salmon, wild", "pho with beef"."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain import mealtext_words as said
from journal.domain.amounts import singular
from journal.domain.brands import is_restaurant
from journal.domain.foodmatch import MODIFIERS, SURE, stem, words_of
from journal.domain.mealtext_aside import less
from journal.domain.mealtext_between import in_between
from journal.domain.mealtext_bread_only import is_only_bread
from journal.domain.mealtext_dishes import (
    DISH_FLAVOURS,
    LAYERED,
    NAMED_WITH,
    TURNED,
)
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_filled import (
    TOLD_CLOSER,
    WITH,
    filled,
    more_inside,
    on_bread,
)
from journal.domain.mealtext_flavoured import flavoured
from journal.domain.mealtext_hits import EXACT, Find, Matched, chosen, lowered
from journal.domain.mealtext_inside import goes_on, in_bread, told_inside
from journal.domain.mealtext_made import made_of
from journal.domain.mealtext_match import JOINED, joined
from journal.domain.mealtext_of_two import of_two
from journal.domain.mealtext_said import (
    Said,
    as_one,
    is_of_bird,
    is_one_clause,
    stems_of,
    told_stems,
    words_of_all,
)
from journal.domain.mealtext_slots import AND, LINK, LIST
from journal.domain.mealtext_state import OTHER_STATE, changes, in_state

_LIGHT = frozenset(map(stem, MODIFIERS))


def together(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    """The pieces from ``at`` that are one food, and how many; None when apart."""
    ways = (_joined, in_bread, flavoured, of_two)
    found = next((one for way in ways if (one := way(eaten, at, find))), None)
    found = goes_on(eaten, at, find, found) if found else None
    found = told_inside(eaten, at, find, found)
    return made_of(eaten, at, find, found)


def _joined(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    linked, whole = _linked(eaten, at, find), filled(eaten, at, find)
    if linked and whole and whole[1] > linked[1] and _is_named(whole[0]):
        # "A roast beef sandwich on white with cheese": its name goes on.
        return whole
    return (
        linked or _told_closer(eaten, at, find) or in_between(eaten, at, find) or whole
    )


def _is_named(one: Said) -> bool:
    hit = one.matched.hit if one.matched else None
    return hit is not None and hit.score >= EXACT and not hit.is_stand_in


def _linked(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    """Two to four pieces that are the name of one food: "fish and chips"."""
    for used in (4, 3, 2):
        parts = eaten[at : at + used]
        if len(parts) < used or not _may_join(parts):
            continue
        found = joined(words_of_all(parts), find) or _plainly(parts, find)
        found = found or _without_aside(parts, find)
        if found and _are_better_apart(parts, found, find):
            continue
        if not found and not _goes_on(eaten, at + used):
            found = _named_with(parts, find)
        if found and not is_only_bread(parts, found):
            is_sandwich = found.hit is not None and "sandwich" in found.hit.id
            is_on = on_bread(eaten, at, used, is_sandwich=is_sandwich)
            whole = used + is_on + more_inside(eaten, at, used + is_on)
            # "On 2 slices of rye" counts no sandwiches.
            return as_one(eaten[at : at + whole], found, parts), whole
    return None


def _without_aside(parts: Sequence[Said], find: Find) -> Matched | None:
    """The food that is named but for brackets: "ham and cheese sandwich (brown)"."""
    last = parts[-1].draft
    plain = less(last.words, last.aside)
    if not last.aside or not plain:
        return None
    return joined([*words_of_all(parts[:-1]), "and", *plain], find)


def _are_better_apart(parts: Sequence[Said], found: Matched, find: Find) -> bool:
    """Whether each part is a food and together only a near relative is known.

    So are a dish and what is told after "and": an omelette and bacon.
    """
    if found.hit is None:
        return False
    is_dish = stem(parts[0].draft.words[-1]) in LAYERED and parts[1].piece.link == AND
    is_with = is_dish and "and" not in words_of(found.hit.label)
    if not (found.hit.is_stand_in or is_with):
        return False
    alone = (find(" ".join(part.draft.words)) for part in parts)
    return all(hits and hits[0].score >= EXACT for hits in alone)


def _plainly(parts: Sequence[Said], find: Find) -> Matched | None:
    """The food that is named but for how a part was made: "with grilled chicken"."""
    last = parts[-1].draft
    plain = [word for word in last.words if word not in MODIFIERS]
    if not plain or len(plain) == len(last.words) or parts[-1].piece.link != LINK:
        return None
    words = [*words_of_all(parts[:-1]), "with", *plain]
    found = joined(words, find)
    if found is None or found.hit is None:
        return None
    hits = lowered([found.hit, *found.alternatives], TOLD_CLOSER)
    return chosen(words_of_all(parts), hits)


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
    if other.piece.link != LINK or "fries" in other.draft.words:
        # No "chicken sandwich, fried".
        return None
    words = words_of_all(parts)
    hits = find(" ".join(words))
    if not hits or hits[0].score < WITH:
        return None
    said_in, told = stems_of(hits[0].label), told_stems(words)
    if {"with", "in"} & set(words_of(hits[0].label)) and told <= said_in:
        return chosen(words, hits)
    is_dish = stem(dish.words[-1]) in NAMED_WITH and told == said_in
    return chosen(words, hits) if is_dish else None


def _may_join(parts: Sequence[Said]) -> bool:
    first = parts[0].draft
    if first.is_trailing or not first.words or is_of_bird(first):
        return False
    later = parts[1:]
    links = [part.piece.link for part in later]
    if links[-1] not in {AND, LINK}:
        return False
    if any(link not in {AND, LINK, LIST} for link in links):
        return False
    return is_one_clause(parts) and all(
        part.draft.amount is None or (part is parts[-1] and part.draft.is_trailing)
        for part in later
    )


def _told_closer(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    """A name as tables write it: "Lettuce, romaine", "Salmon, Atlantic, wild"."""
    first = eaten[at].draft
    # "1 McDonald's, fries": where it was from is no part of a name.
    is_name = 0 < len(first.words) <= 4 and not is_restaurant(first.words)
    if not is_name or first.is_trailing:
        return None
    parts = _closer_parts(eaten, at, find)
    if len(parts) == 1 or not is_one_clause(parts):
        return None
    words = [word for part in parts for word in part.draft.words]
    if len(parts) == 2 and _turned(first, parts[1].draft, find):
        words = [*parts[1].draft.words, *first.words]
    hits = find(" ".join(words))
    plain = find(" ".join(first.words))
    rest = stems_of(hits[0].label) - told_stems(words) if hits else set()
    if hits and hits[0].score >= SURE and not rest:
        return as_one(parts, in_state(chosen(words, hits), ())), len(parts)
    if plain and plain[0].score >= SURE:
        is_changed = changes(set(words[len(first.words) :]), plain[0].name)
        plain = lowered(plain, OTHER_STATE if is_changed else TOLD_CLOSER)
        return as_one(parts, chosen(words, plain)), len(parts)
    return None


def _closer_parts(eaten: Sequence[Said], at: int, find: Find) -> list[Said]:
    first = eaten[at].draft
    parts, words = [eaten[at]], list(first.words)
    for part in eaten[at + 1 : at + 5]:
        draft, amount = part.draft, part.draft.amount
        is_free = amount is None or amount.is_size_only
        is_free = is_free or (draft.is_trailing and not first.amount)
        if part.piece.link != LIST or not is_free or len(draft.words) > 3:
            break
        is_closer = _is_closer(first.words, words, draft.words, find)
        if not is_closer and not (len(parts) == 1 and _turned(first, draft, find)):
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
    named = {stem(word) for word in first} - _LIGHT
    if (alone := find(" ".join(words))) and alone[0].score >= EXACT:
        # Of "chicken breast, turkey" both are breasts.
        head, own = _head(alone[0].name), stems_of(alone[0].name)
        return head in named - stems and named - {head} <= own
    # "Coffee, vanilla creamer" is no coffee creamer alone.
    hits = [] if words[-1] == "creamer" else find(" ".join([*before, *words]))
    is_named = bool(hits) and hits[0].score >= SURE
    return is_named and bool(stems & stems_of(hits[0].label))


def _turned(first: Draft, then: Draft, find: Find) -> bool:
    """Whether a name is turned round: "muffin, blueberry, large".

    Without an amount at the end it may as well be a list: "soup, rice".
    """
    is_told = first.amount is None and then.amount is not None
    flavours = DISH_FLAVOURS.get(stem(first.words[-1]), frozenset())
    is_one = all(singular(word) == word for word in then.words)
    is_told |= is_one and {stem(word) for word in then.words} <= flavours
    if not is_told or len(first.words) != 1 or stem(first.words[0]) not in TURNED:
        return False
    words = [*then.words, *first.words]
    hits = find(" ".join(words))
    if not hits or hits[0].score < JOINED or hits[0].is_stand_in:
        return False
    lead = words_of(hits[0].label.split(",", maxsplit=1)[0])
    return [stem(one) for one in lead] == [stem(word) for word in words]


def _head(name: str) -> str:
    """What a name says it is: lettuce, of "Romaine lettuce"."""
    lead = words_of(name.split(",", maxsplit=1)[0])
    return stem(lead[-1]) if lead else ""
