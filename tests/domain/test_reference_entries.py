import csv
import re
import tomllib

import pytest

from journal.domain.reference_entries import MARK_WORDS, mark_words, source_words
from journal.domain.targets import MARKS
from journal.resources import reference_dir


def sources_of(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"source", "citations"}:
                yield from [inner] if isinstance(inner, str) else inner
            else:
                yield from sources_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from sources_of(inner)


def all_sources():
    for name in ("links", "nutrients", "red_flags", "symptoms"):
        text = (reference_dir() / f"{name}.toml").read_text(encoding="utf-8")
        yield from sources_of(tomllib.loads(text))
    with (reference_dir() / "targets.csv").open(encoding="utf-8", newline="") as file:
        yield from {row["source"] for row in csv.DictReader(file)}


def test_every_mark_has_its_own_words():
    assert set(MARK_WORDS) == set(MARKS)
    assert len(set(MARK_WORDS.values())) == len(MARKS)
    assert mark_words("✓P(m)") == "checked on a copy of it"


def test_no_source_shows_a_bare_mark_or_where_a_copy_was_read():
    odd = re.compile(r"✓|mirror|scribd|docslib|yumpu|studylib|healthunlocked|ilidea")
    shown = [source_words(source) for source in all_sources()]

    assert len(shown) > 100
    assert [source for source in shown if odd.search(source)] == []
    assert all(source.count("(") == source.count(")") for source in shown)


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        (
            "RDA: mirror of the NASEM vitamin table (docslib 459083); no UL",
            "RDA: a copy of the NASEM vitamin table; no UL",
        ),
        (
            "UL: NASEM 2011 (4,000 IU), mirror skyscape pednutri App. D-2",
            "UL: NASEM 2011 (4,000 IU) (read on a copy)",
        ),
        ("NHS text (x.co.uk, ✓P(m))", "NHS text (x.co.uk, checked on a copy of it)"),
        ("SACN 2016, yumpu 55761278", "SACN 2016 (read on a copy)"),
        ("EFSA Journal pub 4150", "EFSA Journal pub 4150"),
    ],
)
def test_a_source_is_shown_in_plain_words(kept, shown):
    assert source_words(kept) == shown
