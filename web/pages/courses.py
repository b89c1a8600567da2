"""One person, one line of time: for staff of the centre that keeps the file, and for the person."""

from typing import Any
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from exchange.booths.course_queries import Step, Strand, course
from exchange.cohorts.codes import InvitedBy, Path
from exchange.journal.kinds import Kind
from exchange.kernel.codes import Code
from exchange.kernel.db import Reading, Writing
from exchange.kernel.texts import N_
from exchange.referrals.codes import Answered
from exchange.seekers.access import own_desk, own_file
from exchange.seekers.codes import Why
from exchange.seekers.file_actions import open_file
from exchange.seekers.file_queries import PersonFile, own_person_file, person_file
from web.visit import Asked, Visit

PAGE = 100
STRANDS = {
    Strand.FILE: N_("Hồ sơ"),
    Strand.COUNSELLING: N_("Tư vấn, giới thiệu"),
    Strand.FAIR: N_("Phiên giao dịch"),
    Strand.BENEFIT: N_("Trợ cấp thất nghiệp"),
    Strand.OTHER: N_("Khác"),
}
_ANSWERS = {answer.value: answer for answer in Answered}
_ICONS = {
    Strand.FILE: "doc",
    Strand.COUNSELLING: "chat",
    Strand.FAIR: "flag",
    Strand.BENEFIT: "calendar",
    Strand.OTHER: "dash",
}
_CODES: dict[Kind, tuple[str, type[Code]]] = {
    Kind.COHORT_INVITED: ("how", InvitedBy),
    Kind.COHORT_PATH_CHOSEN: ("path", Path),
}


@get("/people/{seeker_id:uuid}/course")
async def of_person(visit: Asked, seeker_id: FromPath[UUID]) -> Response[bytes]:
    """Everything written down of somebody, the newest first."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/people/{seeker_id}/course")

    def look(db: Writing) -> dict[str, Any]:
        desk = own_desk(db, visit.viewer, seeker_id)
        open_file(db, desk, Why.COUNSELLING, now=visit.now)
        file = person_file(db, desk)
        return _values(db, visit, file, f"/people/{file.id}")

    return await visit.page("people/course.html", staff_page=True, **await visit.write(look))


@get("/me/course")
async def mine(visit: Asked) -> Response[bytes]:
    """The same, for the person themself."""
    if visit.viewer is None:
        return visit.go("/sign-in?next=/me/course")

    def ask(db: Reading) -> dict[str, Any]:
        return _values(db, visit, own_person_file(db, own_file(db, visit.viewer)), "/me/file")

    return await visit.page("people/course.html", **await visit.read(ask))


def _values(db: Reading, visit: Visit, file: PersonFile, back: str) -> dict[str, Any]:
    asked = visit.query("strand")
    strand = Strand(asked) if asked in set(Strand) else None
    number = int(typed) if (typed := visit.query("page")).isdecimal() and len(typed) < 6 else 1
    skip = (max(1, number) - 1) * PAGE
    steps = course(db, file.id, [strand] if strand else [], most=PAGE + 1, skip=skip)
    return {
        "file": file,
        "back": back,
        "steps": steps[:PAGE],
        "said": [_said(visit, step) for step in steps[:PAGE]],
        "strand": strand,
        "strands": [(one, str(visit.render.text(label))) for one, label in STRANDS.items()],
        "icons": _ICONS,
        "answers": _ANSWERS,
        "number": max(1, number),
        "more": len(steps) > PAGE,
        "path": visit.request.scope["path"],
    }


def _said(visit: Visit, step: Step) -> str:
    """What else an entry tells: which way, which path, which talk."""
    if step.kind in _CODES:
        name, words = _CODES[step.kind]
        told = step.facts.get(name)
        return visit.render.label(words(told)) if told in set(words) else ""
    return str(step.facts.get("title", "")) if step.kind is Kind.GROUP_TALK_ATTENDED else ""


HANDLERS = [of_person, mine]
