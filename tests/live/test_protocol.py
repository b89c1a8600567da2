"""One viewer on the line: hearing, falling behind, breaking the rules, going."""

import json

import pytest

from tests.live.line import Line, goodbye, heard, until
from web.live.admission import Refusal
from web.live.frames import Close


async def test_what_a_page_says_is_checked_and_passed_over(line: Line) -> None:
    async with line.open() as page:
        await page.send("Xếp hàng")
        await page.send(["in ", "three ", "pieces"])
        await page.send(b"\x00" * 5000)
        await (await page.ping(b"there?"))
        await line.hub.publish(1, {"board": "still here"})
        assert json.loads(await heard(page))["html"] == "still here"


@pytest.mark.parametrize(
    ("said", "code"), [("x" * 16_385, Close.TOO_BIG), ([b"\xc3", b"\x28"], Close.BAD_TEXT), (b"", None)]
)
async def test_who_breaks_the_rules_is_closed_by_name(line: Line, said: str | bytes | list[bytes], code: int) -> None:
    async with line.open() as page:
        if code is None:
            page.transport.write(b"\x81\x01a")  # not masked
        else:
            await page.send(said, text=True)

        assert await goodbye(page) == (code or Close.PROTOCOL_ERROR)
    assert line.hub.counts().sockets == 0


async def test_a_page_that_says_goodbye_gets_one_back_and_is_forgotten(line: Line) -> None:
    page = await line.open()
    await until(lambda: line.hub.counts().sockets == 1)

    await page.close(4000, "tab closed")

    assert page.close_code == 4000
    assert line.hub.counts().topics == 0


@pytest.mark.parametrize("how", ["cut", "half closed"])
async def test_a_page_that_vanishes_is_forgotten(line: Line, how: str) -> None:
    _reader, writer = await line.raw()
    await until(lambda: line.hub.counts().sockets == 1)

    if how == "cut":
        writer.transport.abort()
    else:
        writer.write_eof()

    await until(lambda: line.hub.counts().sockets == 0)


async def test_the_pages_of_one_login_are_closed_together(line: Line) -> None:
    async with line.open("/live/an") as first, line.open("/live/an") as second, line.open("/live/binh") as other:
        await until(lambda: line.hub.counts().sockets == 3)

        assert line.hub.kick("an", Close.SIGNED_OUT) == 2

        assert [await goodbye(first), await goodbye(second)] == [Close.SIGNED_OUT] * 2
        await line.hub.publish(1, {"all": "still here"})
        assert json.loads(await heard(other))["html"] == "still here"


async def test_a_reader_who_does_not_read_is_put_off_and_nobody_else_notices(line: Line) -> None:
    reader, writer = await line.raw()
    reader._transport.pause_reading()  # type: ignore[attr-defined]
    async with line.open("/live/other") as page:
        await until(lambda: line.hub.counts().sockets == 2)
        seq = 0
        while line.hub.counts().too_slow == 0:
            seq += 1
            await line.hub.publish(seq, {"all": "x" * 8192})
            assert json.loads(await heard(page))["seq"] == seq
            assert seq < 1000, "the stalled reader is still served"

        assert line.hub.counts().sockets == 1
    writer.close()


async def test_the_dead_are_cut_off_by_the_heartbeat_and_the_living_are_not(line: Line) -> None:
    reader, writer = await line.raw()  # never answers a ping
    async with line.open() as page:
        await until(lambda: line.hub.counts().sockets == 2)
        for _ in range(4):
            await line.hub.beat()
            await (await page.ping())  # by then its pong to ours has come as well

        assert line.hub.counts().fell_silent == 1
        assert line.hub.counts().sockets == 1
    await reader.read()  # to the end
    writer.close()


async def test_who_does_not_hang_up_after_our_goodbye_is_cut_off(line: Line) -> None:
    line.door["/live/board"] = Refusal(Close.SIGNED_OUT)
    reader, writer = await line.raw()
    await reader.read()  # our close frame and the end of our stream; the peer stays

    for _ in range(4):
        await line.hub.beat()

    assert line.server is not None
    connections = line.server.server_state.connections
    await until(lambda: not connections)
    writer.close()


async def test_a_stopping_server_asks_its_pages_to_come_back(line: Line) -> None:
    async with line.open() as page:
        await until(lambda: line.hub.counts().sockets == 1)
        assert line.server is not None

        line.server.should_exit = True

        assert await goodbye(page) == Close.RESTART


async def test_a_stopping_server_does_not_wait_for_those_who_do_not_read(line: Line) -> None:
    reader, writer = await line.raw()
    reader._transport.pause_reading()  # type: ignore[attr-defined]
    await until(lambda: line.hub.counts().sockets == 1)
    assert line.server is not None
    while line.hub.counts().too_slow == 0:
        await line.hub.publish(1, {"all": "x" * 8192})

    line.server.should_exit = True

    connections = line.server.server_state.connections
    await until(lambda: not connections)
    writer.close()
