"""Visits: one person at one centre on one day, at the counter, by telephone, online or in a group talk."""

from typing import Any

from sqlalchemy import Select, select

from exchange.tallies.codes import DateRule, ProvinceRule, RecordKind
from exchange.tallies.sources.source import Ask, Source
from exchange.visits import facts


def _rows(ask: Ask) -> Select[Any]:
    which = {"some": ask.some, "as_of": ask.as_of}
    by_topic = ask.facet == "topic"
    made: Any = facts.spoken_of(facts.held(**which)).cte("spoken") if by_topic else facts.visits(**which)
    at = made.c
    return select(
        *(at.first_id.label("record"), at.person, at.centre_id.label("centre"), at.on_day),
        *(at.client_kind.label("kind"), at.way.label("channel"), at.commune),
        *([at.topic] if by_topic else []),
    )


VISITS = Source("visits", RecordKind.VISIT, DateRule.EVENT, ProvinceRule.CENTRE, _rows)
