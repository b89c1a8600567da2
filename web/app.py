"""The application: everything wired in one readable list."""

from functools import cache
from typing import Any

from litestar import Litestar, Request, Router
from litestar.di import Provide
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from exchange.kernel.settings import Settings
from web import errors, routes
from web.house import House, build_house
from web.lifespan import live
from web.static import serve_static, serve_worker
from web.visit import Visit

_LARGEST_BODY = 12 * 1024 * 1024  # bytes: a spreadsheet of vacancies


def create_app(settings: Settings) -> "App":
    """The application for `settings`. Nothing is opened before its lifespan begins."""
    return App(build_house(settings))


class App:
    """The ASGI application: the routes with the house behind them."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._guarded = house.guard.wrap(_routing(demonstrating=house.settings.demo))

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await live(self.house.open, receive, send)
            return
        scope.setdefault("state", {})["house"] = self.house
        await self._guarded(scope, receive, send)


@cache
def _routing(*, demonstrating: bool) -> Litestar:
    """All routes, the same for every house of a process: registering hundreds of handlers takes a third of a second."""
    # The pages are not in a router of their own: each of its handlers would be copied.
    json = Router("/", route_handlers=routes.json(), include_in_schema=True)
    return Litestar(
        [*routes.pages(demonstrating=demonstrating), serve_static, serve_worker, json],
        include_in_schema=False,
        dependencies={"visit": Provide(_visit)},
        exception_handlers=errors.HANDLERS,
        openapi_config=OpenAPIConfig(
            "Employment exchange", "1", path="/schema", render_plugins=[JsonRenderPlugin(path="/openapi.json")]
        ),
        request_max_body_size=_LARGEST_BODY,
        logging_config=None,
        debug=False,
    )


async def _visit(request: Request[Any, Any, Any]) -> Visit:
    return Visit.of(request)
