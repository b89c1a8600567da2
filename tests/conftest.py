"""What every test may ask for: databases, the running server, browsers. Each fixture lives in `tests/fixtures/`."""

pytest_plugins = [
    "tests.fixtures.missing",
    "tests.fixtures.databases",
    "tests.fixtures.server",
    "tests.fixtures.browser",
]
