from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from journal.domain.records import SITES, FoodStatus
from journal.services.evening import load_evening, save_day
from journal.services.evening_restore import (
    as_plain,
    changes_back,
    from_plain,
    names_in,
    only,
)
from journal.services.evening_values import (
    EASED_BY,
    FACT_LIMITS,
    Changes,
    Evening,
    SymptomInput,
)
from tests.factories import THEN, make_account

DAY = date(2026, 3, 20)
answers = st.builds(
    SymptomInput,
    severity_0_10=st.integers(1, 10),
    sites=st.lists(st.sampled_from(SITES), unique=True).map(tuple),
    duration_min=st.none() | st.integers(1, 600),
    woke_me=st.none() | st.booleans(),
    eased_by=st.none() | st.sampled_from(EASED_BY),
    note=st.text(max_size=8),
)
evenings = st.builds(
    Evening,
    day=st.just(DAY),
    night=st.dictionaries(st.sampled_from(["night_cramp", "restless_legs"]), answers),
    today=st.dictionaries(st.sampled_from(["tingling", "muscle_ache"]), answers),
    facts=st.fixed_dictionaries(
        {name: st.none() | st.sampled_from([0.0, 30.0]) for name in FACT_LIMITS}
    ),
    sleep_min=st.none() | st.sampled_from([0.0, 420.0]),
    food_status=st.none() | st.sampled_from(FoodStatus),
    supplements_answered=st.just(False),
    note=st.text(max_size=8),
    updated_at=st.none(),
)


@given(before=evenings, after=evenings)
def test_the_way_back_survives_as_plain_values(before: Evening, after: Evening) -> None:
    back = changes_back(before, after)
    assert from_plain(json.loads(json.dumps(as_plain(back)))) == back


@given(evening=evenings)
def test_from_an_evening_to_itself_there_is_nothing_to_do(evening: Evening) -> None:
    assert names_in(changes_back(evening, evening)) == []


def test_a_save_taken_back_leaves_what_was_there_before(session: Session) -> None:
    ana = make_account(session)
    whose: dict[str, Any] = {"user_id": ana.id, "day": DAY, "today": DAY, "now": THEN}
    first = Changes(
        night={"night_cramp": SymptomInput(6, ("calf_left",), note="sharp")},
        facts={"water_ml": 1000.0},
        food_status="partial",
        note="a long walk",
    )
    save_day(session, changes=first, **whose)
    before = load_evening(session, user_id=ana.id, day=DAY)
    second = Changes(
        night={"night_cramp": SymptomInput(0)},
        day={"tingling": SymptomInput(3)},
        facts={"water_ml": 0.0, "night_sleep_min": 400.0, "sun_min": 10.0},
        food_status="complete",
        note="",
    )
    save_day(session, changes=second, **whose)
    after = load_evening(session, user_id=ana.id, day=DAY)
    save_day(session, changes=changes_back(before, after), **whose)
    assert load_evening(session, user_id=ana.id, day=DAY) == before


def test_only_some_of_the_way_back_can_be_taken() -> None:
    changes = Changes(
        night={"night_cramp": None},
        day={"tingling": None},
        facts={"water_ml": None, "sun_min": 3.0},
        food_status="",
        note="old",
    )
    part = only(changes, {"night_cramp", "sun_min", "note"})
    assert names_in(part) == ["night_cramp", "sun_min", "note"]
