"""What a page says by its form, in each format to read; and the twin of each page, which says the words alone."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reader.commands.plain_html import plain_html
from reader.exchange.exporters import exporter
from reader.exchange.exporters.excerpt import excerpt_html, excerpt_text
from reader.exchange.importers import documents
from reader.model.articles import BlockKind, InlineKind
from reader.model.dataset import Document
from reader.model.pages import Cleaned
from reader.model.spans import Span
from tests.reader.exchange.exporters import made
from tests.reader.exchange.exporters.formed import Line, formed, without
from tests.reader.exchange.exporters.test_markdown import READER, text_of

B, I = BlockKind, InlineKind  # noqa: E741
FORMATS = ("html", "plain", "markdown", "clipboard")


def shown(document: Document, format: str) -> str:
    revision = document.revision
    if format == "clipboard":
        return excerpt_html(revision, [Span(0, len(revision.text))])
    if format == "plain":
        made_of = Cleaned(revision.metadata, revision.text, revision.blocks, revision.inline, revision.left_out)
        return _on_one_line(plain_html(made_of).partition("<body>")[2])
    out, found = io.BytesIO(), exporter(format)
    list(found.write(made.dataset(document), out, found.options()))
    written = out.getvalue().decode("utf-8")
    body = written.partition("<main>")[2] if format == "html" else written
    body = body.replace(' dir="auto"', "").replace(f"n-{document.article.id}-", "")
    return body if format == "markdown" else _on_one_line(body)


def _on_one_line(body: str) -> str:
    """Elements that stand beside each other without the line ends between them."""
    return re.sub(r"(?<=>)\n(?=<)|\n(?=<footer|<ol)", "", body)


def inline(words: str, kind: InlineKind, target: str = "", **said: str) -> Line:
    return Line(words, inline=kind, target=target, said=said)


def ordered(words: str, number: int, type: str = "", level: int = 1) -> Line:
    attrs = {"ordered": "1", "number": str(number)} | ({"type": type} if type else {})
    return Line(words, B.LIST_ITEM, attrs, level)


def everywhere(*pieces: str) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(FORMATS, pieces)


RUBY = "<ruby>監査役<rp>(</rp><rt>かんさやく</rt><rp>)</rp></ruby>によると"
TABLE = (
    Line("Cost of each bridge", B.CAPTION, {"of": "table"}),
    Line("Bridge\tCost\t", B.TABLE_ROW, {"header": "1", "spans": "0:1x2 1:2x1"}),
    Line("\tplanned\tpaid", B.TABLE_ROW, {"header": "1"}),
    Line("North\t120\t340", B.TABLE_ROW, {"headers": "0"}),
)
# For each form its lines, and what each of the formats writes of it.
FORMS: dict[str, tuple[Sequence[Line], dict[str, tuple[str, ...]]]] = {
    "ins": ([inline("He «signed» it.", I.INSERTION, datetime="2026-03-03")],
            everywhere('<ins datetime="2026-03-03">signed</ins>')),
    "q": ([inline("She said «“never”» twice.", I.QUOTATION, "https://a.example/q")],
          {"html": ('<q cite="https://a.example/q">“never”</q>',), "plain": ('<q cite="https://a.example/q">“never”</q>',),
           "markdown": ("[“never”](<https://a.example/q>)",), "clipboard": ("<p>She said “never” twice.</p>",)}),
    "cite": ([inline("In «The Lantern» they wrote.", I.CITATION)],
             everywhere("<cite>The Lantern</cite>")),
    "abbr": ([inline("The «WHO» said.", I.ABBREVIATION, title='World "Health" Organization')],
             everywhere('<abbr title="World &quot;Health&quot; Organization">WHO</abbr>')),
    "ruby": ([inline("«監査役»によると。", I.RUBY, reading="かんさやく")], everywhere(RUBY)),
    "code": ([inline("Run «a_b» now.", I.CODE)],
             everywhere("<code>a_b</code>") | {"markdown": ("Run `a_b` now",)}),
    "kbd": ([inline("Press «Ctrl+C» now.", I.KEYBOARD)], everywhere("<kbd>Ctrl+C</kbd>")),
    "mark": ([inline("This «matters» much.", I.HIGHLIGHT)], everywhere("<mark>matters</mark>")),
    "time": ([inline("On «Monday» it rained.", I.TIME, datetime="2026-03-02")],
             everywhere('<time datetime="2026-03-02">Monday</time>')),
    "note": ([inline("4.2 million «[4]» went.", I.NOTE, "the 4"),
              Line("4 Annual report", attrs={"role": "note", "note": "the 4"})],
             {"html": ('<a id="note-the_4-ref" href="#note-the_4">[4]</a>', 'id="note-the_4"', "-ref\">↩"),
              "plain": ('<a id="note-the_4-ref" href="#note-the_4">[4]</a>', 'id="note-the_4"'),
              "markdown": ('<a id="note-the_4-ref"></a>[\\[4\\]](#note-the_4)', "</a>4 Annual report [↩]"),
              "clipboard": ("4.2 million [4] went.",)}),
    "math": ([inline("So «e = mc^2» holds.", I.MATH, tex="e = mc^2")],
             everywhere('<span role="math" title="e = mc^2">e = mc^2</span>')
             | {"markdown": ("$e = mc^2$",)}),
    "sup": ([inline("The 1«st» day.", I.SUPERSCRIPT)], everywhere("1<sup>st</sup>")),
    "sub": ([inline("The x«i» day.", I.SUBSCRIPT)], everywhere("x<sub>i</sub>")),
    "strong": ([inline("It «matters» much.", I.STRONG)],
               everywhere("<strong>matters</strong>") | {"markdown": ("It **matters** much",)}),
    "em": ([inline("It «matter»s.", I.EMPHASIS)], everywhere("<em>matter</em>s")),
    "link": ([inline("See «here» now.", I.LINK, "https://a.example/x?a=1&b=2")],
             everywhere('<a href="https://a.example/x?a=1&amp;b=2" rel="noreferrer">here</a>')
             | {"clipboard": ('<a href="https://a.example/x?a=1&amp;b=2">here</a>',),
                "markdown": ("[here](<https://a.example/x?a=1&b=2>)",)}),
    "del": ([Line("The mayor confirmed it.", struck=(10, "denied"))],
            everywhere("The mayor <del>denied</del> confirmed")
            | {"markdown": ("The mayor ~~denied~~ confirmed", "Places where the publisher struck words out")}),
    "del of a block": ([Line("The mayor said so.", struck=(-1, "He denied it."))],
                       everywhere("<del>He denied it.</del>")),
    "hr": ([Line("", B.RULE)], everywhere("<hr>") | {"markdown": ("\n***\n",)}),
    "reversed": ([ordered("Ten", 10), ordered("Nine", 9)],
                 everywhere('<li value="10">Ten</li><li value="9">Nine</li>')
                 | {"markdown": ("10. Ten\n\n<!-- -->\n\n9. Nine",)}),
    "letters": ([ordered("and", 2, "a"), ordered("or", 4, "I", 2)],
                everywhere('<ol type="a"><li value="2">and<ol type="I"><li value="4">or')
                | {"markdown": ("b. and", "IV. or")}),
    "dl": ([Line("Weir", attrs={"role": "term"}), Line("a low dam", attrs={"role": "definition"})],
           everywhere("<dl><dt>Weir</dt><dd>a low dam</dd></dl>")
           | {"markdown": ("\nWeir\n: a low dam\n",)}),
    "attribution": ([Line("We never said it.", B.QUOTE, level=1),
                     Line("Ona Birch", B.QUOTE, {"role": "attribution"}, 1)],
                    everywhere("<blockquote>We never said it.<footer>Ona Birch</footer></blockquote>")
                    | {"markdown": ("> We never said it.\n>\n> — Ona Birch",)}),
    "verse": ([Line("a rose", attrs={"role": "verse"}), Line("is a rose", attrs={"role": "verse"}),
               Line("no more", attrs={"role": "verse", "stanza": "1"})],
              everywhere("a rose<br>\nis a rose</p>")
              | {"markdown": ("a rose\\\nis a rose\n\nno more",)}),
    "entry": ([Line("10:41 Ona Birch", attrs={"role": "entry"})],
              {"html": ('<p class="b-entry">10:41',), "markdown": ("<strong>10:41 Ona Birch</strong>",)}),
    "table": (TABLE,
              everywhere(
                  "<caption>Cost of each bridge</caption>", '<th rowspan="2">Bridge</th><th colspan="2">Cost</th></tr>',
                  "<tr><th>planned</th><th>paid</th></tr>", '<th scope="row">North</th><td>120</td>')
              | {"markdown": ("Cost of each bridge\n\n| Bridge | Cost |  |\n| --- | --- | --- |\n"
                              "|  | planned | paid |\n| North | 120 | 340 |",)}),
}  # fmt: skip


# Where words and line say it alone: the text has the quotation marks and the number of the note.
SAME = {("q", "clipboard"), ("note", "clipboard"), ("entry", "plain"), ("entry", "clipboard")}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_seen_in_each_format_and_its_twin_is_not(form: str, format: str) -> None:
    lines, wanted = FORMS[form]
    document = formed(lines)
    written, twin = shown(document, format), shown(without(document), format)
    for piece in wanted.get(format, ()):
        assert piece in written
    if (form, format) not in SAME:
        assert twin != written and not all(piece in twin for piece in wanted[format])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("format", ["jsonl", "w3c"])
def test_formats_with_offsets_keep_the_text_and_carry_the_form(form: str, format: str, tmp_path: Path) -> None:
    document, found = formed(FORMS[form][0]), exporter(format)
    file = tmp_path / f"set{found.suffix}"
    with file.open("wb") as out:
        list(found.write(made.dataset(document), out, found.options()))
    back = next(one for one in documents(file) if isinstance(one, Document))
    assert back.revision.text == document.revision.text
    assert (back.revision.blocks, back.revision.inline, back.revision.left_out) == (
        document.revision.blocks, document.revision.inline, document.revision.left_out,
    )  # fmt: skip


def struck_through() -> Document:
    """A mark whose words run over words that were struck out."""
    document = formed([Line("The mayor confirmed it.", struck=(10, "denied"))])
    mark = made.mark(document.revision, "claim", "mayor confirmed")
    return replace(document, annotations=(mark,))


def test_a_quotation_never_runs_over_struck_words_unseen() -> None:
    document = struck_through()
    assert "> mayor ~~denied~~ confirmed" in shown(document, "markdown")
    assert "<q>mayor <del>denied</del> confirmed</q>" in shown(document, "html")
    span = document.annotations[0].anchor.spans[0]
    assert excerpt_text(document.revision, [span]) == "mayor [struck out: denied] confirmed"
    assert excerpt_html(document.revision, [span]) == "<p>mayor <del>denied</del> confirmed</p>"
    beside = Span(span.start, span.start + len("mayor "))
    assert excerpt_text(document.revision, [beside]) == "mayor" and "denied" not in excerpt_html(
        document.revision, [beside]
    )


def test_tables_of_marks_keep_their_words_and_count_what_was_struck() -> None:
    document, out, found = struck_through(), io.BytesIO(), exporter("csv")
    list(found.write(made.dataset(document), out, found.options()))
    assert ",mayor confirmed," in out.getvalue().decode("utf-8") and b"denied" not in out.getvalue()
    assert found.plan(made.dataset(document)).count("struck") == 1
    assert found.plan(made.dataset(without(document))).count("struck") == 0


def test_markdown_counts_the_cells_whose_spans_it_has_no_sign_for() -> None:
    document, found = formed(TABLE), exporter("markdown")
    assert found.plan(made.dataset(document)).count("cells") == 2
    assert found.plan(made.dataset(document), found.options(texts=False)).count("cells") == 0
    assert exporter("html").plan(made.dataset(document)).count("cells") == 0


def test_a_reader_of_markdown_numbers_a_list_as_the_page_does() -> None:
    lines = [
        ordered("Ten", 10),
        ordered("Nine", 9),
        ordered("one", 1, level=2),
        ordered("two", 2, level=2),
        ordered("Eight", 8),
    ]
    starts = [
        token.attrs.get("start", 1)
        for token in READER.parse(shown(formed(lines), "markdown"))
        if token.type == "ordered_list_open"
    ]
    assert starts == [10, 9, 1, 8]


@pytest.mark.parametrize("words", ["a*b", "“denied”", "a `b` c", " blank ", "a|b", "1."])
@pytest.mark.parametrize("kind", [I.EMPHASIS, I.STRONG, I.CODE, I.HIGHLIGHT, I.LINK])
def test_words_in_markup_read_back_letter_for_letter(words: str, kind: InlineKind) -> None:
    for before, behind in (("x", "y"), ("x ", " y"), ("(", ")."), ("", "")):
        document = formed([inline(f"{before}«{words}»{behind}", kind, "https://a.example/(b)")])
        said = [line for line in text_of(shown(document, "markdown")).splitlines() if line]
        plain = " ".join(f"{before}{words}{behind}".split())
        assert any(" ".join(_untagged(line).split()) == plain for line in said)


def _untagged(line: str) -> str:
    return re.sub(r"</?(?:em|strong|mark|del)>", "", line)


def test_a_cell_takes_no_place_that_holds_words() -> None:
    lines = [Line("A\tB", B.TABLE_ROW, {"spans": "0:9x9"}), Line("C\tD", B.TABLE_ROW, {"spans": "0:2x1 7:2x2 x"})]
    assert "<tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr>" in shown(formed(lines), "plain")
