"""The page's end of the line, in a real browser: regions in place, and lines that break."""

from collections.abc import Callable
from http import HTTPStatus

import pytest
from playwright.sync_api import Page, expect

from tests.live.stage import Stage, come_true, joined, look, polled
from web.live import frames
from web.live.admission import Refusal
from web.live.frames import Close

Open = Callable[..., Page]


# regions


def test_news_is_put_in_place_and_what_is_not_on_the_page_is_passed_over(stage: Stage, opened: Open) -> None:
    stage.draw(board="số 3")
    page = opened()

    stage.show(board="số 4", elsewhere="không ở đây")

    expect(page.locator("#board")).to_have_text("số 4")
    expect(page.locator("body")).not_to_contain_text("không ở đây")


def test_typing_focus_and_open_details_survive(stage: Stage, opened: Open) -> None:
    form = (
        '<form id="f">{}<details><summary>Thêm</summary>x</details><input id="name"><button id="go">Gửi</button></form>'
    )
    stage.draw(desk=form.format("một"))
    page = opened()
    page.locator("summary").click()
    page.locator("#name").fill("Nguyễn")
    page.locator("#name").evaluate("field => field.setSelectionRange(2, 2)")

    stage.show(desk=form.format("<b>hai</b>"))

    expect(page.locator("#desk")).to_contain_text("hai")
    expect(page.locator("#name")).to_have_value("Nguyễn")
    expect(page.locator("#name")).to_be_focused()
    assert page.locator("#name").evaluate("field => field.selectionStart") == 2
    expect(page.locator("details")).to_have_attribute("open", "")


def test_when_the_focused_button_is_gone_the_keyboard_goes_on_beside_it(stage: Stage, opened: Open) -> None:
    stage.draw(ticket='<section id="row"><button id="leave">Rời hàng</button></section>')
    page = opened()
    page.locator("#leave").focus()

    stage.show(ticket='<section id="row">Đã được mời</section>')

    expect(page.locator("#row")).to_be_focused()


def test_a_row_stays_under_the_pointer_while_rows_come_above_it(stage: Stage, opened: Open) -> None:
    def table(*numbers: int) -> str:
        rows = "".join(f'<tr id="row-{n}"><td><h1>Số {n}</h1></td></tr>' for n in numbers)
        return f'<div id="desk" data-still><table><tbody>{rows}</tbody></table></div>'

    stage.draw(desk=table(*range(10, 40)))
    page = opened()
    page.locator("#row-15").hover()
    before = page.locator("#row-15").bounding_box()

    stage.show(desk=table(*range(5, 40)))

    expect(page.locator("#row-5")).to_have_count(1)
    after = page.locator("#row-15").bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) < 1


def test_older_news_is_ignored_and_a_redrawing_of_the_same_moment_is_not(stage: Stage, opened: Open) -> None:
    stage.draw(board="một")
    page = opened()
    stage.seq = 9
    stage.show(board="mười")

    stage.do(stage.hub.publish(8, {"all": frames.partial("board", '<div id="board">tám</div>')}))
    stage.do(stage.hub.publish(10, {"all": frames.partial("board", '<div id="board">mười, vẽ lại</div>')}))

    expect(page.locator("#board")).to_have_text("mười, vẽ lại")


def test_an_answer_that_news_has_overtaken_is_asked_for_again(stage: Stage, opened: Open) -> None:
    stage.draw(desk='<div id="desk"><button hx-post="/call" hx-swap="none">Mời</button><i id="n">một</i></div>')
    page = opened()
    stage.seq = 7
    late = stage.regions["desk"].replace("một", "cũ")
    stage.answers["/call"] = (200, {"content-type": "text/html", "live-seq": "7"}, frames.partial("desk", late))
    stage.show(desk=stage.regions["desk"].replace("một", "mới"))
    expect(page.locator("#n")).to_have_text("mới")

    page.get_by_role("button").click()

    come_true(page, lambda: stage.sinces[-1] == 7)
    expect(page.locator("#n")).to_have_text("mới")


# the line


def test_a_page_that_was_kicked_comes_back_and_hears_what_it_missed(stage: Stage, opened: Open) -> None:
    stage.draw(board="một")
    page = opened()
    stage.show(board="hai")
    expect(page.locator("#board")).to_have_text("hai")

    stage.kick(Close.RESTART)
    stage.seq += 1
    stage.draw(board="ba")
    page.clock.run_for(5000)

    expect(page.locator("#board")).to_have_text("ba")
    assert stage.sinces == [1, 2]


def test_a_server_that_is_restarted_is_found_again_and_the_page_says_so(stage: Stage, opened: Open) -> None:
    stage.draw(board="một")
    page = opened()
    words = page.locator("#line-status")

    stage.stop()
    come_true(page, lambda: page.evaluate("navigator.onLine"))
    page.clock.run_for(4000)
    expect(words).to_be_hidden()
    page.clock.run_for(3000)
    expect(words).to_have_text("mất kết nối")
    expect(page.locator("body")).to_have_attribute("data-line", "lost")
    stage.seq += 1
    stage.draw(board="hai")
    stage.start()
    joined(page, stage)

    expect(page.locator("#board")).to_have_text("hai")
    expect(words).to_have_text("đã nối lại")
    page.clock.run_for(4000)
    expect(words).to_be_hidden()


def test_a_line_that_says_nothing_for_too_long_is_given_up(stage: Stage, opened: Open) -> None:
    stage.draw(board="một")
    page = opened()
    frozen = stage.freeze()
    stage.seq += 1
    stage.draw(board="hai")

    page.clock.run_for(2.2 * 25_000 - 1000)
    expect(page.locator("#line-status")).to_be_hidden()
    page.clock.run_for(7000)
    expect(page.locator("#line-status")).to_have_text("mất kết nối")
    stage.thaw.set()
    frozen.result(10)
    joined(page, stage)

    expect(page.locator("#board")).to_have_text("hai")


def test_who_went_offline_is_caught_up_as_soon_as_the_network_is_back(stage: Stage, opened: Open) -> None:
    stage.draw(board="một")
    page = opened()
    page.context.set_offline(True)
    come_true(page, lambda: stage.sockets == 0)
    stage.seq += 1
    stage.draw(board="hai")

    page.context.set_offline(False)

    expect(page.locator("#board")).to_have_text("hai")


@pytest.mark.parametrize(("code", "words"), [(Close.SIGNED_OUT, "đăng nhập lại"), (Close.NOT_YOURS, "tải lại trang")])
def test_who_may_not_listen_is_told_so_and_does_not_try_again(
    stage: Stage, opened: Open, code: Close, words: str
) -> None:
    page = opened()
    stage.door["/live/page"] = Refusal(code)
    stage.kick(code)

    expect(page.locator("#line-status")).to_have_text(words)
    page.clock.run_for(120_000)

    assert stage.sinces == [1]


def test_where_sockets_are_blocked_the_page_asks_by_http(stage: Stage, opened: Open) -> None:
    stage.door["/live/page"] = Refusal(HTTPStatus.NOT_FOUND)
    stage.draw(board="một")
    page = opened(joined=False)
    polled(page, stage, 1)
    stage.seq += 1
    stage.draw(board="hai")

    polled(page, stage, 2)

    expect(page.locator("#board")).to_have_text("hai")
    expect(page.locator("#line-status")).to_have_text("mạng yếu")


def test_polling_ends_when_sockets_are_let_through_again(stage: Stage, opened: Open) -> None:
    stage.door["/live/page"] = Refusal(HTTPStatus.NOT_FOUND)
    page = opened(joined=False)
    polled(page, stage, 1)
    stage.door.clear()

    polled(page, stage, 10)
    joined(page, stage)
    before = stage.asked_for.count("/news")
    page.clock.run_for(60_000)

    assert stage.asked_for.count("/news") == before


def test_polling_stops_for_who_is_signed_out(stage: Stage, opened: Open) -> None:
    stage.door["/live/page"] = Refusal(HTTPStatus.NOT_FOUND)
    stage.polling = 401
    page = opened(joined=False)
    polled(page, stage, 1)

    expect(page.locator("#line-status")).to_have_text("đăng nhập lại")
    page.clock.run_for(60_000)
    assert stage.asked_for.count("/news") == 1


@pytest.mark.parametrize(("attributes", "left"), [("", 0), ("data-live-always", 1)])
def test_a_hidden_page_rests_unless_somebody_waits_on_it(
    stage: Stage, opened: Open, attributes: str, left: int
) -> None:
    stage.draw(board="một")
    stage.attributes = attributes
    page = opened()

    look(page, away=True)
    page.clock.run_for(50_000)
    stage.show(board="còn nghe")
    expect(page.locator("#board")).to_have_text("còn nghe")
    page.clock.run_for(9000)
    assert stage.sockets == 1
    page.clock.run_for(2000)
    come_true(page, lambda: stage.sockets == left)
    stage.show(board="hai")
    look(page, away=False)

    expect(page.locator("#board")).to_have_text("hai")
