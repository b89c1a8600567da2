"""The forms of a placement between a page and the core: for each act its words, and how its form becomes a change."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from exchange.documents import actions as documents
from exchange.documents.codes import LARGEST
from exchange.documents.queries import Scan
from exchange.kernel.codes import Code
from exchange.kernel.db import Reading, Writing
from exchange.kernel.texts import N_
from exchange.placements import access, claim_actions, join_actions, proof_actions
from exchange.placements.access import PlacementDesk
from exchange.placements.codes import Check, ClaimRole, EndReason, EvidenceLevel, EvidenceSource, PlacementReason
from exchange.placements.entry_actions import EntryGiven
from exchange.placements.proof_actions import EndGiven, StepGiven
from web.consulting import uuid_of
from web.dates import needed_day
from web.forms import Form
from web.visit import Visit

Change = Callable[..., Any]  # (db, desk, scan, *, request_id, now)
Desk = Callable[..., PlacementDesk]
NAMES = {"end_note": "note", "ended_on": "on_day"}  # as the pages call them


@dataclass(frozen=True)
class Act:
    """One act. `read` gives the change that a form asks for, or None when it is wrong; `desk`: who may."""

    name: str
    title: str
    button: str
    done: str
    read: Callable[[Form], Change | None]
    desk: Desk = access.placement_desk
    danger: bool = False


def read_step(form: Form) -> StepGiven | None:
    """What proves it; None when something is wrong, said at the fields."""
    for name in ("level", "source"):
        needed(form, name, PlacementReason.CHOOSE_ONE)
    days: dict[str, Any] = {"on_day": needed_day(form, "on_day"), "started_on": form.day("started_on")}
    return None if form.errors else form.read(StepGiven, **days)


def read_entry(form: Form) -> tuple[EntryGiven, StepGiven] | None:
    """A new placement and what proves it; the start of the one is the start of the other."""
    started_on = needed_day(form, "started_on")
    step = read_step(form)
    told: dict[str, Any] = {"overseas": form.ticked("overseas"), "brought": form.ticked("brought")}
    if step is None or started_on is None:
        return None
    given = form.read(EntryGiven, started_on=started_on, employer_id=uuid_of(form.get("employer")), **told)
    return (given, step) if given and not form.errors else None


async def take_scan(visit: Visit, form: Form) -> Scan | None:
    """The scan that was sent, looked at and kept; None where there is none. Raises Refused. No transaction is open."""
    file = form.file("scan")
    if file is None or not file.filename:
        return None
    content = await file.read(LARGEST + 1)
    store, scanner = visit.house.documents, visit.settings.scanner
    return await asyncio.to_thread(documents.take, store, scanner, file.filename, content)


def has_scan(form: Form) -> bool:
    """Whether a file was chosen."""
    file = form.file("scan")
    return file is not None and bool(file.filename)


def needed(form: Form, name: str, reason: Code) -> None:
    """Say at a field that it must be filled."""
    if not form.get(name):
        form.wrong(name, reason.label)


def options(visit: Visit) -> dict[str, Any]:
    """What the fields offer."""
    codes = {"levels": EvidenceLevel, "milestones": Check, "reasons": EndReason}
    told: dict[str, Any] = {name: labelled(visit, kind) for name, kind in codes.items()}
    told["levels"] = [(value, f"{value} · {word}") for value, word in told["levels"]]
    by_hand = ("person", "employer", "contract", "insurance")
    return told | {"sources": labelled(visit, [EvidenceSource(one) for one in by_hand])}


def labelled(visit: Visit, codes: Any) -> list[tuple[str, str]]:
    """Codes with their words."""
    return [(one.value, visit.render.label(one)) for one in codes]


def _proof(form: Form) -> Change | None:
    given = read_step(form)

    def change(db: Writing, desk: PlacementDesk, scan: Scan | None, **who: Any) -> None:
        assert given is not None  # noqa: S101 - returned only then
        proof_actions.prove(db, desk, given, scan, **who)

    return change if given else None


def check_proof(db: Reading, desk: PlacementDesk, form: Form, now: datetime) -> None:
    """Whether a step can be written down, before its scan is kept. Raises Refused."""
    if given := read_step(form):
        proof_actions.check_step(db, desk, given, papers=has_scan(form), now=now)


def _end(form: Form) -> Change | None:
    needed(form, "reason", PlacementReason.CHOOSE_ONE)
    on_day = needed_day(form, "on_day")
    given = None if form.errors else form.read(EndGiven, on_day=on_day)

    def change(db: Writing, desk: PlacementDesk, _: Scan | None, **who: Any) -> None:
        assert given is not None  # noqa: S101 - returned only then
        proof_actions.end(db, desk, given, **who)

    return change if given else None


def _of(form: Form, act: Callable[..., Any]) -> Change | None:
    """An act on one of the rows of a placement, for a reason."""
    needed(form, "because", PlacementReason.WITHOUT_WORDS)
    own = uuid_of(form.get("of")) or UUID(int=0)

    def change(db: Writing, desk: PlacementDesk, _: Scan | None, **who: Any) -> None:
        act(db, desk, own, form.get("because"), **who)

    return None if form.errors else change


def _reversal(form: Form) -> Change | None:
    def act(db: Writing, desk: PlacementDesk, _: UUID, because: str, **who: Any) -> None:
        proof_actions.reverse(db, desk, because, **who)

    return _of(form, act)


def _join(form: Form) -> Change | None:
    needed(form, "other", PlacementReason.CHOOSE_ONE)
    other = uuid_of(form.get("other")) or UUID(int=0)

    def act(db: Writing, desk: PlacementDesk, _: UUID, because: str, **who: Any) -> None:
        join_actions.join(db, desk, access.beside(db, desk, other), because, **who)

    return _of(form, act)


def _claim(form: Form) -> Change | None:
    needed(form, "role", PlacementReason.CHOOSE_ONE)
    role = form.get("role")
    if role and role not in set(ClaimRole):
        form.wrong("role", PlacementReason.ROLE_WRONG.label)

    def act(db: Writing, desk: access.LeadPlacementDesk, _: UUID, because: str, **who: Any) -> None:
        claim_actions.claim(db, desk, ClaimRole(role), because, **who)

    return _of(form, act)


def _opinion(form: Form) -> Change | None:
    needed(form, "for_id", PlacementReason.CHOOSE_ONE)
    needed(form, "words", PlacementReason.WITHOUT_WORDS)
    credited = uuid_of(form.get("for_id"))

    def change(db: Writing, desk: access.LeadPlacementDesk, _: Scan | None, **who: Any) -> None:
        claim_actions.say(db, desk, credited, form.get("words"), **who)

    return None if form.errors else change


_LEAD: Desk = access.lead_placement_desk
_ALL = (
    Act("proof", N_("Ghi bằng chứng"), N_("Ghi bằng chứng"), N_("Đã ghi bằng chứng."), _proof),
    Act("end", N_("Ghi nghỉ việc"), N_("Ghi nghỉ việc"), N_("Đã ghi nghỉ việc."), _end),
    Act("join", N_("Nhập với ghi nhận khác"), N_("Nhập làm một"), N_("Đã nhập hai ghi nhận làm một."), _join),
    Act("claim", N_("Nhận về trung tâm"), N_("Nhận"), N_("Đã ghi trung tâm nhận."), _claim, _LEAD),
    Act("opinion", N_("Nêu ý kiến"), N_("Gửi ý kiến"), N_("Đã ghi ý kiến của trung tâm."), _opinion, _LEAD),
    Act("reversal", N_("Hủy ghi nhận"), N_("Hủy ghi nhận"), N_("Đã hủy ghi nhận."), _reversal, danger=True),
    Act(
        "withdrawal", N_("Rút bằng chứng"), N_("Rút bằng chứng"), N_("Đã rút bằng chứng."),
        lambda form: _of(form, proof_actions.withdraw_step), danger=True,
    ),
    Act(
        "unending", N_("Rút việc ghi nghỉ việc"), N_("Rút lại"), N_("Đã rút việc ghi nghỉ việc."),
        lambda form: _of(form, proof_actions.withdraw_end), danger=True,
    ),
    Act(
        "parting", N_("Tách hai ghi nhận"), N_("Tách ra"), N_("Đã tách hai ghi nhận."),
        lambda form: _of(form, join_actions.part), danger=True,
    ),
)  # fmt: skip
ACTS = {act.name: act for act in _ALL}
