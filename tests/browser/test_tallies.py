"""Figures of a period in a browser: filtered, opened down to the record, and a plan set, by keyboard; narrow phones."""

import re

from playwright.sync_api import Page, expect

from exchange.kernel.db import Store
from tests.browser.conftest import People
from tests.cast import Ground
from tests.counselling.scene import told
from tests.fixtures.databases import ON_ONE_ENGINE
from tests.fixtures.pages import no_sideways_scroll, no_violations, one_heading
from tests.tallies.scene import scene_of
from tests.web.told import today

pytestmark = ON_ONE_ENGINE


def fit(page: Page) -> None:
    one_heading(page)
    no_violations(page)
    no_sideways_scroll(page)


def test_from_the_plan_to_the_record_by_keyboard(store: Store, ground: Ground, people: People) -> None:
    scene, day = scene_of(store, ground), today()
    year = day.year + (day.month == 12 and day.day > 14)
    for one in (day.year, day.year + 1):
        scene.with_year(one)
    scene.record("Lan", told(on_day=day))
    page = people.desk("Hạnh")

    page.goto(f"/plans?year={year}")
    page.get_by_role("link", name="Lượt tư vấn, mọi đối tượng").press("Enter")
    page.get_by_label("Kế hoạch", exact=True).focus()
    page.keyboard.type("0")
    page.keyboard.press("Tab")
    page.keyboard.type("Quyết định 30/QĐ-UBND")
    page.keyboard.press("Enter")
    expect(page.locator("#f-target-error")).to_contain_text("từ 1 trở lên")
    fit(page)
    page.get_by_label("Kế hoạch", exact=True).fill("8")
    page.keyboard.press("Enter")
    expect(page.locator("#plan-visits .total b")).to_have_text("8")

    page.goto("/tallies")
    page.get_by_label("Kỳ", exact=True).select_option(str(year))
    page.get_by_text("Cách ghi tỷ lệ và so sánh").press("Enter")
    page.get_by_label("Số lẻ").select_option("1")
    page.get_by_role("button", name="Xem").press("Enter")
    row = page.locator("#row-visits")
    expect(row).to_contain_text("12,5%")
    row.get_by_text("Cách tính").press("Enter")
    expect(row).to_contain_text("Một người, một trung tâm, một ngày là một lượt.")
    fit(page)
    row.get_by_role("link").press("Enter")
    expect(page.locator(".stats")).to_contain_text("12,5%")
    fit(page)
    page.locator("#by-topic").get_by_role("link", name="1", exact=True).first.press("Enter")
    expect(page.get_by_role("row")).to_have_count(2)
    page.get_by_role("row").nth(1).get_by_role("link").press("Enter")
    expect(page).to_have_url(re.compile("/consultations/"))

    small = people.phone("Hạnh")
    small.set_viewport_size({"width": 320, "height": 640})
    for path in ("/periods", *(one % year for one in ("/tallies?period=%s", "/tallies/%s/visits", "/plans/%s/list"))):
        small.goto(path)
        fit(small)
