"""Declaring how many were there where nobody made a list: a figure of its own, never added to attendances."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.group_talks.access import TalkDesk
from exchange.group_talks.actions import reason, refuse_withdrawn
from exchange.group_talks.given import HeadsGiven
from exchange.group_talks.tables import DeclaredHeads, DeclaredHeadsWithdrawal, GroupTalk
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.kernel.errors import NotFound

_h, _w = columns(DeclaredHeads), columns(DeclaredHeadsWithdrawal)
_WITH_KEY = select(_h.id).where(_h.by_account == bindparam("account"), _h.client_key == bindparam("key"))
_MINE = (
    select(_w.heads_id)
    .select_from(_h.id.table.outerjoin(_w.heads_id.table, _w.heads_id == _h.id))
    .where(_h.id == bindparam("heads"), _h.talk_id == bindparam("talk"))
)


def declare_heads(db: Writing, desk: TalkDesk, given: HeadsGiven, *, client_key: UUID, now: datetime) -> UUID:
    """Write down a number that somebody said. The form that is sent twice is written once. Raises Refused."""
    hold(db, GroupTalk, desk.talk_id)
    if made := db.scalar(_WITH_KEY, {"account": desk.account_id, "key": client_key}):
        return UUID(str(made))
    refuse_withdrawn(db, desk.talk_id)
    row = DeclaredHeads(
        talk_id=desk.talk_id, by_account=desk.account_id, client_key=client_key, at=now, **given.model_dump()
    )
    db.add(row)
    facts = {"talk": str(desk.talk_id), "number": given.number, "qualifier": given.qualifier.value}
    log.record(db, Kind.HEADS_DECLARED, log.About(row.id, facts=facts), by=desk.by(), at=now)
    return row.id


def withdraw_heads(db: Writing, desk: TalkDesk, heads_id: UUID, because: str, *, now: datetime) -> None:
    """A declared number was wrong, for a reason; it stays to be read. Twice is once. Raises NotFound, Refused."""
    hold(db, GroupTalk, desk.talk_id)
    found = db.execute(_MINE, {"heads": heads_id, "talk": desk.talk_id}).first()
    if found is None:
        raise NotFound
    if found.heads_id is not None:
        return
    said = reason(because)
    db.add(DeclaredHeadsWithdrawal(heads_id=heads_id, because=said, by_account=desk.account_id, at=now))
    about = log.About(heads_id, facts={"talk": str(desk.talk_id)})
    log.record(db, Kind.HEADS_WITHDRAWN, about, by=desk.by(), at=now)
