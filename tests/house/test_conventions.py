"""Conventions that matter too much to be left to memory."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.files import ROOT, modules, short

CLOCK = r"datetime\.now\(|datetime\.utcnow\(|date\.today\("
READY_MARKUP = r"\bsafe\b.*\}\}|Markup\("
# What, where it may be, and why.
ONLY_HERE = [
    (r"\.commit\(", {"exchange/kernel/db.py", "web/work.py"}, "only the edge ends a transaction"),
    (CLOCK, {"exchange/kernel/clock.py"}, "the clock is read in one place"),
    (
        READY_MARKUP,
        {"web/render.py", "web/compiling.py", "web/pages/tickets.py"},
        "only texts of ours and QR codes are not escaped",
    ),
]


@pytest.mark.parametrize(("pattern", "places", "why"), ONLY_HERE)
def test_it_is_written_only_where_it_belongs(pattern: str, places: set[str], why: str) -> None:
    found = [short(path) for path in _where(pattern)]

    assert [name for name in found if name not in places] == [], why


def test_rows_are_declared_in_tables_only() -> None:
    declared = _where(r"(?m)^class .*table=True")

    assert [short(path) for path in declared if not path.name.endswith("tables.py")] == []


def test_tables_evaluate_their_annotations() -> None:
    lazy = _where(r"import annotations")

    assert [short(path) for path in lazy if path.name.endswith("tables.py")] == [], "SQLModel reads them at once"


def test_every_module_says_what_it_answers_for() -> None:
    said = set(_where(r'\A(r?"""|\s*\Z)'))

    assert [short(path) for path in modules("exchange", "web") if path not in said] == []


def test_the_import_contracts_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout


def _where(pattern: str) -> list[Path]:
    return [path for path in modules("exchange", "web") if re.search(pattern, path.read_text())]
