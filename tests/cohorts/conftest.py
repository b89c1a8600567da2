"""The counselling desk's people; for pages, the fairground and its browsers."""

from tests.counselling.conftest import app, client_of, ground, scene

__all__ = ["app", "client_of", "ground", "scene"]
