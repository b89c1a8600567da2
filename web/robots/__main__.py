"""`python -m web.robots HOST PORT`: robots at a demo that is being served, until it stops or they are stopped."""

import argparse
import asyncio
import re
import signal
from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import Literal

from msgspec import Struct

from web.robots.browser import Browser, Wire
from web.robots.people import Interviewer, Pace, Seeker, Sitter

_GONE = 15.0  # seconds without a server after which robots go home
_AGAIN = 3.0
_BUTTON = re.compile(r'name="account" value="([0-9a-f-]{36})" data-group="([a-z]+)"( data-robot)?')
Kind = Literal["staff", "recruiters", "seekers"]


class Role(Struct, frozen=True):
    """Somebody on the demo's page."""

    account: str
    group: str
    robot: bool


async def main(host: str, port: int, *, busy: bool, speed: float, most: int, seed: int) -> None:
    """All robots, side by side."""
    wire = Wire(host, port)
    await _wait_for_server(wire)
    roles = await _roles(Browser(wire, "10.0.0.1"))
    seekers = [role for role in roles if role.group == "seekers" and role.robot][:most] if busy else []
    desks = [role for role in roles if role.group != "seekers" and role.robot][:most]
    lives = [
        *(_life(wire, role, number, Interviewer if busy else Sitter, Pace(speed, Random(seed + number)))  # noqa: S311
          for number, role in enumerate(desks)),
        *(_life(wire, role, 100 + number, Seeker, Pace(speed, Random(seed + 100 + number)))  # noqa: S311
          for number, role in enumerate(seekers)),
    ]  # fmt: skip
    await asyncio.gather(*lives, return_exceptions=True)  # one that stumbles does not stop the others


async def _wait_for_server(wire: Wire) -> None:
    while True:
        with suppress(OSError, TimeoutError):
            if (await Browser(wire, "10.0.0.1").get("/healthz")).status == 200:
                return
        await asyncio.sleep(0.2)


async def _roles(browser: Browser) -> list[Role]:
    page = await browser.get("/demo")
    return [Role(account, group, bool(robot)) for account, group, robot in _BUTTON.findall(page.text)]


async def _life(
    wire: Wire, role: Role, number: int, kind: Callable[[Browser, Pace], "Interviewer | Seeker | Sitter"], pace: Pace
) -> None:
    """Sign in and live. A server that is away for a moment is waited for; one that is gone ends it."""
    browser = Browser(wire, f"10.0.{number // 250}.{number % 250 + 1}")
    away = 0.0
    await pace.pause(0, 20)
    while away < _GONE:
        try:
            await browser.post("/demo/sign-in", account=role.account)
            away = 0.0
            await kind(browser, pace).live()
            return
        except (OSError, TimeoutError):
            away += _AGAIN
            await asyncio.sleep(_AGAIN)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m web.robots", description=__doc__)
    parser.add_argument("host")
    parser.add_argument("port", type=int)
    parser.add_argument("--busy", action="store_true", help="seekers come and are interviewed")
    parser.add_argument("--speed", type=float, default=1.0, help="1 is human pace")
    parser.add_argument("--most", type=int, default=1000, help="robots of each kind")
    parser.add_argument("--seed", type=int, default=2021)
    return parser.parse_args()


def _run() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then stops us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    given = _arguments()
    asyncio.run(main(given.host, given.port, busy=given.busy, speed=given.speed, most=given.most, seed=given.seed))


if __name__ == "__main__":
    _run()
