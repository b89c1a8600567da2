"""The loop that the server runs on, a line to call, and a page that hangs on it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator

import pytest
import uvicorn
import uvloop
from playwright.sync_api import Page

from tests.fixtures.browser import Devices
from tests.live.line import PATIENCE, Line, application, until
from tests.live.stage import Stage, come_true
from web.live.server import config, listen


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    return {"uvloop": uvloop.new_event_loop}


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    made = Line()
    listening = listen("127.0.0.1", 0)
    made.port = listening.getsockname()[1]
    made.server = uvicorn.Server(config(application, made.hub, made.admit))
    serving = asyncio.create_task(made.server.serve(sockets=[listening]))
    await until(lambda: made.server is not None and made.server.started)
    yield made
    made.server.should_exit = True
    async with asyncio.timeout(PATIENCE):
        await serving


@pytest.fixture
def stage() -> Iterator[Stage]:
    made = Stage().prepare()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def opened(stage: Stage, devices: Devices) -> Callable[..., Page]:
    """Opens the stage's page, by default with its socket up and its clock in the test's hands."""

    def open_page(*, joined: bool = True, script: str = "") -> Page:
        page = devices.phone(f"http://127.0.0.1:{stage.port}")
        devices.allow_lost_line()
        page.clock.install(time=0)
        page.clock.pause_at(1000)  # from here it moves by `run_for` alone
        page.add_init_script(script)
        page.goto("/")
        if joined:
            come_true(page, lambda: stage.sockets == 1)
        return page

    return open_page
