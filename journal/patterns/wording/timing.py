"""Every sentence about symptoms that follow what was eaten or done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from journal.patterns.effect import Effect
from journal.patterns.finding import Finding

#: The name of each tier; "faded" is a tier that was said before and is no more.
TIERS: Final[Mapping[str, str]] = {
    "recurring": "Keeps coming back",
    "possible": "Worth watching",
    "linked": "Moved together",
    "none": "Nothing stands out",
    "not_enough_data": "Not yet",
    "faded": "Has faded",
    "put_aside": "Set aside",
    "unasked": "No longer asked",
}

#: Where a sentence says after what; {side} is "little" or "much".
AFTER: Final[Mapping[str, str]] = {
    "that day": "after days with {side} {factor}",
    "three days": "after three days with {side} {factor}",
    "week": "after a week with {side} {factor}",
    "two weeks": "after two weeks with {side} {factor}",
}

SENTENCES: Final[Mapping[str, str]] = {
    "title.recurring": "{symptom} came more often {after}.",
    "title.possible": "{symptom} may come more often {after}.",
    "title.linked": "{symptom}: {factor} moved together with {lead}.",
    "title.none": "{symptom} and {factor}: nothing stands out.",
    "title.not_enough_data": "{symptom} and {factor}: too early to say.",
    "title.faded": "{symptom} and {factor}: this has faded.",
    "title.put_aside": "{symptom} and {factor}: not looked at any more.",
    "title.unasked": "{symptom} and {factor}: no longer asked, so not shown.",
    "tier.unasked": (
        "What is not asked must be much clearer to be shown. That does not mean that "
        "it has faded."
    ),
    "tier.put_aside": "It is no longer among what you track or ask.",
    "tier.recurring": (
        "This keeps coming back. It shows a pattern in time, not the reason for it."
    ),
    "tier.possible": "Worth watching. Hints like this are often chance.",
    "tier.linked": (
        "{factor} and {lead} moved together, so the diary cannot tell them apart."
    ),
    "tier.none": ("A real link can still stay hidden for half a year."),
    "not_yet.few_nights": ("Answered so far: {nights}. A first look needs 24 {times}."),
    "not_yet.few_complete_nights": (
        "{nights} {times} with an answer, but too few follow days with known {factor}."
    ),
    "not_yet.few_symptom_nights": (
        "{symptom} came on {ill} of {nights} {times}. A first look needs 6 with it."
    ),
    "not_yet.few_free_nights": (
        "Only {free} of {nights} {times} were free of it. A first look needs 6."
    ),
    "not_yet.factor_hardly_varies": (
        "Your days hardly differ in {factor}, so there is nothing to compare."
    ),
    "counts.low": (
        "{symptom} on {a} of {b} {times} after the least {factor}, and on {c} of {d} "
        "others."
    ),
    "counts.high": (
        "{symptom} on {a} of {b} {times} after the most {factor}, and on {c} of {d} "
        "others."
    ),
    "gap": "That is likely {low} to {high} more {times} in 10.",
    "gap.about": "That is likely about {low} more {times} in 10.",
    "gap.either_way": ("That may be from {fewer} fewer to {high} more {times} in 10."),
    "gap.shrunk": "It is probably nearer to {shrunk}.",
    "window.that day": "It is clearest for what was logged that day.",
    "window.three days": "It is clearest over that day and the two days before.",
    "window.week": "It is clearest over the seven days up to then.",
    "window.two weeks": "It is clearest over the two weeks up to then.",
    "unexpected": "This is the other way round from what most people look for.",
    "next.nights": (
        "If it goes on like this, about {more} more complete evenings would tell more."
    ),
    "next.one_night": "If it goes on like this, one more evening would tell more.",
    "next.unknown": "How many more evenings it takes, nobody can say yet.",
    "next.complete": "Complete evenings help most.",
    "why.nights": (
        "It rests on {nights} {times} with an answer and known food, {ill} of them "
        "with it."
    ),
    "why.third.low": "The counts set the third with least {factor} against the rest.",
    "why.third.high": "The counts set the third with most {factor} against the rest.",
    "why.allowed": "Weekdays, slow change and bad spells are allowed for.",
    "why.asked": "You asked to watch this one on {day}. Only later {times} count.",
    "why.listed": "It is one of {pairs} pairs that were fixed beforehand.",
    "why.recurring": (
        "Of 30 people with no link at all, about one would be shown this in half a "
        "year."
    ),
    "why.possible": (
        "Of 20 people with no link at all, one or two would be shown such a hint in "
        "half a year."
    ),
    "why.held": "It has grown weaker, and is kept until it has clearly faded.",
}


@dataclass(frozen=True, slots=True)
class TimingWords:
    """One timing finding in sentences: the first one, the counts, and what is behind.

    `next_step` is empty where no further step is to come.
    """

    title: str
    journal: tuple[str, ...]
    why: tuple[str, ...]
    next_step: str


def timing_words(
    finding: Finding,
    *,
    tier: str,
    symptom: str,
    factor: str,
    part: str,
    pairs: int,
    asked_on: str = "",
    lead: str = "",
) -> TimingWords:
    """Return the words for one finding, names as they stand inside a sentence.

    `tier` is the tier to say, which may have been kept from before, or "faded";
    `pairs` how many were looked at; `asked_on` the day of a question, in words.
    """
    fill = {
        "symptom": symptom[:1].upper() + symptom[1:],
        "factor": factor,
        "lead": lead,
        "times": f"{part}s",
        "nights": finding.nights,
        "ill": finding.symptom_nights,
        "free": finding.free_nights,
        "pairs": pairs,
        "day": asked_on,
    }
    shown = tier in ("possible", "recurring")
    fill["after"] = _after(finding, factor)
    return TimingWords(
        title=SENTENCES[f"title.{tier}"].format(**fill),
        journal=tuple(_journal(finding, tier, fill)),
        why=tuple(SENTENCES[key].format(**fill) for key in _why(finding, tier)),
        next_step=_next(finding) if shown or tier == "none" else "",
    )


def _after(finding: Finding, factor: str) -> str:
    window = finding.window or "that day"
    side = "little" if finding.direction < 0 else "much"
    return AFTER[window].format(side=side, factor=factor)


def _journal(finding: Finding, tier: str, fill: Mapping[str, object]) -> list[str]:
    if tier == "not_enough_data":
        said = [SENTENCES[f"not_yet.{finding.reason or 'few_nights'}"].format(**fill)]
        if finding.reason != "factor_hardly_varies":
            said.append(SENTENCES["next.complete"])
        return said
    said = []
    if finding.effect is not None and tier != "none":
        said += _effect(finding.effect, finding.direction, fill)
    if tier in ("possible", "recurring"):
        said.append(SENTENCES[f"window.{finding.window or 'that day'}"])
    if tier in SENTENCES_OF_TIER:
        said.append(SENTENCES[f"tier.{tier}"].format(**_sentence_start(fill)))
    return said


SENTENCES_OF_TIER: Final = frozenset(
    {"recurring", "possible", "linked", "none", "put_aside", "unasked"}
)


def _sentence_start(fill: Mapping[str, object]) -> dict[str, object]:
    factor = str(fill["factor"])
    return {**fill, "factor": factor[:1].upper() + factor[1:]}


def _effect(effect: Effect, direction: int, fill: Mapping[str, object]) -> list[str]:
    counts = SENTENCES["counts.low" if direction < 0 else "counts.high"].format(
        **fill,
        a=effect.symptom_nights_on_side,
        b=effect.nights_on_side,
        c=effect.symptom_nights_other,
        d=effect.nights_other,
    )
    low, high = round(10 * effect.gap_low), round(10 * effect.gap_high)
    shrunk = round(10 * effect.gap_shrunk)
    if low == high:
        return [counts, SENTENCES["gap.about"].format(**fill, low=low)]
    key = "gap" if low >= 0 else "gap.either_way"
    gap = SENTENCES[key].format(**fill, low=low, high=high, fewer=-low)
    return [counts, f"{gap} {SENTENCES['gap.shrunk'].format(shrunk=shrunk)}"]


def _why(finding: Finding, tier: str) -> list[str]:
    if tier in ("not_enough_data", "put_aside", "unasked"):
        return []
    keys = ["why.nights", "why.allowed"]
    if tier in ("possible", "recurring"):
        keys.insert(1, "why.third.low" if finding.direction < 0 else "why.third.high")
        keys.append(f"why.{tier}")
    if tier in ("possible", "recurring") and tier != finding.tier:
        keys.append("why.held")
    keys.append("why.asked" if finding.asked else "why.listed")
    return keys


def _next(finding: Finding) -> str:
    if finding.tier == "recurring":
        return ""
    more = finding.nights_to_next_step
    if more is None:
        return SENTENCES["next.unknown"]
    if more == 1:
        return SENTENCES["next.one_night"]
    return SENTENCES["next.nights"].format(more=more)
