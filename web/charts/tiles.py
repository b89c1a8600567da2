"""The country as a grid of 34 equal tiles, each with its name and number; the shade only repeats what the number says.

Hoàng Sa and Trường Sa are drawn as tiles of their own with the shade of Đà Nẵng and Khánh Hòa, to which they belong and
whose figures include them.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import msgspec

from exchange.kernel.texts import N_
from exchange.reference import provinces
from web.charts import lettering
from web.charts.marks import Linked, Mark, box, strong, trace, words
from web.charts.picture import NARROW, NOTHING, About, Picture, Say, Table, both, linked, row
from web.charts.shades import Shade, shades
from web.charts.tile_places import ARCHIPELAGOS, COLUMNS, KEY_COLUMN, KEY_ROW, PLACES, ROWS, Archipelago
from web.render import number

_WIDE = 560.0
_GAP = 4.0
_BELONGS = N_("(%(province)s)")
_WITHOUT = N_("chưa có số liệu")
_WITH_GAPS = N_(
    "Cao nhất là %(most)s (%(high)s %(unit)s), thấp nhất là %(least)s (%(low)s); "
    "%(missing)s tỉnh, thành phố chưa có số liệu."
)
_SUMMED = N_("Số của 63 tỉnh, thành phố cũ đã được cộng theo 34 tỉnh, thành phố hiện nay.")
_SHORT = N_("Dấu * là chưa đủ số của các tỉnh cũ.")


class Figures(msgspec.Struct, frozen=True):
    """A figure for each province code of the 34; a code that is left out has none. `links`: where a tile leads.

    `summed`: they were given for the 63 old provinces; `incomplete`: codes for which one of these was missing.
    """

    values: Mapping[str, int]
    links: Mapping[str, str] = {}
    summed: bool = False
    incomplete: frozenset[str] = frozenset()

    def written(self, code: str) -> str:
        """As it stands on the tile and in the table."""
        return number(self.values.get(code)) + ("*" if code in self.incomplete else "")


def of_63(values: Mapping[str, int], day: date = provinces.MERGER_DAY - timedelta(days=1)) -> Figures:
    """Figures by the codes of the provinces as they were on `day`, summed into the 34.

    Raises KeyError for a code that meant no province then.
    """
    sums: dict[str, int] = {}
    for code, value in values.items():
        if provinces.get(code, day) is None:
            raise KeyError(code)
        now = provinces.successor(code, day)
        sums[now] = sums.get(now, 0) + value
    there = [province.code for province in provinces.as_of(day)]
    incomplete = {provinces.successor(code, day) for code in there if code not in values} & set(sums)
    return Figures(sums, summed=True, incomplete=frozenset(incomplete))


def draw(figures: Figures, about: About, say: Say, *, unit: str) -> Picture:
    """The picture; `unit`: what is counted ("người"). Raises KeyError for a code that is none of the 34."""
    for code in figures.values:
        PLACES[code]
    classes = shades(figures.values.values())
    drawings = both(lambda width: _drawn(figures, classes, width, say), _WIDE)
    caption = about.caption or finding(figures, say, unit=unit)
    notes = [say(_SUMMED)] if figures.summed else []
    notes += [say(_SHORT)] if figures.incomplete else []
    rows = tuple(row(name_of(code), figures.written(code), href=figures.links.get(code, "")) for code in sorted(PLACES))
    table = Table((say(N_("Tỉnh, thành phố")), unit[:1].upper() + unit[1:]), rows)
    told = "; ".join(f"{one[0].text} {one[1].text}" for one in rows) + "."
    return Picture("tiles", about, caption, told, drawings, table, " ".join(notes))


def finding(figures: Figures, say: Say, *, unit: str) -> str:
    """The highest, the lowest, and for how many there is no figure."""
    ranked = sorted(figures.values, key=lambda code: (-figures.values[code], code))
    if not ranked:
        return say(N_("Chưa có số liệu."))
    most, least = ranked[0], ranked[-1]
    facts: dict[str, object] = {
        "most": name_of(most), "high": number(figures.values[most]), "unit": unit, "missing": len(PLACES) - len(ranked),
        "least": name_of(least), "low": number(figures.values[least]), "there": len(ranked), "all": len(PLACES),
    }  # fmt: skip
    if len(ranked) == 1:
        return say(N_("Chỉ %(most)s có số liệu: %(high)s %(unit)s."), **facts)
    if facts["missing"]:
        return say(_WITH_GAPS, **facts)
    return say(N_("Cao nhất là %(most)s (%(high)s %(unit)s), thấp nhất là %(least)s (%(low)s)."), **facts)


def name_of(code: str) -> str:
    """The short name of a province of the 34."""
    return provinces.name_of(code, provinces.newest_day())


class Grid(msgspec.Struct, frozen=True):
    """The measures of a drawing's tiles."""

    across: float
    down: float
    size: float

    def tile(self, line: float, column: float, span: float = 1) -> tuple[float, float, float, float]:
        """Left, top, width and height."""
        return column * self.across + 1, line * self.down + 1, span * self.across - _GAP, self.down - _GAP


def _drawn(figures: Figures, classes: Sequence[Shade], width: float, say: Say) -> tuple[float, list[Mark | Linked]]:
    grid = Grid(width / COLUMNS, 54, 11) if width == NARROW else Grid(width / COLUMNS, 48, 13)
    marks: list[Mark | Linked] = []
    for code in sorted(PLACES):
        marks += linked(figures.links.get(code, ""), *_tile(code, figures, classes, grid))
    for one in ARCHIPELAGOS:
        marks += _islands(one, figures, classes, grid, say)
    return ROWS * grid.down, [*marks, *_key(classes, len(figures.values) < len(PLACES), grid, width, say)]


def _tile(code: str, figures: Figures, classes: Sequence[Shade], grid: Grid) -> list[Mark]:
    place = PLACES[code]
    left, top, wide, tall = grid.tile(place.row, place.column)
    shade, ink, grain = _look(figures.values.get(code), classes)
    lines = lettering.wrap(place.name or name_of(code), wide - 4, grid.size)
    written = figures.written(code)
    size = lettering.fitting(written, wide - 4, grid.size + 2, least=8, bold=True)
    y = top + (tall - 15 * (len(lines) + 1)) / 2 + 12
    said = [words(left + wide / 2, y + 14 * n, line, grid.size, "middle", ink) for n, line in enumerate(lines)]
    figure = strong(left + wide / 2, y + 14 * len(lines) + 2, written, size, "middle", ink)
    return [box(left, top, wide, tall, shade, grain), *said, figure]


def _look(value: int | None, classes: Sequence[Shade]) -> tuple[str, str, str]:
    """The class of the tile, of its ink, and its pattern."""
    if value is None:
        return "pic-open", "", ""
    step = next(shade.step for shade in classes if shade.holds(value))
    return f"pic-step-{step}", f"pic-on-{step}", ""


def _islands(one: Archipelago, figures: Figures, classes: Sequence[Shade], grid: Grid, say: Say) -> list[Mark]:
    left, top, wide, tall = grid.tile(one.row, one.column, one.span)
    shade, ink, grain = _look(figures.values.get(one.belongs_to), classes)
    owner = PLACES[one.belongs_to]
    coast_left, coast_top, coast_wide, coast_tall = grid.tile(owner.row, owner.column)
    shore = (coast_left + coast_wide, coast_top + coast_tall / 2)
    middle = left + wide / 2
    belongs = say(_BELONGS, province=name_of(one.belongs_to))
    return [
        trace("pic-belongs", shore, (left, shore[1]) if owner.row == one.row else (left, top + tall / 2)),
        box(left, top, wide, tall, shade, grain),
        strong(middle, top + tall / 2 - 3, say(one.name), grid.size, "middle", ink),
        words(middle, top + tall / 2 + 13, belongs, grid.size, "middle", ink),
    ]


def _key(classes: Sequence[Shade], gaps: bool, grid: Grid, width: float, say: Say) -> list[Mark]:
    """The range of each shade, the darkest on top."""
    left, y = KEY_COLUMN * grid.across, KEY_ROW * grid.down
    ranges = [(f"pic-step-{shade.step}", _range(shade)) for shade in reversed(classes)]
    ranges += [("pic-open", say(_WITHOUT))] if gaps else []
    room = width - left - 20
    marks: list[Mark] = []
    for look, text in ranges:
        size = lettering.fitting(text, room, grid.size, least=8)
        marks += [box(left, y, 15, 14, look), words(left + 20, y + 11, text, size, look="soft")]
        y += 21
    return marks


def _range(shade: Shade) -> str:
    return number(shade.least) if shade.least == shade.most else f"{number(shade.least)}{NOTHING}{number(shade.most)}"
