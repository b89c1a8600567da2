"""What the papers say about the program is what the program does."""

import re

import pytest

from exchange.kernel.settings import Settings
from tests.house.files import ROOT

OPERATIONS = (ROOT / "docs" / "operations.md").read_text()


@pytest.mark.parametrize("name", Settings.model_fields)
def test_each_setting_is_explained_with_its_default(name: str) -> None:
    row = re.search(rf"^\| `EXCHANGE_{name.upper()}` \| (.+?) \|", OPERATIONS, re.M)
    default = Settings.model_fields[name].default

    assert row, f"docs/operations.md does not explain EXCHANGE_{name.upper()}"
    assert row[1].startswith("none") if default == "" else row[1] == f"`{str(default).lower()}`"


def test_no_setting_is_explained_that_does_not_exist() -> None:
    told = set(re.findall(r"EXCHANGE_([A-Z_]+)", OPERATIONS))

    assert {name.lower() for name in told} <= Settings.model_fields.keys()


def test_each_command_of_the_papers_is_in_the_makefile() -> None:
    papers = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs" / "operations.md"]
    told = {word for paper in papers for word in re.findall(r"`make ([a-z-]+)", paper.read_text())}
    known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))

    assert told
    assert told <= known


def test_decisions_are_numbered_without_gaps_and_fit_on_a_page() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))

    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    assert [path.name for path in decisions if len(path.read_text().splitlines()) > 60] == []
