"""The counselling desk in a browser: by keyboard only, on a phone, without JavaScript, and fit for everybody."""

import re

import pytest
from playwright.sync_api import expect

from exchange.kernel.db import Store
from tests.browser.conftest import People
from tests.browser.counselling import focused, held_with_alt, opened, presses, written
from tests.cast import Ground
from tests.fixtures.databases import ON_ONE_ENGINE
from tests.fixtures.pages import no_sideways_scroll, no_violations, one_heading

pytestmark = ON_ONE_ENGINE


def test_the_whole_desk_is_worked_by_keyboard_only(store: Store, ground: Ground, people: People) -> None:
    page = people.desk("Phúc")
    page.goto("/counsel")

    page.keyboard.type("0909 123 450")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Trần Thị Lan")
    ordinary = presses(page, "Space", "Enter")
    expect(page.locator("#notice")).to_contain_text("Đã lưu: Trần Thị Lan")

    assert focused(page) == "q"
    assert ordinary <= 12
    assert [tuple(row) for row in written(store)] == [(ground.seekers["Lan"], 15, "nothing")]


def test_other_fields_are_reached_by_their_keys_in_twelve_presses(store: Store, ground: Ground, people: People) -> None:
    page = opened(people, ground, "Sơn")

    used = held_with_alt(page, "2", "3", "q")
    used += presses(page, "ArrowDown")
    used += held_with_alt(page, "l")
    expect(page.locator("#notice")).to_contain_text("Đã lưu: Thạch Sơn")

    assert used <= 12
    assert [row.result for row in written(store)] == ["referral"]


def test_among_several_the_first_is_chosen_with_enter_and_the_next_with_tab(ground: Ground, people: People) -> None:
    page = people.desk("Phúc")
    page.goto("/counsel")

    page.keyboard.type("th")
    page.keyboard.press("Enter")
    expect(page.locator(".found a")).to_have_count(2)
    presses(page, "Tab", "Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Trần Thị Lan")


def test_what_is_wrong_is_said_at_the_field_and_the_form_stays_filled(
    store: Store, ground: Ground, people: People
) -> None:
    page = opened(people, ground)
    people.devices.allow("422")

    page.get_by_label("Ghi chú", exact=False).first.fill("Muốn làm gần nhà")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#errors")).to_be_focused()

    expect(page.locator("#f-topics-error")).to_contain_text("Anh/chị chọn ít nhất một nội dung tư vấn.")
    expect(page.locator("#f-note")).to_have_value("Muốn làm gần nhà")
    no_violations(page)
    assert written(store) == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_the_desk_works_on_a_phone(scripts: bool, store: Store, ground: Ground, people: People) -> None:
    page = people.phone("Phúc", java_script_enabled=scripts)
    page.goto("/counsel")

    page.locator("#f-q").fill("lan tran")
    page.get_by_role("button", name="Tìm").tap()
    page.get_by_text("Bảo hiểm thất nghiệp").first.tap()
    page.locator("#f-result").select_option("appointment")
    for part, typed in (("day", "1"), ("month", "3"), ("year", "2027")):
        page.locator(f"#f-next_on-{part}").fill(typed)
    page.locator("#f-note").fill("Mang theo quyết định hưởng")
    page.get_by_role("button", name="Lưu").tap()
    expect(page.locator("#notice")).to_contain_text("Đã lưu: Trần Thị Lan")
    page.get_by_role("link", name="Trần Thị Lan").tap()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile(r"Lần tư vấn \d\d/\d\d/\d{4}"))

    assert [row.result for row in written(store)] == ["appointment"]


def test_the_pages_are_fit_for_everybody(ground: Ground, people: People) -> None:
    page, desk = people.phone("Phúc"), people.desk("Phúc")
    desk.goto(f"/counsel/{ground.seekers['Lan']}")
    desk.get_by_label("Việc làm trong nước").check()
    desk.locator("#f-note").fill("Chị Lan muốn làm gần nhà, ca ngày, vì con còn nhỏ.")
    desk.keyboard.press("Control+Enter")
    desk.get_by_role("link", name="Trần Thị Lan").click()
    own = desk.url.removeprefix(people.server.url)

    for path in ("/counsel", "/counsel?q=t", f"/counsel/{ground.seekers['Lan']}", own, f"{own}/edit"):
        for shown in (page, desk):
            shown.goto(path)
            one_heading(shown)
            no_violations(shown)
            no_sideways_scroll(shown)
