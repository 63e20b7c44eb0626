"""The settings: profile and the symptoms asked about."""

from __future__ import annotations

from datetime import time
from functools import cache
from zoneinfo import available_timezones

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.models import Account
from journal.services import profiles
from journal.web import context
from journal.web.forms import Form

bp = Blueprint("settings", __name__)

SAVED = "Saved."
#: The answer that takes an answer back.
NOT_SAID = ("", "Not said")


@bp.get("/settings")
def settings() -> ResponseReturnValue:
    """Show the profile and the ways to the other settings."""
    person = context.account()
    form = Form.filled(
        name=person.name,
        birth_year=person.birth_year,
        sex=person.sex,
        is_pregnant=person.is_pregnant,
        is_lactating=person.is_lactating,
        eating_style=person.eating_style,
        region=person.region if person.is_region_known else None,
        time_zone=person.time_zone,
        day_begins=f"{person.day_begins:%H:%M}",
        medicines=person.medicines,
        conditions=person.conditions,
        own_words=person.own_words,
        since=person.troubled_since,
        theme=person.theme,
    )
    return _settings_page(form)


@bp.post("/settings")
def save_settings() -> ResponseReturnValue:
    """Store the profile."""
    form = Form.sent()
    day_begins = form.choice(
        "day_begins", [f"{at:%H:%M}" for at in profiles.DAY_BEGINS]
    )
    profile = profiles.Profile(
        name=" ".join(form.text("name", longest=120).split()),
        birth_year=form.whole("birth_year", low=profiles.OLDEST_BIRTH_YEAR, high=2100),
        sex=form.choice("sex", profiles.SEXES),
        is_pregnant=form.ticked("is_pregnant"),
        is_lactating=form.ticked("is_lactating"),
        eating_style=form.choice("eating_style", profiles.EATING_STYLES) or "none",
        region=form.choice("region", profiles.REGIONS),
        time_zone=form.typed("time_zone"),
        day_begins=time.fromisoformat(day_begins or "04:00"),
        medicines=form.choices("medicines", profiles.MEDICINES),
        conditions=form.choices("conditions", profiles.CONDITIONS),
        own_words=form.text("own_words", longest=2000),
        troubled_since=form.choice("since", profiles.SINCE),
        theme=form.choice("theme", profiles.THEMES) or "system",
    )
    if form.ok:
        form.attempt(
            lambda: profiles.save_profile(
                db.session(),
                user_id=context.account().id,
                profile=profile,
                now=context.now(),
            )
        )
    if not form.ok:
        db.session.rollback()
        return _settings_page(form), 422
    return _saved("settings.settings")


@bp.get("/settings/symptoms")
def symptoms() -> ResponseReturnValue:
    """Show which symptoms are asked about each evening."""
    return _symptoms_page(Form.filled(codes=context.account().tracked_symptoms))


@bp.post("/settings/symptoms")
def save_symptoms() -> ResponseReturnValue:
    """Store the ticks; the button pressed may also move one up or add an own one."""
    form = Form.sent()
    user_id = context.account().id
    codes = form.choices("codes", _labels(context.account()))
    if form.ok:
        profiles.track_symptoms(
            db.session(),
            user_id=user_id,
            codes=codes,
            move_up=form.typed("move_up"),
        )
        own = form.typed("own_symptom")
        if own.strip():
            form.attempt(
                lambda: profiles.add_own_symptom(
                    db.session(), user_id=user_id, label=own
                )
            )
    if not form.ok:
        db.session.rollback()
        return _symptoms_page(form), 422
    return _saved("settings.symptoms")


def _saved(endpoint: str) -> ResponseReturnValue:
    db.session.commit()
    flash(SAVED, "calm")
    return redirect(url_for(endpoint), 303)


def _labels(person: Account) -> dict[str, str]:
    """Every symptom that this person can be asked about, tracked ones first."""
    catalogue = context.current().knowledge.symptoms
    known = {symptom.code: symptom.label for symptom in catalogue}
    known |= person.own_symptoms
    tracked = [code for code in person.tracked_symptoms if code in known]
    return {code: known[code] for code in [*tracked, *known]}


@cache
def _zones() -> list[tuple[str, str]]:
    """Every time zone with a place in its name, as value and words."""
    zones = sorted(name for name in available_timezones() if "/" in name)
    return [(name, name.replace("_", " ")) for name in ["UTC", *zones]]


def _settings_page(form: Form) -> str:
    return render_template(
        "account/settings.html",
        form=form,
        profiles=profiles,
        sexes=[*profiles.SEXES.items(), NOT_SAID],
        since=[*profiles.SINCE.items(), NOT_SAID],
        zones_for=_zones(),
        day_begins=[(f"{at:%H:%M}", f"{at:%H:%M}") for at in profiles.DAY_BEGINS],
    )


def _symptoms_page(form: Form) -> str:
    return render_template(
        "account/symptoms.html", form=form, labels=_labels(context.account())
    )
