"""Light or dark by the person's choice, also on this device before signing in."""

from __future__ import annotations

from typing import Any, Final

from flask import Flask, Response, request
from flask_login import current_user

from journal.web import context

COOKIE: Final = "lamplight_theme"
CHOICES: Final = ("light", "dark")
A_YEAR_S: Final = 365 * 24 * 3600


def init_theme(app: Flask) -> None:
    """Give each page its theme, and keep the choice on the device.

    The cookie says "light" or "dark" and nothing of the person. Without a choice the
    system decides.
    """

    @app.context_processor
    def _theme() -> dict[str, Any]:
        return {"page_theme": chosen()}

    @app.after_request
    def _keep(response: Response) -> Response:
        if response.mimetype != "text/html" or not current_user.is_authenticated:
            return response
        theme = chosen()
        kept = request.cookies.get(COOKIE, "")
        if theme and theme != kept:
            response.set_cookie(
                COOKIE,
                theme,
                max_age=A_YEAR_S,
                httponly=True,
                secure=context.current().settings.https,
                samesite="Lax",
            )
        elif kept and not theme:
            response.delete_cookie(COOKIE)
        return response


def chosen() -> str:
    """Return "light" or "dark"; empty when the system decides."""
    if current_user.is_authenticated:
        wanted = context.account().theme
    else:
        wanted = request.cookies.get(COOKIE, "")
    return wanted if wanted in CHOICES else ""
