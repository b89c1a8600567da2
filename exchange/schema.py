"""The schema's version: bringing a database up to date, and knowing whether it is."""

from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, inspect, text

from exchange.kernel.engines import is_sqlite, sync_url


class NoDatabase(Exception):  # noqa: N818
    """The database cannot be reached or written; the text is one sentence for the operator."""


def migrate(url: str) -> tuple[str | None, str]:
    """Upgrade to the newest schema; the versions before and after. Raises NoDatabase."""
    from alembic import command  # 0.4 s to import: only commands that migrate pay for it

    engine = _engine(url)
    try:
        with engine.begin() as connection:
            before = _version(connection)
            command.upgrade(_config(connection), "head")
            if is_sqlite(url) and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise NoDatabase("The migration left rows that refer to nothing; the database was not changed.")
            return before, _version(connection) or ""
    except NoDatabase:
        raise
    except Exception as fault:
        raise NoDatabase(_told(url, fault)) from fault
    finally:
        engine.dispose()


def draft(url: str, message: str) -> None:
    """Write a new migration from the difference between tables and database (for developers)."""
    from alembic import command

    with _engine(url).connect() as connection:
        command.revision(_config(connection), message=message, autogenerate=True)


def differences(url: str) -> list[Any]:
    """What alembic would change in a migrated database; empty when migrations and tables agree."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from exchange.tables import metadata

    with _engine(url).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))


@cache
def newest() -> str:
    """The version that this code needs: the migration that no other follows."""
    names = sorted(path.name for path in (_place() / "versions").glob("[0-9]*.py"))
    return names[-1].split("_", 1)[0]


def check_ready(url: str) -> None:
    """Raises NoDatabase unless the database answers, can be written and has the newest schema."""
    from exchange.kernel.engines import writing_engine

    if is_sqlite(url) and not Path(url.removeprefix("sqlite:///")).exists():
        raise NoDatabase(f"There is no database at {url.removeprefix('sqlite:///')}. Run: exchange migrate")
    engine = writing_engine(url)
    try:
        with engine.begin() as connection:
            found = _version(connection)
    except Exception as fault:
        raise NoDatabase(_told(url, fault)) from fault
    finally:
        engine.dispose()
    if found != newest():
        raise NoDatabase(
            f"The database is at version {found or 'none'}, this program needs {newest()}. Run: exchange migrate"
        )


def current(engine: Engine) -> str | None:
    """The version of a database; None when it was never migrated."""
    with engine.connect() as connection:
        return _version(connection)


def _version(connection: Any) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return version


def _engine(url: str) -> Engine:
    if not is_sqlite(url):
        return create_engine(sync_url(url))
    Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)

    @event.listens_for(engine, "begin")
    def start(connection: Any) -> None:
        connection.exec_driver_sql(
            "BEGIN IMMEDIATE"
        )  # all of a migration or nothing: the driver would commit each table

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we begin ourselves, above
        connection.execute("PRAGMA foreign_keys = OFF")  # a rebuilt parent table would delete its children
        connection.execute("PRAGMA journal_mode = WAL")

    return engine


def _config(connection: Any) -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_place()))
    config.attributes["connection"] = connection
    return config


def _place() -> Path:
    import migrations

    return Path(str(migrations.__file__)).parent


def _told(url: str, fault: Exception) -> str:
    where = url.rsplit("@", 1)[-1].removeprefix("sqlite:///")
    return f"The database at {where} cannot be used: {str(fault).splitlines()[0]}"
