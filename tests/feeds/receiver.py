"""Another system over real sockets: it keeps what it is sent, and answers as it was told to."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple


class Got(NamedTuple):
    """One request: its path, headers (small letters) and body."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def numbers(self) -> list[int]:
        """The numbers of the changes in it."""
        return [one["seq"] for one in json.loads(self.body)["changes"]]


class Receiver:
    """`answers`: status, or status and body, or what to do, one after the other; then always 204."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/news"
        self.got: list[Got] = []
        self.answers: list[Any] = []
        self.hung_up = threading.Event()  # set when the test is over: nobody waits any more

    def seen(self) -> list[int]:
        """The numbers of the changes that were taken, in their order, each message once."""
        once = {one.headers["x-exchange-delivery"]: one.numbers for one in self.got}
        return [number for numbers in once.values() for number in numbers]


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A receiver on a free port."""

    class Answering(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            receiver.got.append(Got(self.path, headers, body))
            answer = receiver.answers.pop(0) if receiver.answers else 204
            if callable(answer):
                answer(self)
                return
            status, content = answer if isinstance(answer, tuple) else (answer, b"")
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", receiver.url)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = _answer  # noqa: N815

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    receiver = Receiver(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        receiver.hung_up.set()
        server.shutdown()
        server.server_close()
        thread.join(5)
