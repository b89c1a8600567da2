"""Filling an empty database with the half-year: centres, people, visits, claims, what went wrong, and the fair."""

from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from exchange.centres.access import StaffDesk
from exchange.centres.queries import centres
from exchange.counselling import access, actions, bulk_actions
from exchange.counselling.actions import Correction
from exchange.counselling.given import ConsultationGiven
from exchange.counselling.telling import standing
from exchange.demo.cast import HOST, director, is_loaded, viewer
from exchange.example import declared, fair, soldiers
from exchange.example.half import half_year
from exchange.example.shapes import KNOWN, Half, Shape, Visit
from exchange.example.slips import BECAUSE_DAY
from exchange.example.visits import COUNSELLORS
from exchange.example.writing import Book, at
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound
from exchange.kernel.vault import Vault
from exchange.seekers.access import own_desk
from exchange.seekers.merge_actions import merge

_NEXT_MORNING: Final = time(8, 20)
_REVIEWED: Final = at(KNOWN.last, time(17, 0))  # when the centre went through its register
_BECAUSE_TWO_FILES: Final = "Trùng họ tên, năm sinh và số điện thoại"


class Foreign(Exception):  # noqa: N818
    """The database holds centres already; the text is one sentence for the operator."""


def is_filled(db: Reading) -> bool:
    """Whether the example is there. Raises Foreign for a database that holds anything else."""
    if not centres(db):
        return False
    if is_loaded(db) and _counsellors(db):
        return True
    raise Foreign("The database holds centres already: give the example a database of its own.")


def fill(db: Writing, shape: Shape, password_hash: str, *, vault: Vault) -> None:
    """Everything, in one transaction: it is all there, or nothing is."""
    fair.found(db, password_hash)
    desk, half = director(db), half_year(shape)
    book = Book(db, half, desk, _counsellors(db), vault)
    book.write()
    _put_right(db, book.written)
    _merge(db, half, book.files)
    soldiers.counsel(db, half, book.files, desk)
    fair.hold(db)
    declared.declare(db, desk)


def host_desk(db: Reading) -> StaffDesk:
    """The desk of the centre of which the example tells."""
    return director(db, HOST.key)


def _counsellors(db: Reading) -> list[UUID]:
    try:
        return [viewer(db, fair.counsellor_mail(number)).account_id for number in range(COUNSELLORS)]
    except NotFound:
        return []


def _put_right(db: Writing, written: list[tuple[Visit, UUID]]) -> None:
    """Visits under a wrong day are told again the next morning; those written twice are withdrawn."""
    wrong: dict[tuple[date, str], list[UUID]] = {}
    for visit, own in written:
        if visit.first_told:
            _tell_again(db, visit, own, at(visit.first_told + timedelta(days=1), _NEXT_MORNING))
        if visit.withdrawn:
            wrong.setdefault((visit.on_day, visit.withdrawn), []).append(own)
    account_id = director(db).account_id
    for (day, because), consultations in sorted(wrong.items()):
        now = at(day + timedelta(days=1), _NEXT_MORNING)
        bulk_actions.withdraw_consultations(db, consultations, because, account_id=account_id, now=now)


def _tell_again(db: Writing, visit: Visit, own: UUID, now: datetime) -> None:
    desk = access.changing_desk(db, viewer(db, fair.counsellor_mail(visit.counsellor)), own)
    before = standing(db, own)
    plain = {name: getattr(before.facts, name) for name in before.facts.__struct_fields__ if name != "province_code"}
    given = ConsultationGiven(**(plain | {"province": before.facts.province_code, "on_day": visit.on_day}))
    told = Correction(given, BECAUSE_DAY, before.id)
    actions.correct_consultation(db, desk, told, client_key=uuid5(NAMESPACE_URL, f"again:{own}"), now=now)


def _merge(db: Writing, half: Half, files: dict[int, UUID]) -> None:
    lead = viewer(db, f"giamdoc.{HOST.key}")
    for gone, kept in half.merged:
        desks = own_desk(db, lead, files[kept]), own_desk(db, lead, files[gone])
        merge(db, *desks, _BECAUSE_TWO_FILES, request_id=None, now=_REVIEWED)
