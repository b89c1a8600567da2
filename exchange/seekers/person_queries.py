"""Finding people: before a new file is made, whether there is one; the same answer on both databases.

By name in any order and without marks, year of birth, telephone, a whole number of identity papers or its last four
digits. Staff see people of their own centre; of others only that there is a file, and where.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Select, and_, bindparam, cast, column, literal_column, select, table
from sqlalchemy.dialects.postgresql import TSQUERY

from exchange.centres.access import StaffDesk
from exchange.centres.tables import Centre
from exchange.kernel import finding
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.finding import Asked, Lookup
from exchange.kernel.full_text import vector
from exchange.kernel.text import phone
from exchange.kernel.vault import Vault
from exchange.seekers.access import Relation, relation_of
from exchange.seekers.codes import Doubt, Likeness, NumberKind, Sex
from exchange.seekers.file_rules import TAIL, Known, doubts_of_id, likeness, same_words
from exchange.seekers.file_tables import SEARCH, SeekerIndex, SeekerNumber, SeekerPerson
from exchange.seekers.index import keeper_mark, year_mark
from exchange.seekers.number_actions import blind_of, digits_of
from exchange.seekers.tables import Seeker

MOST = 30
_WINDOW = 300  # so many of the newest answers are ranked
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_i, _s, _n, _c, _p = (columns(one) for one in (SeekerIndex, Seeker, SeekerNumber, Centre, SeekerPerson))
_fts = table(SEARCH, column("rowid"), column(SEARCH))
_PEOPLE = (
    select(
        *(_s[name] for name in ("id", "full_name", "birth_year", "sex", "phone", "province_code", "commune")),
        _s.centre_id,
        _c.short_name.label("centre"),
        _n.blind,
    )
    .outerjoin(Centre, _c.id == _s.centre_id)
    .outerjoin(
        SeekerNumber,
        and_(_n.seeker_id == _s.id, _n.kind == NumberKind.CITIZEN_ID, _n.replaced_at.is_(None)),
    )
    .where(_s.id.in_(bindparam("seekers", expanding=True)))
)
_MERGED = select(_p.seeker_id, _p.person_id).where(_p.seeker_id.in_(bindparam("seekers", expanding=True)))
_BY_PHONE = select(_s.id).where(_s.phone == bindparam("phone")).order_by(_s.created_at.desc(), _s.id).limit(MOST)
_BY_BLIND = select(_n.seeker_id).where(_n.blind == bindparam("blind"), _n.replaced_at.is_(None)).limit(MOST)
_BY_TAIL = select(_n.seeker_id).where(_n.tail == bindparam("tail"), _n.replaced_at.is_(None)).limit(MOST)
_SAME = (
    select(_i.seeker_id)
    .where(_i.same == bindparam("same"), _i.birth_year.between(bindparam("low"), bindparam("high")))
    .order_by(_i.n.desc())
    .limit(MOST)
)
_BLIND = select(_n.blind).where(
    _n.seeker_id == bindparam("seeker"), _n.kind == NumberKind.CITIZEN_ID, _n.replaced_at.is_(None)
)


class Found(msgspec.Struct, frozen=True):
    """Somebody in a list. Of another centre's people without consent only initials, year and centre are told."""

    id: UUID
    name: str
    birth_year: int
    sex: Sex | None
    phone: str | None
    place: str
    centre: str | None
    relation: Relation
    likeness: Likeness | None = None

    @property
    def open(self) -> bool:
        """Whether the file may be opened from here."""
        return self.relation is not Relation.OTHER


class PersonQuery(msgspec.Struct, frozen=True):
    """What was typed: words, and a year of birth where one stands among them."""

    words: str
    birth_year: int | None = None


def person_query(typed: str) -> PersonQuery:
    """A name and perhaps a year ("Trần Lan 1990"); figures alone are a telephone or the number of a paper."""
    said = typed.split()
    years = [word for word in said if len(said) > 1 and _YEAR.fullmatch(word)]
    if not years or digits_of(typed).isdigit():
        return PersonQuery(typed)
    return PersonQuery(" ".join(word for word in said if word != years[-1]), int(years[-1]))


def find_people(db: Reading, desk: StaffDesk, asked: PersonQuery, *, vault: Vault) -> list[Found]:
    """People by what was typed, the best first; none for nothing typed."""
    digits = digits_of(asked.words)
    if digits.isdigit() and digits.isascii():
        return _people(db, desk, _by_digits(db, digits, vault))
    try:
        return _people(db, desk, db.scalars(_BY_PHONE, {"phone": phone(asked.words)}).all())
    except ValueError:
        return _people(db, desk, _by_name(db, desk, asked))


def find_own_people(db: Reading, desk: StaffDesk, asked: PersonQuery, *, vault: Vault) -> list[Found]:
    """The same, only those whose file the desk's centre keeps."""
    return [one for one in find_people(db, desk, asked, vault=vault) if one.relation is Relation.OWN]


def id_blind(db: Reading, seeker_id: UUID) -> bytes | None:
    """The key under which a file's citizen's number is found; None where none is kept."""
    return db.scalar(_BLIND, {"seeker": seeker_id})


def doubts_of_number(db: Reading, seeker_id: UUID, kind: NumberKind, typed: str, *, vault: Vault) -> list[Doubt]:
    """What of a number does not fit the person who is said to hold it, or is said of somebody else as well."""
    if kind is not NumberKind.CITIZEN_ID:
        return []
    number, person = digits_of(typed), db.execute(select(_s.birth_year, _s.sex).where(_s.id == seeker_id)).one()
    found = doubts_of_id(number, birth_year=person.birth_year, sex=person.sex)
    holders = _whose(db, db.scalars(_BY_BLIND, {"blind": blind_of(vault, kind, number)}).all())
    return [*found, Doubt.ID_ELSEWHERE] if set(holders) - set(_whose(db, [seeker_id])) else found


def likely_duplicates(db: Reading, desk: StaffDesk, known: Known) -> list[Found]:
    """Files that may be of the person who is about to get one, the surest first.

    Each file is compared as it is, before it is read through the one it was merged into.
    """
    files: list[UUID] = []
    if known.id_blind:
        files += db.scalars(_BY_BLIND, {"blind": known.id_blind}).all()
    if known.phone:
        files += db.scalars(_BY_PHONE, {"phone": known.phone}).all()
    born = known.birth_year or 0
    years = {"low": born - 1, "high": born + 1} if born else {"low": 0, "high": 9999}
    files += db.scalars(_SAME, {"same": same_words(known.name)} | years).all()
    hits = list(dict.fromkeys(files))
    alike = _likenesses(db, hits, known)
    sure = sorted((file for file in hits if file in alike), key=lambda file: list(Likeness).index(alike[file]))
    best: dict[UUID, Likeness] = {}
    for file, person in zip(sure, _whose(db, sure), strict=True):
        best.setdefault(person, alike[file])
    return [msgspec.structs.replace(one, likeness=best[one.id]) for one in _people(db, desk, list(best))]


def _likenesses(db: Reading, files: list[UUID], known: Known) -> dict[UUID, Likeness]:
    rows = db.execute(_PEOPLE, {"seekers": files}).all() if files else []
    said = {row.id: likeness(known, Known(row.full_name, row.birth_year, row.phone, row.blind)) for row in rows}
    return {file: how for file, how in said.items() if how}


def _by_digits(db: Reading, digits: str, vault: Vault) -> list[UUID]:
    if len(digits) == TAIL:
        return list(db.scalars(_BY_TAIL, {"tail": digits}).all())
    found = [
        file for kind in NumberKind for file in db.scalars(_BY_BLIND, {"blind": blind_of(vault, kind, digits)}).all()
    ]
    try:
        return [*found, *db.scalars(_BY_PHONE, {"phone": phone(digits)}).all()]
    except ValueError:
        return found


def _by_name(db: Reading, desk: StaffDesk, asked: PersonQuery) -> list[UUID]:
    """People of the desk's own centre first, then those no centre keeps, then all others."""
    typed = finding.asked(asked.words)
    if not typed.folded:
        return []
    year = [year_mark(asked.birth_year)] if asked.birth_year else []
    found: list[UUID] = []
    for keeper in ([keeper_mark(desk.centre_id)], [keeper_mark(None)], []):
        found += _ranked(db, typed, [*year, *keeper]) if len(found) < MOST else []
    return list(dict.fromkeys(found))[:MOST]


def _ranked(db: Reading, typed: Asked, marks: list[str]) -> list[UUID]:
    look = finding.lookup(typed, marks)
    rows = db.execute(_newest(db.dialect == "sqlite"), {"look": _written(db, look)}).all()
    best = sorted(rows, key=lambda row: _rank(typed, row), reverse=True)
    return [row.seeker_id for row in best[:MOST]]


def _written(db: Reading, look: Lookup) -> str:
    return finding.in_sqlite(look) if db.dialect == "sqlite" else finding.in_postgres(look)


def _rank(asked: Asked, row: Any) -> tuple[int, int, int]:
    return finding.rank(asked, row.name, " ".join(finding.asked(row.name).folded))


@cache
def _newest(sqlite: bool) -> Select[Any]:
    """The newest of the files that hold the words. Fenced off on PostgreSQL, as for vacancies."""
    if sqlite:
        matching = _fts.join(SeekerIndex, _i.n == _fts.c.rowid)
        found = select(_i.seeker_id, _i.name).select_from(matching).where(_fts.c[SEARCH].op("MATCH")(bindparam("look")))
        return found.order_by(_fts.c.rowid.desc()).limit(_WINDOW)
    held = literal_column(vector(SEARCH)).op("@@")(cast(bindparam("look"), TSQUERY))
    fenced = select(_i.n, _i.seeker_id, _i.name).where(held).offset(literal_column("0")).subquery()
    return select(fenced.c.seeker_id, fenced.c.name).order_by(fenced.c.n.desc()).limit(_WINDOW)


def _people(db: Reading, desk: StaffDesk, files: Iterable[UUID]) -> list[Found]:
    """The people behind files, each once, in the order of the files."""
    whose = _whose(db, list(dict.fromkeys(files))[:MOST])
    wanted = list(dict.fromkeys(whose))
    rows = {row.id: row for row in db.execute(_PEOPLE, {"seekers": wanted}).all()} if wanted else {}
    return [_found(db, desk, rows[person]) for person in wanted if person in rows]


def _whose(db: Reading, files: Sequence[UUID]) -> list[UUID]:
    merged = {row.seeker_id: row.person_id for row in db.execute(_MERGED, {"seekers": files}).all()} if files else {}
    return [merged.get(file, file) for file in files]


def _found(db: Reading, desk: StaffDesk, row: Any) -> Found:
    relation = relation_of(db, desk, row.id)
    if relation is Relation.OTHER:
        return Found(row.id, _initials(row.full_name), row.birth_year, None, None, "", row.centre, relation)
    said = (row.full_name, row.birth_year, row.sex, row.phone, row.commune, row.centre)
    return Found(row.id, *said, relation)


def _initials(name: str) -> str:
    return " ".join(f"{word[0]}." for word in name.split())
