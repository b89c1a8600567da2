"""The application: everything wired in one readable list."""

from typing import Any

from litestar import Litestar, Request, Router
from litestar.datastructures import State
from litestar.di import Provide
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from exchange.kernel.settings import Settings
from web import errors, routes
from web.house import House, build_house
from web.static import serve_static, serve_worker
from web.visit import Visit

_LARGEST_BODY = 12 * 1024 * 1024  # bytes: a spreadsheet of vacancies


def create_app(settings: Settings) -> "App":
    """The application for `settings`. Nothing is opened before its lifespan begins."""
    return App(build_house(settings))


class App:
    """The ASGI application with the house behind it."""

    def __init__(self, house: House) -> None:
        self.house = house

        async def visit(request: Request[Any, Any, Any], state: State) -> Visit:
            return Visit(request, house)

        # The pages are not in a router of their own: the hundreds of its handlers would be copied at each start.
        pages = routes.pages(demonstrating=house.settings.demo)
        json = Router("/", route_handlers=routes.json(), include_in_schema=True)
        self.litestar = Litestar(
            [*pages, serve_static(house.assets), serve_worker(house.assets), json],
            include_in_schema=False,
            dependencies={"visit": Provide(visit)},
            exception_handlers=errors.handlers(house),
            lifespan=[lambda _app: house.open()],
            openapi_config=OpenAPIConfig(
                "Employment exchange", "1", path="/schema", render_plugins=[JsonRenderPlugin(path="/openapi.json")]
            ),
            request_max_body_size=_LARGEST_BODY,
            logging_config=None,
            debug=False,
        )
        self._guarded = house.guard.wrap(self.litestar)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await self._guarded(scope, receive, send)
