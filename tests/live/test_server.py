"""The process as the line wants it."""

import gc
import resource
import socket
from collections.abc import Iterator

import pytest

from tests.live.line import application
from web.live.admission import Admission
from web.live.hub import Hub
from web.live.server import SEND_BUFFER, config, listen, settle_memory


@pytest.fixture
def collector() -> Iterator[None]:
    """The garbage collector as it was."""
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()
    gc.enable()


def test_a_stalled_reader_cannot_make_the_kernel_hold_megabytes() -> None:
    with listen("127.0.0.1", 0) as listening:
        listening.listen()
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()
            with accepted:
                assert accepted.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) <= 2 * SEND_BUFFER


def test_the_server_takes_all_the_file_descriptors_it_may() -> None:
    listen("127.0.0.1", 0).close()

    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert now == most


def test_an_address_in_use_is_an_error_for_the_operator() -> None:
    with listen("127.0.0.1", 0) as listening:
        listening.listen()
        with pytest.raises(OSError, match="in use"):
            listen(*listening.getsockname())


async def test_nothing_is_compressed_for_each_viewer_anew() -> None:
    async def admit(_scope: object) -> Admission:
        raise NotImplementedError

    assert config(application, Hub(), admit).ws_per_message_deflate is False


@pytest.mark.usefixtures("collector")
def test_what_start_up_left_is_not_walked_through_again() -> None:
    gc.disable()

    settle_memory()

    assert gc.isenabled()
    assert gc.get_freeze_count() > 1000
    assert gc.get_threshold()[0] >= 100_000
