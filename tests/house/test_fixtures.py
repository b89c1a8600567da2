"""The ground the other tests stand on: the throw-away server keeps what was committed and dies when told to."""

import signal

import psycopg
import pytest

from tests.fixtures.postgres import Cluster
from tests.fixtures.server import Server


def test_a_killed_cluster_keeps_what_was_committed(own_postgres: Cluster) -> None:
    with psycopg.connect(own_postgres.url()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS one")

    own_postgres.kill()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(own_postgres.url(), connect_timeout=2)
    own_postgres.restart()

    with psycopg.connect(own_postgres.url()) as connection:
        assert connection.execute("SELECT one FROM kept").fetchall() == [(1,)]


def test_clusters_do_not_share_anything(own_postgres: Cluster, postgres: Cluster) -> None:
    assert own_postgres.port != postgres.port
    assert own_postgres.data != postgres.data


def test_a_killed_server_comes_back_where_it_was(server: Server) -> None:
    port = server.port

    server.kill()
    assert server.health() == 0
    server.start()

    assert (server.port, server.health()) == (port, 200)
    assert server.stop() in {0, -signal.SIGTERM}
