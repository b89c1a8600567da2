"""What may be entered into a file, part by part: the input classes of its forms."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from exchange.kernel.given import Tidy
from exchange.reference.codes import Qualification
from exchange.seekers.codes import Activity, Group, JoblessFor, Schooling, Service, Sex

_Line = Annotated[str, Field(default="", max_length=200), Tidy]
_Short = Annotated[str, Field(default="", max_length=80), Tidy]


class _Given(BaseModel):
    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)


class IdentityGiven(_Given):
    """Who it is, and how to reach them. `phone` in E.164 form; `birth_date` where it is known."""

    full_name: Annotated[str, Field(min_length=2, max_length=120), Tidy]
    birth_year: int = Field(ge=1900, le=2100)
    birth_date: date | None = None
    sex: Sex
    phone: str | None = Field(default=None, pattern=r"^\+\d{8,15}$")
    email: str = Field(default="", max_length=254, pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$")


class PlaceGiven(_Given):
    """Where they live now, and where they are registered (`home_…`, empty when it is the same)."""

    province_code: str = Field(pattern=r"^\d\d$")
    commune: _Short
    street: _Line
    home_province: str | None = Field(default=None, pattern=r"^\d\d$")
    home_commune: _Short
    home_street: _Line


class WorkGiven(_Given):
    """What they learned and did."""

    schooling: Schooling | None = None
    qualification: Qualification | None = None
    specialty: Annotated[str, Field(default="", max_length=120), Tidy]
    activity: Activity | None = None
    jobless_for: JoblessFor | None = None
    last_job: _Line
    left_because: _Line


class WishGiven(_Given):
    """What they look for (form 01a). `wage_from`: đồng a month."""

    work_wanted: Annotated[str, Field(min_length=2, max_length=200), Tidy]
    occupation_code: str | None = Field(default=None, pattern=r"^\d{1,4}$")
    work_places: tuple[Annotated[str, Field(pattern=r"^\d\d$")], ...] = Field(default=(), max_length=5)
    wage_from: int | None = Field(default=None, ge=100_000, le=1_000_000_000)
    ready_on: date | None = None
    services: tuple[Service, ...] = ()


PartGiven = IdentityGiven | PlaceGiven | WorkGiven | WishGiven


class ServiceGiven(_Given):
    """A demobilised soldier's papers."""

    decision: Annotated[str, Field(default="", max_length=60), Tidy]
    unit: Annotated[str, Field(default="", max_length=120), Tidy]
    batch: Annotated[str, Field(default="", max_length=20), Tidy]
    enlisted_on: date | None = None
    discharged_on: date
    voucher: Annotated[str, Field(default="", max_length=60), Tidy]
    voucher_until: date | None = None


class GroupGiven(_Given):
    """Somebody belongs to a group. `service` for soldiers, `ethnicity` (its code) for minorities."""

    kind: Group
    since: date
    until: date | None = None
    ethnicity: str | None = Field(default=None, pattern=r"^\d\d$")
    service: ServiceGiven | None = None
