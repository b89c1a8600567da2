"""`exchange documents`: what may be said of scans. What it does is imported when it is said."""

from typing import Annotated

import typer


def add_to(app: typer.Typer) -> None:
    """The commands belong to the program."""
    words = typer.Typer(help="Scans of papers.", no_args_is_help=True)
    words.callback()(_scans)
    words.command("tidy")(tidy)
    app.add_typer(words, name="documents")


def _scans() -> None:
    """Scans of papers."""


def tidy(remove: Annotated[bool, typer.Option("--remove", help="Delete them.")] = False) -> None:
    """List scans older than a day that no entry names: they were kept for a form that was refused afterwards."""
    from exchange.commands import documents

    documents.tidy(remove=remove)
