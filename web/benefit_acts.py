"""What staff do with a claim: for each act its name in the address, its words, and how its form is read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from exchange.benefits import actions, decision_actions, declaration_actions, event_actions, training_actions
from exchange.benefits.access import ClaimDesk
from exchange.benefits.actions import AppraisalGiven
from exchange.benefits.codes import EventKind, Verdict
from exchange.benefits.decision_actions import CorrectionGiven, DecisionGiven
from exchange.benefits.event_actions import EventGiven
from exchange.benefits.training_actions import TrainingGiven
from exchange.kernel.db import Writing
from exchange.kernel.texts import N_
from exchange.reference.holidays import Calendar
from web.dates import dong, needed_day
from web.declaring import read_declaration
from web.forms import MISSING, Form

Change = Callable[..., Any]  # (db, desk, calendar, *, request_id, now)
_CHOOSE = N_("Anh/chị chọn một mục.")


@dataclass(frozen=True)
class Act:
    """One act. `read` gives the change that a form asks for, or None when it is wrong. `form`: its template."""

    name: str
    title: str
    button: str
    done: str
    form: str
    read: Callable[[Form], Change | None]


def _needed(form: Form, *names: str, sentence: str = MISSING) -> None:
    for name in names:
        if not form.get(name):
            form.wrong(name, sentence)


def _appraisal(form: Form) -> Change | None:
    _needed(form, "found", sentence=_CHOOSE)
    on_day = needed_day(form, "on_day")
    given = None if form.errors else form.read(AppraisalGiven, on_day=on_day)

    def change(db: Writing, desk: ClaimDesk, _: Calendar, *, request_id: UUID | None, now: datetime) -> None:
        assert given is not None  # noqa: S101 - returned only then
        actions.appraise(db, desk, given, request_id=request_id, now=now)

    return change if given else None


def _decided(form: Form) -> dict[str, Any]:
    _needed(form, "verdict", sentence=_CHOOSE)
    _needed(form, "number")
    said: dict[str, Any] = {"on_day": needed_day(form, "on_day"), "from_on": None, "monthly": None}
    if form.get("verdict") == Verdict.GRANTED:
        _needed(form, "months")
        said |= {"from_on": needed_day(form, "from_on"), "monthly": dong(form, "monthly")}
    return said


def _decision(form: Form) -> Change | None:
    said = _decided(form)
    given = None if form.errors else form.read(DecisionGiven, **said)

    def change(db: Writing, desk: ClaimDesk, _: Calendar, *, request_id: UUID | None, now: datetime) -> None:
        assert given is not None  # noqa: S101 - returned only then
        decision_actions.decide(db, desk, given, request_id=request_id, now=now)

    return change if given else None


def _correction(form: Form) -> Change | None:
    said = _decided(form)
    _needed(form, "because")
    given = None if form.errors else form.read(CorrectionGiven, **said)

    def change(db: Writing, desk: ClaimDesk, _: Calendar, *, request_id: UUID | None, now: datetime) -> None:
        assert given is not None  # noqa: S101 - returned only then
        decision_actions.correct_decision(db, desk, given, request_id=request_id, now=now)

    return change if given else None


def _event(kind: EventKind, *fields: str) -> Callable[[Form], Change | None]:
    def read(form: Form) -> Change | None:
        on_day = needed_day(form, "on_day")
        _needed(form, *fields, sentence=_CHOOSE)
        given = None if form.errors else form.read(EventGiven, what=kind, on_day=on_day)

        def change(db: Writing, desk: ClaimDesk, days: Calendar, *, request_id: UUID | None, now: datetime) -> None:
            assert given is not None  # noqa: S101 - returned only then
            event_actions.happen(db, desk, given, days, request_id=request_id, now=now)

        return change if given else None

    return read


def _withdrawal(form: Form) -> Change | None:
    because = form.get("because")[:300]
    _needed(form, "because")

    def change(db: Writing, desk: ClaimDesk, _: Calendar, *, request_id: UUID | None, now: datetime) -> None:
        event_actions.take_back(db, desk, because, request_id=request_id, now=now)

    return change


def _training(form: Form) -> Change | None:
    _needed(form, "number", "trade", "months")
    said: dict[str, Any] = {"on_day": needed_day(form, "on_day"), "monthly": None}
    if form.get("monthly"):
        said["monthly"] = dong(form, "monthly")
    given = None if form.errors else form.read(TrainingGiven, **said)

    def change(db: Writing, desk: ClaimDesk, _: Calendar, *, request_id: UUID | None, now: datetime) -> None:
        assert given is not None  # noqa: S101 - returned only then
        training_actions.support_training(db, desk, given, request_id=request_id, now=now)

    return change if given else None


def _untraining(form: Form) -> Change | None:
    because = form.get("because")[:300]
    _needed(form, "because")

    def change(db: Writing, desk: ClaimDesk, _: Calendar, *, request_id: UUID | None, now: datetime) -> None:
        training_actions.take_back_training(db, desk, because, request_id=request_id, now=now)

    return change


def _declaration(form: Form) -> Change | None:
    given = read_declaration(form, by_staff=True)

    def change(db: Writing, desk: ClaimDesk, days: Calendar, *, request_id: UUID | None, now: datetime) -> None:
        assert given is not None  # noqa: S101 - returned only then
        declaration_actions.declare(db, desk, given, days, request_id=request_id, now=now)

    return change if given else None


def _redeclaration(form: Form) -> Change | None:
    given = read_declaration(form, by_staff=True)

    def change(db: Writing, desk: ClaimDesk, _: Calendar, *, request_id: UUID | None, now: datetime) -> None:
        assert given is not None  # noqa: S101 - returned only then
        declaration_actions.correct_declaration(db, desk, given, request_id=request_id, now=now)

    return change if given else None


_E = EventKind
_ALL = (
    Act("appraisal", N_("Thẩm định"), N_("Ghi kết quả"), N_("Đã ghi kết quả thẩm định."), "appraisal", _appraisal),
    Act("decision", N_("Ra quyết định"), N_("Ghi quyết định"), N_("Đã ghi quyết định."), "decision", _decision),
    Act("correction", N_("Đính chính, hủy"), N_("Ghi đính chính"), N_("Đã ghi đính chính."), "decision", _correction),
    Act(
        "declaration",
        N_("Thông báo tìm việc"),
        N_("Ghi thông báo"),
        N_("Đã ghi thông báo."),
        "declaration",
        _declaration,
    ),
    Act("redeclaration", N_("Sửa thông báo"), N_("Ghi bản sửa"), N_("Đã ghi bản sửa."), "declaration", _redeclaration),
    Act("suspension", N_("Tạm dừng hưởng"), N_("Tạm dừng"), N_("Đã ghi tạm dừng."), "event", _event(_E.SUSPENDED)),
    Act("resumption", N_("Tiếp tục hưởng"), N_("Tiếp tục"), N_("Đã ghi tiếp tục."), "event", _event(_E.RESUMED)),
    Act("end", N_("Chấm dứt hưởng"), N_("Chấm dứt"), N_("Đã ghi chấm dứt."), "event", _event(_E.ENDED, "ground")),
    Act("move", N_("Chuyển đi"), N_("Chuyển đi"), N_("Đã ghi chuyển đi."), "event", _event(_E.MOVED_OUT, "province")),
    Act("training", N_("Hỗ trợ học nghề"), N_("Ghi quyết định"), N_("Đã ghi quyết định."), "training", _training),
    Act("untraining", N_("Rút hỗ trợ học nghề"), N_("Rút lại"), N_("Đã rút lại."), "untraining", _untraining),
    Act("withdrawal", N_("Rút lại việc ghi"), N_("Rút lại"), N_("Đã rút lại."), "withdrawal", _withdrawal),
)
ACTS = {act.name: act for act in _ALL}
