"""A fair day as its people live it: four seekers on phones, two recruiters of different provinces, one at the host."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import People
from tests.fixtures.pages import no_sideways_scroll, no_violations, one_heading

SOON = 10_000


def take_number(page: Page, booth: object) -> None:
    page.goto(f"/booths/{booth}")
    page.get_by_role("button", name="Lấy số thứ tự").click()
    expect(page.locator("#my-ticket .ticket-number")).to_be_visible()


def fine(page: Page) -> None:
    one_heading(page)
    no_violations(page)


def test_a_fair_day_from_the_first_click_to_the_outcome(people: People) -> None:
    may, sea = people.ground.booths["May"], people.ground.booths["Thủy sản"]
    lan, son, hoa, tu = (people.phone(name) for name in ("Lan", "Sơn", "Hoa", "Tư"))
    dung, minh, hanh = people.desk("Dung"), people.desk("Minh"), people.desk("Hạnh")
    hanh.goto(f"/fairs/{people.ground.fair_id}/floor")
    expect(hanh.locator("#floor")).to_contain_text("Chưa có người trực")
    fine(hanh)
    lobby = people.phone()
    lobby.goto("/")
    expect(lobby.get_by_role("heading", level=1)).to_contain_text("Trà Vinh")
    fine(lobby)

    for page, booth in ((lan, may), (son, may), (hoa, sea), (tu, sea)):
        take_number(page, booth)
    fine(lan)
    no_sideways_scroll(lan)
    expect(son.locator("#my-place")).to_contain_text("còn 1 người trước")
    expect(lobby.locator(f"#booth-card-{may}")).to_contain_text("2 người chờ", timeout=SOON)

    expect(hanh.locator("#floor")).to_contain_text("Có người chờ, không ai trực", timeout=SOON)
    hanh.get_by_label("Nội dung").fill("Mời cô bác gần hết lượt ở lại trang.")
    hanh.get_by_role("button", name="Gửi thông báo").click()
    expect(son.locator("#announcements")).to_contain_text("ở lại trang", timeout=SOON)
    figures = people.desk("Hạnh")
    figures.goto(f"/fairs/{people.ground.fair_id}/tally")

    for page, booth in ((dung, may), (minh, sea)):
        page.goto(f"/desks/{booth}")
        expect(page.locator("#desk")).to_contain_text("Sẵn sàng")
        expect(page.get_by_role("button", name="Mời số 1")).to_be_hidden()  # refused while the desk is not open
        page.get_by_role("button", name="Mở bàn phỏng vấn").click()
        page.get_by_role("button", name="Mời số 1").click()
        expect(page.locator("#desk-side")).to_contain_text("Đang mời")
        expect(page.get_by_role("button", name="Mời số 2")).to_be_hidden()
    fine(dung)

    expect(lan.get_by_role("button", name="Vào phỏng vấn")).to_be_visible(timeout=SOON)
    fine(lan)
    lan.get_by_role("button", name="Vào phỏng vấn").click()
    expect(lan.locator("#talk")).to_be_visible(timeout=SOON)
    expect(son.locator("#my-place")).to_contain_text("tiếp theo", timeout=SOON)

    expect(dung.locator("#talk")).to_be_visible(timeout=SOON)
    dung.get_by_role("textbox", name="Tin nhắn").fill("Chào chị Lan, chị may được bao lâu rồi?")
    dung.get_by_role("button", name="Gửi").click()
    expect(lan.locator(".messages")).to_contain_text("chị may được bao lâu rồi?", timeout=SOON)
    lan.get_by_role("textbox", name="Tin nhắn").fill("Dạ ba năm ạ.")
    lan.get_by_role("button", name="Gửi").click()
    expect(dung.locator(".messages")).to_contain_text("Dạ ba năm ạ.", timeout=SOON)
    expect(lan.get_by_role("textbox", name="Tin nhắn")).to_have_value("")
    fine(lan)
    fine(dung)

    dung.get_by_role("button", name="Nhận việc").click()
    expect(dung.locator("#notice")).to_contain_text("chọn vị trí")
    dung.get_by_label("Nhận vào vị trí").select_option(label="Tổ trưởng")
    dung.get_by_role("button", name="Nhận việc").click()
    expect(dung.locator("#notice")).to_contain_text("Nhận việc")
    expect(lan.locator("#talk")).to_contain_text("Đã kết thúc", timeout=SOON)
    expect(lobby.locator("#fair-summary")).to_contain_text(
        re.compile(r"1\s*người nhận được việc|1người nhận"), timeout=SOON
    )
    lan.goto("/me")
    expect(lan.locator("#my-tickets")).to_contain_text("Đã phỏng vấn")
    hired = figures.locator("#fair-tally tr", has_text="Lượt nhận được việc làm").first
    expect(hired.locator("td").first).to_have_text("1", timeout=SOON)
    hired.get_by_role("link").first.click()
    expect(figures.locator("main")).to_contain_text("Trần Thị Lan")
    fine(figures)

    expect(hoa.get_by_role("button", name=re.compile("^Lùi"))).to_be_visible(timeout=SOON)
    hoa.get_by_role("button", name=re.compile("^Lùi")).click()
    expect(hoa.locator("#my-place")).to_contain_text("còn 1 người trước", timeout=SOON)
    expect(minh.get_by_role("button", name="Mời số 2")).to_be_visible(timeout=SOON)


def test_a_stranger_answers_six_questions_and_has_a_number(people: People) -> None:
    page = people.phone()
    page.goto(f"/booths/{people.ground.booths['May']}")
    page.get_by_role("button", name="Lấy số thứ tự").click()
    for label, answer in (("Họ và tên", "Trần Văn Bảy"), ("Số điện thoại", "0987 654 321"), ("Năm sinh", "1989")):
        fine(page)
        page.get_by_label(label).fill(answer)
        page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_label("Nam", exact=True).check()
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_label("Tỉnh, thành phố").select_option(label="Vĩnh Long")
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_label("Công việc mong muốn").fill("Bảo vệ")
    page.get_by_role("button", name="Tiếp tục").click()
    boxes = page.get_by_role("checkbox")
    assert not any(box.is_checked() for box in boxes.all())
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.locator("#errors")).to_be_visible()
    for box in boxes.all()[:2]:
        box.check()
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_text("Trần Văn Bảy")).to_be_visible()
    fine(page)
    page.get_by_role("button", name="Đúng rồi, gửi").click()
    code = re.findall(r"là (\d{6})", people.server.log.read_text())[-1]
    page.get_by_label("Mã", exact=True).fill(code)
    page.get_by_role("button", name="Đăng nhập").click()
    page.get_by_role("button", name="Lấy số thứ tự").click()
    expect(page.locator("#my-ticket .ticket-number")).to_have_text("1")


def test_the_line_is_cut_in_the_queue_and_nothing_is_lost(people: People) -> None:
    may = people.ground.booths["May"]
    lan, dung = people.phone("Lan"), people.desk("Dung")
    take_number(lan, may)
    people.devices.allow_lost_line()
    lan.context.set_offline(True)
    dung.goto(f"/desks/{may}")
    dung.get_by_role("button", name="Mở bàn phỏng vấn").click()
    dung.get_by_role("button", name="Mời số 1").click()
    expect(dung.locator("#desk-side")).to_contain_text("Đang mời")
    lan.context.set_offline(False)
    expect(lan.get_by_role("button", name="Vào phỏng vấn")).to_be_visible(timeout=SOON)


def test_the_server_is_killed_and_started_again_in_the_middle(people: People) -> None:
    may = people.ground.booths["May"]
    lan, son, dung = people.phone("Lan"), people.phone("Sơn"), people.desk("Dung")
    take_number(lan, may)
    take_number(son, may)
    dung.goto(f"/desks/{may}")
    dung.get_by_role("button", name="Mở bàn phỏng vấn").click()
    expect(dung.get_by_role("button", name="Rời bàn")).to_be_visible()
    people.devices.allow_lost_line()
    people.server.kill()
    people.server.start()
    dung.get_by_role("button", name="Mời số 1").click()
    expect(dung.locator("#desk-side")).to_contain_text("Đang mời", timeout=SOON)
    expect(lan.get_by_role("button", name="Vào phỏng vấn")).to_be_visible(timeout=3 * SOON)
    expect(son.locator("#my-place")).to_contain_text("tiếp theo", timeout=3 * SOON)


def test_what_was_said_of_the_last_call_is_gone_at_the_next(people: People) -> None:
    may = people.ground.booths["May"]
    lan, dung = people.phone("Lan"), people.desk("Dung")
    take_number(lan, may)
    dung.goto(f"/desks/{may}")
    dung.get_by_role("button", name="Mở bàn phỏng vấn").click()
    dung.get_by_role("button", name="Mời số 1").click()
    lan.get_by_role("button", name=re.compile("^Lùi")).click(timeout=SOON)
    expect(lan.locator("#notice")).to_contain_text("Đã lùi")
    dung.get_by_role("button", name="Mời số 1").click(timeout=SOON)
    expect(lan.get_by_role("button", name="Vào phỏng vấn")).to_be_visible(timeout=SOON)
    expect(lan.locator("#notice")).to_be_empty()


def test_without_javascript_the_whole_way_is_open(people: People) -> None:
    may = people.ground.booths["May"]
    lan = people.phone("Lan", java_script_enabled=False)
    dung = people.desk("Dung", java_script_enabled=False)
    take_number(lan, may)
    assert lan.locator('noscript meta[http-equiv="refresh"], meta[http-equiv="refresh"]').count() == 1
    dung.goto(f"/desks/{may}")
    dung.get_by_role("button", name="Mở bàn phỏng vấn").click()
    dung.get_by_role("button", name="Mời số 1").click()
    lan.reload()
    lan.get_by_role("button", name="Vào phỏng vấn").click()
    lan.get_by_role("textbox", name="Tin nhắn").fill("Em chào chị")
    lan.get_by_role("button", name="Gửi").click()
    expect(lan.locator(".messages")).to_contain_text("Em chào chị")
    dung.reload()
    expect(dung.locator(".messages")).to_contain_text("Em chào chị")
    dung.get_by_role("button", name="Đạt sơ tuyển").click()
    expect(dung.locator("#notice")).to_contain_text("Đạt sơ tuyển")
    lan.goto("/me")
    expect(lan.locator("#my-tickets")).to_contain_text("Đã phỏng vấn")


def test_a_ticket_opens_on_another_device_after_signing_in_there(people: People) -> None:
    lan = people.phone("Lan")
    take_number(lan, people.ground.booths["May"])
    code = lan.locator("figcaption.code").inner_text()
    other = people.phone()
    other.goto(f"/t/{code.lower()}")
    expect(other.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    other.get_by_label("Số điện thoại").fill("090 912 3450")
    other.get_by_role("button", name="Gửi mã cho tôi").click()
    digits = re.findall(r"là (\d{6})", people.server.log.read_text())[-1]
    other.get_by_label("Mã", exact=True).fill(digits)
    other.get_by_role("button", name="Đăng nhập").click()
    expect(other.locator("#my-ticket .ticket-number")).to_have_text("1")
