"""The lists as they lie beside the code. `data/README.md` names the decisions they come from."""

import csv
from collections.abc import Iterator
from importlib.resources import files


def rows_of(name: str) -> Iterator[dict[str, str]]:
    """The rows of `data/<name>.csv`."""
    lines = (files(__package__) / "data" / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return csv.DictReader(lines)
