"""Bringing the lists that lie beside the code into the database."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct
from sqlmodel import SQLModel

from exchange.kernel.db import Writing, insert_many_once
from exchange.reference import occupations
from exchange.reference.codes import ProvinceKind
from exchange.reference.files import rows_of
from exchange.reference.tables import Industry, Occupation, ProvinceEdition, ProvinceMerger

_AT_ONCE = 200  # rows in one statement


class Loaded(Struct, frozen=True):
    """How many rows were new."""

    provinces: int
    mergers: int
    occupations: int
    industries: int


def load(db: Writing) -> Loaded:
    """Add what the lists have and the database has not. An edition that is there is never changed."""
    return Loaded(
        provinces=_add(db, ProvinceEdition, _provinces()),
        mergers=_add(db, ProvinceMerger, _mergers()),
        occupations=_add(db, Occupation, _occupations()),
        industries=_add(db, Industry, _industries()),
    )


def _add(db: Writing, model: type[SQLModel], rows: Iterator[dict[str, Any]]) -> int:
    waiting = list(rows)
    return sum(insert_many_once(db, model, waiting[at : at + _AT_ONCE]) for at in range(0, len(waiting), _AT_ONCE))


def _provinces() -> Iterator[dict[str, Any]]:
    for row in rows_of("provinces"):
        day, kind, retired = date.fromisoformat(row["valid_from"]), ProvinceKind(row["kind"]), row["retired"] == "1"
        yield {"code": row["code"], "valid_from": day, "name": row["name"], "kind": kind, "retired": retired}


def _mergers() -> Iterator[dict[str, Any]]:
    for row in rows_of("province_mergers"):
        yield {**row, "merged_on": date.fromisoformat(row["merged_on"])}


def _occupations() -> Iterator[dict[str, Any]]:
    for row in rows_of("occupations"):
        yield {**row, "level": int(row["level"]), "valid_from": occupations.VALID_FROM}


def _industries() -> Iterator[dict[str, Any]]:
    for row in rows_of("industries"):
        yield {**row, "level": int(row["level"]), "valid_from": date.fromisoformat(row["valid_from"])}
