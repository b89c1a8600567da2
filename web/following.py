"""Forms about a cohort and its members between a page and the core."""

from collections.abc import Callable
from datetime import date
from typing import Any

from exchange.cohorts.codes import CohortReason, InvitedBy, Path, StepKind
from exchange.cohorts.given import (
    CohortGiven,
    InvitationGiven,
    JobGiven,
    PathGiven,
    StepGiven,
    TrainingGiven,
)
from exchange.kernel.clock import local_day
from exchange.kernel.errors import NotFound
from exchange.reference import provinces
from web.consulting import edition
from web.dates import boxes
from web.forms import MISSING, Form
from web.visit import Visit


def read_cohort(form: Form) -> CohortGiven | None:
    """What was typed of a batch; None when something is wrong, said at the fields."""
    day = form.day("discharged_on")
    if day is None:
        form.wrong("discharged_on", MISSING)
    elif form.get("listed") and form.get("listed") != str(edition(day)):
        form.wrong("province", CohortReason.PROVINCE.label)
    if not form.get("batch"):
        form.wrong("batch", MISSING)
    given = form.read(CohortGiven, discharged_on=day or date.min)
    return None if form.errors else given


def cohort_options(visit: Visit, form: Form) -> dict[str, Any]:
    """What the fields of a batch offer: the provinces of the day of discharge."""
    listed = edition(form.day("discharged_on") or local_day(visit.now))
    form.values["listed"] = str(listed)
    return {"provinces": [(one.code, one.short_name) for one in provinces.as_of(listed)]}


def today_form(visit: Visit) -> Form:
    """A step of today."""
    return Form.of(boxes({"on_day": local_day(visit.now)}))


def read_step(kind: str, form: Form) -> StepGiven | None:
    """What was typed of a step; None when something is wrong, said at the fields. Raises NotFound for no step."""
    if kind not in _READERS:
        raise NotFound
    day = form.day("on_day")
    if day is None:
        form.wrong("on_day", MISSING)
    for name in _NEEDED[kind]:
        if not form.get(name):
            form.wrong(name, MISSING)
    given = _READERS[kind](form, day or date.min)
    return None if form.errors else given


def _training(form: Form, day: date) -> StepGiven | None:
    return form.read(TrainingGiven, on_day=day, until=form.day("until"))


_READERS: dict[str, Callable[[Form, date], StepGiven | None]] = {
    StepKind.INVITED: lambda form, day: form.read(InvitationGiven, on_day=day),
    StepKind.PATH: lambda form, day: form.read(PathGiven, on_day=day),
    StepKind.TRAINED: _training,
    StepKind.PLACED: lambda form, day: form.read(JobGiven, on_day=day),
}
_NEEDED: dict[str, tuple[str, ...]] = {
    StepKind.INVITED: ("how",),
    StepKind.PATH: ("path",),
    StepKind.TRAINED: ("trade", "place"),
    StepKind.PLACED: ("place", "words"),
}


def step_options(visit: Visit) -> dict[str, list[tuple[str, str]]]:
    """What the fields of steps offer."""
    label = visit.render.label
    return {
        "ways": [(one.value, label(one)) for one in InvitedBy],
        "paths": [(one.value, label(one)) for one in Path],
    }
