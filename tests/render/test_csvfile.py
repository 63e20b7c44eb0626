import csv
import io
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.render.csvfile import cell, csv_lines, defused, restored, write_zip

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)


@given(st.text())
def test_defusing_a_text_can_be_undone_exactly(text):
    safe = defused(text)

    assert restored(safe) == text
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"]
)
def test_a_formula_gets_an_apostrophe_before_it(text):
    assert cell(text) == "'" + text


def test_unknown_is_empty_and_zero_is_zero():
    assert cell(None) == ""
    assert cell(0) == "0"
    assert cell(0.0) == "0"
    assert cell(False) == "no"
    assert cell("") == ""


@pytest.mark.parametrize(
    ("number", "words"),
    [(1234.5, "1234.5"), (-2.0, "-2"), (1e-9, "0"), (1e12, "1000000000000")],
)
def test_a_number_has_a_point_and_no_exponent_and_is_not_defused(number, words):
    assert cell(number) == words


@given(
    st.lists(
        st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))
    )
)
def test_any_text_comes_back_from_the_table(texts):
    rows = [{"n": 1, "text": text} for text in texts]
    table = "".join(csv_lines(["n", "text"], rows))

    read = list(csv.reader(io.StringIO(table, newline="")))

    assert [restored(row[1]) for row in read[1:]] == texts


def zipped(files, **options):
    out = io.BytesIO()
    write_zip(out, files, made_at=NOW, **options)
    return out.getvalue()


def test_a_long_table_comes_in_pieces_and_is_whole():
    rows = [{"n": n, "words": "x" * 40} for n in range(2000)]

    pieces = list(csv_lines(["n", "words"], rows))

    assert len(pieces) > 2
    read = list(csv.DictReader(io.StringIO("".join(pieces))))
    assert [row["n"] for row in read] == [str(n) for n in range(2000)]


def test_the_same_files_make_the_same_zip():
    files = [("README.txt", ["a"]), ("days.csv", ["date", "\r\n"])]

    made = zipped(files)

    assert made == zipped(files)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert archive.read("days.csv") == b"\xef\xbb\xbfdate\r\n"


def test_the_mark_can_be_left_out():
    with zipfile.ZipFile(
        io.BytesIO(zipped([("days.csv", ["date"])], with_mark=False))
    ) as archive:
        assert archive.read("days.csv") == b"date"
