"""Which files the house rules speak about."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def modules(*trees: str) -> list[Path]:
    """Our Python files under `trees`; migrations are left out, they are written once and never polished."""
    return sorted(path for tree in trees for path in (ROOT / tree).rglob("*.py"))


def templates() -> list[Path]:
    """Our page templates."""
    return sorted((ROOT / "web" / "templates").rglob("*.html"))


def short(path: Path) -> str:
    """The path as one says it."""
    return str(path.relative_to(ROOT))


@cache
def project() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text())
