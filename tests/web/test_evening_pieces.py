"""Saving by piece, offers, undo and conflicts, as the page's script and as the form."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.models import PageUndo
from journal.services.evening_values import Evening
from journal.services.meals import meals_of_day
from journal.services.supplements import taken_on
from journal.web.evening_page import PIECES_HEADER
from tests.conftest import GetPage, Person
from tests.factories import (
    make_day,
    make_food,
    make_meal,
    make_supplement,
    make_symptom,
    take_supplement,
)
from tests.pages import read_page
from tests.web.test_evening import post, stored, today

__all__ = ["today"]  # the fixture

PIECES = {PIECES_HEADER: "1"}


def send(
    person: Person, day: date, fields: dict[str, Any], *, status: int = 200
) -> Any:
    answer = person.client.post(f"/evening/{day}", data=fields, headers=PIECES)
    assert answer.status_code == status
    return answer


def a_few_days(session: Session, person: Person, today: date) -> None:
    """Three days with the same breakfast and lunch, water and drops."""
    account = person.account(session)
    food = make_food(session, name="Porridge")
    drops = make_supplement(session, account, name="Drops")
    for back in (1, 2, 3):
        day = today - timedelta(days=back)
        make_day(session, account, day, water_ml=1000.0, supplements_answered=True)
        make_meal(session, account, day, (food, 250.0), slot="breakfast")
        take_supplement(session, drops, day, doses=2.0)
    session.commit()


def test_a_piece_is_saved_and_answered_with_the_same_pieces_as_the_page(
    ana: Person, session: Session, today: date, get_page: GetPage
) -> None:
    answer = send(ana, today, {"s-night_cramp": "6", "s-night_cramp-was": "open"})
    assert stored(session, ana, today).night["night_cramp"].severity_0_10 == 6
    assert "<html" not in answer.text
    page = get_page(ana.client, f"/evening/{today}")
    piece = answer.text.partition('id="q-night_cramp"')[2].partition("data-piece")[2]
    question = piece.partition('id="q-restless_legs"')[0].rpartition("<div")[0]
    assert 'value="6" class="opens" checked' in question
    assert question in page.html
    assert "Saved" in answer.text


def test_a_piece_leaves_everything_else_alone(
    ana: Person, session: Session, today: date
) -> None:
    post(ana.client, today, water="5", note="a walk", do="rest-day")
    send(ana, today, {"sleep": "7", "sleep-was": ""})
    evening = stored(session, ana, today)
    assert (evening.sleep_min, evening.facts["water_ml"]) == (420, 1000)
    assert evening.note == "a walk"
    assert len(evening.today) == 2


def test_a_replayed_piece_changes_nothing(
    ana: Person, session: Session, today: date
) -> None:
    first = {"key": "one", "page": "p", "water": "5", "water-was": ""}
    second = {"key": "two", "page": "p", "water": "6", "water-was": "5"}
    for fields in (first, second, first):
        send(ana, today, fields)
    assert stored(session, ana, today).facts["water_ml"] == 1200


def test_a_wrong_piece_is_answered_with_its_error_and_all_else_as_stored(
    ana: Person, session: Session, today: date
) -> None:
    post(ana.client, today, note="a walk", do="rest-night")
    answer = send(ana, today, {"water": "lots", "water-was": ""}, status=422)
    page = read_page("pieces", 422, answer.text)
    assert page.fields["water"] == ["lots"]
    assert page.fields["s-night_cramp"] == ["0"]
    assert "a walk" in answer.text
    assert 'href="#f-water"' in answer.text


def test_questions_about_warning_signs_wait_in_the_bar(
    ana: Person, today: date, get_page: GetPage
) -> None:
    check = f'href="/evening/{today}/check">A few questions</a>'
    answer = send(ana, today, {"s-night_cramp": "6", "s-night_cramp-was": "open"})
    assert check in answer.text
    assert check in get_page(ana.client, f"/evening/{today}").html
    page = get_page(ana.client, f"/evening/{today}/check")
    while page.path.partition("?")[0].endswith("/check"):
        asked = {"asked": page.fields["asked"], "none": "yes"}
        path = ana.client.post(page.path, data=asked).headers["Location"]
        page = get_page(ana.client, path)
    assert check not in page.html


def test_an_answer_that_brings_up_a_warning_leads_there_at_once(
    ana: Person, today: date
) -> None:
    ache = {"s-muscle_ache": "4"}
    assert "Lamplight-Go" not in send(ana, today, ache).headers
    ana.client.post(
        f"/evening/{today}/check",
        data={"asked": ["swollen_leg"], "yes": ["swollen_leg"]},
    )
    send(ana, today, {"do": "clear-muscle_ache"})
    assert send(ana, today, ache).headers["Lamplight-Go"] == "/redflags"


def test_ate_as_usual_is_shown_said_by_one_tap_and_taken_back(
    ana: Person, session: Session, today: date, get_page: GetPage
) -> None:
    a_few_days(session, ana, today)
    page = get_page(ana.client, f"/evening/{today}")
    assert "Breakfast Porridge" in page.text
    assert "Water and tea 5 glasses" in page.text
    assert meals_of_day(session, user_id=ana.id, day=today) == []
    post(ana.client, today, do="as-usual")
    session.rollback()
    (meal,) = meals_of_day(session, user_id=ana.id, day=today)
    assert (meal.slot, meal.said) == ("breakfast", "as usual")
    assert stored(session, ana, today).facts["water_ml"] == 1000
    page = get_page(ana.client, f"/evening/{today}")
    assert "Ate and drank as usual" not in page.text
    post(ana.client, today, do="undo-evening")
    session.rollback()
    assert meals_of_day(session, user_id=ana.id, day=today) == []
    assert stored(session, ana, today).facts["water_ml"] is None


def test_as_usual_leaves_water_that_was_answered(
    ana: Person, session: Session, today: date
) -> None:
    a_few_days(session, ana, today)
    post(ana.client, today, water="2")
    post(ana.client, today, do="as-usual")
    assert stored(session, ana, today).facts["water_ml"] == 400


def test_supplements_as_usual_are_one_tap_with_their_doses(
    ana: Person, session: Session, today: date
) -> None:
    a_few_days(session, ana, today)
    post(ana.client, today, do="supplements-usual")
    session.rollback()
    assert list(taken_on(session, user_id=ana.id, day=today).values()) == [2.0]
    assert stored(session, ana, today).supplements_answered
    post(ana.client, today, do="undo-evening")
    session.rollback()
    assert taken_on(session, user_id=ana.id, day=today) == {}
    assert not stored(session, ana, today).supplements_answered


def test_no_trouble_is_one_tap_for_night_and_day(
    ana: Person, session: Session, today: date, get_page: GetPage
) -> None:
    assert (
        "Answers “none” to night cramps"
        in get_page(ana.client, f"/evening/{today}").text
    )
    post(ana.client, today, do="rest-both")
    evening = stored(session, ana, today)
    assert {len(evening.night), len(evening.today)} == {2}
    assert set(evening.severities().values()) == {0}


def test_undo_leaves_what_was_changed_again_since_then(
    ana: Person, session: Session, today: date
) -> None:
    other = ana.client.application.test_client(user=_visitor(session, ana))
    post(ana.client, today, water="5", sun="10")
    post(other, today, water="7")
    post(ana.client, today, do="undo-evening")
    evening = stored(session, ana, today)
    assert (evening.facts["water_ml"], evening.facts["sun_min"]) == (1400, None)


def test_undo_goes_back_answer_by_answer(
    ana: Person, session: Session, today: date, get_page: GetPage
) -> None:
    post(ana.client, today, water="5")
    post(ana.client, today, note="long and dear")
    post(ana.client, today, note="lost")
    post(ana.client, today, do="undo-evening")
    evening = stored(session, ana, today)
    assert (evening.note, evening.facts["water_ml"]) == ("long and dear", 1000)
    post(ana.client, today, do="undo-evening")
    post(ana.client, today, do="undo-evening")
    evening = stored(session, ana, today)
    assert (evening.note, evening.facts["water_ml"]) == ("", None)
    page = get_page(ana.client, f"/evening/{today}")
    assert 'value="undo-evening"' not in page.html


def test_a_long_note_is_taken_back_too(
    ana: Person, session: Session, today: date
) -> None:
    long = ("words " * 300).strip()
    post(ana.client, today, note=long)
    post(ana.client, today, note="short")
    post(ana.client, today, do="undo-evening")
    assert stored(session, ana, today).note == long


def test_no_earlier_answer_lies_in_the_browsers_cookie(
    ana: Person, session: Session, today: date
) -> None:
    post(ana.client, today, note="burning soles", water="5")
    post(ana.client, today, note="cramp at four", water="6")
    with ana.client.session_transaction() as held:
        assert set(held) <= {"_flashes", "_fresh", "_user_id", "browser", "csrf_token"}
        assert "soles" not in repr(dict(held))
    (kept,) = session.scalars(select(PageUndo))
    assert "burning soles" in repr(kept.content)
    session.rollback()
    assert ana.client.post("/logout").status_code == 303
    assert session.scalars(select(PageUndo)).all() == []


def test_what_was_kept_for_an_undo_goes_after_a_day(
    ana: Person, session: Session, today: date, get_page: GetPage
) -> None:
    post(ana.client, today, note="burning soles")
    (kept,) = session.scalars(select(PageUndo))
    kept.at -= timedelta(days=1)
    session.commit()
    assert "undo-evening" not in get_page(ana.client, f"/evening/{today}").html
    other = ana.client.application.test_client(user=_visitor(session, ana))
    session.rollback()
    post(other, today, water="4")
    (newer,) = session.scalars(select(PageUndo))
    assert "water_ml" in newer.content["steps"][0]["back"]["facts"]


def _visitor(session: Session, person: Person) -> Any:
    from journal.security import Visitor

    return Visitor(person.account(session))


def test_another_days_undo_is_not_offered_here(
    ana: Person, today: date, get_page: GetPage
) -> None:
    post(ana.client, today, water="5")
    day_before = today - timedelta(days=1)
    here = get_page(ana.client, f"/evening/{today}")
    there = get_page(ana.client, f"/evening/{day_before}")
    assert 'value="undo-evening"' in here.html
    assert 'value="undo-evening"' not in there.html


def late(
    person: Person, session: Session, today: date, newer: dict[str, str], **sent: str
) -> tuple[Evening, str]:
    """Save `newer`, then `sent` from a page that was made before it."""
    old = read_page("e", 200, person.client.get(f"/evening/{today}").text).fields
    post(person.client, today, **newer)
    fields = {name.replace("__", "-"): value for name, value in sent.items()}
    page = person.client.post(
        f"/evening/{today}", data={**old, **fields}, follow_redirects=True
    )
    return stored(session, person, today), page.text


def test_a_late_severity_goes_into_the_note_of_the_newer_one(
    ana: Person, session: Session, today: date
) -> None:
    evening, page = late(
        ana, session, today, {"s-tingling": "6"}, **{"s-tingling": "3"}
    )
    assert evening.today["tingling"].severity_0_10 == 6
    assert evening.today["tingling"].note == "Also written on another page: 3 of 10"
    assert "Tingling, pins and needles was answered on another page" in page


def test_late_figures_go_into_the_note_of_the_day(
    ana: Person, session: Session, today: date
) -> None:
    evening, page = late(
        ana,
        session,
        today,
        {"water": "5", "food_status": "complete"},
        water="8",
        food_status="partial",
    )
    assert evening.facts["water_ml"] == 1000
    assert evening.food_status == "complete"
    assert evening.note == (
        "Also written on another page: Water, glasses: 8; All I ate: no."
    )
    assert "Water, glasses was answered on another page" in page


def test_two_notes_become_one(ana: Person, session: Session, today: date) -> None:
    evening, page = late(ana, session, today, {"note": "a walk"}, note="new shoes")
    assert evening.note == "a walk\n\nnew shoes"
    assert "It now holds both." in page


def test_the_same_answer_twice_is_no_conflict(
    ana: Person, session: Session, today: date
) -> None:
    evening, page = late(
        ana,
        session,
        today,
        {"s-tingling": "6", "water": "5"},
        water="5",
        **{"s-tingling": "6"},
    )
    assert evening.today["tingling"].note == ""
    assert evening.note == ""
    assert "another page" not in page


def test_late_supplements_leave_the_newer_answer_and_say_so(
    ana: Person, session: Session, today: date
) -> None:
    product = make_supplement(session, ana.account(session))
    session.commit()
    _evening, page = late(
        ana, session, today, {"supplement": str(product.id)}, supplements_none="yes"
    )
    assert taken_on(session, user_id=ana.id, day=today) == {product.id: 1.0}
    assert "Supplements were answered on another page meanwhile." in page


@pytest.mark.parametrize("kind", ["had", "none", "open"])
def test_the_strip_shows_each_evening_by_its_mark(
    ana: Person, session: Session, today: date, get_page: GetPage, kind: str
) -> None:
    if kind != "open":
        make_symptom(
            session,
            ana.account(session),
            today - timedelta(days=2),
            severity_0_10=6 if kind == "had" else 0,
        )
        session.commit()
    page = get_page(ana.client, f"/evening/{today}")
    strip = page.html.partition('id="strip"')[2].partition("</nav>")[0]
    assert strip.count("<li>") == 7
    assert f"mark-{kind}" in strip
    words = {"had": "worst was 6 of 10", "none": "no trouble", "open": "not answered"}
    assert words[kind] in strip
    assert f'href="/evening/{today}" aria-current="date"' in strip


def test_the_first_weeks_say_what_a_first_look_still_needs(
    ana: Person, session: Session, today: date, get_page: GetPage
) -> None:
    account = ana.account(session)
    for back in range(2, 7):
        day = today - timedelta(days=back)
        make_day(session, account, day, food_status="complete")
    session.commit()
    words = "Enough for a first look at your food in 2 more days."
    page = get_page(ana.client, f"/evening/{today}")
    assert words in page.text
    assert words not in get_page(ana.client, "/evening/blank").text
    answer = send(ana, today, {"food_status": "complete", "page": "a page"})
    text = read_page("evening", 200, answer.text).text
    assert "6 of 7 full days." in text
    assert "in 1 more day." in text
