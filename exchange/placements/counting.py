"""Placements as rows: one for each that counts."""

from typing import Any

from sqlalchemy import Integer, Select, bindparam, cast, exists, func, null, select

from exchange.kernel.columns import columns
from exchange.placements.tables import Placement, PlacementEvidence, PlacementReversal
from exchange.seekers.persons import merged_files
from exchange.vacancies.tables import Vacancy

_p, _r, _e, _v = columns(Placement), columns(PlacementReversal), columns(PlacementEvidence), columns(Vacancy)
_KNOWN: Any = bindparam("known")


def rows(*, as_of: bool) -> Select[Any]:
    """Placements that stand, of the days `first` to `last`; `as_of`: as they were known at the moment `known`."""
    files: Any = merged_files(as_of=as_of).alias("files_of_placements")
    known = [_r.at <= _KNOWN] if as_of else []
    level = (
        select(func.max(cast(_e.level, Integer)))
        .where(_e.placement_id == _p.id, *([_e.at <= _KNOWN] if as_of else []))
        .scalar_subquery()
    )
    told = select(
        *(_p.id.label("record"), func.coalesce(files.c.person_id, _p.seeker_id).label("person")),
        *(
            _p.referring_id.label("centre"),
            _p.agreed_on.label("on_day"),
            level.label("level"),
            _p.residence,
            _p.workplace,
        ),
        *(_p.host_id.label("host"), _v.overseas, null().label("origin"), _p.employer_id.label("employer")),
    )
    rules = [
        ~exists().where(_r.placement_id == _p.id, *known),
        _p.agreed_on.between(bindparam("first"), bindparam("last")),
    ]
    joined = told.select_from(Placement).join(Vacancy, _v.id == _p.vacancy_id)
    joined = joined.outerjoin(files, files.c.seeker_id == _p.seeker_id)
    return joined.where(*rules, *([_p.made_at <= _KNOWN] if as_of else []))
