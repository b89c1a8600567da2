"""The wheel alone is enough: from an empty folder it migrates and serves, with pages, styles and catalogues inside."""

import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

from tests.fixtures.server import Server
from tests.house.files import ROOT, short


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as `make wheel` builds it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    done = subprocess.run([*command, f"--wheel-dir={folder}", str(ROOT)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_file_the_program_reads(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    trees = [ROOT / name for name in ("exchange", "web", "migrations")]
    needed = {short(path) for tree in trees for path in tree.rglob("*") if path.is_file()}

    assert {name for name in needed if "__pycache__" not in name and not name.endswith(".mo")} <= inside
    assert any(name.endswith("licenses/LICENSE") for name in inside)
    assert not any(name.startswith(("tests/", "docker/", "var/")) for name in inside)


def test_it_runs_from_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    site, empty = tmp_path / "site", tmp_path / "empty"
    zipfile.ZipFile(wheel).extractall(site)
    empty.mkdir()
    server = Installed(site, empty, "sqlite:///var/exchange.sqlite3", tmp_path / "log")

    server.migrate()
    server.start()
    try:
        with urllib.request.urlopen(server.url + "/") as page:  # noqa: S310 - our own address
            text = page.read().decode()
    finally:
        server.kill()

    assert "<h1" in text
    assert "/static/" in text
    assert server.source() == site / "exchange" / "__init__.py"


class Installed(Server):
    """A server of unpacked wheel files, started in a folder with nothing in it."""

    def __init__(self, site: Path, folder: Path, database: str, log: Path) -> None:
        super().__init__(database, log)
        self.environment |= {"PYTHONPATH": str(site), "PYTHONSAFEPATH": "1"}
        self.folder = folder

    def migrate(self) -> None:
        """`exchange migrate`."""
        self.run("-m", "exchange.cli", "migrate")

    def source(self) -> Path:
        """Where the program is taken from."""
        return Path(self.run("-c", "import exchange; print(exchange.__file__)"))

    def run(self, *words: str) -> str:
        """`python WORDS` in the folder; what it printed."""
        command = [sys.executable, *words]
        done = subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()
