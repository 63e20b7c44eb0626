"""Giving foods the part of them that was eaten, where some was shared or left."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_said import Said
from journal.domain.mealtext_shares import ShareSaid
from journal.domain.mealtext_slots import AND, BREAK, LINK

_TOLD = (
    (0.5, "half"), (1 / 3, "a third"), (2 / 3, "two thirds"), (0.25, "a quarter"),
    (0.75, "three quarters"), (0.2, "a fifth"), (1 / 6, "a sixth"),
    (0.125, "an eighth"),
)  # fmt: skip


def with_shares(eaten: Sequence[Said], shares: Sequence[ShareSaid]) -> None:
    """Give each share to the foods that it was said of."""
    for share in sorted(shares, key=lambda one: one.is_rest + 2 * one.is_last):
        if share.is_last and share.is_of_all and _are_several(eaten, share.at):
            continue
        for draft in _meant(eaten, share):
            if share.is_rest:
                _take_whole(draft)
            elif not (share.is_last and _is_part_told(draft)):
                draft.is_served |= share.is_served
                draft.share *= share.factor
                draft.is_share_guessed |= share.is_guess


def _are_several(eaten: Sequence[Said], at: int) -> bool:
    return sum(one.draft.start < at for one in eaten) > 1


def _take_whole(draft: Draft) -> None:
    """All of it was eaten, in two goes: half a sandwich, and the rest of it."""
    amount = draft.amount
    draft.share, draft.is_share_guessed = 1.0, False
    if amount is not None and amount.number is not None and 0 < amount.number < 1:
        amount.number = 1.0


def _is_part_told(draft: Draft) -> bool:
    """Whether how much of it was eaten was told: half of it, or two slices."""
    amount = draft.amount
    return draft.share != 1.0 or (amount is not None and not amount.is_weak)


def _meant(eaten: Sequence[Said], share: ShareSaid) -> list[Draft]:
    since = share.since
    before = [one for one in eaten if one.draft.start < share.at]
    if since is not None:
        # How much of it was one's own may be told after it: "and I ate three slices".
        drafts = [one.draft for one in before if one.draft.start >= since]
        return [draft for draft in drafts if draft.end <= share.at]
    meant: list[Draft] = []
    for one in reversed(before):
        meant.append(one.draft)
        is_joined = one.piece.link == LINK or one.draft.amount is None
        is_joined = is_joined and one.piece.link in {LINK, AND}
        if (
            share.is_one
            or one.piece.link == BREAK
            or not (share.is_of_all or is_joined)
        ):
            break
    return meant


def notice(text: str, draft: Draft) -> str:
    """What is said on the page about a food of which a part was eaten."""
    near = (word for value, word in _TOLD if abs(value - draft.share) < 0.01)
    part = next(near, f"{draft.share * 100:.0f} %")
    guess = " That is a guess." if draft.is_share_guessed else ""
    return f"Your part of “{text}” was taken as {part} of it.{guess}"
