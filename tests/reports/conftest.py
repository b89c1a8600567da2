"""The example report in its forms, each drawn once; and a centre with people who lead it."""

from datetime import timedelta

import pytest

from exchange.kernel import clock
from exchange.kernel.db import Store
from exchange.reports.codes import Form
from exchange.reports.rendering import render
from tests.cast import Ground, open_ground
from tests.reports.make import report
from tests.reports.pictures import needs_type


@pytest.fixture(scope="session")
def docx() -> bytes:
    """As a Word file."""
    return render(report(), Form.DOCX)


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """As a PDF."""
    needs_type()
    return render(report(), Form.PDF)


@pytest.fixture
def ground(store: Store) -> Ground:
    """Trà Vinh, which Hạnh leads, and Bến Tre."""
    return store.write(lambda db: open_ground(db, opens_at=clock.now() - timedelta(hours=1)))
