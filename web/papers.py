"""Drawing reports beside the server: each in a process of its own, a few at once, none for ever."""

import asyncio
import sys
from typing import Final

import msgspec

from exchange.reports.__main__ import REFUSED
from exchange.reports.codes import Form, ReportReason
from exchange.reports.errors import NotDrawn
from exchange.reports.model import Report
from exchange.reports.rendering import render

AT_ONCE: Final = 2
SECONDS: Final = 60
_LIGHT: Final = frozenset((Form.CSV, Form.JSON))  # milliseconds: a process would cost more


class Papers:
    """At most `at_once` drawings run; others wait their turn. What takes longer than `seconds` is ended."""

    def __init__(self, *, at_once: int = AT_ONCE, seconds: float = SECONDS) -> None:
        self._turn = asyncio.Semaphore(at_once)
        self._seconds = seconds

    async def draw(self, report: Report, form: Form) -> bytes:
        """The file. Raises NotDrawn with a sentence."""
        if form in _LIGHT:
            return render(report, form)
        async with self._turn:
            return await self._drawn(msgspec.json.encode(report), form)

    async def _drawn(self, report: bytes, form: Form) -> bytes:
        pipe = asyncio.subprocess.PIPE
        command = (sys.executable, "-P", "-m", "exchange.reports", form.value)
        process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=pipe)
        try:
            async with asyncio.timeout(self._seconds):
                drawn, fault = await process.communicate(report)
        except TimeoutError:
            raise NotDrawn(ReportReason.TOO_SLOW) from None
        finally:
            if process.returncode is None:  # too slow, or whoever asked is gone
                process.kill()
                await process.wait()
        if process.returncode == REFUSED:
            raise NotDrawn(*msgspec.json.decode(fault, type=tuple[ReportReason, str]))
        if process.returncode:
            raise RuntimeError(f"a report could not be drawn: {fault.decode(errors='replace')[-2000:]}")
        return drawn
