"""What the demo's lists are lists of."""

from msgspec import Struct

from exchange.booths.codes import Mode
from exchange.centres.codes import Role
from exchange.employers.codes import EmployerKind, SizeBand
from exchange.reference.codes import Qualification
from exchange.seekers.codes import Sex
from exchange.vacancies.codes import Benefit, Contract, Education, Experience, Position, Priority, WagePer, WorkForm

FACTORY = (Benefit.MEALS, Benefit.INSURANCE, Benefit.SHUTTLE, Benefit.BONUS)
COVERED = (Benefit.INSURANCE, Benefit.BONUS)


class Clerk(Struct, frozen=True):
    """Somebody who works at a centre; `mail` is the part before the @."""

    name: str
    mail: str
    role: Role


class Office(Struct, frozen=True):
    """A centre. `code` is its province's in 2021; `host` leads the fair."""

    key: str
    code: str
    province: str
    kind: str
    hotline: str
    address: str
    clerks: tuple[Clerk, ...]
    host: bool = False

    @property
    def name(self) -> str:
        """In full, as on its papers."""
        return f"Trung tâm Dịch vụ việc làm {self.kind} {self.province}"

    @property
    def leader(self) -> str:
        """The director's mail."""
        return f"giamdoc.{self.key}"


class Job(Struct, frozen=True, kw_only=True):
    """A vacancy. `wage` in đồng, None to be negotiated; `places`: provinces of today, each with the rest of the address
    (none: the firm's own)."""

    title: str
    occupation: str
    openings: int
    description: str
    requirements: str
    wage: tuple[int | None, int | None] | None
    per: WagePer = WagePer.MONTH
    position: Position = Position.STAFF
    education: Education = Education.LOWER_SECONDARY
    qualification: Qualification = Qualification.NONE
    experience: Experience = Experience.NONE
    contract: Contract = Contract.FROM_12_TO_36
    form: WorkForm = WorkForm.FULL_TIME
    shifts: bool = False
    benefits: tuple[Benefit, ...] = COVERED
    priorities: tuple[Priority, ...] = ()
    places: tuple[tuple[str, str], ...] = ()


class Firm(Struct, frozen=True):
    """An employer. `place`: the province of today and the address where its people work; `mail` as of a clerk.

    `recruiters`: their names; the first one registered the firm.
    """

    office: str
    name: str
    tax_code: str
    kind: EmployerKind
    size: SizeBand
    industry: str
    place: tuple[str, str]
    mail: str
    phone: str
    about: str
    recruiters: tuple[str, ...]
    jobs: tuple[Job, ...]
    mode: Mode = Mode.ONLINE


class Person(Struct, frozen=True):
    """A seeker. `province` of today; `office`: the centre that entered the file, none for who registered alone."""

    name: str
    sex: Sex
    born: int
    province: str
    commune: str
    wish: str
    office: str = ""
