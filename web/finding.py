"""A vacancy search in an address: read from it, written to it, and what the form offers."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import msgspec

from exchange.kernel.clock import local_day
from exchange.kernel.texts import N_
from exchange.reference import occupations, provinces
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Sort
from exchange.vacancies.search_queries import VacancyQuery, province_code
from web.visit import Visit

LONGEST = 100  # characters of typed words
WAGES = (5, 7, 10, 15, 20, 30)  # million đồng a month


class Wrong(Exception):  # noqa: N818
    """A value of the address that means nothing; its name."""


class Asked(msgspec.Struct, frozen=True):
    """The search as the form shows it. `chosen`: each filter that is on, and the address without it."""

    q: str
    province: str
    occupation: str
    min_wage: str
    qualification: str
    fair: str
    sort: str
    chosen: list[tuple[str, str]]


class Hint(msgspec.Struct, frozen=True):
    """A wider search."""

    href: str
    label: str


def query_of(visit: Visit) -> VacancyQuery:
    """The search in the address. Raises Wrong for a value that cannot be read."""
    typed = {name: visit.query(name).strip() for name in ("q", "province", "occupation")}
    return VacancyQuery(
        q=typed["q"][:LONGEST],
        province=typed["province"][:LONGEST],
        occupation=typed["occupation"][:4],
        min_wage=_number(visit, "min_wage", 0),
        qualification=_one_of(visit, "qualification", Qualification, None),
        fair=_id(visit, "fair"),
        sort=_one_of(visit, "sort", Sort, Sort.BEST),
        page=_page(visit),
    )


def known_query(visit: Visit) -> VacancyQuery:
    """The same for a program: also raises Wrong for a province or an occupation that nobody knows."""
    query, occupation = query_of(visit), visit.query("occupation").strip()
    if province_code(query.province, local_day(visit.now)) is None:
        raise Wrong("province")
    if occupation and occupations.get(occupation) is None:
        raise Wrong("occupation")
    return query


def lenient_query(visit: Visit) -> VacancyQuery:
    """The same for a page: what cannot be read is left out."""
    left_out: set[str] = set()
    while True:
        try:
            return query_of(_Without(visit, left_out))  # type: ignore[arg-type]
        except Wrong as wrong:
            left_out.add(str(wrong))


class _Without:
    """A visit whose address lacks some values."""

    def __init__(self, visit: Visit, names: set[str]) -> None:
        self._visit, self._names = visit, names

    def query(self, name: str, default: str = "") -> str:
        return default if name in self._names else self._visit.query(name, default)


def _number(visit: Visit, name: str, default: int) -> int:
    typed = visit.query(name).strip()
    if not typed:
        return default
    if not (typed.isascii() and typed.isdigit()) or len(typed) > 12:
        raise Wrong(name)
    return int(typed)


def _page(visit: Visit) -> int:
    number = _number(visit, "page", 1)
    if number < 1:
        raise Wrong("page")
    return number


def _one_of(visit: Visit, name: str, codes: Any, default: Any) -> Any:
    typed = visit.query(name).strip()
    if not typed:
        return default
    try:
        return codes(typed)
    except ValueError:
        raise Wrong(name) from None


def _id(visit: Visit, name: str) -> UUID | None:
    typed = visit.query(name).strip()
    try:
        return UUID(typed) if typed else None
    except ValueError:
        raise Wrong(name) from None


# --- written --------------------------------------------------------------------------------------------------------


def path_of(query: VacancyQuery, path: str = "/vacancies", **other: str) -> str:
    """The address of a search, without its page number; `other` replaces values."""
    pairs = values_of(query) | other
    said = urlencode({name: value for name, value in pairs.items() if value})
    return f"{path}?{said}" if said else path


def page_path(query: VacancyQuery, path: str = "/vacancies") -> str:
    """The same, ending in "page="."""
    whole = path_of(query, path)
    return f"{whole}{'&' if '?' in whole else '?'}page="


def values_of(query: VacancyQuery) -> dict[str, str]:
    """The search as texts, empty where nothing is asked."""
    return {
        "q": query.q,
        "province": query.province,
        "occupation": query.occupation,
        "min_wage": str(query.min_wage or ""),
        "qualification": query.qualification.value if query.qualification else "",
        "fair": str(query.fair or ""),
        "sort": "" if query.sort is Sort.BEST else query.sort.value,
    }


def shown(visit: Visit, query: VacancyQuery, fair: str) -> Asked:
    """The search for the form and its filters as words."""
    said = _words(visit, query, fair)
    chosen = [(words, path_of(query, **{name: ""})) for name, words in said.items()]
    values = values_of(query) | {"province": _code(visit, query.province), "sort": query.sort.value}
    return Asked(**values, chosen=chosen)


def hints(visit: Visit, query: VacancyQuery, fair: str) -> list[Hint]:
    """Searches with one condition less."""
    return [
        Hint(path_of(query, **{name: ""}), str(visit.render.text(N_("Bỏ điều kiện: %(words)s"), words=words)))
        for name, words in _words(visit, query, fair).items()
    ]


def _words(visit: Visit, query: VacancyQuery, fair: str) -> dict[str, str]:
    group = occupations.get(query.occupation) if query.occupation else None
    found = provinces.get(_code(visit, query.province), local_day(visit.now))
    wage = f"{query.min_wage / 1_000_000:g}".replace(".", ",")
    said = {
        "province": found.short_name if found else query.province,
        "occupation": group.name if group else query.occupation,
        "min_wage": str(visit.render.text(N_("Từ %(wage)s triệu"), wage=wage)) if query.min_wage else "",
        "qualification": visit.render.label(query.qualification) if query.qualification else "",
        "fair": fair,
    }
    return {name: words for name, words in said.items() if words}


def _code(visit: Visit, typed: str) -> str:
    """Today's code of the province that was asked for, so that the form shows it chosen."""
    return province_code(typed, local_day(visit.now)) or typed


def options(visit: Visit) -> dict[str, list[tuple[str, str]]]:
    """What each filter offers."""
    today, label = local_day(visit.now), visit.render.label
    wages = [(str(w * 1_000_000), str(visit.render.text(N_("%(wage)s triệu đồng/tháng"), wage=w))) for w in WAGES]
    return {
        "province": [(one.code, one.short_name) for one in provinces.as_of(today)],
        "occupation": [(one.code, one.name) for one in occupations.level(2)],
        "min_wage": wages,
        "qualification": [(code.value, label(code)) for code in Qualification],
        "sort": [(code.value, label(code)) for code in Sort],
    }
