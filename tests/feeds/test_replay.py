"""Whatever happens to vacancies and results: a snapshot and every change after it is what is published."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchange.feeds.codes import Because, Change, FeedKind, FeedReason
from exchange.feeds.queries import Line
from exchange.kernel.clock import local_day
from exchange.kernel.db import Store
from exchange.kernel.errors import NotFound, Refused
from tests.feeds.scene import NOON, Office, replayed
from tests.placements.scene import at_once

ACTS = ("publish", "openings", "close", "hire", "undo", "day", "refresh", "refresh", "begin", "page")
DAYS = 3  # a vacancy is open


@dataclass
class History:
    """An office to which things happen, what it should publish by then, and a reader who comes by in between."""

    office: Office
    openings: dict[UUID, int] = field(default_factory=dict)
    until: dict[UUID, int] = field(default_factory=dict)
    hired: dict[UUID, tuple[UUID, int]] = field(default_factory=dict)
    closed: set[UUID] = field(default_factory=set)
    day: int = 0
    seen: dict[UUID, Line] = field(default_factory=dict)
    as_of: int = -1
    after: int | None = None

    def act(self, what: str, chosen: int) -> None:
        own = sorted(self.openings, key=str)
        if what in ("openings", "close", "hire") and not own:
            return
        vacancy = own[chosen % len(own)] if own else None
        getattr(self, f"_{what}")(vacancy, chosen)

    def _publish(self, _vacancy: UUID, chosen: int) -> None:
        made = self.office.publish(f"Việc {chosen}", openings=chosen % 3 + 1, days=DAYS)
        self.openings[made], self.until[made] = chosen % 3 + 1, self.day + DAYS

    def _openings(self, vacancy: UUID, chosen: int) -> None:
        self.openings[vacancy] = chosen % 4 + 1
        self.office.change(vacancy, openings=chosen % 4 + 1)

    def _close(self, vacancy: UUID, _chosen: int) -> None:
        self.closed.add(vacancy)
        self.office.change(vacancy, closed_at=self.office.now)

    def _hire(self, vacancy: UUID, _chosen: int) -> None:
        self.hired[self.office.hire(vacancy)] = vacancy, self.day

    def _undo(self, _vacancy: UUID, chosen: int) -> None:
        if self.hired:
            gone = sorted(self.hired, key=str)[chosen % len(self.hired)]
            del self.hired[gone]
            self.office.undo(gone)

    def _day(self, _vacancy: UUID, _chosen: int) -> None:
        self.day += 1
        self.office.now += timedelta(days=1)

    def _refresh(self, _vacancy: UUID, _chosen: int) -> None:
        self.office.refresh()

    def _begin(self, _vacancy: UUID, _chosen: int) -> None:
        """The reader begins anew, and will read the whole in parts of two while other things happen."""
        self.seen, self.as_of, self.after = {}, self.office.whole(most=1).as_of, 0

    def _page(self, _vacancy: UUID, _chosen: int) -> None:
        if self.after is not None:
            part = self.office.whole(self.as_of, self.after, most=2)
            self.seen |= {line.id: line for line in part.items}
            self.after = part.next_after

    def published(self) -> dict[str, tuple[int, ...]]:
        """What should be there: openings and those left of each vacancy, and how many each result counts."""
        held = [vacancy for vacancy, _ in self.hired.values()]
        there = {
            str(own): (openings, max(0, openings - held.count(own)))
            for own, openings in self.openings.items()
            if own not in self.closed and self.until[own] >= self.day
        }
        for vacancy, day in self.hired.values():
            told = f"{vacancy} {local_day(NOON + timedelta(days=day))}"
            there[told] = (there.get(told, (0,))[0] + 1,)
        return there


def told(there: dict[UUID, Line]) -> dict[str, tuple[int, ...]]:
    """The same of what was read."""
    found: dict[str, tuple[int, ...]] = {}
    for own, line in there.items():
        body = line.body or {}
        if line.kind is FeedKind.VACANCY:
            found[str(own)] = (body["openings"], body["remaining"])
        else:
            found[f"{body['vacancy']} {body['told_on']}"] = (body["hired"],)
    return found


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 20)), min_size=5, max_size=40))
def test_from_any_point_a_replay_ends_with_what_is_published(store: Store, acts: list[tuple[str, int]]) -> None:
    history = History(Office(store))
    for what, chosen in acts:
        history.act(what, chosen)
    history.office.refresh()
    while history.after is not None:
        history.act("page", 0)
    last = history.office.since(0)

    assert history.office.refresh() == 0
    assert [line.seq for line in last.changes] == list(range(1, last.last + 1))
    for point in range(last.last + 1):
        there = {line.id: line for line in history.office.whole(point).items}
        after = history.office.since(point).changes
        assert told(replayed(there, after)) == history.published()
    if history.as_of >= 0:
        assert told(replayed(history.seen, history.office.since(history.as_of).changes)) == history.published()


def test_two_who_refresh_at_once_write_each_change_once(store: Store) -> None:
    office = Office(store)
    made = [office.publish(f"Việc {number}") for number in range(20)]

    at_once([lambda: _refresh_often(office) for _ in range(4)])

    assert sorted(line.id for line in office.since(0).changes) == sorted(made)
    assert [line.seq for line in office.since(0).changes] == list(range(1, 21))


def _refresh_often(office: Office) -> None:
    for _ in range(5):
        office.refresh()


def test_a_vacancy_is_told_with_the_codes_of_today_and_its_end_with_a_reason(store: Store) -> None:
    office = Office(store, tax_code="0100109106")
    closed, expired = office.publish(), office.publish("Tổ trưởng", days=1)
    office.refresh()
    put = office.since(0).changes[0].body
    office.change(closed, closed_at=office.now)
    office.now += timedelta(days=2)
    office.refresh()

    assert put is not None
    assert put["provinces"] == ["86"]
    assert put["wage"] == {"kind": "stated", "low": 7_000_000, "high": 9_000_000, "per": "month", "currency": "VND"}
    assert put["employer"] == {"name": "Công ty May Sông Tiền", "tax_code": "0100109106"}
    gone = {line.id: (line.change, line.because, line.body) for line in office.since(2).changes}
    assert gone == {closed: (Change.REMOVED, Because.CLOSED, None), expired: (Change.REMOVED, Because.EXPIRED, None)}


def test_a_result_counts_and_names_nobody(store: Store) -> None:
    office = Office(store, tax_code="079090000123")  # a household has the number of its citizen
    vacancy = office.publish()
    first, _ = office.hire(vacancy), office.hire(vacancy)
    office.refresh()
    office.undo(first)
    office.refresh()

    results = [line for line in office.since(0).changes if line.kind is FeedKind.RESULT]
    assert [line.body and line.body["hired"] for line in results] == [2, 1]
    assert len({line.id for line in results}) == 1
    assert results[-1].body == {
        "vacancy": str(vacancy), "employer": {"name": "Công ty May Sông Tiền", "tax_code": None}, "channel": "fair",
        "told_on": "2026-11-23", "hired": 1, "starts_from": None, "starts_until": None, "evidence": {"1": 1},
        "provinces": ["86"],
    }  # fmt: skip


def test_a_placement_that_two_sources_told_of_is_one_result(store: Store) -> None:
    office = Office(store)
    vacancy = office.publish()
    kept, gone = office.hire(vacancy), office.hire(vacancy)
    office.join(gone, kept)
    office.refresh()

    results = [line for line in office.since(0).changes if line.kind is FeedKind.RESULT]
    assert [line.body and line.body["hired"] for line in results] == [1]


def test_a_number_that_was_not_reached_is_refused(store: Store) -> None:
    office = Office(store)

    with pytest.raises(Refused) as no:
        office.since(1)
    assert no.value.reason is FeedReason.SINCE_AHEAD
    with pytest.raises(NotFound):
        Office.since(_elsewhere(office), 0)


def _elsewhere(office: Office) -> Office:
    office.centre = UUID(int=7)
    return office
