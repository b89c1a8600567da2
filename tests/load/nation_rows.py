"""The rows of a country, each kind as a SELECT from row numbers: what they say, and of whom."""

from collections.abc import Iterator
from datetime import date

from sqlmodel import SQLModel

from exchange.accounts.tables import Account
from exchange.benefits.standing_tables import ClaimStanding
from exchange.benefits.tables import BenefitClaim, ClaimDecision, ClaimWithdrawal
from exchange.centres.tables import Centre
from exchange.counselling.tables import Consultation, ConsultationTopic, ConsultationWithdrawal
from exchange.employers.tables import Employer
from exchange.group_talks.tables import Attendance, AttendanceRemoval, GroupTalk, GroupTalkTopic
from exchange.placements.tables import Placement, PlacementEvidence, PlacementReversal, PlacementStanding
from exchange.referrals.tables import Referral
from exchange.seekers.file_tables import SeekerMerge, SeekerPerson
from exchange.seekers.tables import Seeker
from exchange.vacancies.tables import Vacancy

WHOLE = 10_000_000  # consultations in five years
BEGINS = date(2021, 12, 15)
DAYS = 1826
CENTRES = 34
_KINDS = "ARRAY['job_seeker','job_seeker','job_seeker','benefit','benefit','soldier','student','overseas']"
_TOPICS = "ARRAY['domestic','insurance','training','law','overseas','other']"
_NOON = "(day + time '05:00') AT TIME ZONE 'UTC'"


def _rows(before: int, now: int, whole: int, more: str = "") -> str:
    """The rows of a growth, each with its number, its day, and `more`. OFFSET 0: worked out once, not per use."""
    told = f"n, made.day(n, {whole}) AS day{more}"
    return f"(SELECT {told} FROM generate_series({before + 1}, {now}) n OFFSET 0) AS rows"  # noqa: S608


_Rows = Iterator[tuple[type[SQLModel], str, dict[str, str]]]


def ground() -> _Rows:
    """What does not grow."""
    then, nobody = f"timestamptz '{BEGINS}'", "made.id(2, 1)"
    yield Account, "generate_series(1, 1) n", {
        "id": nobody, "name": "'Người Thử'", "email": "'thu@vi-du.vn'", "created_at": then,
    }  # fmt: skip
    yield Centre, f"generate_series(1, {CENTRES}) n", {
        "id": "made.id(1, n)", "name": "'Trung tâm ' || n", "short_name": "'TT ' || n", "province_code": "'01'",
        "province_name": "'Tỉnh ' || n", "hotline": "''", "created_at": then,
    }  # fmt: skip
    yield Employer, "generate_series(1, 20000) n", {
        "id": "made.id(3, n)", "name": "'Công ty ' || n", "name_fold": "'cong ty ' || n", "created_at": then,
        "firm_key": "'cong ty ' || n", "centre_id": "made.id(1, made.centre(n))",
    }  # fmt: skip
    yield Vacancy, _rows(0, 100_000, 100_000), {
        "id": "made.id(4, n)", "employer_id": "made.id(3, 1 + n % 20000)", "title": "'Công nhân ' || n",
        "centre_id": "made.id(1, made.centre(1 + n % 20000))", "openings": "1 + n % 30", "created_at": _NOON,
        "published_at": _NOON, "expires_on": "day + 60", "overseas": "n % 40 = 0", "benefits": "'[]'",
        "priorities": "'[]'",
    }  # fmt: skip


def growth(before: int, now: int) -> _Rows:
    """What comes while the consultations grow from `before` to `now`."""
    yield from _people(before * 3 // 10, now * 3 // 10)
    yield from _consultations(before, now)
    yield from _talks(before // 1600, now // 1600)
    yield from _placements(before // 5, now // 5)
    yield from _claims(before // 25, now // 25)


def _people(before: int, now: int) -> _Rows:
    people = _rows(before, now, WHOLE * 3 // 10)
    yield Seeker, people, {
        "id": "made.id(5, n)", "full_name": "'Người ' || n", "name_fold": "'nguoi ' || n",
        "birth_year": "1962 + n % 45",
        "sex": "made.one_of(ARRAY['female','male'], n, 5, 1)", "province_code": "'01'", "channel": "'counter'",
        "commune": "'Xã ' || n % 120", "centre_id": "made.id(1, made.centre(n))", "work_wanted": "'May'",
        "created_at": _NOON,
    }  # fmt: skip
    merges = f"{people} WHERE n % 100 = 7"
    yield SeekerMerge, merges, {
        "id": "made.id(6, n)", "gone_id": "made.id(5, n)", "kept_id": "made.id(5, n - 3)", "because": "'Một người'",
        "by_account": "made.id(2, 1)", "at": _NOON,
    }  # fmt: skip
    yield SeekerPerson, merges, {"seeker_id": "made.id(5, n)", "person_id": "made.id(5, n - 3)"}


def _consultations(before: int, now: int) -> _Rows:
    """The `m`-th visit; each twentieth consultation is a second one of the visit before."""
    numbers = f"SELECT n, n - (n % 20 = 0)::int AS m FROM generate_series({before + 1}, {now}) n OFFSET 0"  # noqa: S608
    more = f"made.day(m, {WHOLE}) AS day, made.seeker(m, greatest(1000, m * 3 / 10)) AS who"
    told = f"(SELECT n, m, {more} FROM ({numbers}) AS numbered OFFSET 0) AS rows"  # noqa: S608
    said = {
        "id": "made.id(7, n)", "first_id": "made.id(7, n)", "seeker_id": "made.id(5, who)",
        "centre_id": "made.id(1, CASE WHEN made.chance(m, 6) < 0.97 THEN made.centre(who) ELSE made.centre(m) END)",
        "counsellor_id": "made.id(2, 1)", "on_day": "day", "client_kind": f"made.one_of({_KINDS}, n, 7, 1.2)",
        "way": "made.one_of(ARRAY['counter','phone','online','mobile'], n, 8, 2)", "province_code": "'01'",
        "commune": "'Xã ' || who % 120", "minutes": "15", "result": "'nothing'", "made_by": "made.id(2, 1)",
        "client_key": "made.id(7, n)", "at": _NOON,
    }  # fmt: skip
    yield Consultation, told, said
    again = f"{told} WHERE made.chance(n, 9) < 0.02"
    changed = {
        "id": "made.id(8, n)", "corrects_id": "made.id(7, n)", "because": "'Ghi nhầm'",
        "client_key": "made.id(8, n)", "on_day": f"greatest(date '{BEGINS}', day - (n % 3 = 0)::int)",
        "client_kind": f"made.one_of({_KINDS}, n + 1, 7, 1.2)", "at": f"{_NOON} + interval '2 days'",
    }  # fmt: skip
    yield Consultation, again, said | changed
    yield ConsultationWithdrawal, f"{told} WHERE made.chance(n, 10) < 0.005", {
        "consultation_id": "made.id(7, n)", "because": "'Ghi hai lần'", "by_account": "made.id(2, 1)",
        "at": f"{_NOON} + interval '3 days'",
    }  # fmt: skip
    for kind, of in ((7, told), (8, again)):
        first = f"made.one_of({_TOPICS}, n, 11, 2)"
        yield ConsultationTopic, of, {"consultation_id": f"made.id({kind}, n)", "topic": first}
        second = f"(SELECT n, ({_TOPICS})[(1 + n % 6)::int] AS topic FROM {of}) AS more"  # noqa: S608
        yield (
            ConsultationTopic,
            f"{second} WHERE n % 3 = 0 AND topic <> {first}",
            {"consultation_id": f"made.id({kind}, n)", "topic": "topic"},
        )


def _talks(before: int, now: int) -> _Rows:
    talks = _rows(before, now, WHOLE // 1600)
    yield GroupTalk, talks, {
        "id": "made.id(9, n)", "first_id": "made.id(9, n)", "centre_id": "made.id(1, made.centre(n))",
        "holder_id": "made.id(2, 1)", "on_day": "day", "title": "'Buổi tư vấn'", "way": "'mobile'", "minutes": "90",
        "client_kind": "made.one_of(ARRAY['soldier','student','job_seeker'], n, 12, 2)", "province_code": "'01'",
        "made_by": "made.id(2, 1)", "client_key": "made.id(9, n)", "at": _NOON,
    }  # fmt: skip
    yield GroupTalkTopic, talks, {"talk_id": "made.id(9, n)", "topic": f"made.one_of({_TOPICS}, n, 11, 2)"}
    lists = f"{talks}, generate_series(1, 40) seat"
    who = "made.seeker(n * 40 + seat, greatest(1000, n * 480))"
    yield Attendance, lists, {
        "id": "made.id(10, n * 40 + seat)", "talk_id": "made.id(9, n)", "seeker_id": f"made.id(5, {who})",
        "turn": "seat", "how": "'list'", "by_account": "made.id(2, 1)", "at": _NOON,
    }  # fmt: skip
    yield AttendanceRemoval, f"{lists} WHERE (n + seat) % 100 = 0", {
        "attendance_id": "made.id(10, n * 40 + seat)", "because": "'Ghi nhầm'", "by_account": "made.id(2, 1)",
        "at": f"{_NOON} + interval '1 day'",
    }  # fmt: skip


def _placements(before: int, now: int) -> _Rows:
    placed = _rows(before, now, WHOLE // 5, ", made.seeker(n, greatest(1000, n * 3 / 2)) AS who")
    own = {
        "seeker_id": "made.id(5, who)", "employer_id": "made.id(3, 1 + n % 20000)", "origin": "'direct'",
        "vacancy_id": "made.id(4, 1 + n % 20000)", "residence": "'01'", "workplace": "'01'",
        "referring_id": "made.id(1, made.centre(who))",
    }  # fmt: skip
    yield Placement, placed, own | {
        "id": "made.id(11, n)", "agreed_on": "day", "made_at": _NOON, "made_by": "made.id(2, 1)",
    }  # fmt: skip
    for level, after, share in ((1, 0, 1), (2, 7, 0.7), (3, 35, 0.4)):
        check = {"milestone": "'month_1'"} if level == 3 else {"number": "'HĐ ' || n"} if level == 2 else {}
        yield PlacementEvidence, f"{placed} WHERE made.chance(n, 13) < {share}", check | {
            "id": f"made.id({20 + level}, n)", "placement_id": "made.id(11, n)", "level": f"'{level}'",
            "source": "'employer'", "on_day": f"day + {after}", "by_account": "made.id(2, 1)",
            "at": f"{_NOON} + interval '{after} days'",
        }  # fmt: skip
    reached = "CASE WHEN made.chance(n, 13) < 0.4 THEN 3 WHEN made.chance(n, 13) < 0.7 THEN 2 ELSE 1 END"
    yield PlacementStanding, f"{placed} WHERE n % 100 <> 0", own | {
        "placement_id": "made.id(11, n)", "centre_id": own["referring_id"], "on_day": "day", "level": reached,
        "overseas": "false",
    }  # fmt: skip
    yield PlacementReversal, f"{placed} WHERE n % 100 = 0", {
        "placement_id": "made.id(11, n)", "because": "'Ghi nhầm'", "by_account": "made.id(2, 1)",
        "at": f"{_NOON} + interval '9 days'",
    }  # fmt: skip
    slips = f"{placed} WHERE n % 4 = 0"
    yield Referral, slips, {
        "id": "made.id(12, n)", "centre_id": "made.id(1, made.centre(who))", "year": "1", "number": "n",
        "province_code": "'01'", "seeker_id": "made.id(5, who)", "employer": "'Công ty'", "position": "'Công nhân'",
        "issued_on": "day", "valid_until": "day + 30", "issued_by": "made.id(2, 1)", "client_key": "made.id(12, n)",
        "at": _NOON,
    }  # fmt: skip


def _claims(before: int, now: int) -> _Rows:
    filed = _rows(before, now, WHOLE // 25, ", made.seeker(n * 31, greatest(1000, n * 15 / 2)) AS who")
    yield BenefitClaim, filed, {
        "id": "made.id(13, n)", "seeker_id": "made.id(5, who)", "centre_id": "made.id(1, made.centre(who))",
        "year": "1", "number": "n", "received_on": "day", "contract_ended_on": "day - 10", "origin": "'here'",
        "by_account": "made.id(2, 1)", "at": _NOON,
    }  # fmt: skip
    yield ClaimWithdrawal, f"{filed} WHERE n % 300 = 0", {
        "claim_id": "made.id(13, n)", "because": "'Nhập nhầm'", "by_account": "made.id(2, 1)", "at": _NOON,
    }  # fmt: skip
    granted = {
        "id": "made.id(14, n)", "claim_id": "made.id(13, n)", "turn": "1", "verdict": "'granted'", "number": "n::text",
        "on_day": "day + 15", "months": "6", "monthly": "3000000", "from_on": "day + 16", "to_on": "day + 198",
        "by_account": "made.id(2, 1)", "at": f"{_NOON} + interval '15 days'",
    }  # fmt: skip
    yield ClaimDecision, f"{filed} WHERE n % 50 <> 0", granted
    corrected = {"id": "made.id(15, n)", "turn": "2", "corrects_id": "made.id(14, n)", "because": "'Sai số'"}
    yield ClaimDecision, f"{filed} WHERE n % 50 = 1", granted | corrected
    decided = "CASE WHEN n % 50 <> 0 THEN {} END"
    yield ClaimStanding, f"{filed} WHERE n % 300 <> 0", {
        "claim_id": "made.id(13, n)", "seeker_id": "made.id(5, who)", "centre_id": "made.id(1, made.centre(who))",
        "origin": "'here'", "received_on": "day", "decided_on": decided.format("day + 15"),
        "verdict": decided.format("'granted'"), "from_on": decided.format("day + 16"),
        "to_on": decided.format("day + 198"),
    }  # fmt: skip
