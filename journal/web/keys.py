"""Who holds the keys: mail address, password, an invitation, leaving altogether."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import logout_user

from journal.db import db
from journal.security import SIGN_IN_LIMIT, limiter
from journal.services import accounts, import_stash, invitations
from journal.web import context
from journal.web.account import begin_session
from journal.web.forms import Form

bp = Blueprint("keys", __name__)


@bp.get("/settings/password")
def password() -> ResponseReturnValue:
    """Show the form for a new password."""
    return _password_page(Form())


@bp.post("/settings/password")
@limiter.limit(SIGN_IN_LIMIT)
def change_password() -> ResponseReturnValue:
    """Set a new password: other sessions end, this one goes on."""
    form = Form.sent()
    account = form.attempt(
        lambda: accounts.change_password(
            db.session(),
            user_id=context.account().id,
            present=form.typed("present"),
            wanted=form.typed("wanted"),
        )
    )
    if account is None:
        db.session.rollback()
        return _password_page(form), 422
    db.session.commit()
    begin_session(account)
    flash("New password set. Everywhere else you are signed out.", "calm")
    return redirect(url_for("settings.settings"), 303)


@bp.get("/settings/mail")
def mail() -> ResponseReturnValue:
    """Show the form for another mail address."""
    return _mail_page(Form())


@bp.post("/settings/mail")
@limiter.limit(SIGN_IN_LIMIT)
def change_mail() -> ResponseReturnValue:
    """Set another address: it signs in and is written to from now on."""
    form = Form.sent()
    account = form.attempt(
        lambda: accounts.change_mail(
            db.session(),
            user_id=context.account().id,
            mail=form.typed("mail"),
            present=form.typed("present"),
        )
    )
    if account is None:
        db.session.rollback()
        return _mail_page(form), 422
    db.session.commit()
    flash(f"From now on you sign in as {account.mail}.", "calm")
    return redirect(url_for("settings.settings"), 303)


@bp.get("/settings/leave")
def leave() -> ResponseReturnValue:
    """Show how to take everything along and what is deleted."""
    return render_template("account/leave.html", form=Form())


@bp.post("/settings/leave")
@limiter.limit(SIGN_IN_LIMIT)
def delete_account() -> ResponseReturnValue:
    """Delete the account and everything in it."""
    form = Form.sent()
    user_id = context.account().id
    form.attempt(
        lambda: accounts.delete_account(
            db.session(), user_id=user_id, password=form.typed("password")
        )
    )
    if not form.ok:
        db.session.rollback()
        return render_template("account/leave.html", form=form), 422
    db.session.commit()
    import_stash.forget_all(context.current().settings.data_dir, user_id=user_id)
    session.clear()
    session["left"] = user_id
    logout_user()
    flash("The account and everything in it is deleted.", "calm")
    return redirect(url_for("account.login"), 303)


@bp.post("/settings/invite")
def invite() -> ResponseReturnValue:
    """Show a link that lets one more person sign up; the owner's alone."""
    token = invitations.invite(
        db.session(), owner_id=context.account().id, now=context.now()
    )
    db.session.commit()
    base = context.current().settings.base_url
    link = base + url_for("account.signup", invitation=token)
    return render_template("account/invitation.html", link=link)


def _mail_page(form: Form) -> str:
    return render_template("account/mail.html", form=form)


def _password_page(form: Form) -> str:
    return render_template("account/password.html", form=form)
