"""Every sentence about patterns that a person can be shown, in one place.

The tests read `SENTENCES` whole: length, reading age and words that never appear.
"""

from collections.abc import Mapping

from journal.patterns.adequacy import Shortfall
from journal.patterns.counts import SplitCounts
from journal.patterns.effect import Effect
from journal.patterns.finding import Finding

SENTENCES: Mapping[str, str] = {
    # Timing: what was seen.
    "tier.not_enough_data": (
        "Not yet: there are {nights} usable nights so far. A first look needs 24."
    ),
    "tier.few_symptom_nights": (
        "Not yet: {symptom} came on {ill} nights. A first look needs 6 such nights."
    ),
    "tier.few_free_nights": (
        "Not yet: only {free} nights were free of {symptom}. A first look needs 6."
    ),
    "tier.none": (
        "Nothing stands out. A real link can still stay hidden for half a year."
    ),
    "tier.linked": (
        "{factor} and {lead} moved together, so the diary cannot tell them apart."
    ),
    "tier.possible": "Worth watching. Hints like this are often chance.",
    "tier.recurring": (
        "This keeps coming back. It shows a pattern in time, not the reason for it."
    ),
    "window.that day": "Seen for what was logged that day.",
    "window.three days": "Seen for the three days before.",
    "window.week": "Seen for the week before.",
    "window.two weeks": "Seen for the two weeks before.",
    "counts.low": (
        "{symptom} came on {a} of {b} nights after less {factor}, and on {c} of {d} "
        "other nights."
    ),
    "counts.high": (
        "{symptom} came on {a} of {b} nights after more {factor}, and on {c} of {d} "
        "other nights."
    ),
    "gap": "The true gap is likely from {low} to {high} nights in 10.",
    "gap.shrunk": "It is probably nearer to {shrunk} in 10.",
    "unexpected": "This is the other way round from what most people look for.",
    "next.nights": (
        "If it goes on like this, about {more} more complete evenings would tell more."
    ),
    "next.unknown": "How many more evenings it takes, nobody can say yet.",
    "next.complete": "Complete evenings help most.",
    "asked": "You asked to watch this one.",
    # Timing: how it went on.
    "history.first_seen": "First seen in the week of {week}.",
    "history.strengthened": "It has grown clearer since last week.",
    "history.faded": "It has faded since the week of {week}. It stays on this list.",
    # Timing: what was not looked at, and why.
    "not_tested.status": (
        "{factor} is stored in the body for months, so single days are not compared."
    ),
    "not_tested.unlisted": "This pair was not looked at. You can ask to watch it.",
    "questions.few": (
        "Ask at most three things. The fewer you ask, the sooner one can be seen."
    ),
    "questions.from_now": "Only nights from the day you ask count for a question.",
    # Plain counts.
    "plain.low": (
        "So far: {symptom} on {a} of {b} nights after days under {line} {unit}, and "
        "on {c} of {d} other nights."
    ),
    "plain.high": (
        "So far: {symptom} on {a} of {b} nights after days over {line} {unit}, and "
        "on {c} of {d} other nights."
    ),
    "plain.label": "These are counts, not a finding.",
    "plain.left_out": "{left_out} nights are left out: not answered or partly logged.",
    "plain.too_few": "There are too few complete nights to count yet.",
    # The evidence from other people next to one's own.
    "evidence.agree": "Studies in other people point the same way.",
    "evidence.disagree": (
        "Trials in other people found little effect. Both can be true; a doctor can "
        "test."
    ),
    "evidence.mixed": "Studies in other people do not agree.",
    "evidence.unknown": "We know of no good studies in other people.",
    # Shortfall.
    "short.too_few_days": (
        "{n} complete days so far. Three are needed to say a little, seven to say more."
    ),
    "short.probably_short": (
        "Over {n} complete days you probably got less {nutrient} than you need."
    ),
    "short.may_be_short": (
        "Over {n} complete days you may have had less {nutrient} than you need."
    ),
    "short.unclear": (
        "Over {n} complete days it is not clear if you get enough {nutrient}."
    ),
    "short.probably_enough": (
        "Over {n} complete days you probably got enough {nutrient}."
    ),
    "short.at_or_above_ai": (
        "Over {n} complete days you were at or over the adequate {nutrient} amount."
    ),
    "short.no_conclusion": (
        "For {nutrient}, a logged amount under the guide line says nothing by itself."
    ),
    "short.cannot_say": "Too little is known about your foods to judge {nutrient}.",
    "short.chance": (
        "Of 10 people with a diary like this, {low} to {high} would get enough."
    ),
    "short.chance_one": "Of 10 people with a diary like this, {low} would get enough.",
    "short.mean": "You logged about {low} {unit} of {nutrient} a day.",
    "short.range": "You logged about {low} to {high} {unit} of {nutrient} a day.",
    "short.words_only": (
        "Day to day, {nutrient} goes up and down too much to give odds."
    ),
    "short.iron": "The iron table is a rough guide. Only a blood test can tell.",
    "short.some_unknown": "Some foods have no value here. They do not count as zero.",
    "upper.above": (
        "You logged more {nutrient} than the upper level. Talk to a doctor or "
        "pharmacist."
    ),
    "upper.may_be_above": (
        "You may be over the upper level for {nutrient}. Ask a doctor or pharmacist."
    ),
    "upper.near": "Your {nutrient} is close to the upper level.",
    "doctor": "A doctor can test this. Bring these pages.",
}


def describe_timing(
    finding: Finding, *, symptom: str, factor: str, lead: str = ""
) -> tuple[str, ...]:
    """Return the sentences for one timing finding, names in plain words."""
    keys = [_tier_key(finding)]
    if finding.tier in ("possible", "recurring") and finding.window:
        keys.append(f"window.{finding.window}")
    said = [
        SENTENCES[key].format(
            nights=finding.nights,
            ill=finding.symptom_nights,
            free=finding.free_nights,
            symptom=symptom,
            factor=_sentence_case(factor) if key == "tier.linked" else factor,
            lead=lead,
        )
        for key in keys
    ]
    if finding.tier in ("possible", "recurring") and finding.effect is not None:
        said[1:1] = _describe_effect(finding.effect, finding.direction, symptom, factor)
    return (*said, *_describe_next(finding))


def _tier_key(finding: Finding) -> str:
    if finding.reason in ("few_symptom_nights", "few_free_nights"):
        return f"tier.{finding.reason}"
    return f"tier.{finding.tier}"


def _describe_effect(
    effect: Effect, direction: int, symptom: str, factor: str
) -> list[str]:
    key = "counts.low" if direction < 0 else "counts.high"
    counts = SENTENCES[key].format(
        symptom=_sentence_case(symptom),
        factor=factor,
        a=effect.symptom_nights_on_side,
        b=effect.nights_on_side,
        c=effect.symptom_nights_other,
        d=effect.nights_other,
    )
    gap = SENTENCES["gap"].format(
        low=round(10 * effect.gap_low), high=round(10 * effect.gap_high)
    )
    shrunk = SENTENCES["gap.shrunk"].format(shrunk=round(10 * effect.gap_shrunk))
    return [counts, f"{gap} {shrunk}"]


def _describe_next(finding: Finding) -> tuple[str, ...]:
    if finding.tier in ("recurring", "linked"):
        return ()
    if finding.tier == "not_enough_data":
        return (SENTENCES["next.complete"],)
    if finding.nights_to_next_step is None:
        return (SENTENCES["next.unknown"],)
    return (SENTENCES["next.nights"].format(more=finding.nights_to_next_step),)


def describe_counts(counts: SplitCounts, *, symptom: str, unit: str) -> tuple[str, ...]:
    """Return plain counts with their denominators, labelled as counts."""
    if counts.threshold is None:
        return (SENTENCES["plain.too_few"],)
    line = SENTENCES[f"plain.{counts.side}"].format(
        symptom=symptom,
        a=counts.symptom_nights_on_side,
        b=counts.nights_on_side,
        c=counts.symptom_nights_other,
        d=counts.nights_other,
        line=_amount(counts.threshold),
        unit=unit,
    )
    left_out = counts.excluded_unanswered + counts.excluded_partial
    left_out += counts.excluded_unknown_amount
    said = [line, SENTENCES["plain.label"]]
    if left_out:
        said.append(SENTENCES["plain.left_out"].format(left_out=left_out))
    return tuple(said)


def describe_shortfall(seen: Shortfall, *, nutrient: str, unit: str) -> tuple[str, ...]:
    """Return the sentences for one shortfall finding."""
    fill = {"n": seen.n_days, "nutrient": nutrient, "unit": unit}
    keys = [f"short.{seen.verdict}"]
    if seen.mean_low is not None and seen.verdict != "too_few_days":
        same = seen.mean_high is None or seen.mean_high - seen.mean_low < 1e-9
        keys.append("short.mean" if same else "short.range")
    if seen.method == "words":
        keys.append("short.words_only")
    if seen.method == "iron_menstruating":
        keys.append("short.iron")
    if seen.known_share is not None and seen.known_share < 0.995:
        keys.append("short.some_unknown")
    if seen.ul_verdict in ("above", "may_be_above", "near"):
        keys.append(f"upper.{seen.ul_verdict}")
    amounts = {"low": _amount(seen.mean_low), "high": _amount(seen.mean_high)}
    said = [SENTENCES[key].format(**fill, **amounts) for key in keys]
    low, high = seen.probability_adequate_low, seen.probability_adequate_high
    if low is not None and high is not None:
        tenths = {"low": round(10 * low), "high": round(10 * high)}
        key = "short.chance" if tenths["low"] < tenths["high"] else "short.chance_one"
        said.append(SENTENCES[key].format(**tenths))
    return tuple(said)


def _amount(value: float | None) -> str:
    if value is None:
        return "an unknown amount"
    return f"{value:.0f}" if value >= 20 else f"{value:.2g}"


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]
