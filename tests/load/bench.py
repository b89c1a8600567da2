"""`make bench`: measure each promise about speed on this machine, print a table, write JSON. Nothing is asserted.

The server has one core, the load another. Absolute figures say as much about the machine as about us; the ratios
are of things measured in the same run.

    python -m tests.load.bench [--json FILE] [--only PART,PART] [--advertisements FILE]
"""

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.load import counter, fanout, ground, national, parts
from tests.load.parts import Bench, Line
from tests.load.programs import pin_client

PARTS: dict[str, Callable[[Bench], list[Line]]] = {
    "start": parts.start,
    "pages": parts.pages,
    "tickets": parts.tickets,
    "people": counter.people,
    "consultations": counter.consultations,
    "example": counter.example,
    "intake": counter.intake,
    "national": national.national,
    "peer": parts.peer,
}
_BESIDE = Path(__file__).parents[3] / "shared" / "data" / "vacancies_real.csv.gz"


def main() -> None:
    """Run what was asked for."""
    given = _options()
    report: dict[str, Any] = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "machine": _machine()}
    print("{processor}, {cores} cores, Python {python}".format_map(report["machine"]))
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        report |= _http(Bench(folder, _advertisements(given.advertisements), print), given.only)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if "live" in given.only:
        report["live"] = _live(given)
    if given.json:
        given.json.parent.mkdir(parents=True, exist_ok=True)
        given.json.write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n")
        print(f"\nwritten to {given.json}")
    if any("not measured" in part for part in report.values()):
        sys.exit(1)


def _http(bench: Bench, only: list[str]) -> dict[str, Any]:
    chosen = {name: part for name, part in PARTS.items() if name in only}
    if chosen:
        pin_client()
        _prepare(bench)
    report: dict[str, Any] = {}
    for name, part in chosen.items():
        print(f"\n{name}")
        try:
            lines = part(bench)
        except RuntimeError as fault:  # one part that cannot be measured does not hide the others
            why = str(fault).strip().splitlines()[-1]
            print(f"  not measured: {why}")
            report[name] = {"not measured": why}
            continue
        print("\n".join(map(_told, lines)))
        report[name] = [asdict(line) for line in lines]
    return report


def _prepare(bench: Bench) -> None:
    """The demo fair in place, and the advertisements where they are."""
    if bench.advertisements:
        seconds = ground.import_advertisements(bench.sqlite, bench.advertisements)
        print(f"advertisements taken in {seconds:.1f} s")
    with ground.demo(bench.sqlite, bench.folder):
        pass


def _live(given: argparse.Namespace) -> dict[str, Any]:
    print("\nlive")
    figures = fanout.run(given.sockets, given.deliveries, given.passes)
    print(fanout.table(figures))
    return figures


def _advertisements(file: Path) -> Path | None:
    if file.exists():
        return file
    print("no search over advertisements: give their file by --advertisements or BENCH_ADVERTISEMENTS")
    return None


def _told(line: Line) -> str:
    return f"  {line.what:<44}{line.value:>12,.2f} {line.unit:<4} {'goal ' + line.goal if line.goal else ''}".rstrip()


def _machine() -> dict[str, Any]:
    told = Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.partition(":")[2].strip() for line in told if "model name" in line]
    return {
        "processor": models[0] if models else platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "python": sys.version.split()[0],
        "kernel": platform.release(),
    }


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description="Measure; see the module's first lines.")
    every = [*PARTS, "live"]
    options.add_argument("--json", type=Path)
    options.add_argument("--only", type=_words, default=every, help=",".join(every))
    place = os.environ.get("BENCH_ADVERTISEMENTS", _BESIDE)
    options.add_argument("--advertisements", type=Path, default=Path(place))
    options.add_argument("--sockets", type=_numbers, default=[1000, 5000])
    options.add_argument("--deliveries", type=int, default=200_000, help="live, in one pass")
    options.add_argument("--passes", type=int, default=3, help="live")
    return options.parse_args()


def _words(text: str) -> list[str]:
    return text.split(",")


def _numbers(text: str) -> list[int]:
    return [int(word) for word in text.split(",")]


if __name__ == "__main__":
    main()
