import re
import sys
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest

from journal.domain.weekly import Mark
from journal.render.alt_text import split_alt
from journal.render.bars import WIDTH, nutrient_bar
from journal.render.calendars import grid_chart, month_counts, months_chart
from journal.render.charts import (
    IntakeDay,
    Level,
    calendar_chart,
    intake_chart,
    severity_chart,
)
from journal.render.splits import Split, split_chart

FIRST = date(2026, 10, 26)


def marks(*severities):
    return [
        Mark(
            FIRST + timedelta(days=n),
            "open" if severity is None else "had" if severity else "none",
            severity,
        )
        for n, severity in enumerate(severities)
    ]


MIXED = marks(5, 0, None, 8, 0, None, None, 3)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("shape", ["phone", "wide"])
def test_each_chart_is_a_picture_that_fetches_and_runs_nothing(theme, shape):
    days = [IntakeDay(FIRST, 200.0, 240.0, True), IntakeDay(FIRST, None, None, False)]
    drawn = [
        severity_chart(MIXED, theme=theme, shape=shape),
        calendar_chart([("Night cramps", MIXED)], theme=theme, shape=shape),
        intake_chart(days, [Level("RDA", 320)], unit="mg", theme=theme, shape=shape),
    ]
    for svg in drawn:
        root = ET.fromstring(svg)  # noqa: S314 - our own
        assert root.get("viewBox")
        assert "<script" not in svg
        assert "href" not in svg
        assert svg.count("http") == svg.count("http://www.w3.org/")


def test_filled_rings_and_dotted_rings_are_as_many_as_the_answers():
    svg = severity_chart(MIXED, theme="light", shape="phone")

    assert svg.count("stroke-dasharray") == 3
    circles = svg.split("<circle")[1:]
    assert sum('fill="#1d2536"' in one for one in circles) == 3
    assert len(circles) == 8


def test_the_same_marks_draw_the_same_picture():
    first = severity_chart(MIXED, theme="dark", shape="wide")

    assert first == severity_chart(MIXED, theme="dark", shape="wide")


def test_a_month_without_any_answer_still_draws():
    svg = calendar_chart(
        [("Night cramps", marks(*[None] * 28))], theme="light", shape="phone"
    )

    assert svg.count("stroke-dasharray") == 28


def test_names_with_signs_of_markup_are_shown_as_text():
    svg = calendar_chart([("<b>& “own”", MIXED)], theme="light", shape="phone")

    assert "<b>&" in "".join(ET.fromstring(svg).itertext())  # noqa: S314 - our own


def test_the_unknown_part_of_an_intake_is_hatched_and_absent_without_it():
    known = [IntakeDay(FIRST, 200.0, 200.0, True)]
    partly = [IntakeDay(FIRST, 200.0, 240.0, True)]

    def draw(days):
        return intake_chart(days, [], unit="mg", theme="light", shape="phone")

    assert 'fill="url(#hatch)"' not in draw(known)
    assert draw(partly).count('fill="url(#hatch)"') == 1


@pytest.mark.parametrize("shape", ["phone", "wide"])
@pytest.mark.parametrize("count", [28, 92])
def test_the_name_of_a_line_stands_beside_the_bars_of_a_week_or_a_quarter(shape, count):
    days = [
        IntakeDay(FIRST + timedelta(days=n), 900.0, 900.0, True) for n in range(count)
    ]
    line = Level("half need", 800)
    svg = intake_chart(days, [line], unit="mg", theme="light", shape=shape)

    bars = re.findall(r'<rect x="([0-9.]+)"[^>]* width="([0-9.]+)"[^>]*29,37,54', svg)
    ends = [float(left) + float(width) for left, width in bars]
    name = svg.split("half need 800")[0].rsplit("translate(", 1)[1]
    letters_wide = 5.0 * len("half need 800")
    assert len(ends) == count
    assert float(name.split()[0]) - letters_wide > max(ends)


def test_a_bar_shows_known_then_unknown_then_need():
    bar = nutrient_bar(205, 230, 265)

    assert 0 < bar.known_x < bar.unknown_x < bar.need_x < WIDTH
    assert bar.known_x / bar.need_x == pytest.approx(205 / 265, abs=0.01)


def test_a_bar_of_nothing_known_is_striped_from_end_to_end():
    bar = nutrient_bar(None, None, 265)

    assert (bar.known_x, bar.unknown_x) == (0, WIDTH)
    assert bar.stripes


def test_a_bar_without_an_upper_end_is_striped_to_its_end():
    assert nutrient_bar(100, None, 265).unknown_x == WIDTH
    assert nutrient_bar(0, 0, None).known_x == 0


def test_drawing_connects_to_nobody_and_writes_no_file():
    severity_chart(MIXED, theme="light", shape="phone")  # imports once
    seen = []
    watching = True

    def hook(name, arguments):
        if not watching:
            return
        if name.startswith("socket.") or name in {"subprocess.Popen", "os.system"}:
            seen.append(name)
        if name == "open" and arguments[1] and set("wax+") & set(str(arguments[1])):
            seen.append(f"open {arguments[0]}")

    sys.addaudithook(hook)
    try:
        calendar_chart([("Night cramps", MIXED)], theme="dark", shape="wide")
    finally:
        watching = False

    assert seen == []


def circles(svg):
    return svg.count("<circle")


@pytest.mark.parametrize("shape", ["phone", "wide"])
def test_a_calendar_has_a_mark_for_each_day_that_has_come(shape):
    days = [*marks(5, 0, None, 8) * 20, Mark(FIRST + timedelta(days=90), "ahead")]
    days = [
        Mark(FIRST + timedelta(days=n), mark.kind, mark.severity_0_10)
        for n, mark in enumerate(days)
    ]

    svg = grid_chart(days, theme="dark", shape=shape)

    assert circles(svg) == 80
    assert svg.count("stroke-dasharray") == 20
    assert "Mon" in svg


def test_months_count_what_was_not_answered_apart():
    counts = month_counts(marks(5, 0, None, 8, 0, None, None, 3))

    assert [(one.month, one.had, one.none, one.open) for one in counts] == [
        (date(2026, 10, 1), 2, 2, 2),
        (date(2026, 11, 1), 1, 0, 1),
    ]
    svg = months_chart(counts, theme="light", shape="phone")
    assert svg.count('fill="url(#hatch)"') == 2


def test_a_split_draws_every_night_once_on_its_own_side():
    split = Split(
        label="Night cramps",
        factor="Magnesium",
        unit="mg",
        part="night",
        threshold=265.0,
        amounts_with=(200.0, 200.0, 201.0, 280.0),
        amounts_without=(250.0, 300.0, 301.0),
    )

    svg = split_chart(split, theme="light", shape="phone")

    assert circles(svg) == 7
    filled = [one for one in svg.split("<circle")[1:] if 'fill="#1d2536"' in one]
    assert len(filled) == 4
    heights = {one.split('cy="')[1].split('"')[0] for one in filled}
    assert len(heights) == 3, "marks that would cover each other are stacked"
    assert "line 265" in svg
    assert split_alt(split) == (
        "Magnesium before 4 nights with night cramps and 3 without. The middle one "
        "with: 200.5 mg, without: 300 mg."
    )


def test_a_split_of_equal_amounts_still_draws():
    split = Split("Cramps", "Wine", "g", "night", 0.0, (0.0,) * 40, (0.0,))

    assert circles(split_chart(split, theme="dark", shape="wide")) == 41
