"""What can be asked about seekers."""

from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.seekers.codes import Channel, Purpose, Sex
from exchange.seekers.persons import files_of
from exchange.seekers.tables import Consent, Seeker

_s, _c = columns(Seeker), columns(Consent)
_OWN = select(_s.id).where(_s.account_id == bindparam("account"))
_FILE = select(
    _s.id, _s.full_name, _s.phone, _s.birth_year, _s.sex, _s.province_code, _s.commune, _s.work_wanted, _s.created_at
)


class SeekerFile(msgspec.Struct, frozen=True):
    """A person's answers."""

    id: UUID
    name: str
    phone: str | None
    birth_year: int
    sex: Sex
    province_code: str
    commune: str
    wish: str
    since: datetime


class ConsentRow(msgspec.Struct, frozen=True):
    """The newest word of a person on one purpose."""

    purpose: Purpose
    given: bool
    text_version: str
    channel: Channel
    at: datetime


def seeker_of_account(db: Reading, account_id: UUID) -> UUID | None:
    """The file of the person behind an account, if there is one."""
    found: UUID | None = db.scalar(_OWN, {"account": account_id})
    return found


def seeker_file(db: Reading, seeker_id: UUID) -> SeekerFile:
    """One file. Raises NotFound. Whoever shows it to others than the person journals that."""
    row = db.execute(_FILE.where(_s.id == seeker_id)).first()
    if row is None:
        raise NotFound
    return SeekerFile(*row)


def consents(db: Reading, seeker_id: UUID) -> list[ConsentRow]:
    """The newest word on each purpose that was ever asked, whichever of the person's files it was said on."""
    rows = db.execute(
        select(_c.purpose, _c.given, _c.text_version, _c.channel, _c.at)
        .where(_c.seeker_id.in_(files_of(db, seeker_id)))
        .order_by(_c.at, _c.id)
    )
    newest = {row.purpose: ConsentRow(*row) for row in rows}
    return [newest[purpose] for purpose in Purpose if purpose in newest]


def gave(db: Reading, seeker_id: UUID) -> frozenset[Purpose]:
    """Purposes this person agrees to now."""
    return frozenset(row.purpose for row in consents(db, seeker_id) if row.given)
