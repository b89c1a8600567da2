"""A centre's feed as JSON: the whole as of a number, and every change after it. And the door for others' news."""

import hashlib
from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

import msgspec
from litestar import Request, Response, get, post
from litestar.exceptions import HTTPException
from litestar.params import FromPath, FromQuery

from exchange.feeds import queries, source_actions
from exchange.feeds.access import kinds_for
from exchange.feeds.codes import FeedKind, FeedReason
from exchange.feeds.push_actions import with_page
from exchange.feeds.queries import MOST, Line
from exchange.kernel.db import Reading
from exchange.kernel.errors import Refused
from web.security import headers_of
from web.visit import Asked, Visit

_HERE = "/api/v1/feed"
_LARGEST_NEWS = 4 * 1024 * 1024
_STATUS = {FeedReason.KEY_WRONG: 401, FeedReason.SIGNATURE_WRONG: 401, FeedReason.SINCE_AHEAD: 409}
T = TypeVar("T")


class FeedChanges(msgspec.Struct, frozen=True):
    """Changes after `since`, in order; complete up to and with `through`, the next `since`. `last`: the newest number.

    Without a key results are left out, so numbers have gaps; `since` and `through` have none.
    """

    centre: UUID
    since: int
    through: int
    last: int
    changes: list[Line]
    links: dict[str, str]


class FeedSnapshot(msgspec.Struct, frozen=True):
    """A part of what stood at `as_of`, each item as its last change until then said. After the last part
    (`next_after` is null) read the changes since `as_of`: link `changes`."""

    centre: UUID
    as_of: int
    after: int
    next_after: int | None
    items: list[Line]
    links: dict[str, str]


@get(_HERE, tags=["feed"], raises=[HTTPException])
async def changes(
    visit: Asked, centre: FromQuery[UUID], since: FromQuery[int] = 0, limit: FromQuery[int] = 100
) -> Response[FeedChanges]:
    """Every change of a centre's vacancies and results after the number `since`.

    A change is `put` (the thing is there from now on as `body` says) or `removed` (`because`: closed, expired,
    withdrawn, reversed). Results need a key: `Authorization: Bearer …`. `limit`: 1 to 500.
    """
    _within(limit=limit, least=1, most=MOST)
    _within(limit=since, least=0, most=None)
    kinds = await _opened(visit, centre)
    found = await _asked(visit, lambda db: queries.changes(db, centre, since, kinds=kinds, most=limit))
    here = f"{_HERE}?centre={centre}&limit={limit}&since="
    links = {"self": f"{here}{since}"} | ({"next": f"{here}{found.through}"} if found.through < found.last else {})
    lines = [with_page(line, visit.settings.public_url) for line in found.changes]
    page = FeedChanges(centre, since, found.through, found.last, lines, links)
    return _answer(visit, page, f"{found.last}:{since}:{limit}", kinds)


@get(_HERE + "/snapshot", tags=["feed"], raises=[HTTPException])
async def snapshot(
    visit: Asked,
    centre: FromQuery[UUID],
    as_of: FromQuery[int | None] = None,
    after: FromQuery[int] = 0,
    limit: FromQuery[int] = 100,
) -> Response[FeedSnapshot]:
    """All that stood at the number `as_of` (default: now), in parts that later changes do not move.

    Follow the link `next` to the end, then `changes`. Results need a key: `Authorization: Bearer …`.
    """
    _within(limit=limit, least=1, most=MOST)
    _within(limit=after, least=0, most=None)
    _within(limit=as_of or 0, least=0, most=None)
    kinds = await _opened(visit, centre)
    found = await _asked(visit, lambda db: queries.snapshot(db, centre, as_of, after, kinds=kinds, most=limit))
    here = f"{_HERE}/snapshot?centre={centre}&limit={limit}&as_of={found.as_of}&after="
    links = {"self": f"{here}{after}"}
    links |= {} if found.next_after is None else {"next": f"{here}{found.next_after}"}
    links |= {"changes": f"{_HERE}?centre={centre}&limit={limit}&since={found.as_of}"}
    lines = [with_page(line, visit.settings.public_url) for line in found.items]
    page = FeedSnapshot(centre, found.as_of, after, found.next_after, lines, links)
    return _answer(visit, page, f"{found.as_of}/{after}/{limit}", kinds)


@post(_HERE + "/news/{source_id:uuid}", tags=["feed"], status_code=202, raises=[HTTPException],
      request_max_body_size=_LARGEST_NEWS)  # fmt: skip
async def news(visit: Asked, request: Request[Any, Any, Any], source_id: FromPath[UUID]) -> Response[None]:
    """Another centre has news for us: we then read its feed. Signed with the secret that it gave us."""
    body = await request.body()
    stamp = request.headers.get("x-exchange-timestamp", "")
    given = request.headers.get("x-exchange-signature", "")

    def check(db: Reading) -> None:
        source_actions.check_news(db, source_id, stamp, given, body, vault=visit.vault, now=visit.now)

    await _asked(visit, check)
    await visit.write(lambda db: source_actions.look_now(db, source_id, now=visit.now))
    visit.house.feeds.wake()
    return Response(None, status_code=202)


async def _opened(visit: Visit, centre: UUID) -> frozenset[FeedKind]:
    """What the reader may see of a feed that is up to date. Raises NotFound for no centre, 401 for a dead key."""
    scope = visit.request.scope
    if not visit.house.feeds.limit.take(visit.house.guard.client(scope, headers_of(scope))):
        raise HTTPException(FeedReason.TOO_OFTEN.label, status_code=429)
    await _asked(visit, lambda db: queries.last_seq(db, centre))
    kinds = await _asked(visit, lambda db: kinds_for(db, centre, _key(visit)))
    await visit.house.feeds.fresh(centre)
    return kinds


def _key(visit: Visit) -> str | None:
    """The key of the header; another kind of header is a wrong key, not none."""
    said: str | None = visit.request.headers.get("authorization")
    if said is None:
        return None
    scheme, _, key = said.partition(" ")
    return key.strip() if scheme.lower() == "bearer" else ""


async def _asked(visit: Visit, ask: Callable[[Reading], T]) -> T:
    try:
        return await visit.read(ask)
    except Refused as no:
        status = _STATUS.get(no.reason, 422)  # type: ignore[call-overload]
        raise HTTPException(no.reason.label, status_code=status, extra={"code": no.reason.value}) from None


def _within(*, limit: int, least: int, most: int | None) -> None:
    if limit < least or (most is not None and limit > most):
        raise HTTPException(FeedReason.OUT_OF_RANGE.label, status_code=400)


def _answer(visit: Visit, page: T, stands: str, kinds: frozenset[FeedKind]) -> Response[T]:
    """The page, or nothing where the reader has it: changes are never rewritten, so the numbers say all of it."""
    told = f"{stands}:{','.join(sorted(kinds))}:{visit.settings.public_url}"
    tag = f'"{hashlib.sha256(told.encode()).hexdigest()[:20]}"'
    shared = "private, no-cache" if FeedKind.RESULT in kinds else "public, max-age=2"
    headers = {"ETag": tag, "Cache-Control": shared, "Vary": "Authorization"}
    given = [one.strip() for one in visit.request.headers.get("if-none-match", "").split(",")]
    if tag in given or f"W/{tag}" in given:
        return Response(None, status_code=304, headers=headers)  # type: ignore[arg-type]
    return Response(page, headers=headers)


HANDLERS = [changes, snapshot, news]
