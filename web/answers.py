"""The six answers: kept in the browser between pages, read and checked one by one."""

from typing import Any

from litestar import Response
from litestar.datastructures import Cookie

from exchange.kernel.clock import local_day
from exchange.kernel.errors import NotFound
from exchange.kernel.texts import N_
from exchange.reference import provinces
from exchange.seekers.codes import Sex
from exchange.seekers.questions import ASKED, NEEDED, why_not_born, why_not_consent
from web.forms import MISSING, Form
from web.signed import seal, unseal
from web.visit import Visit

QUESTIONS = ("name", "phone", "birth_year", "sex", "place", "wish")
STEPS = (*QUESTIONS, "consents")
COOKIE = "answers"
_KEPT = 2 * 3600  # seconds


def answers_of(visit: Visit) -> dict[str, str]:
    """What was answered so far in this browser."""
    kept = unseal(visit.request.cookies.get(COOKIE, ""), visit.settings.secret)
    return kept if isinstance(kept, dict) else {}


def keep(gone: Response[bytes], visit: Visit, answers: dict[str, str]) -> Response[bytes]:
    """Keep the answers in the browser, sealed."""
    value = seal(answers, visit.settings.secret)
    gone.set_cookie(Cookie(key=COOKIE, value=value, path="/register", httponly=True, samesite="lax", max_age=_KEPT))
    return gone


def answered(step: str, answers: dict[str, str]) -> bool:
    """Whether a question has its answer."""
    return {"place": "province"}.get(step, step) in answers


def read_answer(visit: Visit, step: str, form: Form) -> dict[str, str] | None:
    """The answer to one question; None when it is wrong, said at its field. Raises NotFound for no question."""
    if step not in STEPS:
        raise NotFound
    said = _READERS.get(step, _plain)(visit, step, form)
    return None if form.errors else said


def _plain(visit: Visit, step: str, form: Form) -> dict[str, str]:
    text = form.get(step)
    shortest, longest = {"name": (2, 120), "wish": (2, 200)}.get(step, (1, 200))
    if not text:
        form.wrong(step, MISSING)
    elif not shortest <= len(text) <= longest:
        form.wrong(step, visit.render.text(N_("Anh/chị viết từ 2 đến %(n)s ký tự."), n=longest))
    return {step: text}


def _phone(_visit: Visit, step: str, form: Form) -> dict[str, str]:
    return {step: form.phone("phone") or ""}


def _birth_year(visit: Visit, step: str, form: Form) -> dict[str, str]:
    text = form.get(step)
    if not text.isascii() or not text.isdigit() or len(text) != 4:
        form.wrong(step, visit.render.text(N_("Năm sinh gồm bốn chữ số, ví dụ 1989.")) if text else MISSING)
    elif reason := why_not_born(int(text), local_day(visit.now)):
        form.wrong(step, visit.render.label(reason))
    return {step: text}


def _sex(visit: Visit, step: str, form: Form) -> dict[str, str]:
    if form.get(step) not in set(Sex):
        form.wrong(step, visit.render.text(N_("Anh/chị chọn một mục.")))
    return {step: form.get(step)}


def _place(visit: Visit, _step: str, form: Form) -> dict[str, str]:
    known = {province.code for province in provinces.as_of(local_day(visit.now))}
    if form.get("province") not in known:
        form.wrong("province", visit.render.text(N_("Anh/chị chọn tỉnh, thành phố.")))
    return {"province": form.get("province"), "commune": form.get("commune")[:80]}


def _consents(visit: Visit, _step: str, form: Form) -> dict[str, str]:
    given = frozenset(purpose for purpose in ASKED if form.ticked(purpose.value))
    if reason := why_not_consent(given):
        for missing in (purpose for purpose in ASKED if purpose in NEEDED and purpose not in given):
            form.wrong(missing.value, visit.render.label(reason))
    return {"consents": ",".join(purpose for purpose in ASKED if purpose in given)}


_READERS: dict[str, Any] = {
    "phone": _phone,
    "birth_year": _birth_year,
    "sex": _sex,
    "place": _place,
    "consents": _consents,
}
