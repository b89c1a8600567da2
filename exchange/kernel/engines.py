"""Engines for both databases, with the settings each needs to be right under concurrent writers.

A process has one synchronous engine for each database and use: what it translated into SQL it knows, also after its
connections were given back and others were opened. Asynchronous ones belong to the loop in which they were made.
"""

from functools import cache
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a placement told to a person must survive a power cut
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 10000",
    "PRAGMA cache_size = -65536",
    "PRAGMA mmap_size = 100663296",  # what is mapped counts as ours: a large import has to stay below 300 MiB
    "PRAGMA temp_store = MEMORY",
)

# For whoever asks PostgreSQL: counting a half-year of all centres as of a moment puts a million rows together by
# person, in memory; compiling such a statement takes longer than it saves (`docs/operations.md`).
_ASKING = {
    "default_transaction_read_only": "on",
    "work_mem": "64MB",
    "jit": "off",
}

_QUIET: dict[str, Any] = {"hide_parameters": True}  # a fault is logged without the values of its statement


def is_sqlite(url: str) -> bool:
    """Whether `url` names the embedded database."""
    return url.startswith("sqlite:")


def sync_url(url: str) -> URL:
    """`url` with the synchronous driver of its database."""
    made = make_url(url)
    return made if made.drivername.startswith("sqlite") else made.set(drivername="postgresql+psycopg")


def async_url(url: str) -> URL:
    """`url` with asyncpg; PostgreSQL only."""
    return make_url(url).set(drivername="postgresql+asyncpg")


@cache
def reading_engine(url: str) -> Engine:
    """An engine on which a write fails, whatever the code says."""
    return _sqlite(url, begin="BEGIN", query_only=True) if is_sqlite(url) else _postgres(url, read_only=True)


@cache
def writing_engine(url: str) -> Engine:
    """An engine whose transactions take the write lock at once on SQLite (no snapshot upgrades that fail)."""
    return _sqlite(url, begin="BEGIN IMMEDIATE", query_only=False) if is_sqlite(url) else _postgres(url)


def _sqlite(url: str, *, begin: str, query_only: bool) -> Engine:
    engine = create_engine(url, connect_args={"check_same_thread": False}, pool_size=8, max_overflow=0, **_QUIET)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we begin ourselves, below
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        if query_only:
            connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def start(connection: Any) -> None:
        connection.connection.driver_connection.execute(begin)  # past SQLAlchemy: it happens before every question

    return engine


def _postgres(url: str, *, read_only: bool = False) -> Engine:
    options = " ".join(f"-c {name}={value}" for name, value in _ASKING.items()) if read_only else ""
    return create_engine(sync_url(url), pool_size=4, pool_pre_ping=True, connect_args={"options": options}, **_QUIET)


def async_engine(url: str, *, read_only: bool = False) -> AsyncEngine:
    """An engine for the server on PostgreSQL. Reads run in AUTOCOMMIT: no BEGIN and ROLLBACK round trips."""
    options: dict[str, Any] = {"isolation_level": "AUTOCOMMIT", "pool_reset_on_return": None} if read_only else {}
    options |= _QUIET
    server = _ASKING if read_only else {}
    return create_async_engine(
        async_url(url), pool_size=10, max_overflow=0, connect_args={"server_settings": server}, **options
    )
