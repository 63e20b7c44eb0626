from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from journal.domain.errors import Conflict, Invalid, NotFound
from journal.models import Account, Base, PageUndo, SignInAttempt
from journal.services import accounts, invitations
from tests.factories import (
    PASSWORD,
    THEN,
    make_account,
    make_day,
    make_food,
    make_meal,
    make_supplement,
    make_symptom,
    take_supplement,
)


def sign_up(session: Session, mail: str = "ana@example.org", **more: object) -> Account:
    given = {"mail": mail, "password": PASSWORD, "now": THEN, **more}
    return accounts.sign_up(session, **given)  # type: ignore[arg-type]


def sign_in(session: Session, mail: str, password: str, **late: float) -> bool:
    now = THEN + timedelta(**late)
    return accounts.sign_in(session, mail=mail, password=password, now=now) is not None


def test_only_the_first_account_is_the_owner(session: Session) -> None:
    assert sign_up(session).is_owner
    assert not sign_up(session, "ben@example.org", is_open=True).is_owner


def test_a_demonstration_does_not_take_the_place_of_the_owner(
    session: Session,
) -> None:
    make_account(session, is_demo=True)
    assert sign_up(session).is_owner


def test_after_the_first_account_sign_up_is_closed(session: Session) -> None:
    sign_up(session)
    with pytest.raises(NotFound):
        sign_up(session, "ben@example.org")


def test_the_same_address_in_other_letters_is_taken(session: Session) -> None:
    sign_up(session)
    with pytest.raises(Invalid) as refused:
        sign_up(session, "ANA@Example.ORG", is_open=True)
    assert refused.value.field == "mail"


@pytest.mark.parametrize("mail", ["", "ana", "ana@", "@example.org", "a b@example.org"])
def test_what_is_no_mail_address_is_refused(session: Session, mail: str) -> None:
    with pytest.raises(Invalid) as refused:
        sign_up(session, mail)
    assert refused.value.field == "mail"


@pytest.mark.parametrize("password", ["", "short", "x" * 201])
def test_a_password_has_a_sensible_length(session: Session, password: str) -> None:
    with pytest.raises(Invalid) as refused:
        sign_up(session, password=password)
    assert refused.value.field == "password"


def test_the_password_is_kept_as_argon2id_with_the_chosen_cost(
    session: Session,
) -> None:
    stored = sign_up(session).password_hash
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert PASSWORD not in stored


@pytest.mark.parametrize(
    ("time_zone", "region"),
    [("Europe/London", "UK"), ("Europe/Berlin", "EU"), ("America/Denver", "US")],
)
def test_the_region_is_guessed_from_the_time_zone(
    session: Session, time_zone: str, region: str
) -> None:
    account = sign_up(session, time_zone=time_zone)
    assert (account.time_zone, account.region) == (time_zone, region)


def test_a_time_zone_nobody_knows_becomes_utc(session: Session) -> None:
    assert sign_up(session, time_zone="Middle/Earth").time_zone == "UTC"


def test_signing_in_takes_the_right_password_in_any_spelling_of_the_address(
    session: Session,
) -> None:
    sign_up(session)
    assert sign_in(session, " Ana@Example.org ", PASSWORD)
    assert not sign_in(session, "ana@example.org", PASSWORD + " ")
    assert not sign_in(session, "nobody@example.org", PASSWORD)


def test_after_many_failures_even_the_right_password_waits(session: Session) -> None:
    sign_up(session)
    for _ in range(accounts.ATTEMPTS_ALLOWED):
        assert not sign_in(session, "ana@example.org", "a wrong password")
    assert not sign_in(session, "ana@example.org", PASSWORD, minutes=14)
    assert sign_in(session, "ana@example.org", PASSWORD, minutes=15)


def test_trying_while_locked_does_not_lock_for_longer(session: Session) -> None:
    sign_up(session)
    for _ in range(accounts.ATTEMPTS_ALLOWED):
        sign_in(session, "ana@example.org", "a wrong password")
    for _ in range(accounts.ATTEMPTS_ALLOWED):
        sign_in(session, "ana@example.org", "a wrong password", minutes=10)
    assert sign_in(session, "ana@example.org", PASSWORD, minutes=15)


def test_one_address_locked_does_not_lock_another(session: Session) -> None:
    sign_up(session)
    for _ in range(accounts.ATTEMPTS_ALLOWED):
        sign_in(session, "ben@example.org", "a wrong password")
    assert sign_in(session, "ana@example.org", PASSWORD)


def test_old_failures_are_forgotten(session: Session) -> None:
    sign_in(session, "eve@example.org", "a wrong password")
    sign_in(session, "eve@example.org", "a wrong password", days=31)
    count = select(func.count()).select_from(SignInAttempt)
    assert session.scalar(count) == 1


def test_a_new_password_ends_the_other_sessions(session: Session) -> None:
    account = make_account(session)
    before = account.session_token
    accounts.change_password(
        session, user_id=account.id, present=PASSWORD, wanted="four very quiet words"
    )
    assert account.session_token != before
    assert sign_in(session, account.mail, "four very quiet words")
    assert not sign_in(session, account.mail, PASSWORD)


def test_the_present_password_is_needed_for_a_new_one(session: Session) -> None:
    account = make_account(session)
    with pytest.raises(Invalid) as refused:
        accounts.change_password(
            session, user_id=account.id, present="wrong", wanted="four quiet words"
        )
    assert refused.value.field == "present"


def test_an_invitation_lets_one_person_in_within_a_week(session: Session) -> None:
    owner = sign_up(session)
    token = invitations.invite(session, owner_id=owner.id, now=THEN)
    late = THEN + invitations.INVITATION_LASTS
    with pytest.raises(NotFound):
        sign_up(session, "late@example.org", invitation=token, now=late)
    assert not sign_up(session, "ben@example.org", invitation=token).is_owner
    with pytest.raises(NotFound):
        sign_up(session, "eve@example.org", invitation=token)


def test_only_the_owner_invites(session: Session) -> None:
    sign_up(session)
    ben = make_account(session)
    with pytest.raises(NotFound):
        invitations.invite(session, owner_id=ben.id, now=THEN)


def test_an_account_added_twice_is_a_conflict(session: Session) -> None:
    make_account(session, mail="ana@example.org")
    with pytest.raises(Conflict):
        accounts.add_account(
            session, mail="ana@example.org", password=PASSWORD, now=THEN
        )


def test_deleting_an_account_leaves_not_one_row_of_it(session: Session) -> None:
    gone, stays = make_account(session), make_account(session)
    for account in (gone, stays):
        day = THEN.date()
        make_day(session, account, day)
        make_symptom(session, account, day)
        make_meal(session, account, day, (make_food(session, user_id=account.id), 9.0))
        take_supplement(session, make_supplement(session, account), day)
        kept = {"browser": "x", "page": "evening", "content": {}}
        session.add(PageUndo(user_id=account.id, at=THEN, **kept))
    session.commit()
    accounts.delete_account(session, user_id=gone.id, password=PASSWORD)
    session.commit()
    for table in Base.metadata.sorted_tables:
        if "user_id" in table.c:
            owners = session.scalars(select(table.c.user_id).distinct()).all()
            assert gone.id not in owners, table.name
    assert session.get(Account, stays.id) is not None
    meals = Base.metadata.tables["meal_item"]
    assert session.scalar(select(func.count()).select_from(meals)) == 1


def test_deleting_needs_the_password(session: Session) -> None:
    account = make_account(session)
    with pytest.raises(Invalid, match="Nothing was deleted"):
        accounts.delete_account(session, user_id=account.id, password="wrong")
    assert accounts.get_account(session, user_id=account.id) is account
