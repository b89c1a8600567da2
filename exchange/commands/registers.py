"""The commands that take whole registers in; what they do is imported when they are called."""

from pathlib import Path
from typing import Annotated, Literal

import typer

File = Annotated[Path, typer.Argument(help="A register: .xlsx, .csv or .csv.gz.", show_default=False)]
Whose = Annotated[str, typer.Option(help="The centre's id, its province's code, or words of its name.")]
Apply = Annotated[bool, typer.Option("--apply", help="Take the rows in; without it they are only looked through.")]
Likely = Annotated[
    Literal["skip", "link", "create"], typer.Option(help="Rows whose person very probably has a file already.")
]


def people(file: File, centre: Whose = "", apply: Apply = False, likely: Likely = "skip") -> None:
    """Look through a register of people and print what would become of its rows; with --apply take them in."""
    _register("people", file, centre, likely, apply)


def consultations(file: File, centre: Whose = "", apply: Apply = False, likely: Likely = "skip") -> None:
    """The same for a register of consultations; who has no file yet gets one."""
    _register("consultations", file, centre, likely, apply)


def claims(file: File, centre: Whose = "", apply: Apply = False, likely: Likely = "skip") -> None:
    """The same for a register of claims for unemployment benefit, with what was decided on them."""
    _register("claims", file, centre, likely, apply)


def add_to(imports: typer.Typer) -> None:
    """Beside the other files that can be taken in."""
    for command in (people, consultations, claims):
        imports.command(command.__name__)(command)


def _register(name: str, file: Path, centre: str, likely: str, apply: bool) -> None:
    from exchange.commands import intake

    intake.register(name, file, centre, likely, apply)
