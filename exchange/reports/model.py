"""What a report is, before it is drawn: values only. Whoever counts makes figures of their own rows."""

from datetime import date

import msgspec

from exchange.kernel.texts import N_
from exchange.reports.codes import Level, Origin, Qualifier

NOTHING = "–"  # printed where there is no plan, no percent, no earlier figure; never 0
KIND = N_("BÁO CÁO")


class Source(msgspec.Struct, frozen=True):
    """Who declared a figure, and in which paper."""

    office: str
    document: str = ""


class FigureLine(msgspec.Struct, frozen=True, kw_only=True):
    """One figure as it is printed; texts come formatted ("15.384", "66,88%").

    `row`: its number in the table of reference. `value`: the number itself, for spreadsheets. `version`: of its
    `definition`. `address`: where its records are listed. `source`: of a declared one.
    """

    code: str
    row: str
    label: str
    unit: str
    text: str
    value: int | None = None
    qualifier: Qualifier = Qualifier.EXACT
    percent_text: str = NOTHING
    plan_text: str = NOTHING
    last_year_text: str = NOTHING
    change_text: str = NOTHING
    origin: Origin = Origin.COUNTED
    source: Source | None = None
    definition: str = ""
    version: int = 1
    address: str = ""


class Run(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words in one style. `figure`: the code of the figure they print."""

    text: str
    bold: bool = False
    italic: bool = False
    figure: str = ""


class Heading(msgspec.Struct, frozen=True, tag="heading", tag_field="kind"):
    """The title of a part of the text; its number follows from its place."""

    level: Level
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The title as words only."""
        return words(self.runs)


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph", tag_field="kind"):
    """A paragraph. `mark` stands before it where it is one of a list: "-", "1.", "a)"."""

    runs: tuple[Run, ...]
    mark: str = ""

    @property
    def text(self) -> str:
        """The paragraph as words only."""
        return words(self.runs)


Cell = tuple[Run, ...]


class Table(msgspec.Struct, frozen=True, tag="table", tag_field="kind"):
    """A table within the text; the first row is its head. All rows have as many cells as it."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Heading | Paragraph | Table


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The head of the paper. `number` is None until the clerical desk has numbered it; `symbol`: BC-SLĐTBXH.

    `dear`: to whom it reports ("Kính gửi"); `bases`: the legal bases ("Căn cứ").
    """

    agency_above: str
    agency: str
    number: int | None
    symbol: str
    place: str
    day: date
    subject: str
    kind: str = KIND
    dear: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()


class Signature(msgspec.Struct, frozen=True):
    """Who signs: `authority` ("KT. GIÁM ĐỐC", or empty), `title` ("PHÓ GIÁM ĐỐC"), `name`."""

    authority: str
    title: str
    name: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report of a centre on a period. `notes`: what a reader of the figures must know, one sentence each."""

    centre: str
    period: str
    period_code: str
    head: Head
    body: tuple[Block, ...]
    signature: Signature
    recipients: tuple[str, ...]
    figures: tuple[FigureLine, ...]
    notes: tuple[str, ...] = ()

    def address_of(self, code: str) -> str:
        """Where the records of a figure are listed; empty where there is no such address."""
        return next((line.address for line in self.figures if line.code == code), "")


def words(runs: tuple[Run, ...]) -> str:
    """Runs as words only."""
    return "".join(run.text for run in runs)
