"""What becomes of single rows: why they are not taken, whose they are, what is written of them."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from exchange.booths.course_queries import course
from exchange.counselling.bulk_actions import days_of
from exchange.counselling.tables import ConsultationNote
from exchange.intake.codes import Choice, Register, Verdict
from exchange.intake.tables import IntakeTaking
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.seekers.codes import Purpose
from exchange.seekers.queries import gave
from tests.intake.scene import CLAIMS, PEOPLE, VISITS, Scene, csv
from tests.spreadsheets.made import xlsx

SEN = "Kim Thị Sen;1988;086188000777"
PERSON = "Kim Thị Sen;03/02/1988;Nữ;086188000777;0909 123 999;Ấp 5, xã Đại An, tỉnh Trà Vinh"
R = Register


def test_each_row_that_is_not_taken_says_why(scene: Scene) -> None:
    own = scene.send(
        R.PEOPLE,
        csv(
            PEOPLE,
            PERSON,
            "Kim Thị Sen;1988;Nữ;086188000777;;",
            "Lâm Phát;1990;Nam;12345;;",
            "Bé Na;2020;Nữ;;;",
            ";1990;;;;",
            "Lý Hai;31/02/1990;Bê đê;;;",
            "Thạch Ba;1991;Nam;;0909123450x;;;thừa ô",
            "Sơn Bốn;01/01/2050;Nam;;;",
        ),
    )

    scene.look(own)

    told = dict(scene.told(own))
    assert sorted(told) == [4, 5, 6, 7, 8, 9]
    assert "12 số" in told[4]
    assert "15 tuổi" in told[5]
    assert "trống" in told[6]
    assert "05/12/2025" in told[7]
    assert "Nam" in told[7], "all that is wrong with a row is said at once"
    assert "nhiều ô" in told[8]
    assert "chưa đến" in told[9]
    assert scene.told(own, Verdict.KNOWN) == [(3, "Trùng với dòng 2 của tệp.")]


def test_consultations_that_cannot_be_are_refused(scene: Scene) -> None:
    long = "a" * 100_000
    own = scene.send(
        R.CONSULTATIONS,
        csv(
            f"{VISITS};Ghi chú",
            f"{SEN};{scene.day(-1)};Việc làm",
            f"{SEN};05/06/1980;Việc làm",
            f"{SEN};{scene.day(1)};Việc làm;{long}",
            f"{SEN};2025;Việc làm",
        ),
    )

    scene.look(own)

    told = dict(scene.told(own))
    assert told[2] == "Ngày tư vấn chưa đến."
    assert told[3] == "Ngày tư vấn trước ngày sinh của người này."
    assert told[4] == "Ghi chú dài quá 4.000 ký tự."
    assert told[5] == "Cần cả ngày, tháng và năm."


def test_a_reckoned_cell_is_refused_by_its_address(scene: Scene) -> None:
    data = xlsx(["STT", "Họ và tên", "Năm sinh"], ["=1+1", "Lâm Phát", 1990], ["=A2+1", "Lâm Lộc", "=1990+1"])
    own = scene.send(R.PEOPLE, data, "so.xlsx")

    looked = scene.look(own)

    assert looked.to_take == 1, "a column that nobody reads may hold what it likes"
    assert scene.told(own) == [(3, "Ô C3 là công thức chưa có kết quả. Anh/chị dán lại thành giá trị rồi gửi lại.")]


def test_somebody_another_centre_keeps_is_refused_and_ones_own_is_found(scene: Scene) -> None:
    scene.whole(R.PEOPLE, PEOPLE, PERSON)
    own = scene.send(R.CONSULTATIONS, csv(VISITS, f"{SEN};{scene.day(1)};Việc làm"))
    assert scene.look(own).verdicts[Verdict.NEW] == 1
    scene.ground.seekers["Sen"] = scene.lines(own, Verdict.NEW)[0].seeker_id or UUID(int=0)
    before = scene.people()
    scene.keep("Sen", "Bến Tre")

    scene.look(own)

    assert scene.told(own) == [(2, "Người này do trung tâm khác giữ hồ sơ.")]
    scene.keep("Sen", "Trà Vinh")
    scene.look(own)
    assert scene.take(own).files == 0
    assert scene.people() == before


def test_a_number_under_another_name_is_taken_and_doubted(scene: Scene) -> None:
    scene.whole(R.PEOPLE, PEOPLE, PERSON)
    rows = [f"Lâm Phát;1988;086188000777;{scene.day(1)};Việc làm", f"{SEN};{scene.day(2)};Việc làm"]
    own = scene.send(R.CONSULTATIONS, csv(VISITS, *rows))

    looked = scene.look(own)

    assert (looked.verdicts[Verdict.DOUBTED], looked.verdicts[Verdict.NEW]) == (1, 1)
    assert "mang tên khác" in scene.told(own, Verdict.DOUBTED)[0][1]


def test_staff_decide_over_a_likely_file_for_all_rows_or_for_one(scene: Scene) -> None:
    scene.keep("Lan", "Trà Vinh")
    rows = [f"Trần Thị Lan;1990;;{scene.day(back)};Việc làm" for back in (3, 2, 1)]
    own = scene.send(R.CONSULTATIONS, csv(VISITS, *rows))
    before = scene.people()

    looked = scene.look(own)
    assert (looked.verdicts[Verdict.LIKELY], looked.to_take) == (3, 0), "nothing is guessed"
    scene.choose(own, r2=Choice.LINK, r3=Choice.CREATE)
    taken = scene.take(own)

    assert (taken.taken, taken.files, scene.people()) == (2, 1, before + 1)
    lan = scene.ground.seekers["Lan"]
    days = scene.store.read(lambda db: days_of(db, scene.ground.centres["Trà Vinh"], [lan]))
    assert days == {(lan, scene.today - timedelta(days=3))}


def test_several_rows_of_one_person_make_one_file(scene: Scene) -> None:
    rows = [f"{SEN};{scene.day(back)};Việc làm" for back in (5, 4, 4)]
    filler = [f"Lâm Văn Số{number};1990;{86_090_000_000 + number:012};{scene.day(9)};BHTN" for number in range(250)]

    own = scene.whole(R.CONSULTATIONS, VISITS, rows[0], *filler, *rows[1:])

    counts = scene.counts(own)
    assert (counts.taken, counts.files) == (252, 251)
    assert scene.told(own, Verdict.KNOWN) == [(254, "Trùng với dòng 253 của tệp.")]


def test_words_that_are_no_topic_are_kept_in_the_note(scene: Scene) -> None:
    scene.whole(R.CONSULTATIONS, VISITS, f"{SEN};{scene.day(1)};Hỏi đường đến khu công nghiệp")

    words = scene.store.read(lambda db: db.scalars(select(columns(ConsultationNote).words)).all())

    assert words == ["Hỏi đường đến khu công nghiệp"]


def test_what_was_signed_on_paper_is_recorded_and_nothing_else(scene: Scene) -> None:
    own = scene.whole(R.PEOPLE, PEOPLE, PERSON, agreed=(Purpose.MATCHING,))
    sen = _seeker(scene, own)

    assert scene.store.read(lambda db: gave(db, sen)) == {Purpose.MATCHING}
    kinds = [step.kind for step in scene.store.read(lambda db: course(db, sen))]
    assert set(kinds) == {Kind.SEEKER_REGISTERED, Kind.CONSENT_RECORDED}


def test_claims_with_their_decisions_and_one_open_claim_a_person(scene: Scene) -> None:
    decided = f"12/QĐ;{scene.day(380)};3;3.500.000 đ;{scene.day(375)}"
    rows = [
        f"{SEN};7/2025;{scene.day(400)};{scene.day(410)};{decided};{scene.day(100)}",
        f"{SEN};;{scene.day(20)};{scene.day(30)};;;;;;",
        f"{SEN};;{scene.day(10)};{scene.day(30)};;;;;;",
        f"Lâm Phát;1990;;7/2025;{scene.day(10)};{scene.day(30)};;;;;;",
        f"Lâm Lộc;1990;;;{scene.day(10)};{scene.day(5)};;;;;;",
    ]

    own = scene.whole(R.CLAIMS, f"{CLAIMS};Ngày chấm dứt hưởng", *rows)

    assert scene.counts(own).taken == 2
    told = dict(scene.told(own))
    assert told[4] == "Người này đang có một hồ sơ chưa kết thúc."
    assert told[5] == "Số hồ sơ này có ở nhiều dòng của tệp."
    assert told[6] == "Ngày nộp hồ sơ phải từ ngày chấm dứt hợp đồng trở đi."
    again = scene.send(R.CLAIMS, csv(f"{CLAIMS};Ngày chấm dứt hưởng", rows[0]))
    scene.look(again)
    assert scene.told(again, Verdict.KNOWN) == [(2, "Số hồ sơ này đã có tại trung tâm.")]


def _seeker(scene: Scene, own: UUID) -> UUID:
    taken = columns(IntakeTaking)
    query = select(taken.seeker_id).where(taken.intake_id == own).order_by(taken.line).limit(1)
    found: UUID = scene.store.read(lambda db: db.execute(query).scalar_one())
    return found
