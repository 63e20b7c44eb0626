"""All days: a calendar by month, one day to read, and a search through everything."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.daymarks import count_days
from journal.domain.errors import Invalid, NotFound
from journal.domain.months import Month
from journal.domain.weekly import words_of_site
from journal.models import Account
from journal.services.days import day_marks, find_days, first_logged_day
from journal.services.diary import load_days
from journal.services.report_words import labels_of
from journal.web import context
from journal.web.dates import FIRST_DAY, ago, in_words, read_day
from journal.web.evening_fields import ALCOHOL_G_PER_DRINK

bp = Blueprint("days", __name__, url_prefix="/days")

LONGEST_QUERY = 200
WHERE = {
    "note": "Note",
    "breakfast": "Breakfast",
    "lunch": "Lunch",
    "dinner": "Dinner",
    "snacks": "Snacks",
    "drinks": "Drinks",
}


@bp.get("/")
def index() -> ResponseReturnValue:
    """Lead to this month, or to the day chosen beside the calendar."""
    chosen = request.args.get("day", "").strip()
    if chosen:
        return redirect(url_for("days.show", which=str(read_day(chosen))))
    today = context.today_for(context.account(), context.now())
    return redirect(url_for("days.show", which=str(Month.of(today))))


@bp.get("/<which>")
def show(which: str) -> ResponseReturnValue:
    """Show a month (2026-11) or one day of it (2026-11-20)."""
    person = context.account()
    today = context.today_for(person, context.now())
    if len(which) == len("2026-11"):
        return _month(person, _read_month(which, today), today)
    day = read_day(which)
    if day > today:
        raise NotFound("That day has not come yet.")
    return _day(person, day, today)


@bp.get("/search")
def search() -> ResponseReturnValue:
    """Show the days that hold some words, a symptom, or both."""
    person = context.account()
    query = request.args.get("q", "")[:LONGEST_QUERY]
    labels = labels_of(context.current().knowledge.symptoms, person)
    symptom = _chosen(labels)
    page = request.args.get("page", "1")
    found = find_days(
        db.session(),
        user_id=person.id,
        query=query,
        today=context.today_for(person, context.now()),
        symptom=symptom,
        page=int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1,
    )
    return render_template(
        "days/search.html",
        found=found,
        query=query,
        symptom=symptom,
        labels=labels,
        where=WHERE | labels,
        in_words=in_words,
    )


def _read_month(text: str, today: date) -> Month:
    try:
        month = Month.parse(text)
    except Invalid as error:
        raise NotFound("There is no such month.") from error
    if not Month.of(FIRST_DAY) <= month <= Month.of(today):
        raise NotFound("There is no such month.")
    return month


def _chosen(labels: Mapping[str, str]) -> str | None:
    symptom = request.args.get("symptom", "")
    if symptom and symptom not in labels:
        raise NotFound("There is no such symptom.")
    return symptom or None


def _month(person: Account, month: Month, today: date) -> str:
    labels = labels_of(context.current().knowledge.symptoms, person)
    symptom = _chosen(labels)
    sql = db.session()
    marks = day_marks(
        sql,
        user_id=person.id,
        first=month.first,
        last=month.last,
        today=today,
        symptom=symptom,
    )
    begun = first_logged_day(sql, user_id=person.id)
    return render_template(
        "days/month.html",
        month=month,
        marks={mark.day: mark for mark in marks},
        count=count_days(marks),
        symptom=symptom,
        labels=labels,
        today=today,
        before=month.shifted(-1) if month > Month.of(FIRST_DAY) else None,
        after=month.shifted(1) if month < Month.of(today) else None,
        begun=begun,
        in_words=in_words,
        first_day=FIRST_DAY,
    )


def _day(person: Account, day: date, today: date) -> str:
    sql = db.session()
    record = load_days(sql, user_id=person.id, first=day, last=day)[0]
    return render_template(
        "days/day.html",
        record=record,
        day=day,
        month=Month.of(day),
        today=today,
        title=in_words(day),
        ago=ago(day, today),
        labels=labels_of(context.current().knowledge.symptoms, person),
        slots=[(code, words) for code, words in WHERE.items() if code != "note"],
        words_of_site=words_of_site,
        drink_g=ALCOHOL_G_PER_DRINK[person.region],
        before=day - timedelta(days=1) if day > FIRST_DAY else None,
        after=day + timedelta(days=1) if day < today else None,
    )
