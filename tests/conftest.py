"""What every test may ask for: databases, the running server, browsers. Each fixture lives in `tests/fixtures/`."""

import pytest

pytest_plugins = [
    "tests.fixtures.missing",
    "tests.fixtures.databases",
    "tests.fixtures.server",
    "tests.fixtures.browser",
]
_LONGEST = ("browser", "web", "example", "reports", "demo", "cli")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest rooms first: of two workers none has a long module left when the other has nothing to do."""
    place = {room: at for at, room in enumerate(_LONGEST)}
    items.sort(key=lambda item: place.get(item.path.parent.name, len(place)))
