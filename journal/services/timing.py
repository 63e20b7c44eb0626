"""What the diary says about symptoms that follow what was eaten or done, week by week.

`timing_of_week` is the one door: pages, mail, the doctor's page and the commands all
take their words from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from journal.domain.dates import IsoWeek
from journal.domain.knowledge import STATUS_KEYS, Knowledge
from journal.domain.records import DayRecord
from journal.domain.weekly import symptoms_asked
from journal.models import Account
from journal.patterns import Finding, find_timing
from journal.patterns.history import RANKS, Standing
from journal.patterns.wording import said
from journal.services import questions as asking
from journal.services.diary import load_days
from journal.services.report_words import inside, joined, labels_of
from journal.services.said_weeks import SaidBefore, said_before
from journal.services.timing_cards import (
    GONE,
    KIND,
    TimingCard,
    card_from,
    key_of,
    pair_of,
    timing_card,
)
from journal.services.timing_counts import early_counts_of
from journal.services.timing_course import standings_of_week
from journal.services.timing_diary import diary_of, first_day_read
from journal.services.timing_pairs import (
    Pair,
    pairs_tested,
    symptoms_watched,
)
from journal.services.timing_report import TimingReport


def timing_of_week(
    session: Session,
    *,
    account: Account,
    week: IsoWeek,
    today: date,
    knowledge: Knowledge,
    records: Sequence[DayRecord] | None = None,
    before: SaidBefore | None = None,
) -> TimingReport:
    """Return what was said in a past week, or what the diary says in this one.

    A past week that was never kept is worked out from the days up to its Sunday.
    `records` spares reading again: all days from `first_day_read` to that Sunday;
    `before` likewise.
    """
    if before is None:
        before = said_before(session, user_id=account.id, week=week)
    if before.week is not None and before.week.is_final:
        return as_it_was_said(week, before.week.content, before.week.said_at.date())
    return timing_now(
        session,
        account=account,
        week=week,
        today=today,
        knowledge=knowledge,
        before=before,
        records=records,
    )


def as_it_was_said(
    week: IsoWeek, content: Mapping[str, Any], on: date | None
) -> TimingReport:
    """Return a kept week, word for word; `on` is None while it may still change."""
    kept = content.get(KIND, {})
    return TimingReport(
        week=week,
        cards=tuple(card_from(data) for data in kept.get("findings", ())),
        not_tested=tuple(kept.get("not_tested", ())),
        questions=tuple(content.get("questions", ())),
        kept_on=on,
    )


def as_last_said(before: SaidBefore, week: IsoWeek) -> TimingReport | None:
    """Return what was last said of a week, final or not; None when nothing was."""
    row = before.week
    if row is None:
        return None
    on = row.said_at.date() if row.is_final else None
    return as_it_was_said(week, row.content, on)


def timing_now(
    session: Session,
    *,
    account: Account,
    week: IsoWeek,
    today: date,
    knowledge: Knowledge,
    before: SaidBefore,
    records: Sequence[DayRecord] | None = None,
) -> TimingReport:
    """Work out what the days up to the end of `week`, or today, say."""
    last = min(week.sunday, today)
    if records is None:
        records = load_days(
            session, user_id=account.id, first=first_day_read(last), last=last
        )
    records = [record for record in records if record.day <= last]
    asked = asking.as_pairs(asking.watched(session, user_id=account.id, on=last))
    return timing_of_records(
        records,
        account=account,
        week=week,
        asked=asked,
        knowledge=knowledge,
        standings=before.standings,
    )


def timing_of_records(
    records: Sequence[DayRecord],
    *,
    account: Account,
    week: IsoWeek,
    asked: Mapping[Pair, date],
    knowledge: Knowledge,
    standings: Mapping[str, Standing],
) -> TimingReport:
    """Return the report of days that end with the week; reads nothing."""
    noted = [symptom for _, symptom in symptoms_asked(records)]
    symptoms = symptoms_watched(account, noted)
    pairs = pairs_tested(symptoms, questions=asked, knowledge=knowledge)
    labels = labels_of(knowledge.symptoms, account)
    found: tuple[Finding, ...] = ()
    early: dict[Pair, tuple[str, ...]] = {}
    if pairs and any(record.is_logged for record in records):
        diary = diary_of(records, pairs=pairs, questions=asked, knowledge=knowledge)
        found = find_timing(diary)
        early = early_counts_of(diary, found, labels=labels, knowledge=knowledge)
    stand = standings_of_week(found, standings, week)
    found += tuple(
        Finding(*pair_of(key), tier="none")  # no longer looked at, but not gone
        for key, standing in stand.items()
        if standing.change == "put_aside"
    )
    cards = [
        timing_card(
            one,
            stand[key_of(one.symptom, one.factor)],
            label=labels.get(one.symptom, one.symptom),
            pairs=len(pairs),
            asked_on=asked.get((one.symptom, one.factor)),
            knowledge=knowledge,
            early=early.get((one.symptom, one.factor), ()),
        )
        for one in found
    ]
    return TimingReport(
        week=week,
        cards=_ordered(_gathered(cards)),
        not_tested=_not_tested(symptoms, labels, knowledge),
        questions=tuple(
            {"symptom": symptom, "factor": factor, "asked_on": day.isoformat()}
            for (symptom, factor), day in asked.items()
        ),
        standings=stand,
    )


def _gathered(cards: Sequence[TimingCard]) -> list[TimingCard]:
    """Put what moved together into the card of the clearest one."""
    inside: dict[Pair, list[str]] = {}
    leads = {(card.symptom, card.factor) for card in cards if card.is_shown}
    for card in cards:
        lead = (card.symptom, card.linked_to)
        if card.tier == "linked" and lead in leads:
            inside.setdefault(lead, []).append(card.journal[-1])
    return [
        replace(card, together=tuple(inside.get((card.symptom, card.factor), ())))
        for card in cards
        if card.tier != "linked"
        or card.asked
        or (card.symptom, card.linked_to) not in leads
    ]


def _ordered(cards: Sequence[TimingCard]) -> tuple[TimingCard, ...]:
    return tuple(
        sorted(
            cards,
            key=lambda card: (
                -RANKS.get(card.tier, 0),
                card.tier not in GONE,
                not card.asked,
                card.tier == "not_enough_data",
                card.symptom_label,
                card.factor_name,
            ),
        )
    )


def _not_tested(
    symptoms: Sequence[str], labels: Mapping[str, str], knowledge: Knowledge
) -> tuple[str, ...]:
    """Return what people may look for here and why it is not compared by days."""
    links = [
        link
        for link in knowledge.links
        if not link.timing and link.symptom in symptoms and link.direction != "high"
    ]
    stored = dict.fromkeys(one.factor for one in links if one.factor in STATUS_KEYS)
    names = [knowledge.factor_name(factor) for factor in stored]
    words = []
    if len(names) == 1:
        words.append(said("not_tested.status", factor=names[0]))
    elif names:
        factors = joined([names[0], *map(inside, names[1:])])
        words.append(said("not_tested.statuses", factors=factors))
    words += [
        said(
            "not_tested.long_term",
            symptom=labels.get(link.symptom, link.symptom),
            factor=inside(knowledge.factor_name(link.factor)),
        )
        for link in knowledge.links
        if not link.timing
        and link.symptom in symptoms
        and link.factor not in STATUS_KEYS
    ]
    return (*words, said("not_tested.unlisted")) if symptoms else ()
