"""Lines of a tally as the figures of a report: texts as on the screen, and what does not fit together as notes."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from exchange.closings.queries import ReportLine
from exchange.closings.sample_queries import Errors
from exchange.kernel.texts import N_
from exchange.plans import checks
from exchange.plans.queries import Line
from exchange.plans.rules import Style, text_of
from exchange.reports.codes import Origin, Qualifier
from exchange.reports.model import NOTHING, FigureLine, Source
from exchange.tallies.catalogue import BY_CODE
from exchange.tallies.writing import figure, number

_BOOKED = N_("%(label)s: điều chỉnh sau khóa sổ %(by)s (số đã khóa %(value)s, sau điều chỉnh %(corrected)s).")
_CARRIED = N_("%(label)s: điều chỉnh kỳ trước %(by)s, không cộng vào số của kỳ này.")
_CHECKED = N_(
    "%(label)s: kiểm tra xác suất %(size)s hồ sơ, %(answered)s hồ sơ có trả lời, %(wrong)s hồ sơ không đúng (%(rate)s)."
)
_LAST = 99  # figures that the report of reference does not have come after its 24 rows


def figure_lines(lines: Iterable[Line], style: Style, address: Callable[[str], str]) -> tuple[FigureLine, ...]:
    """The figures in the order of the report of reference; then the others, as the tally has them.

    `address`: where the records of a code are listed.
    """
    ordered = sorted(lines, key=lambda line: line.indicator.row or _LAST)
    return tuple(_figure(line, style, address(line.figure.code)) for line in ordered)


def notes(lines: Sequence[Line], *, year: int) -> tuple[str, ...]:
    """What does not fit together in the figures, one sentence each."""
    read = {
        line.figure.code: checks.Checked(
            line.indicator.label, line.figure.value, line.plan, line.inferred, line.declared_percent
        )
        for line in sorted(lines, key=lambda line: line.indicator.row or _LAST)
    }
    return tuple(note.sentence % note.told for note in checks.notes(read, year=year))


def corrections(lines: Sequence[ReportLine]) -> tuple[str, ...]:
    """What the ledger says after the closing, and what earlier periods carry here: never part of the figure."""
    booked = [line for line in lines if line.booked]
    carried = [line for line in lines if line.carried]
    return (
        *(_BOOKED % _moved(line, line.booked or 0) for line in booked),
        *(_CARRIED % _moved(line, line.carried or 0) for line in carried),
    )


def error_rates(found: Mapping[str, Errors]) -> tuple[str, ...]:
    """What samples of the closed records found, beside their figures."""
    return tuple(
        _CHECKED
        % {
            "label": BY_CODE[code].label,
            "size": number(errors.size),
            "answered": number(errors.confirmed + errors.not_confirmed),
            "wrong": number(errors.not_confirmed),
            "rate": text_of(errors.rate),
        }
        for code, errors in found.items()
        if code in BY_CODE
    )


def _moved(line: ReportLine, by: int) -> dict[str, str]:
    value = line.figure.value or 0
    told = {"label": line.indicator.label, "by": f"+{number(by)}" if by > 0 else f"-{number(-by)}"}
    return told | {"value": number(value), "corrected": number(value + by)}


def _figure(line: Line, style: Style, address: str) -> FigureLine:
    one, said = line.indicator, line.figure
    source = Source(said.declared[0].source, said.declared[0].document) if not one.counted and said.declared else None
    return FigureLine(
        code=one.code,
        row=str(one.row or ""),
        label=one.label,
        unit=one.unit.label,
        text=figure(said.value, one.shape, said.qualifier),
        value=said.value,
        qualifier=Qualifier(said.qualifier.value),
        percent_text=text_of(line.percent(style)),
        plan_text=number(line.plan) if line.plan else NOTHING,
        last_year_text=number(line.before),
        change_text=line.against_last_year(style),
        origin=Origin(one.origin.value),
        source=source,
        definition=f"{one.definition} {one.dated.label} {one.placed.label}",
        version=one.version,
        address=address,
    )
