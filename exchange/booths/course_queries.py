"""One person, one line of time: everything that was written down of somebody, whichever room it happened in."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import and_, bindparam, select

from exchange.booths.tables import Booth
from exchange.centres.tables import Centre, Staff
from exchange.employers.tables import Employer
from exchange.fairs.tables import Fair
from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.seekers.persons import files_of

_e, _b, _m, _f, _k, _c = (columns(one) for one in (Entry, Booth, Employer, Fair, Staff, Centre))


class Strand(StrEnum):
    """What an entry belongs to, as the page offers to show it alone."""

    FILE = "file"
    FAIR = "fair"
    COUNSELLING = "counselling"
    BENEFIT = "benefit"
    OTHER = "other"


_FILE = frozenset(
    {
        *(Kind.SEEKER_REGISTERED, Kind.SEEKER_CHANGED, Kind.CONSENT_RECORDED, Kind.SEEKER_FILE_TAKEN),
        *(Kind.SEEKER_GROUP_RECORDED, Kind.SEEKER_GROUP_ENDED, Kind.SEEKERS_MERGED, Kind.SEEKERS_PARTED),
        Kind.SEEKER_REMOVED,
    }
)
# Who looked stands on the file's own page, what was said in the talk itself.
_ELSEWHERE = frozenset({Kind.SEEKER_FILE_OPENED, Kind.SEEKER_NUMBER_SHOWN, Kind.MESSAGE_WRITTEN})
_COUNSELLING = ("consultation", "appointment", "referral", "group_talk", "heads_", "check_in", "cohort_")
_BENEFIT = ("benefit_", "job_search")
_FAIR = frozenset(list(Kind)[: list(Kind).index(Kind.SIGNED_IN)])
_COURSE = (
    select(
        *(_e[name] for name in ("at", "kind", "subject_id", "actor_id", "on_behalf_of", "facts")),
        _m.name.label("employer"),
        _f.name.label("fair"),
        _c.short_name.label("centre"),
    )
    .outerjoin(Booth, _b.id == _e.booth_id)
    .outerjoin(Employer, _m.id == _b.employer_id)
    .outerjoin(Fair, _f.id == _e.stream_id)
    .outerjoin(Staff, and_(_k.account_id == _e.actor_id, _k.ended_at.is_(None)))
    .outerjoin(Centre, _c.id == _k.centre_id)
    .where(_e.seeker_id.in_(bindparam("seekers", expanding=True)), _e.kind.in_(bindparam("kinds", expanding=True)))
    .order_by(_e.at.desc(), _e.id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)


class Step(msgspec.Struct, frozen=True):
    """One thing that happened. `by`: the centre whose staff did it, empty where the person did it themself."""

    at: datetime
    kind: Kind
    strand: Strand
    subject_id: UUID
    employer: str
    fair: str
    by: str
    facts: dict[str, Any]


def strand_of(kind: Kind) -> Strand:
    """Where an entry belongs."""
    if kind in _FILE:
        return Strand.FILE
    if kind in _FAIR:
        return Strand.FAIR
    if kind.value.startswith(_COUNSELLING):
        return Strand.COUNSELLING
    return Strand.BENEFIT if kind.value.startswith(_BENEFIT) else Strand.OTHER


def course(
    db: Reading, seeker_id: UUID, strands: Sequence[Strand] = (), *, most: int = 100, skip: int = 0
) -> list[Step]:
    """What happened to a person, over all their files, the newest first; of some strands only, or of all."""
    wanted = set(strands or Strand)
    kinds = [kind for kind in Kind if kind not in _ELSEWHERE and strand_of(kind) in wanted]
    given = {"seekers": files_of(db, seeker_id), "kinds": kinds, "most": most, "skip": skip}
    return [_step(row) for row in db.execute(_COURSE, given).all()]


def _step(row: Any) -> Step:
    said = (row.subject_id, row.employer or "", row.fair or "", row.centre or "", row.facts)
    return Step(row.at, row.kind, strand_of(row.kind), *said)
