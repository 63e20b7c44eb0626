"""Who may use the journal: sign up, sign in, passwords, invitations, leaving."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import available_timezones

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from email_validator import EmailNotValidError, validate_email
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from journal.domain.errors import Conflict, Invalid, NotFound
from journal.domain.regions import is_sure, region_of
from journal.models import Account, Food, Meal, Reminder, SignInAttempt
from journal.services.invitations import open_invitation
from journal.services.reminders import default_reminders

SHORTEST_PASSWORD: Final = 10
LONGEST_PASSWORD: Final = 200
ATTEMPTS_ALLOWED: Final = 8
ATTEMPTS_WITHIN: Final = timedelta(minutes=15)

# OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
_hasher = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
# Checked when there is no such account, so that the answer takes as long.
_NOBODY: Final = _hasher.hash(secrets.token_hex(16))


def read_mail(text: str) -> str:
    """Return the address in its one spelling; raise Invalid for none."""
    try:
        found = validate_email(text.strip(), check_deliverability=False)
    except EmailNotValidError as problem:
        raise Invalid("mail", "Type a mail address, like ana@example.org.") from problem
    return found.normalized.lower()


def read_password(text: str, *, field: str = "password") -> str:
    """Return the password when it can be taken; raise Invalid otherwise."""
    if len(text) < SHORTEST_PASSWORD:
        raise Invalid(
            field,
            f"Use {SHORTEST_PASSWORD} characters or more. Three words will do.",
        )
    if len(text) > LONGEST_PASSWORD:
        raise Invalid(field, f"Use at most {LONGEST_PASSWORD} characters.")
    return text


def is_first(session: Session) -> bool:
    """Whether nobody has an account yet (a demonstration does not count)."""
    query = select(Account.id).where(Account.is_demo.is_(False)).limit(1)
    return session.scalar(query) is None


def is_untouched(session: Session) -> bool:
    """Whether there is no account at all, a demonstration included."""
    return session.scalar(select(Account.id).limit(1)) is None


def sign_up(
    session: Session,
    *,
    mail: str,
    password: str,
    now: datetime,
    time_zone: str = "",
    invitation: str = "",
    is_open: bool = False,
) -> Account:
    """Make an account; the first one owns the installation.

    :param invitation: the token of an invitation link, or empty
    :param is_open: whether anyone may sign up
    :raises NotFound: when sign-up is closed for this visitor
    """
    first = is_first(session)
    invited = open_invitation(session, token=invitation, now=now)
    if not (first or is_open or invited):
        raise NotFound("Sign-up is closed.")
    address = read_mail(mail)
    read_password(password)
    if session.scalar(select(Account.id).where(Account.mail == address)):
        raise Invalid("mail", "There is an account with this address. Sign in instead.")
    account = add_account(
        session,
        mail=address,
        password=password,
        now=now,
        # What the browser says may be unknown here; the settings page asks again.
        time_zone=time_zone if time_zone in available_timezones() else "UTC",
        is_owner=first,
    )
    if invited and not (first or is_open):
        invited.used_at = now
    session.flush()
    return account


def add_account(
    session: Session,
    *,
    mail: str,
    password: str,
    now: datetime,
    time_zone: str = "UTC",
    is_owner: bool = False,
    is_demo: bool = False,
) -> Account:
    """Store an account and its reminders, switched off; raise Conflict if taken."""
    if session.scalar(select(Account.id).where(Account.mail == mail)):
        raise Conflict(f"There is an account {mail} already.")
    account = Account(
        mail=mail,
        password_hash=_hasher.hash(password),
        session_token=secrets.token_urlsafe(32),
        is_owner=is_owner,
        is_demo=is_demo,
        created_at=now,
        time_zone=time_zone,
        region=region_of(time_zone),
        is_region_known=is_sure(time_zone),
    )
    session.add(account)
    session.flush()
    session.add_all(default_reminders(account.id))
    session.flush()
    return account


def may_sign_up(
    session: Session, *, invitation: str, is_open: bool, now: datetime
) -> bool:
    """Whether this visitor may make an account."""
    return (
        is_open
        or is_first(session)
        or open_invitation(session, token=invitation, now=now) is not None
    )


def sign_in(
    session: Session, *, mail: str, password: str, now: datetime
) -> Account | None:
    """Return the account, or None and write the failed attempt down.

    After too many failures the address stays locked for a while, the right password
    included; the answer does not tell which it was.
    """
    address = mail.strip().lower()[:254]
    account = session.scalar(select(Account).where(Account.mail == address))
    locked = is_locked(session, mail=address, now=now)
    if _matches(account, password) and account is not None and not locked:
        session.execute(delete(SignInAttempt).where(SignInAttempt.mail == address))
        if _hasher.check_needs_rehash(account.password_hash):
            account.password_hash = _hasher.hash(password)
        session.flush()
        return account
    forget_before = now - timedelta(days=30)
    session.execute(delete(SignInAttempt).where(SignInAttempt.at < forget_before))
    session.add(SignInAttempt(mail=address, at=now, was_locked=locked))
    session.flush()
    return None


def is_locked(session: Session, *, mail: str, now: datetime) -> bool:
    """Whether sign-in with this address is held back after failed attempts."""
    failed = select(func.count()).where(
        SignInAttempt.mail == mail,
        SignInAttempt.at > now - ATTEMPTS_WITHIN,
        SignInAttempt.was_locked.is_(False),
    )
    return (session.scalar(failed) or 0) >= ATTEMPTS_ALLOWED


def change_password(
    session: Session, *, user_id: int, present: str, wanted: str
) -> Account:
    """Set a new password; every other session of the account ends."""
    account = get_account(session, user_id=user_id)
    if not _matches(account, present):
        raise Invalid("present", "That is not your present password.")
    set_password(session, account=account, password=read_password(wanted))
    return account


def change_mail(session: Session, *, user_id: int, mail: str, present: str) -> Account:
    """Set the address to sign in with and to send mails to."""
    account = get_account(session, user_id=user_id)
    if not _matches(account, present):
        raise Invalid("present", "That is not your present password.")
    address = read_mail(mail)
    holder = session.scalar(select(Account.id).where(Account.mail == address))
    if holder not in (None, user_id):
        raise Invalid("mail", "Another account here has this address.")
    account.mail = address
    session.flush()
    return account


def set_password(session: Session, *, account: Account, password: str) -> None:
    """Store a password and end all sessions."""
    account.password_hash = _hasher.hash(password)
    account.session_token = secrets.token_urlsafe(32)
    session.flush()


def get_account(session: Session, *, user_id: int) -> Account:
    """Return the account; raise NotFound when there is none."""
    account = session.get(Account, user_id)
    if account is None:
        raise NotFound("There is no such account.")
    return account


def find_account(session: Session, *, mail: str) -> Account:
    """Return the account with this address; raise NotFound when there is none."""
    account = session.scalar(select(Account).where(Account.mail == mail.lower()))
    if account is None:
        raise NotFound(f"There is no account {mail}.")
    return account


def all_accounts(session: Session) -> list[Account]:
    """Return every account, the oldest first."""
    return list(session.scalars(select(Account).order_by(Account.id)))


def delete_account(session: Session, *, user_id: int, password: str) -> None:
    """Remove the account and everything it wrote, for good."""
    account = get_account(session, user_id=user_id)
    if not _matches(account, password):
        raise Invalid("password", "That is not your password. Nothing was deleted.")
    remove_account(session, account=account)


def remove_account(session: Session, *, account: Account) -> None:
    """Delete the account's rows; its own foods only after the meals they are in."""
    session.execute(delete(Meal).where(Meal.user_id == account.id))
    session.execute(delete(Food).where(Food.user_id == account.id))
    session.execute(delete(Reminder).where(Reminder.user_id == account.id))
    session.execute(delete(SignInAttempt).where(SignInAttempt.mail == account.mail))
    session.delete(account)
    session.flush()


def _matches(account: Account | None, password: str) -> bool:
    try:
        _hasher.verify(account.password_hash if account else _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return account is not None
