"""Files of decisions: found by the number of the claim, taken once, told row by row."""

from datetime import date
from typing import Any

import pytest

from exchange.benefits import rules
from exchange.benefits.codes import BenefitReason, ClaimState, RowTaken
from exchange.benefits.decision_rows import FileUnreadable, read
from exchange.benefits.imports import Plan, Report, import_decisions
from exchange.benefits.report_queries import issued
from exchange.benefits.sheets import COLUMNS, decisions_csv
from exchange.benefits.tables import ClaimDecision
from exchange.centres.access import staff_desk
from exchange.journal.kinds import Kind
from tests.benefits.days import CALENDAR
from tests.benefits.scene import Scene
from tests.spreadsheets.made import windows_1258

HEAD = ",".join(title for name, title in COLUMNS.items() if name != "received_on")
ROW = "1/2026,Hưởng trợ cấp thất nghiệp,12/QĐ,12/03/2026,3,3.500.000,17/03/2026,,"
T, D, U, R = RowTaken.TAKEN, RowTaken.DOUBTED, RowTaken.UNCHANGED, RowTaken.REFUSED


def take(scene: Scene, *rows: str, data: bytes | None = None) -> Report:
    sent = data if data is not None else "\n".join([HEAD, *rows]).encode()
    plan = Plan(scene.ground.centres["Trà Vinh"], CALENDAR, scene.now)
    return import_decisions(scene.store.write, read(sent), plan)


def told(report: Report) -> list[Any]:
    return [(line.line, line.taken, line.reason) for line in report.lines]


def test_a_decision_finds_its_claim_and_again_changes_nothing(scene: Scene) -> None:
    claim = scene.receive()
    scene.appraise(claim)

    assert told(take(scene, ROW)) == [(2, T, None)]
    assert told(take(scene, ROW)) == [(2, U, None)]

    assert rules.state_on(scene.claim(claim).course, scene.today) is ClaimState.RUNNING
    assert scene.rows(ClaimDecision) == 1
    assert scene.entries(Kind.BENEFIT_DECIDED) == [(None, None)]


def test_what_was_not_looked_through_or_comes_late_is_taken_and_doubted(scene: Scene) -> None:
    scene.receive()
    other = scene.receive("Sơn")
    scene.appraise(other)
    late = ROW.replace("1/2026,", "2/2026,").replace("12/03/2026", "31/03/2026")

    assert told(take(scene, ROW, late)) == [
        (2, D, BenefitReason.WITHOUT_APPRAISAL),
        (3, D, BenefitReason.DECIDED_LATE),
    ]


def test_another_decision_is_not_written_over_the_one_that_stands(scene: Scene) -> None:
    scene.granted()

    assert told(take(scene, ROW)) == [(2, R, BenefitReason.ROW_DIFFERS)]
    assert scene.rows(ClaimDecision) == 1


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("1/2026,", "9/2026,"), BenefitReason.NUMBER_UNKNOWN),
        (("1/2026,", "mot,"), BenefitReason.NUMBER_SHAPE),
        (("Hưởng trợ cấp thất nghiệp", "có lẽ"), BenefitReason.VERDICT_NEEDED),
        (("12/QĐ", ""), BenefitReason.NUMBER_NEEDED),
        (("12/03/2026", "31/02/2026"), BenefitReason.ROW_DATE),
        (("12/03/2026", ""), BenefitReason.ROW_DATE),
        (("12/03/2026", "05/05/2026"), BenefitReason.IN_FUTURE),
        (("12/03/2026", "01/03/2026"), BenefitReason.BEFORE_RECEIPT),
        ((",3,", ",13,"), BenefitReason.MONTHS),
        ((",3,", ",ba,"), BenefitReason.MONTHS),
        (("3.500.000", "0"), BenefitReason.AMOUNT),
        (("3.500.000", "nhiều"), BenefitReason.AMOUNT),
        (("17/03/2026,", "17/03/2026,17/05/2026"), BenefitReason.TO_WRONG),
        (("Hưởng trợ cấp thất nghiệp", "Không hưởng"), BenefitReason.REFUSAL_NEEDED),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_reason(
    scene: Scene, change: tuple[str, str], reason: BenefitReason
) -> None:
    scene.receive()

    assert told(take(scene, ROW.replace(*change))) == [(2, R, reason)]
    assert scene.rows(ClaimDecision) == 0


def test_one_claim_twice_in_a_file_is_taken_once(scene: Scene) -> None:
    scene.appraise(scene.receive())

    assert told(take(scene, ROW, "", ROW.replace("3.500.000", "9"))) == [(2, T, None), (4, R, BenefitReason.ROW_TWICE)]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("separator", [",", ";"])
def test_files_come_with_and_without_a_mark_and_with_two_separators(scene: Scene, mark: str, separator: str) -> None:
    scene.appraise(scene.receive())
    text = mark + "\r\n".join([HEAD, ROW]).replace(",", separator)

    assert told(take(scene, data=text.encode())) == [(2, T, None)]


@pytest.mark.parametrize("data", [windows_1258(f"{HEAD}\n{ROW}"), f"{HEAD}\n{ROW}".encode("utf-16")])
def test_files_of_an_older_windows_are_read(scene: Scene, data: bytes) -> None:
    scene.appraise(scene.receive())

    assert told(take(scene, data=data)) == [(2, T, None)]


@pytest.mark.parametrize(
    "data", [b"", b"a,b\n1,2", b"\xff\x00\xfe;", HEAD.replace("Kết quả", "x").encode(), b"x" * 20_000_001]
)
def test_a_file_that_is_none_is_refused_as_a_whole(scene: Scene, data: bytes) -> None:
    with pytest.raises(FileUnreadable):
        take(scene, data=data)


@pytest.mark.parametrize("separator", [",", ";"])
def test_what_is_exported_is_known_again(scene: Scene, separator: Any) -> None:
    scene.granted(number="=12+3")
    other = scene.receive("Sơn")
    scene.appraise(other)
    take(scene, "2/2026,không hưởng,5/QĐ,12/03/2026,,,,,Nộp hồ sơ quá hạn")
    year = date(2026, 1, 1), date(2026, 12, 31)

    rows = scene.store.read(lambda db: issued(db, staff_desk(db, scene.ground.viewer("Phúc")), *year))
    text = decisions_csv(rows, separator=separator)

    assert [line.taken for line in take(scene, data=text.encode()).lines] == [U, U]
