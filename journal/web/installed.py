"""The journal as an app on a phone: manifest, service worker, page without network."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from flask import Blueprint, Response, current_app, render_template, url_for
from flask.typing import ResponseReturnValue

from journal.security import public
from journal.web import context
from journal.web.evening_page import load_stored, render, stored_form

bp = Blueprint("installed", __name__)

#: A day on which nothing is ever written down.
NEVER = date(9000, 1, 1)
PAPER, INK = "#f1efe4", "#12161f"
SCREENS = (
    ("evening-390.png", "390x844", "narrow", "An evening, written on a phone"),
    ("week-390.png", "390x844", "narrow", "The week on one phone screen"),
    ("week-1280.png", "1280x900", "wide", "The week on a desk"),
)


@bp.get("/app.webmanifest")
@public
def manifest() -> ResponseReturnValue:
    """Say how the journal is installed; nothing in it is about a person."""

    def picture(name: str) -> str:
        return url_for("static", filename=name)

    icons = [
        {"src": picture("icons/icon-192.png"), "sizes": "192x192", "type": "image/png"},
        {"src": picture("icons/icon-512.png"), "sizes": "512x512", "type": "image/png"},
        {
            "src": picture("icons/icon-maskable-512.png"),
            "sizes": "512x512",
            "type": "image/png",
            "purpose": "maskable",
        },
        {"src": picture("icons/icon.svg"), "sizes": "any", "type": "image/svg+xml"},
    ]
    answer = current_app.json.response(
        id="/",
        name="Lamplight",
        short_name="Lamplight",
        description="A journal for your legs and your table.",
        lang="en-GB",
        start_url="/evening",
        scope="/",
        display="standalone",
        background_color=PAPER,
        theme_color=INK,
        categories=["health", "lifestyle"],
        icons=icons,
        screenshots=[
            {
                "src": picture(f"screens/{name}"),
                "sizes": sizes,
                "type": "image/png",
                "form_factor": form,
                "label": label,
            }
            for name, sizes, form, label in SCREENS
        ],
        shortcuts=[
            {"name": "Tonight", "url": "/evening"},
            {"name": "Your week", "url": "/reports/"},
        ],
    )
    answer.mimetype = "application/manifest+json"
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@bp.get("/sw.js")
@public
def service_worker() -> Response:
    """Serve the worker from the root, so that it may answer for every page."""
    script = (Path(current_app.static_folder or "") / "sw.js").read_text("utf-8")
    files = f'const FILES = "{current_app.static_url_path}"'
    script = script.replace('const FILES = "/static"', files)
    answer = Response(script, mimetype="text/javascript")
    answer.headers["Cache-Control"] = "no-cache"
    # Of its own, the worker fetches from this journal alone.
    answer.headers["Content-Security-Policy"] = (
        "default-src 'none'; connect-src 'self'; img-src 'self'"
    )
    return answer


@bp.get("/evening/blank")
def blank() -> str:
    """Show an evening without a word in it, for a device that has no network later.

    It asks what this person is asked; the page's script puts the right day in.
    """
    person = context.account()
    empty = load_stored(person, NEVER)
    today = context.today_for(person, context.now())
    empty = replace(empty, evening=replace(empty.evening, day=today))
    return render(person, empty, stored_form(person, empty, key=""), is_blank=True)


@bp.get("/offline")
@public
def offline() -> str:
    """Show what can be done without a network."""
    return render_template("errors/offline.html")
