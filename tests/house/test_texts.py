"""Vietnamese that a program prints is marked for translation where it stands."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.files import modules, short

VIETNAMESE = re.compile(r"[À-ỹĐđ]")
WORD = re.compile(r"[^\W\d_]{2,}")
MARKS = {"_", "N_", "gettext", "ngettext"}
# Words that are read, not printed: what people type into texts and forms, and names that are facts.
READ = re.compile(
    r"exchange/(reference/|demo/|example/|commands/(demo|example)\.py|kernel/text\.py|intake/words|spreadsheets/encodings"
    r"|vacancies/(adverts/|wording)|reports/(numbering|widths|word_reading)\.py)|web/parts\.py"
)


def test_every_vietnamese_text_in_a_module_is_marked() -> None:
    printing = [path for path in modules("exchange", "web") if not READ.match(short(path))]

    assert [f"{short(path)}:{text}" for path in printing for text in _unmarked(path)] == []


def _unmarked(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text())
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    marked = {id(part) for node in ast.walk(tree) if _marks(node) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in said | marked and _vietnamese(node.value):
            yield f"{node.lineno} {str(node.value)[:60]}"


def _vietnamese(value: object) -> bool:
    return isinstance(value, str) and bool(VIETNAMESE.search(value) and WORD.search(value))


def _marks(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    return getattr(node.func, "id", getattr(node.func, "attr", "")) in MARKS
