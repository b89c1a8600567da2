"""Groups a person belongs to, with their days: recorded and ended, never changed."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import insert, select, update

from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.reference import ethnic_groups
from exchange.seekers import file_rules
from exchange.seekers.access import OwnDesk
from exchange.seekers.codes import Channel, Group, Purpose, SeekerReason
from exchange.seekers.file_given import GroupGiven
from exchange.seekers.file_tables import SeekerGroup, SoldierService
from exchange.seekers.persons import files_of
from exchange.seekers.queries import gave
from exchange.seekers.tables import Seeker

_s, _g = columns(Seeker), columns(SeekerGroup)


def record_group(
    db: Writing, desk: OwnDesk, given: GroupGiven, channel: Channel, *, request_id: UUID | None, now: datetime
) -> UUID:
    """Write down that somebody belongs to a group; its id. The same form twice is once.

    Raises Refused for a day that cannot be, a sensitive group without the person's consent, an unknown ethnic group,
    or a group they stand in already.
    """
    by, made = log.sent(db, desk.by(request_id), Kind.SEEKER_GROUP_RECORDED)
    if made:
        return made
    hold(db, Seeker, desk.seeker_id)
    _check_group(db, desk, given, local_day(now))
    row = {"id": new_id(), "seeker_id": desk.seeker_id, "channel": channel, "at": now, "by_account": by.account_id}
    said = {"kind": given.kind, "since": given.since, "until": given.until, "ethnicity": given.ethnicity}
    db.execute(insert(SeekerGroup).values(**row, **said))
    if given.service:
        db.execute(insert(SoldierService).values(group_id=row["id"], **given.service.model_dump()))
    about = log.About(row["id"], seeker_id=desk.seeker_id, facts={"group": given.kind.value})  # type: ignore[arg-type]
    log.record(db, Kind.SEEKER_GROUP_RECORDED, about, by=by, at=now)
    return row["id"]  # type: ignore[return-value]


def _check_group(db: Writing, desk: OwnDesk, given: GroupGiven, today: date) -> None:
    born = db.scalar(select(_s.birth_year).where(_s.id == desk.seeker_id)) or 0
    if wrong := file_rules.why_not_since(given.since, given.until, birth_year=born, today=today):
        raise Refused(*wrong)
    if given.kind in file_rules.SENSITIVE and Purpose.POLICY not in gave(db, desk.seeker_id):
        raise Refused(SeekerReason.POLICY_CONSENT, "kind")
    minority = ethnic_groups.get(given.ethnicity or "")
    if given.kind is Group.MINORITY and (minority is None or minority.code == ethnic_groups.MAJORITY):
        raise Refused(SeekerReason.ETHNICITY, "ethnicity")
    standing = _g.seeker_id.in_(files_of(db, desk.seeker_id)), _g.kind == given.kind, _g.ended_at.is_(None)
    if db.scalar(select(_g.id).where(*standing)):
        raise Refused(SeekerReason.GROUP_TWICE, "kind")
    if given.service and (
        wrong := file_rules.why_not_service(given.service.enlisted_on, given.service.discharged_on, born, today)
    ):
        raise Refused(*wrong)


def end_group(db: Writing, desk: OwnDesk, group_id: UUID, until: date, *, now: datetime) -> None:
    """Write down until when somebody belonged to a group. Twice is once. Raises NotFound, or Refused for the day."""
    mine = _g.id == group_id, _g.seeker_id.in_(files_of(db, desk.seeker_id))
    found = db.execute(select(_g.since, _g.ended_at).where(*mine)).first()
    if found is None:
        raise NotFound
    if until < found.since:
        raise Refused(SeekerReason.ENDS_BEFORE, "until")
    done = {"until": until, "ended_at": now, "ended_by": desk.account_id}
    if not db.execute(update(SeekerGroup).where(*mine, _g.ended_at.is_(None)).values(**done)).rowcount:  # type: ignore[attr-defined]
        return
    about = log.About(group_id, seeker_id=desk.seeker_id)
    log.record(db, Kind.SEEKER_GROUP_ENDED, about, by=desk.by(), at=now)
