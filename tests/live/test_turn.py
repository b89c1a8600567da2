"""What a page does for the person in front of it: one's own number, being called, sentences spoken, clocks, reloads."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.live.stage import Stage, come_true
from web.live import frames

Open = Callable[..., Page]
SOUNDS = """
window.sounds = 0;
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...at) { window.sounds++; return start.apply(this, at); };
"""


def board(*waiting: int) -> str:
    rows = [f'<li data-line-number="{n}">{n} <b data-line-place>thứ {at}</b></li>' for at, n in enumerate(waiting, 1)]
    return f'<ol id="board">{"".join(rows)}</ol>'


def test_ones_own_place_follows_the_board_that_is_the_same_for_all(stage: Stage, opened: Open) -> None:
    stage.draw(board=board(17, 18, 19), ticket='<p id="ticket" data-my-number="19">19: <i id="my-place">?</i></p>')
    page = opened()
    expect(page.locator("#my-place")).to_have_text("thứ 3")

    stage.show(board=board(18, 19))

    expect(page.locator("#my-place")).to_have_text("thứ 2")
    expect(page.locator('[aria-current="true"]')).to_contain_text("19")


def test_a_ticket_that_is_drawn_anew_keeps_its_place(stage: Stage, opened: Open) -> None:
    ticket = '<p id="ticket" data-my-number="18">{} <i id="my-place">?</i></p>'
    stage.draw(board=board(17, 18), ticket=ticket.format("chờ"))
    page = opened()

    stage.show(ticket=ticket.format("vẫn chờ"))

    expect(page.locator("#ticket")).to_have_text("vẫn chờ thứ 2")


def test_who_is_called_hears_it_until_they_touch_the_page(stage: Stage, opened: Open) -> None:
    stage.attributes = "data-live-always"
    stage.draw(ticket="chờ")
    page = opened(script=SOUNDS)
    page.locator("#ticket").click()

    stage.show(ticket='<p id="ticket" data-call>Mời anh/chị</p>')
    expect(page).to_have_title("(!) Thử")
    come_true(page, lambda: page.evaluate("sounds") > 0)
    before = page.evaluate("sounds")
    page.clock.run_for(6000)
    assert page.evaluate("sounds") > before
    expect(page.locator("body")).to_be_focused()

    page.locator("#ticket").click()
    before = page.evaluate("sounds")
    page.clock.run_for(60_000)
    assert page.evaluate("sounds") == before
    expect(page).to_have_title("(!) Thử")
    stage.show(ticket="đang phỏng vấn")
    expect(page).to_have_title("Thử")


def test_a_second_call_rings_again(stage: Stage, opened: Open) -> None:
    stage.attributes = "data-live-always"
    stage.draw(ticket='<p id="ticket" data-call>Mời anh/chị</p>')
    page = opened(script=SOUNDS)
    page.locator("#ticket").click()
    stage.show(ticket="lỡ lượt")
    expect(page).to_have_title("Thử")

    stage.show(ticket='<p id="ticket" data-call>Mời lại</p>')

    come_true(page, lambda: page.evaluate("sounds") > 0)


def test_without_a_first_touch_a_call_is_silent_but_seen(stage: Stage, opened: Open) -> None:
    stage.attributes = "data-live-always"
    stage.draw(ticket="chờ")
    page = opened(script=SOUNDS)

    stage.show(ticket='<p id="ticket" data-call>Mời anh/chị</p>')

    expect(page).to_have_title("(!) Thử")
    assert page.evaluate("sounds") == 0


def test_sentences_are_spoken_once_and_not_too_often(stage: Stage, opened: Open) -> None:
    def says(text: str, drawn: int = 0) -> str:
        return f'<div id="news" data-say="{text}">{drawn}</div>'

    stage.draw(news=says("có từ đầu"))
    page = opened()
    spoken = page.locator("#live-status")
    stage.show(news=says("có từ đầu", 1))
    expect(page.locator("#news")).to_have_text("1")
    expect(spoken).to_have_text("")

    stage.show(news=says("gian hàng 3 mở cửa", 2))
    expect(spoken).to_have_text("gian hàng 3 mở cửa")
    stage.show(news=says("gian hàng 4 mở cửa", 3), board='<i id="board" data-say="mười chỉ tiêu mới"></i>')
    expect(page.locator("#news")).to_have_text("3")
    page.clock.run_for(5000)
    expect(spoken).to_have_text("gian hàng 3 mở cửa")
    page.clock.run_for(11_000)

    expect(spoken).to_have_text("gian hàng 4 mở cửa")


def test_clocks_run_by_the_servers_time(stage: Stage, opened: Open) -> None:
    stage.draw(
        clocks='<p id="clocks"><time id="left" data-until="2030-05-01T01:01:00Z">08:01</time>'
        '<time id="gone" data-since="2030-04-30T23:58:30Z">06:58</time></p>'
    )
    page = opened()
    expect(page.locator("#left")).to_have_text("01:00")
    expect(page.locator("#gone")).to_have_text("1:01:30")

    page.clock.run_for(30_000)
    expect(page.locator("#left")).to_have_text("00:30")
    expect(page.locator("#gone")).to_have_text("1:02:00")
    page.clock.run_for(90_000)
    expect(page.locator("#left")).to_have_text("00:00")


def test_a_new_release_loads_the_page_again(stage: Stage, opened: Open) -> None:
    page = opened()
    with page.expect_navigation():
        stage.do(stage.hub.send("all", frames.reload(0)))
        page.clock.run_for(1000)


@pytest.mark.parametrize(
    "body", ['<input id="field">', '<form><input id="field"></form>', '<b data-busy id="field">x</b>']
)
def test_but_not_while_somebody_types_or_talks(stage: Stage, opened: Open, body: str) -> None:
    stage.draw(form=f'<div id="form">{body}</div>')
    page = opened()
    if "input" in body:
        page.locator("#field").fill("đang viết")
    page.evaluate("window.same = true")

    stage.show(form=f'<div id="form">{body}<i>!</i></div>')
    stage.do(stage.hub.send("all", frames.reload(0)))
    expect(page.locator("i")).to_have_text("!")
    page.clock.run_for(30_000)

    assert page.evaluate("window.same") is True
    with page.expect_navigation():
        stage.show(form='<div id="form">đã gửi</div>')
        page.clock.run_for(6000)
