"""A month from preparing to the ledger, on the screens of three people; axe finds nothing on any page."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from exchange.kernel import clock
from exchange.kernel.clock import local_day
from exchange.kernel.db import Store
from tests.browser.conftest import People, people
from tests.cast import Ground
from tests.closings.scene import newest_month, open_office
from tests.counselling.scene import Scene, told
from tests.fixtures.databases import ON_ONE_ENGINE
from tests.fixtures.pages import no_sideways_scroll, no_violations, one_heading

__all__ = ["people"]


@pytest.fixture
def ground(store: Store) -> Ground:
    """By the real clock, as the pages are."""
    now = clock.now()
    return store.write(lambda db: open_office(db, opens_at=now - timedelta(hours=1), now=now - timedelta(minutes=5)))


def fit(page: Page) -> None:
    for check in (one_heading, no_violations, no_sideways_scroll):
        check(page)


@ON_ONE_ENGINE
def test_a_month_is_approved_closed_corrected_and_explained(store: Store, ground: Ground, people: People) -> None:
    month, now = newest_month(store, local_day(clock.now())), clock.now()
    counter, on_that_day = Scene(store, ground), told(on_day=month.last_day)
    counter.record(given=on_that_day, now=now)
    phuc, hanh, mai = people.desk("Phúc"), people.phone("Hạnh"), people.desk("Mai")

    phuc.goto("/staff")
    phuc.get_by_role("link", name="Duyệt và khóa sổ").click()
    fit(phuc)
    phuc.get_by_role("link", name=month.label, exact=True).click()
    phuc.get_by_role("button", name="Lập cả 10 phần đang chờ").click()
    expect(phuc.get_by_text("Đã lập, chờ kiểm tra")).to_have_count(10)
    fit(phuc)

    hanh.goto(f"/closings/{month.code}")
    part = hanh.get_by_role("article", name="Tư vấn, giới thiệu việc làm")
    part.locator("summary", has_text="Trả lại").click()
    part.get_by_role("button", name="Trả lại").click()
    expect(hanh.get_by_role("alert").get_by_role("link")).to_have_text("Anh/chị ghi lý do.")
    fit(hanh)
    part.get_by_label("Vì sao trả lại?").fill("Thiếu sổ tay tuần cuối")
    part.get_by_role("button", name="Trả lại").click()
    expect(part.get_by_text("Thiếu sổ tay tuần cuối")).to_be_visible()
    phuc.reload()
    phuc.get_by_role("article", name="Tư vấn, giới thiệu việc làm").get_by_role("button", name="Lập").click()
    expect(phuc.get_by_text("Đã lập, chờ kiểm tra")).to_have_count(10)
    hanh.reload()
    hanh.get_by_role("button", name="Kiểm tra cả 10 phần đang chờ").click()
    expect(hanh.get_by_text("Đã kiểm tra, chờ duyệt")).to_have_count(10)

    mai.goto(f"/closings/{month.code}")
    mai.get_by_role("button", name="Duyệt cả 10 phần đang chờ").click()
    mai.get_by_role("link", name="Khóa sổ kỳ này").click()
    fit(mai)
    mai.get_by_role("button", name="Khóa sổ").click()
    expect(mai.get_by_text("Mai đã khóa sổ lúc")).to_be_visible()
    fit(mai)

    counter.record("Sơn", on_that_day, now=clock.now())
    hanh.goto(f"/closings/{month.code}/ledger")
    hanh.get_by_role("button", name="Ghi vào sổ điều chỉnh").click()
    expect(hanh.get_by_role("alert").get_by_role("link")).to_have_text("Anh/chị ghi lý do.")
    fit(hanh)
    hanh.get_by_role("link", name="Lượt tư vấn, mọi đối tượng").click()
    expect(hanh.get_by_role("region", name="Hồ sơ thêm vào")).to_contain_text("Ghi · Phúc")
    fit(hanh)
    hanh.goto(f"/closings/{month.code}/ledger")
    hanh.get_by_label("Lý do điều chỉnh").fill("Sổ tay giao muộn")
    hanh.get_by_role("button", name="Ghi vào sổ điều chỉnh").click()
    expect(hanh.get_by_text("Không còn chênh lệch nào")).to_be_visible()
    hanh.get_by_role("link", name="Lượt tư vấn, mọi đối tượng").click()
    expect(hanh.get_by_role("region", name="Hồ sơ thêm vào")).to_contain_text("Thạch Sơn")
    fit(hanh)

    phuc.goto(f"/closings/{month.code}/visits/samples")
    phuc.get_by_role("button", name="Chọn mẫu").click()
    phuc.locator("summary", has_text="Ghi kết quả").click()
    phuc.get_by_label("Xác nhận đúng").check()
    phuc.get_by_role("button", name="Ghi kết quả").click()
    expect(phuc.get_by_text("0,00%")).to_be_visible()
    fit(phuc)
    phuc.get_by_role("link", name="Mẫu kiểm tra").click()
    fit(phuc)
    phuc.get_by_role("link", name=month.label).click()
    expect(phuc.get_by_text("tỷ lệ sai 0,00%, n = 1")).to_be_visible()
    expect(phuc.get_by_role("row", name="Lượt tư vấn, mọi đối tượng")).to_contain_text("+1")
