"""Nothing grows into a pile: the bounds of the house."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.files import modules, short, templates

FILE, FUNCTION, TEMPLATE = 250, 25, 60


def test_no_module_is_longer_than_its_bound() -> None:
    assert _longer(modules("exchange", "web", "tests"), FILE) == {}


def test_no_template_is_longer_than_its_bound() -> None:
    assert _longer(templates(), TEMPLATE) == {}


def test_no_function_is_longer_than_its_bound() -> None:
    assert dict(_long_functions()) == {}


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "services", "managers"])
def test_no_module_is_named_after_nothing(word: str) -> None:
    assert [short(path) for path in modules("exchange", "web", "tests") if path.stem == word] == []


def _longer(paths: list[Path], bound: int) -> dict[str, int]:
    lines = {short(path): len(path.read_text().splitlines()) for path in paths}
    return {name: count for name, count in lines.items() if count > bound}


def _long_functions() -> Iterator[tuple[str, int]]:
    for path in modules("exchange", "web"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION:
                    yield f"{short(path)}:{node.lineno} {node.name}", length
