from collections.abc import Collection, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.knowledge import load_knowledge
from journal.domain.redflags import LEVELS, Hit, evaluate, questions_for
from journal.resources import reference_dir

KNOWLEDGE = load_knowledge(reference_dir())
FLAGS = KNOWLEDGE.red_flags
SYMPTOMS = tuple(symptom.code for symptom in KNOWLEDGE.symptoms)
QUESTIONS = tuple(question.id for question in FLAGS.questions)
MEDICINES = ("statin", "diuretic")


def hits(
    *yes: str,
    symptoms: Mapping[str, int] | None = None,
    medicines: Collection[str] = (),
) -> list[Hit]:
    return evaluate(dict.fromkeys(yes, True), symptoms or {}, medicines, FLAGS)


def levels(found: list[Hit]) -> dict[str, str]:
    return {hit.rule.id: hit.rule.level for hit in found}


def asked(severities: Mapping[str, int], *medicines: str) -> list[str]:
    return [each.id for each in questions_for(severities, medicines, FLAGS)]


def test_any_single_sign_of_a_stroke_is_an_emergency() -> None:
    assert levels(hits("stroke_signs")) == {"stroke": "now"}


def test_weakness_that_climbs_or_reaches_breathing_is_an_emergency() -> None:
    assert levels(hits("spreading_weakness")) == {"guillain_barre_now": "now"}


def test_new_weakness_of_both_legs_is_for_today() -> None:
    assert levels(hits("both_feet_new")) == {"guillain_barre_today": "today"}


def test_numbness_between_the_legs_is_an_emergency() -> None:
    assert levels(hits("saddle_or_bladder")) == {"cauda_equina": "now"}


def test_a_sudden_cold_painful_leg_is_an_emergency() -> None:
    assert levels(hits("cold_leg")) == {"limb_ischaemia": "now"}


def test_a_stiff_jaw_a_dirty_wound_or_tight_throat_is_an_emergency() -> None:
    assert levels(hits("severe_spasm")) == {"severe_spasm": "now"}


def test_brown_pee_alone_is_enough_for_an_emergency() -> None:
    assert levels(hits("muscle_breakdown")) == {"rhabdomyolysis": "now"}


def test_one_swollen_leg_is_for_today() -> None:
    assert levels(hits("swollen_leg")) == {"deep_vein_thrombosis": "today"}


def test_a_swollen_leg_with_chest_signs_is_an_emergency_and_comes_first() -> None:
    found = hits("swollen_leg", "chest_signs")
    assert [hit.rule.id for hit in found] == ["clot_and_chest", "deep_vein_thrombosis"]
    assert found[0].rule.level == "now"


def test_chest_signs_count_though_the_swelling_was_denied_or_left_open() -> None:
    denied = evaluate({"swollen_leg": False, "chest_signs": True}, {}, (), FLAGS)
    assert levels(denied) == levels(hits("chest_signs")) == {"clot_and_chest": "now"}


def test_weak_legs_with_a_fluttering_heart_are_for_today() -> None:
    assert levels(hits("heart_flutter")) == {"low_potassium": "today"}


def test_a_foot_that_suddenly_drags_is_an_emergency() -> None:
    found = hits("foot_drop", "foot_drop_sudden")
    assert levels(found) == {"foot_drop_sudden": "now", "foot_drop": "soon"}


def test_a_foot_that_drags_more_by_the_day_is_for_today() -> None:
    found = hits("foot_drop", "foot_drop_days")
    assert levels(found) == {"foot_drop_days": "today", "foot_drop": "soon"}


def test_a_foot_that_slowly_began_to_drag_is_for_a_visit() -> None:
    assert levels(hits("foot_drop")) == {"foot_drop": "soon"}


def test_a_cramp_beyond_ten_minutes_is_for_today() -> None:
    assert levels(hits("cramp_over_10_min")) == {"cramp_over_10_min": "today"}


def test_unexplained_muscle_trouble_on_a_statin_is_for_today() -> None:
    found = hits(
        "statin_unexplained", symptoms={"night_cramp": 1}, medicines=["statin"]
    )
    assert levels(found) == {"statin_muscle": "today"}
    words = found[0].for_region("UK").what_to_do
    assert "Ask today whether to go on with the statin" in words
    assert "stop" not in words.lower()


def test_without_a_statin_the_statin_rule_stays_silent() -> None:
    assert hits("statin_unexplained", symptoms={"night_cramp": 9}) == []
    assert "statin_unexplained" not in asked({"night_cramp": 9})
    assert "statin_unexplained" in asked({"night_cramp": 1}, "statin")


def test_a_foot_that_hurts_at_rest_or_does_not_heal_is_for_today() -> None:
    assert levels(hits("rest_pain_or_wound")) == {"foot_at_risk": "today"}


def test_calf_pain_on_walking_is_for_a_visit() -> None:
    assert levels(hits("walking_pain")) == {"claudication": "soon"}


def test_bone_pain_at_night_is_for_a_visit() -> None:
    assert levels(hits("bone_pain_at_night")) == {"night_bone_pain": "soon"}


def test_cramps_that_spoil_sleep_are_for_a_visit() -> None:
    assert levels(hits("cramp_for_doctor")) == {"cramps_for_doctor": "soon"}


def test_every_red_flag_can_be_reached_from_a_symptom() -> None:
    for rule in FLAGS.rules:
        opened = set(asked(dict.fromkeys(SYMPTOMS, 10), *MEDICINES))
        assert rule.any_of | rule.all_of <= opened, rule.id
        found = hits(
            *rule.any_of,
            *rule.all_of,
            symptoms=dict.fromkeys(SYMPTOMS, 1),
            medicines=MEDICINES,
        )
        assert rule.id in levels(found)


def test_a_symptom_answered_with_none_opens_no_question() -> None:
    assert asked(dict.fromkeys(SYMPTOMS, 0), *MEDICINES) == []
    assert asked({}) == []


def test_water_tablets_bring_the_heart_question_at_any_severity() -> None:
    assert "heart_flutter" in asked({"night_cramp": 1}, "diuretic")
    assert "heart_flutter" not in asked({"night_cramp": 1})
    assert "heart_flutter" in asked({"weakness": 5})


def test_a_follow_up_stands_right_below_its_question() -> None:
    order = asked({"weakness": 3})
    after = order.index("foot_drop")
    assert order[after : after + 3] == [
        "foot_drop",
        "foot_drop_sudden",
        "foot_drop_days",
    ]


def test_the_worst_signs_are_asked_first() -> None:
    assert asked({"numbness": 2, "tingling": 2})[0] == "stroke_signs"


@pytest.mark.parametrize("symptom", SYMPTOMS)
def test_one_symptom_opens_only_a_handful_of_questions(symptom: str) -> None:
    def main(severity: int, *medicines: str) -> int:
        found = questions_for({symptom: severity}, medicines, FLAGS)
        return sum(question.after is None for question in found)

    assert main(4) <= 6
    assert main(10) <= 7
    assert main(10, *MEDICINES) <= 8


def test_who_to_call_depends_on_the_region() -> None:
    (hit,) = hits("stroke_signs")
    phones = {region: hit.for_region(region).phone for region in ("US", "EU", "UK")}
    assert phones == {"US": "911", "EU": "112", "UK": "999"}
    (hit,) = hits("swollen_leg")
    assert "111" in hit.for_region("UK").call
    assert "116117" in hit.for_region("EU").call
    assert "111" not in hit.for_region("US").call
    assert hit.for_region("US").phone is None
    lines = hit.for_region(None).call.split("\n")
    assert [line.partition(":")[0] for line in lines] == [
        "United States",
        "Europe",
        "United Kingdom",
    ]


def test_a_logged_alert_is_found_again_by_its_rule() -> None:
    rule = FLAGS.rule("stroke")
    assert rule is not None
    assert FLAGS.hit(rule).for_region("EU").call == "Call 112 now."
    assert FLAGS.rule("no_such_rule") is None


answers = st.dictionaries(st.sampled_from(QUESTIONS), st.booleans())
severities = st.dictionaries(st.sampled_from(SYMPTOMS), st.integers(0, 10))
medicines = st.sets(st.sampled_from(MEDICINES))


@given(answers, answers, severities, medicines)
def test_a_further_answer_never_takes_a_warning_back(
    first: dict[str, bool],
    second: dict[str, bool],
    symptoms: dict[str, int],
    taken: set[str],
) -> None:
    before = levels(evaluate(first, symptoms, taken, FLAGS))
    after = levels(evaluate({**second, **first}, symptoms, taken, FLAGS))
    assert before.items() <= after.items()


@given(answers, severities, medicines)
def test_warnings_come_most_urgent_first(
    given_answers: dict[str, bool], symptoms: dict[str, int], taken: set[str]
) -> None:
    found = evaluate(given_answers, symptoms, taken, FLAGS)
    ranks = [LEVELS.index(hit.rule.level) for hit in found]
    assert ranks == sorted(ranks)


@given(answers, severities, medicines)
def test_no_to_everything_warns_of_nothing(
    given_answers: dict[str, bool], symptoms: dict[str, int], taken: set[str]
) -> None:
    assert evaluate(dict.fromkeys(given_answers, False), symptoms, taken, FLAGS) == []
