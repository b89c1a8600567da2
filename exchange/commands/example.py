"""`exchange example`: fill an empty database with a half-year of a centre, to try the system and its reports with."""

import os
import secrets
import time

import typer

from exchange.accounts.passwords import hashed
from exchange.commands.ground import NOT_DONE, opened, settings, stop
from exchange.demo.cast import HOST, address
from exchange.example.fair import counsellor_mail
from exchange.example.figures import Figures, figures
from exchange.example.filling import Foreign, fill, is_filled
from exchange.example.shapes import HALF_YEAR, Shape

_SAID = {
    "seeker_visits": "visits of job seekers",
    "seekers": "  by so many persons",
    "benefit_visits": "visits of people with unemployment benefit",
    "recipients": "  by so many persons",
    "claims_decided": "benefit claims decided",
    "soldiers": "soldiers on the lists of four talks",
    "soldiers_told": "  about so many were said to have been there",
    "sites": "centres at the online fair",
    "employers": "  employers present",
    "interviews": "  interviews held",
    "placements": "  people hired",
}


def tra_vinh(seed: int) -> None:
    """Fill the database of the settings and print what the system counts in it; done before, only print."""
    vault = settings().vault()
    with opened() as store:
        try:
            known = store.read(is_filled)
        except Foreign as foreign:
            stop(str(foreign), NOT_DONE)
        chosen = os.environ.get("EXCHANGE_STAFF_PASSWORD", "")
        password = chosen or secrets.token_urlsafe(9)
        began = time.monotonic()
        if not known:
            typer.echo("Writing a half-year of the centre of Trà Vinh. Half a minute or so …", err=True)
            store.write(lambda db: fill(db, Shape(seed=seed), hashed(password), vault=vault))
        typer.echo(_told(store.read(figures)))
    if known:
        typer.echo("It was there already; nothing was changed.")
    else:
        said = "that of EXCHANGE_STAFF_PASSWORD" if chosen else f"{password}   (shown only now)"
        typer.echo(_logins(said, time.monotonic() - began))


def _told(found: Figures) -> str:
    first, last = (f"{day:%d/%m/%Y}" for day in HALF_YEAR)
    lines = [f"{getattr(found, name):>9,}  {words}" for name, words in _SAID.items()]
    return "\n".join([f"From {first} to {last}, counted from the records:", *lines])


def _logins(password: str, took: float) -> str:
    return "\n".join(
        [
            "",
            f"  Written in {took:.0f} s. Sign in after `exchange serve`:",
            f"  director    {address(HOST.leader)}",
            f"  counsellor  {address(counsellor_mail(0))}",
            f"  password    {password}",
        ]
    )
