"""A title, a name or an address of a stranger stays text in the programs that show an exported set."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import lxml.html
import openpyxl
import pytest
from markdown_it import MarkdownIt

from reader.commands import main
from reader.edits import Edit, Swap, claims
from reader.exchange.exporters import EXPORTERS
from reader.store import Library
from tests.newsroom import Newsroom

SCRIPT = "</script><script>alert('ran')</script><img src=x onerror=alert(1)>"
FORMULA = '=HYPERLINK("http://x.example","open")'
FENCE = "--- {{ site.secret }} <b>"
TITLE = f"{SCRIPT} {FENCE}"


@pytest.fixture(scope="module")
def sets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What each format makes of a library in which every name is hostile and addresses hold a password."""
    folder = tmp_path_factory.mktemp("hostile")
    with Library.open(folder / "l.tilik") as library:
        room = Newsroom(library)
        id = room.article(FORMULA, TITLE, "It is said twice. The mayor denies it.")
        article = library.article(id)
        named = replace(
            article, url="https://me:s3cret@kabar.example/<b>", origin="https://me:s3cret@kabar.example/a",
            byline=FORMULA, tags=(SCRIPT,),
        )  # fmt: skip
        library.apply(Edit("Edit", (Swap(article, named),)))
        claim, source = room.claim(SCRIPT), room.source(SCRIPT)
        said, who = room.mark(id, "claim", "said", claim), room.mark(id, "source", "mayor", source)
        room.says(who, said)
        library.apply(claims.add_evidence(claim, "refutes", "https://me:s3cret@kabar.example/e", title=SCRIPT))
        library.apply(claims.add_review(claim, {"reviewer": SCRIPT, "verdict": "refuted", "note": SCRIPT}))
    found = {}
    for exporter in EXPORTERS:
        target = folder / f"set-{exporter.id}{exporter.suffix}"
        code = main(["export", "--format", exporter.id, "-o", str(target), "--library", str(folder / "l.tilik")])
        assert code == 0, exporter.id
        found[exporter.id] = target.read_bytes()
    return found


def parts(data: bytes) -> Iterator[bytes]:
    """A file, or all files of a package."""
    yield data
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                yield package.read(name)


@pytest.mark.parametrize("format", [exporter.id for exporter in EXPORTERS])
def test_no_format_takes_a_password_along(sets: dict[str, bytes], format: str) -> None:
    assert not any(b"s3cret" in part for part in parts(sets[format]))


@pytest.mark.parametrize("format", ["html", "report-html"])
def test_a_page_of_ours_runs_nothing_of_theirs(sets: dict[str, bytes], format: str) -> None:
    page = lxml.html.fromstring(sets[format])
    assert TITLE in "".join(map(str, page.itertext())) or SCRIPT in "".join(map(str, page.itertext()))
    assert not page.xpath("//img[@src='x'] | //*[@onerror]")
    assert not any("alert" in (script.text or "") for script in page.iter("script"))


def front_matter(data: bytes) -> str:
    return data.decode().split("---\n")[1]


@pytest.mark.parametrize("format", ["markdown", "report-markdown"])
def test_markdown_shows_a_title_as_it_is(sets: dict[str, bytes], format: str) -> None:
    text = sets[format].decode()
    shown = MarkdownIt("commonmark", {"html": True}).render(text)
    page = lxml.html.fromstring(f"<body>{shown}</body>")
    assert not list(page.iter("script")) and not page.xpath("//*[@onerror]")
    assert "alert('ran')" in "".join(map(str, page.itertext()))


def test_front_matter_holds_no_markup_and_means_the_same(sets: dict[str, bytes]) -> None:
    """For readers that show it as it stands, and for those that read it: each value is JSON, which YAML takes."""
    front = front_matter(sets["markdown"])
    assert not set("<>&") & set(front)
    values = {key: json.loads(value) for key, _, value in (line.partition(": ") for line in front.splitlines())
              if key != "generator"}  # fmt: skip
    assert values["title"] == TITLE and values["byline"] == FORMULA and values["tags"] == [SCRIPT]


@pytest.mark.parametrize("format", ["csv", "meedan-check"])
def test_no_cell_of_a_table_is_a_formula(sets: dict[str, bytes], format: str) -> None:
    for row in csv.reader(io.StringIO(sets[format].decode("utf-8-sig"))):
        assert not any(cell[:1] in "=+-@\t\r" and cell[:1] for cell in row), row


def test_no_cell_of_a_workbook_is_a_formula(sets: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sets["workbook"]))
    seen = 0
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", (sheet.title, cell.coordinate)
                seen += isinstance(cell.value, str) and FORMULA in cell.value
    assert seen


@pytest.mark.parametrize("format", ["claimreview", "w3c"])
def test_linked_data_put_into_a_page_stays_data(sets: dict[str, bytes], format: str) -> None:
    """A newsroom puts it into its own pages, within a script: nothing in it may end that."""
    page = lxml.html.fromstring(
        b"<html><body><script type='application/ld+json'>" + sets[format] + b"</script><p>end</p></body></html>"
    )
    (script,) = page.iter("script")
    assert json.loads(script.text or "") == json.loads(sets[format])
    assert "alert('ran')" in json.dumps(json.loads(sets[format]))
