"""What a tally is asked for, in its address: period, centres, names of provinces, how percents are written."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import msgspec

from exchange.centres.places import CentrePlace, Names, places
from exchange.kernel.clock import local_day
from exchange.kernel.codes import Code
from exchange.kernel.db import Reading
from exchange.kernel.texts import N_
from exchange.periods import queries as periods
from exchange.periods.queries import PeriodView
from exchange.plans.codes import MOST_DECIMALS, Comparison, Rounding, Style
from exchange.tallies.access import TallyDesk
from web.consulting import uuid_of
from web.forms import Form
from web.visit import Visit

OWN, ALL, SOME = "own", "all", "some"
_SAID = ("period", "names", "rounding", "decimals", "comparison")
_NO_PERIOD = N_("Không có kỳ mang mã này. Anh/chị chọn một kỳ trong danh sách.")
_NO_CENTRE = N_("Anh/chị chọn ít nhất một trung tâm trong danh sách.")
_CHOOSE = N_("Anh/chị chọn một mục trong danh sách.")


class Asked(msgspec.Struct, frozen=True):
    """What is shown. `mode`: own, all or some; `chosen`: the centres where it is some."""

    own: UUID
    period: PeriodView
    mode: str = OWN
    chosen: tuple[UUID, ...] = ()
    names: Names = "then"
    style: Style = Style()

    @property
    def centres(self) -> tuple[UUID, ...] | None:
        """The centres whose figures are shown; None for all."""
        return None if self.mode == ALL else self.chosen if self.mode == SOME else (self.own,)

    @property
    def alone(self) -> bool:
        """Whether only the viewer's own centre is shown, so that its records may be opened."""
        return self.centres == (self.own,)

    def words(self) -> list[tuple[str, str]]:
        """Everything but the period as it stands in an address; what is usual is left out."""
        centres = [ALL] if self.mode == ALL else map(str, self.chosen) if self.mode == SOME else []
        usual = Style()
        said = (
            ("names", self.names, "then"),
            ("rounding", self.style.rounding.value, usual.rounding.value),
            ("decimals", str(self.style.decimals), str(usual.decimals)),
            ("comparison", self.style.comparison.value, usual.comparison.value),
        )
        return [*(("centres", one) for one in centres), *((name, one) for name, one, least in said if one != least)]

    def address(self, path: str = "/tallies") -> str:
        """The address of the tally, or of a file with it."""
        return f"{path}?{urlencode([('period', self.period.code), *self.words()])}"

    def figure(self, code: str) -> str:
        """The address of one figure."""
        more = urlencode(self.words())
        return f"/tallies/{self.period.code}/{code}{'?' if more else ''}{more}"


class Choices(msgspec.Struct, frozen=True):
    """What the form of the filters offers."""

    periods: list[tuple[str, list[PeriodView]]]
    places: list[CentrePlace]


def read(db: Reading, visit: Visit, desk: TallyDesk, code: str = "") -> tuple[Asked | None, Form, Choices]:
    """What is asked for, with a form that says what could not be read. None where nobody made a period yet.

    `code`: the period where the path names it.
    """
    every = periods.periods(db)
    form = Form.of({name: visit.query(name) for name in _SAID})
    if code:
        form.values["period"] = code
    period = _period(form, every, visit)
    if period is None:
        return None, form, Choices([], [])
    known = places(db, period.last_day)
    mode, chosen = _centres(form, visit.every_query("centres"), known)
    names: Names = "now" if form.get("names") == "now" else "then"
    if form.get("names") not in ("", "then", "now"):
        form.wrong("names", _CHOOSE)
    asked = Asked(desk.centre_id, period, mode, chosen, names, _style(form))
    if mode == SOME and chosen == (desk.centre_id,):
        asked = msgspec.structs.replace(asked, mode=OWN, chosen=())
    return asked, _filled(form, asked), Choices(_by_year(every, visit), known)


def _period(form: Form, every: Sequence[PeriodView], visit: Visit) -> PeriodView | None:
    usual = periods.newest_begun(every, local_day(visit.now)) or (every[-1] if every else None)
    if not form.get("period"):
        return usual
    found = next((one for one in every if one.code == form.get("period")), None)
    if found is None:
        form.wrong("period", _NO_PERIOD)
    return found or usual


def _centres(form: Form, said: list[str], known: Sequence[CentrePlace]) -> tuple[str, tuple[UUID, ...]]:
    words = [word for value in said for word in value.split(",") if word]
    if ALL in words:
        return ALL, ()
    if OWN in words or not words:
        return OWN, ()
    there = {one.id for one in known}
    chosen = tuple(dict.fromkeys(own for word in words if (own := uuid_of(word)) in there and own))
    if len(chosen) < len([word for word in words if word != SOME]) or not chosen:
        form.wrong("centres", _NO_CENTRE)
    return (SOME, chosen) if chosen else (OWN, ())


def _style(form: Form) -> Style:
    decimals = form.get("decimals") or str(MOST_DECIMALS)
    if decimals not in map(str, range(MOST_DECIMALS + 1)):
        form.wrong("decimals", _CHOOSE)
        decimals = str(MOST_DECIMALS)
    rounding: Any = _word(form, "rounding", Rounding.TRUNCATE)
    comparison: Any = _word(form, "comparison", Comparison.PERCENT)
    return Style(rounding, int(decimals), comparison)


def _word(form: Form, name: str, usual: Code) -> Code:
    said = form.get(name)
    if said and said not in set(type(usual)):
        form.wrong(name, _CHOOSE)
        return usual
    return type(usual)(said) if said else usual


def _filled(form: Form, asked: Asked) -> Form:
    """The form as what is shown would fill it."""
    form.values |= {
        "period": asked.period.code, "names": asked.names, "rounding": asked.style.rounding.value,
        "decimals": str(asked.style.decimals), "comparison": asked.style.comparison.value, "centres": asked.mode,
    }  # fmt: skip
    form.many["chosen"] = [str(one) for one in asked.chosen]
    return form


def _by_year(every: Sequence[PeriodView], visit: Visit) -> list[tuple[str, list[PeriodView]]]:
    """Periods under the year and the calendar they belong to."""
    groups: dict[str, list[PeriodView]] = {}
    for one in every:
        said = f"{one.year} – {visit.render.label(one.calendar)}"
        groups.setdefault(said, []).append(one)
    return [(said, sorted(ones, key=lambda one: (one.first_day, one.last_day))) for said, ones in groups.items()]
