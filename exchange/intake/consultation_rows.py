"""The consultation of a row, but for whose it was."""

from typing import Any
from uuid import UUID

import msgspec
from pydantic import ValidationError

from exchange.counselling.codes import LONGEST_NOTE, MOST_MINUTES, ClientKind, Result, Topic, Way
from exchange.counselling.given import USUAL_MINUTES, NoteGiven
from exchange.counselling.rules import Facts, why_not
from exchange.intake import reading
from exchange.intake.cells import Row, Setting
from exchange.intake.codes import RowReason
from exchange.intake.words import KINDS, RESULTS, WAYS, key_of, topics_in
from exchange.reference import provinces
from exchange.seekers.bulk_given import Newcomer


class Spoken(msgspec.Struct, frozen=True):
    """What was spoken, by whom, and what was noted."""

    facts: Facts
    counsellor_id: UUID
    note: NoteGiven | None


def spoken(row: Row, found: Newcomer | None, setting: Setting) -> Spoken | None:
    """The consultation; None where something is wrong."""
    on_day = row.needed_day("on_day", setting)
    topics, words = _topics(row, setting.plan.values.get("topics", ""))
    said, note = _said(row, setting), _note(row, words)
    for field, value in (("client_kind", said["client_kind"]), ("way", said["way"]), ("topics", topics)):
        if not value:
            row.wrong(field, RowReason.MISSING.label)
    if row.wrongs or on_day is None or found is None:
        return None
    home = provinces.find(setting.home, on_day)
    code = home.code if home else setting.home_code
    facts = Facts(on_day=on_day, topics=topics, province_code=code, commune="", **said)
    if fault := why_not(facts, today=setting.today, born_year=found.birth_year, born_on=found.birth_date):
        row.wrong(fault.field, fault.reason.label)
        return None
    return Spoken(facts, _counsellor(row, setting), note)


def _said(row: Row, setting: Setting) -> dict[str, Any]:
    """What stands in the row, or holds for all rows."""
    values = setting.plan.values
    minutes = row.read("minutes", reading.whole) or _minutes(values)
    if not 1 <= minutes <= MOST_MINUTES:
        row.wrong("minutes", RowReason.NO_NUMBER.label)
    return {
        "client_kind": row.read("client_kind", reading.word, KINDS) or _code(ClientKind, values, "client_kind"),
        "way": row.read("way", reading.word, WAYS) or _code(Way, values, "way"),
        "result": row.read("result", reading.word, RESULTS) or _code(Result, values, "result") or Result.NOTHING,
        "next_on": row.read("next_on", reading.day, setting.plan.day_order),
        "minutes": minutes,
    }


def _topics(row: Row, fallback: str) -> tuple[frozenset[Topic], str]:
    """The topics, and the words that name none and go into the note."""
    words = str(row.cell("topics")).strip()
    found = topics_in(words)
    if found or not words:
        return found or (frozenset({Topic(fallback)}) if fallback in set(Topic) else frozenset()), ""
    row.doubt("topics", RowReason.TOPIC_IN_NOTE.label)
    return frozenset({Topic(fallback) if fallback in set(Topic) else Topic.OTHER}), words


def _note(row: Row, words: str) -> NoteGiven | None:
    said = "\n".join(part for part in (words, str(row.cell("note")).strip()) if part)
    if len(said) > LONGEST_NOTE:
        row.wrong("note" if not words or len(words) < LONGEST_NOTE else "topics", RowReason.NOTE_LONG.label)
        return None
    try:
        return NoteGiven(words=said) if said else None
    except ValidationError:  # nothing but signs that are not seen
        return None


def _counsellor(row: Row, setting: Setting) -> UUID:
    named = reading.text(row.cell("counsellor"))
    chosen = setting.plan.values.get("counsellor", "")
    fallback = next((one for one in setting.staff.values() if str(one) == chosen), setting.account_id)
    if not named:
        return fallback
    if (known := setting.staff.get(key_of(named))) is None:
        row.doubt("counsellor", RowReason.COUNSELLOR_UNKNOWN.label)
    return known or fallback


def _minutes(values: dict[str, str]) -> int:
    said = values.get("minutes", "")
    return int(said) if said.isdecimal() and len(said) < 4 else USUAL_MINUTES


def _code(kind: Any, values: dict[str, str], field: str) -> Any:
    said = values.get(field, "")
    return kind(said) if said in set(kind) else None
