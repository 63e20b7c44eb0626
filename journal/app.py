"""The application factory: settings, extensions, security, pages; starts nothing."""

from __future__ import annotations

from pathlib import Path

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from journal.config import Settings
from journal.db import init_database
from journal.delivery import init_delivery, static_version
from journal.domain.knowledge import load_knowledge
from journal.domain.targets import load_targets
from journal.resources import reference_dir, templates_dir
from journal.security import init_security
from journal.services.foodindex import open_index
from journal.web import register_pages
from journal.web.context import Journal


def create_app(settings: Settings) -> Flask:
    """Return the application for these settings; the tables are not touched."""
    static = Path(__file__).resolve().parent / "static"
    app = Flask(
        "journal",
        template_folder=str(templates_dir()),
        static_folder=str(static),
        static_url_path=f"/static/{static_version(static)}",
    )
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    init_database(app, settings)
    init_security(app, settings)
    app.extensions["journal"] = open_journal(settings)
    register_pages(app)
    init_delivery(app)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops
        )
    return app


def open_journal(settings: Settings) -> Journal:
    """Read the reference data that all pages share."""
    reference = reference_dir()
    return Journal(
        settings=settings,
        knowledge=load_knowledge(reference),
        targets=load_targets(reference / "targets.csv"),
        food_index=open_index(settings.data_dir, reference),
    )
