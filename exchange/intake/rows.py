"""From the cells of a row to the facts it tells, with everything that is wrong with it said at once."""

import hashlib
from collections.abc import Sequence

import msgspec

from exchange.benefits.bulk_rules import Claimed
from exchange.intake.cells import Row, Setting, Told
from exchange.intake.claim_rows import claimed, is_open
from exchange.intake.codes import Register, RowReason
from exchange.intake.consultation_rows import Spoken, spoken
from exchange.intake.people_rows import id_blind, person
from exchange.kernel.vault import Vault
from exchange.seekers.bulk_given import Newcomer
from exchange.seekers.checks import same_words
from exchange.spreadsheets.excel import Cell


class Read(msgspec.Struct):
    """A row as it was read. `wrong`: why it is not taken; `doubts`: what is to be looked at.

    `id_key`, `name_key`: by which rows of one person are found in the file; `mark`: the day of a consultation, the
    number of a claim; `opens`: whether the claim forbids another one.
    """

    line: int
    person: Newcomer | None = None
    blind: bytes | None = None
    id_key: str | None = None
    name_key: str | None = None
    mark: str = ""
    opens: bool = False
    spoken: Spoken | None = None
    claimed: Claimed | None = None
    wrong: list[Told] = []
    doubts: list[Told] = []


def read_row(line: int, cells: Sequence[Cell], width: int, register: Register, setting: Setting, vault: Vault) -> Read:
    """A row of a register; `width`: how many columns the file has names for."""
    row = Row(line, cells, setting)
    row.formulas()
    if any(str(cell).strip() for cell in cells[width:]):
        row.wrong("", RowReason.MANY_CELLS.label)
    found = person(row, setting)
    done = Read(line, found)
    if found:
        done.blind = id_blind(found, vault)
        done.id_key = done.blind.hex() if done.blind else None
        same = f"{same_words(found.name)} {found.birth_year}"
        done.name_key = hashlib.blake2b(same.encode(), digest_size=16).hexdigest()
    if register is Register.CONSULTATIONS:
        done.spoken = spoken(row, found, setting)
        done.mark = done.spoken.facts.on_day.isoformat() if done.spoken else ""
    if register is Register.CLAIMS:
        done.claimed = claimed(row, found, setting)
        done.mark, done.opens = _number_and_opens(done.claimed, setting)
    done.wrong, done.doubts = row.wrongs, row.doubts
    return done


def _number_and_opens(made: Claimed | None, setting: Setting) -> tuple[str, bool]:
    if made is None:
        return "", False
    number = f"{made.number[1]}/{made.number[0]}" if made.number else ""
    return number, is_open(made, setting.today)
