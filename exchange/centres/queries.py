"""What can be asked about centres."""

from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.accounts.tables import Account
from exchange.centres.codes import Role
from exchange.centres.tables import Centre, Staff
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound

_c, _s, _a = columns(Centre), columns(Staff), columns(Account)


class CentreView(msgspec.Struct, frozen=True):
    """A centre as pages name it."""

    id: UUID
    name: str
    short_name: str
    province_code: str
    province: str
    hotline: str
    address: str


class StaffOf(msgspec.Struct, frozen=True):
    """Where somebody works, for the head of the page."""

    centre_id: UUID
    centre_short: str
    role: Role


class Colleague(msgspec.Struct, frozen=True):
    """A person who works at a centre."""

    account_id: UUID
    name: str
    email: str
    role: Role


_VIEW = select(_c.id, _c.name, _c.short_name, _c.province_code, _c.province_name, _c.hotline, _c.address)
_STAFF_OF = (
    select(_s.centre_id, _c.short_name, _s.role)
    .join(Centre, _c.id == _s.centre_id)
    .where(_s.account_id == bindparam("account"), _s.ended_at.is_(None))
)


def centres(db: Reading) -> list[CentreView]:
    """All centres, by province."""
    return [CentreView(*row) for row in db.execute(_VIEW.order_by(_c.province_name))]


def centre(db: Reading, centre_id: UUID) -> CentreView:
    """One centre. Raises NotFound."""
    row = db.execute(_VIEW.where(_c.id == centre_id)).first()
    if row is None:
        raise NotFound
    return CentreView(*row)


def staff_of(db: Reading, account_id: UUID) -> StaffOf | None:
    """Where this account works now, if anywhere."""
    row = db.execute(_STAFF_OF, {"account": account_id}).first()
    return StaffOf(*row) if row else None


def colleagues(db: Reading, centre_id: UUID) -> list[Colleague]:
    """Who works at a centre now."""
    rows = db.execute(
        select(_a.id, _a.name, _a.email, _s.role)
        .join(Staff, _s.account_id == _a.id)
        .where(_s.centre_id == centre_id, _s.ended_at.is_(None))
        .order_by(_a.name)
    )
    return [Colleague(*row) for row in rows]
