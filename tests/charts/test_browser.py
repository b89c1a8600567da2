"""The pictures as a browser draws them: on the smallest phone and a desk, light and dark, on paper, without a fault."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.charts.gallery import line, pictures
from tests.fixtures.browser import DESK, PHONE, Devices
from tests.fixtures.pages import no_sideways_scroll, no_violations, one_heading
from web.assets import Assets
from web.render import Render
from web.security import CSP

HERE = "http://charts.test"
PAGE = """{% import "charts/_charts.html" as charts %}<!doctype html><html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Hình</title>
<link rel="icon" href="{{ asset("icon.svg") }}"><link rel="stylesheet" href="{{ asset("public.css") }}"></head><body>
<main class="frame stack"><h1>Hình</h1>{% for one in pictures %}{{ charts.figure(one) }}{% endfor %}
<table><tr><th scope="row">12</th><td>{{ charts.sparkline(line) }}</td></tr></table></main></body></html>"""
CROSSED = """() => [...document.querySelectorAll(".chart > svg")].filter(svg => svg.clientWidth).flatMap(svg => {
  const edge = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()]);
  const out = texts.filter(([, at]) => at.left < edge.left - 1 || at.right > edge.right + 1);
  const over = texts.flatMap(([one, a], place) => texts.slice(place + 1)
    .filter(([, b]) => a.left < b.right && b.left < a.right && a.bottom - 3 > b.top + 3 && b.bottom - 3 > a.top + 3)
    .map(([other]) => [one, other]));
  return [...out.map(([text]) => [text, "outside"]), ...over];
})"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".chart > svg")].filter(svg => svg.clientWidth)
  .flatMap(svg => [...svg.querySelectorAll("text")].map(text =>
    text.getAttribute("font-size") * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)))"""


def gallery(page: Page) -> Page:
    """All pictures on one page, under the policy that the server sends."""
    assets = Assets()
    text = Render(assets)._env.from_string(PAGE).render(pictures=pictures(), line=line())

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HERE)
        if path in assets.by_address:
            found = assets.by_address[path]
            route.fulfill(body=found.plain, content_type=found.kind)
        else:
            route.fulfill(body=text, content_type="text/html; charset=utf-8", headers={"content-security-policy": CSP})

    page.context.route("**/*", answer)
    page.goto(HERE + "/")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_are_fit_for_everybody(scheme: str, devices: Devices) -> None:
    for shape in (PHONE | {"viewport": {"width": 320, "height": 740}}, DESK):
        page = gallery(devices.open(HERE, shape, color_scheme=scheme).new_page())

        one_heading(page)
        no_violations(page)
        no_sideways_scroll(page)
        assert page.evaluate(CROSSED) == []
        assert page.evaluate(SMALLEST) >= 9
        shown = "narrow" if shape is not DESK else "wide"
        for figure in page.locator("figure.chart").all():
            expect(figure.locator("svg:visible[class^=pic]")).to_have_class(f"pic-{shown}")


def test_the_table_behind_a_picture_holds_its_numbers(devices: Devices) -> None:
    page = gallery(devices.desk(HERE, java_script_enabled=False))

    for picture in pictures():
        figure = page.locator(f"#{picture.about.name}")
        drawn = figure.locator("svg:visible").first
        expect(drawn).to_have_accessible_name(f"{picture.about.title} {picture.told}")
        expect(drawn).to_have_role("group" if picture.leads else "img")
        figure.get_by_text("Bảng số liệu").click()
        rows = [row.locator("th, td").all_inner_texts() for row in figure.locator("tbody tr").all()]
        assert rows == [[cell.text for cell in cells] for cells in picture.table.rows]
    expect(page.get_by_role("link", name="Tải CSV")).to_have_attribute("href", "/plan.csv")

    page.emulate_media(media="print")
    for picture in pictures():
        expect(page.locator(f"#{picture.about.name} table")).to_be_visible()
