"""The first row of each group, in a statement, without the windows that both databases are slow at."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, text


def first_of_each(rows: Select[Any], each: Sequence[str], by: str) -> Select[Any]:
    """Of `rows`, which select plain columns of one table or CTE, those with the lowest `by` among the same `each`.

    `each`, `by`: names of selected columns; `by` is never NULL and differs within a group. On SQLite the columns of a
    group are those of the row with the `min` (sqlite.org/lang_select.html#bareagg); PostgreSQL has DISTINCT ON.
    """
    names = ", ".join(each)
    found = rows.prefix_with(text(f"DISTINCT ON ({names})"), dialect="postgresql")
    found = found.suffix_with(text(f"ORDER BY {names}, {by}"), dialect="postgresql")
    return found.suffix_with(text(f"GROUP BY {names} HAVING min({by}) IS NOT NULL"), dialect="sqlite")
