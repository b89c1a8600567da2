"""Reading what another system says: a page of its feed, and each record by itself, so that one bad one is one."""

import re
from datetime import date
from typing import Annotated, Any, NamedTuple
from uuid import UUID

import msgspec

from exchange.feeds.codes import Because, FeedKind, RecordFault
from exchange.kernel.text import squeeze
from exchange.reference import provinces
from exchange.vacancies.codes import Currency, WageKind, WagePer

Number = Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)]
Count = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
Amount = Annotated[int, msgspec.Meta(ge=0, le=10**12)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Place = Annotated[str, msgspec.Meta(pattern=r"^\d\d$")]
_PLACE, _MISSING = re.compile(r"`\$\.([\w.\[\]]+)"), re.compile(r"missing required field `(\w+)`")


class ChangesPage(msgspec.Struct, frozen=True):
    """A page of changes, its records still unread."""

    since: Number
    through: Number
    last: Number
    changes: list[msgspec.Raw]


class SnapshotPage(msgspec.Struct, frozen=True):
    """A part of a snapshot, its records still unread."""

    as_of: Number
    after: Number
    next_after: Number | None
    items: list[msgspec.Raw]


class _Head(msgspec.Struct, frozen=True):
    seq: Number
    kind: str
    id: str
    change: str
    because: str | None = None
    body: msgspec.Raw = msgspec.Raw(b"null")


class _Employer(msgspec.Struct, frozen=True):
    name: Name
    tax_code: Annotated[str, msgspec.Meta(max_length=14)] | None = None


class _Wage(msgspec.Struct, frozen=True):
    kind: WageKind
    low: Amount | None = None
    high: Amount | None = None
    per: WagePer = WagePer.MONTH
    currency: Currency = Currency.VND


class ForeignVacancy(msgspec.Struct, frozen=True):
    """A vacancy as another system publishes it; what we do not know of is left out."""

    employer: _Employer
    title: Name
    openings: Count
    remaining: Count
    wage: _Wage
    provinces: Annotated[list[Place], msgspec.Meta(max_length=63)]
    expires_on: date
    occupation_code: Annotated[str, msgspec.Meta(max_length=4)] | None = None
    overseas: bool = False
    qualification: Annotated[str, msgspec.Meta(max_length=32)] | None = None
    page: Annotated[str, msgspec.Meta(max_length=500)] = ""


class ForeignResult(msgspec.Struct, frozen=True):
    """A result as another system publishes it."""

    channel: Annotated[str, msgspec.Meta(max_length=32)]
    told_on: date
    hired: Count
    vacancy: UUID | None = None
    employer: _Employer | None = None
    starts_from: date | None = None
    starts_until: date | None = None
    evidence: Annotated[dict[str, Count], msgspec.Meta(max_length=10)] = msgspec.field(default_factory=dict)
    provinces: Annotated[list[Place], msgspec.Meta(max_length=63)] = msgspec.field(default_factory=list)


class Record(NamedTuple):
    """One change as it was understood; `body` is None where the thing is gone."""

    seq: int
    kind: FeedKind
    foreign_id: UUID
    body: dict[str, Any] | None
    because: str


class Bad(NamedTuple):
    """A record that cannot be taken: why, at which field, and what stands there."""

    seq: int
    foreign_id: str
    fault: RecordFault
    field: str
    title: str
    told: str


def number_of(raw: msgspec.Raw) -> int | None:
    """The number of a record, where it has a readable one."""
    try:
        return msgspec.json.decode(raw, type=_Numbered).seq
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


class _Numbered(msgspec.Struct, frozen=True):
    seq: Number


def read_record(raw: msgspec.Raw, *, at: int, today: date) -> Record | Bad:
    """A record, or why it cannot be taken. `at`: the number it is kept under where it says none itself."""
    told = squeeze(bytes(raw)[:8000].decode(errors="replace").replace("\x00", ""))[:2000]
    try:
        head = msgspec.json.decode(raw, type=_Head)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        return Bad(number_of(raw) or at, "", RecordFault.UNREADABLE, _field(fault), "", told)
    own = squeeze(head.id.replace("\x00", ""))[:64]

    def bad(fault: RecordFault, field: str = "") -> Bad:
        return Bad(head.seq, own, fault, field[:120], _title(head.body), told)

    if head.kind not in set(FeedKind):
        return bad(RecordFault.KIND_UNKNOWN, "kind")
    try:
        foreign_id = UUID(head.id)
    except ValueError:
        return bad(RecordFault.ID_WRONG, "id")
    if head.change == "removed":
        return Record(head.seq, FeedKind(head.kind), foreign_id, None, _because(head.because))
    if head.change != "put":
        return bad(RecordFault.BODY_WRONG, "change")
    return _with_body(head, foreign_id, bad, today)


def _with_body(head: _Head, foreign_id: UUID, bad: Any, today: date) -> Record | Bad:
    kind = FeedKind(head.kind)
    try:
        body: Any = msgspec.json.decode(head.body, type=ForeignVacancy if kind is FeedKind.VACANCY else ForeignResult)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        wrong: Bad = bad(RecordFault.BODY_WRONG, _field(fault))
        return wrong
    if unknown := [code for code in body.provinces if provinces.get(code, today) is None]:
        wrong = bad(RecordFault.PROVINCE_UNKNOWN, unknown[0])
        return wrong
    if isinstance(body, ForeignVacancy) and (body.wage.low or 0) > (body.wage.high or 10**13):
        wrong = bad(RecordFault.WAGE_ORDER, "wage")
        return wrong
    return Record(head.seq, kind, foreign_id, _plain(msgspec.to_builtins(body)), "")


def _plain(value: Any) -> Any:
    """The same without the one letter that no database keeps."""
    match value:
        case str():
            return value.replace("\x00", "")
        case dict():
            return {_plain(name): _plain(one) for name, one in value.items()}
        case list():
            return [_plain(one) for one in value]
    return value


def _because(said: str | None) -> str:
    return said if said in set(Because) else ""


def _field(fault: Exception) -> str:
    """Where in the record, as the reader of JSON says it: "wage.low"; at the top the name of what is missing."""
    found = _PLACE.search(str(fault)) or _MISSING.search(str(fault))
    return found[1][:120] if found else ""


def _title(body: msgspec.Raw) -> str:
    try:
        found = msgspec.json.decode(body, type=_Titled).title
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ""
    return squeeze(found.replace("\x00", ""))[:200]


class _Titled(msgspec.Struct, frozen=True):
    title: str = ""
