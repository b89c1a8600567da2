"""Drawing one report in a process of its own: `python -m exchange.reports pdf`, the report as JSON on standard input.

40 figures cost half a second of a processor and 110 MB, 500 figures seven seconds and 400 MB: not within the server.
What cannot be drawn ends with `REFUSED` and the reason as JSON on standard error.
"""

import sys
from typing import Final

import msgspec

from exchange.reports.codes import Form
from exchange.reports.errors import NotDrawn
from exchange.reports.model import Report
from exchange.reports.rendering import render

REFUSED: Final = 3


def main() -> int:
    """The exit code."""
    report = msgspec.json.decode(sys.stdin.buffer.read(), type=Report)
    try:
        sys.stdout.buffer.write(render(report, Form(sys.argv[1])))
    except NotDrawn as fault:
        sys.stderr.buffer.write(msgspec.json.encode([fault.reason, fault.what]))
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main())
