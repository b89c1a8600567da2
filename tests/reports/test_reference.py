"""The report of reference comes out again: each of its 24 rows, with the digits that were printed."""

import re
from pathlib import Path

from exchange.example.filling import fill, host_desk
from exchange.example.shapes import Shape
from exchange.kernel.db import Store, open_store
from exchange.kernel.settings import read_settings
from exchange.periods.queries import period
from exchange.reports.assembling import assemble
from exchange.reports.codes import Form, Origin
from exchange.reports.model import Paragraph, Report
from exchange.reports.rendering import render
from exchange.tallies.writing import grouped
from tests.cast import open_ground
from tests.cli.run import exchange

SHAPE = Shape().part(60)
VAULT = read_settings(demo=True).vault()
COUNTED = {
    3: grouped(SHAPE.seeker_visits),
    4: grouped(SHAPE.benefit_visits),
    5: "12",
    6: f"khoảng {SHAPE.soldiers}",
    7: grouped(SHAPE.claims_decided),
}
DECLARED = {
    1: ["15.384", "66,88%"],
    2: ["292", "32,44%"],
    8: ["5.066", "25,30%"],
    9: ["10"],
    10: ["25.233", "12.771.900.000"],
    11: ["110"],
    12: ["428"],
    13: ["451.519", "363.283 triệu"],
    14: ["16.650", "4.995.000.000"],
    15: ["435", "43.500.000"],
    16: ["10.030", "hơn 3.166.000.000", "1.310"],
    17: ["10.365", "hơn 7.718.000.000", "12.225"],
    18: ["hơn 36.000", "762", "82 tỷ 055 triệu"],
    19: ["26.303", "5.127"],
    20: ["45", "784"],
    21: ["12.779", "4.958.000.000"],
    22: ["25", "2.041"],
    23: ["06", "43", "18", "25"],
    24: ["399", "399"],
}


def filled(store: Store) -> Store:
    store.write(lambda db: fill(db, SHAPE, "no password", vault=VAULT))
    return store


def the_report(store: Store, address: str = "https://vi-du.vn/tallies/2021-H1/{}") -> Report:
    def ask(db: object) -> Report:
        own, half = host_desk(db).centre_id, period(db, "2021-H1")  # type: ignore[arg-type]
        return assemble(db, own, half, address=address.format)  # type: ignore[arg-type]

    return store.read(ask)


def printed(report: Report, row: int) -> list[str]:
    """The digits of a row, and its percentage where there is one."""
    lines = [line for line in report.figures if line.row == str(row)]
    return [text for line in lines for text in (line.text, line.percent_text) if text != "–"]


def test_each_row_prints_the_digits_of_the_report_of_reference(store: Store) -> None:
    report = the_report(filled(store))

    assert {row: printed(report, row) for row in DECLARED} == DECLARED
    assert {row: printed(report, row) for row in COUNTED} == {row: [text] for row, text in COUNTED.items()}
    origins = {int(line.row): line.origin for line in report.figures if line.row}
    assert {row for row, origin in origins.items() if origin is Origin.COUNTED} == set(COUNTED)
    assert all(line.source for line in report.figures if line.origin is Origin.DECLARED)
    says_what_does_not_fit(report)
    stands_in_the_text(report)


def says_what_does_not_fit(report: Report) -> None:
    said = "\n".join(report.notes)
    assert "kế hoạch phải từ 20.016 đến 20.023; không có số tròn trăm nào" in said
    assert "kế hoạch 23.000 suy ra từ tỷ lệ" in said
    assert "kế hoạch 900 suy ra từ tỷ lệ" in said
    assert "804.600 đồng" in said


def stands_in_the_text(report: Report) -> None:
    """Every figure that is known stands in a sentence; none is missing, and no place is left open."""
    text = "\n".join(block.text for block in report.body if isinstance(block, Paragraph))
    for row in (*DECLARED, *COUNTED):
        for digits in printed(report, row):
            assert re.search(rf"(?<![\d.]){re.escape(digits)}(?![\d%])", text), (row, digits)
    assert "{{" not in text
    assert "–" not in text


def test_the_command_writes_each_kind_of_file_and_the_same_bytes_each_time(
    sqlite_database: str, tmp_path: Path
) -> None:
    store = filled(open_store(sqlite_database))
    own = store.read(lambda db: host_desk(db).centre_id)
    report = the_report(store, f"http://127.0.0.1:8000/tallies/2021-H1/{{}}?centres={own}")
    store.close()

    for form in Form:
        out = tmp_path / f"report.{form.value}"
        words = ("--centre", "84", "--period", "2021-H1", "--format", form.value, "--out", str(out))
        done = exchange("report", *words, database=sqlite_database)
        assert done.returncode == 0, done.stderr
        assert out.read_bytes() == render(report, form), form


def test_the_command_says_which_centre_or_period_is_not_there(sqlite_database: str) -> None:
    store = open_store(sqlite_database)
    store.write(open_ground)
    store.close()

    nowhere = exchange("report", "--centre", "nowhere", "--period", "2021-H1", database=sqlite_database)
    never = exchange("report", "--centre", "Bến Tre", "--period", "2021-H1", database=sqlite_database)

    assert nowhere.returncode == 2
    assert "means 0 centres" in nowhere.stderr
    assert never.returncode == 2
    assert "There is no period 2021-H1" in never.stderr
