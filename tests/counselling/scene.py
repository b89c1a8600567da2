"""A centre's counselling desk: Phúc counsels at Trà Vinh, Hạnh leads it, Ngân counsels at Bến Tre."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import update

from exchange.accounts import actions as accounts
from exchange.centres.codes import Role
from exchange.centres.tables import Staff
from exchange.counselling import access, actions
from exchange.counselling.actions import Correction
from exchange.counselling.codes import ClientKind, Privacy, Topic
from exchange.counselling.given import ConsultationGiven, NoteGiven
from exchange.counselling.rules import Days
from exchange.counselling.telling import standing
from exchange.kernel.db import Store, Writing
from exchange.kernel.ids import new_id
from exchange.kernel.text import fold
from exchange.seekers import index
from exchange.seekers.access import OwnDesk, own_desk
from exchange.seekers.file_tables import SeekerMerge, SeekerPerson
from exchange.seekers.meetings import settle
from exchange.seekers.tables import Seeker
from tests.cast import EIGHT_O_CLOCK, Ground, open_ground

NOW = EIGHT_O_CLOCK + timedelta(days=7)
TODAY = date(2026, 11, 30)
WEEK = Days(TODAY - timedelta(days=6), TODAY)


def told(**other: Any) -> ConsultationGiven:
    """An ordinary consultation of today."""
    usual = {"on_day": TODAY, "client_kind": ClientKind.JOB_SEEKER, "province": "86", "topics": {Topic.DOMESTIC}}
    return ConsultationGiven(**(usual | other))


def note(words: str = "Muốn làm gần nhà", privacy: Privacy = Privacy.CENTRE) -> NoteGiven:
    return NoteGiven(words=words, privacy=privacy)


def only(db: Writing, ground: Ground, who: str, centre: str) -> None:
    """Somebody's file is kept by one centre."""
    change = update(Seeker).where(Seeker.__table__.c.id == ground.seekers[who])  # type: ignore[attr-defined]
    db.execute(change.values(centre_id=ground.centres[centre]))


def renamed(db: Writing, ground: Ground, who: str, name: str) -> None:
    """Somebody is called otherwise."""
    own = ground.seekers[who]
    change = update(Seeker).where(Seeker.__table__.c.id == own)  # type: ignore[attr-defined]
    db.execute(change.values(full_name=name, name_fold=fold(name)))
    index.refresh(db, own)


def merge(db: Writing, ground: Ground, gone: str, kept: str, *, now: datetime = NOW) -> None:
    """Two files are found to be of one person."""
    files = {"gone_id": ground.seekers[gone], "kept_id": ground.seekers[kept]}
    db.add(SeekerMerge(**files, because="Cùng một người", at=now, by_account=ground.accounts["Hạnh"]))
    db.add(SeekerPerson(seeker_id=files["gone_id"], person_id=files["kept_id"]))
    db.flush()
    settle(db, {files["gone_id"]: files["kept_id"]})


@dataclass
class Scene:
    """A store with everybody on it."""

    store: Store
    ground: Ground

    @classmethod
    def on(cls, store: Store) -> "Scene":
        """A fresh one."""
        return cls(store, store.write(open_ground))

    def desk(self, db: Writing, seeker: str = "Lan", by: str = "Phúc") -> OwnDesk:
        return own_desk(db, self.ground.viewer(by), self.ground.seekers[seeker])

    def record(
        self,
        seeker: str = "Lan",
        given: ConsultationGiven | None = None,
        said: NoteGiven | None = None,
        *,
        by: str = "Phúc",
        key: UUID | None = None,
        now: datetime = NOW,
    ) -> UUID:
        """Somebody is counselled."""
        used = key or new_id()
        return self.store.write(
            lambda db: actions.record_consultation(
                db, self.desk(db, seeker, by), given or told(), said, client_key=used, now=now
            )
        )

    def correct(
        self, own: UUID, given: ConsultationGiven, because: str = "Ghi nhầm", *, by: str = "Phúc", seen: Any = None
    ) -> bool:
        """A consultation is told again."""

        def change(db: Writing) -> bool:
            desk = access.changing_desk(db, self.ground.viewer(by), own)
            told = Correction(given, because, seen or standing(db, own).id)
            return actions.correct_consultation(db, desk, told, client_key=new_id(), now=NOW)

        return self.store.write(change)

    def withdraw(self, own: UUID, because: str = "Ghi hai lần", *, by: str = "Phúc") -> None:
        """A consultation is taken back."""
        self.store.write(
            lambda db: actions.withdraw_consultation(
                db, access.changing_desk(db, self.ground.viewer(by), own), because, request_id=None, now=NOW
            )
        )

    def annotate(self, own: UUID, said: NoteGiven, *, by: str = "Phúc", request_id: UUID | None = None) -> bool:
        """The note is written again."""
        return self.store.write(
            lambda db: actions.write_note(
                db, access.note_desk(db, self.ground.viewer(by), own), said, request_id=request_id, now=NOW
            )
        )


def employ(scene: Scene, name: str, place: str, role: Role = Role.COUNSELLOR) -> None:
    """Somebody more works at a centre."""

    def hire(db: Writing) -> None:
        account = accounts.open_account(db, name, email=f"{fold(name)}@vi-du.vn", now=NOW)
        login = accounts.sign_in(db, account, "thử", now=NOW)
        scene.ground.accounts[name], scene.ground.logins[name] = account, login.login_id
        scene.ground.tokens[name] = login.token
        db.add(Staff(centre_id=scene.ground.centres[place], account_id=account, role=role, since=NOW))

    scene.store.write(hire)
