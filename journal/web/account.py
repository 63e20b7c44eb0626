"""Signing up, in and out."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_required, login_user, logout_user

from journal.db import db
from journal.models import Account
from journal.security import SIGN_IN_LIMIT, Visitor, limiter
from journal.services import accounts
from journal.web import context
from journal.web.forms import Form

bp = Blueprint("account", __name__)

HOME = "home.home"


@bp.get("/signup")
def signup() -> ResponseReturnValue:
    """Show the form for a new account, when sign-up is open to this visitor."""
    _refuse_closed(request.args.get("invitation", ""))
    return _signup_page(Form.filled(invitation=request.args.get("invitation", "")))


@bp.post("/signup")
@limiter.limit(SIGN_IN_LIMIT)
def sign_up() -> ResponseReturnValue:
    """Make the account and sign in."""
    form = Form.sent()
    _refuse_closed(form.typed("invitation"))
    form.text("mail", longest=254, required="Type your mail address.")
    account = form.attempt(
        lambda: accounts.sign_up(
            db.session(),
            mail=form.typed("mail"),
            password=form.typed("password"),
            now=context.now(),
            time_zone=form.typed("time_zone") or "UTC",
            invitation=form.typed("invitation"),
            is_open=context.current().settings.open_signup,
        )
    )
    if account is None or not form.ok:
        db.session.rollback()
        return _signup_page(form), 422
    db.session.commit()
    _begin_session(account)
    return redirect(url_for("account.welcome"), 303)


@bp.get("/login")
def login() -> ResponseReturnValue:
    """Show the sign-in form."""
    if current_user.is_authenticated:
        return redirect(url_for(HOME))
    if accounts.is_first(db.session()):
        return redirect(url_for("account.signup"))
    return _login_page(Form())


@bp.post("/login")
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
    _begin_session(account)
    return redirect(_next_page(), 303)


@bp.post("/logout")
@login_required
def logout() -> ResponseReturnValue:
    """Sign out."""
    logout_user()
    return redirect(url_for("account.login"), 303)


@bp.get("/welcome")
@login_required
def welcome() -> ResponseReturnValue:
    """Ask the three first questions."""
    return render_template("account/welcome.html", form=Form())


def _begin_session(account: Account) -> None:
    login_user(Visitor(account), remember=True)


def _next_page() -> str:
    """Return the page asked for before signing in: only a path of our own."""
    wanted = request.args.get("next", "")
    is_ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    return wanted if is_ours and "\\" not in wanted else url_for(HOME)


def _refuse_closed(invitation: str) -> None:
    is_open = context.current().settings.open_signup
    if not accounts.may_sign_up(
        db.session(), invitation=invitation, is_open=is_open, now=context.now()
    ):
        abort(404)


def _signup_page(form: Form) -> str:
    return render_template(
        "account/signup.html", form=form, first=accounts.is_first(db.session())
    )


def _login_page(form: Form) -> str:
    return render_template("account/login.html", form=form)
