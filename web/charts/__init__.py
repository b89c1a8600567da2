"""Pictures beside figures: drawn here as shapes, written as SVG by `templates/charts`, with the table behind each.

One module per picture: `bars` (plan against actual), `funnel`, `years` (this year against last), `share` (parts of a
whole), `tiles` (the 34 provinces) and `sparkline`. Each has a `draw` that takes plain figures and `Render.text`, reads
nothing and decides everything that is not a colour. Colours are in `static/css/tokens.css`, looks in `charts.css`.

In a page:

    from web.charts import bars
    from web.charts.picture import About

    rows = [bars.Bar(N_("Lượt người được tư vấn"), "lượt", actual=15384, plan=23000, href="/tally/consultations")]
    about = About("plan", say(N_("Kết quả so với kế hoạch năm")), csv="/tally.csv")
    picture = bars.draw(rows, about, say, expected=50, period=N_("nửa năm"))   # say = visit.render.text

and in its template:

    {% import "charts/_charts.html" as charts %}
    {{ charts.figure(picture) }}     {# also under the names charts.bars, funnel, years, share, tiles #}
    <td>{{ charts.sparkline(line) }}</td>

The caption is the finding, computed from the figures ("Lượt người được tư vấn: đạt 66,88% kế hoạch năm, cao hơn mức 50%
của nửa năm."); `About.caption` replaces it. `About.name` is unique on the page, because ids begin with it. Every
picture is drawn twice, for a phone's column and for a wide one; the stylesheet shows the one that fits its place, so
letters keep their size. A part with an `href` is a link, in the drawing and in the table.
"""
