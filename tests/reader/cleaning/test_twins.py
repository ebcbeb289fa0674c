"""Twin pages, with and without each element that changes what words mean: they never come out the same."""

from __future__ import annotations

import pytest

from reader.model.pages import Cleaned
from tests.reader.cleaning.lamp import SECOND, lamp, line

GRID = "<table>{}<tr><td>North</td><td>12</td><td>31</td></tr><tr><td>South</td><td>8</td><td>80</td></tr></table>"
THREE = "<ol{}><li{}>The lamp was lit at dusk.</li><li>The log was signed.</li><li>The boats were warned.</li></ol>"
LINES = "O lamp that burns above the bay{0}and never sleeps until the day{0}the keeper climbs the stair{0}to trim it"
SAID = "We have known of it since the first of the two nights, and nobody has ever asked us."
CODE = '<table><tr><td class="blob-num">{}</td><td><pre>on = 1</pre></td></tr><tr><td class="blob-num">{}</td><td><pre>  off = 2</pre></td></tr></table>'  # noqa: E501

INLINE = {
    "sup": ("10<sup>6</sup> drops", "106 drops"),
    "sub": ("CO<sub>2</sub>", "CO2"),
    "sup-words": ("2<sup>n+1</sup>", "2n+1"),
    "sup-ending": ("1<sup>st</sup> lamp", "1st lamp"),
    "del": ("<del>nineteen</del> <ins>eleven</ins> nights", "nineteen <ins>eleven</ins> nights"),
    "s": ("<s>two</s> one", "two one"),
    "strike": ("<strike>two</strike> one", "two one"),
    "line-through": ("<span style='text-decoration: line-through'>two</span> one", "two one"),
    "ins": ("<ins>eleven</ins> nights", "eleven nights"),
    "ins-when": ("<ins datetime=2026-04-02>eleven</ins> nights", "<ins>eleven</ins> nights"),
    "q": ("a <q>mere</q> hour", "a mere hour"),
    "q-source": ("<q cite=/log>mere</q>", "<q>mere</q>"),
    "q-in-q": ("<q>dark as <q>pitch</q></q>", "<q>dark as pitch</q>"),
    "cite": ("<cite>The Dark Sea</cite>", "The Dark Sea"),
    "abbr": ("<abbr title='Harbour Light Board'>HLB</abbr>", "HLB"),
    "abbr-in-full": ("<abbr title='Harbour Light Board'>HLB</abbr>", "<abbr title='Heavy Lamp Bureau'>HLB</abbr>"),
    "ruby": ("<ruby>灯<rt>ひ</rt></ruby>", "灯"),
    "ruby-reading": ("<ruby>灯<rt>ひ</rt></ruby>", "<ruby>灯<rt>あかり</rt></ruby>"),
    "code": ("<code>lamp off</code>", "lamp off"),
    "kbd": ("<kbd>Enter</kbd>", "<code>Enter</code>"),
    "samp": ("<samp>lamp off</samp>", "lamp off"),
    "tt": ("<tt>lamp off</tt>", "lamp off"),
    "var": ("<var>n</var> nights", "n nights"),
    "mark": ("<mark>twice</mark>", "twice"),
    "time": ("<time datetime=2026-04-02>that night</time>", "that night"),
    "em": ("<em>twice</em>", "twice"),
    "strong": ("<strong>twice</strong>", "twice"),
    "dfn": ("<dfn>lamp hour</dfn>", "lamp hour"),
    "a": ("<a href=/log>the log</a>", "the log"),
    "note": ("57<sup><a href='#n'>3</a></sup>", "573"),
    "math": ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "12"),
    "tex": (r"<math alttext='x^{2}'><msup><mi>x</mi><mn>2</mn></msup></math>", "x2"),
    "formula-picture": ("<img class=tex alt='x^2' src=/x.png>", ""),
    "emoji": ("<img class=emoji alt=\N{FIRE} src=/f.png width=16>", ""),
}
BLOCK = {
    "hr": ("<hr>", ""),
    "separator": ("<div role=separator></div>", "<div></div>"),
    "ol": (THREE.format("", ""), THREE.format("", "").replace("ol", "ul")),
    "start": (THREE.format(" start=4", ""), THREE.format("", "")),
    "reversed": (THREE.format(" reversed", ""), THREE.format("", "")),
    "type": (THREE.format(" type=a", ""), THREE.format("", "")),
    "list-style": (THREE.format(" style='list-style: upper-roman'", ""), THREE.format("", "")),
    "value": (THREE.format("", " value=7"), THREE.format("", "")),
    "dl": (f"<dl><dt>Lamp</dt><dd>{SECOND}!</dd></dl>", f"<div><div>Lamp</div><div>{SECOND}!</div></div>"),
    "blockquote": (f"<blockquote><p>{SAID}</p></blockquote>", f"<p>{SAID}</p>"),
    "quote-footer": (
        f"<blockquote><p>{SAID}</p><footer>Ada Marl</footer></blockquote>",
        f"<blockquote><p>{SAID}</p><p>Ada Marl</p></blockquote>",
    ),
    "colspan": (GRID.format("<tr><th>Shore<th colspan=2>Nights"), GRID.format("<tr><th>Shore<th>Nights")),
    "rowspan": (GRID.format("<tr><td rowspan=2>East<td>1<td>2"), GRID.format("<tr><td>East<td>1<td>2")),
    "th-of-row": (
        GRID.format("<tr><th scope=row>East<td>1<td>2"),
        GRID.format("<tr><td>East<td>1<td>2"),
    ),
    "thead": (
        GRID.format("<thead><tr><td>Shore<td>May<td>June</thead>"),
        GRID.format("<tr><td>Shore<td>May<td>June"),
    ),
    "caption": (GRID.format("<caption>Hours of darkness</caption>"), GRID.format("")),
    "pre": (f"<pre>{LINES.format(chr(10))}</pre>", f"<p>{LINES.format(' ')}</p>"),
    "line-numbers": (CODE.format(1, 2), CODE.format("x", "y")),
    "br": (f"<p>{LINES.format('<br>')}</p>", f"<p>{LINES.format(' ')}</p>"),
    "verse": (f"<p>{LINES.format('<br>')}</p>", "".join(f"<p>{x}</p>" for x in LINES.format("|").split("|"))),
    "h2": ("<h2>What the log says</h2>", "<p>What the log says</p>"),
    "figcaption": (
        "<figure><img src=/l.jpg><figcaption>The lamp</figcaption></figure>",
        "<figure><img src=/l.jpg></figure>",
    ),
    "rtl": (f"<p dir=rtl>{SECOND}!</p>", f"<p>{SECOND}!</p>"),
}


def seen(result: Cleaned) -> tuple[object, ...]:
    """All that the screen and the exports have to tell two pages apart by."""
    return result.text, result.blocks, result.inline, result.left_out


@pytest.mark.parametrize("element", INLINE)
def test_a_line_with_the_element_is_not_the_line_without_it(element: str) -> None:
    with_it, without = (lamp(line(inside)) for inside in INLINE[element])
    assert seen(with_it) != seen(without)
    assert "The oldest keeper" in with_it.text and "The oldest keeper" in without.text


@pytest.mark.parametrize("element", BLOCK)
def test_a_page_with_the_element_is_not_the_page_without_it(element: str) -> None:
    with_it, without = (lamp(inside) for inside in BLOCK[element])
    assert seen(with_it) != seen(without)


def test_the_same_page_comes_out_the_same() -> None:
    assert seen(lamp(line("twice"))) == seen(lamp(line("twice")))
