"""What every command stands on: settings, a database that is ready, and one clear sentence where something is wrong.

Exit codes: 2 where the command or a setting is wrong, 1 where it could not be done.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer

from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.settings import Settings, SettingsWrong, read_settings

if TYPE_CHECKING:
    from exchange.kernel.db import Store  # 0.3 s to import: not for `--help`

WRONG_USE, NOT_DONE = 2, 1


def stop(sentence: str, code: int = NOT_DONE) -> NoReturn:
    """End with a sentence on standard error."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


def settings(**given: object) -> Settings:
    """The settings, or the end."""
    try:
        return read_settings(**given)
    except SettingsWrong as wrong:
        stop(str(wrong), WRONG_USE)


@contextmanager
def told() -> Iterator[None]:
    """Whatever the database or the rules say no with becomes a sentence."""
    from sqlalchemy.exc import DBAPIError

    from exchange.schema import NoDatabase

    try:
        yield
    except NoDatabase as fault:
        stop(str(fault))
    except (Refused, Conflict) as no:
        stop(f"This cannot be done: {no.reason.label}")
    except NotFound:
        stop("This cannot be done: it concerns something that is not there.")
    except OSError as fault:  # the folder of the database
        stop(f"{fault.filename or 'A file'} cannot be used: {fault.strerror or fault}.")
    except DBAPIError as fault:
        stop(f"The database refused: {str(fault.orig).splitlines()[0]}")


@contextmanager
def opened() -> Iterator["Store"]:
    """Handles on the database of the settings, migrated and writable."""
    from exchange.kernel.db import open_store
    from exchange.schema import check_ready

    gc.enable()
    url = settings().database_url
    with told():
        check_ready(url)
        store = open_store(url)
        try:
            yield store
        finally:
            store.close()
