"""The tally as a table for spreadsheets."""

from typing import Literal

from exchange.fair_tallies.views import FairTally
from exchange.kernel.sheets import sheet
from exchange.kernel.texts import N_


def tally_csv(tally: FairTally, *, separator: Literal[",", ";"] = ",") -> str:
    """All rows of the tally: code, label, unit, each site, total, definition.

    `separator`: spreadsheets set to Vietnamese or another language with a decimal comma expect ";". A figure that is
    not shown is "–", never 0.
    """
    sites = [site.name for site in tally.sites]
    head = (N_("Mã"), N_("Chỉ tiêu"), N_("Đơn vị tính"), *sites, N_("Tổng"), N_("Cách tính"))
    rows = [(row.code, row.title, row.unit.label, *row.cells, row.total, row.definition) for row in tally.rows]
    return sheet([head, *rows], separator=separator)
