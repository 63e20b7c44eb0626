"""The doctor's page: findings and marks, blood tests, months, log, choices, copies."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import Conflict, NotFound
from journal.domain.knowledge import load_knowledge
from journal.domain.targets import load_targets
from journal.render.pdf import Pdf
from journal.resources import reference_dir, templates_dir
from journal.services import doctor_kept
from journal.services.doctor_choices import (
    LOGS,
    PAPERS,
    PARTS,
    SPANS,
    Choices,
    choices_from,
    load_choices,
    save_choices,
)
from journal.services.doctor_data import as_data
from journal.services.doctor_patterns import on_paper
from journal.services.doctor_pdf import days_of, make_pdf, sheet_of
from journal.services.finding_marks import Mark
from journal.services.report_findings import Finding, MedicineSays
from journal.services.timing_cards import TimingCard
from tests.factories import (
    make_account,
    make_day,
    make_food,
    make_lab,
    make_meal,
    make_supplement,
    make_symptom,
    take_supplement,
)

LAST = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 21, tzinfo=UTC)
KNOWLEDGE = load_knowledge(reference_dir())
TARGETS = load_targets(reference_dir() / "targets.csv")


@pytest.fixture
def woman(session):
    return make_account(session, name="Ana", birth_year=1984, sex="female")


def sheet(session, who, choices=None):
    return sheet_of(
        session,
        user_id=who.id,
        choices=choices or Choices(span="all"),
        now=NOW,
        knowledge=KNOWLEDGE,
        targets=TARGETS,
    )


def short(**fields):
    values = {
        "key": "iron_mg", "slug": "iron", "name": "iron", "tier": "Probably short",
        "tally_of_4": 3, "title": "", "n_days": 20, "journal": (), "why": (),
        "verdict": "probably_short",
        "medicine": (
            MedicineSays("Restless legs", "supported", "Supported", "", (), ""),
        ),
    }  # fmt: skip
    return Finding(**values | fields)


def card(**fields):
    values = {
        "symptom": "night_cramp", "factor": "magnesium_mg",
        "symptom_label": "Night cramps", "factor_name": "Magnesium",
        "tier": "possible", "tier_label": "Worth watching", "tally_of_4": 2,
        "direction": -1, "window": "that day", "asked": False, "nights": 71,
        "part": "night", "title": "", "journal": (), "why": (), "next_step": "",
        "grade": "unlikely", "grade_label": "Unlikely", "medicine": "",
        "citations": (), "agreement": "", "to_do": (), "slug": "magnesium",
        "counts": {"symptom_on_side": 15, "on_side": 24, "symptom_other": 12,
                   "other": 47},
    }  # fmt: skip
    return TimingCard(**values | fields)


def test_findings_stand_with_counts_and_the_evidence_for_the_link():
    paper = on_paper([short()], [card()], marks={})

    iron, magnesium = (one.text for one in paper)
    assert iron == "Iron has probably been short; noted: restless legs."
    assert magnesium == (
        "Night cramps on 15 of 24 nights after the least magnesium, on 12 of 47 others."
    )
    assert [one.evidence for one in paper] == [
        "restless legs: supported",
        "night cramps: unlikely",
    ]


def test_what_was_marked_as_not_relevant_stays_off_until_it_changes():
    marks = {
        "short||iron_mg": Mark("not_relevant", "probably_short", 0, LAST),
        "timing|night_cramp|magnesium_mg": Mark("not_relevant", "possible", -1, LAST),
    }

    assert on_paper([short()], [card()], marks=marks) == ()
    changed = on_paper(
        [short(verdict="may_be_short")], [card(direction=1)], marks=marks
    )
    assert len(changed) == 2


def test_what_was_talked_about_or_tested_says_so():
    marks = {
        "short||iron_mg": Mark("tested", "probably_short", 0, LAST),
        "timing|night_cramp|magnesium_mg": Mark("discussed", "possible", -1, LAST),
    }

    paper = on_paper([short()], [card()], marks=marks)

    assert paper[0].text.endswith("restless legs. Tested before.")
    assert paper[1].text.endswith("others. Talked about before.")


def test_a_pattern_of_a_symptom_that_is_left_out_is_left_out_too():
    assert on_paper([], [card()], marks={}, left_out={"night_cramp"}) == ()


def test_too_much_beside_a_symptom_it_harms_with_stands_first(session, woman):
    tablet = make_supplement(session, woman, amounts={"vitamin_b6_mg": 50.0})
    food = make_food(session, per_100_g={"vitamin_b6_mg": 1.0, "energy_kcal": 500.0})
    for n in range(20):
        day = LAST - timedelta(days=n)
        make_day(session, woman, day, food_status="complete")
        make_meal(session, woman, day, (food, 150.0))
        take_supplement(session, tablet, day)
        make_symptom(session, woman, day, part="day", symptom="tingling")

    findings = as_data(sheet(session, woman))["findings"]

    assert findings[0]["text"].startswith("Vitamin B6 has been over the European upper")
    assert "harm" in findings[0]["evidence"]


def test_blood_tests_outside_the_range_stand_first_and_the_rest_is_named(
    session, woman
):
    make_lab(session, woman, LAST, test="ferritin", value=40.0, unit="µg/L",
             range_text="15-150", range_low=15.0, range_high=150.0)  # fmt: skip
    make_lab(session, woman, LAST - timedelta(days=9))
    make_lab(session, woman, LAST - timedelta(days=200), value=20.0)
    for n in range(5):
        make_lab(session, woman, LAST, test="own", own_name=f"Own {n}",
                 range_low=None, range_high=None)  # fmt: skip
    make_lab(session, woman, LAST + timedelta(days=1), test="tsh", unit="mIU/L")

    data = as_data(sheet(session, woman))

    assert data["labs"][0] == [
        "25-OH vitamin D",
        "38\u00a0nmol/L = 15.2\u00a0ng/mL",
        "50-125\u00a0nmol/L, below",
        "13 Nov 2026",
    ]
    assert len(data["labs"]) == 5
    assert "Own" in data["labs_else"]
    assert "TSH" not in str(data)


def test_a_long_time_is_listed_by_month_and_the_log_is_the_newest_twelve_weeks(
    session, woman
):
    for n in range(0, 120, 2):
        make_symptom(session, woman, LAST - timedelta(days=n), severity_0_10=n % 4)
    make_day(session, woman, LAST - timedelta(days=119))

    made = sheet(session, woman)
    data = as_data(made)

    assert len(made.log) == 84
    assert data["log_title"] == "Daily log of the newest 84 days"
    assert data["month_heads"][:2] == ["Month", "Night cramps"]
    assert data["months"][0][:2] == ["November 2026", "5 of 11 nights"]
    every = sheet(session, woman, Choices(span="all", log="all"))
    assert len(every.log) == 120
    assert sheet(session, woman, Choices(span="all", log="none")).log == ()


def test_the_log_of_years_is_the_newest_366_days_and_the_summary_is_of_them_all(
    session, woman
):
    for n in (0, 365, 366, 3 * 365):
        make_symptom(session, woman, LAST - timedelta(days=n), severity_0_10=4)

    made = sheet(session, woman, Choices(span="all", log="all"))

    assert len(made.log) == 366
    assert made.log[0].day == LAST - timedelta(days=365)
    title = as_data(made)["log_title"]
    assert title == "Daily log of the newest 366 days; the rest is in the journal"
    assert made.first == LAST - timedelta(days=3 * 365)
    assert made.symptoms[0].answered == 4


def test_a_short_time_has_no_months(session, woman):
    make_symptom(session, woman, LAST)

    assert as_data(sheet(session, woman))["months"] == []


def test_usual_intake_is_that_of_the_newest_year(session, woman):
    food = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 500.0})
    for n in (0, 1, 2, 500, 501):
        day = LAST - timedelta(days=n)
        make_day(session, woman, day, food_status="complete")
        make_meal(session, woman, day, (food, 100.0))

    data = as_data(sheet(session, woman))

    assert data["food_days"] == "from 3 full days of the newest year"
    assert "Food: 5 of 502 days in full" in data["not_logged"]


def test_how_long_and_what_eased_it_are_said_with_their_denominator(session, woman):
    for n, minutes in enumerate([2, 4, 9, None]):
        make_symptom(session, woman, LAST - timedelta(days=n), duration_min=minutes,
                     eased_by="stretching" if n else None, woke_me=n == 0)  # fmt: skip

    data = as_data(sheet(session, woman))

    assert (
        "Night cramps lasted 4 minutes as a rule, 9 at most (said 3 of 4"
        in (data["burden"])
    )
    assert "Eased by: stretching 3×." in data["burden"]
    assert "woken by the legs on 1 of 4 nights" in data["in_short"]


def test_a_note_of_a_hundred_kilobytes_is_cut_on_paper_and_the_pdf_is_made(
    session, woman
):
    make_day(session, woman, LAST, note="wörd 注 " * 16_000)
    choices = Choices(span="all", parts=frozenset({"notes"}))

    made = make_pdf(
        session,
        user_id=woman.id,
        choices=choices,
        now=NOW,
        knowledge=KNOWLEDGE,
        targets=TARGETS,
        templates=templates_dir(),
    )

    assert made.is_accessible
    assert "more signs in the journal" in sheet(session, woman, choices).log[0].note


def test_own_days_are_the_days_whatever_was_written(session, woman):
    first, last = date(2026, 3, 1), date(2026, 3, 7)
    choices = Choices(span="own", first=first, last=last)

    found = days_of(session, user_id=woman.id, choices=choices, today=LAST)

    assert found == (first, last)


DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))


@given(
    st.builds(
        Choices,
        span=st.sampled_from([span for span in SPANS if span != "own"]),
        first=st.none() | DAYS,
        last=st.none() | DAYS,
        parts=st.frozensets(st.sampled_from(sorted(PARTS))),
        left_out=st.frozensets(st.text(max_size=20)),
        log=st.sampled_from(sorted(LOGS)),
        paper=st.sampled_from(sorted(PAPERS)),
    )
)
def test_kept_choices_come_back_as_they_were(choices):
    assert choices_from(choices.as_json()) == choices


def test_choices_that_are_no_longer_known_are_as_at_first():
    kept = {"span": "own", "first": "x", "parts": ["name", "gone"], "log": 3}

    found = choices_from(kept)

    assert (found.span, found.log, found.paper) == ("12w", "newest", "auto")
    assert found.parts == {"name"}


def test_choices_are_the_persons_own(session, woman):
    other = make_account(session)
    save_choices(session, user_id=woman.id, choices=Choices(log="none"), now=NOW)
    save_choices(session, user_id=woman.id, choices=Choices(log="all"), now=NOW)

    assert load_choices(session, user_id=woman.id).log == "all"
    assert load_choices(session, user_id=other.id) == Choices()


def kept(session, who, content=b"%PDF-1.7"):
    return doctor_kept.keep(
        session,
        user_id=who.id,
        made=Pdf(content, 1, is_accessible=True),
        first=LAST,
        last=LAST,
        choices=Choices(),
        now=NOW,
    )


def test_kept_pages_are_bounded_and_none_is_thrown_away_unasked(
    session, woman, monkeypatch
):
    monkeypatch.setattr(doctor_kept, "MOST_KEPT", 2)
    kept(session, woman)
    kept(session, woman)

    with pytest.raises(Conflict, match="Take out some"):
        kept(session, woman)
    assert len(doctor_kept.handouts(session, user_id=woman.id)) == 2


def test_a_kept_page_is_found_by_its_owner_only(session, woman):
    row, other = kept(session, woman), make_account(session)

    with pytest.raises(NotFound):
        doctor_kept.get_handout(session, user_id=other.id, handout_id=row.id)
    with pytest.raises(NotFound):
        doctor_kept.remove_handout(session, user_id=other.id, handout_id=row.id)
    assert doctor_kept.handouts(session, user_id=other.id) == []
