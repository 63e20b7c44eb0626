from hypothesis import given
from hypothesis import strategies as st

from journal.domain.textsearch import AROUND, find_words, search_words


def found(text, query):
    return find_words(text, search_words(query))


def test_words_are_found_whatever_the_case_and_the_accents():
    assert found("Crème brûlée again", "BRULEE").found == "brûlée"
    assert found("Auf der Straße", "strasse").found == "Straße"
    assert found("ΦΑΣΌΛΙΑ", "φασόλια").found == "ΦΑΣΌΛΙΑ"


def test_every_word_must_be_there():
    assert found("rye bread with egg", "egg rye").found == "rye"
    assert found("rye bread", "egg rye") is None


def test_no_words_find_nothing():
    assert found("rye bread", "   ") is None
    assert search_words("\u0301") == ()


def test_a_long_note_is_cut_around_the_place():
    snippet = found("a" * 500 + "cramp" + "b" * 500, "cramp")
    assert snippet.before == "…" + "a" * AROUND
    assert snippet.after == "b" * AROUND + "…"


@given(st.text(max_size=80), st.text(min_size=1, max_size=8))
def test_the_three_parts_are_the_text_itself(text, query):
    snippet = found(text, query)
    if snippet and len(text) <= AROUND:
        assert snippet.before + snippet.found + snippet.after == text


@given(st.text(alphabet="abc äÖ", min_size=1, max_size=30), st.data())
def test_any_piece_of_a_word_is_found(text, data):
    words = text.split()
    if words:
        word = data.draw(st.sampled_from(words))
        assert found(text, word) is not None
