"""Placeholders: found across what Word cut apart, filled in their style, unknown ones named."""

import pytest

from exchange.reports import narrative, placeholders
from exchange.reports.codes import ParagraphKey, ReportReason
from exchange.reports.model import Heading, Paragraph, Run
from exchange.reports.placeholders import CODES, MISSING, fill, why_not
from exchange.tallies.catalogue import INDICATORS
from tests.reports.make import figure, figures

LINES = {line.code: line for line in figures()}


def test_a_placeholder_that_word_cut_apart_is_filled_in_the_style_of_its_first_brace() -> None:
    runs = (Run("Đạt {"), Run("{ jobs_", bold=True), Run("created.per"), Run("cent }}"), Run(" kế hoạch"))

    assert list(fill(runs, LINES, {})) == [Run("Đạt "), Run("66,88%", figure="jobs_created"), Run(" kế hoạch")]


def test_all_parts_of_a_figure_and_all_words_of_the_period_are_filled() -> None:
    text = "{{ period }}: {{ Jobs_Created }}/{{jobs_created.plan}}, {{ jobs_created.last_year }}, "
    text += "{{ jobs_created.change }}"

    told = "".join(run.text for run in fill((Run(text),), LINES, {"period": "kỳ I"}))

    assert told == "kỳ I: 15.384/23.000, 14.210, +8,26%"


def test_a_figure_that_nobody_counted_is_said_to_be_missing() -> None:
    runs = (Run("{{ houses }} căn"),)

    assert [run.text for run in fill(runs, {}, {})] == [MISSING, " căn"]
    assert narrative.missing((Paragraph(runs),), {}) == ("houses",)


@pytest.mark.parametrize(
    ("text", "reason", "what"),
    [
        ("Có {{ abc }} người", ReportReason.UNKNOWN, "{{ abc }}"),
        ("{{ jobs_created.plans }}", ReportReason.UNKNOWN, "{{ jobs_created.plans }}"),
        ("{{ ''.__class__ }}", ReportReason.UNKNOWN, "{{ ''.__class__ }}"),
        ("{{ period }} {% for x in y %}", ReportReason.COMMAND, "{% for x in y %}"),
        ("Có {{ houses } căn", ReportReason.UNCLOSED, "{{ houses"),
        ("Có houses }} căn", ReportReason.UNCLOSED, "houses }}"),
        ("{{ houses }} { một ngoặc }", None, ""),
    ],
)
def test_what_cannot_be_filled_is_named(text: str, reason: ReportReason | None, what: str) -> None:
    fault = why_not(text)

    assert (fault and fault.reason, fault.what if fault else "") == (reason, what)


def test_our_own_text_names_every_figure_and_every_paragraph_and_nothing_unknown() -> None:
    words = " ".join(narrative.texts(narrative.standard()))

    of_reference = [one.code for one in INDICATORS if one.row]
    assert [code for code in of_reference if f"{{{{ {code} }}}}" not in words] == []
    assert set(CODES) == {one.code for one in INDICATORS}
    assert [key for key in ParagraphKey if f"{{{{ {key} }}}}" not in words] == []
    assert [text for text in narrative.texts(narrative.standard()) if why_not(text)] == []


def test_lines_of_a_written_paragraph_become_paragraphs_and_empty_ones_none() -> None:
    template = narrative.parsed("#### Hạn chế\n\n{{ behind }}\n\n- {{ next }}\n\n{{ ahead }}")

    blocks = narrative.filled(template, {}, {"behind": "Một.\nHai.", "next": "Ba.", "ahead": ""})

    assert [block.text for block in blocks if not isinstance(block, Heading)] == ["Một.", "Hai.", "Ba."]
    assert blocks[-1] == Paragraph((Run("Ba."),), "-")


def test_a_stored_template_is_read_back_and_an_empty_one_is_ours() -> None:
    template = narrative.parsed("## A\n\nB {{ houses }}")

    assert narrative.decoded(narrative.encoded(template)) == template
    assert narrative.decoded("") == narrative.standard()


def test_each_placeholder_is_offered_as_people_type_it() -> None:
    offered = placeholders.known()

    assert {"{{ period }}", "{{ houses }}", "{{ houses.percent }}", "{{ houses.last_year }}"} <= set(offered)
    assert [text for text in offered if why_not(text)] == []
    assert figure("houses").text in "".join(
        run.text for run in fill((Run("{{ houses }}"),), {"houses": figure("houses")}, {})
    )
