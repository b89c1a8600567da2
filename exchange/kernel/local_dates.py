"""The calendar day in Viet Nam of a moment, in a statement, the same on both databases."""

from typing import Any

from sqlalchemy import Date
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction


class local_date(GenericFunction[Any]):  # noqa: N801 - a function of SQL
    """The local day of a column of moments: `clock.local_day` said in SQL. Viet Nam has had +07:00 since 1975."""

    type = Date()
    inherit_cache = True


@compiles(local_date, "sqlite")
def _sqlite(element: Any, compiler: Any, **options: Any) -> str:
    return f"date({compiler.process(element.clauses, **options)}, '+7 hours')"


@compiles(local_date, "postgresql")
def _postgresql(element: Any, compiler: Any, **options: Any) -> str:
    return f"CAST(({compiler.process(element.clauses, **options)}) AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date)"
