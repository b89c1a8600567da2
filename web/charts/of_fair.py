"""The funnel of a fair: persons who registered, came, were interviewed and found work."""

from exchange.fair_tallies.codes import Unit
from exchange.fair_tallies.views import FairTally
from exchange.kernel.texts import N_
from web.charts import funnel
from web.charts.picture import About, Picture, Say

STEPS = ("seekers_registered", "seekers_present", "seekers_interviewed", "seekers_placed")


def funnel_of(tally: FairTally, say: Say, records: str = "") -> Picture:
    """The picture, from the same totals as the tally's table. Each step counts persons, once each.

    `records`: the address before the code of a figure, for those who may open what is behind it.
    """
    rows = [tally.row(code) for code in STEPS]
    steps = [
        funnel.Step(say(row.label), row.total or 0, records + row.code if records and row.total else "") for row in rows
    ]
    about = About("fair-funnel", say(N_("Người tìm việc qua các bước của phiên")))
    return funnel.draw(steps, about, say, unit=say(Unit.PERSON.label))
