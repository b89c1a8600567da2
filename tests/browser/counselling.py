"""Phúc's counselling desk in a browser."""

from typing import Any

from playwright.sync_api import Page
from sqlalchemy import select

from exchange.counselling.tables import Consultation
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from tests.browser.conftest import People
from tests.cast import Ground

_c = columns(Consultation)


def written(store: Store) -> list[Any]:
    """What was saved: minutes and result of each consultation, oldest first."""
    query = select(_c.seeker_id, _c.minutes, _c.result).order_by(_c.first_id)
    return store.read(lambda db: db.execute(query).all())  # type: ignore[return-value]


def presses(page: Page, *keys: str) -> int:
    """Keys pressed one after the other; how many."""
    for key in keys:
        page.keyboard.press(key)
    return len(keys)


def held_with_alt(page: Page, *keys: str) -> int:
    """The browser's own shortcuts; playwright's keyboard leaves out the letter that they are found by."""
    line = page.context.new_cdp_session(page)
    for key in keys:
        told = {
            "modifiers": 1,
            "key": key,
            "text": key,
            "unmodifiedText": key,
            "windowsVirtualKeyCode": ord(key.upper()),
        }
        line.send("Input.dispatchKeyEvent", {"type": "keyDown", "unmodifiedText": key, **told})
        line.send("Input.dispatchKeyEvent", {"type": "keyUp", **told})
    return 2 * len(keys)


def opened(people: People, ground: Ground, who: str = "Lan") -> Page:
    """Phúc's screen with somebody's form on it."""
    page = people.desk("Phúc")
    page.goto(f"/counsel/{ground.seekers[who]}")
    return page


def focused(page: Page) -> str:
    """The name of what the keyboard is on."""
    found: str = page.evaluate("document.activeElement.name || document.activeElement.id")
    return found


def cut(page: Page, *, off: bool = True) -> None:
    """The line is cut, or back again."""
    page.context.set_offline(off)
