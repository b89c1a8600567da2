"""Opening the feed to somebody outside, closing it again, and trying once more where sending was given up."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import bindparam, select, update

from exchange.accounts.tokens import token_hash
from exchange.centres.access import LeadDesk
from exchange.feeds import rules
from exchange.feeds.access import PartnerDesk
from exchange.feeds.actions import open_feed
from exchange.feeds.codes import LONGEST_ADDRESS, LONGEST_NAME, FeedReason, PartnerKind
from exchange.feeds.tables import FeedDelivery, FeedPartner, PartnerId
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.ids import new_id, new_token
from exchange.kernel.text import squeeze
from exchange.kernel.vault import Vault

_p, _d = columns(FeedPartner), columns(FeedDelivery)
_OPEN = select(_d.id, _d.given_up_at).where(_d.partner_id == bindparam("partner"), _d.acked_at.is_(None))


class PartnerGiven(BaseModel):
    """What is entered of a partner. An address is where news is sent to; without one the partner comes and reads."""

    model_config = ConfigDict(frozen=True)

    name: str = ""
    kind: PartnerKind | None = None
    wants_vacancies: bool = False
    wants_results: bool = False
    address: str = ""


class Opened(NamedTuple):
    """What is shown once: the key that reads, and the secret that signs news where there is an address.

    Both are empty where the same form had made the partner before: they are kept nowhere in the clear.
    """

    partner_id: PartnerId
    key: str = ""
    secret: str = ""


def add_partner(
    db: Writing,
    desk: LeadDesk,
    given: PartnerGiven,
    *,
    vault: Vault,
    private: bool,
    request_id: UUID | None,
    now: datetime,
) -> Opened:
    """Somebody outside gets a key, and news if there is an address. Raises Refused for what cannot be."""
    by, made = log.sent(db, log.By(desk.account_id, None, request_id), Kind.FEED_PARTNER_ADDED)
    if made:
        return Opened(PartnerId(made))
    name, address = squeeze(given.name), given.address.strip()
    _judge(name, address, given, private=private)
    open_feed(db, desk.centre_id)
    opened = Opened(PartnerId(new_id()), new_token(), new_token() if address else "")
    row = _partner(desk, given, opened, vault=vault, now=now)
    db.add(row)
    log.record(db, Kind.FEED_PARTNER_ADDED, log.About(row.id), by=by, at=now)
    return opened


def _partner(desk: LeadDesk, given: PartnerGiven, opened: Opened, *, vault: Vault, now: datetime) -> FeedPartner:
    wants = {"wants_vacancies": given.wants_vacancies, "wants_results": given.wants_results}
    said = {"name": squeeze(given.name), "address": given.address.strip(), "kind": given.kind or PartnerKind.OTHER}
    row = FeedPartner(id=opened.partner_id, centre_id=desk.centre_id, made_by=desk.account_id, at=now, **wants, **said)  # type: ignore[arg-type]
    row.key_hash = token_hash(opened.key)
    row.secret = vault.seal(opened.secret, seal_name(row.id)) if opened.secret else None
    return row


def seal_name(own: UUID) -> str:
    """What a partner's or a source's sealed secret has to be opened with."""
    return f"feed:{own}"


def _judge(name: str, address: str, given: PartnerGiven, *, private: bool) -> None:
    if not name:
        raise Refused(FeedReason.NAME_NEEDED, "name")
    if len(name) > LONGEST_NAME or len(address) > LONGEST_ADDRESS:
        raise Refused(FeedReason.TEXT_LONG, "name" if len(name) > LONGEST_NAME else "address")
    if given.kind is None:
        raise Refused(FeedReason.CHOOSE, "kind")
    if not (given.wants_vacancies or given.wants_results):
        raise Refused(FeedReason.KINDS_NEEDED, "wants_vacancies")
    if address and (wrong := rules.why_not_address(address, private=private)):
        raise Refused(wrong, "address")


def end_partner(db: Writing, desk: PartnerDesk, *, now: datetime) -> None:
    """The key opens nothing any more and no news is sent. Twice is once."""
    own = _p.id == desk.partner_id, _p.ended_at.is_(None)
    ended = update(FeedPartner).where(*own).values(ended_at=now, ended_by=desk.account_id).returning(_p.id)
    if db.scalar(ended) is not None:
        log.record(db, Kind.FEED_PARTNER_ENDED, log.About(desk.partner_id), by=desk.by(None), at=now)


def try_again(db: Writing, desk: PartnerDesk, *, now: datetime) -> None:
    """Send what was given up, from now on for as long as at first. Raises Conflict where nothing was given up."""
    hold(db, FeedPartner, desk.partner_id)
    row = db.execute(_OPEN, {"partner": desk.partner_id}).first()
    if row is None or row.given_up_at is None:
        raise Conflict(FeedReason.NOT_GIVEN_UP)
    anew = {"given_up_at": None, "begun_at": now, "next_at": now, "tries": 0}
    db.execute(update(FeedDelivery).where(_d.id == row.id).values(**anew))
    log.record(db, Kind.FEED_DELIVERY_RETRIED, log.About(desk.partner_id), by=desk.by(None), at=now)
