"""`exchange documents`: scans that lie in the store and that no row names."""

from datetime import timedelta

import typer

from exchange.commands.ground import opened, settings
from exchange.documents.actions import known, orphans
from exchange.documents.store import DocumentStore
from exchange.kernel import clock

_YOUNGEST = timedelta(days=1)  # whoever sends a form now keeps its scan before its row


def tidy(*, remove: bool) -> None:
    """Print each orphan with its size; with `remove` take it away."""
    store = DocumentStore(settings().documents)
    with opened() as handles:
        before = clock.now() - _YOUNGEST
        found = orphans(store, lambda digests: handles.read(lambda db: known(db, digests)), before=before)
    for digest, size in found:
        typer.echo(f"{digest}  {size} bytes")
        if remove:
            store.remove(digest)
    done = "removed" if remove else "to be removed with --remove"
    typer.echo(f"{len(found)} scans without an entry, {done}." if found else "Every scan has its entry.")
