"""Supplement products of a person's own, and the days on which they were taken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.errors import Invalid, NotFound
from journal.models import Supplement, SupplementIntake
from journal.services.evening import day_row

MOST_DOSES: Final = 20
LONGEST_NAME: Final = 120

#: Largest amount of one dose that is accepted: far above what is sold, so that only a
#: slip of the keyboard or a wrong unit is refused. Not a safety limit.
LARGEST_AMOUNT: Final[Mapping[str, float]] = {
    "magnesium_mg": 3000,
    "calcium_mg": 5000,
    "iron_mg": 500,
    "vitamin_b12_ug": 20_000,
    "vitamin_d_ug": 10_000,
    "vitamin_e_mg": 3000,
    "potassium_mg": 10_000,
    "folate_dfe_ug": 20_000,
    "vitamin_b6_mg": 1000,
    "vitamin_c_mg": 20_000,
    "zinc_mg": 500,
    "vitamin_k_ug": 20_000,
    "thiamin_mg": 2000,
    "copper_mg": 100,
    "phosphorus_mg": 5000,
    "vitamin_a_rae_ug": 20_000,
    "caffeine_mg": 2000,
}


def all_supplements(
    session: Session, *, user_id: int, active_only: bool = False
) -> list[Supplement]:
    """Return the person's products, those in use first."""
    wanted = select(Supplement).where(Supplement.user_id == user_id)
    if active_only:
        wanted = wanted.where(Supplement.is_active.is_(True))
    return list(
        session.scalars(wanted.order_by(Supplement.is_active.desc(), Supplement.id))
    )


def get_supplement(session: Session, *, user_id: int, supplement_id: int) -> Supplement:
    """Return one product of the person, or raise NotFound."""
    found = session.scalar(
        select(Supplement).where(
            Supplement.user_id == user_id, Supplement.id == supplement_id
        )
    )
    if found is None:
        raise NotFound("There is no such supplement.")
    return found


def add_supplement(
    session: Session,
    *,
    user_id: int,
    name: str,
    dose_label: str,
    amounts: Mapping[str, float],
    now: datetime,
    typed: Mapping[str, str] | None = None,
) -> Supplement:
    """Add a product; `amounts` maps a nutrient key to the amount in one dose.

    `typed` maps it to amount and unit as the label says them ("500 mg_citrate").

    A product without any amount is accepted: that it was taken is still worth
    knowing; it adds nothing to an intake.
    """
    product = Supplement(user_id=user_id, created_at=now, is_active=True)
    _fill(product, name, dose_label, amounts)
    product.typed = dict(typed or {})
    session.add(product)
    session.flush()
    return product


def change_supplement(
    session: Session,
    *,
    user_id: int,
    supplement_id: int,
    name: str,
    dose_label: str,
    amounts: Mapping[str, float],
    now: datetime,
    typed: Mapping[str, str] | None = None,
) -> Supplement:
    """Change a product from now on.

    Days on which it was taken keep what they were: when amounts change, the old
    product is put away and a new one takes its place.
    """
    product = get_supplement(session, user_id=user_id, supplement_id=supplement_id)
    was_taken = session.scalar(
        select(SupplementIntake.id)
        .where(SupplementIntake.supplement_id == product.id)
        .limit(1)
    )
    if was_taken is not None and dict(amounts) != product.amounts:
        product.is_active = False
        return add_supplement(
            session,
            user_id=user_id,
            name=name,
            dose_label=dose_label,
            amounts=amounts,
            now=now,
            typed=typed,
        )
    _fill(product, name, dose_label, amounts)
    product.typed = dict(typed or {})
    session.flush()
    return product


def set_active(
    session: Session, *, user_id: int, supplement_id: int, is_active: bool
) -> Supplement:
    """Put a product away, or take it up again; days already logged stay."""
    product = get_supplement(session, user_id=user_id, supplement_id=supplement_id)
    product.is_active = is_active
    session.flush()
    return product


def taken_on(session: Session, *, user_id: int, day: date) -> dict[int, float]:
    """Return the doses taken on a day by product."""
    rows = session.scalars(
        select(SupplementIntake).where(
            SupplementIntake.user_id == user_id, SupplementIntake.date == day
        )
    )
    return {row.supplement_id: row.doses for row in rows}


def set_taken(
    session: Session,
    *,
    user_id: int,
    day: date,
    doses: Mapping[int, float],
    is_answered: bool,
    now: datetime,
) -> None:
    """Store which products were taken on a day, and whether the question is answered.

    No doses and answered means none; no doses and not answered means not known.
    """
    mine = {each.id for each in all_supplements(session, user_id=user_id)}
    if not mine.issuperset(doses):
        raise NotFound("There is no such supplement.")
    for amount in doses.values():
        if not 0 < amount <= MOST_DOSES:
            raise Invalid("supplements", f"Doses: more than 0, at most {MOST_DOSES}.")
    rows = session.scalars(
        select(SupplementIntake).where(
            SupplementIntake.user_id == user_id, SupplementIntake.date == day
        )
    )
    stored = {row.supplement_id: row for row in rows}
    for supplement_id, row in stored.items():
        if supplement_id not in doses:
            session.delete(row)
    for supplement_id, amount in doses.items():
        if supplement_id in stored:
            stored[supplement_id].doses = amount
        else:
            session.add(
                SupplementIntake(
                    user_id=user_id,
                    supplement_id=supplement_id,
                    date=day,
                    doses=amount,
                )
            )
    facts = day_row(session, user_id=user_id, day=day, now=now)
    facts.supplements_answered = is_answered or bool(doses)
    facts.updated_at = now
    session.flush()


def _fill(
    product: Supplement, name: str, dose_label: str, amounts: Mapping[str, float]
) -> None:
    if not name.strip():
        raise Invalid("name", "Give the supplement a name.")
    if len(name) > LONGEST_NAME:
        raise Invalid("name", f"Use at most {LONGEST_NAME} characters.")
    for key, amount in amounts.items():
        largest = LARGEST_AMOUNT.get(key)
        if largest is None or not 0 < amount <= largest:
            raise Invalid(
                key, "That amount does not look right. Check the number and the unit."
            )
    product.name = name.strip()
    product.dose_label = dose_label.strip()[:80] or "1 dose"
    product.amounts = dict(amounts)
