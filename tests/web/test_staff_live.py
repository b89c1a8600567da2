"""The golden test for staff: the floor of the host and of a joining site, and the card of somebody who is helped."""

import pytest

from exchange.kernel import clock
from exchange.kernel.db import Store
from exchange.kernel.errors import NotFound
from tests.cast import Ground
from tests.web.acts import ACTS, prepare
from tests.web.conftest import Client
from tests.web.test_golden import _PARTIAL, Ear, _html, _open, redraw, still
from web.app import App
from web.live.pages import live_page


def pages(ground: Ground) -> list[tuple[str, str, str]]:
    """Who looks, at which address, and the live name of the page."""
    floor, lan = f"/fairs/{ground.fair_id}/floor", ground.seekers["Lan"]
    return [
        ("Hạnh", floor, "floor"),
        ("Ngân", floor, f"floor/{ground.centres['Bến Tre']}"),
        ("Phúc", f"/fairs/{ground.fair_id}/people/{lan}", f"person/{lan}"),
    ]


@pytest.mark.parametrize("name", ACTS)
async def test_what_is_pushed_to_staff_equals_what_a_reload_shows(
    name: str, store: Store, ground: Ground, app: App, client_of: Client
) -> None:
    store.write(lambda db: prepare(ground, db, clock.now()))
    await app.house.tail.follow(ground.fair_id)
    looking = []
    for who, address, live in pages(ground):
        before = still((await client_of(who).get(address)).text)
        ear, (topics, drawn) = Ear(), store.read(lambda db, w=who, p=live: _open(app, ground, db, w, p))  # type: ignore[misc]
        app.house.hub.join(ear, topics)
        looking.append((who, address, before, drawn, ear))

    store.write(lambda db: ACTS[name](ground, db, clock.now()))
    await app.house.tail.look()

    for who, address, before, drawn, ear in looking:
        pushed = {region: still(html) for region, html in _PARTIAL.findall("".join(map(_html, ear.heard)))}
        after = still((await client_of(who).get(address)).text)
        assert redraw(before, drawn, pushed) == after, (who, address)


@pytest.mark.parametrize(
    ("who", "page"),
    [("Ngân", "floor"), ("Ngân", "floor/{host}"), ("Hạnh", "floor/{joining}"), ("Ngân", "person/{lan}"),
     ("Dung", "floor"), ("Lan", "person/{lan}"), ("", "floor/{joining}")],
)  # fmt: skip
async def test_nobody_listens_to_what_is_not_theirs(who: str, page: str, store: Store, ground: Ground) -> None:
    centres = {"host": ground.centres["Trà Vinh"], "joining": ground.centres["Bến Tre"]}
    name = page.format(**centres, lan=ground.seekers["Lan"])
    viewer = ground.viewer(who) if who else None

    with pytest.raises(NotFound):
        store.read(lambda db: live_page(db, viewer, ground.fair_id, name, now=clock.now()))
