"""The golden test: page before + what is pushed = page after a reload, for every kind of news and every page.

It finds a forgotten region, a partial that differs from its page, and a leak (news for one drawn for another).
"""

import json
import re
from datetime import datetime
from uuid import UUID

import pytest

from exchange.journal.kinds import WITHOUT_STREAM, Kind
from exchange.kernel import clock
from exchange.kernel.db import Store, Writing
from tests.cast import Ground
from tests.web.acts import ACTS, interview_of, prepare
from tests.web.conftest import Client
from web import regions
from web.app import App
from web.live.frames import Close
from web.live.pages import live_page


class Ear:
    """A listener on the hub that keeps what it hears."""

    def __init__(self) -> None:
        self.topics: frozenset[str] = frozenset()
        self.silent = 0
        self.heard: list[str] = []

    def send(self, frame: bytes, seq: int | None = None) -> None:
        self.heard.append(frame[frame.index(b'{"') :].decode())

    def close(self, code: Close) -> None:
        raise AssertionError(f"closed with {code}")

    def abort(self) -> None:
        raise AssertionError("aborted")


def pages(ground: Ground, tickets: dict[str, UUID], talk: UUID) -> list[tuple[str, str, str]]:
    """Who looks, at which address, and the live name of the page."""
    may, sea, fair = ground.booths["May"], ground.booths["Thủy sản"], ground.fair_id
    mine = [(who, f"/tickets/{tickets[who]}", f"ticket/{tickets[who]}") for who in ("Lan", "Sơn", "Hoa")]
    return [
        ("", f"/fairs/{fair}", "lobby"),
        ("", f"/booths/{may}", f"booth/{may}"),
        ("Tư", f"/booths/{sea}", f"booth/{sea}"),
        *mine,
        ("Hoa", "/me", "me"),
        ("Lan", f"/interviews/{talk}", f"talk/{talk}"),
        ("Dung", f"/desks/{may}", f"desk/{may}"),
        ("Khoa", f"/desks/{may}", f"desk/{may}"),
        ("Minh", f"/desks/{sea}", f"desk/{sea}"),
        ("Hạnh", f"/fairs/{fair}/floor", "floor"),
        ("Ngân", f"/fairs/{fair}/floor", f"floor/{ground.centres['Bến Tre']}"),
        ("Hạnh", f"/fairs/{fair}/tally", "tally"),
        ("Ngân", f"/fairs/{fair}/tally", "tally"),
    ]


_CHANGING = (
    (re.compile(r'data-(seq|now)="[^"]*"'), ""),
    (re.compile(r'name="request_id" value="[^"]*"'), ""),
)


def still(html: str) -> str:
    """A page without what differs on every drawing: numbers, form ids."""
    for pattern, word in _CHANGING:
        html = pattern.sub(word, html)
    return html


_PARTIAL = re.compile(r'<hx-partial hx-target="#([^"]+)" hx-swap="outerMorph">(.*?)</hx-partial>', re.DOTALL)


def redraw(page: str, before: dict[str, str], pushed: dict[str, str]) -> str:
    """What the browser makes of the page: each region it has is replaced whole."""
    for dom_id, html in pushed.items():
        if dom_id in before:
            assert before[dom_id] in page, f"#{dom_id} is drawn differently on the page"
            page = page.replace(before[dom_id], html)
    return own_place(page)


def own_place(page: str) -> str:
    """What turn.js does on a ticket's page: one's own line of the board is copied to where one looks first."""
    mine = re.search(r'data-my-number="(\d+)"', page)
    if not mine:
        return page
    line = re.search(rf'data-line-number="{mine[1]}">.*?<span data-line-place>(.*?)</span></li>', page, re.DOTALL)
    place = re.compile(r'(<span id="my-place">).*?(</span></p>)', re.DOTALL)
    return place.sub(lambda found: found[1] + (line[1] if line else "") + found[2], page, count=1)


@pytest.mark.parametrize("name", ACTS)
async def test_what_is_pushed_equals_what_a_reload_shows(
    name: str, store: Store, ground: Ground, app: App, client_of: Client
) -> None:
    now = clock.now()
    store.write(lambda db: prepare(ground, db, now))
    looks = store.write(lambda db: _pages(ground, db, now))
    await app.house.tail.follow(ground.fair_id)
    ears, before, drawn = [], [], []
    for who, address, live in looks:
        answer = await client_of(who).get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        before.append(still(answer.text))
        ear, (topics, regions_drawn) = Ear(), store.read(lambda db, p=live, w=who: _open(app, ground, db, w, p))
        app.house.hub.join(ear, topics)
        ears.append(ear)
        drawn.append(regions_drawn)
    store.write(lambda db: ACTS[name](ground, db, clock.now()))
    await app.house.tail.look()
    app.house.kept.clear()  # strangers' pages are kept for a second, with the number they were drawn at
    for (who, address, _), ear, page, regions_before in zip(looks, ears, before, drawn, strict=True):
        pushed = dict(_PARTIAL.findall("".join(_html(frame) for frame in ear.heard)))
        after = still((await client_of(who).get(address)).text)
        assert redraw(page, regions_before, {k: still(v) for k, v in pushed.items()}) == after, (who, address)


async def test_every_numbered_kind_is_shown_reloads_or_is_named_quiet() -> None:
    shown = {kind for region in regions.ALL for kind in region.changed_by}
    numbered = set(Kind) - WITHOUT_STREAM
    assert numbered == shown | regions.RELOADS | regions.QUIET
    assert not shown & (regions.RELOADS | regions.QUIET)


async def test_every_shown_kind_is_tried_above() -> None:
    shown = {kind for region in regions.ALL for kind in region.changed_by}
    assert shown - set(ACTS) == {Kind.PLACEMENT_REVERSED}  # comes with a correction


def _pages(ground: Ground, db: Writing, now: datetime) -> list[tuple[str, str, str]]:
    tickets = {who: ground.ticket(db, who, "Thủy sản", now=now).ticket_id for who in ("Lan", "Sơn", "Hoa")}
    return pages(ground, tickets, interview_of(ground, db))


def _open(app: App, ground: Ground, db: Writing, who: str, page: str) -> tuple[frozenset[str], dict[str, str]]:
    viewer = ground.viewer(who) if who else None
    found = live_page(db, viewer, ground.fair_id, page, now=clock.now())
    html = {}
    for one in found.shown:
        values = one.region.ask(db, ground.fair_id, one.key, clock.now())
        html[one.region.dom_id(one.key)] = still(app.house.render.draw(one.region.template, **values))
    return found.topics(viewer), html


def _html(frame: str) -> str:
    return str(json.loads(frame).get("html", ""))
