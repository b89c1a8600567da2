"""The booths that a centre brings: its own employers, verified; what is shown; taken away only while untouched."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update

from exchange.booths import queries as booths
from exchange.booths.codes import Mode
from exchange.booths.tables import Booth
from exchange.centres.codes import Role
from exchange.centres.tables import Staff
from exchange.employers.codes import Verification
from exchange.employers.tables import Employer, EmployerCheck
from exchange.fairs.tables import Fair
from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel import clock
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from tests.cast import Ground
from tests.web.conftest import Client


def promote(store: Store, ground: Ground, who: str) -> None:
    """Somebody becomes a manager."""
    change = update(Staff).where(columns(Staff).account_id == ground.accounts[who]).values(role=Role.MANAGER)
    store.write(lambda db: db.execute(change))


def employer(store: Store, ground: Ground, centre: str, name: str, *, verified: bool = True) -> UUID:
    """An employer of a centre, with nothing on offer."""

    def add(db: Any) -> UUID:
        made = Employer(name=name, name_fold=name.lower(), centre_id=ground.centres[centre], created_at=clock.now())
        db.add(made)
        db.flush()
        if verified:
            seen: dict[str, Any] = {"verdict": Verification.VERIFIED, "document": "Giấy chứng nhận", "at": clock.now()}
            db.add(EmployerCheck(employer_id=made.id, by_account=ground.accounts["Hạnh"], **seen))
        return made.id

    return store.write(add)


def not_open_yet(store: Store, ground: Ground) -> None:
    """The fair of the ground opens tomorrow."""
    later = clock.now() + timedelta(days=1)
    times = {"opens_at": later, "closes_at": later + timedelta(hours=9), "results_until": later + timedelta(days=5)}
    store.write(lambda db: db.execute(update(Fair).where(columns(Fair).id == ground.fair_id).values(times)))


def count(store: Store, table: Any) -> int:
    return store.read(lambda db: db.scalar(select(func.count()).select_from(table))) or 0


async def test_a_lead_brings_an_employer_of_the_own_centre_once(
    store: Store, ground: Ground, client_of: Client
) -> None:
    promote(store, ground, "Ngân")
    own = employer(store, ground, "Bến Tre", "Hợp tác xã Dừa Sáp")
    path = f"/fairs/{ground.fair_id}/booths"
    sent = {"employer_id": str(own), "mode": "delegated"}

    answers = [await client_of("Ngân").post(path, data=sent) for _ in range(2)]

    assert {answer.status_code for answer in answers} == {303}
    (head,) = [head for head in store.read(lambda db: booths.heads(db, ground.fair_id)) if head.employer_id == own]
    assert (head.centre_id, head.mode, head.number) == (ground.centres["Bến Tre"], Mode.DELEGATED, 3)


async def test_another_centres_employer_or_an_unverified_one_gets_no_booth(
    store: Store, ground: Ground, client_of: Client
) -> None:
    promote(store, ground, "Ngân")
    theirs = employer(store, ground, "Trà Vinh", "Công ty Hạt Điều")
    employer(store, ground, "Bến Tre", "Công ty Đã Xem")
    unseen = employer(store, ground, "Bến Tre", "Công ty Chưa Xem", verified=False)
    path = f"/fairs/{ground.fair_id}/booths"

    other = await client_of("Ngân").post(path, data={"employer_id": str(theirs), "mode": "online"})
    early = await client_of("Ngân").post(path, data={"employer_id": str(unseen), "mode": "online"})
    none = await client_of("Ngân").post(path, data={"employer_id": "", "mode": ""})

    assert (other.status_code, early.status_code, none.status_code) == (404, 422, 422)
    assert "chưa được xác minh" in early.text
    assert 'id="f-mode-error"' in none.text
    assert count(store, Booth) == 2


async def test_a_booth_shows_what_was_chosen_and_an_open_floor_keeps_it(
    store: Store, ground: Ground, client_of: Client
) -> None:
    hanh, path = client_of("Hạnh"), f"/fairs/{ground.fair_id}/booths/{ground.booths['May']}"
    only = {"mode": "direct", "vacancies": str(ground.vacancies["May"][1])}

    live = await hanh.post(path, data=only)
    assert live.status_code == 422
    assert "Phiên đã khai mạc nên không gỡ" in live.text
    not_open_yet(store, ground)
    assert (await hanh.post(path, data=only)).status_code == 303

    shown = store.read(lambda db: booths.shown_at(db, [ground.booths["May"]], now=clock.now()))[ground.booths["May"]]
    assert [row.id for row in shown] == ground.vacancies["May"][1:]
    assert store.read(lambda db: booths.head(db, ground.booths["May"])).mode is Mode.DIRECT
    foreign = {"mode": "direct", "vacancies": str(ground.vacancies["Thủy sản"][0])}
    assert (await hanh.post(path, data=foreign)).status_code == 404


async def test_a_booth_goes_while_nobody_sat_or_queued_there(store: Store, ground: Ground, client_of: Client) -> None:
    hanh, path = client_of("Hạnh"), f"/fairs/{ground.fair_id}/booths"
    store.write(lambda db: ground.ticket(db, "Lan", now=clock.now()))
    own = employer(store, ground, "Trà Vinh", "Công ty Không Đến")
    added = await hanh.post(path, data={"employer_id": str(own), "mode": "online"})

    busy = await hanh.post(f"{path}/{ground.booths['May']}/removal", data={})
    idle = await hanh.post(f"{added.headers['location']}/removal", data={})

    assert (busy.status_code, idle.status_code) == (422, 303)
    assert "nên không bỏ được" in busy.text
    assert [head.employer_id for head in store.read(lambda db: booths.heads(db, ground.fair_id))] == [
        ground.employers["May"],
        ground.employers["Thủy sản"],
    ]
    own_entry = columns(Entry)
    last = select(own_entry.facts).where(own_entry.kind == Kind.BOOTH_PLANNED).order_by(own_entry.seq.desc()).limit(1)
    assert store.read(lambda db: db.scalar(last)) == {"removed": True}


async def test_another_centres_booth_is_not_found(store: Store, ground: Ground, client_of: Client) -> None:
    promote(store, ground, "Ngân")
    path = f"/fairs/{ground.fair_id}/booths/{ground.booths['May']}"

    assert (await client_of("Ngân").get(path)).status_code == 404
    assert (await client_of("Ngân").post(path, data={"mode": "online"})).status_code == 404
    assert (await client_of("Ngân").post(f"{path}/removal", data={})).status_code == 404
    assert count(store, Booth) == 2
