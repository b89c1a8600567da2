"""Running `exchange` as an operator does."""

import subprocess
import sys
from pathlib import Path

from tests.fixtures.databases import environment

PATIENCE = 60


def exchange(
    *words: str, database: str = "", folder: Path | None = None, **settings: str
) -> subprocess.CompletedProcess[str]:
    """The command's exit code and what it said; never a traceback."""
    given = environment(database, **settings)
    if not given["EXCHANGE_DATABASE_URL"]:
        del given["EXCHANGE_DATABASE_URL"]
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-m", "exchange.cli", *words],
        env=given | {"PYTHONPATH": root},
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done
