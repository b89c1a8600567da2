"""The bell inside one process."""

import asyncio
from uuid import UUID, uuid4

from web.live.doorbell import LocalDoorbell, Rung

AN, BINH = uuid4(), uuid4()
NOTHING: frozenset[UUID] = frozenset()


async def test_who_waits_hears_which_fairs_moved() -> None:
    bell = LocalDoorbell()
    waiting = asyncio.create_task(bell.wait(10))
    await asyncio.sleep(0)

    bell.ring({AN})

    assert await waiting == Rung(frozenset({AN}), everywhere=False)


async def test_rings_before_the_wait_are_one_ring() -> None:
    bell = LocalDoorbell()
    for _ in range(3):
        bell.ring({AN})
    bell.ring([BINH])

    assert await bell.wait(10) == Rung(frozenset({AN, BINH}), everywhere=False)
    assert await bell.wait(0) == Rung(NOTHING, everywhere=False)


async def test_silence_is_an_answer() -> None:
    assert await LocalDoorbell().wait(0.001) == Rung(NOTHING, everywhere=False)


async def test_ringing_for_nothing_wakes_nobody() -> None:
    bell = LocalDoorbell()

    bell.ring([])

    assert not bell._bell.is_set()


async def test_everywhere_is_said_once() -> None:
    bell = LocalDoorbell()
    bell.ring_everywhere()

    assert await bell.wait(10) == Rung(NOTHING, everywhere=True)
    assert await bell.wait(0) == Rung(NOTHING, everywhere=False)
