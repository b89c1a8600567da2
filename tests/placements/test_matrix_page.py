"""Residence by workplace, as a page and as a file."""

import csv
import io

from exchange.kernel import clock
from exchange.kernel.clock import local_day
from exchange.kernel.db import Store
from tests.cast import Ground
from tests.placements.register import Register
from tests.tallies.scene import scene_of
from tests.web.conftest import Client, app, client_of, ground

__all__ = ["app", "client_of", "ground"]


async def test_the_sums_of_the_table_stand_beside_it_on_the_page_and_in_the_file(
    store: Store, ground: Ground, client_of: Client
) -> None:
    moment = clock.now()
    scene_of(store, ground).with_year(local_day(moment).year)
    store.write(lambda db: Register(db, ground, moment).enter("Lan", started_on=local_day(moment)))
    here = f"period={local_day(moment).year}&level=0"

    page = await client_of("Phúc").get(f"/placements/matrix?{here}")
    rows = list(csv.reader(io.StringIO((await client_of("Phúc").get(f"/placements/matrix.csv?{here}")).text)))

    assert page.status_code == 200
    assert "1 lượt nhận việc" in page.text
    assert rows[-1][-1] == "1"
    assert [sum(map(int, row[1:-1])) for row in rows[1:]] == [int(row[-1]) for row in rows[1:]]


async def test_without_a_period_the_page_says_so_and_there_is_no_file(client_of: Client) -> None:
    page = await client_of("Phúc").get("/placements/matrix")

    assert "Chưa lập kỳ nào" in page.text
    assert (await client_of("Phúc").get("/placements/matrix.csv")).status_code == 404
    assert (await client_of("Phúc").get("/placements/matrix?period=nothing")).status_code == 404
