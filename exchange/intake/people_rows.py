"""The person of a row: every register names people in the same columns."""

from typing import Any

from exchange.intake import reading
from exchange.intake.cells import Row, Setting
from exchange.intake.codes import RowReason
from exchange.intake.reading import Born, Wrong
from exchange.intake.words import SEXES
from exchange.kernel.vault import Vault
from exchange.seekers.bulk_given import Newcomer, why_not_person
from exchange.seekers.checks import doubts_of_id
from exchange.seekers.codes import Doubt, NumberKind, Sex
from exchange.seekers.number_actions import blind_of


def person(row: Row, setting: Setting) -> Newcomer | None:
    """The person as the register will hold them; None where something is wrong."""
    born: Born | None = row.read("born", reading.born, setting.plan.day_order)
    name = reading.text(row.cell("name"))
    for field, said in (("name", name), ("born", str(row.cell("born")).strip())):
        if not said:
            row.wrong(field, RowReason.MISSING.label)
    numbers = _numbers(row)
    place = _place(row, setting)
    sex = row.read("sex", reading.word, SEXES, RowReason.NO_SEX) or Sex.NOT_STATED
    if not name or born is None:
        return None
    wish = reading.text(row.cell("wish")) or setting.plan.values.get("wish", "")
    known: dict[str, Any] = {"birth_date": born.on, "phone": _phone(row), "email": _email(row), "numbers": numbers}
    agreed = dict.fromkeys(setting.plan.agreed, True)
    found = Newcomer(name=name, birth_year=born.year, sex=sex, wish=wish, agreed=agreed, **place, **known)
    if wrong := why_not_person(found, setting.today):
        row.wrong(wrong.field, wrong.reason.label)
        return None
    _doubt(row, found)
    return found


def id_blind(found: Newcomer, vault: Vault) -> bytes | None:
    """The key under which the person's citizen's number is found."""
    number = found.numbers.get(NumberKind.CITIZEN_ID)
    return blind_of(vault, NumberKind.CITIZEN_ID, number) if number else None


def _numbers(row: Row) -> dict[NumberKind, str]:
    found: dict[NumberKind, str] = {}
    for kind, lengths in ((NumberKind.CITIZEN_ID, (12, 9)), (NumberKind.INSURANCE, (10,))):
        number, mended = reading.digits(row.cell(kind.value), *lengths)
        if mended:
            row.doubt(kind.value, RowReason.ZERO_ADDED.label)
        if number:
            found[kind] = number
    return found


def _phone(row: Row) -> str | None:
    try:
        return reading.telephone(row.cell("phone"))
    except Wrong as no:
        row.doubt("phone", no.reason.label)
        return None


def _email(row: Row) -> str:
    written = reading.text(row.cell("email"))
    name, at, host = written.partition("@")
    return written if name and at and "." in host and " " not in written else ""


def _place(row: Row, setting: Setting) -> dict[str, Any]:
    """Columns of their own go before the address; who names no province lives in the centre's."""
    whole = reading.place(row.cell("address"), setting.today)
    own = row.read("province", reading.province, setting.today)
    found = own or whole.province
    code = found.code if found else setting.plan.values.get("province") or setting.home_code
    commune = reading.text(row.cell("commune")) or whole.commune
    street = reading.text(row.cell("street")) or whole.street
    return {"province": code, "commune": commune, "street": street}


def _doubt(row: Row, found: Newcomer) -> None:
    number = found.numbers.get(NumberKind.CITIZEN_ID, "")
    doubts = doubts_of_id(number, birth_year=found.birth_year, sex=found.sex) if number else []
    for one in doubts:
        if one is not Doubt.ID_PROVINCE:
            row.doubt("citizen_id", one.label)
