"""One timing finding as a card: every word and number that page, mail and JSON show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import Any, Final

from journal.domain.dates import IsoWeek
from journal.domain.knowledge import Knowledge, Link
from journal.domain.reference_entries import source_words
from journal.patterns import Finding
from journal.patterns.history import Standing
from journal.patterns.wording import TIERS, said, timing_words
from journal.services.report_words import inside
from journal.services.timing_pairs import link_of, part_of

TALLY: Final = {"recurring": 4, "possible": 2, "linked": 1}
KIND: Final = "timing"
#: Tiers of what was said once and is not any more.
GONE: Final = frozenset({"faded", "put_aside", "unasked"})


@dataclass(frozen=True, slots=True)
class TimingCard:
    """One pair of a symptom and a factor, in words.

    `tier` is one of recurring, possible, linked, none, not_enough_data,
    faded, put_aside and unasked;
    `direction` -1 worse after less, +1 worse after more, 0 not tested. `journal` is
    what the diary says, `medicine` what the literature says, with its grade, and
    `agreement` how the two lie to each other. `together` names what cannot be told
    apart from it, `history` how it went on, `mark` why it is
    quiet (empty when it is not). `slug` leads to the nutrient's page.
    """

    symptom: str
    factor: str
    symptom_label: str
    factor_name: str
    tier: str
    tier_label: str
    tally_of_4: int
    direction: int
    window: str
    asked: bool
    nights: int
    part: str
    title: str
    journal: tuple[str, ...]
    why: tuple[str, ...]
    next_step: str
    grade: str
    grade_label: str
    medicine: str
    citations: tuple[str, ...]
    agreement: str
    to_do: tuple[str, ...]
    slug: str
    together: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    counts: Mapping[str, float] = field(default_factory=dict)
    linked_to: str = ""
    mark: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether it is said as a pattern of its own."""
        return self.tier in {"recurring", "possible"}

    @property
    def key(self) -> str:
        """What marks, history and anchors know it by."""
        return key_of(self.symptom, self.factor)

    @property
    def times(self) -> str:
        """The nights or days behind it, as "142 nights"."""
        return f"{self.nights} {self.part}{'' if self.nights == 1 else 's'}"

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return asdict(self)


def said_of_tier(card: TimingCard) -> str:
    """Return what must stand beside a pattern wherever it is said in short."""
    return said(f"tier.{card.tier}")


def card_in_short(card: TimingCard) -> str:
    """Return what is said behind the title of a pattern where there is little room."""
    medicine = said("in_short.medicine", grade=card.grade_label.lower())
    return f"{card.journal[0]} {said_of_tier(card)} {medicine}"


def key_of(symptom: str, factor: str) -> str:
    """Return the name of a pair of a symptom and a factor."""
    return f"{KIND}|{symptom}|{factor}"


def pair_of(key: str) -> tuple[str, str]:
    """Return symptom and factor of such a name."""
    _, symptom, factor = key.split("|")
    return symptom, factor


def card_from(data: Mapping[str, Any]) -> TimingCard:
    """Return a card as it was kept; fields that are newer than it stay at rest."""
    known = {each.name for each in fields(TimingCard)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in data.items()
        if name in known
    }
    return TimingCard(**values)


def timing_card(
    finding: Finding,
    standing: Standing,
    *,
    label: str,
    pairs: int,
    asked_on: date | None,
    knowledge: Knowledge,
    early: tuple[str, ...] = (),
) -> TimingCard:
    """Return the card of one finding, at the tier in which it is said.

    `early` are counts that stand before what is missing for a test.
    """
    tier = _tier(finding, standing)
    name = knowledge.factor_name(finding.factor)
    part = part_of(finding.symptom, knowledge)
    lead = finding.linked_to
    words = timing_words(
        finding,
        tier=tier,
        symptom=label,
        factor=inside(name),
        part=part,
        pairs=pairs,
        asked_on=day_words(asked_on) if asked_on else "",
        lead=inside(knowledge.factor_name(lead)) if lead else "",
    )
    link = link_of(finding.symptom, finding.factor, knowledge)
    shown = tier in {"recurring", "possible"}
    nutrient = knowledge.nutrient(finding.factor)
    return TimingCard(
        symptom=finding.symptom,
        factor=finding.factor,
        symptom_label=label,
        factor_name=name,
        tier=tier,
        tier_label=TIERS[tier],
        tally_of_4=TALLY.get(tier, 0),
        direction=finding.direction,
        window=finding.window or "",
        asked=finding.asked,
        nights=finding.nights,
        part=part,
        title=words.title,
        journal=(*early, *words.journal),
        why=words.why,
        next_step=words.next_step,
        grade=link.grade if link else "unknown",
        grade_label=link.grade_label if link else "Unknown",
        medicine=link.what_medicine_says if link else said("evidence.unknown"),
        citations=tuple(source_words(c) for c in link.citations) if link else (),
        agreement=_agreement(finding, link, knowledge) if shown else "",
        to_do=_to_do(finding, knowledge) if shown else (),
        slug=nutrient.slug if nutrient else "",
        history=history_words(standing),
        counts=_counts(finding),
        linked_to=lead or "",
    )


def _tier(finding: Finding, standing: Standing) -> str:
    if standing.change == "put_aside":
        return "put_aside"
    if standing.is_shown or not standing.first_seen:
        return standing.tier
    if finding.tier != "none":
        return finding.tier
    return "unasked" if standing.change == "unasked" else "faded"


def history_words(standing: Standing) -> tuple[str, ...]:
    """Return the first and the latest two things that happened to a finding."""
    events = standing.events
    kept = events if len(events) <= 3 else (events[0], *events[-2:])
    return tuple(
        said(f"history.{change}", week=week_words(week)) for week, change in kept
    )


def week_words(week: str) -> str:
    """Return a week by its Monday: "2 March 2026"."""
    return day_words(IsoWeek.parse(week).monday)


def day_words(day: date) -> str:
    """Return a day as "2 March 2026"."""
    return f"{day.day} {day:%B %Y}"


def _agreement(finding: Finding, link: Link | None, knowledge: Knowledge) -> str:
    if link is None:
        return ""
    if (link.direction == "low") != (finding.direction < 0):
        return said("evidence.other_way")
    if link.grade == "unlikely":
        nutrient = knowledge.nutrient(finding.factor)
        words = said("evidence.disagree")
        return (
            f"{words} {said('evidence.test')}" if nutrient and nutrient.tests else words
        )
    key = {"mixed": "mixed", "unknown": "unknown"}.get(link.grade, "agree")
    return said(f"evidence.{key}")


def _to_do(finding: Finding, knowledge: Knowledge) -> tuple[str, ...]:
    """Return what can be done: food first, then what to bring up, then care."""
    nutrient = knowledge.nutrient(finding.factor)
    words: list[str] = []
    if nutrient is not None:
        foods = ", ".join(nutrient.food_sources[:4])
        words.append(said("do.foods", foods=foods))
        if nutrient.sun_or_fluids:
            words.append(nutrient.sun_or_fluids)
        for test in nutrient.tests[:1]:
            words.append(said("do.test", test=inside(test.name)))
            words += [caveat.text for caveat in test.caveats[:2]]
        words += [caution.text for caution in nutrient.cautions[:1]]
        words.append(said("do.tablets"))
    words.append(said("do.clearer"))
    if not finding.asked:
        words.append(said("do.ask"))
    return tuple(words)


def _counts(finding: Finding) -> dict[str, float]:
    effect = finding.effect
    if effect is None:
        return {}
    return {
        "symptom_on_side": effect.symptom_nights_on_side,
        "on_side": effect.nights_on_side,
        "symptom_other": effect.symptom_nights_other,
        "other": effect.nights_other,
        "gap_low": round(effect.gap_low, 3),
        "gap_high": round(effect.gap_high, 3),
        "gap_shrunk": round(effect.gap_shrunk, 3),
    }
