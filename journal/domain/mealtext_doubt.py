"""What makes a food doubtful although its words were found: where it stands.

The words of an item may be those of a food and the item still be no food of its own:
what is told with a sandwich or a salad is most often in it ("turkey sandwich with 4 oz
turkey"), and counts twice where the dish is counted too. Such an item keeps its food
and its place; its confidence is held at `MAYBE_INSIDE`, so that the page asks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from journal.domain.brands import without_brands
from journal.domain.foodmatch import MODIFIERS, STOPWORDS, SURE, stem, words_of
from journal.domain.mealtext_dishes import (
    BESIDE,
    BREADED,
    BREADS,
    FILLED,
    FILLINGS,
    LAYERED,
)
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_hits import EXACT, Find
from journal.domain.mealtext_match import MEAL
from journal.domain.mealtext_said import Said
from journal.domain.mealtext_slots import AND, BREAK, LINK, LIST
from journal.domain.mealtext_state import changes

#: A guess, like every food below `SURE`.
MAYBE_INSIDE = 0.7
# After these the parts of a dish are told: "a wrap (ham, cheese)", "sandwich - ham".
_OPENS = re.compile(r"\s*[:(–—-]\s*\S*$|\s*\([^)]*$")
_KINDS = frozenset(
    stem(word)
    for word in """
    wholemeal wholewheat granary multigrain rye white brown sourdough
    """.split()  # noqa: SIM905
)
_PRONOUN = re.compile(r"\w ones?\W*$", re.IGNORECASE)
# Drinks that are told with what is mixed in them.
_MIXED = frozenset(
    stem(word)
    for word in """
    margarita mojito martini cocktail sangria spritz smoothie juice
    """.split()  # noqa: SIM905
)
_LIGHT = frozenset(stem(word) for word in MODIFIERS)


_OWN_MEALS = frozenset(["ready", "frozen", "tv", "corn", "oat", "bone", "wheat"])
_DASHES = re.compile(r"\s+[-–—]\s+")
# After these the kinds are told of what was named: "fruit and nuts including fig".
_SUCH_AS = re.compile(
    r"\b(?:includ(?:ing|es|ed)|such as|like|e\.?g\.?|i\.?e\.?)\s*$", re.IGNORECASE
)


def doubt_parts(text: str, items: Sequence[Said]) -> None:
    """Hold what may be in a dish named beside it, so that it never looks sure.

    So is "a jam one", which is one of what was named before, and a food with another
    kind of it in the brackets: "bread roll (wholemeal)" found as a white one.
    """
    for at, one in enumerate(items):
        is_pronoun = at and _PRONOUN.search(text[one.draft.start : one.draft.end])
        if is_pronoun or one.draft.is_wrapper or _is_other_kind(one) or _is_meal(one):
            hold(one)
        if at and _SUCH_AS.search(text[: one.draft.start]):
            for part in [one, *_listed_after(items, at)]:
                hold(part)
        if not _is_dish(one):
            continue
        for part in [*_told_after(text, items, at), *_told_before(items, at)]:
            hold(part)


def doubt_left_out(items: Sequence[Said], find: Find) -> None:
    """Hold a food beside which another one in brackets was left out.

    "Mashed potatoes (beef gravy)": the gravy is not in the name that was found.
    """
    for one in items:
        aside, hit = one.draft.aside, one.matched.hit if one.matched else None
        if hit is None or not aside or set(aside) <= set(one.draft.words):
            continue
        named = {stem(word) for word in words_of(hit.label)}
        unsaid = [word for word in aside if stem(word) not in named | _LIGHT]
        # "Salad (chicken, tomato)": either may be a food.
        for name in (" ".join(without_brands(aside)), *unsaid):
            told = find(name) if unsaid else []
            if told and told[0].score >= EXACT and told[0].id != hit.id:
                hold(one)
                break


def told_after_dash(text: str, items: Sequence[Said]) -> list[Said]:
    """The items, what is no food after a dash kept with the food before it.

    "Beer - Dos X" is one beer, and its text says which; the page asks, as it may have
    been another food. In a list by dashes it stays one of its own.
    """
    out: list[Said] = []
    for one in items:
        before = out[-1].draft if out else None
        is_known = one.matched is not None and one.matched.hit is not None
        if before and not is_known and one.draft.amount is None:
            between = text[before.end : one.draft.start]
            is_list = len(_DASHES.findall(text)) > 1
            if _DASHES.fullmatch(between) and not is_list:
                before.end = one.draft.end
                hold(out[-1])
                continue
        out.append(one)
    return out


def without_other_words(items: Sequence[Said]) -> list[Said]:
    """Leave out what a story calls once more by other words, in apposition.

    "A cup of sopa de fideo, a Mexican noodle soup" is one soup.
    """
    out: list[Said] = []
    for one in items:
        if not out or not _is_same_thing(out[-1], one):
            out.append(one)
    return out


def _is_same_thing(before: Said, one: Said) -> bool:
    amount = one.draft.amount
    first, second = before.matched, one.matched
    if first is None or second is None or first.hit is None or second.hit is None:
        return False
    is_article = amount is not None and amount.is_weak and not amount.unit
    return (
        is_article
        and before.draft.amount is not None
        and one.piece.link == LIST
        and one.piece.is_narrative
        and first.hit.id == second.hit.id
        and set(before.draft.words) != set(one.draft.words)
    )


def _is_meal(one: Said) -> bool:
    """Whether it is sold with more: "a Big Mac meal"; what else is not known."""
    told, hit = one.draft.every_word[-2:], one.matched.hit if one.matched else None
    if hit is None or MEAL & set(words_of(hit.label)):
        return False
    return len(told) > 1 and told[1] in MEAL and told[0] not in _OWN_MEALS


def _listed_after(items: Sequence[Said], at: int) -> list[Said]:
    found = []
    for part in items[at + 1 :]:
        if part.piece.link not in {LIST, AND}:
            break
        found.append(part)
    return found


def _is_other_kind(one: Said) -> bool:
    aside, hit = set(one.draft.aside), one.matched.hit if one.matched else None
    if hit is None or aside <= set(one.draft.words):
        return False
    named = {stem(word) for word in words_of(hit.name)}
    told = {stem(word) for word in aside} & BREADS - named
    return bool(told & _KINDS) or changes(aside, hit.name)


def _stems(one: Said) -> set[str]:
    words = one.draft.words
    return {stem(word) for word in words if word not in STOPWORDS} - _LIGHT


def _is_dish(one: Said) -> bool:
    """Whether it holds other foods; a bare "salad" is no more than what is told."""
    words = one.draft.words
    if "with" in words:
        words = words[: words.index("with")]
    if not words or words[-1] == "fries":
        return False
    head = stem(words[-1])
    return head in FILLED | _MIXED or (head == stem("salad") and len(words) > 1)


def _may_be_in(part: Said, dish: Said) -> bool:
    stems = _stems(part)
    is_bread = stem(dish.draft.words[-1]) in BREADED and stems <= BREADS
    is_same = stems <= _stems(dish)
    # Noodles and beans may as well be beside it.
    is_filling = stems <= FILLINGS - BESIDE
    return bool(stems) and (is_bread or is_same or is_filling)


def _told_after(text: str, items: Sequence[Said], at: int) -> list[Said]:
    """The parts told after a dish: with it, on it, in brackets or after a dash."""
    found: list[Said] = []
    dish = items[at]
    is_opened = False
    for part in items[at + 1 :]:
        link = part.piece.link
        if not found:
            between = text[dish.draft.end : part.draft.start]
            dish_said = text[dish.draft.start : dish.draft.end]
            is_opened = bool(_OPENS.search(between)) or ":" in dish_said
        is_told = is_opened or link == LINK or (bool(found) and link in {LIST, AND})
        # After a dash whatever is listed is in it.
        is_inside = is_opened or _may_be_in(part, dish)
        if link == BREAK or not is_told or not is_inside:
            break
        found.append(part)
    return found


def _told_before(items: Sequence[Said], at: int) -> list[Said]:
    """Fillings listed before a guess: "ham, cheese and pickle doorstop sandwich"."""
    dish = items[at]
    hit = dish.matched.hit if dish.matched else None
    is_guess = hit is None or hit.score < SURE or hit.is_stand_in
    if dish.piece.link != AND or dish.draft.amount is not None or not is_guess:
        return []
    if stem(dish.draft.words[-1]) not in BREADED | LAYERED:
        return []
    found: list[Said] = []
    for before in reversed(items[max(0, at - 3) : at]):
        if _is_measured(before.draft) or not _names_filling(before):
            break
        found.append(before)
        if before.piece.link not in {LIST, AND}:
            break
    return found


def _is_measured(draft: Draft) -> bool:
    amount = draft.amount
    return amount is not None and not (amount.is_weak and amount.unit is None)


def _names_filling(one: Said) -> bool:
    """Whether the last word names what goes into dishes: "a lovely ham"."""
    words = one.draft.words
    return bool(words) and len(words) <= 3 and stem(words[-1]) in FILLINGS


def hold(part: Said) -> None:
    """Hold a food's confidence below `SURE`, so that the page asks."""
    matched = part.matched
    if matched is not None and matched.hit is not None:
        hit = replace(matched.hit, score=min(matched.hit.score, MAYBE_INSIDE))
        part.matched = replace(matched, hit=hit)
