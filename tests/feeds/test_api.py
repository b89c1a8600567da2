"""The feed as other systems read it: pages, keys, what it refuses, and that it need not be read twice."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from exchange.feeds.access import partner_desk
from exchange.feeds.codes import PartnerKind
from exchange.feeds.partner_actions import Opened, PartnerGiven, add_partner, end_partner
from exchange.kernel.vault import Vault
from tests.feeds.scene import Office
from tests.fixtures.databases import IDENTITY_KEY

VAULT = Vault(IDENTITY_KEY)


def reader(office: Office, *, results: bool = True) -> Opened:
    """Somebody with a key."""
    given = PartnerGiven(name="Cục Việc làm", kind=PartnerKind.OTHER, wants_vacancies=True, wants_results=results)
    return office.store.write(
        lambda db: add_partner(db, office.desk(db), given, vault=VAULT, private=True, request_id=None, now=office.now)
    )


async def followed(line: httpx.AsyncClient, path: str, part: str, key: str = "") -> list[dict[str, Any]]:
    """Everything from a page on, over its links."""
    headers, found = ({"Authorization": f"Bearer {key}"} if key else {}), []
    while path:
        answer = await line.get(path, headers=headers)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        found += page[part]
        path = page["links"].get("next", "")
    return found


async def test_strangers_read_vacancies_and_who_has_a_key_reads_results_too(
    office: Office, line: httpx.AsyncClient
) -> None:
    made = [office.publish(f"Việc {number}") for number in range(5)]
    office.hire(made[0])
    opened = reader(office)
    feed = f"/api/v1/feed?centre={office.centre}&limit=2"
    whole = f"/api/v1/feed/snapshot?centre={office.centre}&limit=2"

    told = await followed(line, feed, "changes")
    read = await followed(line, feed, "changes", opened.key)
    office.change(made[1], closed_at=office.now)
    stood = await followed(line, whole + "&as_of=6", "items", opened.key)

    assert {one["id"] for one in told} == {str(own) for own in made}
    assert [one["seq"] for one in read] == [1, 2, 3, 4, 5, 6]
    assert {one["kind"] for one in read} == {"vacancy", "result"}
    assert len(stood) == 6
    assert all(f"/vacancies/{one['id']}" in one["body"]["page"] for one in told)
    assert "Trần" not in str(read)


async def test_a_key_opens_one_centre_until_it_is_revoked(office: Office, line: httpx.AsyncClient) -> None:
    opened, other = reader(office), Office(office.store)
    key = {"Authorization": f"Bearer {opened.key}"}

    async def status(centre: UUID, headers: dict[str, str]) -> tuple[int, str]:
        answer = await line.get(f"/api/v1/feed?centre={centre}", headers=headers)
        return answer.status_code, answer.json().get("code", "")

    assert await status(office.centre, key) == (200, "")
    assert await status(other.centre, key) == (401, "key_wrong")
    assert await status(office.centre, {"Authorization": "Basic eDp5"}) == (401, "key_wrong")
    office.store.write(lambda db: end_partner(db, partner_desk(db, office.lead, opened.partner_id), now=office.now))
    assert await status(office.centre, key) == (401, "key_wrong")


async def test_what_was_read_is_not_sent_again(office: Office, line: httpx.AsyncClient) -> None:
    office.publish()
    path = f"/api/v1/feed?centre={office.centre}"
    first = await line.get(path)

    again = await line.get(path, headers={"If-None-Match": first.headers["etag"]})
    office.publish("Tổ trưởng")
    office.refresh()
    later = await line.get(path, headers={"If-None-Match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert (later.status_code, len(later.json()["changes"])) == (200, 2)


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("since=-1", 400), ("since=1", 409), (f"since={'9' * 30}", 409), (f"since={'9' * 5000}", 400),
        ("since=x", 400), ("limit=0", 400), ("limit=501", 400), ("centre=x", 400),
        (f"centre={UUID(int=7)}", 404),
    ],
)  # fmt: skip
async def test_nonsense_is_refused_with_a_sentence(
    office: Office, line: httpx.AsyncClient, asked: str, status: int
) -> None:
    for path in ("/api/v1/feed?", "/api/v1/feed/snapshot?"):
        words = asked.replace("since", "as_of") if "snapshot" in path else asked
        here = path + (words if "centre" in asked else f"centre={office.centre}&{words}")
        answer = await line.get(here)
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), here
        assert answer.json()["detail"]


async def test_it_stands_in_the_description_of_the_interface(line: httpx.AsyncClient, office: Office) -> None:
    described = (await line.get("/schema/openapi.json")).json()

    assert {"/api/v1/feed", "/api/v1/feed/snapshot"} <= described["paths"].keys()
