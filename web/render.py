"""Drawing: one Jinja environment per language, with constant texts translated when a template is loaded."""

from collections.abc import Callable, Hashable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from babel.support import NullTranslations, Translations
from jinja2 import FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup, escape

from exchange.kernel.clock import VIETNAM
from exchange.kernel.codes import Code
from exchange.kernel.text import show_phone
from exchange.reference import provinces
from exchange.tallies.catalogue import BY_CODE
from web.assets import Assets
from web.compiling import Compiled, icon_writer

HERE = Path(__file__).parent
SOURCE = "vi"
_MOST_KEPT = 3000  # a row of a list is about 600 bytes


class Render:
    """Templates of one language."""

    def __init__(self, assets: Assets, lang: str = SOURCE, *, demo: bool = False) -> None:
        self.lang = lang
        self._translations = _catalogue(lang)
        self._env = self._environment(assets, demo=demo)
        self._kept: dict[tuple[str, Hashable], Markup] = {}

    def _environment(self, assets: Assets, *, demo: bool) -> Compiled:
        env = Compiled(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            auto_reload=False,
            cache_size=-1,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        icon = icon_writer(assets.address("icons.svg"))
        env.translate = self._translations.gettext
        env.known = {"icon": icon, "asset": assets.address}
        env.globals |= {"_": self.text, "asset": assets.address, "icon": icon, "piece": self.piece, "lang": self.lang}
        env.globals |= {"centre": None, "nav": (), "who": None, "notice": None, "request_id": ""}
        env.globals |= {"demo": demo, "form": None}
        env.filters |= {"number": number, "date": day, "time": clock_time, "span": span, "label": self.label}
        env.filters |= {"phone": show_phone, "province": province_name, "signed": signed}
        env.filters |= {"figure_name": lambda code: self._translations.gettext(BY_CODE[code].label)}
        env.filters |= {"day_of_month": lambda at: local(at).day, "month_of_year": lambda at: local(at).month}
        return env

    def text(self, source: str, **values: Any) -> str | Markup:
        """A translated sentence; `%(name)s` places are filled, escaped."""
        said = self._translations.gettext(source)
        return Markup(said) % {key: escape(value) for key, value in values.items()} if values else said  # noqa: S704 - our own text

    def label(self, code: Code) -> str:
        """The words for a code."""
        return self._translations.gettext(code.label)

    def draw(self, template: str, /, **values: Any) -> str:
        """The text of a template."""
        return self._env.get_template(template).render(values)

    def piece(self, template: str, /, **values: Hashable) -> Markup:
        """A piece of a page that depends on these values and nothing else, drawn once for each."""
        return self.kept(template, tuple(values.values()), lambda: values)

    def kept(self, template: str, key: Hashable, values: Callable[[], Mapping[str, Any]]) -> Markup:
        """A piece of a page that is the same for the same `key`, drawn once; `values` are asked for only then."""
        found = self._kept.get((template, key))
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            drawn = self.draw(template, **values())
            found = self._kept[template, key] = Markup(drawn)  # noqa: S704 - a template of ours
        return found


def _catalogue(lang: str) -> NullTranslations:
    return NullTranslations() if lang == SOURCE else Translations.load(HERE / "locale", [lang])


def local(at: datetime | date) -> datetime | date:
    """A moment as clocks in Viet Nam show it; a day stays itself."""
    return at.astimezone(VIETNAM) if isinstance(at, datetime) else at


def number(value: float | None) -> str:
    """15384 → 15.384; None → –."""
    if value is None or isinstance(value, Undefined):
        return "–"
    return f"{value:,}".translate({ord(","): ".", ord("."): ","})


def signed(value: int | None) -> str:
    """+1.204, -3, 0; None → –."""
    return f"+{number(value)}" if value and value > 0 else number(value)


def province_name(code: str) -> str:
    """The province of a code as it is named today."""
    return provinces.name_of(code, provinces.newest_day())


def day(at: datetime | date) -> str:
    """05/12/2026."""
    return local(at).strftime("%d/%m/%Y")


def clock_time(at: datetime) -> str:
    """08:30."""
    return local(at).strftime("%H:%M")


def span(begins: datetime, ends: datetime) -> str:
    """08:00 – 11:30, 05/12/2026; with both dates where it ends on another day. A line breaks between the two only."""
    if day(begins) == day(ends):
        return f"{clock_time(begins)}\u00a0–\u00a0{clock_time(ends)}, {day(begins)}"
    return f"{clock_time(begins)},\u00a0{day(begins)} – {clock_time(ends)},\u00a0{day(ends)}"
