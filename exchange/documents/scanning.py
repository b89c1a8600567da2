"""Asking the operator's virus scanner, where there is one: a command that is given the bytes; its exit code answers."""

import shlex
import subprocess

from exchange.documents.codes import DocumentReason

_PATIENCE = 60  # seconds


def why_not_clean(command: str, content: bytes) -> DocumentReason | None:
    """Why the scanner refuses these bytes; also where it cannot be asked. None without a scanner."""
    if not command:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - the operator's own command, without a shell
            shlex.split(command), input=content, capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return DocumentReason.NOT_CHECKED
    match done.returncode:
        case 0:  # as clamscan and clamdscan answer
            return None
        case 1:
            return DocumentReason.INFECTED
        case _:
            return DocumentReason.NOT_CHECKED
