"""The counselling desk on a bad line: what is typed is kept, sent later, and counts once."""

from playwright.sync_api import Route, expect

from exchange.kernel.db import Store
from tests.browser.conftest import People
from tests.browser.counselling import cut, opened, presses, written
from tests.cast import Ground
from tests.fixtures.pages import no_violations


def test_a_visit_saved_on_a_cut_line_waits_in_the_outbox_and_is_sent_by_itself(
    store: Store, ground: Ground, people: People
) -> None:
    page = opened(people, ground)
    people.devices.allow_lost_line()

    cut(page)
    presses(page, "Space", "Enter")
    expect(page.locator("#outbox h2")).to_have_text("1 lượt chưa gửi")
    expect(page.locator("#outbox li")).to_contain_text("Trần Thị Lan")
    no_violations(page)
    before = written(store)
    cut(page, off=False)
    expect(page.locator("#notice")).to_contain_text("Đã lưu: Trần Thị Lan")

    assert before == []
    assert len(written(store)) == 1
    expect(page.locator("#outbox")).to_be_hidden()


def test_a_saving_whose_answer_was_lost_is_sent_again_and_counts_once(
    store: Store, ground: Ground, people: People
) -> None:
    page = opened(people, ground)
    people.devices.allow_lost_line()
    people.devices.allow("ERR_FAILED")
    lost: list[str] = []

    def lose_the_first(route: Route) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.request.url)
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/counsel/*", lose_the_first)
    presses(page, "Space", "Enter")
    expect(page.locator("#outbox h2")).to_have_text("1 lượt chưa gửi")
    page.get_by_role("button", name="Gửi lại").click()
    expect(page.locator("#notice")).to_contain_text("Đã lưu")

    assert len(lost) == 1
    assert len(written(store)) == 1


def test_what_the_server_refuses_stays_in_the_outbox_with_its_sentence(
    store: Store, ground: Ground, people: People
) -> None:
    page = opened(people, ground)
    people.devices.allow_lost_line()
    people.devices.allow("422")

    cut(page)
    page.get_by_label("Thời gian").fill("500")
    page.get_by_label("Việc làm trong nước").check()
    page.keyboard.press("Enter")
    expect(page.locator("#outbox h2")).to_have_text("1 lượt chưa gửi")
    cut(page, off=False)
    expect(page.locator("#outbox li")).to_contain_text("Số không quá 480.")
    page.get_by_role("link", name="Mở lại phiếu").click()
    expect(page.get_by_label("Thời gian")).to_have_value("500")
    page.get_by_label("Thời gian").fill("50")
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text("Đã lưu")

    assert [row.minutes for row in written(store)] == [50]
    expect(page.locator("#outbox")).to_be_hidden()


def test_a_draft_is_kept_in_the_browser_until_it_is_saved_or_dropped(ground: Ground, people: People) -> None:
    page = opened(people, ground)

    page.locator("#f-note").fill("Đang ghi dở")
    page.goto("/counsel")
    page.goto(f"/counsel/{ground.seekers['Lan']}")
    expect(page.locator("#f-note")).to_have_value("Đang ghi dở")
    expect(page.locator("#draft")).to_contain_text("Đã lấy lại bản nháp chưa lưu")
    page.get_by_role("button", name="Bỏ bản nháp").click()

    expect(page.locator("#f-note")).to_have_value("")
    expect(page.locator("#draft")).to_be_hidden()


def test_a_colleague_on_the_same_machine_sends_nothing_of_mine(store: Store, ground: Ground, people: People) -> None:
    page = opened(people, ground)
    people.devices.allow_lost_line()
    cut(page)
    page.locator("#f-note").fill("Của Phúc")
    page.get_by_label("Việc làm trong nước").check()
    page.keyboard.press("Enter")
    expect(page.locator("#outbox h2")).to_have_text("1 lượt chưa gửi")
    login = {"name": "login", "value": ground.tokens["Hạnh"], "url": people.server.url}
    page.context.add_cookies([login])  # type: ignore[list-item]
    page.goto("about:blank")
    cut(page, off=False)

    page.goto(f"/counsel/{ground.seekers['Lan']}")

    expect(page.locator("#outbox")).to_be_hidden()
    expect(page.locator("#f-note")).to_have_value("")
    assert written(store) == []
