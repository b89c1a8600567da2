"""Whatever is taken in, in whatever order: after it is taken back, the figures and the files are as before."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchange.intake.codes import Choice, Register
from tests.intake.scene import CLAIMS, PEOPLE, VISITS, Scene, csv

_who = st.sampled_from(["Trần Thị Lan;1990;", "Kim Sen;1988;086188000777", "Lâm Phát;1991;", "Thạch Sơn;1990;"])
_visit = st.tuples(_who, st.integers(0, 5))
_files = st.lists(
    st.one_of(
        st.tuples(st.just(Register.PEOPLE), st.lists(st.tuples(_who, st.just(0)), min_size=1, max_size=4)),
        st.tuples(st.just(Register.CONSULTATIONS), st.lists(_visit, min_size=1, max_size=6)),
        st.tuples(st.just(Register.CLAIMS), st.lists(_visit, min_size=1, max_size=3)),
    ),
    min_size=1,
    max_size=3,
)


def written(scene: Scene, register: Register, rows: list[tuple[str, int]]) -> bytes:
    def line(who: str, back: int) -> str:
        name, year, number = who.split(";")
        match register:
            case Register.PEOPLE:
                return f"{name};{year};;{number};;"
            case Register.CONSULTATIONS:
                return f"{who};{scene.day(back)};Việc làm"
            case Register.CLAIMS:
                return f"{who};;{scene.day(back)};{scene.day(back + 9)};;;;;"

    head = {Register.PEOPLE: PEOPLE, Register.CONSULTATIONS: VISITS, Register.CLAIMS: CLAIMS}[register]
    return csv(head, *(line(*row) for row in rows))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=_files, likely=st.sampled_from(Choice), last_first=st.booleans())
def test_figures_are_as_before(scene: Scene, files: list[Any], likely: Choice, last_first: bool) -> None:
    before, there = scene.figures(), {one.id for one in scene.found("Kim Sen")}
    taken = []
    for register, rows in files:
        own = scene.send(register, written(scene, register, rows))
        scene.look(own, likely=likely)
        if scene.counts(own).to_take:
            scene.take(own)
            taken.append(own)

    gone = [scene.undo(own) for own in (reversed(taken) if last_first else taken)]

    assert scene.figures() == before
    assert all(sum(one.gone.values()) == one.taken for one in gone), "of each row it is known what became of it"
    if last_first:
        assert all(one.kept == 0 for one in gone), "nothing else hangs on what came last"
        assert {one.id for one in scene.found("Kim Sen")} == there, "nobody is left who was not there before"
