"""The six questions on one page, as staff ask them: what is offered, and what was answered."""

from typing import Any

from exchange.kernel.clock import local_day
from exchange.kernel.texts import N_
from exchange.reference import provinces
from exchange.seekers.actions import SeekerGiven
from exchange.seekers.codes import Channel, Sex
from exchange.seekers.questions import ASKED, HINTS, JOBS, NEEDED
from web.forms import Form
from web.visit import Visit

CHANNELS = (Channel.PHONE, Channel.COUNTER)
_NEEDED = {
    "name": N_("Anh/chị ghi họ và tên."),
    "birth_year": N_("Anh/chị ghi năm sinh."),
    "sex": N_("Anh/chị chọn giới tính, hoặc “Không nêu”."),
    "wish": N_("Anh/chị ghi công việc mong muốn."),
}


def answers_of_form(visit: Visit, form: Form) -> SeekerGiven | None:
    """The answers; None when something is wrong, said at the fields."""
    for name, sentence in _NEEDED.items():
        if not form.get(name):
            form.wrong(name, visit.render.text(sentence))
    phone = form.phone("phone", needed=False)
    if form.get("province") not in {province.code for province in provinces.as_of(local_day(visit.now))}:
        form.wrong("province", visit.render.text(N_("Anh/chị chọn tỉnh, thành phố.")))
    given = form.read(SeekerGiven, phone=phone)
    return None if form.errors else given


def channel_of_form(visit: Visit, form: Form, name: str) -> Channel | None:
    """How the person reaches us; None when it was not said."""
    if form.get(name) in CHANNELS:
        return Channel(form.get(name))
    form.wrong(name, visit.render.text(N_("Anh/chị chọn: qua điện thoại hay tại quầy.")))
    return None


def offered(visit: Visit) -> dict[str, Any]:
    """What the fields offer."""
    label, text = visit.render.label, visit.render.text
    return {
        "sexes": [(sex.value, label(sex)) for sex in Sex],
        "provinces": [(one.code, one.short_name) for one in provinces.as_of(local_day(visit.now))],
        "channels": [(channel.value, label(channel)) for channel in CHANNELS],
        "jobs": [text(job) for job in JOBS],
        "purposes": [(p.value, label(p), text(HINTS[p]), p in NEEDED) for p in ASKED],
    }
