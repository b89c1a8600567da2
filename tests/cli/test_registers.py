"""`exchange import people|consultations|claims`: looked through unless it is said otherwise, and one clear report."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from exchange.kernel import clock
from exchange.kernel.db import Store
from tests.cast import Ground, open_ground
from tests.cli.run import exchange

FILE = "Họ và tên;Năm sinh;Giới tính\nLâm Phát;1990;Nam\nBé Na;2020;Nữ\n"


@pytest.fixture
def ground(store: Store) -> Ground:
    """The fairground, open since an hour ago by the real clock."""
    return store.write(lambda db: open_ground(db, opens_at=clock.now() - timedelta(hours=1)))


def count(store: Store, table: str) -> int:
    return store.read(lambda db: db.scalar(text(f"SELECT count(*) FROM {table}"))) or 0  # noqa: S608 - names of ours


def test_a_register_is_only_looked_through_unless_it_is_applied(
    database: str, store: Store, ground: Ground, tmp_path: Path
) -> None:
    file, before = tmp_path / "so.csv", count(store, "seekers")
    file.write_text(FILE)

    looked = exchange("import", "people", str(file), "--centre", "Trà Vinh", database=database)
    assert looked.returncode == 0, looked.stderr
    assert "row 3: Năm sinh chưa hợp lý" in looked.stdout
    assert (count(store, "seekers"), count(store, "intakes")) == (before, 0)

    taken = exchange("import", "people", str(file), "--centre", "Trà Vinh", "--apply", database=database)
    assert "1 rows are in, 1 new files." in taken.stdout
    again = exchange("import", "people", str(file), "--centre", "Trà Vinh", "--apply", database=database)
    assert "0 rows are in, 0 new files." in again.stdout
    assert count(store, "seekers") == before + 1


def test_what_cannot_be_is_one_sentence(sqlite_database: str, tmp_path: Path) -> None:
    from exchange.kernel.db import open_store

    store = open_store(sqlite_database)
    store.write(lambda db: open_ground(db))
    store.close()
    file, old = tmp_path / "so.csv", tmp_path / "old.csv"
    file.write_text(FILE)
    old.write_bytes("Hä vµ tªn;N¨m sinh\nNguyÔn ThÞ Lan;1990\n".encode("latin-1"))

    which = exchange("import", "people", str(file), "--centre", "86", database=sqlite_database)
    lacks = exchange("import", "claims", str(file), "--centre", "Trà Vinh", database=sqlite_database)
    font = exchange("import", "people", str(old), "--centre", "Trà Vinh", database=sqlite_database)

    assert (which.returncode, "means 2 centres" in which.stderr) == (2, True)
    assert (lacks.returncode, "Ngày tiếp nhận: Mục này cần một cột của tệp." in lacks.stderr) == (1, True)
    assert (font.returncode, "TCVN3" in font.stderr) == (1, True)
