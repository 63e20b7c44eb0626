"""A nutrient's finding is told as changed when it has, not when a week says so."""

from __future__ import annotations

import numpy as np
import nutrient_course as simulated
import pytest

from journal.patterns.nutrient_course import NOT_KNOWN, next_nutrient_standing

MAGNESIUM, FOLATE, _ = simulated.NUTRIENTS
#: Near each line, so that a week alone is not clear.
NEAR = {"none": 0.55, "may_be_short": 0.4, "probably_short": 0.12}


def course(*steps):
    """One step a week: a tier, or a tier and the probability of enough."""
    standing = None
    for number, step in enumerate(steps, start=50):
        tier, enough = step if isinstance(step, tuple) else (step, NEAR.get(step))
        week = f"2026-W{number}" if number <= 53 else f"2027-W{number - 53:02d}"
        standing = next_nutrient_standing(
            standing, tier=tier, week=week, probability_adequate=enough
        )
    return standing


def told(standing):
    return [what for _, what in standing.events]


def test_the_first_sight_is_told_at_once():
    assert told(course("may_be_short")) == ["first_seen"]


def test_what_was_never_short_has_no_history():
    assert course("none", NOT_KNOWN).events == ()


def test_a_verdict_that_flickers_is_not_told_as_changed():
    weeks = ["may_be_short", "probably_short"] * 4 + ["may_be_short", "none"] * 4
    standing = course(*weeks)
    assert told(standing) == ["first_seen"]
    assert (standing.tier, standing.waiting) == ("may_be_short", "none")


def test_a_step_that_lasts_for_four_reports_is_told_in_the_fourth():
    weeks = ["may_be_short", *["probably_short"] * 3]
    assert told(course(*weeks)) == ["first_seen"]
    standing = course(*weeks, "probably_short")
    assert standing.events[-1] == ("2027-W01", "clearer")
    assert standing.waiting == ""


def test_several_evenings_of_a_week_are_one_report():
    standing = course("may_be_short", "none")
    for _ in range(5):
        standing = next_nutrient_standing(
            standing, tier="none", week="2026-W51", probability_adequate=0.55
        )
    assert told(standing) == ["first_seen"]


def test_a_step_clearly_past_its_line_is_told_at_once():
    assert told(course("probably_short", ("none", 0.85))) == ["first_seen", "faded"]
    assert told(course("may_be_short", ("probably_short", 0.02)))[-1] == "clearer"


# The lines are D/SD_D = 0 and -1.04, the margin is 1: 0.16, 0.84, 0.021 and 0.49.
@pytest.mark.parametrize(
    ("before", "tier", "enough", "is_told"),
    [
        ("may_be_short", "none", 0.835, False),
        ("may_be_short", "none", 0.845, True),
        ("may_be_short", "probably_short", 0.022, False),
        ("may_be_short", "probably_short", 0.020, True),
        ("probably_short", "may_be_short", 0.48, False),
        ("probably_short", "may_be_short", 0.49, True),
    ],
)
def test_the_margin_is_a_row_of_the_reports_table(before, tier, enough, is_told):
    standing = course(before, (tier, enough))
    assert (len(standing.events) > 1) is is_told


def test_of_two_steps_the_one_that_is_clear_is_told_and_the_other_waits():
    standing = course("probably_short", ("none", 0.6))
    assert told(standing) == ["first_seen", "weaker"]
    assert (standing.tier, standing.waiting) == ("may_be_short", "none")


def test_what_lasts_is_told_as_far_as_every_week_has_shown_it():
    weeks = ["none", "may_be_short", "none", "may_be_short"]
    steps = [(tier, None) for tier in weeks]
    assert told(course(("probably_short", None), *steps))[-1] == "weaker"


def test_without_a_probability_only_what_lasts_is_told():
    gone = [("none", None)] * 4
    assert told(course("may_be_short", *gone[:3])) == ["first_seen"]
    assert told(course("may_be_short", *gone)) == ["first_seen", "faded"]
    assert told(course(("above", None), *gone)) == ["first_seen", "faded"]


def test_too_few_days_are_no_sign_of_a_change():
    standing = course("probably_short", *[NOT_KNOWN] * 8)
    assert told(standing) == ["first_seen"]
    assert standing.tier == "probably_short"


def test_what_faded_is_told_as_back_only_when_it_lasts():
    gone = ["may_be_short", ("none", 0.9)]
    assert told(course(*gone, "may_be_short")) == ["first_seen", "faded"]
    assert told(course(*gone, *["may_be_short"] * 4))[-1] == "returned"


def test_people_whose_food_does_not_change_are_told_of_few_changes():
    # Seen: 1.7 and 2.1 changes as it comes, 0.45 and 0.53 held.
    for nutrient in (MAGNESIUM, FOLATE):
        counts = simulated.unchanged(nutrient, 60, every=7)
        assert counts["held"].mean() < 0.75
        assert counts["held"].mean() < counts["as it comes"].mean() / 3
        assert np.mean(counts["held"] > 2) <= 0.05


def test_a_true_change_is_told_two_weeks_later_at_most_for_most_people():
    weeks = simulated.changed(FOLATE, 40, (1.15, 0.65), every=7)
    assert np.median(weeks["held"]) <= np.median(weeks["as it comes"]) + 2
    assert np.isfinite(weeks["held"]).all()
