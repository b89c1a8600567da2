"""Lists of people as papers have them: read line by line, matched, confirmed as a whole or not at all."""

from typing import Any

import pytest
from sqlalchemy import update

from exchange.kernel.ids import new_id
from exchange.rosters.actions import ListWrong
from exchange.rosters.codes import LineReason, Match
from exchange.rosters.queries import NEW, SKIP
from exchange.rosters.rows import ListRefused, as_text
from exchange.rosters.sheets import read_text
from exchange.seekers.codes import Channel, Sex
from exchange.seekers.queries import consents
from exchange.seekers.tables import Seeker
from exchange.spreadsheets.codes import FileReason
from tests.counselling.scene import Scene, only
from tests.group_talks.scene import PAPER, came, confirmed, held, listed, names, rows, shown

NEWCOMER = "Kim Sô Phát\t2003\t0912 000 111\tXã Cầu Kè\td9"


def test_typed_lines_are_known_by_their_shape() -> None:
    said = rows("1, Thạch Sơn, 1990, 0909 123 451\nTrần Thị Lan; 15/08/1990\n")

    assert [(one.name, one.birth_year, one.phone) for one in said] == [
        ("Thạch Sơn", 1990, "+84909123451"),
        ("Trần Thị Lan", 1990, None),
    ]
    typed = rows("Kim Sô Phát\t15/08/2003\tnam\tXã Cầu Kè\t909123451")[0]
    assert (typed.birth_year, typed.sex, typed.commune, typed.phone) == (2003, Sex.MALE, "Xã Cầu Kè", "+84909123451")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("\t2001\t", LineReason.NO_NAME),
        ("A" * 121 + "\t2001\t", LineReason.LONG_NAME),
        ("Thạch Sơn\t\t", LineReason.NO_YEAR),
        ("Thạch Sơn\t31\t", LineReason.NO_YEAR),
        ("Thạch Sơn\t2015\t", LineReason.YEAR),
        ("Thạch Sơn\t2001\t12", LineReason.PHONE),
        ("Thạch Sơn\t=YEAR(C2)\t", LineReason.FORMULA),
        ("NguyÔn V¨n Hïng\t2001\t", FileReason.TCVN3),
        ("Thaïch Sôn\t2001\t", FileReason.VNI),
    ],
)
def test_each_line_says_what_is_wrong_with_it(line: str, fault: LineReason) -> None:
    assert [one.fault for one in rows(f"{PAPER}{line}\nKim Sô Phát\t2003\t")] == [fault, None]


def test_a_list_has_its_bounds() -> None:
    for text, reason in ((PAPER, LineReason.NOTHING), (PAPER + "A B\t2001\n" * 1_001, LineReason.MANY)):
        with pytest.raises(ListRefused) as no:
            rows(text)
        assert no.value.reason is reason
    with pytest.raises(ListRefused):
        as_text(read_text("a;b\nc;d"))


def test_every_line_is_matched_before_anything_is_saved(scene: Scene) -> None:
    talk = held(scene)
    came(scene, talk, "Tư")
    scene.store.write(lambda db: only(db, scene.ground, "Hoa", "Bến Tre"))
    text = PAPER + "\n".join(
        ("Sơn Thạch\t1990", "Trần Lan\t1991\t0909123450", "Lê Văn Tư\t1990", NEWCOMER, "Thạch Sơn\t1990", "Kim\tx")
    )

    lines = listed(scene, talk, text)

    sơn = str(scene.ground.seekers["Sơn"])
    assert [(one.match, one.choice) for one in lines] == [
        (Match.SURE, sơn),
        (Match.CHOOSE, ""),
        (Match.LISTED, SKIP),
        (Match.NEW, NEW),
        (Match.REPEATED, SKIP),
        (Match.FAULTY, SKIP),
    ]
    assert names(scene, talk) == ["Lê Văn Tư"]


def test_the_same_name_with_another_telephone_or_place_is_for_staff_to_decide(scene: Scene) -> None:
    talk = held(scene)
    place = update(Seeker).where(Seeker.id == scene.ground.seekers["Sơn"]).values(commune="Xã Cầu Kè")  # type: ignore[arg-type]
    scene.store.write(lambda db: db.execute(place))
    text = PAPER + "\n".join(
        (
            "Thạch Sơn\t1990\t0909123451\tXã Trà Cú",
            "Thạch Sơn\t1990\t\tcau ke",
            "Thạch Sơn\t1990\t0912000111\tXã Cầu Kè",
            "Sơn Thạch\t1990\t\tXã Trà Cú",
        )
    )

    matches = [listed(scene, talk, PAPER + line)[0].match for line in text.removeprefix(PAPER).split("\n")]

    assert matches == [Match.SURE, Match.SURE, Match.CHOOSE, Match.CHOOSE]


def test_a_confirmed_list_makes_files_only_for_those_who_had_none(scene: Scene) -> None:
    talk, key = held(scene), new_id()
    text = PAPER + "\n".join(("Thạch Sơn\t1990", NEWCOMER))

    taken = confirmed(scene, talk, text, key=key)
    again = confirmed(scene, talk, text, key=key)

    assert taken is not None
    assert (taken.known, taken.new, taken.left, again) == (1, 1, 0, None)
    assert names(scene, talk) == ["Kim Sô Phát", "Thạch Sơn"]
    table = Seeker.__table__  # type: ignore[attr-defined]
    made = scene.store.read(
        lambda db: db.execute(
            table.select()
            .with_only_columns(table.c.id, table.c.channel, table.c.centre_id, table.c.commune)
            .where(table.c.full_name == "Kim Sô Phát")
        ).one()
    )
    assert tuple(made[1:]) == (Channel.IMPORTED, scene.ground.centres["Trà Vinh"], "Xã Cầu Kè")
    assert scene.store.read(lambda db: consents(db, made.id)) == []


@pytest.mark.parametrize(
    ("line", "choices", "said", "reason"),
    [
        ("Trần Lan\t1991\t0909123450", {}, {}, LineReason.CHOOSE),
        ("Trần Lan\t1991\t0909123450", {2: str(new_id())}, {}, LineReason.CHOOSE),
        ("Kim\tx", {}, {}, LineReason.FAULTS),
        (NEWCOMER, {}, {"seen": "of yesterday"}, LineReason.CHANGED),
    ],
)
def test_nothing_is_half_saved(
    line: str, choices: dict[int, str], said: dict[str, Any], reason: LineReason, scene: Scene
) -> None:
    talk = held(scene)

    with pytest.raises(ListWrong) as no:
        confirmed(scene, talk, f"{PAPER}{line}\nThạch Sơn\t1990", choices, **said)

    assert no.value.reason is reason
    assert shown(scene, talk).attended == 0


def test_faulty_lines_are_left_out_where_staff_say_so(scene: Scene) -> None:
    talk = held(scene)

    taken = confirmed(scene, talk, f"{PAPER}Kim\tx\nThạch Sơn\t1990", drop_faulty=True)

    assert taken is not None
    assert (taken.known, taken.new, taken.left) == (1, 0, 1)
