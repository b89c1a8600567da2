"""Figures that other offices declare."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.centres.access import staff_desk
from exchange.group_talks.codes import Qualifier
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.periods.queries import PeriodView, period
from exchange.tallies import declared_actions, declared_queries
from exchange.tallies.book import Figure, book
from exchange.tallies.codes import TallyReason
from exchange.tallies.declared_actions import DeclaredGiven
from exchange.tallies.declared_rules import Amount, Said, covering
from tests.counselling.scene import NOW, Scene

HOUSES = DeclaredGiven("houses", 428, Qualifier.EXACT, "Phòng Người có công", "BC 12/BC-NCC")


def declare(scene: Scene, of: PeriodView, given: DeclaredGiven = HOUSES, by: str = "Phúc") -> object:
    def act(db: object) -> object:
        desk = staff_desk(db, scene.ground.viewer(by))  # type: ignore[arg-type]
        return declared_actions.declare(db, desk, of, given, client_key=new_id(), now=NOW)  # type: ignore[arg-type]

    return scene.store.write(act)


def figure(scene: Scene, of: PeriodView, code: str = "houses", centre: str = "Trà Vinh") -> Figure:
    here = (scene.ground.centres[centre],)
    return scene.store.read(lambda db: book(db, of, here, [code]))[code]


def test_a_declared_figure_stands_with_its_paper(scene: Scene, november: PeriodView) -> None:
    declare(scene, november)

    found = figure(scene, november)
    assert (found.value, found.qualifier) == (428, Qualifier.EXACT)
    assert (found.declared[0].source, found.declared[0].document) == ("Phòng Người có công", "BC 12/BC-NCC")
    assert figure(scene, november, centre="Bến Tre").value is None


def test_a_later_word_stands_and_says_why_and_the_earlier_stays_to_be_read(scene: Scene, november: PeriodView) -> None:
    declare(scene, november)
    again = DeclaredGiven("houses", 430, Qualifier.OVER, "Phòng Người có công", "BC 15", because="Bổ sung", after=1)
    declare(scene, november, again)

    here = scene.ground.centres["Trà Vinh"]
    assert figure(scene, november).value == 430
    history = scene.store.read(lambda db: declared_queries.history(db, here, november.id, "houses"))
    assert [(one.value, one.because) for one in history] == [(428, ""), (430, "Bổ sung")]
    with pytest.raises(Conflict):
        declare(scene, november, again)


def test_what_was_taken_back_is_not_known_and_stays_to_be_read(scene: Scene, november: PeriodView) -> None:
    own = declare(scene, november)
    desk = scene.store.read(lambda db: staff_desk(db, scene.ground.viewer("Phúc")))
    scene.store.write(lambda db: declared_actions.withdraw(db, desk, own, "Nhầm kỳ", now=NOW))  # type: ignore[arg-type]

    assert figure(scene, november).value is None
    history = scene.store.read(lambda db: declared_queries.history(db, desk.centre_id, november.id, "houses"))
    assert [one.withdrawn for one in history] == ["Nhầm kỳ"]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"unit": "hộ"}, TallyReason.WRONG_UNIT),
        ({"value": -1}, TallyReason.NEGATIVE),
        ({"value": 10**17}, TallyReason.TOO_BIG),
        ({"source": "  "}, TallyReason.NO_SOURCE),
        ({"document": ""}, TallyReason.NO_DOCUMENT),
        ({"indicator": "nothing"}, TallyReason.UNKNOWN),
    ],
)
def test_what_is_refused(scene: Scene, november: PeriodView, change: dict[str, object], why: TallyReason) -> None:
    given = DeclaredGiven(**({name: getattr(HOUSES, name) for name in HOUSES.__struct_fields__} | change))

    with pytest.raises(Refused) as refused:
        declare(scene, november, given)
    assert refused.value.reason is why


def test_a_figure_of_another_centre_cannot_be_taken_back(scene: Scene, november: PeriodView) -> None:
    own = declare(scene, november)
    desk = scene.store.read(lambda db: staff_desk(db, scene.ground.viewer("Ngân")))

    with pytest.raises(NotFound):
        scene.store.write(lambda db: declared_actions.withdraw(db, desk, own, "x", now=NOW))  # type: ignore[arg-type]


def test_beside_a_counted_figure_the_difference_is_said_and_nothing_added(scene: Scene, november: PeriodView) -> None:
    scene.record("Lan")
    declare(scene, november, DeclaredGiven("visits", 5, Qualifier.EXACT, "Phòng tư vấn", "BC 1", unit="lượt người"))

    found = figure(scene, november, "visits")
    assert (found.value, found.difference) == (1, 4)


def test_a_quarter_is_made_of_its_months_and_unknown_while_one_is_missing(scene: Scene, november: PeriodView) -> None:
    quarter, october, december = (
        scene.store.read(lambda db, code=code: period(db, code))  # type: ignore[misc]
        for code in ("2026-Q4-C", "2026-M10-C", "2026-M12-C")
    )
    declare(scene, november)
    declare(scene, october, DeclaredGiven("houses", 100, Qualifier.ABOUT, "Phòng", "BC 1"))
    assert figure(scene, quarter).value is None

    declare(scene, december, DeclaredGiven("houses", 2, Qualifier.EXACT, "Phòng", "BC 2"))
    found = figure(scene, quarter)
    assert (found.value, found.qualifier, found.so_far) == (530, Qualifier.ABOUT, None)


_DAYS = st.lists(st.integers(1, 5), min_size=1, max_size=6)


@given(_DAYS, st.integers(0, 5))
def test_periods_that_follow_each_other_make_the_whole_and_a_gap_makes_nothing(lengths: list[int], gap: int) -> None:
    said, day = [], date(2026, 1, 1).toordinal()
    for number, length in enumerate(lengths):
        first, last = date.fromordinal(day), date.fromordinal(day + length - 1)
        said.append(Said(first, last, number, Qualifier.EXACT))
        day += length
    whole = covering(said, said[0].first, said[-1].last)
    assert whole == Amount(sum(range(len(lengths))), Qualifier.EXACT)
    if gap < len(said):
        assert covering(said[:gap] + said[gap + 1 :], said[0].first, said[-1].last) is None
