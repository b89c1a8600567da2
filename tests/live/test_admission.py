"""How a viewer comes on the line: what it has missed, who is refused and how."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from http import HTTPStatus

import pytest
from websockets.exceptions import InvalidStatus

from tests.live.line import Line, goodbye, handshake, heard, until
from web.live.admission import Refusal
from web.live.frames import Close, News, Reload


async def test_a_page_hears_what_it_missed_and_then_the_news(line: Line) -> None:
    line.missed = answer(News(5, "<p>năm</p>"))

    async with line.open() as page:
        assert json.loads(await heard(page)) == {"seq": 5, "html": "<p>năm</p>"}
        await line.hub.publish(6, {"board": "<p>sáu</p>"})
        assert json.loads(await heard(page)) == {"seq": 6, "html": "<p>sáu</p>"}


async def test_news_cannot_overtake_what_a_page_is_being_told(line: Line) -> None:
    asked, drawn = asyncio.Event(), asyncio.Event()

    async def draw() -> News:
        asked.set()
        await drawn.wait()
        return News(5, "everything as of five")

    line.missed = draw
    async with line.open() as page:
        await asked.wait()
        for seq in (4, 5, 6):
            await line.hub.publish(seq, {"board": f"news {seq}"})
        drawn.set()

        assert [json.loads(await heard(page))["seq"] for _ in range(2)] == [5, 6]


async def test_a_page_that_missed_nothing_keeps_all_that_came_meanwhile(line: Line) -> None:
    asked, compared = asyncio.Event(), asyncio.Event()

    async def nothing() -> None:
        asked.set()
        await compared.wait()

    line.missed = nothing
    async with line.open() as page:
        await asked.wait()
        await line.hub.publish(7, {"board": "seven"})
        compared.set()

        assert json.loads(await heard(page))["seq"] == 7


async def test_a_page_that_slept_through_a_great_change_is_asked_to_load_itself_again(line: Line) -> None:
    line.missed = answer(Reload(5))

    async with line.open() as page:
        assert json.loads(await heard(page)) == {"within": 5, "reload": True}
        await line.hub.publish(6, {"board": "sáu"})
        assert json.loads(await heard(page))["seq"] == 6


async def test_a_drawing_that_never_ends_does_not_pile_up_news(line: Line) -> None:
    line.missed = asyncio.Event().wait  # type: ignore[assignment]

    async with line.open() as page:
        await until(lambda: line.hub.counts().sockets == 1)
        for seq in range(200):
            await line.hub.publish(seq, {"board": "x"})

        assert await goodbye(page) == Close.TRY_AGAIN


async def test_a_page_whose_drawing_fails_is_sent_away_to_come_back(line: Line) -> None:
    async def fail() -> None:
        raise RuntimeError("no database")

    line.missed = fail
    async with line.open() as page:
        assert await goodbye(page) == Close.FAILED
    assert line.hub.counts().sockets == 0


@pytest.mark.parametrize("code", [Close.SIGNED_OUT, Close.NOT_YOURS])
async def test_a_page_is_told_why_it_may_not_come_in(line: Line, code: Close) -> None:
    line.door["/live/board"] = Refusal(code)

    async with line.open() as page:
        assert await goodbye(page) == code
    assert line.hub.counts().frames == 0


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (Refusal(HTTPStatus.FORBIDDEN), 403),
        (Refusal(HTTPStatus.NOT_FOUND), 404),
        (RuntimeError("no database"), 503),
    ],
)
async def test_strangers_and_a_broken_door_get_an_http_answer(
    line: Line, answer: Refusal | Exception, status: int
) -> None:
    line.door["/live/board"] = answer

    with pytest.raises(InvalidStatus) as refused:
        async with line.open():
            pass
    assert refused.value.response.status_code == status


async def test_when_no_more_can_be_held_the_next_is_sent_to_the_polling_address(line: Line) -> None:
    line.hub._limit = 1

    async with line.open():
        await until(lambda: line.hub.full)
        with pytest.raises(InvalidStatus) as refused:
            async with line.open():
                pass
    assert refused.value.response.status_code == 503


@pytest.mark.parametrize("head", [handshake(version=8), handshake(key="c2hvcnQ="), handshake(key="no base 64")])
async def test_a_handshake_of_another_kind_is_answered_and_closed(line: Line, head: bytes) -> None:
    reader, writer = await line.raw(head)

    answer = await reader.read()

    assert answer.startswith(b"HTTP/1.1 426 ")
    assert b"Sec-WebSocket-Version: 13\r\n" in answer
    writer.close()


async def test_sockets_of_other_paths_are_the_applications(line: Line) -> None:
    async with line.open("/elsewhere/live/") as client:
        await client.send("chào")
        assert await client.recv() == "chào"
    assert line.hub.counts().sockets == 0


async def test_who_speaks_before_our_answer_is_cut_off(line: Line) -> None:
    line.hesitates = True
    reader, writer = await line.raw()
    await line.asked.wait()

    writer.write(b"\x81\x80abcd")

    assert await reader.read() == b""
    writer.close()


async def test_who_leaves_before_our_answer_costs_nothing_more(line: Line) -> None:
    line.hesitates = True
    _reader, writer = await line.raw()
    await line.asked.wait()
    assert line.server is not None
    state = line.server.server_state

    writer.transport.abort()

    await until(lambda: not state.tasks and not state.connections)


def answer(news: News | Reload) -> Callable[[], Awaitable[News | Reload]]:
    async def missed() -> News | Reload:
        return news

    return missed
