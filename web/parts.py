"""The parts of the vacancy form between a page and the core: read from what was typed, filled from what is saved."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from exchange.kernel.clock import local_day
from exchange.kernel.text import fold
from exchange.kernel.texts import N_
from exchange.reference import occupations, provinces
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import (
    Benefit,
    Contract,
    Currency,
    Education,
    Experience,
    Part,
    Position,
    Priority,
    WageKind,
    WagePer,
    WorkForm,
)
from exchange.vacancies.desk_queries import Draft
from exchange.vacancies.given import (
    ContactGiven,
    Given,
    NeedsGiven,
    PlacesGiven,
    TermsGiven,
    WageGiven,
    WorkGiven,
)
from web.forms import Form
from web.visit import Visit

PLACES = (1, 2, 3)  # workplaces one can name
_NO_AMOUNT = N_("Anh/chị ghi số tiền bằng chữ số, ví dụ 8.000.000 hoặc 8,5 triệu.")
_AMOUNT = re.compile(r"(\d+(?:[. ]\d{3})*)(?:,(\d{1,3}))? ?(trieu|tr)? ?(?:dong|d|vnd)?")  # folded


def read_part(part: Part, form: Form, today: date) -> Given | None:
    """What was typed, or None when something is wrong: all of it is said at the fields at once."""
    given = _READERS[part](form)
    for no in given.faults(today):
        form.refuse(no)
    return None if form.errors else given


def _work(form: Form) -> Given:
    openings = form.get("openings") or 0
    return form.sound(WorkGiven, openings=openings, occupation_code=_occupation(form.get("occupation_code")))


def _occupation(typed: str) -> str:
    """The code of an occupation chosen from the list ("8153 – Thợ may") or typed as its name."""
    if found := re.match(r"\d{4}", typed):
        return found[0]
    named = occupations.search(typed, limit=1)
    return named[0].code if named else ""


def _wage(form: Form) -> Given:
    low, high = amount(form, "wage_low"), amount(form, "wage_high")
    return form.sound(WageGiven, wage_low=low, wage_high=high)


def amount(form: Form, name: str) -> int | None:
    """An amount as people type it: 8.000.000, 8 000 000, "8,5 triệu"."""
    typed = form.get(name)
    if not typed:
        return None
    found = _AMOUNT.fullmatch(fold(typed))
    if found is None or (found[2] and not found[3]):
        form.wrong(name, _NO_AMOUNT)
        return None
    whole = int(re.sub(r"\D", "", found[1]))
    return whole * 1_000_000 + int((found[2] or "").ljust(6, "0")) if found[3] else whole


def _needs(form: Form) -> Given:
    return form.sound(NeedsGiven)


def _places(form: Form) -> Given:
    named = [(form.get(f"province_{n}"), form.get(f"address_{n}")[:200]) for n in PLACES]
    return PlacesGiven(places=tuple(place for place in named if place[0]), overseas=form.ticked("overseas"))


def _terms(form: Form) -> Given:
    benefits, priorities = tuple(form.many.get("benefits", ())), tuple(form.many.get("priorities", ()))
    return form.sound(TermsGiven, shifts=form.ticked("shifts"), benefits=benefits, priorities=priorities)


def _contact(form: Form) -> Given:
    return form.sound(ContactGiven, expires_on=form.day("expires_on"))


_READERS: dict[Part, Callable[[Form], Given]] = {
    Part.WORK: _work,
    Part.WAGE: _wage,
    Part.NEEDS: _needs,
    Part.PLACES: _places,
    Part.TERMS: _terms,
    Part.CONTACT: _contact,
}


def filled(part: Part, draft: Draft) -> Form:
    """The form of a part with what is saved."""
    said = draft.answers
    form = Form.of({name: value for name, value in said.items() if not isinstance(value, (list, bool))})
    match part:
        case Part.WORK:
            group = occupations.get(said["occupation_code"] or "")
            form.values["occupation_code"] = f"{group.code} – {group.name}" if group else ""
        case Part.PLACES:
            for n, (code, address) in zip(PLACES, draft.places, strict=False):
                form.values |= {f"province_{n}": code, f"address_{n}": address}
        case Part.TERMS:
            form.many |= {name: list(said[name]) for name in ("benefits", "priorities")}
        case Part.CONTACT if said["expires_on"]:
            day = said["expires_on"]
            form.values |= {f"expires_on_{name}": str(getattr(day, name)) for name in ("day", "month", "year")}
        case _:
            pass
    form.values |= {name: "yes" for name in ("shifts", "overseas") if said[name]}
    return form


def options(visit: Visit, part: Part) -> dict[str, list[tuple[str, str]]]:
    """What the fields of a part offer."""
    codes: dict[Part, dict[str, Any]] = {
        Part.WORK: {"position": Position},
        Part.WAGE: {"wage_per": WagePer, "currency": Currency},
        Part.NEEDS: {"education": Education, "qualification": Qualification, "experience": Experience},
        Part.TERMS: {"work_form": WorkForm, "benefits": Benefit, "priorities": Priority},
    }
    label = visit.render.label
    offered = {name: [(c.value, label(c)) for c in kind] for name, kind in codes.get(part, {}).items()}
    match part:
        case Part.WORK:
            offered["occupation"] = [(o.code, o.name) for o in occupations.level(4)]
        case Part.WAGE:
            offered["wage_kind"] = [(c.value, label(c)) for c in (WageKind.STATED, WageKind.NEGOTIABLE)]
        case Part.PLACES:
            offered["province"] = [(p.code, p.short_name) for p in provinces.as_of(local_day(visit.now))]
        case Part.TERMS:
            offered["contract"] = [(c.value, label(c)) for c in Contract if c is not Contract.NOT_STATED]
        case _:
            pass
    return offered
