"""The benefit desk by keyboard only, and a person's own page on a phone; axe finds nothing on either."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from exchange.kernel import clock
from exchange.kernel.clock import local_day
from tests.benefits.scene import Scene
from tests.browser.conftest import People, people
from tests.fixtures.databases import ON_ONE_ENGINE
from tests.fixtures.pages import no_sideways_scroll, no_violations, one_heading

pytestmark = ON_ONE_ENGINE

__all__ = ["people"]
FIT = (no_violations, no_sideways_scroll, one_heading)


@pytest.fixture
def scene(scene: Scene) -> Scene:
    """By the real clock, as the pages are."""
    scene.today = local_day(clock.now())
    return scene


def fit(page: Page) -> None:
    for check in FIT:
        check(page)


def test_a_person_declares_on_a_phone(scene: Scene, people: People) -> None:
    scene.store.write(lambda db: scene.ground.hire(db, "Lan", "Dung", now=scene.ground.opens_at))
    claim = scene.receive(received_on=scene.today - timedelta(days=20))
    scene.appraise(claim, on_day=scene.today - timedelta(days=10))
    scene.decide(claim, on_day=scene.today - timedelta(days=3), from_on=scene.today)
    phone = people.phone("Lan")

    phone.goto("/me")
    phone.get_by_role("link", name="Trợ cấp thất nghiệp của tôi").click()
    fit(phone)
    expect(phone.get_by_label("Những nơi đã liên hệ tìm việc")).to_have_value(
        f"{local_day(scene.ground.opens_at):%d/%m/%Y}: Công ty May Sông Tiền (Phiên giao dịch việc làm trực tuyến"
        " Trà Vinh), Công nhân,"
        " đã phỏng vấn, Nhận việc"
    )
    phone.get_by_role("button", name="Gửi thông báo").click()
    expect(phone.get_by_role("alert").get_by_role("link")).to_have_text("Anh/chị chọn một mục.")
    fit(phone)
    phone.get_by_text("Chưa có việc làm").click()
    phone.get_by_role("button", name="Gửi thông báo").click()

    expect(phone.get_by_text("Trung tâm đã nhận thông báo")).to_be_visible()
    expect(phone.get_by_text("Đã thông báo", exact=True)).to_have_count(2)
    fit(phone)
    assert scene.claim(claim).course.declared == {1}


def test_the_desk_is_walked_by_keyboard(scene: Scene, people: People) -> None:
    claim = scene.receive(received_on=date(2026, 11, 2))
    desk = people.desk("Phúc")
    desk.goto("/benefits")
    fit(desk)
    desk.get_by_role("link", name="Trần Thị Lan").focus()
    desk.keyboard.press("Enter")
    desk.get_by_label("Đủ điều kiện hưởng", exact=True).focus()
    desk.keyboard.press("Space")
    for _ in range(5):
        desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Đã ghi kết quả thẩm định.")).to_be_visible()
    fit(desk)

    desk.get_by_label("Hưởng trợ cấp thất nghiệp", exact=True).focus()
    desk.keyboard.press("Space")
    for typed in ("15/QĐ-SNV", "", "", "", "4", "3.600.000"):
        desk.keyboard.press("Tab")
        desk.keyboard.type(typed)
    for _ in range(5):
        desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")

    expect(desk.get_by_text("Đã ghi quyết định.")).to_be_visible()
    fit(desk)
    said = scene.claim(claim).course.decision
    assert said is not None
    assert (said.number, said.months, said.monthly) == ("15/QĐ-SNV", 4, 3_600_000)
    desk.goto("/benefits/table")
    fit(desk)
    for act in ("correction", "end", "move"):
        desk.goto(f"/benefits/{claim}?act={act}")
        fit(desk)
