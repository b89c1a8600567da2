import csv
import io

import msgspec
import pytest

from exchange.fair_tallies.csv import tally_csv
from exchange.fair_tallies.views import Column
from tests.fair_tallies.test_rules import tally

TALLY = tally({"all": ((12, 8), 20), "all-women": ((7, 8), 15)})


def rows(text: str, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=separator))


@pytest.mark.parametrize("separator", [",", ";"])
def test_each_figure_is_a_row_with_its_unit_sites_total_and_definition(separator: str) -> None:
    text = tally_csv(TALLY, separator=separator)  # type: ignore[arg-type]

    assert text.startswith("\ufeff")
    head, first, second = rows(text, separator)
    assert head == ["Mã", "Chỉ tiêu", "Đơn vị tính", "Ở đây", "Ở kia", "Tổng", "Cách tính"]
    assert first == ["all", "all", "người", "12", "8", "20", ""]
    assert second[:2] == ["all-women", "all-women"]


def test_what_is_hidden_is_not_nought() -> None:
    hidden = msgspec.structs.replace(TALLY.rows[0], cells=(None, 0), total=None)

    assert rows(tally_csv(msgspec.structs.replace(TALLY, rows=(hidden,))))[1][3:6] == ["–", "0", "–"]


@pytest.mark.parametrize("name", ["=1+1", "+84", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_no_text_becomes_a_formula(name: str) -> None:
    sites = (Column(None, name), Column(None, 'Tên "có" , ; dấu'))

    head = rows(tally_csv(msgspec.structs.replace(TALLY, sites=sites)))[0]

    assert head[3:5] == ["'" + name, 'Tên "có" , ; dấu']
