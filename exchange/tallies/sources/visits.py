"""Visits: one person at one centre on one day, at the counter, by telephone, online or in a group talk."""

from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, or_, select

from exchange.tallies.codes import DateRule, ProvinceRule, RecordKind
from exchange.tallies.sources.source import FIRST, Ask, Source
from exchange.visits import facts


def _rows(ask: Ask) -> Select[Any]:
    which = {"some": ask.some, "as_of": ask.as_of}
    by_topic = ask.facet == "topic"
    made: Any = facts.spoken_of(facts.held(**which)).cte("spoken") if by_topic else facts.visits(**which)
    at = made.c
    return select(
        *(at.first_id.label("record"), at.person, at.centre_id.label("centre"), at.on_day),
        *(at.client_kind.label("kind"), at.way.label("channel"), at.commune),
        *([at.topic] if by_topic else _anew(made, ask)),
    )


def _anew(visits: CTE, ask: Ask) -> list[ColumnElement[bool]]:
    """Whether the person was not there before in the days: anywhere, or where each centre is counted by itself, there.

    Of some centres together nobody has kept it.
    """
    here = ask.one or ask.apart
    if ask.as_of or (ask.some and not here):
        return []
    kept = {name: visits.c[f"here_{name}" if here else name] for name in ("before", "before_alike")}
    return [or_(day.is_(None), day < FIRST).label(f"not_{name}") for name, day in kept.items()]


_FIRSTS = {(): "not_before", ("kind",): "not_before_alike"}
VISITS = Source("visits", RecordKind.VISIT, DateRule.EVENT, ProvinceRule.CENTRE, _rows, firsts=_FIRSTS)
