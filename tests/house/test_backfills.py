"""What migrations put beside rows that were there is what is kept of such rows since."""

from datetime import timedelta
from importlib import import_module
from typing import Any

from sqlalchemy import Select, select, text

from exchange.benefits import standings
from exchange.benefits.bulk_actions import withdraw_claims
from exchange.benefits.codes import EndGround, EventKind, Verdict
from exchange.counselling.codes import ClientKind
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.seekers.meeting_tables import Meeting
from tests.benefits.scene import REFUSE
from tests.benefits.scene import Scene as Benefits
from tests.cast import open_ground
from tests.counselling.scene import TODAY, Scene, told

_BEFORE = ("before", "before_alike", "here_before", "here_before_alike")
_m = columns(Meeting)


def rows(store: Store, asked: Select[Any]) -> set[Any]:
    return set(map(tuple, store.read(lambda db: db.execute(asked).all())))


def forget(store: Store, words: str, again: str) -> None:
    def change(db: Any) -> None:
        db.execute(text(words))
        db.execute(text(again))

    store.write(change)


def test_claims_that_were_there_stand_as_those_that_came_later(store: Store) -> None:
    scene = Benefits(store, store.write(open_ground))
    lan, son, tu = scene.granted("Lan"), scene.granted("Sơn"), scene.granted("Tư")
    hoa = scene.receive("Hoa", "Ngân")
    scene.appraise(hoa, "Ngân")
    scene.decide(hoa, "Ngân", **REFUSE)
    job = {"on_day": scene.today, "ground": EndGround.HAS_JOB}
    scene.happen(lan, EventKind.ENDED, **job)
    scene.happen(son, EventKind.ENDED, **job)
    scene.take_back(son)
    scene.correct(tu, verdict=Verdict.CANCELLED, number="90/QĐ-SNV")
    again = scene.receive("Tư")
    kept = rows(store, standings.kept())
    assert [len(kept), len({row[-2:] for row in kept})] == [5, 3]  # one ended, one runs on, three without a spell

    forget(store, "DELETE FROM claim_standings", import_module("migrations.versions.0017_claim_standings").STANDINGS)

    assert rows(store, standings.kept()) == kept
    account = scene.ground.accounts["Hạnh"]
    store.write(lambda db: withdraw_claims(db, [again], "Nhầm tệp", account_id=account, now=scene.now))
    forget(store, "DELETE FROM claim_standings", import_module("migrations.versions.0017_claim_standings").STANDINGS)
    assert rows(store, standings.kept()) == {row for row in kept if row[0] != again}


def test_visits_that_were_there_know_those_before_them(store: Store) -> None:
    scene = Scene.on(store)
    for back, kind in (
        (3, ClientKind.SOLDIER),
        (2, ClientKind.JOB_SEEKER),
        (2, ClientKind.SOLDIER),
        (0, ClientKind.SOLDIER),
    ):
        scene.record("Lan", told(on_day=TODAY - timedelta(days=back), client_kind=kind))
    scene.record("Sơn", told(on_day=TODAY))
    asked = select(_m.first_id, _m.opens, *(_m[name] for name in _BEFORE))
    kept = rows(store, asked)
    assert len({row[2:] for row in kept}) == 3

    none = ", ".join(f"{name} = NULL" for name in _BEFORE)
    forget(store, f"UPDATE meetings SET {none}", import_module("migrations.versions.0018_visits_before").BEFORE)  # noqa: S608

    assert rows(store, asked) == kept
