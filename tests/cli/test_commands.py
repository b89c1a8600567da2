"""Commands: what they do, what they say when they cannot, and their exit codes."""

import csv
import io
import json
from datetime import timedelta
from pathlib import Path

import pytest

from exchange.kernel import clock
from exchange.kernel.db import Store
from tests.cast import Ground, open_ground
from tests.cli.run import exchange

COMMANDS = ["migrate", "serve", "demo", "import vacancies", "fair list", "fair open", "fair close", "tally"]
COMMANDS += ["centre add", "staff add", "import decisions", "import people", "import consultations", "import claims"]
COMMANDS += ["example tra-vinh-2021"]
FILE = """title,company,place_text,salary_text
Công nhân may,Công ty TNHH May Hoàng Hôn,Trà Vinh,7 - 9 triệu
Thợ hàn,Công ty TNHH May Hoàng Hôn,Bến Tre,8 triệu
Bảo vệ,,Cần Thơ,6 triệu
,Công ty CP Kho Sao Mai,Cần Thơ,6 triệu
"""


@pytest.fixture
def ground(store: Store) -> Ground:
    """The fairground, open since an hour ago by the real clock."""
    return store.write(lambda db: open_ground(db, opens_at=clock.now() - timedelta(hours=1)))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    done = exchange(*command.split(), "--help")

    assert done.returncode == 0
    assert "Usage:" in done.stdout
    assert len(done.stdout.splitlines()) > 5


@pytest.mark.parametrize("command", ["fair list", "tally live", "serve", "import vacancies {file}"])
def test_a_database_that_is_not_there_is_one_sentence(command: str, tmp_path: Path) -> None:
    file = tmp_path / "viec-lam.csv"
    file.write_text(FILE)

    done = exchange(*command.format(file=file).split(), database=f"sqlite:///{tmp_path}/none.sqlite3")

    assert done.returncode == 1
    assert done.stderr.strip() == f"There is no database at {tmp_path}/none.sqlite3. Run: exchange migrate"


@pytest.mark.parametrize("command", ["migrate", "demo"])
def test_a_database_that_cannot_be_written_is_one_sentence(command: str, tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("not a folder")
    (tmp_path / "a-folder").mkdir()
    (tmp_path / "a-text").write_text("this is no database, though it is long enough to look like one " * 20)

    for place in ("a-file/x.sqlite3", "a-folder", "a-text"):
        done = exchange(command, database=f"sqlite:///{tmp_path}/{place}")
        assert done.returncode == 1
        assert len(done.stderr.strip().splitlines()) == 1
        assert str(tmp_path) in done.stderr


def test_settings_that_are_wrong_or_missing_are_one_sentence(tmp_path: Path) -> None:
    wrong = [
        {"EXCHANGE_SECRET": ""},
        {"EXCHANGE_SECRET": "short"},
        {"EXCHANGE_PORT": "eighty"},
        {"EXCHANGE_DATABASE_URL": "mysql://x"},
    ]
    for setting in wrong:
        done = exchange("serve", folder=tmp_path, **setting)
        assert done.returncode == 2
        assert len(done.stderr.strip().splitlines()) == 1
        assert next(iter(setting)) in done.stderr
        assert ("too short" in done.stderr) == ("short" in setting.values())


def test_fairs_are_listed_by_id_time_phase_and_name(database: str, ground: Ground) -> None:
    done = exchange("fair", "list", database=database)

    line = done.stdout.strip()
    assert done.returncode == 0
    assert line.startswith(str(ground.fair_id))
    assert " live " in line


def test_there_may_be_no_fair_yet(sqlite_database: str) -> None:
    assert exchange("fair", "list", database=sqlite_database).stdout == "There is no fair yet.\n"


def test_a_fair_is_opened_and_closed_once(database: str, ground: Ground) -> None:
    named = str(ground.fair_id)

    opened = exchange("fair", "open", named, database=database)
    closed = exchange("fair", "close", "live", database=database)
    again = exchange("fair", "close", named[:20], database=database)

    assert (opened.returncode, closed.returncode, again.returncode) == (0, 0, 1), (opened, closed, again)
    assert "entered in the name of" in opened.stdout
    assert again.stderr.startswith("This cannot be done: ")
    assert " results " in exchange("fair", "list", database=database).stdout


def test_a_fair_or_a_form_that_is_not_known_is_wrong_use(database: str, ground: Ground) -> None:
    done = exchange("tally", "nowhere", database=database)

    assert done.returncode == 2
    assert done.stderr.strip() == "There is no fair “nowhere”. See: exchange fair list"
    assert exchange("tally", "live", "--as", "xml", database=database).returncode == 2


def test_the_tally_is_the_same_in_every_form(store: Store, database: str, ground: Ground) -> None:
    store.write(lambda db: ground.hire(db, "Lan", "Dung", now=clock.now() - timedelta(minutes=10)))
    forms = {form: exchange("tally", "live", "--as", form, database=database) for form in ("text", "csv", "json")}

    assert {done.returncode for done in forms.values()} == {0}
    rows = {row["code"]: row for row in json.loads(forms["json"].stdout)["rows"]}
    table = list(csv.reader(io.StringIO(forms["csv"].stdout.removeprefix("\ufeff"))))
    assert rows["placements"]["total"] == 1
    assert next(row for row in table if row[0] == "placements")[-2] == "1"
    assert [row[0] for row in table[1:]] == list(rows)
    assert len(forms["text"].stdout.splitlines()) > len(rows)


def test_a_file_is_taken_in_once(database: str, tmp_path: Path) -> None:
    file = tmp_path / "viec-lam.csv"
    file.write_text(FILE)

    first, second = (exchange("import", "vacancies", str(file), database=database) for _ in range(2))

    assert (first.returncode, second.returncode) == (0, 0)
    assert first.stdout.startswith("4 rows\n")
    assert "row 5: Không có tên vị trí." in first.stdout
    assert "4 rows" in first.stderr
    assert "      3  Đã có, không đổi" in second.stdout


def test_what_is_new_is_shown_at_a_fair(store: Store, database: str, ground: Ground, tmp_path: Path) -> None:
    from exchange.booths.queries import heads, shown_at

    file = tmp_path / "viec-lam.csv"
    now = clock.now()
    before = {head.id for head in store.read(lambda db: heads(db, ground.fair_id))}
    file.write_text("\n".join(FILE.splitlines()[:2]))
    assert exchange("import", "vacancies", str(file), "--fair", "live", database=database).returncode == 0
    file.write_text(FILE)
    assert exchange("import", "vacancies", str(file), "--fair", "live", database=database).returncode == 0

    made = [head for head in store.read(lambda db: heads(db, ground.fair_id)) if head.id not in before]
    assert [head.employer for head in made] == ["Công ty TNHH May Hoàng Hôn"]
    assert made[0].centre_id == ground.centres["Trà Vinh"]
    shown = store.read(lambda db: shown_at(db, [made[0].id], now=now)[made[0].id])
    assert [row.title for row in shown] == ["Công nhân may", "Thợ hàn"]


def test_a_file_that_is_none_is_wrong_use(sqlite_database: str, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.touch()
    for file, words in ((tmp_path, "is a folder"), (tmp_path / "none.csv", "There is no file"), (empty, "is empty")):
        done = exchange("import", "vacancies", str(file), database=sqlite_database)
        assert done.returncode == 2
        assert words in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "held"), [("x.xlsx", b"PK no workbook"), ("x.txt", b"text"), ("x.csv", b"a,b\n1,2\n")]
)
def test_a_file_of_another_kind_is_one_sentence(sqlite_database: str, tmp_path: Path, name: str, held: bytes) -> None:
    (tmp_path / name).write_bytes(held)

    done = exchange("import", "vacancies", str(tmp_path / name), database=sqlite_database)

    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1


def test_an_installation_begins_with_a_centre_and_its_director(database: str) -> None:
    name, password = "Trung tâm Dịch vụ việc làm Vĩnh Long", {"EXCHANGE_STAFF_PASSWORD": "một mật khẩu dài"}
    person = ("staff", "add", "giam.doc@example.vn", "--name", "Lê An", "--centre", "vinh long")

    early = exchange(*person, database=database, **password)
    centre = exchange("centre", "add", name, "--province", "Trà Vinh", "--hotline", "1900 0000", database=database)
    unheard = exchange(*person, database=database)
    short = exchange(*person, database=database, EXCHANGE_STAFF_PASSWORD="ngắn")
    staff = exchange(*person, database=database, **password)
    twice = exchange(*person, database=database, **password)

    codes = [done.returncode for done in (early, centre, unheard, short, staff, twice)]
    assert codes == [2, 0, 2, 2, 0, 1]
    assert name in centre.stdout
    assert staff.stdout == f"Lê An may sign in as giam.doc@example.vn: director at {name}.\n"


def test_a_province_that_is_none_is_wrong_use(sqlite_database: str) -> None:
    done = exchange("centre", "add", "Trung tâm", "--province", "Atlantis", database=sqlite_database)

    assert (done.returncode, done.stderr) == (2, "There is no province “Atlantis” today.\n")
