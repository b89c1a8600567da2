"""What `exchange feed` does: the same as the server beside its pages, once."""

from collections.abc import Callable

import typer

from exchange.centres import queries as centres
from exchange.commands.ground import NOT_DONE, opened, settings
from exchange.feeds import desk_queries, source_actions
from exchange.feeds.codes import DeliveryState
from exchange.feeds.desk_queries import Partner, Source
from exchange.feeds.running import pull_all, push_all, refresh_all
from exchange.feeds.wire import Wire
from exchange.kernel import clock
from exchange.kernel.db import Reading
from exchange.kernel.settings import Settings

MakeWire = Callable[[Settings], Wire]
_WELL = (DeliveryState.NONE, DeliveryState.UP_TO_DATE, DeliveryState.WAITING)


def refresh() -> None:
    """Every centre's feed."""
    with opened() as store:
        names = {one.id: one.name for one in store.read(centres.centres)}
        for own, changes in refresh_all(store, now=clock.now()).items():
            typer.echo(f"{changes:>7} changes  {names[own]}")


def push(make: MakeWire) -> None:
    """All that is due to partners."""
    wanted = settings()
    with opened() as store:
        refresh_all(store, now=clock.now())
        taken, failed = push_all(store, make(wanted), wanted.vault(), wanted.public_url)
    typer.echo(f"{taken} messages were taken, {failed} were not and will be tried again.")
    if failed:
        raise typer.Exit(NOT_DONE)


def pull(make: MakeWire) -> None:
    """All sources, whatever they were put off for."""
    wanted = settings()
    with opened() as store:
        for one in store.read(_sources):
            store.write(lambda db, own=one.id: source_actions.look_now(db, own, now=clock.now()))  # type: ignore[misc]
            pull_all(store, make(wanted), wanted.vault(), only=one.id)
        found = store.read(_sources)
    _print([], found)


def status() -> None:
    """How far everything is."""
    with opened() as store:
        for one in store.read(centres.centres):
            own = store.read(lambda db, one=one: desk_queries.own_feed(db, one.id))  # type: ignore[misc]
            typer.echo(f"number {own.last:>7}  {own.vacancies} vacancies, {own.results} results  {one.name}")
        partners, sources = store.read(_partners), store.read(_sources)
    _print(partners, sources)


def _partners(db: Reading) -> list[Partner]:
    every = [desk_queries.partners_of(db, one.id) for one in centres.centres(db)]
    return [one for found in every for one in found if one.ended_at is None]


def _sources(db: Reading) -> list[Source]:
    every = [desk_queries.sources_of(db, one.id) for one in centres.centres(db)]
    return [one for found in every for one in found if one.ended_at is None]


def _print(partners: list[Partner], sources: list[Source]) -> None:
    """A line for each; exit code 1 where one of them does not do well."""
    for one in partners:
        typer.echo(f"to    {one.reached:>7}  {one.name}: {one.state.label} {one.said}".rstrip())
    for source in sources:
        reached = "–" if source.reached is None else source.reached
        well = f"{source.vacancies} vacancies, {source.conflicts} to be looked at"
        typer.echo(f"from  {reached:>7}  {source.name}: {source.said or well}")
    if any(one.state not in _WELL for one in partners) or any(source.said for source in sources):
        raise typer.Exit(NOT_DONE)
