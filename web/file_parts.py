"""The parts of a person's file as forms: read from what was sent, filled from what is kept, and what they offer."""

from collections.abc import Callable
from typing import Any

import msgspec

from exchange.kernel.clock import local_day
from exchange.kernel.text import show_phone
from exchange.kernel.texts import N_
from exchange.reference import ethnic_groups, occupations, provinces
from exchange.reference.codes import Qualification
from exchange.seekers.codes import Activity, Group, JoblessFor, NumberKind, Schooling, Service, Sex, Why
from exchange.seekers.file_given import (
    GroupGiven,
    IdentityGiven,
    PartGiven,
    PlaceGiven,
    ServiceGiven,
    WishGiven,
    WorkGiven,
)
from exchange.seekers.file_queries import PersonFile
from web.forms import MISSING, Form
from web.visit import Visit

TITLES = {
    "identity": N_("Thông tin cá nhân, liên hệ"),
    "place": N_("Nơi ở, hộ khẩu"),
    "work": N_("Học vấn, việc đã làm"),
    "wish": N_("Việc mong muốn"),
}
PLACES = ("place_1", "place_2", "place_3")


def read_part(name: str, form: Form) -> PartGiven | None:
    """What was entered; None when something is wrong, said at the fields."""
    return _READERS[name](form)


def _identity(form: Form) -> IdentityGiven | None:
    phone, born = form.phone("phone", needed=False), form.day("birth_date")
    given = form.read(IdentityGiven, phone=phone, birth_date=born)
    return None if form.errors else given


def _place(form: Form) -> PlaceGiven | None:
    return form.read(PlaceGiven, home_province=form.get("home_province") or None)


def _work(form: Form) -> WorkGiven | None:
    return form.read(WorkGiven)


def _wish(form: Form) -> WishGiven | None:
    places = tuple(dict.fromkeys(form.get(name) for name in PLACES if form.get(name)))
    wage = form.get("wage_from").replace(".", "").replace(" ", "")
    given = form.read(
        WishGiven, work_places=places, services=tuple(form.many.get("services", ())), ready_on=form.day("ready_on"),
        wage_from=wage or None,
    )  # fmt: skip
    return None if form.errors else given


_READERS: dict[str, Callable[[Form], PartGiven | None]] = {
    "identity": _identity,
    "place": _place,
    "work": _work,
    "wish": _wish,
}


def read_group(form: Form) -> GroupGiven | None:
    """A group that was entered, with a soldier's papers where it is one."""
    since, until = form.day("since"), form.day("until")
    if not since and "since" not in form.errors:
        form.wrong("since", MISSING)
    service = _service(form) if form.get("kind") == Group.SOLDIER else None
    if form.errors:
        return None
    ethnicity = form.get("ethnicity") if form.get("kind") == Group.MINORITY else None
    return form.read(GroupGiven, since=since, until=until, ethnicity=ethnicity or None, service=service)


def _service(form: Form) -> ServiceGiven | None:
    days: dict[str, Any] = {name: form.day(name) for name in ("enlisted_on", "discharged_on", "voucher_until")}
    if not days["discharged_on"]:
        form.wrong("discharged_on", MISSING)
        return None
    return form.read(ServiceGiven, **days)


def filled(file: PersonFile) -> Form:
    """The form of a part with what is kept."""
    kept = msgspec.structs.asdict(file)
    values: dict[str, Any] = {field: value for field, value in kept.items() if isinstance(value, str | int)}
    values |= {"full_name": file.name, "work_wanted": file.wish, "phone": show_phone(file.phone) if file.phone else ""}
    values |= dict(zip(PLACES, file.work_places, strict=False))
    for day in ("birth_date", "ready_on"):
        if at := kept[day]:
            values |= {f"{day}_day": at.day, f"{day}_month": at.month, f"{day}_year": at.year}
    form = Form.of(values)
    form.many["services"] = [service.value for service in file.services]
    return form


def offered(visit: Visit) -> dict[str, Any]:
    """What the fields of all parts offer."""
    codes: dict[str, Any] = {
        "sexes": Sex, "schoolings": Schooling, "qualifications": Qualification, "activities": Activity,
        "jobless": JoblessFor, "services": Service, "kinds": Group, "number_kinds": NumberKind, "whys": Why,
    }  # fmt: skip
    said = {name: [(one.value, visit.render.label(one)) for one in code] for name, code in codes.items()}
    return said | {
        "provinces": [(one.code, one.short_name) for one in provinces.as_of(local_day(visit.now))],
        "occupations": [(one.code, one.name) for one in occupations.level(2)],
        "ethnic_groups": [
            (one.code, one.name) for one in ethnic_groups.all_groups() if one.code != ethnic_groups.MAJORITY
        ],
    }
