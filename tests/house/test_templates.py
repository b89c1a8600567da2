"""What a template may not contain: styles and handlers of its own, and texts that nobody can translate."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.house.files import short, templates

INLINE = {
    "a style attribute": r"<[^>]*\sstyle\s*=",
    "a handler attribute": r"<[^>]*\son[a-z]+\s*=",
    "a script without a file": r"<script(?![^>]*\b(?:src=|type=\"application/ld\+json\"))",
    "a style element": r"<style\b",
    "a javascript: address": r"javascript:",
    "an address of another host": r"(?:src|href)=\"(?:https?:)?//",
}
SPOKEN = r"\s(?:title|alt|placeholder|aria-label|aria-description|label|data-words-[a-z-]+|data-say)=\"([^\"]*)\""
LETTERS = re.compile(r"[^\W\d_]{2,}")
VIETNAMESE = re.compile(r"[À-ỹĐđ]")
TRANSLATORS = {"_", "gettext", "ngettext", "pgettext", "N_"}


@pytest.mark.parametrize("fault", INLINE)
def test_no_template_has(fault: str) -> None:
    assert [short(path) for path in templates() if re.search(INLINE[fault], _markup(path), re.S)] == []


def test_every_text_between_tags_goes_through_gettext() -> None:
    assert [f"{short(path)}: {text}" for path in templates() for text in _bare_texts(path)] == []


def test_every_vietnamese_word_in_an_expression_goes_through_gettext() -> None:
    assert [f"{short(path)}: {text}" for path in templates() for text in _bare_constants(path)] == []


def _markup(path: Path) -> str:
    """The template's HTML, each Jinja tag or expression replaced by nothing that looks like a text."""
    source = re.sub(r"\{#.*?#\}", "", path.read_text(), flags=re.S)
    source = re.sub(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}", "{}", source, flags=re.S)
    return re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "{}", source, flags=re.S)


def _bare_texts(path: Path) -> Iterator[str]:
    markup = re.sub(r"<!--.*?-->|<!doctype[^>]*>|<script\b.*?</script>", "", _markup(path), flags=re.S | re.I)
    spoken = re.findall(SPOKEN, markup)
    between = re.sub(r"<[^>]*>", "\n", markup)
    between = unescape(re.sub(r'\s[a-z-]+="[^"]*"|(?:\s|\})data-[a-z-]+', "", between))  # attributes a macro prints
    yield from (text.strip() for text in [*spoken, *between.splitlines()] if LETTERS.search(text.replace("{}", "")))


def _bare_constants(path: Path) -> Iterator[str]:
    tree = Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(path.read_text())
    calls = [call for call in tree.find_all(nodes.Call) if getattr(call.node, "name", "") in TRANSLATORS]
    translated = {id(constant) for call in calls for constant in call.find_all(nodes.Const)}
    for constant in tree.find_all(nodes.Const):
        if isinstance(constant.value, str) and VIETNAMESE.search(constant.value) and id(constant) not in translated:
            yield constant.value
