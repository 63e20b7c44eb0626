"""Names of saved meals in a sentence: "half a Std breakfast and an apple"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_WORDS: Final = {
    "half": 0.5,
    "a half": 0.5,
    "a third": 1 / 3,
    "third": 1 / 3,
    "two thirds": 2 / 3,
    "a quarter": 0.25,
    "quarter": 0.25,
    "three quarters": 0.75,
    "½": 0.5,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 0.25,
    "¾": 0.75,
    "double": 2.0,
    "twice": 2.0,
    "two": 2.0,
    "three": 3.0,
}
_SHARE: Final = (
    r"(?P<words>{words})|(?P<above>\d{{1,2}})\s?/\s?(?P<below>\d{{1,2}})"
    r"|(?P<number>\d{{1,2}}(?:[.,]\d{{1,2}})?)".format(
        words="|".join(
            r"[\s-]+".join(map(re.escape, word.split()))
            for word in sorted(_WORDS, key=len, reverse=True)
        )
    )
)
#: A share that ends where a name begins.
_BEFORE: Final = re.compile(
    rf"(?<![\w./-])(?<!\d,)(?:{_SHARE})(?:\s*[x×]\s*|\s+|-)(?:of\s+)?$", re.IGNORECASE
)
_NAMED: Final = r"(?<!\w)(?:(?:my|the|an?)\s+)?(?<!\w){name}(?!\w)"
_TIMES: Final = re.compile(r"(\d+(?:\.\d+)?) × (.+)")


def taken_out(text: str, names: Sequence[str]) -> tuple[str, list[tuple[int, float]]]:
    """Return a sentence without these names, and which were named how often.

    Each is the number of the name in `names` with the share of the meal, in the order
    said: 0.5 for "half a Std breakfast", 2 for "2 x", 1 without an amount. The longest
    name counts where one is part of another: "Std breakfast, large". An amount of
    nothing is left in the text with the name.
    """
    found: list[tuple[int, int, float]] = []
    for number in sorted(range(len(names)), key=lambda one: -len(names[one])):
        words = r"\s+".join(re.escape(word) for word in names[number].split())
        pattern = re.compile(_NAMED.format(name=words), re.IGNORECASE)
        for match in pattern.finditer(text):
            before = _BEFORE.search(text, max(0, match.start() - 40), match.start())
            times = 1.0 if before is None else _share_of(before)
            if times > 0:
                start = match.start() if before is None else before.start()
                found.append((start, number, times))
                blank = "," + " " * (match.end() - start - 1)
                text = text[:start] + blank + text[match.end() :]
    return text, [(number, times) for _, number, times in sorted(found)]


def scaled_label(label: str, share: float) -> str:
    """Return the words of an amount for a share: half of "2 × slice" is "1 slice"."""
    if share == 1 or not label:
        return label
    match = _TIMES.fullmatch(label)
    count = share * float(match[1]) if match else share
    portion = match[2] if match else label.removeprefix("1 ")
    count = float(f"{count:.3g}")
    return f"1 {portion}" if count == 1 else f"{count:g} × {portion}"


def _share_of(said: re.Match[str]) -> float:
    if said["words"]:
        return _WORDS[" ".join(re.split(r"[\s-]+", said["words"].lower()))]
    if said["above"]:
        return int(said["above"]) / int(said["below"]) if int(said["below"]) else 0.0
    return float(said["number"].replace(",", "."))
