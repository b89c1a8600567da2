"""Runs migrations. The connection comes from `exchange.schema`, which is the only caller."""

from alembic import context
from sqlalchemy import Connection

from exchange.tables import metadata


def run(connection: Connection) -> None:
    """Upgrade on a given connection. SQLite rebuilds tables to alter them, so foreign keys are off there."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        compare_server_default=True,
        include_object=lambda _thing, name, kind, _reflected, _other: kind != "table" or not _foreign(name or ""),
    )
    with context.begin_transaction():
        context.run_migrations()


def _foreign(name: str) -> bool:
    """Tables that a search index keeps for itself."""
    return name.startswith(("vacancy_search", "seeker_search"))


run(context.config.attributes["connection"])
