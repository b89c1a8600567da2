"""The tally as pages, files and programs are given it."""

from datetime import datetime
from itertools import groupby
from uuid import UUID

import msgspec

from exchange.fair_tallies.codes import Group, Unit


class Column(msgspec.Struct, frozen=True):
    """A site of the fair, named by its province. Without an id: persons who registered at no site."""

    centre_id: UUID | None
    name: str


class Row(msgspec.Struct, frozen=True):
    """One figure: for each site, and in total over distinct records. None: not shown to this viewer.

    `part_of` and `by`: the code of the whole and the name of the breakdown; `depth`: parts of parts are 2.
    """

    code: str
    group: Group
    label: str
    title: str  # the label after those of its wholes
    unit: Unit
    definition: str
    part_of: str
    by: str
    depth: int
    cells: tuple[int | None, ...]
    total: int | None


class FairTally(msgspec.Struct, frozen=True):
    """The tally of a fair. `at`: when the newest of what it counts was written down."""

    fair_id: UUID
    fair_name: str
    at: datetime
    sites: tuple[Column, ...]
    rows: tuple[Row, ...]

    def row(self, code: str) -> Row:
        """One figure. Raises KeyError."""
        return {row.code: row for row in self.rows}[code]

    def groups(self) -> list[tuple[Group, list[Row]]]:
        """The rows by group, in order."""
        return [(group, list(rows)) for group, rows in groupby(self.rows, key=lambda row: row.group)]

    def definitions(self) -> list[tuple[str, Unit, str]]:
        """What each figure is and how it is counted; a breakdown is said once, with its parts named."""
        titles = {row.code: row.title for row in self.rows}
        together: dict[tuple[str, str], list[Row]] = {}
        for row in self.rows:
            together.setdefault((row.part_of or row.code, row.by), []).append(row)
        return [
            (f"{titles[whole]}: {', '.join(row.label for row in rows)}" if by else rows[0].title, *_said(rows[0]))
            for (whole, by), rows in together.items()
        ]


def _said(row: Row) -> tuple[Unit, str]:
    return row.unit, row.definition
