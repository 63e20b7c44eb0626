from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.models import Supplement
from tests.conftest import GetPage, Person, inspect_answer
from tests.factories import make_supplement


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
    assert "5 drops: Vitamin D 25 µg (1000 IU)" in page.text.replace("\xa0", " ")


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
