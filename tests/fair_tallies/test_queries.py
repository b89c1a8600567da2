from datetime import UTC, date, datetime, timedelta

import pytest

from exchange.fair_tallies import queries
from exchange.fair_tallies.views import FairTally
from exchange.kernel.db import Store, Writing
from exchange.kernel.errors import NotFound
from exchange.kernel.ids import new_id
from tests.placements.make import NOT_NOW, PASSED, Day, hired, open_day, sent_on

OLD, NEW = datetime(2021, 5, 20, 1, tzinfo=UTC), datetime(2026, 5, 20, 1, tzinfo=UTC)


def counted(db: Writing, day: Day) -> FairTally:
    return queries.fair_tally(db, day.fair_id, now=day.now)


def test_to_be_sent_on_is_not_to_pass(store: Store) -> None:
    def scene(db: Writing) -> FairTally:
        day = open_day(db)
        booth = day.stand(db, day.host)
        for result in (sent_on(), sent_on(), PASSED):
            day.end(db, day.talk(db, day.person(db, day.host), booth), booth, result)
        return counted(db, day)

    tally = store.write(scene)

    assert tally.row("seekers_interviewed-result-referred").total == 2
    assert tally.row("seekers_interviewed-result-preselected").total == 1
    assert tally.row("seekers_placed").total == 0


def test_a_person_with_several_results_is_one_person_and_hired_comes_first(store: Store) -> None:
    def scene(db: Writing) -> FairTally:
        day = open_day(db)
        first, second, third = (day.stand(db, site) for site in (day.host, day.joining, day.joining))
        who = day.person(db, day.joining)
        for booth, result in ((first, hired(first.vacancies[0])), (second, PASSED), (third, NOT_NOW)):
            day.end(db, day.talk(db, who, booth), booth, result)
        return counted(db, day)

    tally = store.write(scene)

    assert tally.row("interviews_held").cells == (0, 3)
    assert tally.row("seekers_interviewed").cells == (0, 1)
    assert tally.row("seekers_interviewed-result-hired").total == 1
    assert tally.row("seekers_interviewed-result-preselected").total == 0
    assert tally.row("interviews_held-result-preselected").total == 1


def test_hired_by_two_employers_is_two_placements_of_one_person(store: Store) -> None:
    def scene(db: Writing) -> FairTally:
        day = open_day(db)
        who = day.person(db, day.host)
        for site in (day.host, day.joining):
            booth = day.stand(db, site)
            day.end(db, day.talk(db, who, booth), booth, hired(booth.vacancies[0]))
        return counted(db, day)

    tally = store.write(scene)

    assert (tally.row("placements").total, tally.row("seekers_placed").total) == (2, 1)


def test_the_work_of_one_fair_does_not_show_at_another(store: Store) -> None:
    def scene(db: Writing) -> FairTally:
        busy, quiet = open_day(db), open_day(db)
        booth = busy.stand(db, busy.host)
        busy.end(db, busy.talk(db, busy.person(db, busy.host), booth), booth, hired(booth.vacancies[0]))
        return counted(db, quiet)

    assert {row.total for row in store.write(scene).rows} == {0}


def test_only_what_is_on_offer_that_day_is_demand(store: Store) -> None:
    def scene(db: Writing) -> FairTally:
        day = open_day(db)
        before, during = day.opens_at - timedelta(hours=1), day.opens_at + timedelta(hours=1)
        day.stand(
            db, day.host, {"openings": 1}, {"openings": 10, "published_at": None},
            {"openings": 100, "closed_at": before}, {"openings": 1000, "closed_at": during},
            {"openings": 10000, "expires_on": date(2026, 11, 22)},
        )  # fmt: skip
        return counted(db, day)

    tally = store.write(scene)

    assert tally.row("openings_offered").total == 1001
    assert tally.row("positions_offered").total == 2


def test_a_few_figures_are_the_same_figures(store: Store) -> None:
    def scene(db: Writing) -> None:
        day = open_day(db)
        booth = day.stand(db, day.host)
        day.end(db, day.talk(db, day.person(db, day.host), booth), booth, hired(booth.vacancies[0]))
        codes = ["seekers_placed", "openings_offered", "seekers_interviewed", "tickets_taken-end-open"]

        few = queries.figures(db, day.fair_id, codes, now=day.now)

        whole = counted(db, day)
        assert few == {code: whole.row(code).total for code in codes}
        with pytest.raises(NotFound):
            queries.figures(db, day.fair_id, ["happiness"], now=day.now)

    store.write(scene)


def test_everybody_sees_the_summary_and_no_more(store: Store) -> None:
    def scene(db: Writing) -> FairTally:
        day = open_day(db)
        booth = day.stand(db, day.host)
        for _ in range(3):
            day.end(db, day.talk(db, day.person(db, day.host), booth), booth, hired(booth.vacancies[0]))
        return queries.public_summary(db, day.fair_id, now=day.now)

    seen = {row.code: row.total for row in store.write(scene).rows}

    assert seen["seekers_interviewed-result-hired"] == 3
    assert seen["seekers_interviewed-result-hired-sex-female"] is None
    assert "calls_made" not in seen
    assert "placements_reversed" not in seen


def test_an_unknown_fair_is_not_found(store: Store) -> None:
    for ask in (queries.fair_tally, queries.public_summary):
        with pytest.raises(NotFound):
            store.read(lambda db, ask=ask: ask(db, new_id(), now=NEW))  # type: ignore[misc]
