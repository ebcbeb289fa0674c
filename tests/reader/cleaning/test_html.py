"""An HTML page becomes blocks, marks, metadata and a drawer of what was left out; no word is lost."""

import base64
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from reader.cleaning import CLEANER, clean
from reader.cleaning.html import parse, walk
from reader.errors import CleaningError
from reader.model.articles import BlockKind, InlineKind
from reader.model.pages import Cleaned, Page

LONG = (
    "The harbour board of Velden said on Tuesday that the crane had been safe all along, that nobody had "
    "warned it, and that the inspector, who left in May, had signed every page of the log."
)
OTHER = (
    "Two dock workers, who asked not to be named, said otherwise: they had written to the board in March, "
    "twice, and kept copies of both letters, which this newspaper has seen and compared."
)
LAST = (
    "The board denied on Thursday that it had ever received a letter, and added that its post is opened by a "
    "firm in another town, whose director could not be reached before this page was made."
)


def page(inside: str, head: str = "", url: str = "https://velden.example/news/crane") -> Page:
    top = f"<!doctype html><html lang=en><head><title>Board denies warning | The Courier</title>{head}</head>"
    html = f"{top}<body>{inside}</body></html>"
    return Page("crane.html", "crane.html", html.encode(), "text/html", url=url)


def article(inside: str = "", around: str = "", head: str = "") -> Cleaned:
    body = f"<h1>Board denies warning</h1><p>{LONG}</p><p>{OTHER}</p>{inside}<p>{LAST}</p>"
    return clean(page(f"{around}<article>{body}</article>", head))


def of_kind(result: Cleaned, kind: BlockKind) -> list[str]:
    return [block.span.of(result.text) for block in result.blocks if block.kind is kind]


def reason(result: Cleaned, text: str) -> str:
    return next(x.reason for x in result.left_out if text in x.text)


def test_title_and_paragraphs_in_order() -> None:
    result = article()
    assert result.text.split("\n") == ["Board denies warning", LONG, OTHER, LAST]
    assert result.blocks[0].kind is BlockKind.TITLE
    assert result.metadata.title == "Board denies warning"
    assert result.cleaner == CLEANER


def test_debris_goes_to_the_drawer_with_a_reason() -> None:
    result = article(
        '<p><strong>Read also:</strong> <a href="/x">Grain prices rise again in Velden</a></p>'
        "<p>Follow us on Facebook</p>",
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World pages</a></li></ul></nav>',
    )
    assert "Grain prices" not in result.text
    assert reason(result, "Grain prices") == "read also"
    assert reason(result, "Follow us") == "share and follow"
    assert reason(result, "World pages") == "navigation"


def test_structure_is_kept() -> None:
    result = article(
        "<h2>What the log says</h2><blockquote><p>Nobody warned us of anything at all, said the chair.</p></blockquote>"
        "<ol start=3><li>The first letter, sent in March by hand.</li><li>The second letter, sent in April.</li></ol>"
        "<table><thead><tr><th>Month</th><th>Checks</th></tr></thead><tr><td>March</td><td>2</td></tr></table>"
        "<pre>line one\n  line two</pre>"
    )
    assert of_kind(result, BlockKind.HEADING) == ["What the log says"]
    assert of_kind(result, BlockKind.QUOTE) == ["Nobody warned us of anything at all, said the chair."]
    assert of_kind(result, BlockKind.TABLE_ROW) == ["Month\tChecks", "March\t2"]
    assert of_kind(result, BlockKind.CODE) == ["line one", "  line two"]
    items = [b for b in result.blocks if b.kind is BlockKind.LIST_ITEM]
    assert [b.attrs["number"] for b in items] == ["3", "4"]
    assert [dict(b.attrs) for b in result.blocks if b.kind is BlockKind.TABLE_ROW] == [{"header": "1"}, {}]


def test_links_are_absolute_and_of_three_schemes_only() -> None:
    result = article(
        '<p>See <a href="/log">the log</a>, <a href="java\nscript:alert(1)">this one</a>, <a href="file:///etc/x">that</a>'
        ' or <a href="mailto:desk@velden.example">write</a> to the <em>desk</em> for the letter, it said.</p>'
    )
    links = {m.span.of(result.text): m.target for m in result.inline if m.kind is InlineKind.LINK}
    assert links == {"the log": "https://velden.example/log", "write": "mailto:desk@velden.example"}
    assert [m.span.of(result.text) for m in result.inline if m.kind is InlineKind.EMPHASIS] == ["desk"]


def test_a_saved_page_s_links_count_from_the_address_it_says_it_has() -> None:
    body = f'<h1>Board denies warning</h1><p>{LONG}</p><p>{OTHER} See <a href="/log">the log</a>.</p><p>{LAST}</p>'
    head = '<link rel="canonical" href="https://velden.example/news/crane">'
    result = clean(page(f"<article>{body}</article>", head, url=""))
    assert [mark.target for mark in result.inline if mark.kind is InlineKind.LINK] == ["https://velden.example/log"]


def test_a_picture_in_the_page_is_stored_and_one_outside_only_named() -> None:
    out = io.BytesIO()
    Image.new("RGB", (60, 60), "red").save(out, "PNG")
    inside = base64.b64encode(out.getvalue()).decode()
    result = article(
        f'<figure><img src="data:image/png;base64,{inside}" alt="The crane">'
        "<figcaption>The crane in May.</figcaption></figure>"
        f'<p>{OTHER[:120]} and so on.</p><img src="/far.jpg">'
        '<img src="data:image/svg+xml,<svg/>"><img src="file:///etc/x.png">'
    )
    figures = [b.attrs for b in result.blocks if b.kind is BlockKind.FIGURE]
    assert figures[0] == {"alt": "The crane", "picture": result.pictures[0].id}
    assert figures[1:] == [{"src": "https://velden.example/far.jpg"}]
    assert (result.pictures[0].width, result.pictures[0].data) == (60, out.getvalue())
    assert of_kind(result, BlockKind.CAPTION) == ["The crane in May."]


def test_byline_date_and_editor() -> None:
    body = "<h1>Board denies warning</h1><div class=byline>By Mara Ostling</div><div>12 March 2025 14:20</div>"
    body += f"<p>{LONG}</p><p>{OTHER}</p>"
    result = clean(page(f"<article>{body}<p>{LAST}</p><p>Editor: Piet Haan</p></article>"))
    assert of_kind(result, BlockKind.BYLINE) == ["By Mara Ostling"]
    assert of_kind(result, BlockKind.DATELINE) == ["12 March 2025 14:20"]
    assert (result.metadata.byline, result.metadata.editor) == ("Mara Ostling", "Piet Haan")
    assert "Piet Haan" not in result.text


def test_metadata_is_read_from_json_ld_and_says_where() -> None:
    data = (
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Board denies warning",'
        '"author":[{"name":"Mara Ostling"}],"datePublished":"2025-03-12T14:20:00Z",'
        '"publisher":{"name":"The Courier"}}]}</script>'
    )
    meta = article(head=data + '<script type="application/ld+json">{broken</script>').metadata
    assert (meta.byline, meta.site) == ("Mara Ostling", "The Courier")
    assert (meta.published, meta.published_basis) == ("2025-03-12T14:20:00+00:00", "stated")
    assert meta.basis["published"] == "JSON-LD datePublished"
    assert (meta.language, meta.basis["language"]) == ("en", "html lang")


def test_a_page_without_a_date_has_none() -> None:
    meta = article().metadata
    assert (meta.published, meta.published_basis) == ("", "")


def test_rtl_direction_is_kept() -> None:
    result = article(f'<p dir="rtl">{"نفى المجلس ذلك يوم الخميس، وقال إن الرافعة آمنة. " * 4}</p>')
    assert [b.attrs for b in result.blocks if b.attrs.get("dir")] == [{"dir": "rtl"}]


@pytest.mark.parametrize("inside", ["", "<script>x</script>", "<img src=x>"])
def test_a_page_without_words_is_an_error_that_names_it(inside: str) -> None:
    with pytest.raises(CleaningError, match=r"crane\.html"):
        clean(page(inside))


WORDS = st.text(alphabet="abcdefg .,", min_size=1, max_size=60).filter(lambda t: t.strip(" .,"))
TAGS = st.sampled_from(
    ["p", "div", "li", "blockquote", "h2", "td", "span", "aside", "nav", "form", "noscript", "figure"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TAGS, WORDS), min_size=1, max_size=25))
def test_kept_and_left_out_together_are_all_visible_blocks(parts: list[tuple[str, str]]) -> None:
    html = "<h1>Board denies warning</h1>" + "".join(
        f"<{tag}>{text} {n}q</{tag}>" for n, (tag, text) in enumerate(parts)
    )
    source = page(f"<article>{html}<p>{LONG}</p></article>")
    result = clean(source)
    out = [b.span.of(result.text) for b in result.blocks] + [x.text for x in result.left_out]
    seen = [b.text for b in walk(parse(source.data.decode()), "").blocks if b.text]
    assert sorted(x for x in out if x) == sorted(seen)
    assert all(f"{n}q" in " ".join(out) for n in range(len(parts)))
    assert "\n".join(b.span.of(result.text) for b in result.blocks) == result.text
    assert all(not re.search("[\r\u2028]", x) for x in out)
