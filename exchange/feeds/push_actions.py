"""Telling partners of news: one message after the other, each until it is acknowledged.

The network is never used here: `claim` says what is to be sent, whoever can send it does, `settle` writes down what
came of it. Whoever stops in between leaves the message to be sent again: it comes at least once, with the same id.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import and_, bindparam, exists, select, update

from exchange.feeds import rules
from exchange.feeds.codes import LONGEST_NOTE, FeedKind, WireFault
from exchange.feeds.partner_actions import seal_name
from exchange.feeds.queries import Line, changes
from exchange.feeds.tables import Feed, FeedDelivery, FeedPartner
from exchange.feeds.wire import Reply, Request
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold
from exchange.kernel.vault import Unreadable, Vault

AT_ONCE = 100  # changes in one message
_p, _d, _f = columns(FeedPartner), columns(FeedDelivery), columns(Feed)
_newest: Any = FeedDelivery.__table__.alias("newest").c  # type: ignore[attr-defined]
_THERE = (_p.ended_at.is_(None), _p.address != "")
_IDLE = (
    select(_p.id)
    .join(Feed, _f.id == _p.centre_id)
    .where(
        *_THERE,
        ~exists().where(_newest.partner_id == _p.id, _newest.acked_at.is_(None)),
        ~exists().where(_newest.partner_id == _p.id, _newest.last_seq >= _f.last_seq),
        _f.last_seq > 0,
    )
)
_REACHED = select(_d.last_seq).where(_d.partner_id == bindparam("partner")).order_by(_d.since.desc()).limit(1)
_OPEN = select(_d.id).where(_d.partner_id == bindparam("partner"), _d.acked_at.is_(None))
_WANTS = select(_p.centre_id, _p.wants_vacancies, _p.wants_results).where(_p.id == bindparam("partner"), *_THERE)
_DUE = (
    select(_d.id)
    .join(FeedPartner, and_(_p.id == _d.partner_id, *_THERE))
    .where(_d.acked_at.is_(None), _d.given_up_at.is_(None), _d.next_at <= bindparam("now"))
    .order_by(_d.next_at, _d.id)
)
_WHOLE = select(
    *(_d[name] for name in ("id", "partner_id", "since", "last_seq")),
    *(_p[name] for name in ("centre_id", "address", "secret", "wants_vacancies", "wants_results")),
).join(FeedPartner, _p.id == _d.partner_id)


class Message(msgspec.Struct, frozen=True):
    """A message to be sent, and which delivery it is."""

    delivery_id: UUID
    request: Request


class News(msgspec.Struct, frozen=True):
    """The body of a message: changes after `since`, complete up to and with `through`, of the kinds asked for."""

    centre: UUID
    since: int
    through: int
    changes: list[Line]


def anything(db: Reading, *, now: datetime) -> bool:
    """Whether there is anything to be sent now."""
    return db.scalar(_IDLE.limit(1)) is not None or db.scalar(_DUE.limit(1), {"now": now}) is not None


def claim(db: Writing, *, vault: Vault, public_url: str, now: datetime) -> Message | None:
    """The message that is due first, for us alone for a minute; None where nothing is."""
    for partner_id in db.scalars(_IDLE).all():
        _prepare(db, partner_id, now=now)
    for own in db.scalars(_DUE, {"now": now}).all():
        still = (_d.id == own, _d.acked_at.is_(None), _d.given_up_at.is_(None), _d.next_at <= now)
        mine = update(FeedDelivery).where(*still).values(next_at=now + rules.LEASE).returning(_d.id)
        if db.scalar(mine) is None:
            continue
        try:
            return _message(db, own, vault=vault, public_url=public_url, now=now)
        except Unreadable:  # one that cannot be signed does not hold up the others
            settle(db, own, Reply(fault=WireFault.SEALED), now=now)
    return None


def _prepare(db: Writing, partner_id: UUID, *, now: datetime) -> None:
    """The next message of a partner that has none on its way; what it did not ask for is passed over."""
    hold(db, FeedPartner, partner_id)
    wants = db.execute(_WANTS, {"partner": partner_id}).first()
    if wants is None or db.scalar(_OPEN, {"partner": partner_id}) is not None:
        return
    since = db.scalar(_REACHED, {"partner": partner_id}) or 0
    page = changes(db, wants.centre_id, since, kinds=_kinds(wants), most=AT_ONCE)
    if page.through == since:
        return
    quiet = not page.changes  # nothing of it was asked for: nothing is sent
    row: dict[str, Any] = {"partner_id": partner_id, "since": since, "last_seq": page.through, "made_at": now}
    db.add(FeedDelivery(begun_at=now, next_at=now, acked_at=now if quiet else None, **row))
    db.flush()


def _kinds(wants: Any) -> list[FeedKind]:
    asked = ((FeedKind.VACANCY, wants.wants_vacancies), (FeedKind.RESULT, wants.wants_results))
    return [kind for kind, wanted in asked if wanted]


def _message(db: Writing, own: UUID, *, vault: Vault, public_url: str, now: datetime) -> Message:
    row = db.execute(_WHOLE.where(_d.id == own)).one()
    page = changes(db, row.centre_id, row.since, kinds=_kinds(row), most=AT_ONCE)
    lines = [with_page(line, public_url) for line in page.changes if line.seq <= row.last_seq]
    body = msgspec.json.encode(News(row.centre_id, row.since, row.last_seq, lines))
    stamp, secret = int(now.timestamp()), vault.open(row.secret, seal_name(row.partner_id))
    headers = {
        "Content-Type": "application/json",
        "X-Exchange-Delivery": str(row.id),
        "X-Exchange-Timestamp": str(stamp),
        "X-Exchange-Signature": rules.signature(secret, stamp, body),
    }
    return Message(row.id, Request(row.address, headers, body))


def with_page(line: Line, public_url: str) -> Line:
    """The same with the address of the vacancy's page, which is no part of what is compared."""
    if line.body is None or line.kind is not FeedKind.VACANCY:
        return line
    return msgspec.structs.replace(line, body=line.body | {"page": f"{public_url}/vacancies/{line.id}"})


def settle(db: Writing, own: UUID, reply: Reply, *, now: datetime) -> None:
    """Write down what came of a try. An answer that comes after another one acknowledged it changes nothing."""
    hold(db, FeedDelivery, own)
    row = db.execute(select(_d.tries, _d.begun_at, _d.acked_at).where(_d.id == own)).one()
    if row.acked_at is not None:
        return
    if reply.taken:
        said: dict[str, Any] = {"acked_at": now, "given_up_at": None, "said": "", "tries": row.tries + 1}
    else:
        tries, late = row.tries + 1, rules.given_up(row.begun_at, now)
        said = {"tries": tries, "said": words(reply), "next_at": now + rules.wait_after(tries)}
        said |= {"given_up_at": now} if late else {}
    db.execute(update(FeedDelivery).where(_d.id == own).values(**said))


def words(reply: Reply) -> str:
    """Why the other side has not taken it, in a sentence that is kept."""
    if reply.fault:
        return reply.fault.label
    if 300 <= reply.status < 400:
        return WireFault.REDIRECTED.label
    if reply.status in (401, 403):
        return f"{WireFault.KEY_REFUSED.label} ({reply.status})"
    return f"{WireFault.STATUS.label} ({reply.status})"[:LONGEST_NOTE]
