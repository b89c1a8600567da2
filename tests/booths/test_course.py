"""One person, one line of time."""

from datetime import timedelta

from exchange.booths.course_queries import Strand, course, strand_of
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.db import Store
from exchange.seekers import access, merge_actions
from exchange.seekers.actions import SeekerGiven, record_consents, register_seeker
from exchange.seekers.codes import Channel, Purpose, Sex
from tests.cast import EIGHT_O_CLOCK as NOW
from tests.cast import open_ground


def test_what_happened_anywhere_stands_in_one_line_the_newest_first(store: Store) -> None:
    ground = store.write(open_ground)
    store.write(lambda db: ground.hire(db, "Lan", "Dung", now=NOW))
    by = log.By(ground.accounts["Phúc"], ground.seekers["Lan"])
    said = {Purpose.MESSAGES: False}
    store.write(
        lambda db: record_consents(
            db, ground.seekers["Lan"], said, channel=Channel.PHONE, by=by, now=NOW + timedelta(hours=1)
        )
    )

    steps = store.read(lambda db: course(db, ground.seekers["Lan"]))

    assert [step.kind for step in steps] == [
        Kind.CONSENT_RECORDED,
        Kind.OUTCOME_RECORDED,
        Kind.CALL_ACCEPTED,
        Kind.CALLED,
        Kind.QUEUE_JOINED,
    ]
    assert (steps[0].by, steps[0].employer) == ("TTDVVL Trà Vinh", "")
    assert (steps[1].by, steps[1].employer) == ("", "Công ty May Sông Tiền")
    fair = store.read(lambda db: course(db, ground.seekers["Lan"], [Strand.FAIR], most=2, skip=1))
    assert [step.kind for step in fair] == [Kind.CALL_ACCEPTED, Kind.CALLED]


def test_a_merged_file_brings_its_own_past(store: Store) -> None:
    ground = store.write(open_ground)
    given = SeekerGiven(name="Trần Lan", birth_year=1990, sex=Sex.FEMALE, province="86", wish="May")
    by = log.By(ground.accounts["Phúc"])
    again = store.write(
        lambda db: register_seeker(
            db, given, account_id=None, by=by, channel=Channel.PHONE, centre_id=ground.centres["Trà Vinh"], now=NOW
        )
    )
    phuc = ground.viewer("Phúc")
    store.write(
        lambda db: merge_actions.merge(
            db,
            access.own_desk(db, phuc, ground.seekers["Lan"]),
            access.own_desk(db, phuc, again),
            "một người",
            request_id=None,
            now=NOW + timedelta(minutes=1),
        )
    )

    steps = store.read(lambda db: course(db, ground.seekers["Lan"]))
    assert [step.kind for step in steps] == [Kind.SEEKERS_MERGED, Kind.SEEKER_REGISTERED]


def test_every_kind_belongs_somewhere() -> None:
    mine = {strand_of(kind) for kind in Kind if kind.value.startswith(("seeker_", "seekers_", "consent_"))}

    assert mine <= {Strand.FILE, Strand.FAIR, Strand.OTHER}
    assert strand_of(Kind.QUEUE_JOINED) is Strand.FAIR
