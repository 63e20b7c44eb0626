"""Other programs' files as they really look: old and new headers, gaps, commas."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import Invalid
from journal.domain.history import (
    PastFact,
    PastFood,
    PastNote,
    PastSymptom,
    PastTotals,
    slot_at,
)
from journal.domain.history_kinds import read_history
from journal.domain.history_nutrients import column_of
from journal.domain.history_table import decoded
from journal.domain.history_values import (
    Unclear,
    clock,
    date_order,
    day,
    minutes,
    number,
)
from journal.domain.records import Slot

NUTRIENTS = (
    "Energy (kcal),Water (g),B12 (Cobalamin) (µg),Folate (µg),Vitamin A (IU),"
    "Vitamin D (IU),Magnesium (mg),Protein (g),Carbs (g),Fat (g)"
)
SERVINGS = f"""Day,Time,Group,Food Name,Amount,{NUTRIENTS},Category
2026-08-11,8:05 AM,Breakfast,"Oats, Rolled",40.00 g,150.4,3,0,,0,0,55.2,5.2,27,2.6,Grains
2026-08-11,8:05 AM,Breakfast,Coffee,1.00 cup,,237,0,,0,,7.1,,,,Drinks
2026-08-11,8:05 AM,Breakfast,Coffee,1.00 cup,,237,0,,0,,7.1,,,,Drinks
2026-08-11,,Uncategorized,"Salmon, Cooked",200.00 g,"1,364.0",119,6.2,,84,696,74,51,0,16,Fish
"""  # noqa: E501


def only(history, kind):
    return [row for row in history.rows if isinstance(row, kind)]


def test_cronometer_foods_keep_their_amounts_and_figures() -> None:
    history = read_history(SERVINGS)
    oats, coffee, again, salmon = only(history, PastFood)
    assert history.source == "cronometer_servings"
    assert (oats.day, oats.slot, oats.name) == (
        date(2026, 8, 11),
        Slot.BREAKFAST,
        "Oats, Rolled",
    )
    assert (oats.amount_g, coffee.amount_g, coffee.amount_label) == (
        40.0,
        None,
        "1.00 cup",
    )
    assert oats.totals["magnesium_mg"] == 55.2
    assert coffee.totals == again.totals
    assert salmon.totals["energy_kcal"] == 1364.0


def test_a_blank_cell_is_not_known_and_zero_is_zero() -> None:
    oats, coffee, *_ = only(read_history(SERVINGS), PastFood)
    assert "energy_kcal" not in coffee.totals
    assert "vitamin_d_ug" not in coffee.totals
    assert oats.totals["vitamin_d_ug"] == 0.0


def test_the_unit_is_read_from_the_header() -> None:
    salmon = only(read_history(SERVINGS), PastFood)[-1]
    assert salmon.totals["vitamin_d_ug"] == pytest.approx(17.4)
    in_ug = SERVINGS.replace("Vitamin D (IU)", "Vitamin D (µg)")
    assert only(read_history(in_ug), PastFood)[-1].totals["vitamin_d_ug"] == 696


@pytest.mark.parametrize("micro", ["µ", "μ"])
def test_both_signs_for_micro_are_one(micro) -> None:
    text = SERVINGS.replace("µ", micro)
    assert only(read_history(text), PastFood)[-1].totals["vitamin_b12_ug"] == 6.2


def test_what_the_file_does_not_say_clearly_is_left_out_and_told() -> None:
    history = read_history(SERVINGS)
    becomes = dict(history.columns)
    assert becomes["Vitamin D (IU)"] == "vitamin_d_ug"
    assert becomes["Folate (μg)"].startswith("left out")
    assert becomes["Vitamin A (IU)"].startswith("left out")
    assert all("folate_dfe_ug" not in food.totals for food in only(history, PastFood))


def test_a_file_without_nutrients_still_tells_foods() -> None:
    text = "Day,Time,Group,Food Name,Amount,Category\n2026-09-01,,Lunch,Rice,1 cup,x\n"
    (food,) = only(read_history(text), PastFood)
    assert (food.totals, food.slot) == ({}, Slot.LUNCH)


def test_the_oldest_layout_has_neither_time_nor_group() -> None:
    text = "Day,Food Name,Amount,Energy (kcal),Alcohol (g)\n2012-03-01,Rice,50 g,65,0\n"
    (food,) = only(read_history(text), PastFood)
    assert (food.slot, food.totals["alcohol_g"]) == (Slot.SNACKS, 0.0)


def test_separators_marks_and_line_ends_do_not_matter() -> None:
    semicolons = "Day;Food Name;Amount;Energy (kcal)\r\n2026-01-02;Brot;50 g;120,5\r\n"
    (food,) = only(
        read_history(decoded(b"\xef\xbb\xbf" + semicolons.encode())), PastFood
    )
    assert food.totals["energy_kcal"] == 120.5
    (same,) = only(read_history(decoded(semicolons.encode("utf-16"))), PastFood)
    assert same == food


def test_the_day_sum_among_foods_is_not_a_food() -> None:
    text = (
        "Day,Food Name,Amount,Energy (kcal)\n2026-01-02,A,50 g,100\n"
        "2026-01-02,B,50 g,150\n2026-01-02,Gesamt,,250\n"
    )
    history = read_history(text)
    assert [food.name for food in only(history, PastFood)] == ["A", "B"]
    assert any("sum of a day" in name for name, _ in history.columns)


def test_dates_by_month_first_are_told_from_days_first() -> None:
    text = "Day,Food Name,Amount\n8/11/2021,A,1 g\n8/13/2021,A,1 g\n"
    history = read_history(text)
    assert [food.day.month for food in only(history, PastFood)] == [8, 8]
    assert not history.asks_date_order


def test_an_unclear_order_of_day_and_month_is_asked() -> None:
    text = "Day,Food Name,Amount\n8/11/2021,A,1 g\n"
    assert read_history(text).asks_date_order
    told = read_history(text, "dmy")
    assert not told.asks_date_order
    assert only(told, PastFood)[0].day == date(2021, 11, 8)


def test_cronometer_days_keep_sums_and_whether_they_were_complete() -> None:
    text = (
        "Date,Energy (kcal),Vitamin D (IU),Iron (mg),Completed\n"
        "2026-09-01,2000,400,,true\n2026-09-02,900,40,5,false\n2026-09-03,100,0,0,\n"
    )
    first, second, third = only(read_history(text), PastTotals)
    assert first.totals == {"energy_kcal": 2000.0, "vitamin_d_ug": 10.0}
    assert (first.is_completed, second.is_completed, third.is_completed) == (
        True,
        False,
        None,
    )


def test_days_by_meal_count_once_in_any_language() -> None:
    text = (
        "Date,Group,Energy (kcal),Completed\n2026-09-01,Breakfast,400,true\n"
        "2026-09-01,Dinner,600,true\n2026-09-01,Summe,1000,true\n"
        "2026-09-02,Breakfast,300,\n2026-09-02,Dinner,200,\n"
    )
    first, second = only(read_history(text), PastTotals)
    assert (first.totals["energy_kcal"], second.totals["energy_kcal"]) == (1000, 500)


def test_mysymptoms_rows_of_any_length() -> None:
    text = (
        "My diary\n"
        '03/30/2022, 18:57, Dinner, "Sushi, Rolls [200 g]", "Seaweed"\n'
        '03/30/2022, 23:30, Symptom, "Leg cramps", " Intensity: 7", "Duration: 5 min"\n'
        "03/31/2022, 07:00, Sleep, 7:30\n"
        '03/31/2022, 08:00, Medication, "Aspirin"\n'
        "03/31/2022, 09:00, Levitation, x\n"
    )
    history = read_history(text)
    sushi, seaweed = only(history, PastFood)
    assert (sushi.name, sushi.amount_label) == ("Sushi, Rolls", "200 g")
    assert seaweed.slot is Slot.DINNER
    (cramp,) = only(history, PastSymptom)
    assert (cramp.severity_0_10, cramp.duration_min, cramp.at) == (7, 5, time(23, 30))
    assert only(history, PastFact)[0].value == 450
    assert only(history, PastNote)[0].text == "Medication: Aspirin"
    assert "Levitation" in history.unreadable[0].reason


BEARABLE = """date,date formatted,weekday,time of day,category,rating/amount,detail,notes
x,2026-05-01,Fri,pm,Symptom,3,Leg cramps (Severe),left calf
x,2026-05-01,Fri,,Symptom,0,Tingling,
x,2026-05-02,Sat,,Sleep,7:30,,
x,2026-05-02,Sat,,Mood,4,😀,
x,2026-05-02,Sat,,Lifestyle,,🏃 Walk - a lot | 🍷 Wine - little,
x,2026-05-02,Sat,,Symptom,9,Headache,
"""  # noqa: E501


def test_bearable_ratings_are_put_on_our_scale_and_kept() -> None:
    history = read_history(BEARABLE)
    cramp, tingling = only(history, PastSymptom)
    assert (cramp.name, cramp.severity_0_10, cramp.original) == (
        "Leg cramps",
        8,
        "3 of 4",
    )
    assert (tingling.severity_0_10, tingling.name) == (0, "Tingling")
    assert only(history, PastFact)[0].value == 450
    assert [note.text for note in only(history, PastNote)] == [
        "Mood: 4",
        "Lifestyle: Walk - a lot Wine - little",
    ]
    assert "rating from 0 to 4" in history.unreadable[0].reason


def test_daylio_entries_are_words() -> None:
    text = (
        "full_date,date,weekday,time,mood,activities,note_title,note\n"
        '2026-05-01,May 1,Fri,20:00,good,"walk | friends",Title,"Line, one"\n'
    )
    (note,) = only(read_history(text), PastNote)
    assert note.text == "Mood: good; walk, friends; Title; Line, one"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("\n\n,,\n", "empty"),
        ("a,b\n1,2\n", "not known"),
        ("Date,Meal,Calories,Fat (g)\n2026-01-01,Lunch,1,2\n", "not known"),
        ('Day,Food Name,Amount\n2026-01-01,"cut', "middle of a row"),
        ('Day,Food Name,Amount\n2026-01-01,"a" b,1 g\n', "not a sound table"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_in_a_sentence(text, words) -> None:
    with pytest.raises(Invalid, match=words):
        read_history(text)


def test_rows_that_cannot_be_read_are_named_and_the_rest_is_kept() -> None:
    text = (
        "Day,Food Name,Amount,Energy (kcal)\n2026-01-01,A,1 g,5\n"
        "yesterday,B,1 g,5\n2026-01-01,C,1 g,lots\n2026-01-01,,1 g,5\n"
        "0001-01-01,D,1 g,5\n2026-01-01,E,1 g,-5\n2026-01-01,F\n"
    )
    history = read_history(text)
    assert [food.name for food in only(history, PastFood)] == ["A"]
    assert {bad.line for bad in history.unreadable} == {3, 4, 5, 6, 7, 8}
    assert any("cut off" in bad.reason for bad in history.unreadable)


@pytest.mark.parametrize("content", [b"\xff\xfea", b"\x80abc", b"a\x00b"])
def test_bytes_that_are_no_text_are_refused(content) -> None:
    with pytest.raises(Invalid):
        decoded(content)


@pytest.mark.parametrize(
    ("text", "comma", "value"),
    [
        ("1,000.5", False, 1000.5),
        ("1,000", False, 1000.0),
        ("1,000", True, 1.0),
        ("12,5", False, 12.5),
        ("0", False, 0.0),
        ("", False, None),
        (" n/a ", False, None),
        ("1e3", False, 1000.0),
    ],
)
def test_numbers_of_different_countries(text, comma, value) -> None:
    assert number(text, decimal_comma=comma) == value


@pytest.mark.parametrize("text", ["nan", "inf", "-1", "1e99", "=1+1", "one", "1.2.3"])
def test_what_is_no_amount_is_refused(text) -> None:
    with pytest.raises(Unclear):
        number(text)


@given(st.floats(0, 1e8, allow_nan=False))
def test_every_amount_reads_as_it_was_written(value) -> None:
    assert number(f"{value:.6f}") == float(f"{value:.6f}")


@given(st.dates(date(1950, 1, 1), date(2200, 12, 31)))
def test_every_day_reads_in_every_spelling(wanted) -> None:
    assert day(wanted.isoformat(), "mdy") == wanted
    assert day(f"{wanted.month}/{wanted.day}/{wanted.year}", "mdy") == wanted
    assert day(f"{wanted.day}/{wanted.month}/{wanted.year}", "dmy") == wanted
    assert day(f"{wanted.day}.{wanted.month}.{wanted.year}", "mdy") == wanted


def test_the_order_of_dates_is_seen_or_unknown() -> None:
    assert date_order(["3/4/2026", "13/4/2026"]) == "dmy"
    assert date_order(["3/4/2026", "3/14/2026"]) == "mdy"
    assert date_order(["3/4/2026"]) is None
    assert date_order(["13/4/2026", "3/14/2026"]) is None


def test_times_and_lengths() -> None:
    assert clock("8:33 AM") == time(8, 33)
    assert clock("12:05 am") == time(0, 5)
    assert clock("20:33") == time(20, 33)
    assert clock("25:00") is None
    assert (minutes("7:30"), minutes("7.5"), minutes("x")) == (450, 450, None)


@pytest.mark.parametrize(
    ("at", "said", "slot"),
    [
        (time(8), "", Slot.BREAKFAST),
        (time(12, 30), "", Slot.LUNCH),
        (time(19), "", Slot.DINNER),
        (time(23), "", Slot.SNACKS),
        (None, "Uncategorized", Slot.SNACKS),
        (time(8), "Dinner", Slot.DINNER),
        (time(8), "snack", Slot.SNACKS),
    ],
)
def test_the_meal_is_told_by_its_name_or_the_time(at, said, slot) -> None:
    assert slot_at(at, said) is slot


def test_a_column_of_an_unknown_unit_is_left_out() -> None:
    assert column_of("Iron (IU)") == "the unit “IU” is not known for it"
    assert column_of("Iron (g)") == ("iron_mg", 1000.0)
    assert column_of("Oxalate (mg)") is None
