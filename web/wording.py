"""What the wording rules found, in words for the page."""

from collections.abc import Iterable

import msgspec

from exchange.kernel.texts import N_
from exchange.vacancies.wording import EXPLAINED, Finding
from web.visit import Visit

_FIELDS = {
    "title": N_("tên vị trí"),
    "description": N_("mô tả công việc"),
    "requirements": N_("yêu cầu"),
}


class Told(msgspec.Struct, frozen=True):
    """One finding: what kind it is, the words as written, where, why it matters and where the law says so."""

    label: str
    words: str
    field: str
    why: str
    law: str


def told(visit: Visit, findings: Iterable[Finding]) -> list[Told]:
    """Findings as the page says them."""
    text = visit.render.text
    return [
        Told(
            visit.render.label(found.code),
            found.words,
            str(text(_FIELDS[found.field])),
            str(text(EXPLAINED[found.code].why)),
            str(text(EXPLAINED[found.code].law)),
        )
        for found in findings
    ]
