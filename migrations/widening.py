"""Giving a code column another list of words: what `exchange.kernel.columns.code` checks has grown."""

import re
from collections.abc import Sequence

from alembic import op
from sqlalchemy import text


def widen(table: str, column: str, words: Sequence[str], *, named: str = "") -> None:
    """Let `column` hold `words`, in the order of their code; `named` as in `code`, where it is not the column's name.

    PostgreSQL changes the CHECK. SQLite cannot: the table is made again from its own text, with all that hangs on it.
    """
    check = f"ck_{table}_{named or column}"
    listed = ", ".join(f"'{word}'" for word in words)
    rule = f"{column} IN ({listed})"
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {check}")
        op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {check} CHECK ({rule})")
    else:
        _make_again(table, check, rule)


def _make_again(table: str, check: str, rule: str) -> None:
    bind = op.get_bind()
    asked = text("SELECT type, sql FROM sqlite_master WHERE tbl_name = :table AND sql IS NOT NULL")
    found = bind.execute(asked, {"table": table}).all()
    made = next(sql for kind, sql in found if kind == "table")
    wider = re.sub(
        rf"CONSTRAINT {check} CHECK \([^()]*\([^()]*\)\)", lambda _: f"CONSTRAINT {check} CHECK ({rule})", made
    )
    if wider == made:
        raise RuntimeError(f"{table} has no {check} to widen")
    bind.exec_driver_sql(re.sub(rf'CREATE TABLE "?{table}"?', f"CREATE TABLE {table}_wider", wider, count=1))
    bind.exec_driver_sql(f"INSERT INTO {table}_wider SELECT * FROM {table}")  # noqa: S608 - names of ours
    bind.exec_driver_sql(f"DROP TABLE {table}")
    bind.exec_driver_sql(f"ALTER TABLE {table}_wider RENAME TO {table}")
    for kind, sql in found:
        if kind != "table":
            bind.exec_driver_sql(sql)
