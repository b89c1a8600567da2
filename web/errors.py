"""What people and programs are told when something cannot be done."""

import logging
from http import HTTPStatus
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException, NotFoundException, ValidationException

from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.texts import N_
from web.visit import Visit

log = logging.getLogger("exchange.web")
_PAGES = frozenset({400, 403, 404, 409, 413, 422, 429, 500, 503})
_TITLES = {
    400: N_("Yêu cầu không đọc được"),
    401: N_("Chưa được phép"),
    404: N_("Không tìm thấy"),
    405: N_("Không dùng được cách này"),
    409: N_("Đã có thay đổi"),
    413: N_("Nội dung quá lớn"),
    422: N_("Chưa thực hiện được"),
    429: N_("Quá nhiều yêu cầu"),
    500: N_("Hệ thống gặp lỗi"),
}
UNREADABLE = N_("Giá trị của “%(name)s” không đọc được hoặc không có.")
_NOWHERE = N_("Không có địa chỉ hay mục này, hoặc không mở cho anh/chị.")


class Problem(msgspec.Struct, frozen=True):
    """RFC 9457."""

    title: str
    status: int
    detail: str = ""
    code: str = ""
    type: str = "about:blank"


def _told(request: Request[Any, Any, Any], fault: Exception) -> Response[Any]:
    status, reason, code = _status(fault)
    if status == HTTPStatus.INTERNAL_SERVER_ERROR:
        log.exception("a request failed: %s %s", request.method, request.scope["path"], exc_info=fault)
    if request.scope["path"].startswith(("/api/", "/live/", "/schema")):
        return _problem(status, reason, code)
    return _page(Visit.of(request), status, reason)


HANDLERS: dict[Any, Any] = {Exception: _told, HTTPException: _told}


def _status(fault: Exception) -> tuple[int, str, str]:
    """Status, sentence and machine-readable code of a fault."""
    match fault:
        case NotFound():
            return 404, _NOWHERE, "not_found"
        case NotFoundException():
            return 404, _NOWHERE, ""
        case ValidationException(extra=[{"key": name}, *_]):
            return 400, UNREADABLE % {"name": name}, ""
        case Conflict(reason=reason):
            return 409, reason.label, reason.value
        case Refused(reason=reason):
            return 422, reason.label, reason.value
        case HTTPException(status_code=status, detail=detail, extra={"code": str(code)}):
            return status, detail, code
        case HTTPException(status_code=status, detail=detail):
            return status, detail if status < 500 else "", ""
    return 500, "", ""


def _problem(status: int, reason: str, code: str) -> Response[bytes]:
    title = _TITLES.get(status, HTTPStatus(status).phrase)
    body = msgspec.json.encode(Problem(title, status, reason, code))
    return Response(body, status_code=status, media_type="application/problem+json")


def _page(visit: Visit, status: int, reason: str) -> Response[bytes]:
    if visit.partial and status < 500:
        return visit.regions(visit.render.draw("ui/refused.html", reason=reason), status=status)
    template = f"errors/{status if status in _PAGES else 500 if status >= 500 else 400}.html"
    return visit.drawn(template, status=status, reason=reason if status in (409, 422) else "")
