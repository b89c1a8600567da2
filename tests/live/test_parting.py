"""A login that ended elsewhere hears nothing more."""

from datetime import timedelta

from exchange.accounts import actions
from exchange.kernel import clock
from exchange.kernel.db import Store
from exchange.kernel.engines import is_sqlite
from tests.cast import open_ground
from web.live.doorbell import LocalDoorbell
from web.live.frames import Close
from web.live.hub import Hub
from web.live.parting import look
from web.work import PostgresWork, SqliteWork


class Line:
    """A socket that remembers how it was closed."""

    def __init__(self) -> None:
        self.topics: frozenset[str] = frozenset()
        self.silent = 0
        self.closed: list[Close] = []

    def send(self, frame: bytes, seq: int | None = None) -> None:
        raise AssertionError("nothing is sent")

    def close(self, code: Close) -> None:
        self.closed.append(code)

    def abort(self) -> None:
        raise AssertionError("aborted")


async def test_only_the_ended_login_is_sent_away(database: str, store: Store) -> None:
    ground = store.write(lambda db: open_ground(db, opens_at=clock.now() - timedelta(hours=1)))
    kind = SqliteWork if is_sqlite(database) else PostgresWork
    work, hub, lines = kind(database, LocalDoorbell()), Hub(), {"Lan": Line(), "Hoa": Line()}
    for name, line in lines.items():
        hub.join(line, frozenset({"lobby", f"login:{ground.logins[name]}"}))
    await look(work, hub)
    assert not lines["Lan"].closed

    lan = ground.viewer("Lan")
    store.write(lambda db: actions.sign_out(db, lan, lan.login_id, now=clock.now()))  # as another process does
    await look(work, hub)

    assert (lines["Lan"].closed, lines["Hoa"].closed) == ([Close.SIGNED_OUT], [])
    await work.close()
