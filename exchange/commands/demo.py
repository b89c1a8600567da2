"""`exchange demo`: what it needs is made once and kept in var/; the fair is live each time."""

import os
import secrets
from datetime import datetime
from pathlib import Path

import typer

from exchange.accounts.passwords import hashed
from exchange.commands.ground import NOT_DONE, settings, stop, told
from exchange.demo import registers
from exchange.demo.cast import HOST, PASSWORD, address
from exchange.demo.firms import FIRMS
from exchange.demo.people import PEOPLE, phone_of
from exchange.demo.start import Foreign, Made, Started, is_empty, prepare
from exchange.kernel import clock
from exchange.kernel.db import open_store
from exchange.kernel.settings import Settings
from exchange.kernel.text import show_phone
from exchange.kernel.vault import Vault
from exchange.schema import NoDatabase, check_ready
from exchange.setting_up import bring_up_to_date

PLACE = Path("var")
_DONE = {
    Made.LOADED: "The example fair has been made.",
    Made.NEW_DAY: "The last fair is over: a new one has been opened, with the same booths.",
    Made.KEPT: "The fair goes on; everything is as it was.",
}


def demo_settings(port: int | None) -> Settings:
    """The settings of the demo: what nobody has set is chosen here."""
    given: dict[str, object] = {"demo": True} | ({"port": port} if port else {})
    known = settings(**given)
    if "database_url" not in known.model_fields_set:
        given["database_url"] = f"sqlite:///{PLACE / 'demo.sqlite3'}"
    if not known.secret:
        given["secret"] = _kept_secret()
    if "public_url" not in known.model_fields_set:
        given["public_url"] = f"http://127.0.0.1:{known.port}"
    return settings(**given)


def _kept_secret() -> str:
    """Made at the first start; readable by its owner only."""
    file = PLACE / "demo.secret"
    try:
        PLACE.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
                out.write(secrets.token_urlsafe(48))
        return file.read_text().strip()
    except OSError as fault:
        stop(f"The demo keeps its secret in {file}, which cannot be used: {fault.strerror}.")


def load(wanted: Settings) -> Started:
    """Bring the database to the newest schema and its fair to life."""
    with told():
        try:
            check_ready(wanted.database_url)  # the usual case, and half a second faster than migrating nothing
        except NoDatabase:
            bring_up_to_date(wanted.database_url)
        return _prepared(wanted.database_url, wanted.vault(), clock.now())


def _prepared(url: str, vault: Vault, now: datetime) -> Started:
    store = open_store(url)
    try:
        empty = store.read(is_empty)
        if empty:
            typer.echo(
                "Making an example fair: four centres, twelve employers, forty people. A few seconds …", err=True
            )
        password_hash = hashed(PASSWORD) if empty else ""
        started = store.write(lambda db: prepare(db, password_hash, now=now))
        if started.made is Made.LOADED:
            store.write(lambda db: registers.send(db, vault, now=now))
        return started
    except Foreign as foreign:
        stop(str(foreign), NOT_DONE)
    finally:
        store.close()


def welcome(wanted: Settings, started: Started) -> str:
    """The address and a login of each kind."""
    firm = FIRMS[0]
    logins = [
        *((f"host, {clerk.role.value}", address(clerk.mail), clerk.name) for clerk in HOST.clerks),
        ("joining centre", address("giamdoc.bentre"), "Bến Tre"),
        ("recruiter", address(firm.mail), f"{firm.recruiters[0]}, {firm.name}"),
        ("seeker", show_phone(phone_of(3)), f"{PEOPLE[3].name} – the code appears on /demo"),
    ]
    return "\n".join(
        [
            _DONE[started.made],
            "",
            f"  {wanted.public_url}/",
            f"  {wanted.public_url}/demo    become any of them with one click",
            "",
            *(f"  {who:<17} {login:<36} {name}" for who, login, name in logins),
            f"  {'password of all':<17} {PASSWORD}",
            "",
            "Ctrl-C ends it; the data stay.",
        ]
    )
