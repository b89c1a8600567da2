"""Writing a consultation down, once; correcting, withdrawing and annotating it, with everything kept."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from exchange.counselling import access, queries
from exchange.counselling.codes import ClientKind, ConsultationReason, Privacy, Result, Topic
from exchange.counselling.tables import Consultation, ConsultationNote
from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.ids import new_id
from tests.counselling.scene import TODAY, Scene, employ, note, told

KINDS = [kind for kind in Kind if kind.startswith("consultation")]


def rows(scene: Scene, model: Any = Consultation) -> int:
    return scene.store.read(lambda db: db.scalar(select(func.count()).select_from(columns(model).id.table))) or 0


def whole(scene: Scene, own: UUID, by: str = "Phúc") -> queries.Whole:
    viewer = scene.ground.viewer(by)
    return scene.store.read(lambda db: queries.consultation(db, access.consultation_desk(db, viewer, own)))


def kinds(scene: Scene) -> list[str]:
    own = columns(Entry)
    query = select(own.kind).where(own.kind.in_(KINDS)).order_by(own.at, own.id)
    return list(scene.store.read(lambda db: db.scalars(query).all()))


def test_a_consultation_is_kept_as_it_was_told(scene: Scene) -> None:
    given = told(topics={Topic.LAW, Topic.OTHER}, minutes=30, commune="Phường Long Đức", result=Result.REFERRAL)

    own = scene.record(given=given, said=note("Đã gửi  hồ sơ"))

    kept = whole(scene, own)
    assert kept.told.facts == given.facts()
    assert (kept.told.counsellor, kept.told.written_by, kept.told.because) == ("Phúc", "Phúc", "")
    assert [one.words for one in kept.notes.shown] == ["Đã gửi hồ sơ"]


def test_a_saving_that_is_sent_twice_is_one_consultation(scene: Scene) -> None:
    key = new_id()

    first, second = scene.record(key=key, said=note()), scene.record(key=key, said=note())

    assert first == second
    assert (rows(scene), rows(scene, ConsultationNote)) == (1, 1)
    assert kinds(scene) == ["consultation_recorded"]


def test_the_same_key_of_two_counsellors_is_two_consultations(scene: Scene) -> None:
    key = new_id()

    assert scene.record(key=key) != scene.record(key=key, by="Hạnh")
    assert rows(scene) == 2


def test_a_saved_page_that_is_changed_and_sent_again_is_no_repetition(scene: Scene) -> None:
    key = new_id()
    scene.record(key=key)

    with pytest.raises(Refused) as no:
        scene.record(key=key, given=told(minutes=45))

    assert no.value.reason is ConsultationReason.KEY_USED
    assert rows(scene) == 1


def test_nothing_is_half_saved_of_what_is_refused(scene: Scene) -> None:
    with pytest.raises(Refused) as no:
        scene.record(given=told(on_day=TODAY + timedelta(days=1)), said=note())

    assert (no.value.reason, no.value.field) == (ConsultationReason.FUTURE, "on_day")
    assert (rows(scene), rows(scene, ConsultationNote)) == (0, 0)


def test_a_correction_stands_beside_what_it_corrects(scene: Scene) -> None:
    own = scene.record()

    assert scene.correct(own, told(client_kind=ClientKind.SOLDIER), "Là quân nhân", by="Hạnh")

    first, second = whole(scene, own).tellings
    assert (first.facts.client_kind, second.facts.client_kind) == (ClientKind.JOB_SEEKER, ClientKind.SOLDIER)
    assert (second.because, second.written_by, second.counsellor) == ("Là quân nhân", "Hạnh", "Phúc")


def test_a_consultation_that_is_saved_unchanged_stays_as_it_is(scene: Scene) -> None:
    own = scene.record(given=told(result=Result.FAIR, commune="Càng Long"), said=note())
    before = whole(scene, own)

    assert not scene.correct(own, told(result=Result.FAIR, commune=" Càng  Long "), "Không đổi gì")

    assert whole(scene, own) == before
    assert kinds(scene) == ["consultation_recorded"]


def test_a_correction_needs_its_reason(scene: Scene) -> None:
    own = scene.record()

    with pytest.raises(Refused) as no:
        scene.correct(own, told(minutes=20), "  ")

    assert (no.value.reason, no.value.field) == (ConsultationReason.WITHOUT_WORDS, "because")


def test_who_saw_an_older_telling_corrects_nothing(scene: Scene) -> None:
    own = scene.record()
    scene.correct(own, told(minutes=20))

    with pytest.raises(Conflict):
        scene.correct(own, told(minutes=25), seen=own)

    assert whole(scene, own).told.facts.minutes == 20


def test_what_was_withdrawn_is_kept_and_is_corrected_no_more(scene: Scene) -> None:
    own = scene.record()
    scene.withdraw(own, "Ghi nhầm người")
    scene.withdraw(own, "Lần nữa")

    with pytest.raises(Refused):
        scene.correct(own, told(minutes=20))

    assert whole(scene, own).told.withdrawn == "Ghi nhầm người"
    assert kinds(scene) == [Kind.CONSULTATION_RECORDED, Kind.CONSULTATION_WITHDRAWN]


def test_a_note_has_versions_and_none_is_overwritten(scene: Scene) -> None:
    own, form = scene.record(said=note("Một")), new_id()

    assert scene.annotate(own, note("Hai"), request_id=form)
    assert scene.annotate(own, note("Hai"), request_id=form)
    assert not scene.annotate(own, note("Hai"))

    assert [(one.version, one.words) for one in whole(scene, own).notes.shown] == [(1, "Một"), (2, "Hai")]


def test_a_note_is_its_counsellors(scene: Scene) -> None:
    own = scene.record(said=note("Một"))

    with pytest.raises(NotFound):
        scene.annotate(own, note("Hai"), by="Hạnh")


@pytest.mark.parametrize(("by", "reads"), [("Phúc", True), ("Hạnh", True), ("Khánh", False)])
def test_a_private_note_is_read_by_its_author_and_the_leads(by: str, reads: bool, scene: Scene) -> None:
    employ(scene, "Khánh", "Trà Vinh")
    own = scene.record(said=note("Hoàn cảnh riêng", Privacy.LEADS))

    notes = whole(scene, own, by).notes

    assert (notes.newest is not None, notes.written) == (reads, 1)


def test_a_note_that_becomes_private_takes_its_versions_with_it(scene: Scene) -> None:
    employ(scene, "Khánh", "Trà Vinh")
    own = scene.record(said=note("Ai cũng đọc"))
    scene.annotate(own, note("Riêng", Privacy.LEADS))

    assert whole(scene, own, "Khánh").notes.shown == []


def test_what_was_private_stays_so_when_a_newer_version_is_not(scene: Scene) -> None:
    employ(scene, "Khánh", "Trà Vinh")
    own = scene.record(said=note("Riêng", Privacy.LEADS))
    scene.annotate(own, note("Ai cũng đọc"))

    assert [one.words for one in whole(scene, own, "Khánh").notes.shown] == ["Ai cũng đọc"]
