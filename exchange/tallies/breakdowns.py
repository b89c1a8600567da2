"""How a figure may be divided. Each breakdown ends with what is not stated, so that the parts add up to the whole."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, String, and_, case, cast, extract, func, or_

from exchange.booths.codes import Mode
from exchange.counselling.codes import ClientKind, Topic, Way
from exchange.employers.codes import EmployerKind
from exchange.group_talks.telling import IN_GROUP
from exchange.kernel.codes import Code
from exchange.kernel.columns import columns
from exchange.kernel.texts import N_
from exchange.reference.codes import Qualification
from exchange.seekers.codes import Group, Sex
from exchange.seekers.file_tables import SeekerGroup
from exchange.seekers.tables import Seeker
from exchange.tallies.codes import IN_GROUP_LABEL, NOT_STATED, AgeBand

_s, _g = columns(Seeker), columns(SeekerGroup)
_YOUNG, _MIDDLE = 24, 40  # the bands of the insurance table


@dataclass(frozen=True)
class Breakdown:
    """One way to divide a figure.

    `column`: of the facts, or of the `person` behind them. `words`: the codes it may have; none where people wrote it
    freely. `adds_up`: false where a fact may belong to several parts. `sensitive`: small numbers could name a person.
    """

    name: str
    title: str
    definition: str
    words: type[Code] | None = None
    of_person: bool = False
    adds_up: bool = True
    sensitive: bool = False


SEX = Breakdown("sex", N_("Giới tính"), N_("Theo giới tính ghi trong hồ sơ người lao động."), Sex, True, sensitive=True)
AGE = Breakdown(
    "age", N_("Độ tuổi"), N_("Tuổi vào ngày phát sinh: năm của ngày đó trừ năm sinh."), AgeBand, True, sensitive=True
)
QUALIFICATION = Breakdown(
    "qualification", N_("Trình độ chuyên môn kỹ thuật"), N_("Theo trình độ ghi trong hồ sơ người lao động."),
    Qualification, True,
)  # fmt: skip
GROUP = Breakdown(
    "group", N_("Đối tượng ưu tiên"),
    N_("Theo đối tượng đang ghi trong hồ sơ vào ngày phát sinh; một người có thể thuộc nhiều đối tượng."),
    Group, True, adds_up=False, sensitive=True,
)  # fmt: skip
COMMUNE = Breakdown("commune", N_("Huyện, xã cư trú"), N_("Theo nơi ở ghi trong hồ sơ người lao động."), None, True)
KIND = Breakdown("kind", N_("Loại khách hàng"), N_("Theo loại khách hàng của lần ghi đầu tiên trong ngày."), ClientKind)
CHANNEL = Breakdown("channel", N_("Hình thức tư vấn"), N_("Theo hình thức của lần ghi đầu tiên trong ngày."), Way)
TOPIC = Breakdown(
    "topic",
    N_("Nội dung tư vấn"),
    N_("Một lượt tư vấn nhiều nội dung được tính ở từng nội dung."),
    Topic,
    adds_up=False,
)
EMPLOYER_KIND = Breakdown(
    "employer_kind", N_("Loại hình đơn vị"), N_("Theo loại hình ghi trong hồ sơ nhà tuyển dụng."), EmployerKind
)
MODE = Breakdown("mode", N_("Hình thức tham gia"), N_("Theo hình thức tham gia của gian hàng."), Mode)
WANTED = Breakdown(
    "wanted", N_("Trình độ cần tuyển"), N_("Theo yêu cầu trình độ ghi trong vị trí tuyển dụng."), Qualification
)
OF_PEOPLE = (SEX, AGE, QUALIFICATION, GROUP, COMMUNE)


def column_of(one: Breakdown, facts: FromClause) -> ColumnElement[Any]:
    """The part to which each fact belongs; what is not stated comes as such."""
    if not one.of_person:
        return _stated(facts.c[one.name])
    match one.name:
        case "sex":
            return _stated(_s.sex)
        case "age":
            return _band(facts.c.on_day)
        case "group":
            return _stated(_g.kind)
        case _:
            return _stated(_s[one.name])


def joined(one: Breakdown, statement: Select[Any], facts: FromClause) -> Select[Any]:
    """The statement with what the breakdown needs beside the facts."""
    if not one.of_person:
        return statement
    with_person = statement.outerjoin(Seeker, _s.id == facts.c.person)
    if one.name != "group":
        return with_person
    day = facts.c.on_day
    then = and_(_g.since <= day, or_(_g.until.is_(None), _g.until >= day))
    return with_person.outerjoin(SeekerGroup, and_(_g.seeker_id == facts.c.person, then))


def label_of(one: Breakdown, value: str) -> str:
    """What a part is called: the words of its code, or what was written."""
    if value == IN_GROUP and one is CHANNEL:
        return IN_GROUP_LABEL
    if one.words is None:
        return value
    return one.words(value).label if value in set(one.words) else value


def parts_of(one: Breakdown) -> list[str]:
    """The parts that are always shown, in order; what is not stated is the last."""
    words = [word.value for word in one.words or () if word.value != NOT_STATED]
    return [*words, *([IN_GROUP] if one is CHANNEL else []), NOT_STATED]


def _stated(value: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(func.nullif(cast(value, String), ""), NOT_STATED)


def _band(day: ColumnElement[Any]) -> ColumnElement[Any]:
    age = extract("year", day) - _s.birth_year
    return case(
        (_s.birth_year.is_(None), NOT_STATED),
        (age <= _YOUNG, AgeBand.TO_24.value),
        (age <= _MIDDLE, AgeBand.FROM_25.value),
        else_=AgeBand.OVER_40.value,
    )
