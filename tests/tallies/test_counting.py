"""Counting many figures at once costs one look at each kind of fact."""

from datetime import date

from sqlalchemy import event

from exchange.counselling.rules import Days
from exchange.kernel.db import Store
from exchange.tallies.catalogue import INDICATORS
from exchange.tallies.queries import Scope, by_centre, figures

COUNTED = [one for one in INDICATORS if one.counted]
YEAR = Scope(Days(date(2026, 1, 1), date(2026, 12, 31)))


def test_a_page_of_figures_is_one_statement_for_each_kind_of_fact(store: Store) -> None:
    asked: list[str] = []
    listen = lambda *about: asked.append(about[2])  # noqa: E731
    event.listen(store.reader, "before_cursor_execute", listen)
    codes = [one.code for one in COUNTED]
    sources = {one.counted.source for one in COUNTED if one.counted}

    found = store.read(lambda db: figures(db, YEAR, codes))
    for_all = len(asked)
    store.read(lambda db: by_centre(db, YEAR, codes))
    event.remove(store.reader, "before_cursor_execute", listen)

    assert set(found) == set(codes)
    assert for_all == len(sources)
    assert len(asked) == 2 * len(sources)
