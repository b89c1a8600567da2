"""Two server processes on one PostgreSQL: what happens at one is seen at the other, through the doorbell."""

import re
from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import expect

from exchange.kernel import clock
from exchange.kernel.db import open_store
from tests.cast import open_ground
from tests.fixtures.browser import DESK, PHONE, Devices
from tests.fixtures.server import Server


def test_a_call_at_one_process_rings_at_the_other(
    postgresql_database: str, serve: Callable[..., Server], devices: Devices
) -> None:
    store = open_store(postgresql_database)
    ground = store.write(lambda db: open_ground(db, opens_at=clock.now() - timedelta(hours=1)))
    store.close()
    here, there = serve(postgresql_database), serve(postgresql_database)
    lan, dung = devices.open(here.url, PHONE), devices.open(there.url, DESK)
    for context, name, server in ((lan, "Lan", here), (dung, "Dung", there)):
        context.add_cookies([{"name": "login", "value": ground.tokens[name], "url": server.url}])
    phone, desk = lan.new_page(), dung.new_page()
    phone.goto(f"/booths/{ground.booths['May']}")
    phone.get_by_role("button", name="Lấy số thứ tự").click()
    desk.goto(f"/desks/{ground.booths['May']}")
    desk.get_by_role("button", name="Mở bàn phỏng vấn").click()
    expect(phone.locator("#queue-board")).to_contain_text("Đang mở", timeout=5000)
    desk.get_by_role("button", name="Mời số 1").click()
    expect(phone.get_by_role("button", name="Vào phỏng vấn")).to_be_visible(timeout=5000)
    phone.get_by_role("button", name=re.compile("^Lùi")).click()
    expect(desk.get_by_role("button", name="Mời số 1")).to_be_visible(timeout=5000)
