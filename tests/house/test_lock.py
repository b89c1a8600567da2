"""What is installed is fixed by hash, explained by a line, and says nothing of where it was fetched."""

import re
from pathlib import Path

import pytest

from tests.house.files import ROOT, modules, project

LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]
IMPORTED_AS = {
    "argon2-cffi": "argon2",
    "phonenumberslite": "phonenumbers",
    "pydantic-settings": "pydantic_settings",
    "python-docx": "docx",
    "python-stdnum": "stdnum",
}
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==\S+(?: ; [^\\]+)? \\$", re.M)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_pin_has_a_hash(lock: Path) -> None:
    blocks = re.split(r"\n(?=[A-Za-z0-9])", lock.read_text().strip())

    assert [block.split()[0] for block in blocks if not PIN.match(block) or "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_names_no_index_and_no_machine(lock: Path) -> None:
    assert re.findall(r"\S*(?:://|index-url|find-links|trusted-host|@ file)\S*|(?<=\s)/\S+", lock.read_text()) == []


def test_both_locks_agree() -> None:
    first, second = (dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", lock.read_text(), re.M)) for lock in LOCKS)
    shared = first.keys() & second.keys()

    assert shared
    assert {name: first[name] for name in shared} == {name: second[name] for name in shared}


def test_what_the_project_asks_for_is_locked() -> None:
    groups = project()["dependency-groups"]

    assert _names(project()["project"]["dependencies"]) <= _pinned(LOCKS[0])
    assert _names(groups["dev"] + groups["bench"]) <= _pinned(LOCKS[0]) | _pinned(LOCKS[1])


def test_every_dependency_says_why_it_is_here() -> None:
    wanted = re.findall(r'^  "[a-z0-9-]+(?:\[[a-z]+\])?[><=].*$', (ROOT / "pyproject.toml").read_text(), re.M)

    assert [line for line in wanted if "  #" not in line and ", #" not in line] == []


def test_no_dependency_is_unused() -> None:
    source = "\n".join(path.read_text() for path in modules("exchange", "web", "migrations"))
    wanted = _names(project()["project"]["dependencies"])

    assert [name for name in wanted if not re.search(rf"\b{IMPORTED_AS.get(name, name)}\b", source)] == []


def _pinned(lock: Path) -> set[str]:
    return {name.lower() for name in PIN.findall(lock.read_text())}


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=]", requirement)[0].lower() for requirement in requirements}
