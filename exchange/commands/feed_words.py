"""`exchange feed`: the commands of the exchange with other systems; what they do is imported when they are called."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import typer

from exchange.kernel.settings import Settings

if TYPE_CHECKING:
    from exchange.feeds.wire import Wire


def refresh(_context: typer.Context) -> None:
    """Bring every centre's own feed up to date and print how many changes it had to tell."""
    from exchange.commands import feeds

    feeds.refresh()


def push(context: typer.Context) -> None:
    """Send all news that is due to partners, and print how many messages were taken and how many not."""
    from exchange.commands import feeds

    feeds.push(context.obj)


def pull(context: typer.Context) -> None:
    """Read all feeds of other centres now, as far as they go, and print how far each is."""
    from exchange.commands import feeds

    feeds.pull(context.obj)


def status(_context: typer.Context) -> None:
    """Print how far feeds, partners and sources are. Exit code 1 where anything was given up or cannot be read."""
    from exchange.commands import feeds

    feeds.status()


def add_to(app: typer.Typer, wire: "Callable[[Settings], Wire]") -> None:
    """Beside the other commands. `wire`: makes what asks other systems; the core has none of its own."""
    given: dict[str, Any] = {"context_settings": {"obj": wire}}
    feed = typer.Typer(help="Exchange with the national system and other centres.", no_args_is_help=True, **given)
    app.add_typer(feed, name="feed")
    for command in (refresh, push, pull, status):
        feed.command(command.__name__)(command)
