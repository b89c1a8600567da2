"""Entering persons by the thousand: the rows, constraints and journal entries of one at the counter, in few statements.

For imports and example data. What is handed in was checked (`bulk_given.why_not_person`, duplicates): a person who
cannot be is refused with the whole call.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.kernel.errors import Refused
from exchange.kernel.ids import new_id
from exchange.kernel.text import fold
from exchange.kernel.vault import Vault
from exchange.seekers import index, rules
from exchange.seekers.bulk_given import Keeper, Newcomer, why_not_person
from exchange.seekers.file_tables import SeekerIndex, SeekerNumber, SeekerProfile
from exchange.seekers.number_actions import sealed_row
from exchange.seekers.tables import Consent, Seeker, SeekerId

_s, _p, _n, _c = (columns(one).id.table for one in (Seeker, SeekerProfile, SeekerNumber, Consent))
_index = columns(SeekerIndex).seeker_id.table


def register_people(
    db: Writing, people: Sequence[Newcomer], keeper: Keeper, *, vault: Vault, now: datetime
) -> list[SeekerId]:
    """New files of `people`, kept by one centre; their ids in the order of `people`. Raises Refused.

    Some hundred at a time: one transaction holds them all.
    """
    today = local_day(now)
    for person in people:
        if wrong := why_not_person(person, today):
            raise Refused(*wrong)
    files = [(SeekerId(new_id()), person) for person in people]
    _insert(db, _s, (_file(own, person, keeper, now) for own, person in files))
    _insert(db, _p, (_version(own, person, keeper, now) for own, person in files if _says_more(person)))
    _insert(db, _n, _numbers(files, keeper, vault, now))
    _insert(db, _c, _consents(files, keeper, now))
    rows = (index.row_of(own, person.name, person.birth_year, keeper.centre_id) for own, person in files)
    _insert(db, _index, rows)
    _tell(db, files, keeper, now)
    return [own for own, _ in files]


def _file(own: UUID, person: Newcomer, keeper: Keeper, now: datetime) -> dict[str, Any]:
    return {
        "id": own,
        "account_id": None,
        "centre_id": keeper.centre_id,
        "full_name": person.name,
        "name_fold": fold(person.name),
        "phone": person.phone,
        "birth_year": person.birth_year,
        "sex": person.sex,
        "province_code": person.province,
        "commune": person.commune,
        "work_wanted": person.wish,
        "qualification": None,
        "channel": person.channel,
        "created_at": now,
        "created_by": keeper.account_id,
    }


def _says_more(person: Newcomer) -> bool:
    """Whether there is something that only a version of the file holds."""
    return bool(person.birth_date or person.street or person.email)


def _version(own: UUID, person: Newcomer, keeper: Keeper, now: datetime) -> dict[str, Any]:
    return {
        "id": new_id(),
        "seeker_id": own,
        "full_name": person.name,
        "birth_year": person.birth_year,
        "birth_date": person.birth_date,
        "sex": person.sex,
        "phone": person.phone,
        "email": person.email,
        "province_code": person.province,
        "commune": person.commune,
        "street": person.street,
        **dict.fromkeys(("home_commune", "home_street", "specialty", "last_job", "left_because"), ""),
        "work_wanted": person.wish,
        "work_places": [],
        "services": [],
        "channel": person.channel,
        "by_account": keeper.account_id,
        "at": now,
    }


def _numbers(
    files: Sequence[tuple[SeekerId, Newcomer]], keeper: Keeper, vault: Vault, now: datetime
) -> Iterable[dict[str, Any]]:
    for own, person in files:
        for kind, number in person.numbers.items():
            yield sealed_row(own, kind, number, vault) | {"by_account": keeper.account_id, "at": now}


def _consents(files: Sequence[tuple[SeekerId, Newcomer]], keeper: Keeper, now: datetime) -> Iterable[dict[str, Any]]:
    for own, person in files:
        for purpose, given in person.agreed.items():
            yield {
                "id": new_id(),
                "seeker_id": own,
                "purpose": purpose,
                "given": given,
                "text_version": rules.CONSENT_VERSION,
                "channel": person.channel,
                "recorded_by": keeper.account_id,
                "at": now,
            }


def _tell(db: Writing, files: Sequence[tuple[SeekerId, Newcomer]], keeper: Keeper, now: datetime) -> None:
    """The journal of each person, as if they had been registered alone."""
    came = [(log.About(own, seeker_id=own), log.By(keeper.account_id)) for own, _ in files]
    log.record_many(db, Kind.SEEKER_REGISTERED, came, at=now)
    said = [
        (
            log.About(own, seeker_id=own, facts={purpose.value: given for purpose, given in person.agreed.items()}),
            log.By(keeper.account_id, own),
        )
        for own, person in files
        if person.agreed
    ]
    log.record_many(db, Kind.CONSENT_RECORDED, said, at=now)


def _insert(db: Writing, table: Any, rows: Iterable[dict[str, Any]]) -> None:
    if listed := list(rows):
        db.execute(insert(table), listed)
