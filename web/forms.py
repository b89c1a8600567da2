"""Forms: what was typed, kept; what is wrong, said at the field in a plain sentence."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from pydantic import BaseModel, ValidationError

from exchange.kernel.clock import VIETNAM
from exchange.kernel.errors import Refused
from exchange.kernel.text import PhoneError, nfc, phone
from exchange.kernel.texts import N_

M = TypeVar("M", bound=BaseModel)
MISSING = N_("Anh/chị chưa điền mục này.")
_SENTENCES = {
    "missing": MISSING,
    "string_too_short": N_("Nội dung quá ngắn, cần ít nhất %(min_length)s ký tự."),
    "string_too_long": N_("Nội dung quá dài, tối đa %(max_length)s ký tự."),
    "string_pattern_mismatch": N_("Nội dung chưa đúng dạng."),
    "int_parsing": N_("Anh/chị nhập một số nguyên, ví dụ 12."),
    "int_from_float": N_("Anh/chị nhập một số nguyên, ví dụ 12."),
    "greater_than": N_("Số phải lớn hơn %(gt)s."),
    "greater_than_equal": N_("Số phải từ %(ge)s trở lên."),
    "less_than_equal": N_("Số không quá %(le)s."),
    "enum": N_("Anh/chị chọn một mục trong danh sách."),
    "literal_error": N_("Anh/chị chọn một mục trong danh sách."),
    "date_from_datetime_parsing": N_("Ngày chưa đúng. Ví dụ: 27 / 3 / 2026."),
    "uuid_parsing": N_("Anh/chị chọn một mục trong danh sách."),
}
_OF_DAYS = {
    "greater_than_equal": N_("Ngày phải từ %(ge)s trở đi."),
    "less_than_equal": N_("Ngày không được sau %(le)s."),
}
_OTHER = N_("Nội dung chưa hợp lệ.")


class Form:
    """One submission. Templates read `values` and `errors`; both are keyed by the field's name on the page."""

    def __init__(self, sent: Any) -> None:
        self.values: dict[str, str] = {}
        self.many: dict[str, list[str]] = {}
        for key, value in sent.multi_items() if hasattr(sent, "multi_items") else sent.items():
            if isinstance(value, str):
                text = nfc(value.replace("\x00", ""))
                self.values[key] = text
                self.many.setdefault(key, []).append(text)
        self.errors: dict[str, str] = {}
        self._sent = sent

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Form":
        """A form filled with known values, nothing wrong yet."""
        return cls({key: "" if value is None else str(value) for key, value in values.items()})

    def get(self, name: str, default: str = "") -> str:
        """What was typed, without the blanks around it."""
        return self.values.get(name, default).strip()

    def ticked(self, name: str) -> bool:
        """Whether a box was ticked."""
        return bool(self.get(name))

    def file(self, name: str) -> Any:
        """An uploaded file, or None."""
        found = self._sent.get(name)
        return None if isinstance(found, str) else found

    @property
    def request_id(self) -> UUID | None:
        """The id this form was drawn with: the same form sent twice is known by it."""
        try:
            return UUID(self.get("request_id"))
        except ValueError:
            return None

    def wrong(self, name: str, sentence: str) -> None:
        """Say what is wrong at a field; the first word on a field stands."""
        self.errors.setdefault(name, sentence)

    def refuse(self, no: Refused, *, names: Mapping[str, str] | None = None) -> None:
        """Put the core's reason at its field (`form` for the whole), by its name on the page: `names` as for `read`."""
        self.wrong((names or {}).get(no.field, no.field) or "form", no.reason.label)

    def read(self, kind: type[M], *, names: Mapping[str, str] | None = None, **given: Any) -> M | None:
        """The fields as an input class; None when something is wrong, said at the fields.

        `names`: what a field of the class is called on the page, where that differs.
        """
        called = dict(names or {})
        typed = {name: value for name in kind.model_fields if (value := self.get(called.get(name, name))) != ""}
        try:
            return kind(**(typed | given))
        except ValidationError as faults:
            for fault in faults.errors():
                name = str(fault["loc"][0]) if fault["loc"] else "form"
                self.wrong(called.get(name, name), _sentence(fault))
            return None

    def sound(self, kind: type[M], **given: Any) -> M:
        """As `read`, but what cannot be read is said and left at its default, so that the rules judge the rest too."""
        if (whole := self.read(kind, **given)) is not None:
            return whole
        left = {name: value for name, value in given.items() if name not in self.errors}
        return kind(**({name: typed for name in kind.model_fields if (typed := self._readable(name))} | left))

    def _readable(self, name: str) -> str:
        return "" if name in self.errors else self.get(name)

    def phone(self, name: str, *, needed: bool = True) -> str | None:
        """A telephone number in E.164 form."""
        if not self.get(name) and not needed:
            return None
        try:
            return phone(self.get(name))
        except PhoneError as no:
            self.wrong(name, no.reason.label)
            return None

    def day(self, name: str) -> date | None:
        """A date from three boxes (`name_day`, `name_month`, `name_year`) or one ISO field."""
        parts = [self.get(f"{name}_{part}") for part in ("year", "month", "day")]
        if not any(parts) and not self.get(name):
            return None
        try:
            return date(*map(int, parts)) if any(parts) else date.fromisoformat(self.get(name))
        except (ValueError, OverflowError):
            self.wrong(name, _SENTENCES["date_from_datetime_parsing"])
            return None

    def moment(self, name: str) -> datetime | None:
        """A date and time of day as typed in Viet Nam (`2026-03-27T08:00`)."""
        try:
            return datetime.fromisoformat(self.get(name)).replace(tzinfo=VIETNAM)
        except ValueError:
            self.wrong(name, N_("Anh/chị chọn ngày và giờ.") if self.get(name) else MISSING)
            return None


def _sentence(fault: Any) -> str:
    kind, about = fault["type"], fault.get("ctx", {})
    if kind == "string_too_short" and not fault.get("input"):
        return MISSING
    if kind in _OF_DAYS and isinstance(fault.get("input"), date):
        return _OF_DAYS[kind] % {name: f"{date.fromisoformat(bound):%d/%m/%Y}" for name, bound in about.items()}
    sentence = _SENTENCES.get(kind, _OTHER)
    return sentence % about if "%(" in sentence else sentence
