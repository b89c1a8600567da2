"""Nonsense thrown at every address by everybody: what is wrong is said, nothing falls over.

Addresses are walked from `web.routes`, names of fields from the templates, names of query values from the handlers:
what is added later is thrown at by itself.
"""

import itertools
import random
import re
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from exchange.kernel import clock
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from exchange.kernel.settings import read_settings
from tests.cast import Ground
from tests.closings.scene import a_sampled_month
from tests.counselling.scene import Scene
from tests.fixtures.databases import SECRET
from tests.group_talks.scene import PAPER, batch, came, declared, held, one, soldiers
from tests.placements.register import Register
from tests.referrals.scene import Scene as Referrals
from tests.tallies.scene import scene_of
from tests.web.acts import interview_of, prepare
from web import routes
from web.app import App, create_app
from web.live.admission import Admission, Refusal

WEB = Path(__file__).parents[2] / "web"
FIELDS = sorted(
    {
        name
        for file in (WEB / "templates").rglob("*.html")
        for name in re.findall(r'(?:name="|\(form, ")(\w+)"', file.read_text())
    }
)
QUERIES = sorted(
    {
        name
        for file in WEB.rglob("*.py")
        for name in re.findall(r'(?:query\(|_number\(visit, )"(\w+)"', file.read_text())
    }
)
_FAIR = "/fairs/{fair_id:uuid}"
# After these the floor is closed, or the login gone.
LAST = (f"{_FAIR}/edit", f"{_FAIR}/closing", "/demo/sign-in", "/logins/{login_id:uuid}/end", "/sign-out")
ODD = (
    "\x00", "%00", "a\x00b", "-1", "0", "1e400", "9" * 31, "9" * 5000, "²", "١٢", "NaN", "true", "x" * 70_000, "[]",
    "é" * 3, "e\u0301" * 90, "\u202e\u200b", "😀" * 400, "' OR 1=1 --", "{{ 7*7 }}", "%s%(n)s", "../../etc", "\r\nX: y",
    "0001-01-01T00:00", "9999-12-31T23:59", "9999-12-31", "2026-02-30", "0190a7f0-0000-7000-8000-000000000000", "[::1",
    "2026-11-23T08:00+99:00", "99999999999999999999", "/đường", "/\r\nX: y", "//[",
)  # fmt: skip
WRONG_QUERIES = ("%ff%fe=%80", "q=%ED%A0%80", "page=%c3%28", "=&&=", "page[]=1")
WRONG_BYTES = (b"%ff%fe=%80", b"text=%ED%A0%80", b"=&&=&;", b"\x00\xff", b"a" * 5000)
KINDS = ("application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "text/plain",
         "application/json", "application/x-www-form-urlencoded; charset=utf-99")  # fmt: skip


@pytest.fixture
async def house(database: str) -> AsyncIterator[App]:
    """The application with every page there can be."""
    made = create_app(read_settings(database_url=database, secret=SECRET, demo=True, public_url="http://exchange.test"))
    yield made
    await made.house.work.close()


@pytest.fixture
def ids(store: Store, ground: Ground) -> dict[str, Any]:
    """What the addresses speak of, by the name it has there; a running interview among them."""
    now = clock.now()
    store.write(lambda db: prepare(ground, db, now))
    ticket = store.write(lambda db: ground.ticket(db, "Lan", "Thủy sản", now=now)).ticket_id
    slips = Referrals(store, ground)
    slip = slips.issue(now=now, valid_until=clock.local_day(now))
    scene, today = Scene(store, ground), clock.local_day(now)
    placement = store.write(lambda db: Register(db, ground, now).enter("Lan", started_on=today))
    talk, cohort = held(scene, by="Hạnh", on_day=today, now=now), batch(scene, discharged_on=today - timedelta(days=90))
    scene_of(store, ground).with_year(today.year)
    soldiers(scene, cohort, f"{PAPER}Thạch Sơn\t1990")
    month, sample = a_sampled_month(store, ground, now)
    return {
        "fair_id": ground.fair_id,
        "booth_id": ground.booths["May"],
        "employer_id": ground.employers["May"],
        "vacancy_id": ground.vacancies["May"][0],
        "ticket_id": ticket,
        "referral_id": slip,
        "secret": slips.secret(slip),
        "period_code": month,
        "sample_id": sample,
        "seeker_id": ground.seekers["Lan"],
        "placement_id": placement,
        "centre_id": ground.centres["Bến Tre"],
        "talk_id": talk,
        "attendance_id": came(scene, talk, "Lan"),
        "heads_id": declared(scene, talk, 400),
        "cohort_id": cohort,
        "member_id": one(scene, cohort, "Thạch Sơn").id,
        "interview_id": store.read(lambda db: interview_of(ground, db)),  # type: ignore[arg-type]
    }


def addresses(method: str) -> list[str]:
    """Every path that answers this method; those that end a login at the end."""
    handlers = [*routes.pages(demonstrating=True), *routes.json()]
    paths = [path for one in handlers if method in {str(m) for m in one.http_methods} for path in sorted(one.paths)]
    return sorted(paths, key=lambda path: (LAST.index(path) + 1 if path in LAST else 0, path))


def filled(path: str, ids: dict[str, Any], *, odd: str = "", kinds: tuple[str, ...] = ()) -> str:
    """The path with ids of what there is; its places of `kinds` (uuid, str) with something odd."""

    def value(found: re.Match[str]) -> str:
        name, kind = found[1], found[2]
        if kind in kinds:
            return quote(odd[:200], safe="")
        plain = {"part": "work", "name": "work", "secret": ids["secret"], "year": "2026", "code": "visits"}
        plain |= {"figure_code": "visits", "key": "ahead", "period_code": ids["period_code"]}
        plain |= {"period": str(clock.local_day(clock.now()).year)}
        return str(ids.get(name, new_id())) if kind == "uuid" else plain.get(name, "name")

    return re.sub(r"\{(\w+):(\w+)\}", value, path)


def plausible(ground: Ground, ids: dict[str, Any]) -> dict[str, str]:
    """An answer for each field that has a form of its own, so that one odd answer stands among good ones."""
    good = dict.fromkeys(FIELDS, "yes")
    good |= {name: str(new_id()) for name in FIELDS if name.endswith("_id")}
    good |= {name: str(ids[name]) for name in FIELDS if name in ids}
    return good | {
        "name": "Nguyễn Thị Hoa", "phone": "0909123450", "birth_year": "1990", "sex": "female", "province": "86",
        "wish": "May", "outcome": "hired", "reason": "experience", "vacancy": str(ids["vacancy_id"]), "openings": "3",
        "opens_at": "2031-03-27T08:00", "registers_from": "2031-03-01T08:00", "closes_at": "2031-03-27T11:00",
        "results_until": "2031-04-27T11:00", "starts_at": "2031-03-27T08:00", "tickets_allowed": "3", "kind": "online",
        "audience": "everyone", "text": "Chào", "mode": "online", "channel": "phone", "consent_channel": "phone",
        "email": "dung@vi-du.vn", "password": "mot-mat-khau-de-thu", "tax_code": "0100109106", "purpose": "employers",
        "again_on_day": "1", "again_on_month": "4", "again_on_year": "2031", "expires_on_day": "1",
        "expires_on_month": "4", "expires_on_year": "2031", "verdict": "approved", "title": "Công nhân may",
        "description": "May công nghiệp theo chuyền, có dạy việc cho người mới. " * 3, "occupation_code": "8153",
        "wage_kind": "stated", "wage_low": "8.000.000", "wage_per": "month", "currency": "vnd", "code": "123456",
        "because": "vì thế", "referred_to": "training", "vacancy_id": str(ids["vacancy_id"]), "account": str(new_id()),
        "employer_id": str(ground.employers["Thủy sản"]), "document": "Giấy phép", "next": "/me", "q": "may",
    }  # fmt: skip


def forms(good: dict[str, str], chance: random.Random, rounds: int) -> Iterator[dict[str, Any]]:
    """The good form, nothing at all, oddities everywhere, good ones with a few odd or missing answers, odd bodies."""
    yield {"data": good}
    yield {"data": {}}
    for odd in chance.sample(ODD, rounds):
        yield {"data": dict.fromkeys(FIELDS, odd) if len(odd) < 1000 else good | dict.fromkeys(FIELDS[:9], odd)}
    for _ in range(rounds):
        mixed = {name: chance.choice(ODD) if chance.random() < 0.1 else value for name, value in good.items()}
        fresh = {"request_id": str(new_id())} if chance.random() < 0.7 else {}
        yield {"data": {name: value for name, value in mixed.items() if chance.random() > 0.02} | fresh}
    yield {"files": dict.fromkeys(FIELDS[:20], ("a.txt", b"\x00\xff")), "data": {"text": "x"}}
    for body, kind in chance.sample(list(itertools.product(WRONG_BYTES, KINDS)), rounds):
        yield {"content": body, "headers": {"Content-Type": kind}}


class Thrower:
    """Somebody who sends many things and must always be answered."""

    def __init__(self, app: App, token: str) -> None:
        self._app, self._cookies, self._sent = app, {"login": token} if token else {}, 0
        self.fell: list[str] = []

    async def throw(self, method: str, path: str, **sent: Any) -> None:
        """Send it from an address of its own: so many at once would be refused."""
        self._sent += 1
        where = (f"10.1.{self._sent // 250}.{self._sent % 250}", 1)
        transport = httpx.ASGITransport(self._app, raise_app_exceptions=False, client=where)
        line = httpx.AsyncClient(transport=transport, base_url="http://exchange.test", cookies=self._cookies)
        async with line:
            answer = await line.request(method, path, **sent)
        where_to = answer.headers.get("location", "/")
        told = answer.status_code < 402 or method == "HEAD" or answer.text
        if answer.status_code >= 500 or not told or not (where_to.isascii() and where_to.isprintable()):
            self.fell.append(f"{answer.status_code} {method} {path[:120]} {where_to} {str(sent)[:600]}")


WHO = ["", "Lan", "Dung", "Hạnh"]
ROUNDS = 3  # of each sort of oddity at each address
ROOM = 5000 // len(QUERIES)  # characters of a query value, so that all of them fit into one address


@pytest.mark.parametrize("who", WHO)
async def test_no_form_is_too_odd(who: str, house: App, ground: Ground, ids: dict[str, Any]) -> None:
    thrower, chance = Thrower(house, ground.tokens[who] if who else ""), random.Random(who)
    good = plausible(ground, ids)
    for path in addresses("POST"):
        for sent in forms(good, chance, ROUNDS):
            await thrower.throw("POST", filled(path, ids), **sent)
        await thrower.throw(chance.choice(["PUT", "DELETE", "PATCH", "TRACE"]), filled(path, ids), content=b"x")
    assert not thrower.fell, "\n".join(thrower.fell)


@pytest.mark.parametrize("who", WHO)
async def test_no_address_is_too_odd(who: str, house: App, ground: Ground, ids: dict[str, Any]) -> None:
    thrower, chance = Thrower(house, ground.tokens[who] if who else ""), random.Random(who)
    for path in addresses("GET"):
        await thrower.throw("GET", filled(path, ids))
        for odd in chance.sample(ODD, ROUNDS):
            for kinds in {("str",), ("str", "uuid")} if "{" in path else ():
                await thrower.throw("GET", filled(path, ids, odd=odd, kinds=kinds))
            values = "&".join(f"{name}={quote(odd[:ROOM], safe='')}" for name in QUERIES)
            await thrower.throw("GET", f"{filled(path, ids)}?{values}")
        await thrower.throw("GET", f"{filled(path, ids)}?{chance.choice(WRONG_QUERIES)}")
        await thrower.throw("HEAD", filled(path, ids))
    assert not thrower.fell, "\n".join(thrower.fell)


@pytest.mark.parametrize("name", ["Cookie", "Origin", "Sec-Fetch-Site", "Host", "Accept-Encoding", "User-Agent"])
async def test_no_header_is_too_odd(name: str, house: App, ground: Ground) -> None:
    thrower = Thrower(house, "")
    for odd in (
        b"\xff\xfe",
        b"login=\xff; answers=\xff.\xff; notice=%ff%00",
        b"http://[::1",
        b"",
        b"x" * 5000,
        b"null",
    ):
        for method, path in (("GET", "/"), ("GET", "/register/name"), ("GET", "/me"), ("POST", "/sign-in")):
            await thrower.throw(method, path, headers={name: odd})
        scope = {"path": f"/live/fairs/{ground.fair_id}", "query_string": b"page=lobby&since=0", "client": ("::1", 1)}
        await house.house.gate.admit(scope | {"headers": [(b"origin", b"http://x"), (name.lower().encode(), odd)]})
    assert not thrower.fell, "\n".join(thrower.fell)


@pytest.mark.parametrize("since", ["²", "9" * 16, "9" * 5000, "-1", "", "x", "%00"])
async def test_a_page_that_says_it_has_come_to_nonsense(since: str, house: App, ground: Ground) -> None:
    scope = {"path": f"/live/fairs/{ground.fair_id}", "client": ("::1", 1)}
    asked = {
        "query_string": f"page=lobby&since={quote(since)}".encode(),
        "headers": [(b"origin", b"http://exchange.test")],
    }
    answer = await house.house.gate.admit(scope | asked)
    assert isinstance(answer, Refusal if since else Admission)
