"""A full-text index beside a table that has a number `n` and its `words`: what each database needs for it.

`words` are folded words, each once, and marks: "=may", "@p86". A sign in front cannot be typed, so where a word stands
and what is filtered by is asked in the same look-up (`exchange.kernel.finding`).
"""

from sqlalchemy import DDL, event
from sqlmodel import SQLModel


def full_text(name: str, table: str, dialect: str) -> tuple[str, ...]:
    """The statements; all that they make is named `name`…; used by create_all and by the migration.

    Before the table is dropped: `DROP TABLE <name>` on SQLite; after it, on PostgreSQL, the function.
    """
    return _postgres(name, table) if dialect == "postgresql" else _sqlite(name, table)


def vector(name: str) -> str:
    """What the index of PostgreSQL holds, as a condition must write it to be answered by the index."""
    return f"{name}_vector(words)"


def with_full_text(model: type[SQLModel], name: str) -> None:
    """Let `create_all` make the index together with the table."""
    table = model.__table__  # type: ignore[attr-defined]
    for dialect in ("sqlite", "postgresql"):
        for statement in full_text(name, table.name, dialect):
            made = DDL(statement.replace("%", "%%")).execute_if(dialect=dialect)  # type: ignore[no-untyped-call]
            event.listen(table, "after_create", made)


def _sqlite(name: str, table: str) -> tuple[str, ...]:
    """An index over the row's own text; triggers keep it in step. The signs of the marks are made letters."""
    new = f"INSERT INTO {name} (rowid, words) VALUES (new.n, new.words)"  # noqa: S608 - names of ours
    old = f"INSERT INTO {name} ({name}, rowid, words) VALUES ('delete', old.n, old.words)"  # noqa: S608
    return (
        f"""CREATE VIRTUAL TABLE {name} USING fts5(words, content='{table}', content_rowid='n',
 columnsize=0, detail=none, prefix='2 3 4 5', tokenize="unicode61 remove_diacritics 0 tokenchars '=@'")""",
        f"CREATE TRIGGER {name}_added AFTER INSERT ON {table} BEGIN {new}; END",
        f"CREATE TRIGGER {name}_removed AFTER DELETE ON {table} BEGIN {old}; END",
        f"CREATE TRIGGER {name}_changed AFTER UPDATE OF words ON {table} BEGIN {old}; {new}; END",
    )


def _postgres(name: str, table: str) -> tuple[str, ...]:
    """The words are taken as they are, not by a parser, so that the marks survive.

    The function is plpgsql for its COST: an inlined expression looks cheap to the planner, which then reads rows one by
    one instead of asking the index.
    """
    return (
        f"""CREATE FUNCTION {name}_vector(words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT COST 500
 AS $$ BEGIN RETURN array_to_tsvector(string_to_array(words, ' ')); END $$""",
        f"CREATE INDEX {name}_words ON {table} USING gin ({vector(name)})",
    )
