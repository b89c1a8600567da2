from datetime import timedelta

import pytest
from sqlalchemy import update

from exchange.booths.codes import Mode
from exchange.employers.tables import Recruiter
from exchange.kernel.db import Store, Writing
from exchange.kernel.errors import NotFound
from exchange.kernel.ids import new_id
from exchange.placements.access import interview_desk, outcome_desk
from tests.placements.make import EIGHT_O_CLOCK, PASSED, account, open_day, viewer


def test_whoever_may_sit_at_the_booth_gives_and_corrects_its_outcomes(store: Store) -> None:
    def scene(db: Writing) -> None:
        day = open_day(db)
        booth = day.stand(db, day.host)
        talk = day.talk(db, day.person(db, day.joining), booth)
        outcome = day.end(db, talk, booth, PASSED)
        mine = viewer(booth.desk.account_id)
        db.add(
            Recruiter(employer_id=booth.desk.employer_id, account_id=mine.account_id, since=day.now)  # type: ignore[arg-type]
        )
        db.flush()

        assert interview_desk(db, mine, talk).booth_id == booth.desk.booth_id
        assert outcome_desk(db, mine, outcome).booth_id == booth.desk.booth_id
        for other in (None, viewer(account(db, "Người lạ")), viewer(day.staff[day.host])):
            with pytest.raises(NotFound):
                interview_desk(db, other, talk)
            with pytest.raises(NotFound):
                outcome_desk(db, other, outcome)
        with pytest.raises(NotFound):
            outcome_desk(db, mine, new_id())

        db.execute(update(Recruiter).values(ended_at=EIGHT_O_CLOCK + timedelta(hours=1)))
        with pytest.raises(NotFound):
            outcome_desk(db, mine, outcome)

    store.write(scene)


def test_the_centre_interviews_where_it_was_asked_to(store: Store) -> None:
    def scene(db: Writing) -> None:
        day = open_day(db)
        booth = day.stand(db, day.joining, mode=Mode.DELEGATED)
        talk = day.talk(db, day.person(db, day.host), booth)

        assert interview_desk(db, viewer(day.staff[day.joining]), talk).booth_id == booth.desk.booth_id
        with pytest.raises(NotFound):
            interview_desk(db, viewer(day.staff[day.host]), talk)

    store.write(scene)
