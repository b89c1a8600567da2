"""A market on a fresh database; for pages, the fairground and its browsers."""

from tests.vacancies.conftest import market
from tests.web.conftest import app, client_of, ground

__all__ = ["app", "client_of", "ground", "market"]
