from datetime import UTC, datetime, timedelta

import pytest

from journal.domain.errors import NotFound
from journal.services.kept_reports import (
    HAND,
    MAIL,
    keep_report,
    kept_of,
    load_kept,
    remove_kept,
)
from journal.services.report_letter import (
    Letter,
    LetterMark,
    LetterRow,
    LetterSection,
    letter_from,
)
from tests.factories import make_account

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def letter(*opening, period="2026-W47"):
    marks = (LetterMark("Mon", "had", 5), LetterMark("Tue", "open", None))
    return Letter(
        period,
        "16 to 22 November 2026",
        opening,
        (LetterRow("Night cramps", "1 of 1 night", marks),),
        (LetterSection("Food", ("Logged in full on 7 of 7 days.",)),),
    )


def test_a_letter_comes_back_as_it_was_kept(session):
    ana = make_account(session)

    kept = keep_report(
        session, user_id=ana.id, letter=letter("One."), way=HAND, now=NOW
    )
    session.commit()
    session.refresh(kept)

    assert letter_from(kept.content) == letter("One.")


def test_the_same_words_are_kept_once_and_other_words_beside_them(session):
    ana = make_account(session)
    later = NOW + timedelta(days=1)

    def keep(words, way, now):
        return keep_report(
            session, user_id=ana.id, letter=letter(words), way=way, now=now
        )

    first = keep("One.", HAND, NOW)
    assert keep("One.", HAND, later) is first
    assert first.kept_at == NOW
    mailed = keep("One.", MAIL, later)
    other = keep("Two.", HAND, later)

    found = kept_of(session, user_id=ana.id, period="2026-W47")
    assert list(found) == [other, mailed, first]
    assert first.content["opening"] == ["One."]


def test_a_kept_report_is_its_owners_alone(session):
    ana, ben = make_account(session), make_account(session)
    kept = keep_report(session, user_id=ana.id, letter=letter(), way=HAND, now=NOW)

    for touch in (load_kept, remove_kept):
        with pytest.raises(NotFound):
            touch(session, user_id=ben.id, kept_id=kept.id)
    assert not kept_of(session, user_id=ben.id, period="2026-W47")
    assert remove_kept(session, user_id=ana.id, kept_id=kept.id) == "2026-W47"
    assert not kept_of(session, user_id=ana.id, period="2026-W47")
