"""Editions of the official lists. There is no end date: an edition lasts until the next one of its code begins."""

from datetime import date

from sqlmodel import Field, SQLModel

from exchange.kernel import columns
from exchange.reference.codes import ProvinceKind


class ProvinceEdition(SQLModel, table=True):
    """What a province code means from a day on. A retired edition says that the code means nothing any more."""

    __tablename__ = "province_editions"
    __table_args__ = (columns.check("code_is_two_digits", "length(code) = 2"),)

    code: str = Field(primary_key=True, max_length=2)
    valid_from: date = Field(primary_key=True)
    name: str
    kind: ProvinceKind = columns.code(ProvinceKind)
    retired: bool = False


class ProvinceMerger(SQLModel, table=True):
    """Which code took over what a code meant before a day; complete for that day, unchanged provinces included."""

    __tablename__ = "province_mergers"

    old_code: str = Field(primary_key=True, max_length=2)
    merged_on: date = Field(primary_key=True)
    new_code: str = Field(max_length=2, index=True)


class Occupation(SQLModel, table=True):
    """An occupation of the official list, levels 1 to 4; the parent's code is this one without its last digit."""

    __tablename__ = "occupations"
    __table_args__ = (columns.check("level_is_length_of_code", "level = length(code)"),)

    code: str = Field(primary_key=True, max_length=4)
    valid_from: date = Field(primary_key=True)
    level: int
    name: str


class Industry(SQLModel, table=True):
    """A section (letter) or division (two digits) of the official list of industries; letters moved in 2025."""

    __tablename__ = "industries"

    code: str = Field(primary_key=True, max_length=2)
    valid_from: date = Field(primary_key=True)
    level: int
    name: str
