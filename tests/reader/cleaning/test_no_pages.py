"""What is no page is refused with the word for it and its door; pages that speak of such things are pages."""

from __future__ import annotations

import json
import plistlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning import Worker
from reader.cleaning.by_media_type import clean
from reader.cleaning.no_pages import refuse_no_page
from reader.errors import CleaningError
from reader.intake.add import FAILED, AddResult, add
from reader.model.pages import Page
from reader.sources import page_of_bytes, paste
from reader.store import Library
from tests import sample_set
from tests.saved_pages import PARAGRAPHS, page

SET, ADDRESS, WORDS, LINK = "tilik import", "add", "plain text", "https://a.example/b"
NAMES = "Ada B-PER\nlives O\nin O\nVarrow B-LOC\n. O\n"
CONLLU = "# sent_id = 1\n1\tAda\tAda\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tlives\tlive\tVERB\tVBZ\t_\t0\troot\t_\t_\n"
W3C = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target": "https://a.example/"}
LABEL_STUDIO = [{"id": 1, "data": {"text": "The mayor denied it."}, "annotations": [{"result": []}]}]
DOCCANO = '{"id": 1, "text": "The mayor denied it.", "label": [[4, 9, "WHO"]]}\n{"id": 2, "text": "No", "label": []}\n'
CAS: dict[str, object] = {"%TYPES": {}, "%FEATURE_STRUCTURES": [], "%VIEWS": {}}
HYPOTHESIS = [{"uri": "https://a.example/", "target": [], "document": {"title": ["A"]}, "text": "so"}]
XMI = '<?xml version="1.0"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmi:version="2.0"><cas:Sofa/></xmi:XMI>'
RSS = '<?xml version="1.0"?><rss version="2.0"><channel><item><title>One</title></item><div> </div></channel></rss>'
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><p>One.</p></content></entry></feed>'
SRT = "1\r\n00:00:01,000 --> 00:00:03,000\r\nThe meeting is open.\r\n"
WEBLOC = plistlib.dumps({"URL": LINK})

NO_PAGES: dict[str, tuple[str, bytes | str, str, str]] = {
    "jsonl": ("a.jsonl", DOCCANO, "an annotated set", SET),
    "jsonl by another name": ("a.txt", DOCCANO, "an annotated set", SET),
    "a single line": ("a.jsonl", DOCCANO.splitlines()[0], "an annotated set", SET),
    "w3c": ("a.json", json.dumps(W3C, indent=1), "an annotated set", SET),
    "label studio": ("a.json", json.dumps(LABEL_STUDIO), "an annotated set", SET),
    "cas": ("a.json", json.dumps(CAS), "an annotated set", SET),
    "hypothesis": ("a.json", json.dumps(HYPOTHESIS), "an annotated set", SET),
    "xmi": ("a.xmi", XMI, "an annotated set", SET),
    "webanno": ("a.tsv", "#FORMAT=WebAnno TSV 3.3\n\n#Text=Ada\n1-1\t0-3\tAda\t_\n", "an annotated set", SET),
    "conll": ("a.conll", NAMES, "an annotated set", SET),
    "conllu": ("a.conllu", CONLLU, "an annotated set", SET),
    "brat": ("a.ann", "T1\tPER 0 3\tAda\nT2\tLOC 13 19\tVarrow\nR1\tlives Arg1:T1 Arg2:T2\n", "an annotated set", SET),
    "table of marks": ("a.csv", "quote,label,note\n\"denied, it\",denial,\nsaid,claim,x\n", "a table of marks", SET),
    "table": ("a.csv", "bridge;planned;paid\nold;120;340\nnew;3;4\n", "a table", WORDS),
    "one address": ("a.txt", LINK + "\n", "a link to " + LINK, "tilik add " + LINK),
    "url": ("a.url", "[InternetShortcut]\r\nURL=" + LINK + "\r\n", "a link to " + LINK, "tilik add " + LINK),
    "other url": (
        "a.url", "[{000214A0}]\r\nProp3=19,2\r\n[InternetShortcut]\r\nURL=" + LINK + "\r\n", "a link to", "tilik add"),
    "desktop": ("a.desktop", "[Desktop Entry]\nType=Link\nURL=" + LINK + "\n", "a link to " + LINK, "tilik add"),
    "webloc": ("a.webloc", WEBLOC, "a link to " + LINK, "tilik add " + LINK),
    "binary webloc": ("a.webloc", plistlib.dumps({"URL": LINK}, fmt=plistlib.FMT_BINARY), "a link to", "tilik add"),
    "rss": ("a.xml", RSS, "a feed", ADDRESS),
    "atom": ("a.atom", ATOM, "a feed", ADDRESS),
    "json feed": ("a.json", '{"version": "https://jsonfeed.org/version/1.1", "items": []}', "a feed", ADDRESS),
    "opml": ("a.opml", '<?xml version="1.0"?><opml version="2.0"><body></body></opml>', "a list of feeds", ""),
    "substation": ("a.ass", "[Script Info]\nTitle: One\n", "a file of subtitles", WORDS),
    "xbel": ("a.xbel", '<?xml version="1.0"?><xbel version="1.0"/>', "a file of bookmarks", ADDRESS),
    "json": ("a.json", '{"one": [1, 2, 3]}', "JSON data", ""),
    "broken json": ("a.json", '{"one": [1, 2, 3', "JSON data", ""),
    "json of pages": ("a.json", json.dumps([{"content": "<p>One.</p><p>Two.</p>" * 9}]), "JSON data", ""),
    "utf-16 json": ("a.json", '{"one": 1}'.encode("utf-16"), "JSON data", ""),
    "xml": ("a.xml", '<?xml version="1.0"?><data><row a="1"/></data>', "XML data", ""),
    "svg": ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><text>One</text></svg>', "an SVG picture", ""),
    "ris": ("a.ris", "TY  - JOUR\nTI  - One\nER  - \n", "a list of references", ""),
    "bibtex": ("a.bib", "% mine\n@article{one2020,\n title={One}}\n", "a list of references", ""),
    "rtf": ("a.rtf", "{\\rtf1\\ansi The meeting is open.}", "an RTF document", WORDS),
    "old word": ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "an old Office document", WORDS),
    "calendar": ("a.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "a calendar", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", NO_PAGES)
def test_what_is_no_page_is_called_what_it_is_and_shown_its_door(case: str) -> None:
    name, data, what, door = NO_PAGES[case]
    with pytest.raises(CleaningError) as error:
        clean(page_of_bytes(data.encode() if isinstance(data, str) else data, name, name))
    assert str(error.value).startswith(f"{name}: this is {what}") and door in str(error.value)


@pytest.mark.parametrize("case", NO_PAGES)
def test_what_is_pasted_is_known_by_its_words(case: str) -> None:
    name, data, what, _ = NO_PAGES[case]
    if isinstance(data, str) and not name.endswith((".csv", ".svg")):
        with pytest.raises(CleaningError, match=f"clipboard: this is {what}"):
            clean(paste(data.removeprefix("\ufeff")))


PROSE = "\n".join(PARAGRAPHS)
PAGES: dict[str, tuple[str, str]] = {
    "plain": ("a.txt", PROSE),
    "begins with a bracket": ("a.txt", "[Update] [[a]] " + PROSE),
    "begins with a brace": ("a.txt", "{one} " + PROSE),
    "speaks of JSON": ("a.txt", PROSE + '\n{"text": "one", "labels": []}'),
    "speaks of subtitles": ("a.txt", PROSE + "\nWEBVTT\n\n" + SRT),
    "begins with an address": ("a.txt", LINK + "\n" + PROSE),
    "prose called a table": ("a.csv", PROSE),
    "columns among words": ("a.txt", PROSE + "\none\ttwo\tthree\nfour\tfive\tsix\n"),
    "XHTML": ("a.xml", '<?xml version="1.0"?>\n<!-- one -->\n' + page()),
    "paragraphs in XML": ("a.xml", f'<?xml version="1.0"?><nitf><p>{"</p><p>".join(PARAGRAPHS)}</p></nitf>'),
    "a page on bookmark files": ("a.html", page(more="<p>It begins with NETSCAPE-Bookmark-file-1.</p>")),
    "a page with data": ("a.html", page(head='<script type="a/json">{"text": "a", "labels": []}</script>')),
    "numbered": ("a.txt", "\n".join(f"{n} {words}" for n, words in enumerate(PARAGRAPHS))),
}  # fmt: skip


@pytest.mark.parametrize("case", PAGES)
def test_pages_and_texts_are_none_of_these(case: str) -> None:
    name, text = PAGES[case]
    assert PARAGRAPHS[1] in clean(page_of_bytes(text.encode(), name, name)).text


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.json", "a.txt", "a.html"]))
def test_no_bytes_break_the_looks(data: bytes, name: str) -> None:
    for start in (b"", b"{", b"[{", b"<?xml ", b"bplist00", b"\x1f\x8b", b"<!DOCTYPE x [", b"\xff\xfe"):
        try:
            refuse_no_page(Page(name, name, start + data, "text/plain"))
        except CleaningError:
            continue


@pytest.mark.parametrize(
    "open_ended", ["<?xml ", "<!-- a", '<a b="', "<!DOCTYPE a [", "[{" * 50, '{"a":', "@article{a" * 20]
)
def test_looks_at_files_made_to_be_slow_end(open_ended: str) -> None:
    for text in (open_ended * 20_000, open_ended + "-" * 400_000, open_ended + "? " * 100_000):
        try:
            refuse_no_page(Page("a", "a", text.encode(), "text/plain"))
        except CleaningError:
            continue


def test_a_set_of_tiliks_is_never_added_as_an_article(tmp_path: Path) -> None:
    sample_set.write(tmp_path / "set.txt")
    with Library.open(tmp_path / "library.tilik") as library, Worker() as worker:
        (step,) = add(library, [tmp_path / "set.txt"], worker)
        assert isinstance(step.result, AddResult) and step.result.status == FAILED and library.count() == 0
        assert SET in str(step.result.reason)
