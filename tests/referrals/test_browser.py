"""A slip from the counter to the employer's telephone: by keyboard, on a phone without JavaScript, and on paper."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from exchange.kernel import clock
from exchange.kernel.db import Store
from exchange.vacancies import index
from tests.browser.conftest import People, people
from tests.cast import Ground
from tests.fixtures.databases import ON_ONE_ENGINE
from tests.fixtures.pages import no_sideways_scroll, no_violations, one_heading

pytestmark = ON_ONE_ENGINE

__all__ = ["people"]
LONG = "Công ty Trách nhiệm hữu hạn Một thành viên Chế biến Thủy hải sản Xuất nhập khẩu Sóng Biển Duyên Hải, "
FIT = (no_violations, no_sideways_scroll, one_heading)


def fit(page: Page) -> None:
    for check in FIT:
        check(page)


def issued(page: Page, ground: Ground) -> str:
    """A slip to an employer with the longest names there can be, typed at the counter; the path of its answer."""
    page.goto(f"/people/{ground.seekers['Lan']}/referrals/new?hand=yes")
    fit(page)
    for label in ("Nhà tuyển dụng", "Địa chỉ", "Vị trí dự tuyển"):
        page.get_by_label(label).fill((LONG * 3)[:200].strip())
    page.get_by_role("button", name="Cấp giấy giới thiệu").press("Enter")
    expect(page.locator("#notice")).to_contain_text("Đã cấp giấy số")
    return urlsplit(page.locator(".address a").get_attribute("href") or "").path


def test_a_vacancy_is_chosen_and_the_slip_issued_by_keyboard(store: Store, ground: Ground, people: People) -> None:
    store.write(lambda db: index.refresh(db, ground.vacancies["May"][0]))
    desk = people.desk("Phúc")
    desk.goto(f"/people/{ground.seekers['Lan']}")
    desk.get_by_role("link", name="Giới thiệu việc làm").press("Enter")
    desk.get_by_role("searchbox").fill("công nhân")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("status").last).to_contain_text("vị trí đang tuyển cho “công nhân”")
    fit(desk)
    desk.get_by_role("link", name="Công nhân", exact=True).press("Enter")
    expect(desk.get_by_role("button", name="Cấp giấy giới thiệu")).to_be_visible()
    fit(desk)
    desk.get_by_label("Ngày").press("Enter")

    expect(desk.get_by_role("heading", level=1)).to_have_text("Trần Thị Lan")
    expect(desk.locator("#notice")).to_contain_text("Đã cấp giấy số")
    fit(desk)


def test_an_employer_answers_on_a_phone_without_javascript(ground: Ground, people: People) -> None:
    link, today = issued(people.desk("Phúc"), ground), clock.local_day(clock.now())
    phone = people.phone(java_script_enabled=False)

    phone.goto(link)
    phone.get_by_role("button", name="Xem lại trước khi gửi").click()
    expect(phone.get_by_role("alert").get_by_role("link")).to_have_text(
        ["Anh/chị chọn một kết quả.", "Anh/chị ghi họ tên người trả lời."]
    )
    phone.get_by_text("Trúng tuyển", exact=True).click()
    for label, value in (("Ngày", today.day), ("Tháng", today.month), ("Năm", today.year)):
        phone.get_by_label(label, exact=True).fill(str(value))
    phone.get_by_text("Hợp đồng thử việc").click()
    phone.get_by_label("Họ tên người trả lời").fill("Nguyễn Văn Bình")
    phone.get_by_role("button", name="Xem lại trước khi gửi").click()
    phone.get_by_role("button", name="Gửi trả lời").click()

    expect(phone.get_by_text("Trung tâm đã nhận trả lời.")).to_be_visible()
    expect(phone.get_by_text("hợp đồng thử việc")).to_be_visible()


def test_what_an_employer_sees_is_fit_for_everybody(ground: Ground, people: People) -> None:
    link = issued(people.desk("Phúc"), ground)
    phone = people.phone()

    phone.goto(link)
    fit(phone)
    expect(phone.get_by_role("group", name="Nếu trúng tuyển")).to_be_hidden()
    phone.get_by_text("Không trúng tuyển", exact=True).click()
    expect(phone.get_by_role("group", name="Nếu trúng tuyển")).to_be_hidden()
    phone.get_by_text("Đã tuyển đủ người").click()
    phone.get_by_label("Họ tên người trả lời").fill("Nguyễn Văn Bình")
    phone.get_by_role("button", name="Xem lại trước khi gửi").click()
    fit(phone)
    phone.get_by_role("button", name="Gửi trả lời").click()
    expect(phone.get_by_text("Trung tâm đã nhận trả lời.")).to_be_visible()
    fit(phone)


def test_the_slip_is_printed_on_two_sides_of_one_a5_sheet(ground: Ground, people: People) -> None:
    desk = people.desk("Phúc")
    issued(desk, ground)
    desk.get_by_role("link", name="In giấy").click()
    fit(desk)

    printed = desk.pdf(prefer_css_page_size=True)

    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert [(round(float(wide)), round(float(high))) for wide, high in sizes] == [(595, 420), (595, 420)]
