"""The schema's version as a running server asks it."""

from sqlalchemy import text

from exchange.kernel.db import Reading


def schema_version(db: Reading) -> str | None:
    """What the database was last migrated to. Raises where it was never migrated or does not answer."""
    found: str | None = db.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found
