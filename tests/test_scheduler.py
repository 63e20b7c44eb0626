"""The clockwork against a real mail server, two schedulers and both clock changes."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session, sessionmaker

from journal.leadership import Leadership
from journal.letters import Letters
from journal.models import Account, PushDevice, ReminderSent, SaidWeek
from journal.notify import CannotSend, Message, Send, mail_sender
from journal.push import Address, CannotPush, IsGone, Note
from journal.scheduler import start_scheduler, tick
from journal.services import import_stash, putting_off, reminders
from tests.conftest import settings_in
from tests.factories import make_account, make_day, make_symptom
from tests.mailsink import Sink, mail_sink
from tests.web_push import encoded, new_browser

BERLIN = "Europe/Berlin"
KEY = "only for tests, never elsewhere"
Factory = sessionmaker[Session]


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


@pytest.fixture
def sink(tmp_path: Path) -> Iterator[Sink]:
    with mail_sink(settings_in(tmp_path)) as kept:
        yield kept


@pytest.fixture
def send(sink: Sink) -> Send:
    sender = mail_sender(sink.settings)
    assert sender is not None
    return sender


@pytest.fixture
def letters(app: Flask) -> Letters:
    journal = app.extensions["journal"]
    return Letters("https://legs.example", KEY, journal.knowledge, journal.targets)


def somebody(
    session: Session,
    kind: str = reminders.EVENING,
    at: time = time(20, 30),
    now: datetime | None = None,
    **fields: object,
) -> Account:
    account = make_account(session, **{"time_zone": BERLIN, **fields})
    reminders.set_reminder(
        session,
        user_id=account.id,
        kind=kind,
        is_on=True,
        at_local=at,
        now=now or utc(2026, 3, 1, 12),
    )
    session.commit()
    return account


Run = Callable[[datetime, int], list[datetime]]


@pytest.fixture
def run(session_factory: Factory, send: Send, letters: Letters) -> Run:
    """Tick every ten minutes for some hours; return when a mail went out."""

    def ticks(start: datetime, hours: int) -> list[datetime]:
        moments = (start + timedelta(minutes=10 * n) for n in range(6 * hours))
        return [
            now for now in moments if tick(session_factory, now, send, letters=letters)
        ]

    return ticks


def test_an_evening_without_a_word_brings_one_mail_at_the_persons_time(
    session: Session, sink: Sink, run: Run
) -> None:
    account = somebody(session)
    sent = run(utc(2026, 3, 1, 12), 24)
    assert sent == [utc(2026, 3, 1, 19, 30)]
    (mail,) = sink.mails
    assert mail["To"] == account.mail
    assert mail["From"] == "lamplight@example.org"
    body = mail.get_payload(decode=True).decode()
    assert "https://legs.example/evening/2026-03-01" in body
    assert "https://legs.example/settings/reminders" in body


def test_an_evening_that_was_written_brings_none(
    session: Session, sink: Sink, run: Run
) -> None:
    account = somebody(session)
    make_day(session, account, date(2026, 3, 1), note="all well")
    session.commit()
    assert run(utc(2026, 3, 1, 12), 20) == []
    assert sink.mails == []
    (proof,) = session.scalars(select(ReminderSent)).all()
    assert proof.outcome == "not_needed"


def test_monday_brings_the_week_that_has_ended(
    session: Session, sink: Sink, run: Run
) -> None:
    account = somebody(session, reminders.WEEK, time(8, 0), utc(2026, 3, 10, 12))
    for day in range(9, 16):
        make_symptom(session, account, date(2026, 3, day), severity_0_10=day % 3 * 3)
    session.commit()
    sent = run(utc(2026, 3, 10, 12), 7 * 24)
    assert sent == [utc(2026, 3, 16, 7, 0)]
    for part in sink.mails[0].get_payload():
        body = part.get_payload(decode=True).decode()
        assert "https://legs.example/reports/2026-W11" in body
        assert "Night cramps on 4 of 7 nights" in body
        assert "not medical advice" in body


def test_the_subject_says_nothing_about_health(
    session: Session, sink: Sink, run: Run
) -> None:
    now = utc(2026, 3, 10, 12)
    account = somebody(session, reminders.EVENING, now=now)
    somebody(session, reminders.WEEK, time(8, 0), now)
    make_symptom(session, account, date(2026, 3, 9))
    session.commit()
    run(now, 7 * 24)
    subjects = {str(mail["Subject"]).lower() for mail in sink.mails}
    assert len(subjects) == 2
    for word in ("cramp", "leg", "symptom", "pain", "magnesium", "doctor", "flag"):
        assert not any(word in subject for subject in subjects)


@pytest.mark.parametrize(
    ("start", "at", "expected"),
    [
        (utc(2026, 3, 28, 12), time(20, 30), [(28, 19, 30), (29, 18, 30)]),
        (utc(2026, 3, 28, 12), time(2, 30), [(29, 1, 30), (30, 0, 30)]),
    ],
)
def test_each_evening_has_one_mail_across_the_spring_change(
    session: Session,
    run: Run,
    start: datetime,
    at: time,
    expected: list[tuple[int, int, int]],
) -> None:
    somebody(session, at=at, now=start)
    sent = run(start, 44)
    assert sent == [utc(2026, 3, *parts) for parts in expected]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (time(20, 30), [(24, 18, 30), (25, 19, 30)]),
        (time(2, 30), [(25, 0, 30), (26, 1, 30)]),
    ],
)
def test_each_evening_has_one_mail_across_the_autumn_change(
    session: Session,
    run: Run,
    at: time,
    expected: list[tuple[int, int, int]],
) -> None:
    start = utc(2026, 10, 24, 12)
    somebody(session, at=at, now=start)
    sent = run(start, 44)
    assert sent == [utc(2026, 10, *parts) for parts in expected]


def test_two_schedulers_at_the_same_moment_send_each_mail_once(
    session: Session, session_factory: Factory, sink: Sink, send: Send, letters: Letters
) -> None:
    people = [somebody(session).mail for _ in range(6)]
    session.commit()
    both_ready = threading.Barrier(2)
    counts: list[int] = []

    def run() -> None:
        both_ready.wait()
        now = utc(2026, 3, 1, 19, 30)
        counts.append(tick(session_factory, now, send, letters=letters))

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(counts) == 6
    assert sorted(str(mail["To"]) for mail in sink.mails) == sorted(people)


def test_a_mail_server_that_fails_is_written_down_and_not_tried_twice(
    session: Session, session_factory: Factory, letters: Letters
) -> None:
    somebody(session)

    def broken(_message: Message) -> None:
        raise CannotSend("refused")

    now = utc(2026, 3, 1, 19, 30)
    assert tick(session_factory, now, broken, letters=letters) == 0
    assert tick(session_factory, now, broken, letters=letters) == 0
    session.rollback()
    (proof,) = session.scalars(select(ReminderSent)).all()
    assert proof.outcome == "failed"


def test_one_failing_address_does_not_keep_back_the_others(
    session: Session, session_factory: Factory, letters: Letters
) -> None:
    bad, good = somebody(session).mail, somebody(session).mail
    taken: list[str] = []

    def choosy(message: Message) -> None:
        if message.to == bad:
            raise CannotSend("refused")
        taken.append(message.to)

    tick(session_factory, utc(2026, 3, 1, 19, 30), choosy, letters=letters)
    assert taken == [good]


def test_a_fault_in_one_persons_work_does_not_keep_back_the_others(
    session: Session,
    session_factory: Factory,
    letters: Letters,
    caplog: pytest.LogCaptureFixture,
) -> None:
    bad, good = somebody(session), somebody(session)
    for account in (bad, good):
        make_day(session, account, date(2026, 2, 27), note="private words")
    rows = reminders.reminders_of(session, user_id=bad.id)
    rows[reminders.EVENING].by_push = True
    browser = new_browser()
    device = {"p256dh": encoded(browser.point), "auth": encoded(browser.auth)}
    session.add(
        PushDevice(
            user_id=bad.id,
            endpoint="https://web.push.apple.com/x",
            name="Safari",
            added_at=utc(2026, 3, 1, 12),
            **device,
        )
    )
    session.commit()

    def broken(_note: Note, _address: Address) -> None:
        raise RuntimeError("a fault of our own")

    sent: list[Message] = []
    now = utc(2026, 3, 1, 19, 30)
    tick(session_factory, now, sent.append, letters=letters, push=broken)
    assert [message.to for message in sent] == [good.mail]
    assert "a reminder failed" in caplog.text
    assert "private words" not in caplog.text


def test_a_server_that_does_not_answer_is_one_error_without_the_mail_in_it(
    sink: Sink,
) -> None:
    settings = replace(sink.settings, smtp_port=1)
    send = mail_sender(settings)
    assert send is not None
    with pytest.raises(CannotSend) as failed:
        send(Message("ana@example.org", "Subject", "private words"))
    assert "private" not in str(failed.value)


def test_without_a_mail_server_there_is_nothing_to_send_with(tmp_path: Path) -> None:
    assert mail_sender(settings_in(tmp_path)) is None


def test_a_mail_carries_every_letter_of_every_script(sink: Sink, send: Send) -> None:
    send(Message("ana@example.org", "Grüße", "Füße, ноги, 腿\n"))
    (mail,) = sink.mails
    assert "腿" in mail.get_payload(decode=True).decode()


def test_only_one_process_leads_until_it_lets_go(
    engine: Engine, tmp_path: Path
) -> None:
    settings = settings_in(tmp_path)
    first, second = Leadership(settings, engine), Leadership(settings, engine)
    assert first.take()
    assert first.take()
    assert not second.take()
    first.close()
    assert second.take()
    second.close()


def test_the_running_clockwork_sends_what_is_due_and_clears_old_uploads(
    session: Session, engine: Engine, sink: Sink, send: Send, letters: Letters
) -> None:
    now = datetime.now(UTC)
    account = somebody(session, now=now)
    row = reminders.reminders_of(session, user_id=account.id)[reminders.EVENING]
    row.next_due_at = now - timedelta(minutes=1)
    session.commit()
    left = sink.settings.data_dir / import_stash.FOLDER / "1" / ("a" * 32)
    left.parent.mkdir(parents=True)
    left.write_text("private words")
    os.utime(left, (1.0, 1.0))
    scheduler = start_scheduler(sink.settings, engine, send, letters)
    try:
        assert sink.arrived.wait(timeout=20)
    finally:
        scheduler.shutdown()
    assert len(sink.mails) == 1
    assert not left.exists()


def test_a_week_that_is_over_is_kept_by_the_clock_once(
    session: Session, session_factory: Factory, send: Send, letters: Letters
) -> None:
    account = somebody(session)
    make_symptom(session, account, date(2026, 3, 29))
    session.commit()
    for minute in (0, 1):
        tick(session_factory, utc(2026, 3, 31, 9, minute), send, letters=letters)

    rows = session.scalars(select(SaidWeek)).all()
    assert [(row.week, row.is_final) for row in rows] == [("2026-W13", True)]
    assert rows[0].said_at == utc(2026, 3, 31, 9, 0)


def test_a_pause_keeps_reminders_away_up_to_its_last_day(
    session: Session, run: Run
) -> None:
    account = somebody(session)
    account.reminders_paused_until = date(2026, 3, 2)
    session.commit()
    assert run(utc(2026, 3, 1, 12), 72) == [utc(2026, 3, 3, 19, 30)]


def test_a_reminder_that_was_put_off_comes_once_more_and_then_as_usual(
    session: Session, session_factory: Factory, send: Send, letters: Letters, run: Run
) -> None:
    account = somebody(session)
    assert run(utc(2026, 3, 1, 12), 9) == [utc(2026, 3, 1, 19, 30)]
    for at in (utc(2026, 3, 1, 20, 0), utc(2026, 3, 1, 22, 0)):
        putting_off.snooze_evening(session, user_id=account.id, minutes=60, now=at)
        session.commit()
        sent = run(at, 2)
        assert sent == [at + timedelta(hours=1)]
    # The second one came after midnight in Berlin: the evening after is not lost.
    assert run(utc(2026, 3, 2, 12), 10) == [utc(2026, 3, 2, 19, 30)]


def test_a_reminder_put_off_stays_away_once_the_evening_is_written(
    session: Session, run: Run
) -> None:
    account = somebody(session)
    run(utc(2026, 3, 1, 12), 9)
    now = utc(2026, 3, 1, 20, 0)
    putting_off.snooze_evening(session, user_id=account.id, minutes=60, now=now)
    make_day(session, account, date(2026, 3, 1), note="written")
    session.commit()
    assert run(now, 2) == []


def test_a_mail_that_could_not_be_sent_is_tried_again_three_times(
    session: Session, session_factory: Factory, letters: Letters
) -> None:
    somebody(session)
    tries: list[datetime] = []

    def broken(_message: Message) -> None:
        tries.append(now)
        raise CannotSend("no route")

    for minutes in range(0, 180, 5):
        now = utc(2026, 3, 1, 19, 30) + timedelta(minutes=minutes)
        tick(session_factory, now, broken, letters=letters)
    assert tries == [
        utc(2026, 3, 1, 19, 30) + timedelta(minutes=10 * n) for n in range(4)
    ]
    outcomes = session.scalars(select(ReminderSent.outcome)).all()
    assert outcomes == ["failed"] * 4


def with_browser(session: Session, account: Account, **fields: object) -> PushDevice:
    keys = new_browser()
    device = PushDevice(
        **{
            "user_id": account.id,
            "endpoint": f"https://web.push.apple.com/{account.id}",
            "p256dh": encoded(keys.point),
            "auth": encoded(keys.auth),
            "name": "Safari on iPhone",
            "added_at": utc(2026, 3, 1, 12),
            **fields,
        }
    )
    row = reminders.reminders_of(session, user_id=account.id)[reminders.EVENING]
    row.is_on, row.by_push = False, True
    session.add(device)
    session.commit()
    return device


def pushed(
    session_factory: Factory, letters: Letters, fails: Exception | None = None
) -> list[Note]:
    """Tick once when the evening is due; return the notes that went out."""
    notes: list[Note] = []

    def push(note: Note, _address: Address) -> None:
        if fails:
            raise fails
        notes.append(note)

    tick(session_factory, utc(2026, 3, 1, 19, 30), None, letters=letters, push=push)
    return notes


def test_the_lock_screen_says_nothing_about_health_unless_it_may(
    session: Session, session_factory: Factory, letters: Letters
) -> None:
    account = somebody(session)
    device = with_browser(session, account)
    (note,) = pushed(session_factory, letters)
    assert note == Note(
        "Lamplight", "Your evening page is open.", "/evening/2026-03-01"
    )
    session.refresh(device)
    assert device.last_sent_at == utc(2026, 3, 1, 19, 30)


def test_the_lock_screen_speaks_of_legs_where_that_was_switched_on(
    session: Session, session_factory: Factory, letters: Letters
) -> None:
    account = somebody(session)
    with_browser(session, account)
    row = reminders.reminders_of(session, user_id=account.id)[reminders.EVENING]
    row.tells_health = True
    session.commit()
    (note,) = pushed(session_factory, letters)
    assert "legs" in note.text


def test_a_browser_that_has_gone_is_forgotten(
    session: Session, session_factory: Factory, letters: Letters
) -> None:
    with_browser(session, somebody(session))
    assert pushed(session_factory, letters, IsGone("410")) == []
    session.rollback()
    assert session.scalars(select(PushDevice)).all() == []


def test_a_push_service_that_is_down_is_asked_again_later(
    session: Session, session_factory: Factory, letters: Letters
) -> None:
    account = somebody(session)
    with_browser(session, account)
    assert pushed(session_factory, letters, CannotPush("503")) == []
    session.rollback()
    row = reminders.reminders_of(session, user_id=account.id)[reminders.EVENING]
    assert row.next_due_at == utc(2026, 3, 1, 19, 40)


def test_without_a_way_out_nothing_is_tried_again(
    session: Session, session_factory: Factory, letters: Letters
) -> None:
    somebody(session)
    now = utc(2026, 3, 1, 19, 30)
    assert tick(session_factory, now, None, letters=letters) == 0
    (outcome,) = session.scalars(select(ReminderSent.outcome)).all()
    assert outcome == "no_way"
