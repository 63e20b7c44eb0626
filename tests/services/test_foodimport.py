"""Importing official releases of foods: read whole, written at once, undone."""

from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from journal.domain.errors import Invalid, NotFound
from journal.models import Food, FoodOfImport, FoodPortion
from journal.resources import reference_dir
from journal.services import foodimport
from journal.services.foodimport_fdc_json import fdc_json_foods
from journal.services.foodimport_files import MAXIMUM_LINE_BYTES, lines
from journal.services.foodimport_fndds import _COLUMNS
from journal.services.foodimport_index import index_with_imports
from journal.services.foodimport_record import ImportedFood
from journal.services.foodimport_spool import spooled
from journal.services.foodimport_steps import save_in_steps
from tests.factories import make_account, make_meal

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FOODS = """"fdc_id","data_type","description","food_category_id","publication_date"
"1","sample_food","HUMMUS, SAMPLE","16","2019-04-01"
"2","foundation_food","Hummus, commercial","16","2019-04-01"
"3","branded_food","QUINCE CRISPS","","2019-04-01"
"4","survey_fndds_food","Zorbet, quince","","2019-04-01"
"5","sr_legacy_food","Water only known by name","","2019-04-01"
"""
AMOUNTS = """"id","fdc_id","nutrient_id","amount","data_points"
"1","1","1003","99","1"
"2","2","2047","243","1"
"3","2","2048","229","1"
"4","2","1114","1.5","1"
"5","2","1110","999","1"
"6","2","1090","0","1"
"7","3","1110","40","1"
"8","3","1008","500","1"
"9","4","208","120","1"
"10","4","303","","1"
"11","3","1104","5000","1"
"12","4","301","-4","1"
"""
PORTIONS = (
    '"id","fdc_id","seq_num","amount","measure_unit_id","portion_description",'
    '"modifier","gram_weight"\n'
    '"1","2","2","2.0","1001","","","33.9"\n'
    '"2","2","1","1.0","1000","","heaped","240"\n'
    '"3","4","1","","9999","1 scoop","10205","70"\n'
    '"4","4","2","","9999","Quantity not specified","90000","100"\n'
)
BRANDS = (
    '"fdc_id","brand_owner","serving_size","serving_size_unit",'
    '"household_serving_fulltext","branded_food_category"\n'
    '"3","ORCHARD LTD","30","g","12 crisps","Snacks"\n'
)
RELEASE = {
    "food.csv": FOODS,
    "food_nutrient.csv": AMOUNTS,
    "food_portion.csv": PORTIONS,
    "branded_food.csv": BRANDS,
    "measure_unit.csv": '"id","name"\n"1000","cup"\n"1001","tablespoon"\n',
    "food_category.csv": '"id","code","description"\n"16","1600","Legumes"\n',
    "nutrient.csv": '"id","name","unit_name"\n"1114","Vitamin D","UG"\n',
}
OFF_HEADER = (
    "code\tproduct_name\tbrands\tserving_size\tmain_category_en\tenergy-kcal_100g\t"
    "energy_100g\tproteins_100g\tmagnesium_100g\tvitamin-d_100g\n"
)
OFF = (
    OFF_HEADER + '20001\t5" Quince bar\tOrchard,Other\t1 bar (25 g)\tBars\t\t418.4\t5'
    "\t0.05\t0.0000015\n"
    "20002\tQuince drink\t\t250 ml\t\t40\t\t0\t\t\n"
    "20003\t\t\t\t\t40\t\t1\t\t\n"
    "20004\tToo strong\t\t\t\t4000\t\t\t\t\n"
)
BOMB = gzip.compress(OFF_HEADER.encode() + (b"a" * 999 + b"\n") * 60_000)
BLANK_BOMB = gzip.compress(OFF_HEADER.encode() + b"\n" * 2_000_000)
Read = Callable[..., dict[str, ImportedFood]]


def archive(path: Path, members: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in members.items():
            made.writestr(f"release/{name}", text)
    return path


def nothing(_size: int) -> None:
    """Watch no progress."""


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read_all(*paths: Path) -> dict[str, ImportedFood]:
        with spooled(list(paths), scratch=tmp_path, progress=nothing) as spool:
            return {food.id: food for food in spool.foods()}

    return read_all


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return archive(tmp_path / "release.zip", RELEASE)


def save(session: Session, path: Path, now: datetime = NOW) -> int:
    with spooled([path], scratch=path.parent, progress=nothing) as spool:
        for _ in save_in_steps(session, spool=spool, now=now):
            session.commit()
        made = foodimport.find_whole_import(session, checksum=spool.checksum)
    assert made is not None
    return made.id


def undo(session: Session, number: int) -> tuple[int, int]:
    return list(foodimport.drop_in_steps(session, import_id=number))[-1]


def imported(session: Session) -> dict[str, Food]:
    query = select(Food).where(Food.id.like("fdc-%") | Food.id.like("off-%"))
    return {food.id: food for food in session.scalars(query)}


def test_a_csv_release_is_read_with_what_is_unknown_left_unknown(
    read: Read, release: Path
):
    foods = read(release)
    assert set(foods) == {"fdc-2", "fdc-3", "fdc-4"}
    hummus, crisps, zorbet = foods["fdc-2"], foods["fdc-3"], foods["fdc-4"]
    assert hummus.per_100_g == {
        "energy_kcal": 229.0,
        "vitamin_d_ug": 1.5,
        "magnesium_mg": 0.0,
    }
    assert [(p.label, p.grams) for p in hummus.portions] == [
        ("1 cup, heaped", 240.0),
        ("2 tablespoon", 33.9),
    ]
    assert (hummus.source, hummus.category) == ("foundation", "Legumes")
    assert crisps.per_100_g == {"vitamin_d_ug": 1.0, "energy_kcal": 500.0}
    assert (crisps.name, crisps.source) == ("Quince crisps, Orchard ltd", "branded")
    assert [(p.label, p.grams) for p in crisps.portions] == [("12 crisps", 30.0)]
    assert (zorbet.per_100_g, zorbet.source) == ({"energy_kcal": 120.0}, "survey")
    assert [(p.label, p.grams) for p in zorbet.portions] == [("1 scoop", 70.0)]


def test_a_json_release_is_read(tmp_path: Path, read: Read):
    vitamin_d = {"id": 1114, "number": "328", "unitName": "µg"}
    food = {
        "fdcId": 7,
        "description": "Kale, raw",
        "foodCategory": {"description": "Vegetables"},
        "foodNutrients": [
            {"nutrient": {"id": 2047, "unitName": "kcal"}, "amount": 43.0},
            {"nutrient": vitamin_d, "amount": 0.0},
            {"nutrient": {"id": 1090, "unitName": "g"}, "amount": 33.0},
            {"nutrient": {"id": 1087, "unitName": "mg"}},
        ],
        "foodPortions": [
            {"amount": 1, "measureUnit": {"name": "cup"}, "gramWeight": 20.6}
        ],
    }
    text = json.dumps({"FoundationFoods": [food]})
    kale = read(archive(tmp_path / "j.zip", {"foods.json": text}))["fdc-7"]
    assert kale.per_100_g == {"energy_kcal": 43.0, "vitamin_d_ug": 0.0}
    assert [(p.label, p.grams) for p in kale.portions] == [("1 cup", 20.6)]
    assert (kale.source, kale.category) == ("foundation", "Vegetables")


def test_the_survey_workbooks_are_read_together(tmp_path: Path, read: Read):
    book = Workbook()
    sheet = book.active
    sheet.title = "FNDDS Nutrient Values"
    category = "WWEIA Category description"
    header = ["Food code", "Main food description", category, *_COLUMNS.values()]
    sheet.append(["FNDDS Nutrient Values"])
    sheet.append(header)
    sheet.append([11100000, "Milk, NFS", "Milk", *range(len(_COLUMNS))])
    book.save(tmp_path / "values.xlsx")
    book = Workbook()
    sheet = book.active
    sheet.title = "Portions and Weights"
    sheet.append(["Portions and Weights"])
    sheet.append(["Food code", "Portion description", "Portion weight\n(g)"])
    sheet.append([11100000, "Quantity not specified", 244])
    sheet.append([11100000, "1 cup", 244])
    book.save(tmp_path / "portions.xlsx")
    foods = read(tmp_path / "portions.xlsx", tmp_path / "values.xlsx")
    assert [(p.label, p.grams) for p in foods["fndds-11100000"].portions] == [
        ("1 cup", 244.0)
    ]
    assert foods["fndds-11100000"].per_100_g["protein_g"] == 1.0
    both = [tmp_path / "portions.xlsx", tmp_path / "values.xlsx"]
    with spooled(both, scratch=tmp_path, progress=nothing) as spool:
        assert spool.file_name == "portions.xlsx, values.xlsx"
    with pytest.raises(Invalid, match="nutrient values"):
        read(tmp_path / "portions.xlsx")
    for title in ("Food and Beverages", "FNDDS Ingredients", "Groceries"):
        book = Workbook()
        book.active.title = title
        book.save(tmp_path / f"{title}.xlsx")
    further = [
        tmp_path / "Food and Beverages.xlsx",
        tmp_path / "FNDDS Ingredients.xlsx",
    ]
    four = read(*further, tmp_path / "portions.xlsx", tmp_path / "values.xlsx")
    assert four == foods
    with pytest.raises(Invalid, match=r"FNDDS Ingredients\.xlsx has no figures"):
        read(further[1])
    with pytest.raises(Invalid, match=r"Groceries\.xlsx is not one"):
        read(tmp_path / "values.xlsx", tmp_path / "Groceries.xlsx")


@pytest.mark.parametrize("packed", [False, True])
def test_open_food_facts_is_read(tmp_path: Path, read: Read, packed: bool):
    path = tmp_path / ("off.csv.gz" if packed else "off.csv")
    path.write_bytes(gzip.compress(OFF.encode()) if packed else OFF.encode())
    foods = read(path)
    assert set(foods) == {"off-20001", "off-20002"}
    bar, drink = foods["off-20001"], foods["off-20002"]
    assert bar.name == '5" Quince bar, Orchard'
    assert bar.per_100_g == {
        "energy_kcal": 100.0,
        "protein_g": 5.0,
        "magnesium_mg": 50.0,
        "vitamin_d_ug": 1.5,
    }
    assert [(p.label, p.grams) for p in bar.portions] == [("1 serving", 25.0)]
    assert drink.per_100_g == {"energy_kcal": 40.0, "protein_g": 0.0}
    assert drink.portions == ()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", b"", "empty"),
        ("latin.csv", OFF_HEADER.encode() + b"1\tCaf\xe9\n", "UTF-8"),
        ("header.csv", OFF.replace("proteins_", "protein_").encode(), "proteins_100g"),
        ("cut.csv", OFF.encode()[:-20], "cut off"),
        ("cut.csv.gz", gzip.compress(OFF.encode())[:-20], "cut off"),
        ("line.csv", b"x" * (MAXIMUM_LINE_BYTES + 1), "does not end"),
        ("cut.zip", b"PK\x03\x04 and no more", "cut off"),
        ("cut.json", b'{"FoundationFoods": [{"fdcId": 1', "cut off"),
        ("other.json", b'{"Foods": []}', "FoodData Central"),
        ("bomb.csv.gz", BOMB, "far more"),
        ("blank.csv.gz", BLANK_BOMB, "far more"),
        ("none.json", b'{"FoundationFoods": []}', "no food"),
    ],
)
def test_a_file_that_is_not_sound_is_refused_in_one_line(
    tmp_path: Path, read: Read, name: str, content: bytes, words: str
):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Invalid, match=words) as refused:
        read(path)
    assert "\n" not in str(refused.value)
    assert "Nothing was imported." in str(refused.value)
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"food.csv": FOODS.replace("data_type", "type")}, "no column data_type"),
        ({"food_nutrient.csv": AMOUNTS[:-9]}, "cut off|sound table"),
        ({"nutrient.csv": '"id","unit_name"\n"1114","IU"\n'}, "not in UG"),
        ({"../../evil.csv": "x"}, "outside"),
        ({"bomb.csv": "0" * 30_000_000}, "far more"),
        ({"food.csv": FOODS.replace('"2","found', '"x","found')}, "number"),
    ],
)
def test_an_archive_that_is_not_sound_is_refused(
    tmp_path: Path, read: Read, changed: dict[str, str], words: str
):
    with pytest.raises(Invalid, match=words):
        read(archive(tmp_path / "release.zip", RELEASE | changed))


def test_an_archive_of_4_gb_is_refused_without_reading_it(tmp_path: Path, read: Read):
    path = tmp_path / "large.zip"
    with path.open("wb") as stream:
        stream.write(b"PK\x03\x04")
        stream.truncate(4_300_000_000)  # takes no room: all holes
    with pytest.raises(Invalid, match=r"larger than any official release \(2 GB\)"):
        read(path)


def test_a_release_half_read_leaves_no_file_for_a_kill_to_leave_behind(
    tmp_path: Path, release: Path
):
    seen = set()

    def watch(_size: int) -> None:
        seen.update(one.name for one in tmp_path.iterdir())

    with spooled([release], scratch=tmp_path, progress=watch) as spool:
        assert spool.food_count == 3
    assert seen == {release.name}


def test_an_import_is_searchable_below_the_curated_foods_and_undone(
    session: Session, release: Path, tmp_path: Path
):
    number = save(session, release)
    index = index_with_imports(session, tmp_path, reference_dir())
    assert index.search("quince crisps")[0].id == "fdc-3"
    assert index.search("hummus")[0].id == "hummus"
    assert undo(session, number) == (3, 0)
    index = index_with_imports(session, tmp_path, reference_dir())
    assert "fdc-3" not in {hit.id for hit in index.search("quince crisps")}
    assert imported(session) == {}
    assert foodimport.list_imports(session) == []
    with pytest.raises(NotFound):
        undo(session, number)


def test_the_same_file_again_changes_nothing(session: Session, release: Path):
    first = save(session, release)
    later = NOW.replace(day=24)
    assert save(session, release, later) == first
    assert foodimport.list_imports(session)[0].imported_at == NOW
    assert len(imported(session)) == 3


def test_a_newer_file_takes_its_foods_over(
    session: Session, release: Path, tmp_path: Path
):
    first = save(session, release)
    newer = RELEASE | {"food_nutrient.csv": AMOUNTS.replace('"229"', '"230"')}
    second = save(session, archive(tmp_path / "newer.zip", newer))
    assert imported(session)["fdc-2"].per_100_g["energy_kcal"] == 230.0
    query = select(func.count()).where(FoodPortion.food_id == "fdc-2")
    assert session.scalar(query) == 2
    assert set(session.scalars(select(FoodOfImport.import_id))) == {second}
    assert [made.id for made in foodimport.list_imports(session)] == [second]
    with pytest.raises(NotFound):
        undo(session, first)


def test_a_file_whose_foods_were_all_taken_over_can_come_again(
    session: Session, release: Path, tmp_path: Path
):
    save(session, release)
    newer = RELEASE | {"food_nutrient.csv": AMOUNTS.replace('"229"', '"230"')}
    second = save(session, archive(tmp_path / "newer.zip", newer))
    third = save(session, release)
    assert imported(session)["fdc-2"].per_100_g["energy_kcal"] == 229.0
    assert [made.id for made in foodimport.list_imports(session)] == [third]
    assert third != second
    assert undo(session, third) == (3, 0)
    assert imported(session) == {}


def test_a_food_in_a_meal_outlives_the_undo_and_comes_back_with_the_file(
    session: Session, release: Path
):
    number = save(session, release)
    account = make_account(session)
    food = imported(session)["fdc-2"]
    make_meal(session, account, NOW.date(), (food, 80.0))
    session.flush()
    assert undo(session, number) == (2, 1)
    assert [food.is_listed for food in imported(session).values()] == [False]
    save(session, release)
    assert [food.is_listed for food in imported(session).values()] == [True] * 3


@given(st.lists(st.text(alphabet="ab\t é\"'", max_size=9), max_size=9))
def test_lines_are_the_lines_of_the_text(written: list[str]):
    text = "".join(f"{line}\n" for line in written)
    stream = io.BytesIO(text.encode())
    assert "".join(lines(stream, "x", nothing)) == text


def test_a_long_list_is_read_food_by_food():
    stream = io.BytesIO(
        b'{"SRLegacyFoods": ['
        + b",\n".join(
            b'{"fdcId": %d, "description": "Food", "foodNutrients": [{"nutrient": '
            b'{"id": 1008, "unitName": "kcal"}, "amount": 1}]}' % number
            for number in range(20_000)
        )
        + b"]}"
    )
    size = stream.getbuffer().nbytes
    foods = fdc_json_foods(stream, "x", nothing)
    next(foods)
    assert stream.tell() < size / 4
    assert sum(1 for _ in foods) == 19_999


@pytest.mark.skipif(
    not os.environ.get("JOURNAL_TEST_FOUNDATION_ZIP"), reason="no official release here"
)
def test_an_official_foundation_release_is_read_as_downloaded(read: Read):
    foods = read(Path(os.environ["JOURNAL_TEST_FOUNDATION_ZIP"]))
    assert len(foods) > 300
    assert foods["fdc-321358"].per_100_g["energy_kcal"] == 229.0
    assert any(food.portions for food in foods.values())
