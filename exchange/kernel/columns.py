"""Columns and constraints said once, the same on both databases."""

from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Enum, Index, Uuid, text
from sqlmodel import Field, SQLModel

from exchange.kernel.ids import new_id

SQLModel.metadata.naming_convention = {  # before any table is declared
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.model_config["defer_build"] = True  # rows are not validated here: a tenth of a start built what nobody asks


def key() -> Any:
    """The primary key: a time-ordered UUID, made when the row is made."""
    return Field(default_factory=new_id, primary_key=True, sa_type=Uuid)


def ref(target: str, *, index: bool = False, unique: bool = False, primary_key: bool = False) -> Any:
    """A required reference to `table.column`."""
    return Field(foreign_key=target, sa_type=Uuid, index=index, unique=unique, primary_key=primary_key, nullable=False)


def maybe_ref(target: str, *, index: bool = False) -> Any:
    """A reference that may be absent."""
    return Field(default=None, foreign_key=target, sa_type=Uuid, index=index, nullable=True)


def bare_id(*, index: bool = False) -> Any:
    """An optional id without a foreign key: of a row in a higher slice, or of a row that may be forgotten."""
    return Field(default=None, sa_type=Uuid, index=index, nullable=True)


def code(words: type[StrEnum], *, named: str = "", **options: Any) -> Any:
    """A column that holds one of `words`, with its CHECK constraint.

    `named` tells two columns of the same words in one table apart.
    """
    kind = Enum(
        words,
        native_enum=False,
        create_constraint=True,
        validate_strings=True,
        length=32,
        name=named or words.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
    )
    return Field(sa_type=kind, **options)


def unique_where(name: str, *columns: str, where: str) -> Index:
    """A partial unique index: the state that `where` describes can exist once per `columns`."""
    return Index(name, *columns, unique=True, sqlite_where=text(where), postgresql_where=text(where))


def check(name: str, rule: str) -> CheckConstraint:
    """A named CHECK; the table's name is put before it."""
    return CheckConstraint(rule, name=name)


def columns(model: type[SQLModel]) -> Any:
    """The columns of a table class as the database knows them: `columns(Fair).opens_at`."""
    return model.__table__.c  # type: ignore[attr-defined]
