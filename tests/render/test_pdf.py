"""The doctor's PDF: any script, hidden signs, emoji, one page, tags."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from journal.render.pdf import doctor_pdf, page_count
from journal.render.pdf_text import boxed, clean, missing_signs
from journal.resources import templates_dir

AT = datetime(2026, 11, 22, 20, tzinfo=UTC)


def data(**fields):
    empty = {
        "title": "Symptom and food journal", "paper": "a4", "who": "Ana, born 1984",
        "period": "1 to 22 November 2026", "made_on": "22 November 2026",
        "own_words": "", "troubled_for": "", "in_short": "", "flags": [],
        "shows_symptoms": True, "symptoms": [], "burden": "",
        "shows_medicines": True, "medicines": "", "conditions": "", "eating": "",
        "supplements": [], "shows_labs": True, "labs": [], "labs_else": "",
        "shows_food": True,
        "food_days": "from 3 full days", "nutrients": [], "nutrients_else": [],
        "all_nutrients": [], "findings": [], "patterns_note": "", "visit": "",
        "questions": [],
        "not_logged": "Nothing.", "month_heads": [], "months": [],
        "log_title": "Daily log", "log": [], "method": ["Counted."],
    }  # fmt: skip
    return empty | fields


def made(**fields):
    return doctor_pdf(data(**fields), templates=templates_dir(), made_at=AT)


def text_of(pdf, page=None):
    pages = PdfReader(io.BytesIO(pdf.content)).pages
    chosen = pages if page is None else [pages[page]]
    return " ".join(" ".join(one.extract_text() for one in chosen).split())


NAMES = {
    "Chinese": "王小明 繁體", "Japanese": "山田太郎 かな", "Korean": "김민준",
    "Arabic": "محمد القاسم", "Hebrew": "דוד לוי", "Hindi": "अनीता शर्मा",
    "Bengali": "রহিম", "Tamil": "கண்ணன்", "Thai": "สมชาย", "Georgian": "ქეთი",
    "Armenian": "Հայկ", "Amharic": "አበበ", "Khmer": "សុខា", "Burmese": "အောင်",
    "Greek": "Ελένη", "Russian": "Юлия", "Vietnamese": "Nguyễn Thị Ánh",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_in_any_of_these_scripts_is_set_by_the_fonts_that_come_along(name):
    pdf = made(who=name, log=[["Mon 2 Nov 2026", "not answered", name]])

    assert pdf.is_accessible
    assert pdf.unprintable == frozenset()


def test_simple_scripts_come_out_as_the_text_that_went_in():
    assert "김민준" in text_of(made(who="김민준"))
    assert "王小明" in text_of(made(who="王小明"))
    assert "Юлия" in text_of(made(who="Юлия"))


def test_a_name_made_of_emoji_is_printed_as_their_names():
    pdf = made(who="🦵🌙 👩‍⚕️🏽 🇩🇪")

    assert pdf.is_accessible
    assert "[leg][crescent moon]" in text_of(pdf).replace("] [", "][")
    assert "[flag DE]" in text_of(pdf)


def test_a_sign_in_no_font_becomes_a_box_and_the_page_says_so():
    pdf = made(who="Ana \U00012000", own_words="ok")

    assert pdf.is_accessible
    assert "Ana" in text_of(pdf)
    if pdf.unprintable:  # unless the machine has a font for cuneiform
        assert pdf.unprintable == {"\U00012000"}
        assert "A sign that could not be printed is shown as" in text_of(pdf)


def test_hidden_signs_never_turn_the_rest_of_a_line_round():
    cleaned = clean({"who": "A\u202ebc\x00\u2066d", "log": [["x\ue000y\r\nz"]]})

    assert cleaned == {"who": "Abcd", "log": [["xy\nz"]]}


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_leaves_nothing_hidden(text):
    once = clean(text)
    assert clean(once) == once
    assert not set(once) & set("\x00\x1b\u202e\u2067\ufffe")


@given(st.text(alphabet=st.characters(codec="latin-1", exclude_categories=["Cc"])))
def test_plain_letters_stay_as_they_are(text):
    assert clean(text) == text


def test_missing_signs_are_read_from_what_the_typesetter_says():
    said = (
        'error: PDF/UA-1 error: the text `"김"` could not be displayed with font\n'
        'error: the text `"\\u{200d}"` could not be displayed with font'
    )
    assert missing_signs(said) == {"김", "\u200d"}
    assert boxed({"a": ["x김y"]}, {"김"}) == {"a": ["x□y"]}


def test_the_file_is_tagged_and_claims_both_standards():
    pdf = made(symptoms=[["Night cramps", "3 of 7 nights", "5", "8", "calf", "same"]])
    reader = PdfReader(io.BytesIO(pdf.content))

    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"].startswith("en")
    meta = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in meta.replace('"', "")
    assert "pdfaid:part" in meta


def full(paper):
    row = ["Tingling, pins and needles", "61 of 84 nights", "5.5", "10",
           "left whole leg 40×, right whole leg 38×",
           "more often (24 of 42, then 37 of 42)"]  # fmt: skip
    nutrient = ["Vitamin B12", "205 to 260 mg", "100 mg", "EAR 8.1 mg × 1.8 (no meat)",
                "short in 8 to 9 of 10"]  # fmt: skip
    lab = ["25-OH vitamin D", "21.6 ng/mL = 54 nmol/L", "30–50, below", "3 Nov 2026"]
    finding = {
        "tier": "Recurring pattern",
        "text": "Night cramps on 15 of 24 nights after the least magnesium, on 12 of "
        "47 others.",
        "evidence": "night cramps: unlikely; tingling, pins and needles: unknown",
    }
    return made(
        paper=paper, own_words="Cramp in the left calf wakes me every night. " * 10,
        troubled_for="Troubled for months.", in_short="In short: a sentence. " * 6,
        flags=["22 November: One calf swollen, warm and throbbing"] * 4,
        symptoms=[row] * 6, burden="Woken by the legs on 40 of 84 nights. " * 5,
        medicines="Statin, Water tablets, Metformin, Acid blocker",
        conditions="Trouble taking up fat (coeliac, Crohn’s, after surgery)",
        supplements=["Magnesium citrate, 1 tablet (magnesium 200 mg): on 67 of 77"] * 5,
        labs=[lab] * 5, labs_else="Also: TSH 2.1 mIU/L, eGFR > 90.",
        nutrients=[nutrient] * 6, nutrients_else=["Probably enough: iron, folate."] * 3,
        all_nutrients=[nutrient] * 9, findings=[finding] * 5, visit="A line. " * 12,
        patterns_note="A line about patterns.",
        questions=["If we decide to test: ferritin and transferrin saturation."] * 5,
        not_logged="10 of 83 nights without an answer. Food: 68 of 84 days in full.",
    )  # fmt: skip


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_the_fullest_summary_still_stands_on_one_page(paper):
    pdf = full(paper)

    assert "68 of 84 days in full." in text_of(pdf, page=0)
    assert pdf.page_count == 2


def test_pages_are_counted():
    log = [[f"Day {n}", "Night: none", "Food " * 60] for n in range(200)]
    pdf = made(log=log)

    assert pdf.page_count == len(PdfReader(io.BytesIO(pdf.content)).pages) > 3
    assert page_count(b"no pdf") == 0


def test_years_of_days_are_set_too():
    log = [[f"Day {n}", f"Night: cramps {n % 10}", "soup"] for n in range(401)]
    pdf = made(log=log)

    assert pdf.is_accessible
    assert "Day 400" in text_of(pdf, page=-1)


def test_text_is_never_read_as_markup():
    pdf = made(who='#read("/etc/passwd") *x* $y$ @z', own_words="= no heading")

    assert '#read("/etc/passwd") *x* $y$ @z' in text_of(pdf)


def test_the_same_sheet_gives_the_same_bytes():
    assert made().content == made().content
