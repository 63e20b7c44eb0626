"""The mail of the week on a real mail server, and switching it off from the mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from journal.letters import PREVIEW, SUBJECTS, Letters
from journal.models import Account, KeptReport, Reminder
from journal.notify import CannotSend, Message, mail_sender
from journal.scheduler import tick
from journal.services import reminders
from journal.services.unsubscribing import unsubscribe_token
from tests.conftest import settings_in
from tests.factories import make_account, make_symptom
from tests.mailsink import Sink, mail_sink

MONDAY = datetime(2026, 3, 16, 7, 0, tzinfo=UTC)
SUNDAY = MONDAY.date() - timedelta(days=1)
KEY = "only for tests, never elsewhere"
HEALTH = ("cramp", "leg", "night", "symptom", "short", "calcium", "doctor")


@pytest.fixture
def sink(tmp_path: Path) -> Iterator[Sink]:
    with mail_sink(settings_in(tmp_path)) as kept:
        yield kept


def letters_at(app: Flask, base_url: str = "https://legs.example") -> Letters:
    journal = app.extensions["journal"]
    return Letters(base_url, KEY, journal.knowledge, journal.targets)


@pytest.fixture
def reader(session: Session) -> Account:
    """Somebody with cramps on three of seven nights and a mail due on Monday."""
    account = make_account(session, time_zone="Europe/Berlin")
    for n, severity in enumerate([0, 6, 0, 0, 8, 0, 3]):
        make_symptom(
            session, account, SUNDAY - timedelta(days=n), severity_0_10=severity
        )
    switch(session, account, tells_health=False)
    return account


def switch(session: Session, account: Account, *, tells_health: bool) -> None:
    reminders.set_reminder(
        session,
        user_id=account.id,
        kind=reminders.WEEK,
        is_on=True,
        at_local=time(8, 0),
        now=MONDAY - timedelta(days=3),
        tells_health=tells_health,
    )
    session.commit()


def deliver(
    factory: sessionmaker[Session], app: Flask, sink: Sink, **fields: str
) -> int:
    send = mail_sender(sink.settings)
    assert send is not None
    return tick(factory, MONDAY, send, letters=letters_at(app, **fields))


def off_path(sink: Sink) -> str:
    found = re.search(r"<https://legs[.]example(/unsubscribe/[^>]+)>", _header(sink))
    assert found
    return found[1]


def _header(sink: Sink) -> str:
    return str(sink.mails[0]["List-Unsubscribe"])


def test_the_mail_says_the_same_in_text_and_html_and_fetches_nothing(
    app: Flask, session_factory: sessionmaker[Session], sink: Sink, reader: Account
) -> None:
    assert deliver(session_factory, app, sink) == 1

    parts = sink.parts()
    assert list(parts) == ["text/plain", "text/html"]
    for body in parts.values():
        assert "Night cramps on 3 of 7 nights" in body
        assert "worst 8 of 10" in body
        assert "https://legs.example/reports/2026-W11" in body
        assert "https://legs.example/unsubscribe/" in body
        assert "Information, not medical advice." in body
    html = parts["text/html"]
    assert not re.search(r"<(?:img|script|link|iframe|object)|src=|url[(]", html)
    assert "prefers-color-scheme: dark" in html


def test_neither_subject_nor_preview_tell_of_health_unless_switched_on(
    app: Flask, session_factory: sessionmaker[Session], sink: Sink, reader: Account
) -> None:
    deliver(session_factory, app, sink)

    parts = sink.parts()
    shown = re.search(r"display:none[^>]*>([^&]+)&", parts["text/html"])
    assert shown
    assert shown[1] == PREVIEW
    assert sink.mails[0]["Subject"] == SUBJECTS[reminders.WEEK]
    first_lines = parts["text/plain"][:120]
    for word in HEALTH:
        for said in (PREVIEW, SUBJECTS[reminders.WEEK], first_lines):
            assert word not in said.lower().replace("legs.example", "")


def test_the_subject_says_the_week_once_that_is_switched_on(
    app: Flask,
    session: Session,
    session_factory: sessionmaker[Session],
    sink: Sink,
    reader: Account,
) -> None:
    switch(session, reader, tells_health=True)

    deliver(session_factory, app, sink)

    assert sink.mails[0]["Subject"] == "Night cramps on 3 of 7 nights"


def test_names_with_signs_of_markup_stay_text_in_the_html(
    app: Flask,
    session: Session,
    session_factory: sessionmaker[Session],
    sink: Sink,
    reader: Account,
) -> None:
    reader.own_symptoms = {"own_1": "<b>odd & new</b>"}
    make_symptom(session, reader, SUNDAY, symptom="own_1", part="day", severity_0_10=9)
    session.commit()

    deliver(session_factory, app, sink)

    parts = sink.parts()
    assert "<b>odd & new</b>" in parts["text/plain"]
    assert "&lt;b&gt;odd &amp; new&lt;/b&gt;" in parts["text/html"]
    assert "<b>odd" not in parts["text/html"]


def test_what_was_sent_is_kept_word_for_word_and_only_then(
    app: Flask,
    session: Session,
    session_factory: sessionmaker[Session],
    sink: Sink,
    reader: Account,
) -> None:
    deliver(session_factory, app, sink)

    row = session.scalars(select(KeptReport)).one()
    assert (row.user_id, row.period, row.way) == (reader.id, "2026-W11", "mail")
    html = sink.parts()["text/html"]
    for part in row.content["sections"]:
        for line in part["lines"]:
            assert line in sink.parts()["text/plain"]
            assert line.replace("&", "&amp;").replace("'", "&#39;") in html


def test_a_mail_that_could_not_be_sent_is_not_kept_as_sent(
    app: Flask,
    session: Session,
    session_factory: sessionmaker[Session],
    reader: Account,
) -> None:
    def broken(_message: Message) -> None:
        raise CannotSend("refused")

    tick(session_factory, MONDAY, broken, letters=letters_at(app))

    assert session.scalars(select(KeptReport)).all() == []


def is_on(session: Session, account: Account) -> bool:
    session.rollback()
    query = select(Reminder.is_on).where(
        Reminder.user_id == account.id, Reminder.kind == reminders.WEEK
    )
    return bool(session.scalars(query).one())


@pytest.fixture
def with_form_tokens(app: Flask) -> Iterator[None]:
    """Forms need their token, as outside of tests."""
    app.config["WTF_CSRF_ENABLED"] = True
    yield
    app.config["WTF_CSRF_ENABLED"] = False


@pytest.fixture
def sent(
    app: Flask, session_factory: sessionmaker[Session], sink: Sink, reader: Account
) -> Sink:
    deliver(session_factory, app, sink)
    return sink


@pytest.mark.usefixtures("with_form_tokens")
def test_one_click_switches_the_mail_off_without_signing_in(
    client: FlaskClient, session: Session, sent: Sink, reader: Account
) -> None:
    assert sent.mails[0]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = off_path(sent)

    asked = client.get(path)
    assert "Switch it off" in asked.text
    assert is_on(session, reader), "reading the page changes nothing"

    for _ in range(2):
        answer = client.post(path, data={"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
        assert "The mail is off" in answer.text
    assert not is_on(session, reader)


def test_without_https_a_link_is_offered_and_no_one_click(
    app: Flask, session_factory: sessionmaker[Session], sink: Sink, reader: Account
) -> None:
    deliver(session_factory, app, sink, base_url="http://127.0.0.1:8000")

    assert "http://127.0.0.1:8000/unsubscribe/" in _header(sink)
    assert sink.mails[0]["List-Unsubscribe-Post"] is None


@pytest.mark.parametrize("change", ["cut", "other key", "other account", "nonsense"])
def test_a_made_up_token_switches_nothing_off(
    client: FlaskClient, session: Session, reader: Account, change: str
) -> None:
    token = unsubscribe_token(KEY, account=reader, kind=reminders.WEEK)
    if change == "cut":
        token = token[:-2]
    if change == "other key":
        token = unsubscribe_token("another", account=reader, kind=reminders.WEEK)
    if change == "other account":
        # The number of a removed account, given out again.
        reader.created_at += timedelta(days=1)
        session.commit()
    if change == "nonsense":
        token = "²⁄\x00.x"

    assert client.get(f"/unsubscribe/{token}").status_code == 404
    assert client.post(f"/unsubscribe/{token}").status_code == 404
    assert is_on(session, reader)


def test_the_evening_mail_can_be_switched_off_by_its_own_link_alone(
    client: FlaskClient, session: Session, reader: Account
) -> None:
    token = unsubscribe_token(KEY, account=reader, kind=reminders.EVENING)

    assert client.post(f"/unsubscribe/{token}").status_code == 200
    assert is_on(session, reader)
