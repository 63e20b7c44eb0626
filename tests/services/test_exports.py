import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from pypdf import PdfReader

from journal.domain.errors import Invalid
from journal.domain.knowledge import load_knowledge
from journal.domain.targets import load_targets
from journal.models import RedFlagShown
from journal.render.csvfile import restored
from journal.resources import reference_dir, templates_dir
from journal.services.doctor import PARTS, doctor_sheet, first_day
from journal.services.doctor_choices import USUAL_PARTS, Choices, save_choices
from journal.services.doctor_data import as_data, shortened
from journal.services.doctor_nutrients import nutrient_reference
from journal.services.doctor_patterns import PaperFinding
from journal.services.doctor_rows import change_95
from journal.services.exports import export, file_name
from tests.factories import (
    make_account,
    make_day,
    make_food,
    make_lab,
    make_meal,
    make_supplement,
    make_symptom,
    take_supplement,
)

LAST = date(2026, 11, 22)
FIRST = LAST - timedelta(days=27)
NOW = datetime(2026, 11, 22, 21, tzinfo=UTC)


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge(reference_dir())


@pytest.fixture(scope="module")
def targets():
    return load_targets(reference_dir() / "targets.csv")


@pytest.fixture
def woman(session):
    return make_account(
        session,
        name="Ana",
        birth_year=1984,
        sex="female",
        time_zone="Europe/Berlin",
        own_words="My calf wakes me.",
        medicines=["statin"],
    )


@pytest.fixture
def out(session, woman, knowledge, targets):
    def out(kind, who=woman, first=FIRST, last=LAST):
        return export(
            session,
            user_id=who.id,
            first=first,
            last=last,
            format=kind,
            now=NOW,
            knowledge=knowledge,
            targets=targets,
            templates=templates_dir(),
        )

    return out


@pytest.fixture
def sheet(session, woman, knowledge, targets):
    def sheet(parts=tuple(PARTS), first=FIRST, last=LAST, who=woman, log="newest"):
        return doctor_sheet(
            session,
            user_id=who.id,
            first=first,
            last=last,
            parts=parts,
            log=log,
            now=NOW,
            knowledge=knowledge,
            targets=targets,
        )

    return sheet


def tables(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name: list(
                csv.DictReader(
                    io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")
                )
            )
            for name in archive.namelist()
            if name.endswith(".csv")
        }


def test_every_day_has_a_row_and_says_how_fully_it_was_logged(session, woman, out):
    make_day(session, woman, LAST, food_status="complete", water_ml=0)
    make_day(session, woman, LAST - timedelta(days=1), food_status="partial")

    days = tables(out("csv"))["days.csv"]

    assert len(days) == 28
    assert [row["day_status"] for row in days[-3:]] == [
        "not_logged",
        "partial",
        "complete",
    ]
    assert (days[-1]["water_ml"], days[-2]["water_ml"]) == ("0", "")


def test_answered_none_is_a_row_and_not_answered_is_none(session, woman, out):
    make_symptom(session, woman, LAST, severity_0_10=0)
    make_symptom(
        session, woman, LAST - timedelta(days=1), severity_0_10=7, sites=["calf_left"]
    )

    rows = tables(out("csv"))["symptoms.csv"]

    assert [(row["state"], row["severity_0_10"]) for row in rows] == [
        ("present", "7"),
        ("none", "0"),
    ]
    assert rows[0]["sites"] == "calf_left"
    assert rows[0]["woke_me"] == ""


def test_meals_hold_grams_and_each_nutrient_that_is_known(session, woman, out):
    food = make_food(
        session, name="=HYPERLINK(1)", per_100_g={"magnesium_mg": 50.0, "iron_mg": 0.0}
    )
    make_meal(session, woman, LAST, (food, 80.0), (None, None))

    first, second = tables(out("csv"))["meals.csv"]

    assert (first["amount_g"], first["magnesium_mg"], first["iron_mg"]) == (
        "80",
        "40",
        "0",
    )
    assert first["calcium_mg"] == ""
    assert first["food"] == "'=HYPERLINK(1)"
    assert restored(first["food"]) == "=HYPERLINK(1)"
    assert (second["amount_g"], second["magnesium_mg"]) == ("", "")


def test_daily_sums_carry_their_known_share_and_stay_empty_without_food(
    session, woman, out
):
    food = make_food(session, per_100_g={"magnesium_mg": 50.0, "energy_kcal": 100.0})
    blank = make_food(session, per_100_g={"energy_kcal": 100.0})
    make_day(session, woman, LAST, food_status="complete")
    make_meal(session, woman, LAST, (food, 75.0), (blank, 25.0))

    *_, before, last = tables(out("csv"))["daily_nutrients.csv"]

    assert last["magnesium_mg_food"] == "37.5"
    assert last["magnesium_mg_known_share_0_1"] == "0.75"
    assert last["magnesium_mg_supplements"] == ""
    assert before["magnesium_mg_food"] == ""


def test_supplements_hold_doses_times_amounts(session, woman, out):
    tablet = make_supplement(session, woman, amounts={"magnesium_mg": 200.0})
    take_supplement(session, tablet, LAST, doses=1.5)

    (row,) = tables(out("csv"))["supplements.csv"]

    assert (row["doses"], row["magnesium_mg"], row["calcium_mg"]) == ("1.5", "300", "")


def test_moments_are_local_with_their_offset(session, woman, out):
    make_symptom(session, woman, LAST, updated_at=datetime(2026, 7, 1, 20, tzinfo=UTC))

    (row,) = tables(out("csv"))["symptoms.csv"]

    assert row["updated_at"] == "2026-07-01T22:00:00+02:00"


def test_an_empty_journal_exports_in_every_format(out):
    assert tables(out("csv"))["meals.csv"] == []
    assert json.loads(out("json"))["symptoms"] == []
    assert out("pdf").startswith(b"%PDF")


def test_nothing_of_another_person_is_in_an_export(session, out):
    other = make_account(session, name="Zebulon")
    food = make_food(session, name="Zebrafish")
    make_meal(session, other, LAST, (food, 80.0))
    make_symptom(session, other, LAST, note="Zebra")
    make_day(session, other, LAST, note="Zebra")

    data = tables(out("csv"))

    assert "Zeb" not in out("json").decode()
    assert "Zeb" not in str(data)


@pytest.mark.parametrize("kind", ["docx", "", "PDF"])
def test_an_unknown_format_is_refused_in_one_line(out, kind):
    with pytest.raises(Invalid, match="pdf, csv, json"):
        out(kind)


def test_days_the_wrong_way_round_are_refused(out):
    with pytest.raises(Invalid, match="before the first"):
        out("csv", first=LAST, last=FIRST)


def test_a_files_name_says_nothing_about_health():
    assert file_name("csv", FIRST, LAST) == "lamplight-2026-10-26-2026-11-22.zip"


def test_the_pdf_is_tagged_and_says_the_summary_on_its_first_page(session, woman, out):
    for n in range(28):
        make_symptom(
            session, woman, LAST - timedelta(days=n), severity_0_10=(n % 3) * 3
        )

    reader = PdfReader(io.BytesIO(out("pdf")))
    first = reader.pages[0].extract_text()

    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"].startswith("en")
    assert "Ana, born 1984" in first
    assert "My calf wakes me." in first
    assert "18 of 28 nights" in first
    assert "Statin" in first
    assert "Not logged" in first
    assert "Daily log" not in first
    assert "Daily log" in reader.pages[1].extract_text()


@pytest.mark.parametrize(("region", "width"), [("US", 612), ("EU", 595), ("UK", 595)])
def test_the_paper_is_letter_in_the_us_and_a4_elsewhere(
    session, woman, out, region, width
):
    woman.region = region

    page = PdfReader(io.BytesIO(out("pdf"))).pages[0]

    assert int(page.mediabox.width) == width


@pytest.mark.parametrize(
    "name", ["Ana 😀", "김", "\x07\u202eevil", '#read("x") $a$ *b* <c> \\', "é" * 120]
)
def test_any_name_still_makes_a_pdf_with_its_signs_as_text(session, woman, out, name):
    woman.name = name

    assert out("pdf").startswith(b"%PDF")


def test_markup_in_a_note_is_set_as_text(session, woman, out):
    woman.own_words = '#read("/etc/passwd") *bold* $x$'

    text = PdfReader(io.BytesIO(out("pdf"))).pages[0].extract_text()

    assert '#read("/etc/passwd")' in text.replace("“", '"').replace("”", '"')


def test_a_note_of_a_hundred_kilobytes_still_makes_a_pdf(session, woman, sheet):
    make_day(session, woman, LAST, note="word " * 20_000)

    assert len(as_data(sheet())["log"]) == 1


def test_what_was_not_chosen_is_not_on_the_sheet(session, woman, sheet):
    make_symptom(session, woman, LAST)
    make_day(session, woman, LAST, note="private", food_status="complete")

    bare = sheet(parts=(), log="none")

    assert (bare.own_words, bare.medicines) == ("", "")
    assert (bare.symptoms, bare.log, bare.nutrients, bare.to_ask) == ((), (), (), ())
    assert "private" not in str(sheet(parts=()))
    assert "private" in str(sheet(parts=("notes",)))


def test_warning_signs_shown_are_always_on_the_sheet(session, woman, sheet):
    session.add(
        RedFlagShown(
            user_id=woman.id,
            date=LAST,
            rule="no_such_rule_any_more",
            level="today",
            shown_at=NOW,
        )
    )
    session.flush()

    assert sheet(parts=()).flags == ("22 November: no such rule any more",)


def test_a_trend_needs_seven_answers_in_each_half(session, woman, sheet):
    for n in range(13):
        make_symptom(session, woman, LAST - timedelta(days=n), severity_0_10=5)
    assert sheet().symptoms[0].trend == "too few answers"

    for n in range(13, 28):
        make_symptom(
            session, woman, LAST - timedelta(days=n), severity_0_10=5 * (n < 14)
        )
    assert sheet().symptoms[0].trend == "more often (0 of 14, then 14 of 14)"


def test_a_change_that_chance_alone_makes_often_is_not_called_one(
    session, woman, sheet
):
    first = cramps(session, woman, "x" * 21 + "o" * 19, "x" * 13 + "o" * 24)

    assert sheet(first=first).symptoms[0].trend.startswith("no clear change (")


def test_the_interval_of_a_change_adds_one_of_each_to_both_halves():
    # 1/12 and 11/12; the spread of each is 11/144/12.
    low, high = change_95(0, 10, 10, 10)

    assert low == pytest.approx(10 / 12 - 1.959964 * (22 / 1728) ** 0.5)
    assert high == pytest.approx(10 / 12 + 1.959964 * (22 / 1728) ** 0.5)
    # 4/11 on both sides.
    half = 1.959964 * (2 * 4 * 7 / 11**3) ** 0.5
    assert change_95(3, 9, 3, 9) == pytest.approx((-half, half))


def test_a_result_that_is_here_is_named_in_the_question(session, woman, sheet):
    make_symptom(session, woman, LAST, part="day", symptom="tingling")
    woman.medicines = ["acid_blocker"]
    make_lab(
        session, woman, date(2026, 11, 12), test="vitamin_b12", value=240, unit="ng/L"
    )

    assert sheet().to_ask[0].text == (
        "Vitamin B12, total 240\u00a0ng/L (12 November 2026): what does that say here? "
        "If we decide to test again: total or active B12 in blood, then MMA when "
        "unclear."
    )
    without = sheet(parts=frozenset(PARTS) - {"labs"}).to_ask[0].text
    assert without.startswith("If we decide to test: total or active B12")


def test_an_old_result_does_not_stand_in_a_question(session, woman, sheet):
    make_symptom(session, woman, LAST, part="day", symptom="tingling")
    woman.medicines = ["acid_blocker"]
    make_lab(
        session, woman, date(2025, 11, 12), test="vitamin_b12", value=240, unit="ng/L"
    )

    assert sheet().to_ask[0].text.startswith("If we decide to test: total")


def test_a_pattern_says_since_when_it_counts(sheet):
    paper = replace(
        sheet(),
        findings=(PaperFinding("Keeps coming back", "Cramps.", "", is_timing=True),),
        patterns_since=date(2026, 5, 27),
    )

    assert as_data(paper)["patterns_note"].startswith(
        "Patterns in time count every answer since 27 May 2026. "
    )
    paper = replace(paper, patterns_since=paper.first)
    assert "count every" not in as_data(paper)["patterns_note"]


def test_long_words_without_spaces_are_cut_and_not_dropped():
    assert shortened("脚 " + "痛" * 600) == "脚 " + "痛" * 448 + " …"
    assert shortened("sore leg " * 100).endswith("sore leg …")
    assert len(shortened("sore leg " * 100)) <= 452


def test_the_command_line_leaves_off_what_the_person_took_off_the_page(
    session, woman, out
):
    make_symptom(session, woman, LAST, severity_0_10=5)
    make_symptom(session, woman, LAST, symptom="restless_legs", severity_0_10=5)
    save_choices(
        session,
        user_id=woman.id,
        choices=Choices(
            parts=USUAL_PARTS - {"name"},
            left_out=frozenset({"restless_legs"}),
            log="all",
        ),
        now=NOW,
    )

    pages = PdfReader(io.BytesIO(out("pdf"))).pages
    text = "".join(page.extract_text() for page in pages)

    assert "Night cramps" in text
    assert "Restless legs" not in text
    assert "Ana" not in text


def test_supplements_stand_with_dose_and_days_taken(session, woman, sheet):
    tablet = make_supplement(
        session, woman, name="D3", dose_label="1 drop", amounts={"vitamin_d_ug": 25.0}
    )
    for n in range(3):
        take_supplement(session, tablet, LAST - timedelta(days=n))

    assert sheet().supplements == ("D3, 1 drop (Vitamin D 25\u00a0µg): on 3 of 3 days",)


def test_the_first_day_is_the_first_of_anything_written_down(session, woman):
    assert first_day(session, user_id=woman.id) is None
    make_symptom(session, woman, date(2026, 3, 2))
    make_day(session, woman, date(2026, 2, 1))
    make_symptom(session, make_account(session), date(2020, 1, 1))

    assert first_day(session, user_id=woman.id) == date(2026, 2, 1)


def cramps(session, who, first_half, second_half):
    """Cramps on the nights whose letter is "x" and none on the others, oldest first."""
    nights = first_half + second_half
    for n, sign in enumerate(reversed(nights)):
        make_symptom(
            session,
            who,
            LAST - timedelta(days=n),
            severity_0_10=5 if sign == "x" else 0,
        )
    return LAST - timedelta(days=len(nights) - 1)


def test_over_twelve_weeks_the_questions_say_what_the_trend_says(session, woman, sheet):
    # Much of the last week, little in the week before it: worse only by the week.
    first = cramps(session, woman, "xo" * 21, "xo" * 14 + "o" * 7 + "xxxoxox")

    paper = sheet(first=first)

    assert paper.symptoms[0].trend.startswith("no clear change")
    assert not any("more" in one.text for one in paper.to_ask)
    assert paper.visit == ""
    assert "week before" not in str(as_data(paper))


def test_what_came_more_often_in_the_later_half_is_asked(session, woman, sheet):
    first = cramps(session, woman, "xooo" * 10, "xo" * 20)

    paper = sheet(first=first)

    assert paper.to_ask[0].text == (
        "Night cramps on 30 of 80 nights, more often in the later half: "
        "what could be behind it?"
    )
    assert paper.visit == "More often in the later half: night cramps."


def test_what_was_there_half_the_time_throughout_is_asked(session, woman, sheet):
    first = cramps(session, woman, "xo" * 20, "xo" * 20)

    paper = sheet(first=first)

    assert paper.to_ask[0].text == (
        "Night cramps on 40 of 80 nights: what could be behind it?"
    )
    assert paper.visit == "There at least half the time throughout: night cramps."


def test_a_night_without_the_answer_on_waking_is_not_counted_as_slept_through(
    session, woman, sheet
):
    make_symptom(session, woman, LAST, severity_0_10=6)
    assert sheet().sleep == ""

    make_symptom(session, woman, LAST - timedelta(days=1), severity_0_10=0)
    assert sheet().sleep == "Woken by the legs on 0 of 1 night."

    for n, woke in ((2, True), (3, False)):
        make_symptom(
            session, woman, LAST - timedelta(days=n), severity_0_10=6, woke_me=woke
        )
    assert sheet().sleep == "Woken by the legs on 1 of 3 nights."


@pytest.mark.parametrize(
    ("eating_style", "words"),
    [("vegan", "EAR 8.1\u00a0mg × 1.8 (no meat)"), ("none", "EAR 8.1\u00a0mg")],
)
def test_the_iron_figure_can_be_looked_up_as_it_is_printed(
    session, sheet, eating_style, words
):
    who = make_account(
        session, birth_year=1984, sex="female", region="US", eating_style=eating_style
    )

    iron = next(line for line in sheet(who=who).nutrients if line.name == "Iron")

    assert nutrient_reference(iron) == words


def test_the_sheet_begins_with_the_first_day_written_down(session, woman, sheet):
    make_symptom(session, woman, LAST - timedelta(days=2), severity_0_10=4)

    paper = sheet(first=LAST - timedelta(days=83))

    assert (paper.first, paper.nights_answered, paper.nights) == (
        LAST - timedelta(days=2),
        1,
        2,
    )
    assert as_data(paper)["symptoms"][0][1] == "1 of 1 night"
    assert len(paper.log) == 3


def test_the_page_never_speaks_to_its_reader_as_you(session, woman, sheet):
    food = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 500.0})
    for n in range(20):
        day = LAST - timedelta(days=n)
        make_day(session, woman, day, food_status="complete")
        make_meal(session, woman, day, (food, 150.0))
        make_symptom(session, woman, day, severity_0_10=5)
    tablet = make_supplement(session, woman, amounts={"vitamin_b6_mg": 200.0})
    for n in range(20):
        take_supplement(session, tablet, LAST - timedelta(days=n))

    data = as_data(sheet())

    assert any(text.endswith("Is that right for me?") for text in data["questions"])
    assert data["findings"][0]["text"] == (
        "Magnesium has probably been short; noted: night cramps."
    )
    said = str([data["findings"], data["questions"], data["visit"]]).lower()
    assert "you" not in said.replace("“", " ").split()
    assert "your" not in said.split()


def test_what_eased_it_is_in_the_symptom_table(session, woman, out):
    make_symptom(session, woman, LAST, severity_0_10=5, eased_by="stretching")

    (row,) = tables(out("csv"))["symptoms.csv"]

    assert row["eased_by"] == "stretching"


def test_a_full_day_without_a_figure_is_not_called_no_full_day(session, woman, sheet):
    food = make_food(session, per_100_g={"energy_kcal": 100.0})
    make_day(session, woman, LAST, food_status="complete")
    make_meal(session, woman, LAST, (food, 75.0))

    rows = as_data(sheet())["all_nutrients"]

    assert {row[1] for row in rows} == {"food has no figure"}
