"""An import by keyboard only, on a phone and without JavaScript; axe finds nothing on any of its pages."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import People, people
from tests.fixtures.databases import ON_ONE_ENGINE
from tests.fixtures.pages import no_sideways_scroll, no_violations, one_heading
from tests.intake.scene import VISITS, Scene, csv

pytestmark = ON_ONE_ENGINE

__all__ = ["people"]
SEN = "Kim Thị Sen;1988;086188000777"


def fit(page: Page) -> None:
    for check in (one_heading, no_violations, no_sideways_scroll):
        check(page)


@pytest.fixture
def file(scene: Scene, tmp_path: Path) -> Path:
    """Lan, who has a file already, somebody new, somebody of tomorrow."""
    scene.keep("Lan", "Trà Vinh")
    rows = [f"Trần Thị Lan;1990;;{scene.day(3)};Việc làm", f"{SEN};{scene.day(2)};Hỏi đường"]
    path = tmp_path / "so-tu-van-nam-2025.csv"
    path.write_bytes(csv(VISITS, *rows, f"Lâm Phát;1990;;{scene.day(-1)};Việc làm"))
    return path


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_register_is_taken_in_and_back_on_a_phone(scripts: bool, scene: Scene, people: People, file: Path) -> None:
    page = people.phone("Hạnh", java_script_enabled=scripts)
    before = scene.figures()
    page.goto("/intake")
    page.get_by_text("Lượt tư vấn", exact=True).tap()
    page.locator("#f-file").set_input_files(file)
    page.get_by_role("button", name="Đọc tệp").tap()
    page.get_by_role("button", name="Xem trước").tap()
    _wait(page, "Sẽ nhập 1 trên 3 dòng", scripts)

    page.get_by_role("link", name=re.compile("Có thể trùng người")).tap()
    page.get_by_label("Làm gì với dòng 2").select_option("link")
    page.get_by_role("button", name="Ghi lựa chọn của trang này").tap()
    expect(page.get_by_role("heading", name="Sẽ nhập 2 trên 3 dòng")).to_be_visible()
    page.get_by_role("button", name="Nhập", exact=True).tap()
    _wait(page, "Hoàn tác cả lần nhập này", scripts)
    assert scene.figures()[0].whole.visits == before[0].whole.visits + 2

    page.get_by_text("Hoàn tác cả lần nhập này").tap()
    page.locator("#f-because").fill("Gửi nhầm tệp")
    page.get_by_role("button", name="Hoàn tác", exact=True).tap()
    _wait(page, "Đã hoàn tác lúc", scripts)
    assert scene.figures() == before


def test_a_register_is_taken_in_by_keyboard(scene: Scene, people: People, file: Path) -> None:
    page = people.desk("Hạnh")
    page.goto("/intake")
    fit(page)
    page.get_by_label("Hồ sơ người lao động").focus()
    page.keyboard.press("ArrowDown")
    page.locator("#f-file").set_input_files(file)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ghép cột của tệp")
    fit(page)
    page.get_by_role("button", name="Xem trước").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sẽ nhập 1 trên 3 dòng")).to_be_visible()
    fit(page)
    page.get_by_role("button", name="Nhập", exact=True).focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("Hoàn tác cả lần nhập này")).to_be_visible()
    fit(page)
    assert scene.figures()[0].whole.visits == 1


def test_the_pages_are_fit_for_a_phone(scene: Scene, people: People, file: Path) -> None:
    page = people.phone("Hạnh")
    own = scene.send("consultations", file.read_bytes(), file.name)  # type: ignore[arg-type]
    scene.look(own)

    for path in ("/intake", f"/intake/{own}/columns", *(f"/intake/{own}?show={one}" for one in ("likely", "refused"))):
        page.goto(path)
        fit(page)
    people.devices.allow("422")
    page.goto("/intake")
    page.get_by_role("button", name="Đọc tệp").tap()
    expect(page.locator("#errors")).to_be_focused()
    fit(page)


def _wait(page: Page, words: str, scripts: bool) -> None:
    """The page changes by itself; without scripts it is loaded again."""
    for _ in range(1 if scripts else 20):
        if page.get_by_text(words).count():
            break
        page.wait_for_timeout(300)
        if not scripts:
            page.goto(page.url)
    expect(page.get_by_text(words)).to_be_visible()
