"""A database that is used again is as good as new; one that is not is thrown away."""

import psycopg
import pytest

from tests.fixtures.postgres import Cluster
from tests.fixtures.wash import Wash


def test_what_a_test_left_is_gone(postgres: Cluster, wash: Wash) -> None:
    name = wash.take()
    with psycopg.connect(postgres.url(name)) as connection:
        connection.execute("INSERT INTO streams (id, last_seq) VALUES (gen_random_uuid(), 7)")
        assert connection.execute("SELECT count(*) FROM streams").fetchone() == (1,)

    wash.give_back(name)

    assert wash.take() == name
    with psycopg.connect(postgres.url(name)) as connection:
        assert connection.execute("SELECT count(*) FROM streams").fetchone() == (0,)
    wash.give_back(name)


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE occupations SET name = name || '!' WHERE code = (SELECT min(code) FROM occupations)",
        "DELETE FROM industries WHERE code = (SELECT max(code) FROM industries)",
        "ALTER TABLE streams ADD COLUMN surprise integer",
        "CREATE TABLE surprises (one integer)",
        "DROP INDEX ix_seekers_name_fold",
    ],
)
def test_what_does_not_wash_out_is_thrown_away(postgres: Cluster, wash: Wash, act: str) -> None:
    name = wash.take()
    with psycopg.connect(postgres.url(name)) as connection:
        connection.execute(act.encode())

    wash.give_back(name)

    again = wash.take()
    assert again != name
    wash.give_back(again)


def test_a_connection_left_open_does_not_hold_it_up(postgres: Cluster, wash: Wash) -> None:
    name = wash.take()
    left_open = psycopg.connect(postgres.url(name))
    left_open.execute("INSERT INTO streams (id, last_seq) VALUES (gen_random_uuid(), 1)")

    wash.give_back(name)

    assert wash.take() == name
    left_open.close()
    wash.give_back(name)
