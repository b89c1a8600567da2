"""Looking for wording: on folded text, told in the words as they were written and where."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from exchange.kernel.text import fold, fold_aligned, nfc
from exchange.vacancies.wording.codes import Wording
from exchange.vacancies.wording.patterns import LAWFUL, Rule, compiled
from exchange.vacancies.wording.scams import LURES, PAPERS, PAYMENT, TRANSFER
from exchange.vacancies.wording.unlawful import AGE, FAMILY, HEALTH, LOOKS, ORIGIN, SEX


class Finding(Struct, frozen=True):
    """Words in a field that the centre must look at; `start` counts characters of that field in composed form (NFC)."""

    code: Wording
    words: str
    field: str
    start: int


_Span = tuple[int, int, Wording]
_RULES: Final = (*SEX, *AGE, *FAMILY, *LOOKS, *ORIGIN, *HEALTH, *PAYMENT, *TRANSFER, *PAPERS, *LURES)
_NEGATED: Final = re.compile(
    r"\b(?:khong|ko|kg|k|chang|mien|khoi|tuyet doi khong|cam|nghiem cam|noi khong voi)\b[^.;!?]{0,22}$"
)
_SENTENCE_ENDS: Final = re.compile(r"[.;!?•●]")
_NEAR: Final = 90  # characters of a sentence that are looked at on either side


def findings(texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """What is found in the texts of an advertisement, by field name, in the order of reading.

    Only what people wrote in words belongs here; the number of women wanted, asked for statistics, does not.
    """
    return tuple(found for field, text in texts.items() for found in _in_field(field, nfc(text)))


def _in_field(field: str, text: str) -> Iterator[Finding]:
    at = 0
    for line in text.split("\n"):
        for start, end, code in _widest(_in_line(line)):
            words = line[start:end]
            told = words.strip(_EDGES)
            yield Finding(code, told, field, at + start + words.index(told))
        at += len(line) + 1


def _in_line(line: str) -> list[_Span]:
    plain = fold(line)
    rules = [rule for rule in _RULES if any(part in plain for part in rule.needs)]
    if not rules:
        return []
    folded, origins = fold_aligned(line)
    for lawful in LAWFUL:
        folded = compiled(lawful).sub(lambda match: "\x1f" * len(match[0]), folded)
    spans: list[_Span] = []
    for rule in rules:
        for match in compiled(rule.pattern).finditer(folded):
            start, end = origins[match.start()], origins[match.end() - 1] + 1
            if _means_it(rule, match, line[start:end], line.isascii()):
                spans.append((start, end, rule.code))
    return spans


_EDGES: Final = " \t\r-–•*+●·;:,.!?✓✔►>|([_"


def _means_it(rule: Rule, match: re.Match[str], written: str, without_accents: bool) -> bool:
    if rule.written and not without_accents and not compiled(rule.written).search(written.lower()):
        return False
    before, after = _sentence(match)
    if rule.negatable and _NEGATED.search(before):
        return False
    if rule.not_after and compiled(rule.not_after).search(before):
        return False
    return not (rule.unless and compiled(rule.unless).search(f"{before} {match[0]} {after}"))


def _sentence(match: re.Match[str]) -> tuple[str, str]:
    """What stands before and after the match in its sentence."""
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    after = match.string[match.end() : match.end() + _NEAR]
    return _SENTENCE_ENDS.split(before)[-1], _SENTENCE_ENDS.split(after)[0]


def _widest(spans: list[_Span]) -> list[_Span]:
    """In reading order; of two findings of one kind that overlap, the longer."""
    kept: list[_Span] = []
    for start, end, code in sorted(spans, key=lambda span: span[0] - span[1]):
        if not any(code == other and start < until and begun < end for begun, until, other in kept):
            kept.append((start, end, code))
    return sorted(kept)
