"""Writing, correcting, repeating and undoing meals on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_first_three_evenings import sign_up, write_meal

pytestmark = pytest.mark.browser


def items(phone: Page) -> list[str]:
    names = phone.locator("#meals .item .food").all_inner_texts()
    return [" ".join(name.split()) for name in names]


def test_a_meal_is_written_corrected_repeated_and_undone(phone: Page) -> None:
    sign_up(phone)
    write_meal(phone, "Lunch", "a glass of whole milk and a slice of zorblax")
    expect(phone.get_by_text("Meal written down.")).to_be_visible()
    milk = phone.locator("#meals .item", has_text="Whole milk")
    milk.locator("summary").click()
    quantity = milk.get_by_label("How many: Whole milk")
    for typed in ("2", "20", "1/2"):  # as one types it, the grams follow
        quantity.fill(typed)
    milk.get_by_role("button", name="Save amount").click()
    expect(phone.get_by_text("0.5 × glass (250 ml)").first).to_be_visible()
    summary = milk.locator("summary").first
    if not quantity.is_visible():
        summary.click()
    quantity.fill("2")
    milk.get_by_role("button", name="Save amount").click()
    expect(phone.get_by_text("2 × glass (250 ml)").first).to_be_visible()

    unknown = phone.locator("#meals .item-unknown")
    expect(unknown).to_contain_text("Kept as you wrote it, counted as unknown.")
    unknown.get_by_role("button", name="Remove").click()
    expect(phone.locator("#meals .item")).to_have_count(1)
    phone.get_by_role("button", name="Undo", exact=True).click()
    expect(phone.locator("#meals .item")).to_have_count(2)

    phone.get_by_role("button", name="No breakfast").click()
    clear = phone.locator('button[value="clear-none:breakfast"]')
    expect(clear).to_be_visible()

    phone.get_by_text("Save or copy").first.click()
    phone.get_by_label("Save it as").fill("Std lunch")
    phone.get_by_role("button", name="Save this meal").click()
    write_meal(phone, "Snacks", "std lunch")
    expect(phone.locator("#meals .item")).to_have_count(4)

    phone.goto("/foods")
    expect(phone.get_by_label("Name")).to_have_value("Std lunch")
    # What cannot be taken back asks once more.
    expect(phone.get_by_role("button", name="Yes, for good")).to_be_hidden()
    phone.locator("summary", has_text="Delete").click()
    expect(phone.get_by_role("button", name="Yes, for good")).to_be_visible()
    phone.get_by_role("link", name="Add a food from its label", exact=True).click()
    phone.get_by_label("Name").fill("Oma's plum jam")
    phone.get_by_label("Energy", exact=True).fill("250")
    phone.get_by_role("button", name="Add it").click()
    expect(phone.get_by_text("Oma's plum jam is in your foods.")).to_be_visible()


def test_one_food_is_found_and_chosen_with_the_keyboard_alone(phone: Page) -> None:
    sign_up(phone)
    if phone.locator("html.has-scripts").count() == 0:
        phone.get_by_role("link", name="Find a food").click()
        phone.get_by_label("Food", exact=True).fill("banan")
        phone.get_by_role("button", name="Search").click()
        phone.get_by_role("button", name="Add Banana", exact=True).click()
        expect(phone.get_by_text("Banana is written down.")).to_be_visible()
        return
    field = phone.get_by_role("combobox", name="Or one food")
    field.or_(phone.get_by_label("Or one food")).first.focus()
    phone.keyboard.type("banan")
    option = phone.get_by_role("option", name="Banana").first
    expect(option).to_be_visible()
    phone.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    phone.keyboard.press("Escape")
    expect(option).to_be_hidden()
    phone.keyboard.press("ArrowDown")
    expect(option).to_be_visible()
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("Banana added.")).to_be_visible()
    assert any(name.startswith("Banana") for name in items(phone))


def test_the_suggestions_cover_neither_search_nor_done(phone: Page) -> None:
    sign_up(phone)
    phone.goto("/meals/add?q=banan&slot=lunch")
    field = phone.get_by_label("Food", exact=True)
    field.click()
    suggested = phone.locator(".food-list [role=option]")
    expect(suggested).to_have_count(0)
    phone.get_by_role("button", name="Add Banana", exact=True).click()
    expect(phone.get_by_text("Banana is written down.")).to_be_visible()
    field = phone.get_by_label("Food", exact=True)
    field.fill("courg")
    if phone.locator("html.has-scripts").count():
        expect(suggested.first).to_be_visible()
    phone.get_by_role("button", name="Search").click()
    expect(phone.get_by_role("button", name="Add Courgette, raw")).to_be_visible()
    phone.get_by_label("Food", exact=True).press("o")
    phone.get_by_role("link", name="Done").click()
    expect(phone.locator("#meals .item")).to_have_count(1)


def test_what_is_said_of_a_meal_is_seen_where_the_meal_is_written(phone: Page) -> None:
    sign_up(phone)
    write_meal(phone, "Lunch", "0 bananas")
    expect(phone.get_by_text("there was none of it")).to_be_in_viewport()

    write_meal(phone, "Lunch", "a slice of zorblax, 2 bananas")
    unsure = phone.get_by_text("To look at:").get_by_role("link", name="zorblax")
    expect(unsure).to_be_in_viewport()
    unsure.click()
    expect(phone.get_by_text("counted as unknown")).to_be_in_viewport()

    phone.get_by_role("button", name="Add meal").click()
    expect(phone.get_by_text("Nothing was typed.")).to_be_in_viewport()

    many = "milk, bread, butter, cheese, an apple, rice, a carrot and a pear"
    write_meal(phone, "Dinner", many)
    phone.get_by_role("button", name="Remove Pear").click()
    expect(phone.get_by_text("Pear removed.")).to_be_in_viewport()
    expect(phone.get_by_role("button", name="Undo", exact=True)).to_be_in_viewport()
