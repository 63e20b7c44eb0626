from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.models import Supplement
from tests.conftest import GetPage, Person, inspect_answer
from tests.factories import make_supplement, take_supplement


def mine(session: Session, person: Person) -> list[Supplement]:
    session.rollback()
    wanted = select(Supplement).where(Supplement.user_id == person.id)
    return list(session.scalars(wanted))


def test_a_label_in_units_is_kept_in_micrograms_and_shown_in_both(
    ana: Person, session: Session, get_page: GetPage
) -> None:
    get_page(ana.client, "/supplements")
    answer = ana.client.post(
        "/supplements",
        data={
            "name": "Vitamin D3",
            "dose_label": "5 drops",
            "amount-vitamin_d_ug": "1000",
            "unit-vitamin_d_ug": "iu",
            "amount-magnesium_mg": "",
        },
    )
    assert answer.status_code == 303
    (product,) = mine(session, ana)
    assert product.amounts == {"vitamin_d_ug": 25.0}
    page = get_page(ana.client, "/supplements")
    assert "5 drops: Vitamin D 25 µg (from 1000 IU, × 0.025)" in page.text.replace(
        "\xa0", " "
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("amount-magnesium_mg", "plenty"),
        ("amount-magnesium_mg", "-5"),
        ("amount-magnesium_mg", "99999"),
    ],
)
def test_a_form_that_cannot_be_read_keeps_what_was_typed(
    ana: Person, session: Session, field: str, value: str
) -> None:
    sent = {"name": "Tablets", "dose_label": "2 tablets", field: value}
    answer = ana.client.post("/supplements", data=sent)
    page = inspect_answer("/supplements", answer.status_code, answer.text, 422)
    assert page.fields[field] == [value]
    assert page.fields["dose_label"] == ["2 tablets"]
    assert f"#f-{field}" in page.links
    assert mine(session, ana) == []


def test_a_product_is_changed_put_away_and_taken_up_again(
    ana: Person, session: Session, get_page: GetPage
) -> None:
    product = make_supplement(session, ana.account(session))
    session.commit()
    path = f"/supplements/{product.id}"
    page = get_page(ana.client, path)
    assert page.fields["amount-magnesium_mg"] == ["200"]
    ana.client.post(path, data={"name": "Magnesium", "amount-magnesium_mg": "100"})
    (found,) = mine(session, ana)
    assert (found.name, found.amounts) == ("Magnesium", {"magnesium_mg": 100})
    ana.client.post(f"{path}/use")
    assert not mine(session, ana)[0].is_active
    ana.client.post(f"{path}/use", data={"active": "yes"})
    assert mine(session, ana)[0].is_active


def test_the_supplement_of_another_person_does_not_exist(
    ana: Person, ben: Person, session: Session
) -> None:
    product = make_supplement(session, ana.account(session), name="Ana's drops")
    session.commit()
    path = f"/supplements/{product.id}"
    refused = [
        ben.client.get(path),
        ben.client.post(path, data={"name": "Mine now"}),
        ben.client.post(f"{path}/use"),
    ]
    assert [answer.status_code for answer in refused] == [404] * 3
    assert mine(session, ana)[0].is_active
    assert "Ana" not in ben.client.get("/supplements").text


@pytest.mark.parametrize(
    "label",
    [
        # Shares of the element: NCBI NBK548214 for iron, formula weights for the rest.
        ("iron_mg", "325", "fe_sulfate", 65.3),
        ("iron_mg", "300", "fe_fumarate", 98.6),
        ("iron_mg", "325", "fe_gluconate", 37.6),
        ("magnesium_mg", "400", "mg_oxide", 241.2),
        ("magnesium_mg", "1000", "mg_citrate", 161.6),
        ("magnesium_mg", "1000", "mg_bisglycinate", 141.0),
        ("magnesium_mg", "50", "dv_us", 210),
        ("magnesium_mg", "100", "dv_eu", 375),
        ("vitamin_a_rae_ug", "5000", "iu_retinol", 1500),
    ],
)
def test_a_compound_or_percentage_becomes_the_mineral_with_the_way_shown(
    ana: Person,
    session: Session,
    get_page: GetPage,
    label: tuple[str, str, str, float],
) -> None:
    key, number, unit, expected = label
    sent = {"name": "Tablets", f"amount-{key}": number, f"unit-{key}": unit}
    assert ana.client.post("/supplements", data=sent).status_code == 303
    (product,) = mine(session, ana)
    assert product.amounts[key] == pytest.approx(expected, rel=0.002)
    page = get_page(ana.client, "/supplements")
    assert f"(from {number} " in page.text.replace("\xa0", " ")
    page = get_page(ana.client, f"/supplements/{product.id}")
    assert page.fields[f"amount-{key}"] == [number]
    assert unit in page.fields[f"unit-{key}"]


def test_other_amounts_begin_a_new_product_and_the_page_says_so(
    ana: Person, session: Session, get_page: GetPage
) -> None:
    product = make_supplement(session, ana.account(session))
    take_supplement(session, product, date(2026, 3, 1))
    session.commit()
    sent = {"name": product.name, "amount-magnesium_mg": "100"}
    ana.client.post(f"/supplements/{product.id}", data=sent)
    text = get_page(ana.client, "/supplements").text
    assert "Days on which you took it keep the old ones" in text
    assert "(put away)" in text
    assert sorted(
        (one.amounts["magnesium_mg"], one.is_active) for one in mine(session, ana)
    ) == [(100, True), (200, False)]
