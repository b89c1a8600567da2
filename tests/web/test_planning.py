"""Planning: who may, what is kept when something is wrong, last time's fair as a pattern, a centre's own booths."""

import re
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select, update

from exchange.booths import queries as booths
from exchange.centres.tables import Centre
from exchange.fairs import queries as fairs
from exchange.fairs.tables import Fair
from exchange.kernel import clock
from exchange.kernel.clock import VIETNAM
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from exchange.vacancies.tables import Vacancy
from tests.cast import Ground
from tests.web import told
from tests.web.conftest import Client


def at(days: float, hour: int = 8) -> str:
    """A moment as one types it, some days from now, by the clock in Viet Nam."""
    day = (clock.now() + timedelta(days=days)).astimezone(VIETNAM)
    return day.replace(hour=hour, minute=0).strftime("%Y-%m-%dT%H:%M")


def form(**given: Any) -> dict[str, str]:
    """A fair in two weeks."""
    usual = {
        "name": "Phiên giao dịch tháng mười hai", "kind": "online", "summary": "", "registers_from": at(1),
        "opens_at": at(14), "closes_at": at(14, 11), "results_until": at(21, 17), "tickets_allowed": "3",
    }  # fmt: skip
    return usual | given


def count(store: Store, table: Any) -> int:
    return store.read(lambda db: db.scalar(select(func.count()).select_from(table))) or 0


def made(answer: Any) -> UUID:
    """The fair that an answer leads to."""
    assert answer.status_code == 303, answer.text[-2000:]
    return UUID(re.split("[/]", answer.headers["location"])[2])


async def test_a_lead_plans_a_fair_once_in_the_time_of_viet_nam(
    store: Store, ground: Ground, client_of: Client
) -> None:
    sent = form(request_id=str(new_id()))

    first, again = [made(await client_of("Hạnh").post("/fairs", data=sent)) for _ in range(2)]

    assert first == again
    fair = store.read(lambda db: fairs.fair(db, first, now=clock.now()))
    assert fair.times.opens_at == datetime.fromisoformat(sent["opens_at"]).replace(tzinfo=VIETNAM)
    assert fair.host_id == ground.centres["Trà Vinh"]
    page = (await client_of("Hạnh").get(f"/fairs/{first}/edit")).text
    assert f'value="{sent["opens_at"]}"' in page


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": "abc"}, "name"),
        ({"opens_at": ""}, "opens_at"),
        ({"opens_at": "sáng mai"}, "opens_at"),
        (lambda: {"closes_at": at(14, 7)}, "closes_at"),
        (lambda: {"registers_from": at(15)}, "registers_from"),
        (lambda: {"results_until": at(13)}, "results_until"),
        ({"opens_at": "0001-01-01T08:00"}, "opens_at"),
        (lambda: {"opens_at": at(-2), "registers_from": at(-3), "closes_at": at(-2, 11)}, "closes_at"),
        ({"tickets_allowed": "nhiều"}, "tickets_allowed"),
        ({"tickets_allowed": "99"}, "tickets_allowed"),
        ({"kind": "circus"}, "kind"),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_the_rest_is_kept(
    wrong: told.Told, field: str, store: Store, ground: Ground, client_of: Client
) -> None:
    sent = form(summary="Ưu tiên bộ đội xuất ngũ", **told.now(wrong))

    answer = await client_of("Hạnh").post("/fairs", data=sent)

    assert answer.status_code == 422
    assert f'id="f-{field}-error"' in answer.text
    assert "Ưu tiên bộ đội xuất ngũ" in answer.text
    assert count(store, Fair) == 1


async def test_everything_that_is_wrong_is_said_at_once(ground: Ground, client_of: Client) -> None:
    wrong = {"name": "abc", "tickets_allowed": "99", "closes_at": at(14, 7), "results_until": at(13)}

    answer = await client_of("Hạnh").post("/fairs", data=form(**wrong))

    assert re.findall(r'id="f-(\w+)-error"', answer.text) == ["name", "closes_at", "results_until", "tickets_allowed"]


async def test_the_times_of_a_planned_fair_may_move_but_not_its_past(
    store: Store, ground: Ground, client_of: Client
) -> None:
    fair = store.read(lambda db: fairs.fair(db, ground.fair_id, now=clock.now()))
    times = ("registers_from", "opens_at", "closes_at", "results_until")
    same = {n: getattr(fair.times, n).astimezone(VIETNAM).isoformat()[:26] for n in times}
    path, longer = f"/fairs/{ground.fair_id}/edit", fair.times.closes_at + timedelta(hours=1)

    moved = await client_of("Hạnh").post(path, data=form(**same) | {"opens_at": at(0, 1)})
    ended = await client_of("Hạnh").post(path, data=form(**same) | {"closes_at": at(0, 0)})
    extended = await client_of("Hạnh").post(
        path, data=form(**same) | {"closes_at": longer.astimezone(VIETNAM).isoformat()[:26]}
    )

    assert (moved.status_code, ended.status_code) == (422, 422)
    assert 'id="f-opens_at-error"' in moved.text
    assert 'id="f-closes_at-error"' in ended.text
    assert extended.status_code == 303
    assert store.read(lambda db: fairs.fair(db, ground.fair_id, now=clock.now())).times.closes_at == longer


async def test_a_clone_brings_sites_programme_booths_and_what_is_still_offered(
    store: Store, ground: Ground, client_of: Client
) -> None:
    hanh, old = client_of("Hạnh"), ground.fair_id
    line = {"starts_at": at(0, 9), "title": "Tư vấn học nghề", "request_id": str(new_id())}
    assert (await hanh.post(f"/fairs/{old}/programme", data=line)).status_code == 303
    gone = update(Vacancy).where(columns(Vacancy).id == ground.vacancies["May"][1]).values(closed_at=clock.now())
    store.write(lambda db: db.execute(gone))
    sent = {"name": "Phiên tháng sau", "opens_at": at(30), "request_id": str(new_id())}

    fair, again = [made(await hanh.post(f"/fairs/{old}/clone", data=sent)) for _ in range(2)]

    assert fair == again
    now = clock.now()
    sites = [(site.centre_id, site.role) for site in store.read(lambda db: fairs.sites(db, fair))]
    assert sites == [(site.centre_id, site.role) for site in store.read(lambda db: fairs.sites(db, old))]
    (kept,) = store.read(lambda db: fairs.programme(db, fair))
    assert kept.title == "Tư vấn học nghề"
    heads = store.read(lambda db: booths.heads(db, fair))
    assert [head.employer_id for head in heads] == [ground.employers["May"], ground.employers["Thủy sản"]]
    assert {head.centre_id for head in heads} == set(ground.centres.values())
    shown = store.read(lambda db: booths.shown_at(db, [head.id for head in heads], now=now))
    assert [row.id for row in shown[heads[0].id]] == ground.vacancies["May"][:1]
    assert count(store, Fair) == 2


async def test_a_clone_in_the_past_is_refused_at_its_field(store: Store, ground: Ground, client_of: Client) -> None:
    sent = {"name": "Phiên tháng trước", "opens_at": at(-30)}

    answer = await client_of("Hạnh").post(f"/fairs/{ground.fair_id}/clone", data=sent)

    assert answer.status_code == 422
    assert 'id="f-opens_at-error"' in answer.text
    assert 'value="Phiên tháng trước"' in answer.text
    assert count(store, Fair) == 1


async def test_a_centre_joins_once_and_leaves_while_it_has_nothing_here(
    store: Store, ground: Ground, client_of: Client
) -> None:
    told: dict[str, Any] = {
        "province_code": "92",
        "province_name": "Cần Thơ",
        "hotline": "02923",
        "created_at": clock.now(),
    }
    third = Centre(name="Trung tâm Dịch vụ việc làm Cần Thơ", short_name="TTDVVL Cần Thơ", **told)
    store.write(lambda db: db.add(third))
    hanh, path = client_of("Hạnh"), f"/fairs/{ground.fair_id}/sites"

    for _ in range(2):
        assert (await hanh.post(path, data={"centre_id": str(third.id)})).status_code == 303
    assert len(store.read(lambda db: fairs.sites(db, ground.fair_id))) == 3
    used = await hanh.post(f"{path}/{ground.centres['Bến Tre']}/removal", data={})
    host = await hanh.post(f"{path}/{ground.centres['Trà Vinh']}/removal", data={})
    for _ in range(2):
        assert (await hanh.post(f"{path}/{third.id}/removal", data={})).status_code == 303

    assert (used.status_code, host.status_code) == (422, 422)
    assert "Điểm cầu này đã có gian hàng" in used.text
    assert len(store.read(lambda db: fairs.sites(db, ground.fair_id))) == 2
    assert (await hanh.post(path, data={"centre_id": str(new_id())})).status_code == 404
    assert (await hanh.post(path, data={"centre_id": ""})).status_code == 422


async def test_a_line_of_the_programme_is_added_once_and_withdrawn(
    store: Store, ground: Ground, client_of: Client
) -> None:
    hanh, path = client_of("Hạnh"), f"/fairs/{ground.fair_id}/programme"
    line = {"starts_at": at(0, 9), "title": "Tư vấn học nghề", "request_id": str(new_id())}

    for _ in range(2):
        assert (await hanh.post(path, data=line)).status_code == 303
    (added,) = store.read(lambda db: fairs.programme(db, ground.fair_id))
    empty = await hanh.post(path, data={"starts_at": at(0, 10), "title": " "})
    for _ in range(2):
        assert (await hanh.post(f"{path}/{added.id}/removal", data={})).status_code == 303

    assert empty.status_code == 422
    assert 'id="f-title-error"' in empty.text
    assert store.read(lambda db: fairs.programme(db, ground.fair_id)) == []
    assert (await hanh.post(f"{path}/{new_id()}/removal", data={})).status_code == 404
