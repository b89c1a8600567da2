"""The form of a consultation between a page and the core: read from what was typed, filled from what is known."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from exchange.counselling.codes import ClientKind, ConsultationReason, Privacy, Result, Topic, Way
from exchange.counselling.desk_queries import Usual
from exchange.counselling.given import USUAL_MINUTES, ConsultationGiven, Facts, NoteGiven
from exchange.kernel.clock import local_day
from exchange.kernel.ids import new_id
from exchange.kernel.texts import N_
from exchange.reference import provinces
from web.forms import MISSING, Form
from web.visit import Visit

_NOTE = {"words": "note"}  # as the page calls it


def usual_form(usual: Usual, today: date) -> Form:
    """An ordinary consultation of today, nothing chosen but what is usual."""
    known = {
        "client_kind": usual.client_kind,
        "way": Way.COUNTER,
        "minutes": USUAL_MINUTES,
        "result": Result.NOTHING,
        "province": usual.province,
        "privacy": Privacy.CENTRE,
        "listed": edition(today),
    }
    return Form.of(known | _boxes("on_day", today))


def filled_form(facts: Facts) -> Form:
    """A consultation as it is told now."""
    known = {name: getattr(facts, name) for name in ("client_kind", "way", "commune", "minutes", "result")}
    known |= {"province": facts.province_code, "listed": edition(facts.on_day)}
    form = Form.of(known | _boxes("on_day", facts.on_day) | _boxes("next_on", facts.next_on))
    form.many["topics"] = [topic.value for topic in Topic if topic in facts.topics]
    return form


def read(form: Form) -> ConsultationGiven | None:
    """What was typed of the consultation; None when something is wrong, said at the fields."""
    on_day, next_on = form.day("on_day"), form.day("next_on")
    if on_day is None:
        form.wrong("on_day", MISSING)
    elif form.get("listed") and form.get("listed") != str(edition(on_day)):
        form.wrong("province", ConsultationReason.PROVINCE.label)
    topics = form.many.get("topics", [])
    given = form.read(ConsultationGiven, on_day=on_day or date.min, next_on=next_on, topics=topics)
    return None if form.errors else given


def read_note(form: Form) -> NoteGiven | None:
    """What was typed of the note; None when nothing was, or when something is wrong."""
    return form.read(NoteGiven, names=_NOTE) if form.get("note") else None


def key_of(form: Form) -> UUID:
    """The browser's key of this saving; a form without one is a saving of its own."""
    return uuid_of(form.get("client_key")) or new_id()


def uuid_of(typed: str) -> UUID | None:
    """An id that a page carries, if it is one."""
    try:
        return UUID(typed)
    except ValueError:
        return None


def options(visit: Visit, form: Form) -> dict[str, Any]:
    """What each field offers. The provinces are those of the day that was typed: their codes changed meaning."""
    label = visit.render.label
    listed = edition(form.day("on_day") or local_day(visit.now))
    form.values["listed"] = str(listed)
    return {
        "topics": [(topic.value, label(topic)) for topic in Topic],
        "kinds": [(kind.value, label(kind)) for kind in ClientKind],
        "ways": [(way.value, label(way)) for way in Way],
        "results": [(result.value, label(result)) for result in Result],
        "levels": [(level.value, label(level)) for level in Privacy],
        "provinces": [(one.code, one.short_name) for one in provinces.as_of(listed)],
        "commune_word": N_("Huyện, thị xã, thành phố") if listed < provinces.MERGER_DAY else N_("Xã, phường"),
    }


def edition(day: date) -> date:
    """A day on which the list of provinces is that of `day`: the first of the 34, or the last of the 63."""
    return provinces.MERGER_DAY if day >= provinces.MERGER_DAY else provinces.MERGER_DAY - timedelta(days=1)


def _boxes(name: str, day: date | None) -> dict[str, Any]:
    return {f"{name}_{part}": getattr(day, part) for part in ("day", "month", "year")} if day else {}
