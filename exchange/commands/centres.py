"""`exchange centre add` and `exchange staff add`: how an installation begins."""

import os
import sys

import typer
from pydantic import ValidationError

from exchange.accounts.actions import open_account
from exchange.accounts.passwords import hashed
from exchange.accounts.rules import SHORTEST_PASSWORD
from exchange.centres.actions import CentreGiven, employ, open_centre
from exchange.centres.codes import Role
from exchange.centres.queries import CentreView, centres
from exchange.centres.tables import CentreId
from exchange.commands.ground import WRONG_USE, opened, stop
from exchange.employers.rules import is_email
from exchange.kernel import clock
from exchange.kernel.db import Reading, Writing
from exchange.kernel.text import fold, squeeze
from exchange.reference import provinces
from exchange.reference.provinces import Province

_PASSWORD = "EXCHANGE_STAFF_PASSWORD"  # noqa: S105 - the name of a setting


def add_centre(name: str, province: str, **told: str) -> None:
    """Enter a centre of a province of today."""
    now = clock.now()
    place = _province(province)
    short = told.pop("short_name") or f"TTDVVL {place.short_name}"
    try:
        given = CentreGiven(
            name=name, short_name=short, province_code=place.code, province_name=place.short_name, **told
        )
    except ValidationError as wrong:
        first = wrong.errors()[0]
        stop(f"The centre's {first['loc'][0]} is not usable: {first['msg']}.", WRONG_USE)
    with opened() as store:
        made = store.write(lambda db: open_centre(db, given, now=now))
    typer.echo(f"{given.name} has been entered: {made}")


def add_staff(email: str, name: str, centre: str, role: Role) -> None:
    """Open an account for somebody who works at the centre that is meant."""
    if not is_email(email):
        stop(f"“{email}” is not an e-mail address.", WRONG_USE)
    if len(squeeze(name)) < 2:
        stop("The person needs a name.", WRONG_USE)
    now = clock.now()
    with opened() as store:
        there = store.read(lambda db: named(db, centre))
        secret = hashed(_password())  # slow on purpose, so before the transaction

        def add(db: Writing) -> None:
            account = open_account(db, squeeze(name), email=email, password_hash=secret, now=now)
            employ(db, CentreId(there.id), account, role, now=now)

        store.write(add)
    typer.echo(f"{squeeze(name)} may sign in as {email.strip().lower()}: {role.value} at {there.name}.")


def _province(words: str) -> Province:
    today = clock.local_day(clock.now())
    found = provinces.get(words.strip(), today) or provinces.find(words, today)
    if found is None:
        stop(f"There is no province “{words}” today.", WRONG_USE)
    return found


def named(db: Reading, words: str) -> CentreView:
    """The one centre that is meant."""
    every = centres(db)
    found = [one for one in every if str(one.id) == words.strip().lower()]
    found = found or [one for one in every if fold(words) in fold(f"{one.name} {one.short_name}")]
    if len(found) != 1:
        lines = [f"{one.id}  {one.name}" for one in every] or ["none yet: exchange centre add --help"]
        stop("\n".join([f"“{words}” means {len(found)} centres. There are:", *lines]), WRONG_USE)
    return found[0]


def _password() -> str:
    given = os.environ.get(_PASSWORD, "")
    if not given and not sys.stdin.isatty():
        stop(f"Set {_PASSWORD}, or do this at a terminal, where the password is asked for.", WRONG_USE)
    typed = given or typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    if len(typed) < SHORTEST_PASSWORD:
        stop(f"A password has at least {SHORTEST_PASSWORD} characters.", WRONG_USE)
    return str(typed)
