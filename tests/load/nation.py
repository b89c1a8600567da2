"""A country of counselling, made inside PostgreSQL: 34 centres, five years, skewed as life is.

The biggest centre has 15 % of everything, years have busy months, most visits are of people who came lately, one
consultation in twenty is a second one of the same day. Everything follows from row numbers, so a country that has
grown to ten million consultations is the one of one million, later.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import psycopg
from sqlmodel import SQLModel

from tests.load.nation_rows import BEGINS, CENTRES, DAYS, WHOLE, ground, growth

_HALVES = 10
_MADE = f"""
CREATE SCHEMA made;
CREATE FUNCTION made.id(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex(n + (kind::bigint << 40)), 12, '0') || '70008000000000000000')::uuid $$;
CREATE FUNCTION made.chance(n bigint, about int) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
  SELECT (hashint8extended(n, about) & 1048575)::float8 / 1048576 $$;
CREATE FUNCTION made.day(n bigint, whole bigint) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT date '{BEGINS}' + least({DAYS - 1}, floor({DAYS} * (n::float8 / whole
         + 0.02 * sin(10 * pi() * n::float8 / whole))))::int $$;
CREATE FUNCTION made.centre(n bigint) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN made.chance(n, 1) < 0.15 THEN 1
         ELSE 2 + floor({CENTRES - 1} * power(made.chance(n, 2), 1.5))::int END $$;
CREATE FUNCTION made.one_of(words text[], n bigint, about int, lean float8) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT words[1 + floor(array_length(words, 1) * power(made.chance(n, about), lean))::int] $$;
CREATE FUNCTION made.seeker(n bigint, known bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN made.chance(n, 3) < 0.8
         THEN known - floor(least(known, 40000 + known / 50) * made.chance(n, 4))::bigint
         ELSE 1 + floor(known * made.chance(n, 4))::bigint END $$
"""
_MET = "first_id, telling_id, seeker_id, person_id, centre_id, on_day, client_kind, way, commune, by_talk"


def _lag(alike: str = "") -> str:
    among = f"person_id, opens{', ' if alike else ''}{alike}"
    return f"CASE WHEN opens THEN lag(on_day) OVER (PARTITION BY {among} ORDER BY on_day, first_id) END"


_MEETINGS = f"""
INSERT INTO meetings ({_MET}, opens, before, before_alike, here_before, here_before_alike)
SELECT *, {_lag()}, {_lag("client_kind")}, {_lag("centre_id")}, {_lag("centre_id, client_kind")} FROM (
SELECT *, row_number() OVER (PARTITION BY person_id, centre_id, on_day ORDER BY first_id) = 1 AS opens FROM (
  SELECT first_id, id, c.seeker_id, coalesce(p.person_id, c.seeker_id) AS person_id, centre_id, on_day, client_kind,
    way, commune, false FROM consultations c LEFT JOIN seeker_persons p ON p.seeker_id = c.seeker_id
  WHERE NOT EXISTS (SELECT FROM consultations later WHERE later.corrects_id = c.id)
    AND NOT EXISTS (SELECT FROM consultation_withdrawals w WHERE w.consultation_id = c.first_id)
  UNION ALL
  SELECT a.id, g.id, a.seeker_id, coalesce(p.person_id, a.seeker_id), g.centre_id, g.on_day, g.client_kind, 'group', '',
    true FROM attendances a JOIN group_talks g ON g.first_id = a.talk_id
  LEFT JOIN seeker_persons p ON p.seeker_id = a.seeker_id
  WHERE NOT EXISTS (SELECT FROM attendance_removals r WHERE r.attendance_id = a.id)) met) opened
"""  # noqa: S608 - our own names
_INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = ANY(%s::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""


@dataclass(frozen=True)
class Grown:
    """A country grown to so many consultations, and its last half-year."""

    consultations: int

    @property
    def first(self) -> date:
        """The first day of the half-year that is open."""
        return BEGINS + timedelta(days=round(DAYS * (self._halves - 1) / _HALVES))

    @property
    def last(self) -> date:
        """Its last day."""
        return BEGINS + timedelta(days=round(DAYS * self._halves / _HALVES) - 1)

    @property
    def _halves(self) -> int:
        return max(1, round(_HALVES * self.consultations / WHOLE))


def begin(line: psycopg.Connection[Any]) -> None:
    """What does not grow: centres, an account, employers and their vacancies."""
    line.execute(_MADE)
    for model, rows, said in ground():
        _insert(line, model, rows, said)


def grow(line: psycopg.Connection[Any], before: int, now: int) -> None:
    """Let the country grow from so many consultations to so many. References are not checked: they are right."""
    line.execute("SET session_replication_role = replica")
    rows_of = list(growth(before, now))
    tables = [*{str(model.__tablename__) for model, *_ in rows_of}, "meetings"]
    indexes = line.execute(_INDEXES, [tables]).fetchall()
    for name, _ in indexes:
        line.execute(f"DROP INDEX {name}")
    for model, rows, said in rows_of:
        _insert(line, model, rows, said)
    line.execute("TRUNCATE meetings")
    line.execute("ANALYZE")
    line.execute(_MEETINGS)
    for _, again in indexes:
        line.execute(again)
    line.execute("VACUUM ANALYZE")


def centre(line: psycopg.Connection[Any], number: int) -> Any:
    """The id of a centre; the first is the biggest."""
    return line.execute("SELECT made.id(1, %s)", [number]).fetchone()[0]  # type: ignore[index]


def _insert(line: psycopg.Connection[Any], model: type[SQLModel], rows: str, said: dict[str, str]) -> None:
    """All of `rows`, with what is said; what is not is empty, or what the model says."""
    table = model.__table__  # type: ignore[attr-defined]
    for column in table.c:
        if column.name not in said and column.default is not None and column.default.is_scalar:
            value = column.default.arg
            said = said | {column.name: f"'{getattr(value, 'value', value)}'"}
    names, values = ", ".join(said), ", ".join(said.values())
    line.execute(f"INSERT INTO {table.name} ({names}) SELECT {values} FROM {rows}")  # type: ignore[arg-type]  # noqa: S608
