"""Commands of the operator. The composition root: the only module of the core that may know `web`.

What is imported here is imported at every start, so each command imports what it needs for itself.
"""

import gc

gc.disable()  # nothing that start-up imports is garbage; whoever goes on to work turns the collector on

import signal  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402
from types import FrameType  # noqa: E402
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn  # noqa: E402

import typer  # noqa: E402

from exchange.centres.codes import Role  # noqa: E402
from exchange.commands import document_words, feed_words, registers, reports  # noqa: E402
from exchange.commands.ground import settings, stop, told  # noqa: E402
from exchange.kernel.settings import Settings  # noqa: E402

if TYPE_CHECKING:
    from exchange.feeds.wire import Wire

app = typer.Typer(
    help="Online job fairs and employment exchange.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
imports = typer.Typer(help="Take in files.", no_args_is_help=True)
fairs = typer.Typer(help="List fairs, open one, close one.", no_args_is_help=True)
centres = typer.Typer(help="Employment service centres.", no_args_is_help=True)
staff = typer.Typer(help="People who work at a centre.", no_args_is_help=True)
examples = typer.Typer(help="Fill an empty database with example data.", no_args_is_help=True)
registers.add_to(imports)
reports.add_to(app)
document_words.add_to(app)
feed_words.add_to(app, lambda wanted: _wire(wanted))
app.add_typer(imports, name="import")
app.add_typer(examples, name="example")
app.add_typer(fairs, name="fair")
app.add_typer(centres, name="centre")
app.add_typer(staff, name="staff")

_MEANT = "A fair's id, the beginning of it, words of its name, or: live."
FairWords = Annotated[str, typer.Argument(metavar="FAIR", help=_MEANT, show_default=False)]


@app.callback()
def start() -> None:
    """Online job fairs and employment exchange."""


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema and load the official lists."""
    from exchange.setting_up import bring_up_to_date

    with told():
        typer.echo(bring_up_to_date(settings().database_url))


@app.command()
def serve() -> None:
    """Serve pages, live lines and JSON until stopped."""
    from exchange.schema import check_ready
    from web.serve import serve as run

    wanted = settings()
    with told():
        check_ready(wanted.database_url)
    _until_stopped(wanted, run)


@app.command()
def demo(
    busy: Annotated[bool, typer.Option("--busy", help="Robots come, are called, talk and are hired.")] = False,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Default: EXCHANGE_PORT, or 8000.")] = None,
) -> None:
    """Serve an example fair that is live now, with everybody in it a click away. Not for real people.

    Nothing has to be set: the database is var/demo.sqlite3 unless EXCHANGE_DATABASE_URL names another one. Starting
    again within the hours of a fair keeps everything; afterwards a new fair is opened and the earlier ones stay.
    """
    from exchange.commands import demo as example
    from web.robots import beside
    from web.serve import serve as run

    wanted = example.demo_settings(port)
    _can_listen(wanted)
    typer.echo(example.welcome(wanted, example.load(wanted)))
    with beside(wanted, busy=busy):
        _until_stopped(wanted, run)


@imports.command("vacancies")
def import_vacancies(
    file: Annotated[Path, typer.Argument(help="A file of advertisements: .csv, .csv.gz or .xlsx.", show_default=False)],
    fair: Annotated[str, typer.Option(help="Show what is new at a fair: its id, words of its name, or: live.")] = "",
) -> None:
    """Take in a file of advertisements and print what became of its rows; doing it again changes nothing.

    With --fair, each vacancy that this run publishes is put on show at its employer's booth there; an employer without
    one gets a booth of the host's centre. Who does not name themselves gets no booth.
    """
    from exchange.commands import imports as taking

    taking.vacancies(file, fair)


@imports.command("decisions")
def import_decisions(
    file: Annotated[Path, typer.Argument(help="A file of decisions: .csv, in UTF-8.", show_default=False)],
    centre: Annotated[str, typer.Option(help="Whose claims: the centre's id, or words of its name.")] = "",
) -> None:
    """Take in decisions on unemployment benefit; rows find their claim by its number. Again changes nothing."""
    from exchange.commands import decisions as taking

    taking.decisions(file, centre)


@examples.command("tra-vinh-2021")
def example_half_year(
    seed: Annotated[int, typer.Option(help="The same number makes the same people and facts.")] = 2021,
) -> None:
    """A half-year of one centre: 55,500 visits, 9,200 benefit claims, soldiers, an online fair of four provinces.

    The people are fictitious, the figures those of a public report. The database has to be migrated and empty. The
    staff's password is EXCHANGE_STAFF_PASSWORD, or made and printed once.
    """
    from exchange.commands import example

    example.tra_vinh(seed)


@fairs.command("list")
def list_fairs() -> None:
    """List all fairs: id, opening in Viet Nam's time, phase, name."""
    from exchange.commands import fairs as floors

    floors.show_all()


@fairs.command("open")
def open_fair(fair: FairWords) -> None:
    """Open the floor of a fair now, in the name of the host centre's director."""
    from exchange.commands import fairs as floors

    floors.open_floor(fair)


@fairs.command("close")
def close_fair(fair: FairWords) -> None:
    """Close the floor of a fair now, in the name of the host centre's director. Results may still be given."""
    from exchange.commands import fairs as floors

    floors.close_floor(fair)


@app.command()
def tally(
    fair: FairWords,
    form: Annotated[Literal["text", "csv", "json"], typer.Option("--as", help="How to write it.")] = "text",
) -> None:
    """Print the tally of a fair: each figure derived from its records, for each centre and in total."""
    from exchange.commands import fair_tallies

    fair_tallies.show(fair, form)


@centres.command("add")
def add_centre(
    name: Annotated[str, typer.Argument(help="Its name in full.", show_default=False)],
    province: Annotated[str, typer.Option(help="Its province of today: name or two-digit code.")],
    short_name: Annotated[str, typer.Option(help="Its name in tables. Default: TTDVVL and the province.")] = "",
    hotline: Annotated[str, typer.Option(help="The telephone number shown on every page.")] = "",
    address: Annotated[str, typer.Option(help="Street and place.")] = "",
    email: Annotated[str, typer.Option(help="Its public e-mail address.")] = "",
) -> None:
    """Enter a centre. Its first member of staff comes next: exchange staff add."""
    from exchange.commands import centres as entering

    entering.add_centre(name, province, short_name=short_name, hotline=hotline, address=address, email=email)


@staff.command("add")
def add_staff(
    email: Annotated[str, typer.Argument(help="The address to sign in with.", show_default=False)],
    name: Annotated[str, typer.Option(help="The person's name.")],
    centre: Annotated[str, typer.Option(help="The centre: its id, or words of its name.")],
    role: Annotated[Role, typer.Option(help="What the person does there.")] = Role.DIRECTOR,
) -> None:
    """Open an account for somebody who works at a centre.

    The password is asked for twice, or taken from EXCHANGE_STAFF_PASSWORD.
    """
    from exchange.commands import centres as entering

    entering.add_staff(email, name, centre, role)


def _wire(wanted: Settings) -> "Wire":
    """What asks other systems. Imported late: only feeds need it."""
    from web.wire import HttpWire

    return HttpWire(private=wanted.feed_private)


def _until_stopped(wanted: Settings, run: Callable[[Settings], None]) -> None:
    """Serve. SIGTERM and Ctrl-C are how a server is meant to end: quietly, exit code 0."""
    signal.signal(signal.SIGTERM, _leave)
    try:
        run(wanted)
    except OSError as fault:
        _cannot_listen(wanted, fault)
    except KeyboardInterrupt:
        pass


def _leave(_number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)


def _can_listen(wanted: Settings) -> None:
    """Find out before anything slow is done."""
    from web.live.server import listen

    try:
        listen(wanted.host, wanted.port).close()
    except OSError as fault:
        _cannot_listen(wanted, fault)


def _cannot_listen(wanted: Settings, fault: OSError) -> NoReturn:
    stop(f"The server cannot listen on {wanted.host}:{wanted.port}: {fault.strerror or fault}.")


def main() -> None:
    """Entry point of the `exchange` program."""
    app()


if __name__ == "__main__":
    main()
