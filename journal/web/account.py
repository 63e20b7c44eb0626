"""Signing up, in and out."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user

from journal.db import db
from journal.domain.errors import NotFound
from journal.models import Account
from journal.security import SIGN_IN_LIMIT, Visitor, limiter, public
from journal.services import accounts
from journal.web import context, page_undo
from journal.web.forms import Form

bp = Blueprint("account", __name__)

HOME = "home.home"


@bp.get("/signup")
@public
def signup() -> ResponseReturnValue:
    """Show the form for a new account, when sign-up is open to this visitor."""
    invitation = request.args.get("invitation", "")
    _refuse_closed(invitation)
    return _signup_page(Form.filled(invitation=invitation))


@bp.post("/signup")
@public
@limiter.limit(SIGN_IN_LIMIT)
def sign_up() -> ResponseReturnValue:
    """Make the account and sign in."""
    form = Form.sent()
    _refuse_closed(form.typed("invitation"))
    form.attempt(lambda: accounts.read_mail(form.typed("mail")))
    form.attempt(lambda: accounts.read_password(form.typed("password")))
    account = form.attempt(lambda: _add(form)) if form.ok else None
    if account is None:
        db.session.rollback()
        return _signup_page(form), 422
    db.session.commit()
    begin_session(account)
    return redirect(url_for("welcome.show"), 303)


@bp.get("/login")
@public
def login() -> ResponseReturnValue:
    """Show the sign-in form."""
    if current_user.is_authenticated:
        return redirect(url_for(HOME))
    if accounts.is_untouched(db.session()):
        return redirect(url_for("account.signup"))
    return _login_page(Form())


@bp.post("/login")
@public
@limiter.limit(SIGN_IN_LIMIT)
def sign_in() -> ResponseReturnValue:
    """Sign in; a failed attempt is written down."""
    form = Form.sent()
    account = accounts.sign_in(
        db.session(),
        mail=form.typed("mail"),
        password=form.typed("password"),
        now=context.now(),
    )
    db.session.commit()
    if account is None:
        form.fail(
            "mail",
            "Address and password do not fit together, or there were too many tries. "
            "After many tries, wait a quarter of an hour.",
        )
        return _login_page(form), 422
    begin_session(account)
    return redirect(_next_page(), 303)


@bp.post("/logout")
def logout() -> ResponseReturnValue:
    """Sign out; nothing of the person stays in the browser's session."""
    page_undo.forget(context.account().id, now=context.now())
    db.session.commit()
    session.clear()
    logout_user()
    return redirect(url_for("account.login"), 303)


def begin_session(account: Account) -> None:
    """Sign this browser in; what somebody else left in its session goes.

    The form token stays, so that a page left open can still be sent.
    """
    for name in set(session) - {"csrf_token"}:
        session.pop(name)
    login_user(Visitor(account), remember=True)


def _add(form: Form) -> Account:
    return accounts.sign_up(
        db.session(),
        mail=form.typed("mail"),
        password=form.typed("password"),
        now=context.now(),
        time_zone=form.typed("time_zone"),
        invitation=form.typed("invitation"),
        is_open=context.current().settings.open_signup,
    )


def _next_page() -> str:
    """Return the page asked for before signing in: only a path of our own."""
    wanted = request.args.get("next", "")
    is_ours = wanted.startswith("/") and not wanted.startswith("//")
    is_plain = wanted.isprintable() and "\\" not in wanted
    return wanted if is_ours and is_plain else url_for(HOME)


def _refuse_closed(invitation: str) -> None:
    is_open = context.current().settings.open_signup
    if not accounts.may_sign_up(
        db.session(), invitation=invitation, is_open=is_open, now=context.now()
    ):
        raise NotFound("Sign-up is closed.")


def _signup_page(form: Form) -> str:
    return render_template(
        "account/signup.html", form=form, first=accounts.is_first(db.session())
    )


def _login_page(form: Form) -> str:
    is_open = context.current().settings.open_signup
    may_join = is_open or accounts.is_first(db.session())
    return render_template("account/login.html", form=form, may_join=may_join)
