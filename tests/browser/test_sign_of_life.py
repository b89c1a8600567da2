"""A desk whose page is open is not reported as silent, and one that was left is not opened by it."""

from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import expect
from sqlalchemy import select, update

from exchange.booths import actions
from exchange.booths.tables import Shift
from exchange.kernel import clock
from exchange.kernel.columns import columns
from exchange.kernel.db import open_store
from tests.cast import open_ground
from tests.fixtures.browser import DESK, Devices
from tests.fixtures.server import Server


def test_an_open_page_keeps_its_desk_alive(
    sqlite_database: str, serve: Callable[..., Server], devices: Devices
) -> None:
    store, long_ago = open_store(sqlite_database), clock.now() - timedelta(minutes=10)
    ground = store.write(lambda db: open_ground(db, opens_at=clock.now() - timedelta(hours=1)))
    store.write(lambda db: ground.sit(db, "Dung", now=long_ago))
    store.write(lambda db: ground.sit(db, "Khoa", now=long_ago))
    store.write(lambda db: actions.stand_up(db, ground.desk(db, "Khoa"), now=long_ago))
    store.write(lambda db: db.execute(update(Shift).values(seen_at=long_ago)))
    server = serve(sqlite_database)

    def page(name: str, path: str) -> object:
        context = devices.open(server.url, DESK)
        context.add_cookies([{"name": "login", "value": ground.tokens[name], "url": server.url}])
        opened = context.new_page()
        opened.goto(path)
        return opened

    floor = f"/fairs/{ground.fair_id}/floor"
    expect(page("Hạnh", floor).locator("#floor")).to_contain_text("Bàn mất liên lạc")  # type: ignore[attr-defined]
    for name in ("Dung", "Khoa"):
        with devices.open(server.url, DESK).new_page() as desk:
            login = {"name": "login", "value": ground.tokens[name], "url": server.url}
            desk.context.add_cookies([login])  # type: ignore[list-item]
            with desk.expect_response("**/life"):
                desk.goto(f"/desks/{ground.booths['May']}")
    expect(page("Hạnh", floor).locator("#floor")).not_to_contain_text("Bàn mất liên lạc")  # type: ignore[attr-defined]
    s = columns(Shift)
    sitting = store.read(lambda db: list(db.scalars(select(s.account_id).where(s.ended_at.is_(None)))))
    assert sitting == [ground.accounts["Dung"]]
    store.close()
