"""The amount of a food as its row shows it and as it comes back: portions or grams."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from journal.db import db
from journal.models import Account, FoodPortion, Meal, MealItem
from journal.services import foods, meals
from journal.services.meals import LARGEST_AMOUNT_G
from journal.web.forms import Form
from journal.web.meal_sentences import times

MOST_PORTIONS_AT_ONCE: Final = 50.0
#: By how much the buttons beside an amount change it.
GRAMS_STEP: Final = 10.0
GRAMS_ROUNDING: Final = 0.06
PORTION_STEP: Final = 0.5
_FRACTION: Final = re.compile(r"(?:(\d{1,3}) )?(\d{1,3}) ?/ ?(\d{1,3})")
#: The place before one of ½ ⅓ ¼: else 1½ would be read as 11/2.
_AHEAD: Final = re.compile(r"(?=[¼-¾⅐-⅞])")
_TIMES: Final = re.compile(r"(\d+(?:\.\d+)?) × (.+)")


@dataclass(frozen=True, slots=True)
class AmountShown:
    """An amount as its fields show it; `seq` is the portion, empty for grams alone."""

    quantity: str
    seq: str
    grams: str

    @property
    def mark(self) -> str:
        """Return what the page remembers it by, to see what was changed."""
        return f"{self.quantity}|{self.seq}|{self.grams}"


def amount_shown(
    amount_g: float | None, label: str, portions: Sequence[FoodPortion]
) -> AmountShown:
    """Take an amount apart: "2 × slice" of 80 g is 2 of the portion "1 slice"."""
    grams = "" if amount_g is None else f"{round(amount_g, 1):g}"
    match = _TIMES.fullmatch(label)
    for portion in portions:
        if portion.label == label:
            return AmountShown("1", str(portion.seq), grams)
        if match and portion.label.removeprefix("1 ") == match[2]:
            return AmountShown(match[1], str(portion.seq), grams)
    return AmountShown("", "", grams)


def change_amounts(
    form: Form, written: Sequence[Meal], *, person: Account, action: str
) -> None:
    """Store each amount that was changed in its row, or by the buttons beside it.

    :param action: "more:7" and "less:7" step the amount of item 7
    """
    verb, _, number = action.partition(":")
    sent = [
        item
        for meal in written
        for item in meal.items
        if f"a-{item.id}-was" in form.raw
        or (verb in {"more", "less"} and number == str(item.id))
    ]
    if not sent:
        return
    ids = [item.food_id for item in sent if item.food_id is not None]
    portions = foods.portions_of(db.session(), food_ids=ids)
    for item in sent:
        some = portions.get(item.food_id or "", [])
        by = {"more": 1.0, "less": -1.0}.get(verb, 0.0)
        _change(form, item, some, person, by=by if number == str(item.id) else 0.0)


def _change(
    form: Form,
    item: MealItem,
    portions: Sequence[FoodPortion],
    person: Account,
    *,
    by: float,
) -> None:
    was = amount_shown(item.amount_g, item.amount_label, portions)
    typed = AmountShown(
        form.raw.get(f"q-{item.id}", was.quantity).strip(),
        form.raw.get(f"p-{item.id}", was.seq),
        form.raw.get(f"g-{item.id}", was.grams).strip(),
    )
    if by:
        typed = _stepped(typed, by)
    shown = form.typed(f"a-{item.id}-was") or was.mark
    if typed.mark == shown:
        return
    shown_quantity, _, shown_rest = shown.partition("|")
    is_counted = bool(typed.seq and form.raw.get(f"q-{item.id}", "").strip())
    # Grams that came along with a new count were only on their way to follow it.
    by_grams = (
        typed.grams != shown_rest.rpartition("|")[2]
        and not (is_counted and typed.quantity != shown_quantity)
        and not _follows(typed, portions)
    )
    found = read_amount(form, item.id, typed, portions, by_grams=by_grams)
    if found is None:
        return
    amount_g, label, source = found
    form.attempt(
        lambda: meals.set_amount(
            db.session(),
            user_id=person.id,
            item_id=item.id,
            amount_g=amount_g,
            label=label,
            source=source,
        )
    )


def _follows(typed: AmountShown, portions: Sequence[FoodPortion]) -> bool:
    """Whether the grams are those of the portion: the page's script writes them."""
    for portion in portions:
        if str(portion.seq) == typed.seq:
            with suppress(ValueError):
                times_each = _value(typed.quantity or "1")
                grams = _value(typed.grams)
                return abs(grams - times_each * portion.grams) <= GRAMS_ROUNDING
    return False


def read_amount(
    form: Form,
    item_id: int,
    typed: AmountShown,
    portions: Sequence[FoodPortion],
    *,
    by_grams: bool,
) -> tuple[float, str, str] | None:
    """Return grams, words and source of an amount; None after an error was noted."""
    chosen = next((one for one in portions if str(one.seq) == typed.seq), None)
    if by_grams or chosen is None:
        grams = _number(form, f"g-{item_id}", typed.grams, LARGEST_AMOUNT_G, "grams")
        return None if grams is None else (grams, "", "stated")
    quantity = 1.0
    if typed.quantity:
        read = _number(
            form, f"q-{item_id}", typed.quantity, MOST_PORTIONS_AT_ONCE, "of it"
        )
        if read is None:
            return None
        quantity = read
    total = chosen.grams * quantity
    if total > LARGEST_AMOUNT_G:
        form.fail(f"q-{item_id}", f"That is more than {LARGEST_AMOUNT_G:,.0f} grams.")
        return None
    label = chosen.label if quantity == 1 else times(quantity, chosen.label)
    return total, label, "portion"


def _number(
    form: Form, field: str, typed: str, largest: float, what: str
) -> float | None:
    try:
        value = _value(typed)
    except ValueError:
        value = float("nan")
    if not 0 < value <= largest:
        form.fail(
            field,
            f"Type more than 0 and at most {largest:,.0f} {what}. "
            f"You typed “{typed[:20]}”.",
        )
        return None
    return value


def _value(typed: str) -> float:
    """Return "1.5", "1,5", "1/2", "1 1/2", "½" or "1½" as a number.

    :raises ValueError: when it is none of these
    """
    plain = " ".join(unicodedata.normalize("NFKC", _AHEAD.sub(" ", typed)).split())
    match = _FRACTION.fullmatch(plain.replace("⁄", "/"))
    if match is None:
        return float(typed.replace(",", "."))
    whole, upper, lower = match.groups()
    if not int(lower):
        raise ValueError(typed)
    return int(whole or 0) + int(upper) / int(lower)


def _stepped(typed: AmountShown, by: float) -> AmountShown:
    """Return the amount one step more or less, never below one step."""
    values: Mapping[str, str] = {"q": typed.quantity, "g": typed.grams}
    name, step = ("q", PORTION_STEP) if typed.seq else ("g", GRAMS_STEP)
    try:
        now = float(values[name].replace(",", ".") or 0)
    except ValueError:
        return typed
    wanted = f"{max(step, now + by * step):g}"
    if name == "q":
        return AmountShown(wanted, typed.seq, typed.grams)
    return AmountShown(typed.quantity, typed.seq, wanted)
