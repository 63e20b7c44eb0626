"""Apple Health's file as it is written: read as a stream, counted once, no entities."""

from __future__ import annotations

import io
from datetime import date

import pytest

from journal.domain.errors import Invalid
from journal.domain.history import PastFact, PastFood
from journal.domain.records import Slot
from journal.services.import_apple import read_apple

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation)*)>
<!ATTLIST HealthData locale CDATA #REQUIRED>
]>
<HealthData locale="en_GB">
 <ExportDate value="2026-08-12 10:00:00 -0700"/>
"""
LIKE = 'sourceName="Foody" startDate="{at}" endDate="{at}"'


def dietary(name: str, unit: str, value: object, at: str = "08:05:00") -> str:
    when = LIKE.format(at=f"2026-08-11 {at} -0700")
    return (
        f'<Record type="HKQuantityTypeIdentifierDietary{name}" unit="{unit}" '
        f'value="{value}" {when}/>'
    )


def food(name: str, *records: str) -> str:
    when = LIKE.format(at="2026-08-11 08:05:00 -0700")
    return (
        f'<Correlation type="HKCorrelationTypeIdentifierFood" {when}>'
        f'<MetadataEntry key="HKFoodType" value="{name}"/>{"".join(records)}'
        "</Correlation>"
    )


def read(*parts: str):
    return read_apple(io.BytesIO((HEAD + "\n".join(parts) + "</HealthData>").encode()))


def test_a_food_is_counted_once_though_its_records_stand_twice() -> None:
    inside = [dietary("Magnesium", "mg", 26), dietary("VitaminD", "mcg", 2.5)]
    history = read(*inside, food("Oatmeal", *inside))
    (oats,) = history.rows
    assert isinstance(oats, PastFood)
    assert (oats.name, oats.day, oats.slot) == (
        "Oatmeal",
        date(2026, 8, 11),
        Slot.BREAKFAST,
    )
    assert oats.totals == {"magnesium_mg": 26.0, "vitamin_d_ug": 2.5}


def test_what_no_named_food_holds_is_a_food_of_its_program() -> None:
    history = read(
        dietary("Iron", "mg", 5, "19:00:00"), dietary("Protein", "g", 20, "19:00:00")
    )
    (row,) = history.rows
    assert isinstance(row, PastFood)
    assert (row.name, row.slot) == ("Food logged in Foody", Slot.DINNER)
    assert row.totals == {"iron_mg": 5.0, "protein_g": 20.0}


def test_water_alone_is_the_water_of_the_day_and_units_are_read() -> None:
    history = read(
        dietary("Water", "mL", 250, "10:00:00"), dietary("Water", "L", 0.5, "12:00:00")
    )
    assert [(row.name, row.value) for row in history.rows] == [
        ("water_ml", 250.0),
        ("water_ml", 500.0),
    ]


def test_exercise_minutes_add_up_by_day() -> None:
    when = LIKE.format(at="2026-08-11 08:05:00 -0700")
    minute = (
        f'<Record type="HKQuantityTypeIdentifierAppleExerciseTime" unit="min" '
        f'value="1" {when}/>'
    )
    (row,) = read(*[minute] * 30).rows
    assert isinstance(row, PastFact)
    assert (row.name, row.value) == ("exercise_min", 30.0)


def test_records_that_cannot_be_read_are_named() -> None:
    history = read(
        dietary("Iron", "spoons", 5),
        dietary("Iron", "mg", "lots"),
        dietary("Iron", "mg", 5, "noon"),
        dietary("Iron", "mg", 5),
    )
    assert len(history.unreadable) == 3
    assert len(history.rows) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<HealthData><Record", "cut off"),
        ("<Other/>", "no export"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><HealthData>&b;</HealthData>', "entities"),
        (
            '<!DOCTYPE a SYSTEM "http://127.0.0.1/x"><HealthData>&b;</HealthData>',
            "cut off|entities",
        ),
    ],
)
def test_a_document_that_is_not_sound_is_refused(text, words) -> None:
    with pytest.raises(Invalid, match=words):
        read_apple(io.BytesIO(text.encode()))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("MOST_HELD", food("x", *[dietary("Iron", "mg", 1)] * 60)),
        ("MOST_HELD", "<a>" * 60 + "</a>" * 60),
        ("MOST_MOMENTS", food("x") * 60),
        ("MOST_MOMENTS", dietary("Iron", "spoons", 5) * 60),
    ],
    ids=["one endless food", "endless nesting", "endless foods", "endless mistakes"],
)
def test_no_file_grows_in_memory_without_end(monkeypatch, name, text) -> None:
    read(text)
    monkeypatch.setattr(f"journal.services.import_apple.{name}", 50)
    with pytest.raises(Invalid, match="holds more"):
        read(text)


def test_a_large_file_is_read_in_little_memory() -> None:
    import tracemalloc

    class Endless(io.RawIOBase):
        """A file that is made while it is read and never there as a whole."""

        def __init__(self) -> None:
            self.left = 3_000
            self.waiting = HEAD.encode()

        def read(self, size: int = -1) -> bytes:
            while len(self.waiting) < size and self.left >= 0:
                minute = self.left % 60
                line = dietary("Iron", "mg", 1, f"10:{minute:02d}:00")
                self.waiting += line.encode() if self.left else b"</HealthData>"
                self.left -= 1
            piece, self.waiting = self.waiting[:size], self.waiting[size:]
            return piece

    tracemalloc.start()
    try:
        history = read_apple(Endless())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(history.rows) == 60
    assert peak < 600_000
