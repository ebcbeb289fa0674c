"""The publisher's markup within a block as Markdown: its own signs where every reader takes them for that, else HTML,
which CommonMark passes on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from reader.exchange.exporters.inline_html import common, note_id
from reader.exchange.exporters.runs import Run
from reader.model.articles import InlineKind, InlineMark

# What is markup wherever it stands, and what is so only in its place: at the start of a line, after a number there,
# doubled, around a word (`:smile:`), before an entity. Straight quotes, dots and dashes because readers with “smart”
# typography would turn them into others.
_MARKUP = re.compile(
    r"""[\\`*_\[\]<>#|~$^@{}"'] | ^[:+=-] | (?<=^\d)[.)] | (?<=^\d\d)[.)] | (?<=^\d\d\d)[.)] | (?<=^\d\d\d\d)[.)]
    | \.(?=\.) | (?<=\.)\. | -(?=-) | (?<=-)- | (?<==)= | =(?==) | :(?=[\w+:-]*:) | (?<=:): | &(?=[\w#]+;)""",
    re.MULTILINE | re.VERBOSE,
)
# Text without any of these needs no look at its places; most has none.
_SUSPECT = re.compile(r"""[\\`*_\[\]<>#|~$^@{}"'.):+=&-]""")
_BLANKS = re.compile(r"[ \t]+$|^[ \t]+", re.MULTILINE)
_BLANK = (" ", "\t")
K = InlineKind
_SIGNS = {K.EMPHASIS: "*", K.STRONG: "**"}
_TAGS = {
    K.EMPHASIS: "em", K.STRONG: "strong", K.KEYBOARD: "kbd", K.CITATION: "cite", K.HIGHLIGHT: "mark",
    K.SUPERSCRIPT: "sup", K.SUBSCRIPT: "sub",
}  # fmt: skip
_WITH = {K.ABBREVIATION: ("abbr", "title"), K.INSERTION: ("ins", "datetime"), K.TIME: ("time", "datetime")}
_WEB = ("http://", "https://")
# Signs open and close beside these whatever the reader.
_BEFORE, _AFTER = re.compile(r"[\s(“‘«—–…]?\Z"), re.compile(r"\Z|[\s).,;:!?”’»—–…]")


def escaped(text: str) -> str:
    """Return `text` as Markdown that reads back as `text`, but for white space at the ends of its lines."""
    if "\n" in text or text[:1] in _BLANK or text[-1:] in _BLANK:
        text = _BLANKS.sub("", text)
    return _MARKUP.sub(r"\\\g<0>", text) if _SUSPECT.search(text) else text


def struck_out(words: str, before: str = "", after: str = "") -> str:
    """Return words struck; `before` and `after` are the letters beside them."""
    if _has_room(words, before, after):
        return f"~~{escaped(words)}~~"
    return f"<del>{escaped(words)}</del>"


def _has_room(words: str, before: str, after: str) -> bool:
    """Whether signs round words are taken for signs by every reader."""
    return (
        words[:1].isalnum()
        and words[-1:].isalnum()
        and _BEFORE.match(before) is not None
        and _AFTER.match(after) is not None
    )


class InlineMarkdown:
    """Writes the runs of one article. `notes` begins the names of its notes."""

    def __init__(self, text: str, notes: str) -> None:
        self._text, self._notes = text, notes
        self._referred = set[str]()

    def words(self, runs: Sequence[Run]) -> str:
        """Return the words of a block; lines within it end as they are, without blanks."""
        if not any(run.inline or run.struck for run in runs):
            return escaped("".join(run.text for run in runs))
        parts, open_ = [], list[tuple[InlineMark, str]]()
        for n, run in enumerate(runs):
            kept = common([mark for mark, _ in open_], run.inline)
            while len(open_) > kept:
                parts.append(open_.pop()[1])
            for mark in run.inline[kept:]:
                opening, closing = self._signs(mark, [one for one, _ in open_])
                parts.append(opening)
                open_.append((mark, closing))
            parts.append(self._said(run, runs, n))
        parts += [closing for _, closing in reversed(open_)]
        return _BLANKS.sub("", "".join(parts))

    def _said(self, run: Run, runs: Sequence[Run], n: int) -> str:
        if run.struck:
            before, after = runs[n - 1] if n else None, runs[n + 1] if n + 1 < len(runs) else None
            beside = self._edge(before, run, last=True), self._edge(after, run, last=False)
            return struck_out(run.struck, *beside)
        innermost = run.inline[-1] if run.inline else None
        if innermost is not None and innermost.kind is K.CODE:
            return _code(run.text)
        if innermost is not None and innermost.kind is K.MATH and (tex := _tex(innermost, self._text)):
            return tex if run.start == innermost.span.start else ""
        return _MARKUP.sub(r"\\\g<0>", run.text)

    @staticmethod
    def _edge(beside: Run | None, run: Run, *, last: bool) -> str:
        """The letter beside struck words; where other markup begins or ends there, a sign that leaves no room."""
        if beside is None:
            return ""
        if beside.inline != run.inline or beside.struck:
            return "*"
        return beside.text[-1:] if last else beside.text[:1]

    def _signs(self, mark: InlineMark, around: Sequence[InlineMark]) -> tuple[str, str]:
        """What opens a mark, and what closes it."""
        said = mark.attrs
        if mark.kind in _SIGNS and self._signs_do(mark, around):
            return _SIGNS[mark.kind], _SIGNS[mark.kind]
        if mark.kind in _TAGS:
            return f"<{_TAGS[mark.kind]}>", f"</{_TAGS[mark.kind]}>"
        if mark.kind in _WITH:
            tag, name = _WITH[mark.kind]
            cite = {"cite": mark.target} if tag == "ins" and mark.target.startswith(_WEB) else {}
            values = cite | ({name: said[name]} if said.get(name) else {})
            said_so = "".join(f' {key}="{_quoted(value)}"' for key, value in values.items())
            return f"<{tag}{said_so}>", f"</{tag}>"
        if mark.kind is K.RUBY and said.get("reading"):
            return "<ruby>", f"<rp>(</rp><rt>{escaped(said['reading'])}</rt><rp>)</rp></ruby>"
        if mark.kind in (K.LINK, K.QUOTATION) and mark.target.startswith(_WEB) and not _is_linked(around):
            return "[", f"](<{_address(mark.target)}>)"
        if mark.kind is K.NOTE:
            return self._reference(mark.target)
        return "", ""

    def _signs_do(self, mark: InlineMark, around: Sequence[InlineMark]) -> bool:
        start, end = mark.span.start, mark.span.end
        if any(one.span.start == start or one.span.end == end for one in around if one.kind is not K.LINK):
            return False
        before = self._text[start - 1 : start] if start else ""
        return _has_room(mark.span.of(self._text), before, self._text[end : end + 1])

    def _reference(self, name: str) -> tuple[str, str]:
        found = note_id(self._notes, name)
        here = "" if found in self._referred else f'<a id="{_quoted(found)}-ref"></a>'
        self._referred.add(found)
        return f"{here}[", f"](#{_address(found)})"

    def note(self, name: str) -> tuple[str, str]:
        """Return what names a note, to stand before its words, and the way back to the words that refer to it."""
        found = note_id(self._notes, name)
        back = f" [↩](#{_address(found)}-ref)" if found in self._referred else ""
        return f'<a id="{_quoted(found)}"></a>', back


def _is_linked(around: Iterable[InlineMark]) -> bool:
    return any(one.kind in (K.LINK, K.NOTE) for one in around)


def _code(words: str) -> str:
    longest = max((len(run) for run in re.findall("`+", words)), default=0)
    fence = "`" * (longest + 1)
    room = " " if words[:1] in ("`", " ") or words[-1:] in ("`", " ") else ""
    return f"{fence}{room}{' '.join(words.splitlines())}{room}{fence}" if words.strip() else words


def _tex(mark: InlineMark, text: str) -> str:
    """A formula as readers of Markdown set it; empty where they would not take it for one."""
    tex, after = mark.attrs.get("tex", "").strip(), text[mark.span.end : mark.span.end + 1]
    safe = tex and not re.search(r"[$\n]", tex) and not tex.endswith("\\") and not after.isalnum()
    return f"${tex}$" if safe else ""


def _quoted(words: str) -> str:
    """Words in an attribute of HTML within Markdown."""
    return escape(" ".join(words.split()))


def _address(address: str) -> str:
    return re.sub(r"[<>\s\\|]", lambda m: "".join(f"%{byte:02X}" for byte in m.group().encode()), address)
