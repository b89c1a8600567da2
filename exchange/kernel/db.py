"""Database handles. The core takes one and never commits; only what is in this file, and the edge, begins or ends."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Engine, Table, literal_column, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel import Session, SQLModel

from exchange.kernel.columns import columns
from exchange.kernel.engines import async_engine, reading_engine, writing_engine

T = TypeVar("T")
_DEADLOCK = "40P01"


if TYPE_CHECKING:
    _Handle = Session  # what a Reading has it has with the types of a session
else:
    _Handle = object


class Reading(_Handle):
    """A handle with which questions are asked: for columns, never for entities, straight from the connection.

    What a session does for entities costs as much as a small query.
    """

    if not TYPE_CHECKING:

        def __init__(self, line):
            self._line = line
            self.execute, self.scalar, self.scalars = line.execute, line.scalar, line.scalars

    @property
    def dialect(self) -> str:
        """Which database is asked: sqlite or postgresql."""
        return self._line.dialect.name

    _line: Connection


class Writing(Reading, Session):
    """A handle inside one write transaction. A Writing may read; a Reading may not write (a type error)."""

    if not TYPE_CHECKING:  # it flushes what was added before it asks
        __init__, execute, scalar, scalars = Session.__init__, Session.execute, Session.scalar, Session.scalars

    @property
    def dialect(self) -> str:
        return self.get_bind().dialect.name

    @property
    def rung(self) -> set[UUID]:
        """Streams that this transaction added news to; the doorbell rings for them after the commit."""
        streams: set[UUID] = self.info.setdefault("rung", set())
        return streams


class Store:
    """Both engines of one database, for commands and tests. The server has its own way (`web/work.py`)."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.reader: Engine = reading_engine(url)
        self.writer: Engine = writing_engine(url)

    def read(self, ask: Callable[[Reading], T]) -> T:
        """Run one question."""
        with self.reader.connect() as line:
            return ask(Reading(line))

    def write(self, change: Callable[[Writing], T]) -> T:
        """Run one change as one transaction; commit when it returns, undo when it raises."""
        with Writing(self.writer, expire_on_commit=False) as db, db.begin():
            return change(db)

    def close(self) -> None:
        """Give back all connections."""
        self.reader.dispose()
        self.writer.dispose()


class AsyncStore:
    """Both engines of one PostgreSQL database for the server; the core's functions run unchanged (`run_sync`)."""

    def __init__(self, url: str) -> None:
        self._reader = async_engine(url, read_only=True)
        self._writer = async_engine(url)
        self._writes = async_sessionmaker(self._writer, sync_session_class=Writing, expire_on_commit=False)

    async def read(self, ask: Callable[[Reading], T]) -> T:
        """Run one question; each of its statements sees what is committed then."""
        async with self._reader.connect() as line:
            return await line.run_sync(lambda plain: ask(Reading(plain)))

    async def write(self, change: Callable[[Writing], T]) -> tuple[T, set[UUID]]:
        """Run one change as one transaction; its result and the streams that got news.

        When it lost a race (the same form sent twice at once; two that waited for each other), it is run once more:
        now it finds what the other made.
        """
        try:
            return await self._write(change)
        except DBAPIError as fault:
            if not _lost_a_race(fault):
                raise
            return await self._write(change)

    async def _write(self, change: Callable[[Writing], T]) -> tuple[T, set[UUID]]:
        def run(plain: Any) -> tuple[T, set[UUID]]:
            if not isinstance(plain, Writing):
                raise TypeError("a Writing was wanted")
            return change(plain), plain.rung

        async with self._writes() as db, db.begin():
            return await db.run_sync(run)

    async def close(self) -> None:
        """Give back all connections."""
        await self._reader.dispose()
        await self._writer.dispose()


def _lost_a_race(fault: DBAPIError) -> bool:
    """A unique constraint that somebody else filled first, or the victim of a deadlock: nothing was written."""
    return isinstance(fault, IntegrityError) or getattr(fault.orig, "sqlstate", None) == _DEADLOCK


def open_store(url: str) -> Store:
    """Handles on the database at `url` (sqlite:/// or postgresql://)."""
    return Store(url)


def insert_once(db: Writing, model: type[SQLModel], values: Mapping[str, Any]) -> bool:
    """Insert a row unless a unique constraint already holds one; True when it was inserted.

    The tool against races between two people who want the same thing: no exception, no retry, no savepoint.
    """
    return bool(insert_many_once(db, model, [values]))


def insert_many_once(db: Writing, model: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> int:
    """Insert those of `rows` that no unique constraint forbids; how many went in."""
    if not rows:
        return 0
    table: Table = model.__table__  # type: ignore[attr-defined]
    dialect = postgresql if db.dialect == "postgresql" else sqlite
    insert = dialect.insert(table).values(list(rows)).on_conflict_do_nothing()
    return len(db.execute(insert.returning(literal_column("1"))).all())  # drivers differ in what they count


def hold(db: Writing, model: type[SQLModel], row_id: UUID) -> bool:
    """Lock the row that owns a limit until the transaction ends; False when there is none.

    FOR NO KEY UPDATE, so that rows which merely refer to it do not wait. On SQLite the transaction already holds the
    only write lock. Order of holding, so that no two actions can wait
    for each other: seeker, booth, ticket, stream.
    """
    own = columns(model).id
    return db.scalar(select(own).where(own == row_id).with_for_update(key_share=True)) is not None


class Broken:
    """A unit that raised."""

    def __init__(self, fault: BaseException) -> None:
        self.fault = fault


def run_units(store: Store, changes: Sequence[Callable[[Writing], Any]]) -> list[tuple[Any, set[UUID]] | Broken]:
    """Run several changes as one durable commit (SQLite's writer): each under a savepoint, undone alone if it raises.

    A result is given out only after the commit; when the commit itself fails, all units are broken.
    """
    outcomes: list[tuple[Any, set[UUID]] | Broken] = []
    try:
        with store.writer.begin() as connection:
            for change in changes:
                outcomes.append(_one_unit(connection, change))
    except Exception as fault:
        return [Broken(fault) for _ in changes]
    return outcomes


def _one_unit(connection: Connection, change: Callable[[Writing], Any]) -> tuple[Any, set[UUID]] | Broken:
    try:
        with Writing(connection, expire_on_commit=False, join_transaction_mode="create_savepoint") as db, db.begin():
            result = change(db)
            return result, db.rung
    except Exception as fault:
        return Broken(fault)
