"""The patterns page: asking, finding, marking, and every state in between."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import event, func, select

from journal.models import FindingMark, Question, SaidWeek, SymptomEntry
from journal.web.evening_page import PIECES_HEADER
from tests.diary_rows import write_days
from tests.factories import make_day, make_food, make_meal, make_symptom

SUNDAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)
ASK = {"symptom": "night_cramp", "factor": "magnesium_mg"}


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def linked(session, ana):
    """Half a year in which cramps follow days with little magnesium."""
    account = ana.account(session)
    account.tracked_symptoms = ["night_cramp"]
    write_days(session, account, last=SUNDAY)
    session.commit()


def test_an_empty_journal_says_what_a_first_look_needs(ana, get_page):
    page = get_page(ana.client, "/patterns")

    assert "Nothing is written down yet." in page.text
    assert "A first look needs 24 evenings" in page.text
    assert "/evening/2026-11-23" in page.links
    assert "Nothing stands out" not in page.text


def test_one_day_is_too_early(session, ana, get_page):
    make_symptom(session, ana.account(session), SUNDAY)
    session.commit()

    page = get_page(ana.client, "/patterns")

    assert "Too early to say. So far 1 of 24 evenings have an answer" in page.text
    assert "Can be compared: 0 of 2. There in part: 1. Open: 1." in page.text


def test_a_link_is_shown_with_counts_medicine_and_what_to_do(ana, linked, get_page):
    page = get_page(ana.client, "/patterns")

    assert "Night cramps came more often after days with little magnesium." in page.text
    assert "Keeps coming back" in page.text
    assert "after the least magnesium, and on" in page.text
    assert "In 11 trials with 735 people" in page.text
    assert "Both can be true. A doctor can test." in page.text
    assert "If you and your doctor decide to test: magnesium in blood." in page.text
    assert "/learn/magnesium" in page.links


def test_days_without_a_link_say_that_nothing_stands_out(session, ana, get_page):
    account = ana.account(session)
    account.tracked_symptoms = ["night_cramp"]
    write_days(session, account, last=SUNDAY, days=60, strength=0)
    session.commit()

    page = get_page(ana.client, "/patterns")

    assert "Nothing stands out so far." in page.text
    assert "That does not rule out a link." in page.text


@pytest.mark.parametrize("severity", [0, 7])
def test_a_symptom_every_night_or_never_is_not_yet(session, ana, get_page, severity):
    account = ana.account(session)
    food = make_food(session)
    for n in range(40):
        day = SUNDAY - timedelta(days=n)
        make_symptom(session, account, day, severity_0_10=severity)
        make_day(session, account, day, food_status="complete")
        make_meal(session, account, day, (food, 100.0 + n))
    session.commit()

    page = get_page(ana.client, "/patterns")

    assert "Nothing can be compared yet." in page.text
    assert ("Only 0 of 40" if severity else "came on 0 of 40") in page.text


def test_a_gap_of_months_is_no_error(session, ana, get_page):
    account = ana.account(session)
    write_days(session, account, last=SUNDAY, days=30)
    write_days(session, account, last=SUNDAY - timedelta(days=150), days=30, seed=5)
    session.commit()

    get_page(ana.client, "/patterns")


def test_a_question_counts_from_the_evening_it_was_asked(
    session, ana, linked, get_page
):
    answer = ana.client.post("/patterns/questions", data=ASK)

    assert answer.status_code == 303
    row = session.scalars(select(Question)).one()
    assert (row.asked_on, row.dropped_at) == (date(2026, 11, 23), None)
    page = get_page(ana.client, "/patterns")
    assert "Asked on 23 November 2026." in page.text
    # The half year before it was asked says nothing about the question.
    assert "Night cramps and magnesium: too early to say." in page.text


def test_a_suggestion_is_one_tap_and_comes_from_the_literature(session, ana, get_page):
    page = get_page(ana.client, "/patterns")
    assert "Do night cramps follow days with little magnesium?" in page.text

    ana.client.post("/patterns/questions", data={"pair": "night_cramp|magnesium_mg"})

    assert session.scalars(select(Question)).one().factor == "magnesium_mg"


def test_what_was_written_never_changes_what_is_suggested(session, ana, get_page):
    before = get_page(ana.client, "/patterns").html
    write_days(session, ana.account(session), last=SUNDAY, days=60)
    session.commit()
    after = get_page(ana.client, "/patterns").html

    def suggested(html):
        return [line for line in html.split("<button") if 'name="pair"' in line]

    assert suggested(before)
    assert suggested(after) == suggested(before)


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"symptom": "night_cramp", "factor": "iron_mg"}, "stores it for months"),
        ({"symptom": "night_cramp", "factor": "gold"}, "Choose from the list."),
        ({"symptom": "hiccups", "factor": "water_g"}, "Choose a symptom"),
        ({}, "Choose a symptom from the list."),
        ({**ASK, "in_place_of": "x"}, "Type a number"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(session, ana, sent, says):
    answer = ana.client.post("/patterns/questions", data=sent)

    assert answer.status_code == 422
    assert says in answer.text
    assert session.scalars(select(Question)).all() == []


def test_a_fourth_question_waits_until_one_is_dropped(session, ana):
    for factor in ("magnesium_mg", "water_g", "alcohol_g"):
        ana.client.post("/patterns/questions", data={**ASK, "factor": factor})
    answer = ana.client.post(
        "/patterns/questions", data={**ASK, "factor": "caffeine_mg"}
    )

    assert answer.status_code == 422
    assert "Three questions are being watched." in answer.text
    assert len(session.scalars(select(Question)).all()) == 3


def test_the_same_question_twice_is_one(session, ana):
    ana.client.post("/patterns/questions", data=ASK)
    answer = ana.client.post("/patterns/questions", data=ASK)

    assert answer.status_code == 422
    assert "You are watching this already." in answer.text
    # What was chosen is kept.
    assert '<option value="magnesium_mg" selected>' in answer.text


def test_asking_again_says_first_that_it_starts_anew(session, ana):
    ana.client.post("/patterns/questions", data=ASK)
    asked = session.scalars(select(Question)).one()
    ana.client.post(f"/patterns/questions/{asked.id}/drop")
    refused = ana.client.post("/patterns/questions", data=ASK)

    assert refused.status_code == 422
    assert "earlier evenings no longer count for it" in refused.text
    assert 'name="anew"' in refused.text
    agreed = ana.client.post("/patterns/questions", data={**ASK, "anew": "yes"})
    assert agreed.status_code == 303
    session.rollback()
    rows = session.scalars(select(Question).order_by(Question.id)).all()
    assert [row.dropped_at is None for row in rows] == [False, True]


def test_changing_a_question_drops_the_old_one_and_keeps_its_row(session, ana):
    ana.client.post("/patterns/questions", data=ASK)
    old = session.scalars(select(Question)).one().id
    session.rollback()
    sent = {**ASK, "factor": "water_g", "in_place_of": str(old)}
    assert ana.client.post("/patterns/questions", data=sent).status_code == 303

    rows = session.scalars(select(Question).order_by(Question.id)).all()
    assert [(row.factor, row.dropped_at is None) for row in rows] == [
        ("magnesium_mg", False),
        ("water_g", True),
    ]


def test_a_strangers_question_cannot_be_dropped_or_changed(session, ana, ben):
    ana.client.post("/patterns/questions", data=ASK)
    row = session.scalars(select(Question)).one()
    session.rollback()

    assert ben.client.post(f"/patterns/questions/{row.id}/drop").status_code == 404
    sent = {**ASK, "in_place_of": str(row.id)}
    assert ben.client.post("/patterns/questions", data=sent).status_code == 404
    session.expire_all()
    assert session.scalars(select(Question)).one().dropped_at is None


MARK = {
    "finding": "timing|night_cramp|magnesium_mg",
    "tier": "recurring",
    "direction": "-1",
    "mark": "discussed",
}


def test_a_marked_finding_is_quiet_and_can_be_taken_back(
    session, ana, linked, get_page
):
    assert ana.client.post("/patterns/marks", data=MARK).status_code == 303
    page = get_page(ana.client, "/patterns")
    assert "You talked about this with a doctor." in page.text
    assert "Set aside by you" in page.text
    assert "Why we say this" not in page.text

    sent = {"finding": MARK["finding"]}
    assert ana.client.post("/patterns/marks/undo", data=sent).status_code == 303
    assert "Why we say this" in get_page(ana.client, "/patterns").text
    session.expire_all()
    assert session.scalars(select(FindingMark)).one().undone_at is not None


def test_a_mark_ends_when_the_tier_is_another(ana, linked, get_page):
    ana.client.post("/patterns/marks", data={**MARK, "tier": "possible"})

    assert "Why we say this" in get_page(ana.client, "/patterns").text


@pytest.mark.parametrize(
    "wrong",
    [
        {"mark": "cured"},
        {"tier": "none"},
        {"finding": "x"},
        {"finding": "timing|" + "y" * 99 + "|water_g"},
        {"direction": "7"},
    ],
)
def test_a_mark_that_is_none_is_refused(session, ana, wrong):
    assert ana.client.post("/patterns/marks", data={**MARK, **wrong}).status_code == 422
    assert session.scalars(select(FindingMark)).all() == []


def test_a_mark_of_one_person_is_not_that_of_another(session, ana, ben, linked):
    ana.client.post("/patterns/marks", data=MARK)
    ben.client.post("/patterns/marks/undo", data={"finding": MARK["finding"]})
    session.expire_all()

    assert session.scalars(select(FindingMark)).one().undone_at is None


def test_reading_the_page_writes_nothing(session, ana, linked, get_page):
    get_page(ana.client, "/patterns")
    get_page(ana.client, "/reports/2026-W47")

    assert session.scalar(select(func.count()).select_from(SaidWeek)) == 0


def test_the_number_of_queries_does_not_grow(session, ana, engine, get_page):
    statements = []

    def queries():
        event.listen(engine, "before_cursor_execute", note)
        statements.clear()
        get_page(ana.client, "/patterns")
        event.remove(engine, "before_cursor_execute", note)
        return len(statements)

    def note(*arguments):
        statements.append(arguments[2])

    account = ana.account(session)
    write_days(session, account, last=SUNDAY, days=3)
    session.commit()
    few = queries()
    write_days(
        session, account, last=SUNDAY - timedelta(days=3), days=400, symptom="tingling"
    )
    session.commit()

    assert queries() == few


def test_a_saved_evening_says_that_something_new_stands_out(session, ana, linked):
    answer = ana.client.post(
        "/evening/2026-11-23", data={"do": "save", "key": "k1"}, follow_redirects=True
    )

    assert "Something new stands out: Night cramps and magnesium." in answer.text
    again = ana.client.post(
        "/evening/2026-11-23", data={"do": "save", "key": "k2"}, follow_redirects=True
    )
    assert "Something new" not in again.text


def test_a_write_of_somebody_else_meanwhile_keeps_no_news_back(
    session, ana, ben, linked, engine
):
    if engine.dialect.name != "sqlite":
        pytest.skip("about SQLite's snapshots")
    written = []

    def write_meanwhile(_connection, _cursor, statement, *_more):
        if statement.startswith("INSERT INTO said_week") and not written:
            written.append(statement)
            other = sqlite3.connect(engine.url.database, timeout=0.1)
            with closing(other), other:
                other.execute("UPDATE account SET name = 'x' WHERE id = ?", (ben.id,))

    event.listen(engine, "before_cursor_execute", write_meanwhile)
    try:
        answer = ana.client.post(
            "/evening/2026-11-23",
            data={"do": "save", "key": "k1"},
            follow_redirects=True,
        )
    finally:
        event.remove(engine, "before_cursor_execute", write_meanwhile)

    assert written
    assert answer.status_code == 200
    assert "Something new stands out: Night cramps and magnesium." in answer.text


def test_a_page_that_saves_each_answer_says_it_once_legs_and_food_are_there(
    session, ana, linked
):
    new = "Something new stands out: Night cramps and magnesium."

    def answer(**fields):
        return ana.client.post(
            "/evening/2026-11-23", data=fields, headers={PIECES_HEADER: "1"}
        ).text

    assert new not in answer(**{"s-night_cramp": "none", "s-night_cramp-was": "open"})
    assert session.scalar(select(func.count()).select_from(SaidWeek)) == 0
    said = answer(food_status="complete", **{"food_status-was": ""})
    assert new in said.partition('id="said"')[2]

    session.rollback()
    kept = session.scalars(select(SaidWeek).order_by(SaidWeek.week)).all()
    assert kept[-1].week == "2026-W48"
    assert new not in answer(food_status="partial", **{"food_status-was": "complete"})


def test_a_note_is_no_reason_to_look_at_the_patterns_again(session, ana, linked):
    make_symptom(session, ana.account(session), SUNDAY, symptom="tingling")
    make_day(session, ana.account(session), date(2026, 11, 23), food_status="complete")
    session.commit()

    ana.client.post(
        "/evening/2026-11-23",
        data={"note": "A quiet day.", "note-was": ""},
        headers={PIECES_HEADER: "1"},
    )

    assert session.scalar(select(func.count()).select_from(SaidWeek)) == 0


def test_a_saved_evening_keeps_last_week_for_good(session, ana, linked, get_page):
    said_then = get_page(ana.client, "/reports/2026-W47").text
    with time_machine.travel(NOW + timedelta(days=1), tick=False):
        ana.client.post("/evening/2026-11-23", data={"do": "save", "key": "k1"})
    rows = session.scalars(select(SaidWeek).order_by(SaidWeek.week)).all()
    assert [(row.week, row.is_final) for row in rows] == [
        ("2026-W47", True),
        ("2026-W48", False),
    ]
    kept = rows[0].content
    session.rollback()
    for entry in session.scalars(select(SymptomEntry)):
        session.delete(entry)
    session.commit()
    ana.client.post("/evening/2026-11-23", data={"do": "save", "key": "k2"})

    session.expire_all()
    first = session.scalars(select(SaidWeek).order_by(SaidWeek.week)).first()
    assert first.content == kept
    assert "more often after days with little magnesium" in str(kept)
    assert said_then


def test_a_dropped_question_can_be_taken_up_again_at_once(session, ana, get_page):
    ana.client.post("/patterns/questions", data=ASK)
    row = session.scalars(select(Question)).one().id
    session.rollback()
    ana.client.post(f"/patterns/questions/{row}/drop")
    page = get_page(ana.client, "/patterns")
    assert "Dropped. It is not watched any more." in page.text
    assert "Watched from 23 November 2026 to 23 November 2026." in page.text

    assert ana.client.post(f"/patterns/questions/{row}/undo").status_code == 303
    assert session.scalars(select(Question)).one().dropped_at is None


def test_a_question_dropped_for_longer_cannot_be_taken_up_again(session, ana, ben):
    ana.client.post("/patterns/questions", data=ASK)
    row = session.scalars(select(Question)).one().id
    session.rollback()
    ana.client.post(f"/patterns/questions/{row}/drop")

    assert ben.client.post(f"/patterns/questions/{row}/undo").status_code == 404
    with time_machine.travel(NOW + timedelta(hours=2), tick=False):
        assert ana.client.post(f"/patterns/questions/{row}/undo").status_code == 409


def test_a_young_question_shows_counts_and_says_that_they_are(session, ana, get_page):
    account = ana.account(session)
    account.tracked_symptoms = ["night_cramp"]
    write_days(session, account, last=SUNDAY, days=20)
    session.add(
        Question(
            user_id=account.id,
            symptom="night_cramp",
            factor="magnesium_mg",
            asked_on=SUNDAY - timedelta(days=19),
            asked_at=NOW,
            dropped_at=None,
        )
    )
    session.commit()

    page = get_page(ana.client, "/patterns")

    assert "So far: night cramps on" in page.text
    assert "These are counts, far too early for a finding." in page.text
