"""What guards the pages: sign-in sessions, headers, form tokens, limits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

from flask import Flask, Response, current_app, request
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import LoginManager, UserMixin, current_user
from flask_wtf import CSRFProtect

from journal.config import Settings
from journal.db import db
from journal.models import Account

# Nothing is allowed but what comes from the journal itself. A page whose answer is
# not a page (a drawn chart) may set its own, narrower policy.
CONTENT_SECURITY_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}
LARGEST_REQUEST_BYTES: Final = 4 * 1024 * 1024
SIGN_IN_LIMIT: Final = "20 per minute"

_View = TypeVar("_View", bound=Callable[..., Any])

csrf = CSRFProtect()
limiter = Limiter(get_remote_address, storage_uri="memory://")
login_manager = LoginManager()


def public(view: _View) -> _View:
    """Let strangers see this page; every page not so marked needs a sign-in."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


class Visitor(UserMixin):  # type: ignore[misc] # Flask-Login ships no types
    """A signed-in person; the session ends when the account's token changes."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def get_id(self) -> str:
        """Return what the session cookie keeps."""
        return f"{self.account.id}:{self.account.session_token}"


def load_visitor(kept: str) -> Visitor | None:
    """Return the visitor of a session, or None when the session has ended."""
    number, _, token = kept.partition(":")
    if not number.isdigit():
        return None
    account = db.session.get(Account, int(number))
    if account is None or account.session_token != token:
        return None
    return Visitor(account)


def init_security(app: Flask, settings: Settings) -> None:
    """Set cookies, form tokens, limits, sessions and headers."""
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=LARGEST_REQUEST_BYTES,
        SESSION_COOKIE_NAME="lamplight",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.https,
        REMEMBER_COOKIE_NAME="lamplight_remember",
        REMEMBER_COOKIE_HTTPONLY=True,
        REMEMBER_COOKIE_SAMESITE="Lax",
        REMEMBER_COOKIE_SECURE=settings.https,
        # An evening page may lie open for days; the session ends the token.
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
    )
    csrf.init_app(app)
    limiter.init_app(app)
    login_manager.init_app(app)
    login_manager.login_view = "account.login"
    login_manager.login_message = None
    login_manager.user_loader(load_visitor)

    @app.before_request
    def _keep_strangers_out() -> ResponseReturnValue | None:
        if request.endpoint in {None, "static"} or current_user.is_authenticated:
            return None
        view = current_app.view_functions[request.endpoint or ""]
        if getattr(view, "is_public", False):
            return None
        answer: ResponseReturnValue = login_manager.unauthorized()
        return answer

    @app.after_request
    def _set_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if settings.https:
            response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        if response.mimetype == "text/html":
            response.headers.setdefault("Cache-Control", "no-store")
        return response
