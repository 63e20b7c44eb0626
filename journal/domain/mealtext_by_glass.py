"""What is drunk by the glass and told by its colour: "a glass of red" is wine."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.mealtext_draft import Amount

# A glass of these is wine by its colour, and of squash what is drunk.
_WINES = {
    "red": ["red", "wine"], "white": ["white", "wine"], "rose": ["rose", "wine"],
    "rosé": ["rose", "wine"], "fizz": ["sparkling", "wine"],
    "bubbles": ["sparkling", "wine"],
}  # fmt: skip
_OF_WINE = frozenset("house dry sweet cold chilled nice cheap local crisp".split())  # noqa: SIM905
_GLASSES = frozenset(["glass", "wine glass", "bottle", "jug", "ml"])
_OF_SQUASH = _GLASSES | {"pint", "mug"}


def by_the_glass(words: Sequence[str], amount: Amount | None) -> list[str] | None:
    """Read "a glass of red" as wine, and one of squash as the drink."""
    unit = amount.unit if amount else None
    if unit in _GLASSES and words and _OF_WINE.issuperset(words[:-1]):
        named = _WINES.get(words[-1])
        if named:
            return list(named)
    is_squash = list(words) == ["squash"] and unit in _OF_SQUASH
    return ["orange", "squash"] if is_squash else None
