"""Tables of plans and of declared figures: each line judged by itself, nothing written before it is confirmed."""

import io
from typing import Any

import openpyxl
import pytest

from exchange.centres.access import lead_desk, staff_desk
from exchange.group_talks.codes import Qualifier
from exchange.kernel.errors import Refused
from exchange.kernel.ids import new_id
from exchange.plans import lists as plan_lists
from exchange.plans import queries as plans
from exchange.plans.codes import PlanReason
from exchange.rosters.sheets import read_text
from exchange.tallies import declared_lists
from exchange.tallies.codes import LineReason, TallyReason
from exchange.tallies.declared_queries import last_of
from exchange.tallies.sheets import Line, SheetRefused, lines_of, read_figures
from tests.counselling.scene import NOW
from tests.tallies.scene import PAPER, Scene

PLANS = """Mã;Đơn vị tính;Kế hoạch;Văn bản;Lý do
jobs_created;lao động;23.000;QĐ 1;
visits;Lượt Người;120.000;QĐ 2;Giao thêm
persons_placed;lượt;900;QĐ 1;
fairs_held;phiên;0;QĐ 1;
nothing;người;5;QĐ 1;
persons_referred;người;mười;QĐ 1;
jobs_created;lao động;24.000;QĐ 1;
openings_published;chỉ tiêu;500;;
overseas_departed;lao động;;QĐ 1;
"""
DECLARED = """Chỉ tiêu\tĐơn vị tính\tSố liệu\tMức chính xác\tNguồn\tVăn bản\tLý do
Giải quyết việc làm mới\tlao động\tkhoảng 15.384\t\tPhòng Việc làm\tBC 1\t
Tuyển sinh đào tạo nghề\tngười\t5.066\thơn\tPhòng Dạy nghề\tBC 1\t
Hồ sơ hưởng bảo hiểm thất nghiệp đã giải quyết\thồ sơ\t9.300\tđúng\tBHXH\tBC 2\t
Tư vấn cho người tìm việc\tngười\t9.000\t\tPhòng Việc làm\tBC 1\t
Người tìm việc được tư vấn\tngười\t-3\t\tPhòng Việc làm\tBC 1\t
"""


def table(text: str) -> list[Line]:
    return lines_of(read_text(text))


def test_lines_of_plans_are_taken_or_say_why_not(scene: Scene) -> None:
    scene.plan("visits", 100_000)
    lines = table(PLANS)
    hanh = scene.ground.viewer("Hạnh")

    looked = scene.store.read(lambda db: plan_lists.look_through(db, lead_desk(db, hanh), 2026, lines))
    assert [one.fault for one in looked] == [
        None, None, TallyReason.WRONG_UNIT, PlanReason.ZERO, TallyReason.UNKNOWN, LineReason.NO_NUMBER,
        LineReason.TWICE, PlanReason.NO_DOCUMENT, LineReason.EMPTY,
    ]  # fmt: skip
    form = new_id()
    for taken in (2, 0):
        many = scene.store.write(
            lambda db: plan_lists.take(db, lead_desk(db, hanh), 2026, lines, request_id=form, now=NOW)
        )
        assert many == taken
    standing = {one.indicator: (one.target, one.turn) for one in scene.store.read(lambda db: plans.plans(db, 2026))}
    assert standing == {"jobs_created": (23_000, 1), "visits": (120_000, 2)}


def test_lines_of_declared_figures_are_taken_or_say_why_not(scene: Scene) -> None:
    scene.declare("benefit_claims_decided", 9_200)
    lines, phuc, period = table(DECLARED), scene.ground.viewer("Phúc"), scene.period()

    def take(db: Any) -> int:
        return declared_lists.take(db, staff_desk(db, phuc), period, lines, client_key=form, now=NOW)

    looked = scene.store.read(lambda db: declared_lists.look_through(db, staff_desk(db, phuc), period, lines))
    assert [one.fault for one in looked] == [
        None, None, TallyReason.WITHOUT_WORDS, TallyReason.WRONG_UNIT, TallyReason.NEGATIVE,
    ]  # fmt: skip
    form = new_id()
    assert [scene.store.write(take), scene.store.write(take)] == [2, 0]
    last = scene.store.read(lambda db: last_of(db, scene.centre(), period.id))
    assert (last["jobs_created"].value, last["jobs_created"].qualifier) == (15_384, Qualifier.ABOUT)
    assert (last["training_enrolled"].value, last["training_enrolled"].qualifier) == (5_066, Qualifier.OVER)
    assert last["benefit_claims_decided"].document == PAPER
    bad = lines[3:]
    with pytest.raises(Refused) as no:
        scene.store.write(
            lambda db: declared_lists.take(db, staff_desk(db, phuc), period, bad, client_key=form, now=NOW)
        )
    assert no.value.reason is LineReason.FAULTS


def test_a_decimal_in_a_workbook_is_never_taken_for_thousands() -> None:
    book = openpyxl.Workbook()
    for row in (("Mã", "Số liệu", "Văn bản"), ("jobs_created", 15.384, "BC"), ("overseas_departed", 450, "BC")):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)

    lines = lines_of(read_figures(file, "so-lieu.xlsx"))

    assert [(line.value, line.get("number")) for line in lines] == [(None, "15,384"), (450, "450")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", LineReason.NOTHING), ("Mã;Kế hoạch;Văn bản", LineReason.NOTHING),
        ("Tên;Tuổi\nLan;20", LineReason.NO_COLUMNS),
        ("Mã;Kế hoạch;Văn bản\n" + "visits;1;QĐ\n" * 501, LineReason.MANY),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_taken_says_why(text: str, reason: LineReason) -> None:
    with pytest.raises(SheetRefused) as no:
        table(text)

    assert no.value.reason is reason
