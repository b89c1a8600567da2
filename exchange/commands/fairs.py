"""`exchange fair`: the list of fairs, opening and closing one; and finding a fair by what an operator types."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import typer

from exchange.accounts.queries import Viewer
from exchange.accounts.tables import AccountId, LoginId
from exchange.booths.floor_queries import open_talks
from exchange.centres.codes import Role
from exchange.centres.queries import colleagues
from exchange.commands.ground import WRONG_USE, opened, stop
from exchange.fairs import access, actions
from exchange.fairs.codes import FairPhase
from exchange.fairs.queries import FairView, fairs
from exchange.kernel import clock
from exchange.kernel.db import Reading, Writing
from exchange.kernel.ids import new_id
from exchange.kernel.text import fold

Change = Callable[[Writing, FairView, Viewer, datetime], None]
_MOST = 1000
_SHORTEST = 4  # characters of an id or a name
_RANK = {Role.DIRECTOR: 0, Role.MANAGER: 1, Role.COUNSELLOR: 2}


def show_all() -> None:
    """Print a line for each fair, those that are live first."""
    with opened() as store:
        found = store.read(lambda db: fairs(db, now=clock.now(), most=_MOST))
    for fair in found:
        typer.echo(_line(fair))
    if not found:
        typer.echo("There is no fair yet.")


def open_floor(words: str) -> None:
    """Open the floor of the fair that is meant."""

    def change(db: Writing, fair: FairView, who: Viewer, now: datetime) -> None:
        actions.open_fair(db, access.host_desk(db, who, fair.id), now=now)

    typer.echo(_done(words, "open", change))


def close_floor(words: str) -> None:
    """Close the floor of the fair that is meant."""

    def change(db: Writing, fair: FairView, who: Viewer, now: datetime) -> None:
        going = open_talks(db, fair.id)
        actions.close_fair(db, access.host_desk(db, who, fair.id), open_talks=going, now=now)

    typer.echo(_done(words, "closed", change))


def find(db: Reading, words: str, *, now: datetime) -> FairView:
    """The one fair that is meant; ends with a sentence where there is none, or several."""
    every = fairs(db, now=now, most=_MOST)
    typed, told = words.strip().lower(), fold(words)
    found = [fair for fair in every if str(fair.id) == typed]
    if not found and typed == "live":
        found = [fair for fair in every if fair.phase is FairPhase.LIVE]
    if not found and len(typed) >= _SHORTEST:
        found = [fair for fair in every if str(fair.id).startswith(typed) or told in fold(fair.name)]
    if not found:
        stop(f"There is no fair “{words}”. See: exchange fair list", WRONG_USE)
    if len(found) > 1:
        stop("\n".join([f"“{words}” means {len(found)} fairs; type the whole id:", *map(_line, found)]), WRONG_USE)
    return found[0]


def lead_of(db: Reading, fair: FairView) -> Viewer:
    """In whose name the operator acts: the highest of the host centre's staff."""
    return highest_of(db, fair.host_id, fair.host_name)


def highest_of(db: Reading, centre_id: UUID, name: str) -> Viewer:
    """The highest of a centre's staff."""
    staff = sorted(colleagues(db, centre_id), key=lambda one: _RANK[one.role])
    if not staff:
        stop(f"{name} has no staff yet. See: exchange staff add --help")
    return Viewer(AccountId(staff[0].account_id), LoginId(new_id()), staff[0].name)


def _done(words: str, became: str, change: Change) -> str:
    """Do it and say so."""
    now = clock.now()

    def run(db: Writing) -> str:
        fair = find(db, words, now=now)
        who = lead_of(db, fair)
        change(db, fair, who, now)
        return f"The fair is {became}: {fair.name} (entered in the name of {who.name})."

    with opened() as store:
        return store.write(run)


def _line(fair: FairView) -> str:
    opens = fair.times.opens_at.astimezone(clock.VIETNAM)
    return f"{fair.id}  {opens:%Y-%m-%d %H:%M}  {fair.phase.value:<12}  {fair.name}"
