"""Drawing beside the server: the same bytes, sentences that travel, nothing for ever."""

import asyncio

import pytest

from exchange.reports.codes import Form, ReportReason
from exchange.reports.errors import NotDrawn
from tests.reports.make import head, report
from tests.reports.pictures import needs_type
from web.papers import Papers


@pytest.mark.parametrize("form", [Form.PDF, Form.JSON])
async def test_it_is_the_same_file_as_within(form: Form, pdf: bytes) -> None:
    drawn = await Papers().draw(report(), form)

    assert drawn == pdf if form is Form.PDF else drawn.startswith(b"{")


async def test_what_cannot_be_drawn_comes_back_as_its_sentence() -> None:
    needs_type()

    with pytest.raises(NotDrawn, match="không có ký tự “😀”") as refused:
        await Papers().draw(report(head=head(place="😀")), Form.PDF)

    assert refused.value.reason is ReportReason.LETTER


async def test_what_takes_too_long_is_ended_and_others_get_their_turn() -> None:
    papers = Papers(at_once=1, seconds=0.01)

    drawn = await asyncio.gather(*(papers.draw(report(), Form.DOCX) for _ in range(2)), return_exceptions=True)

    assert [fault.reason for fault in drawn if isinstance(fault, NotDrawn)] == [ReportReason.TOO_SLOW] * 2
