"""Every sentence about nutrients that stay short or run high, and plain counts."""

from collections.abc import Mapping

from journal.patterns.adequacy import Shortfall
from journal.patterns.counts import SplitCounts

SENTENCES: Mapping[str, str] = {
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
