"""Taking the rows of a part in: files for who has none, then the facts; a row is whole or not."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid5

import msgspec
from sqlalchemy import bindparam, insert, select

from exchange.benefits.bulk_actions import receive_claims
from exchange.counselling.bulk_actions import Counselled, record_consultations
from exchange.counselling.telling import Birth
from exchange.intake.judging import Judged
from exchange.intake.tables import IntakeTaking
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.kernel.vault import Vault
from exchange.seekers.bulk_actions import register_people
from exchange.seekers.bulk_given import Keeper

_t = columns(IntakeTaking)
_TWINS = select(_t.line, _t.seeker_id).where(
    _t.intake_id == bindparam("intake"), _t.line.in_(bindparam("lines", expanding=True))
)


class Taker(NamedTuple):
    """For whom rows are taken in, and in whose name."""

    intake_id: UUID
    centre_id: UUID
    account_id: UUID


def take(db: Writing, taker: Taker, judged: Sequence[Judged], *, vault: Vault, now: datetime) -> None:
    """Write down what is to be taken of some rows. The same row twice breaks on the table's key."""
    rows = [one for one in judged if one.taken]
    whose = _earlier(db, taker, rows)
    makers = _makers(rows, set(whose))
    people = [one.read.person for one in makers if one.read.person]
    made = register_people(db, people, Keeper(taker.centre_id, taker.account_id), vault=vault, now=now)
    new = {one.read.line: seeker for one, seeker in zip(makers, made, strict=True)}
    for one in rows:
        whose[one.read.line] = new.get(one.read.line) or one.seeker_id or whose[one.twin or 0]
    facts = _consultations(db, taker, rows, whose, now) | _claims(db, taker, rows, whose, now)
    same = {"intake_id": taker.intake_id, "at": now}
    lines = [one.read.line for one in rows]
    taken = [
        same | {"line": line, "seeker_id": whose[line], "made_file": line in new, "fact_id": facts.get(line)}
        for line in lines
    ]
    if taken:
        db.execute(insert(_t.line.table), taken)


def _earlier(db: Writing, taker: Taker, rows: Sequence[Judged]) -> dict[int, UUID]:
    """The files that earlier rows of the same persons went to."""
    lines = sorted({one.twin for one in rows if one.twin})
    found = db.execute(_TWINS, {"intake": taker.intake_id, "lines": lines}) if lines else ()
    return {row.line: row.seeker_id for row in found}


def _makers(rows: Sequence[Judged], known: set[int]) -> list[Judged]:
    """Rows for which a file is made: none is known, and no earlier row of the person went in."""
    makers = []
    for one in rows:
        if one.seeker_id is None and (one.twin is None or one.twin not in known):
            makers.append(one)
        known.add(one.read.line)
    return makers


def _consultations(
    db: Writing, taker: Taker, rows: Sequence[Judged], whose: dict[int, UUID], now: datetime
) -> dict[int, UUID]:
    told = [(one.read, one.read.spoken, one.read.person) for one in rows if one.read.spoken and one.read.person]
    given = [
        Counselled(
            seeker_id=whose[read.line],
            counsellor_id=spoken.counsellor_id,
            facts=spoken.facts,
            born=Birth(person.birth_year, person.birth_date),
            client_key=uuid5(taker.intake_id, str(read.line)),  # the same row has the same, whoever takes it
            note=spoken.note,
        )
        for read, spoken, person in told
    ]
    made = record_consultations(db, given, centre_id=taker.centre_id, made_by=taker.account_id, now=now)
    return {read.line: own for (read, *_), own in zip(told, made, strict=True)}


def _claims(
    db: Writing, taker: Taker, rows: Sequence[Judged], whose: dict[int, UUID], now: datetime
) -> dict[int, UUID]:
    told = [(one.read.line, one.read.claimed) for one in rows if one.read.claimed]
    given = [msgspec.structs.replace(claimed, seeker_id=whose[line]) for line, claimed in told]
    if not given:
        return {}
    made = receive_claims(db, given, centre_id=taker.centre_id, account_id=taker.account_id, now=now)
    return {line: own for (line, _), own in zip(told, made, strict=True)}
