"""A monthly declaration on its form: what the person really did, as lines; what was typed, read."""

from collections.abc import Sequence

from exchange.benefits.declaration_actions import DeclarationGiven
from exchange.benefits.search_queries import Contact, Introduced
from exchange.kernel.texts import N_
from web.dates import needed_day
from web.forms import Form
from web.render import day
from web.visit import Visit


def told(visit: Visit, contacts: Sequence[Contact | Introduced]) -> str:
    """One line for each employer: day, name, fair or slip, what came of it."""
    return "\n".join(_sent(visit, one) if isinstance(one, Introduced) else _line(visit, one) for one in contacts)


def _sent(visit: Visit, one: Introduced) -> str:
    came = N_("đã đến nhà tuyển dụng") if one.presented_on else N_("được trung tâm giới thiệu")
    result = visit.render.label(one.answered) if one.answered else visit.render.text(came)
    slip = visit.render.text(N_("giấy giới thiệu số %(slip)s"), slip=one.slip)
    return ", ".join((f"{day(one.day)}: {one.employer} ({slip})", one.position, str(result)))


def _line(visit: Visit, contact: Contact) -> str:
    words = visit.render.text
    came = words(N_("đã phỏng vấn")) if contact.interviewed else words(N_("đã lấy số chờ phỏng vấn"))
    parts = [f"{day(contact.day)}: {contact.employer} ({contact.fair})", contact.position, came]
    if contact.outcome:
        parts.append(visit.render.label(contact.outcome))
    return ", ".join(part for part in parts if part)


def read_declaration(form: Form, *, by_staff: bool) -> DeclarationGiven | None:
    """What was typed; None when something is wrong, said at its field."""
    for name, sentence in (("month", N_("Anh/chị chọn tháng hưởng.")), ("state", N_("Anh/chị chọn một mục."))):
        if not form.get(name):
            form.wrong(name, sentence)
    declared_on = needed_day(form, "declared_on") if by_staff else None
    job_from = form.day("job_from") if form.get("state") == "has_job" else None
    if by_staff and not form.get("channel"):
        form.wrong("channel", N_("Anh/chị chọn: qua điện thoại hay tại quầy."))
    return None if form.errors else form.read(DeclarationGiven, declared_on=declared_on, job_from=job_from)
