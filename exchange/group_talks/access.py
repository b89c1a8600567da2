"""Who may read, change and list a group talk: staff of the centre that held it; who may check in: whoever is there."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.accounts.queries import Viewer
from exchange.centres.access import StaffDesk, staff_desk
from exchange.group_talks import telling
from exchange.group_talks.rules import check_in_open
from exchange.group_talks.tables import CheckInDoor, GroupTalk, GroupTalkId
from exchange.journal.log import By
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound

_g, _d = columns(GroupTalk), columns(CheckInDoor)
_FIRST = select(_g.centre_id, _g.made_by, _g.holder_id).where(_g.id == bindparam("talk"), _g.corrects_id.is_(None))
_DOOR = select(_d.talk_id, _d.closed_at).where(_d.token == bindparam("token"))
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,64}")


@dataclass(frozen=True)
class TalkDesk:
    """May read a talk of their own centre, keep its list and declare heads; `talk_desk` is the only maker."""

    staff: StaffDesk
    talk_id: GroupTalkId
    may_change: bool

    @property
    def account_id(self) -> UUID:
        """Who sits at it."""
        return self.staff.account_id

    @property
    def centre_id(self) -> UUID:
        """Whose talk it is."""
        return self.staff.centre_id

    def by(self, request_id: UUID | None = None) -> By:
        """The author of a journal entry."""
        return By(self.staff.account_id, None, request_id)


@dataclass(frozen=True)
class ChangingTalkDesk(TalkDesk):
    """May tell it again and withdraw it: who spoke, who wrote it down, and the leads.

    `changing_talk_desk` is the only maker.
    """


@dataclass(frozen=True)
class CheckInSeat:
    """May say "I am here" at a talk: whoever holds its address while it is open; `check_in_seat` is the only maker."""

    talk_id: GroupTalkId
    open: bool


def talk_desk(db: Reading, viewer: Viewer | None, talk_id: UUID) -> TalkDesk:
    """The viewer's desk over a talk. Raises NotFound for everybody else."""
    return TalkDesk(*_desk(db, viewer, talk_id))


def changing_talk_desk(db: Reading, viewer: Viewer | None, talk_id: UUID) -> ChangingTalkDesk:
    """The viewer's desk if they may correct and withdraw. Raises NotFound for everybody else, colleagues too."""
    desk = ChangingTalkDesk(*_desk(db, viewer, talk_id))
    if not desk.may_change:
        raise NotFound
    return desk


def check_in_seat(db: Reading, token: str, *, now: datetime) -> CheckInSeat:
    """The seat behind an address. Raises NotFound where nobody gave it out."""
    row = db.execute(_DOOR, {"token": token}).first() if _TOKEN.fullmatch(token) else None
    if row is None:
        raise NotFound
    on_day = telling.standing(db, row.talk_id).facts.on_day
    gone = telling.withdrawn(db, row.talk_id) is not None
    opened = check_in_open(on_day, opened=row.closed_at is None, withdrawn=gone, today=local_day(now))
    return CheckInSeat(row.talk_id, opened)


def _desk(db: Reading, viewer: Viewer | None, talk_id: UUID) -> tuple[Any, ...]:
    staff = staff_desk(db, viewer)
    row = db.execute(_FIRST, {"talk": talk_id}).first()
    if row is None or row.centre_id != staff.centre_id:
        raise NotFound
    return staff, GroupTalkId(talk_id), staff.leads or staff.account_id in (row.made_by, row.holder_id)
