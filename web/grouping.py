"""The form of a group talk between a page and the core: read from what was typed, filled from what is known."""

from datetime import date
from typing import Any
from uuid import UUID

from exchange.centres.queries import colleagues
from exchange.counselling.codes import ClientKind, ConsultationReason, Topic, Way
from exchange.group_talks.codes import Qualifier
from exchange.group_talks.given import USUAL_MINUTES, GroupFacts, GroupTalkGiven, HeadsGiven
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading
from exchange.kernel.texts import N_
from exchange.reference import provinces
from web.consulting import edition
from web.dates import boxes
from web.forms import MISSING, Form
from web.visit import Visit

_HEADS = {"place": "heads_place"}


def usual_talk(today: date, holder: UUID, province: str) -> Form:
    """A talk of today, held by whoever writes it down."""
    known = {"client_kind": ClientKind.SOLDIER, "way": Way.MOBILE, "minutes": USUAL_MINUTES, "holder": holder}
    return Form.of(known | {"province": province, "listed": edition(today)} | boxes({"on_day": today}))


def filled_talk(facts: GroupFacts) -> Form:
    """A talk as it is told now."""
    known: dict[str, Any] = {name: getattr(facts, name) for name in ("title", "client_kind", "way", "minutes", "note")}
    known |= {"province": facts.province_code, "holder": facts.holder_id, "places": ", ".join(facts.places)}
    form = Form.of(known | {"listed": edition(facts.on_day)} | boxes({"on_day": facts.on_day}))
    form.many["topics"] = [topic.value for topic in Topic if topic in facts.topics]
    return form


def read_talk(form: Form) -> GroupTalkGiven | None:
    """What was typed of the talk; None when something is wrong, said at the fields."""
    on_day = form.day("on_day")
    if on_day is None:
        form.wrong("on_day", MISSING)
    elif form.get("listed") and form.get("listed") != str(edition(on_day)):
        form.wrong("province", ConsultationReason.PROVINCE.label)
    for name in ("title", "holder"):
        if not form.get(name):
            form.wrong(name, MISSING)
    given = form.read(GroupTalkGiven, on_day=on_day or date.min, topics=form.many.get("topics", []))
    return None if form.errors else given


def read_heads(form: Form) -> HeadsGiven | None:
    """What was typed of a declared number; None when something is wrong, said at the fields."""
    for name in ("number", "qualifier", "source"):
        if not form.get(name):
            form.wrong(name, MISSING)
    number = form.get("number").replace(".", "").replace(" ", "")
    given = form.read(HeadsGiven, names=_HEADS, number=number or 1)
    return None if form.errors else given


def talk_options(db: Reading, visit: Visit, form: Form, centre_id: UUID) -> dict[str, Any]:
    """What each field offers. The provinces are those of the day that was typed."""
    label = visit.render.label
    listed = edition(form.day("on_day") or local_day(visit.now))
    form.values["listed"] = str(listed)
    return {
        "topics": [(topic.value, label(topic)) for topic in Topic],
        "kinds": [(kind.value, label(kind)) for kind in ClientKind],
        "ways": [(way.value, label(way)) for way in Way],
        "holders": [(one.account_id, one.name) for one in colleagues(db, centre_id)],
        "provinces": [(one.code, one.short_name) for one in provinces.as_of(listed)],
        "place_words": N_("Huyện, thị xã, thành phố") if listed < provinces.MERGER_DAY else N_("Xã, phường"),
    }


def qualifiers(visit: Visit) -> list[tuple[str, str]]:
    """How sure a declared number may be."""
    return [(one.value, visit.render.label(one)) for one in Qualifier]
