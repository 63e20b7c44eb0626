import pytest

from journal.domain.knowledge import load_knowledge
from journal.resources import reference_dir

KNOWLEDGE = load_knowledge(reference_dir())


@pytest.mark.parametrize("slug", [one.slug for one in KNOWLEDGE.nutrients])
def test_each_nutrient_has_a_page_with_grades_sources_and_harms(ana, get_page, slug):
    nutrient = KNOWLEDGE.nutrient(slug)
    page = get_page(ana.client, f"/learn/{slug}")

    assert page.h1 == nutrient.name
    for link in KNOWLEDGE.links_of(factor=nutrient.key):
        assert link.grade_label in page.text
        assert link.citations[0].split()[0] in page.text
    assert "Too much can harm" in page.text


def test_vitamin_d_speaks_of_sun_and_magnesium_of_fluids(ana, get_page):
    assert "sun" in get_page(ana.client, "/learn/vitamin-d").text.lower()
    assert "drink" in get_page(ana.client, "/learn/magnesium").text.lower()


def test_the_figures_are_those_of_the_person(ana, session, get_page):
    account = ana.account(session)
    account.birth_year, account.sex = 1984, "female"
    session.commit()

    text = get_page(ana.client, "/learn/magnesium").text

    assert "265 mg" in text.replace("\u00a0", " ")
    assert "people like you (women 31–50)" in text
    assert "Source:" in text


def test_without_a_profile_the_page_says_what_is_missing(ana, get_page):
    assert "birth year" in get_page(ana.client, "/learn/magnesium").text


@pytest.mark.parametrize("slug", ["gold", "magnesium_mg", "Magnesium", ".."])
def test_an_unknown_nutrient_is_404(ana, get_page, slug):
    get_page(ana.client, f"/learn/{slug}", status=404)
