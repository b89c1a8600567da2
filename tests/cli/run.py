"""Running `exchange` as an operator does."""

import subprocess
import tempfile
from pathlib import Path

from tests.fixtures import ready
from tests.fixtures.databases import environment

PATIENCE = 60


def exchange(
    *words: str, database: str = "", folder: Path | None = None, **settings: str
) -> subprocess.CompletedProcess[str]:
    """The command's exit code and what it said; never a traceback."""
    given = environment(database, **settings)
    if not given["EXCHANGE_DATABASE_URL"]:
        del given["EXCHANGE_DATABASE_URL"]
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        program = ready.start([*words], env=given, folder=folder, out=out.fileno(), err=err.fileno())
        code = program.wait(PATIENCE)
        for file in (out, err):
            file.seek(0)
        done = subprocess.CompletedProcess(words, code, out.read(), err.read())
    assert "Traceback" not in done.stderr, done.stderr
    return done
