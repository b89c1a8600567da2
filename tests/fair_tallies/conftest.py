"""The fairground and its browsers, as the pages' own tests have them."""

from tests.web.conftest import app, client_of, ground

__all__ = ["app", "client_of", "ground"]
