"""What a centre writes of its reports: versions, once each, by those who lead it; and a report made of them."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.reports import actions, narrative, queries
from exchange.reports.access import ReportDesk, report_desk
from exchange.reports.actions import PaperGiven, ParagraphGiven
from exchange.reports.codes import Form, ParagraphKey, ReportReason
from exchange.reports.composing import compose
from exchange.reports.rendering import render
from tests.cast import Ground
from tests.reports.make import figures
from tests.reports.pictures import needs_type, texts

NOW = datetime(2026, 6, 16, 2, tzinfo=UTC)
HALF = "2026-h1"


class Desk:
    """Hạnh at the reports of Trà Vinh."""

    def __init__(self, store: Store, ground: Ground) -> None:
        self.store, self.ground = store, ground
        self.centre = ground.centres["Trà Vinh"]

    def do(self, act: Any, *given: Any, request: UUID | None = None, by: str = "Hạnh") -> Any:
        return self.store.write(lambda db: act(db, self._at(db, by), *given, request_id=request, now=NOW))

    def write(self, text: str, seen: int = 0, **other: Any) -> Any:
        asked = {name: other.pop(name) for name in ("request", "by") if name in other}
        given = ParagraphGiven(**({"period": HALF, "key": ParagraphKey.AHEAD, "text": text, "seen": seen} | other))
        return self.do(actions.write_paragraph, given, **asked)

    def sign(self, **other: Any) -> Any:
        values = {"agency": "Sở Nội vụ", "place": "Trà Vinh", "subject": "Kết quả 6 tháng", "title": "Giám đốc"}
        named = {"period": HALF, "symbol": "BC-SNV", "day": date(2026, 6, 16), "signed_by": "Trần Văn An"}
        return self.do(actions.write_paper, PaperGiven(**(values | named | other)))

    def ask(self, question: Any, *given: Any) -> Any:
        return self.store.read(lambda db: question(db, self._at(db, "Hạnh"), *given))

    def _at(self, db: Any, who: str) -> ReportDesk:
        return report_desk(db, self.ground.viewer(who))


@pytest.fixture
def desk(store: Store, ground: Ground) -> Desk:
    return Desk(store, ground)


def test_each_saving_is_a_version_and_the_newest_stands(desk: Desk) -> None:
    desk.write("Một.")
    desk.write("Hai.", seen=1)
    desk.write("Khác.", key=ParagraphKey.NEXT)

    now = desk.store.read(lambda db: queries.paragraphs(db, desk.centre, HALF))
    assert {key: (one.version, one.text) for key, one in now.items()} == {
        ParagraphKey.AHEAD: (2, "Hai."),
        ParagraphKey.NEXT: (1, "Khác."),
    }
    assert [one.text for one in desk.ask(queries.earlier, HALF, ParagraphKey.AHEAD)] == ["Hai.", "Một."]
    assert desk.store.read(lambda db: queries.paragraphs(db, desk.ground.centres["Bến Tre"], HALF)) == {}


def test_who_saves_over_what_they_have_not_seen_is_told(desk: Desk) -> None:
    desk.write("Một.")

    with pytest.raises(Conflict, match=ReportReason.CHANGED.value):
        desk.write("Hai.", seen=0)

    assert len(desk.ask(queries.earlier, HALF, ParagraphKey.AHEAD)) == 1


def test_the_same_form_twice_is_one_version(desk: Desk) -> None:
    form = new_id()

    first, again = (desk.write("Một.", request=form) for _ in range(2))

    assert first == again
    kinds = desk.store.read(lambda db: db.scalars(select(columns(Entry).kind)).all())
    assert kinds.count(Kind.REPORT_PARAGRAPH_WRITTEN) == 1


@pytest.mark.parametrize("who", ["Phúc", "Lan", "Dung"])
def test_only_those_who_lead_the_centre_write(desk: Desk, who: str) -> None:
    with pytest.raises(NotFound):
        desk.write("Một.", by=who)


def test_a_template_is_kept_in_versions_and_ours_can_be_taken_again(desk: Desk) -> None:
    own = narrative.parsed("## Kết quả\n\nĐạt {{ houses }}.")
    desk.do(actions.keep_template, own, "mau-2026.docx")

    stood = desk.store.read(lambda db: queries.template(db, desk.centre))
    desk.do(actions.return_to_ours)

    assert stood == own
    assert desk.store.read(lambda db: queries.template(db, desk.centre)) == narrative.standard()
    assert [(one.version, one.file_name, one.own) for one in desk.ask(queries.templates)] == [
        (2, "", False),
        (1, "mau-2026.docx", True),
    ]


def test_a_number_is_used_once_in_a_year(desk: Desk) -> None:
    desk.sign(number=5)

    with pytest.raises(Refused, match=ReportReason.NUMBER_TAKEN.value) as refused:
        desk.sign(period="2026", number=5)
    desk.sign(period="2027-h1", number=5, day=date(2027, 6, 16))
    desk.sign(seen=1, number=6)
    desk.sign(period="2026", number=5)

    assert refused.value.field == "number"
    assert [one.number for one in desk.ask(queries.papers, HALF)] == [6, 5]


def test_a_report_is_made_of_what_was_written_and_counted(desk: Desk) -> None:
    needs_type()
    desk.sign(number=5, recipients="Như trên\nLưu: VT", dear="Bộ Nội vụ")
    desk.write("Một việc.\nHai việc.")

    paper, written, template = desk.store.read(
        lambda db: (
            queries.paper(db, desk.centre, HALF),
            queries.paragraphs(db, desk.centre, HALF),
            queries.template(db, desk.centre),
        )
    )
    words = {key: one.text for key, one in written.items()}
    period = (HALF, "6 tháng đầu năm 2026")
    made = compose(paper, figures(), words, template, centre="Trung tâm", period=period)  # type: ignore[arg-type]
    pages = "\n".join(texts(render(made, Form.PDF)))

    assert "Số: 05/BC-SNV Trà Vinh, ngày 16 tháng 6 năm 2026" in pages
    assert "Kính gửi: Bộ Nội vụ" in pages
    assert "1. Kết quả đạt được\nMột việc.\nHai việc." in pages
    assert "- Như trên;\n- Lưu: VT." in pages
