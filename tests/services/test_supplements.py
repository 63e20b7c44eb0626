from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from journal.domain.doses import LABEL_UNITS, in_key_unit
from journal.domain.errors import Invalid, NotFound
from journal.models import Supplement
from journal.services import supplements
from journal.services.diary import load_days
from tests.factories import make_account

DAY = date(2026, 3, 1)
NOW = datetime(2026, 3, 1, 19, 0, tzinfo=UTC)


def _add(session: Session, user_id: int, **amounts: float) -> Supplement:
    return supplements.add_supplement(
        session,
        user_id=user_id,
        name="Magnesium citrate",
        dose_label="1 tablet",
        amounts=amounts,
        now=NOW,
    )


def _take(
    session: Session, user_id: int, doses: dict[int, float], *, answered: bool = True
) -> None:
    supplements.set_taken(
        session, user_id=user_id, day=DAY, doses=doses, is_answered=answered, now=NOW
    )


def test_doses_multiply_what_one_dose_holds(session: Session) -> None:
    ana = make_account(session)
    product = _add(session, ana.id, magnesium_mg=150.0)
    _take(session, ana.id, {product.id: 2.0})
    (record,) = load_days(session, user_id=ana.id, first=DAY, last=DAY)
    (taken,) = record.supplements
    assert taken.amounts == {"magnesium_mg": 300.0}
    assert record.supplements_answered


def test_none_taken_is_an_answer_and_no_answer_is_not(session: Session) -> None:
    ana = make_account(session)
    product = _add(session, ana.id, magnesium_mg=150.0)
    _take(session, ana.id, {})
    (record,) = load_days(session, user_id=ana.id, first=DAY, last=DAY)
    assert record.supplements_answered
    assert record.supplements == ()
    _take(session, ana.id, {product.id: 1.0})
    _take(session, ana.id, {}, answered=False)
    (record,) = load_days(session, user_id=ana.id, first=DAY, last=DAY)
    assert not record.supplements_answered


def test_a_day_keeps_what_the_tablet_held_then(session: Session) -> None:
    ana = make_account(session)
    product = _add(session, ana.id, magnesium_mg=150.0)
    _take(session, ana.id, {product.id: 1.0})
    changed = supplements.change_supplement(
        session,
        user_id=ana.id,
        supplement_id=product.id,
        name="Magnesium citrate",
        dose_label="1 tablet",
        amounts={"magnesium_mg": 300.0},
        now=NOW,
    )
    (record,) = load_days(session, user_id=ana.id, first=DAY, last=DAY)
    assert record.supplements[0].amounts == {"magnesium_mg": 150.0}
    active = supplements.all_supplements(session, user_id=ana.id, active_only=True)
    assert [each.id for each in active] == [changed.id]


def test_a_product_never_taken_is_changed_in_place(session: Session) -> None:
    ana = make_account(session)
    product = _add(session, ana.id, magnesium_mg=150.0)
    changed = supplements.change_supplement(
        session,
        user_id=ana.id,
        supplement_id=product.id,
        name="Magnesium",
        dose_label="",
        amounts={},
        now=NOW,
    )
    assert (changed.id, changed.dose_label) == (product.id, "1 dose")
    assert len(supplements.all_supplements(session, user_id=ana.id)) == 1


@pytest.mark.parametrize(
    "amounts", [{"magnesium_mg": 0.0}, {"magnesium_mg": 1e9}, {"gold_mg": 1.0}]
)
def test_amounts_that_cannot_be_right_are_refused(
    session: Session, amounts: dict[str, float]
) -> None:
    ana = make_account(session)
    with pytest.raises(Invalid):
        _add(session, ana.id, **amounts)


def test_a_strangers_supplement_does_not_exist(session: Session) -> None:
    ana, ben = make_account(session), make_account(session)
    product = _add(session, ana.id, magnesium_mg=150.0)
    with pytest.raises(NotFound):
        _take(session, ben.id, {product.id: 1.0})
    with pytest.raises(NotFound):
        supplements.set_active(
            session, user_id=ben.id, supplement_id=product.id, is_active=False
        )
    assert product.is_active


def test_units_on_labels_follow_their_published_factors() -> None:
    assert in_key_unit("vitamin_d_ug", 1000, "iu") == pytest.approx(25)
    assert in_key_unit("vitamin_e_mg", 400, "iu_natural") == pytest.approx(268)
    assert in_key_unit("vitamin_e_mg", 400, "iu_synthetic") == pytest.approx(180)
    assert in_key_unit("folate_dfe_ug", 400, "ug_folic_acid") == pytest.approx(680)


@given(
    key=st.sampled_from(sorted(LABEL_UNITS)),
    amount=st.floats(min_value=0, max_value=1e6),
)
def test_the_first_unit_of_a_nutrient_is_the_one_it_is_kept_in(
    key: str, amount: float
) -> None:
    first = LABEL_UNITS[key][0].code
    assert in_key_unit(key, amount, first) == amount
    assert set(LABEL_UNITS) == set(supplements.LARGEST_AMOUNT)
