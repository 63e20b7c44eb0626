"""From pieces as they were said to foods: joined, looked up, told apart and doubted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.domain.mealtext_across import take_widths
from journal.domain.mealtext_aside import leave_aside
from journal.domain.mealtext_beside import (
    beside_chips,
    with_bread,
    with_poured,
    with_shared_heads,
    with_short_names,
)
from journal.domain.mealtext_brands import leave_brands
from journal.domain.mealtext_buttered import with_bread_counted, with_butter
from journal.domain.mealtext_chips import hold_chips, read_chips
from journal.domain.mealtext_classes import doubt_classes
from journal.domain.mealtext_composed import without_blended
from journal.domain.mealtext_counted import (
    Portions,
    with_counted,
    with_eggs,
    with_slices,
)
from journal.domain.mealtext_doubt import (
    doubt_left_out,
    doubt_parts,
    told_after_dash,
    without_other_words,
)
from journal.domain.mealtext_draft import Amount, Draft
from journal.domain.mealtext_hits import Find, Matched
from journal.domain.mealtext_join import together
from journal.domain.mealtext_leaves import with_rawness
from journal.domain.mealtext_match import matches_of, with_others
from journal.domain.mealtext_opposites import told_otherwise
from journal.domain.mealtext_part_of_told import without_parts_of_told
from journal.domain.mealtext_products import with_flavours
from journal.domain.mealtext_said import Said
from journal.domain.mealtext_shared import with_shares
from journal.domain.mealtext_shares import ShareSaid
from journal.domain.mealtext_sort import without_told_again
from journal.domain.mealtext_state import take_dry
from journal.domain.mealtext_table import with_table_names
from journal.domain.mealtext_tails import with_tails_cut
from journal.domain.mealtext_toppings import with_toppings
from journal.domain.mealtext_units import SIZES
from journal.domain.mealtext_unlikely import hold_unlikely
from journal.domain.targets import Region


@dataclass(frozen=True, slots=True)
class Sources:
    """What foods are looked up in, their household portions, and where one lives."""

    find: Find
    portions: Portions
    region: Region | None


def foods_of(
    text: str, eaten: Sequence[Said], shares: Sequence[ShareSaid], sources: Sources
) -> list[Said]:
    """The foods of ``text`` from what was ``eaten``, each looked up."""
    find = sources.find
    eaten = without_parts_of_told(without_told_again(without_blended(eaten)))
    with_bread(eaten)
    with_bread_counted(eaten)
    with_shares(eaten, shares)
    eaten = with_table_names(text, eaten, find)
    eaten = with_flavours(leave_brands(eaten, find), find)
    with_short_names(eaten)
    with_shared_heads(eaten, find)
    with_rawness(text, eaten)
    guessed = read_chips(eaten, sources.region)
    matched = _match(text, eaten, find, sources.portions)
    doubt_parts(text, matched)
    doubt_left_out(matched, find)
    doubt_classes(text, matched, find)
    hold_chips(guessed, matched)
    take_widths(text, matched)
    with_toppings(matched, sources.portions, sources.region)
    hold_unlikely(text, matched, sources.portions, sources.region)
    return matched


def _match(text: str, eaten: list[Said], find: Find, portions: Portions) -> list[Said]:
    out: list[Said] = []
    at = 0
    while at < len(eaten):
        if eaten[at].matched is not None:
            out.append(eaten[at])
            at += 1
            continue
        one_food = together(eaten, at, find)
        if one_food:
            one, used = one_food
            out.append(one)
            at += used
            continue
        beside_chips(eaten, at)
        single = with_butter(eaten[at], _single(eaten[at], find), find)
        out.extend(with_tails_cut(text, eaten[at], single, find))
        at += 1
    known = told_after_dash(text, [one for one in out if one.matched is not None])
    known = with_counted(without_other_words(known), portions)
    with_eggs(known)
    with_slices(known, portions)
    with_poured(known)
    for one in known:
        matched = with_others(one.matched or Matched((), None, ()), find)
        one.matched = told_otherwise(matched)
    return known


def _single(one: Said, find: Find) -> list[Said]:
    leave_aside(one.draft, find)
    take_dry(one.draft, find)
    found = matches_of(one.draft, find, is_narrative=one.piece.is_narrative)
    out = []
    for number, matched in enumerate(found):
        draft = one.draft
        if number:
            draft = Draft(draft.start, draft.end, list(matched.words))
            if len(draft.words) > 1 and draft.words[0] in SIZES:
                # "Nuggets small fries": the size is that of the fries.
                draft.amount = Amount(size=draft.words[0])
        out.append(Said(draft, one.piece, matched))
    return out
