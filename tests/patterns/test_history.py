"""How a finding goes on: never silently gone, and not gone with one evening."""

from __future__ import annotations

import pytest

from journal.patterns.history import Evidence, Standing, next_standing, put_aside

RECURRING, POSSIBLE = 0.04, 0.15


def step(before, tier, *, week, ratio=None, direction=-1):
    evidence = None if ratio is None else Evidence(ratio, RECURRING, POSSIBLE)
    return next_standing(
        before, tier=tier, direction=direction, week=week, evidence=evidence
    )


def course(*steps):
    standing = None
    for number, (tier, ratio) in enumerate(steps, start=1):
        standing = step(standing, tier, week=f"2026-W{number:02d}", ratio=ratio)
    return standing


def test_what_was_never_shown_has_no_history():
    standing = course(("not_enough_data", None), ("none", 3.0))
    assert standing == Standing("none", -1)
    assert not standing.is_shown


def test_the_first_time_is_kept_for_good():
    standing = course(("none", 2.0), ("possible", 0.1), ("recurring", 0.01))
    assert standing.first_seen == "2026-W02"
    assert standing.events == (("2026-W02", "first_seen"), ("2026-W03", "clearer"))


def test_a_tier_is_kept_while_the_evidence_is_still_near_its_line():
    just_over = POSSIBLE * 4
    standing = course(("possible", 0.1), ("none", just_over))
    assert standing.tier == "possible"
    assert standing.events == (("2026-W01", "first_seen"),)


def test_a_tier_fades_when_the_evidence_has_clearly_dropped():
    standing = course(("possible", 0.1), ("none", POSSIBLE * 5))
    assert (standing.tier, standing.change) == ("none", "faded")
    assert standing.first_seen == "2026-W01"


def test_recurring_weakens_to_possible_before_it_fades():
    standing = course(("recurring", 0.01), ("possible", RECURRING * 3))
    assert standing.tier == "recurring"
    standing = step(standing, "possible", week="2026-W03", ratio=RECURRING * 3.7 + 0.04)
    assert standing.tier == "possible"
    assert standing.change == "weaker"


def test_a_question_that_is_dropped_has_not_faded():
    asked = next_standing(
        None, tier="possible", direction=-1, week="2026-W01", asked=True
    )
    dropped = next_standing(asked, tier="none", direction=-1, week="2026-W02")
    assert (dropped.tier, dropped.change) == ("none", "unasked")
    later = next_standing(dropped, tier="none", direction=-1, week="2026-W03")
    assert later.events[-1] == ("2026-W02", "unasked")


def test_a_question_that_is_still_asked_can_fade():
    asked = next_standing(
        None, tier="possible", direction=-1, week="2026-W01", asked=True
    )
    gone = next_standing(asked, tier="none", direction=-1, week="2026-W02", asked=True)
    assert gone.change == "faded"


def test_too_few_evenings_are_no_sign_that_it_has_faded():
    standing = course(("recurring", 0.01), ("not_enough_data", None))
    assert standing.change == "too_little"
    standing = step(standing, "not_enough_data", week="2026-W03")
    assert standing.events[-1] == ("2026-W02", "too_little")
    again = step(standing, "recurring", week="2026-W04", ratio=0.01)
    assert again.change == "returned"
    gone = step(standing, "none", week="2026-W04", ratio=1.0)
    assert gone.change == "faded"
    assert step(gone, "none", week="2026-W05", ratio=1.0).events == gone.events


def test_what_was_set_aside_and_is_looked_at_again_is_no_longer_aside():
    aside = put_aside(course(("recurring", 0.01)), week="2026-W02")
    waiting = step(aside, "not_enough_data", week="2026-W03")
    assert waiting.change == ""
    gone = step(aside, "none", week="2026-W03", ratio=1.0)
    assert gone.change == "faded"


def test_what_faded_can_be_seen_again():
    standing = course(("possible", 0.1), ("none", 1.0), ("possible", 0.1))
    assert standing.change == "returned"
    assert [what for _, what in standing.events] == ["first_seen", "faded", "returned"]


def test_a_pattern_that_points_the_other_way_is_said_to_have_turned():
    before = course(("possible", 0.1))
    standing = step(before, "possible", week="2026-W02", ratio=0.1, direction=1)
    assert (standing.change, standing.direction) == ("turned", 1)


def test_the_same_evening_twice_changes_nothing():
    once = course(("possible", 0.1))
    assert step(once, "possible", week="2026-W01", ratio=0.1) == once


def test_inside_the_card_of_another_it_is_neither_weaker_nor_gone():
    standing = course(("recurring", 0.01), ("linked", 0.02))
    assert standing.tier == "linked"
    assert standing.is_shown
    assert standing.change == "first_seen"


@pytest.mark.parametrize("tier", ["probably_short", "above"])
def test_a_nutrient_has_a_course_without_any_test(tier):
    standing = course((tier, None), ("none", None))
    assert [what for _, what in standing.events] == ["first_seen", "faded"]


def test_a_pair_no_longer_looked_at_is_set_aside_and_stays():
    shown = course(("possible", 0.1))
    aside = put_aside(shown, week="2026-W02")
    assert (aside.tier, aside.change) == ("none", "put_aside")
    assert put_aside(aside, week="2026-W03") == aside
