"""Group talks and cohorts in a browser: by keyboard, on a phone, without JavaScript, and fit for everybody."""

import re

import pytest
from playwright.sync_api import Page, expect

from exchange.kernel import clock
from exchange.kernel.db import Store
from tests.browser.conftest import People
from tests.cast import Ground
from tests.fixtures.databases import ON_ONE_ENGINE
from tests.fixtures.pages import no_sideways_scroll, no_violations, one_heading

pytestmark = ON_ONE_ENGINE

TITLE = "Tư vấn việc làm trong nước, ngoài nước cho quân nhân xuất ngũ đợt 1"
LINES = "Thạch Sơn, 1990, 0909 123 451\nLê Văn Tú; 1991; 0909123453\nKim Sô Phát, 2003, xã Cầu Ngang\nHuỳnh x, 31"


def fit(page: Page) -> None:
    one_heading(page)
    no_violations(page)
    no_sideways_scroll(page)


def nothing_cut_off(page: Page) -> None:
    """Figures and rows of a table end inside their frame, so that nobody has to push them aside to read them."""
    wide = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).length"
    page.wait_for_load_state("domcontentloaded")
    assert page.locator(".stats, .stat, .scroll").evaluate_all(wide) == 0


def written(page: Page) -> str:
    """A talk is written down by keyboard only; its address."""
    page.goto("/group-talks/new")
    page.locator("#f-title").focus()
    page.keyboard.type(TITLE)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.locator("#f-places").focus()
    page.keyboard.type("xã Cầu Ngang, xã Càng Long, phường Duyên Hải, phường Trà Vinh")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    return page.url


def test_a_talk_its_paper_and_its_declared_heads_by_keyboard(store: Store, ground: Ground, people: People) -> None:
    page = people.desk("Phúc")
    here = written(page)

    page.goto(f"{here}/list")
    page.locator("#f-lines").fill(LINES)
    page.get_by_role("button", name="Xem trước").press("Enter")
    expect(page.locator("tbody tr")).to_have_count(4)
    fit(page)
    page.get_by_label("Bỏ 1 dòng chưa đọc được").press("Space")
    page.locator("#f-line_2").select_option("new")
    page.get_by_role("button", name="Xác nhận").press("Enter")
    expect(page.locator("#notice")).to_contain_text("1 người đã có hồ sơ, 2 hồ sơ mới; bỏ qua 1 dòng")
    expect(page.locator("#list ~ .scroll tbody tr")).to_have_count(3)

    page.get_by_text("Ghi số khai").first.press("Enter")
    page.get_by_label("Khoảng").press("Space")
    page.locator("#f-number").fill("1.400")
    page.locator("#f-source").fill("Ban Chỉ huy quân sự báo tại buổi tư vấn")
    page.keyboard.press("Enter")
    expect(page.locator(".stats")).to_contain_text("Khoảng 1.400")
    expect(page.locator(".stats")).to_contain_text("+1.397")
    fit(page)
    for path in ("", "/edit", "/list"):
        phone = people.phone("Phúc")
        phone.goto(here + path)
        fit(phone)
        nothing_cut_off(phone)


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_people_check_in_on_their_phones(scripts: bool, store: Store, ground: Ground, people: People) -> None:
    desk = people.desk("Phúc")
    here = written(desk)
    desk.goto(here)
    desk.get_by_role("button", name="Mở điểm danh").click()
    expect(desk.locator(".qr svg")).to_be_visible()
    fit(desk)
    door = desk.locator(".address").inner_text()

    stranger = people.phone(java_script_enabled=scripts)
    stranger.goto(door)
    people.devices.allow("422")
    stranger.get_by_role("button", name="Tôi có mặt").tap()
    expect(stranger.locator("#errors")).to_be_visible()
    stranger.locator("#f-name").fill("Thạch Sơn")
    stranger.locator("#f-birth_year").fill("1990")
    stranger.locator("#f-phone").fill("0909 123 451")
    if scripts:
        fit(stranger)
    stranger.get_by_role("button", name="Tôi có mặt").tap()
    expect(stranger.locator("main")).to_contain_text("Đã ghi tên anh/chị.")
    lan = people.phone("Lan", java_script_enabled=scripts)
    lan.goto(door)
    lan.get_by_role("button", name="Tôi có mặt").tap()
    expect(lan.locator("main")).to_contain_text("Đã ghi tên anh/chị.")

    desk.goto(here)
    desk.get_by_role("button", name="Ghi Thạch Sơn").click()
    expect(desk.locator("#list ~ .scroll tbody tr")).to_have_count(2)
    fit(desk)


def test_a_cohort_from_its_paper_to_who_was_not_met(store: Store, ground: Ground, people: People) -> None:
    page, today = people.phone("Phúc"), clock.local_day(clock.now())
    page.goto("/cohorts/new")
    page.locator("#f-batch").fill("Đợt 1/2026")
    for part, value in (("day", 1), ("month", 2), ("year", today.year)):
        page.locator(f"#f-discharged_on-{part}").fill(str(value))
    page.get_by_role("button", name="Lập đợt").tap()
    page.get_by_role("link", name="Nhập danh sách").tap()
    page.locator("#f-lines").fill("Thạch Sơn, 1990\nKim Sô Phát, 2003, xã Cầu Ngang")
    page.get_by_role("button", name="Xem trước").tap()
    page.get_by_role("button", name="Xác nhận").tap()
    expect(page.locator("#people")).to_contain_text("(2)")
    fit(page)

    page.get_by_role("link", name="Chưa gặp: gọi, in").tap()
    fit(page)
    nothing_cut_off(page)
    page.get_by_role("button", name="Đã gọi điện Kim Sô Phát").tap()
    expect(page.locator("tbody")).to_contain_text("Gọi điện")
    page.get_by_role("link", name="Kim Sô Phát").tap()
    page.get_by_text("Chọn hướng đi", exact=True).tap()
    page.get_by_text("Việc làm ngoài tỉnh").tap()
    page.locator("details[open]").get_by_role("button", name="Ghi").tap()
    expect(page.locator("main")).to_contain_text(re.compile("Chọn hướng đi: Việc làm ngoài tỉnh"))
    fit(page)
