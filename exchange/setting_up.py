"""Making a database ready: schema and official lists."""

from exchange.kernel.db import open_store
from exchange.reference import actions as reference
from exchange.schema import migrate


def bring_up_to_date(url: str) -> str:
    """Migrate and load; one sentence about what was done. Raises NoDatabase."""
    before, after = migrate(url)
    store = open_store(url)
    try:
        store.write(reference.load)
    finally:
        store.close()
    return f"The database is at version {after}." if before == after else f"The database went to version {after}."
