"""What changed in which marked words between two captures, as Markdown, HTML or a plain record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from reader.anchoring import Outcome
from reader.model.articles import Revision
from reader.model.captures import is_correction, made_words
from reader.revisions.compare import Compared, Run, Touched, runs

_TOLD = {
    Outcome.CHANGED: "the wording differs",
    Outcome.REMOVED: "not found in the later capture",
}
_ADDED = "not found in the earlier capture"
_NOTE = "This report says what the two captures show. It does not say who changed the page, or why."
_MADE_HERE = "One of the texts was corrected here: what differs there may be no change of the page."
Names = Callable[[str], str]


def markdown(found: Compared, name: Names = str.capitalize) -> str:
    """Deleted words are struck out and new ones bold."""
    lines = [f"# {_plain(found.article.title)}", "", *(f"- {_plain(line)}" for line in _head(found)), "", _NOTE, ""]
    for one in found.touched:
        lines += [f"## {_plain(name(one.annotation.label))}: {_change(one)}", ""]
        before, after = runs(one.before, one.after)
        if one.before:
            lines += ["Earlier capture:", "", f"> {_struck(before, '~~')}", ""]
        if one.after:
            lines += ["Later capture:", "", f"> {_struck(after, '**')}", ""]
    return "\n".join(lines)


def html(found: Compared, name: Names = str.capitalize) -> str:
    """Return A page of its own, without scripts or anything from elsewhere."""
    title = escape(found.article.title)
    parts = [
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title>',
        "<style>body{max-width:42em;margin:2em auto;font-family:serif;line-height:1.5}",
        "del{background:#fbe3e0}ins{background:#dff2e1}</style></head><body>",
        f"<h1>{title}</h1><ul>", *(f"<li>{escape(line)}</li>" for line in _head(found)), f"</ul><p>{_NOTE}</p>",
    ]  # fmt: skip
    for one in found.touched:
        before, after = runs(one.before, one.after)
        parts.append(f"<h2>{escape(name(one.annotation.label))}: {_change(one)}</h2>")
        if one.before:
            parts.append(f"<p>Earlier capture:</p><blockquote>{_tagged(before, 'del')}</blockquote>")
        if one.after:
            parts.append(f"<p>Later capture:</p><blockquote>{_tagged(after, 'ins')}</blockquote>")
    return "\n".join([*parts, "</body></html>\n"])


def record(found: Compared) -> dict[str, Any]:
    """Offsets are code points of each revision's text, half-open."""
    return {
        "article": found.article.id, "title": found.article.title, "from": _revision(found.old),
        "to": _revision(found.new), "unchanged_marks": found.same,
        "changes": [
            {"old": [d.old.start, d.old.end], "old_text": d.old.of(found.old.text),
             "new": [d.new.start, d.new.end], "new_text": d.new.of(found.new.text)}
            for d in found.differences
        ],
        "marks": [
            {"annotation": one.annotation.id, "label": one.annotation.label, "outcome": one.outcome.value,
             "earlier": one.before or None, "later": one.after or None,
             "old": [[s.start, s.end] for s in one.old], "new": [[s.start, s.end] for s in one.new]}
            for one in found.touched
        ],
    }  # fmt: skip


FORMATS: Mapping[str, Callable[[Compared], str]] = {"md": markdown, "html": html}


def _revision(one: Revision) -> dict[str, str | None]:
    corrected = one.corrected.isoformat() if one.corrected is not None else None
    return {"revision": one.id, "captured": one.captured.isoformat(), "origin": one.origin, "corrected": corrected}


def _head(found: Compared) -> list[str]:
    about = [found.article.url] if found.article.url else []
    times = f"Earlier text: {made_words(found.old)}; later text: {made_words(found.new)}"
    counts = f"Marks whose words differ: {len(found.touched)}; marks with the same words: {found.same}"
    made_here = [_MADE_HERE] if any(is_correction(one) for one in (found.old, found.new)) else []
    return [*about, times, *made_here, f"Places where the captures differ: {len(found.differences)}", counts]


def _change(one: Touched) -> str:
    return _TOLD[one.outcome] if one.old else _ADDED


def _plain(text: str) -> str:
    """Words of the page are words in Markdown too."""
    return re.sub(r"([\\`*_{}\[\]<>#|~!&])", r"\\\1", " ".join(text.split()))


def _struck(pieces: list[Run], sign: str) -> str:
    made = []
    for piece in pieces:
        core = _plain(piece.text)
        lead, tail = piece.text[:1].isspace() * " ", piece.text[-1:].isspace() * " "
        made.append(lead + (f"{sign}{core}{sign}" if piece.differs and core else core) + tail * bool(core))
    return "".join(made)


def _tagged(pieces: list[Run], tag: str) -> str:
    return "".join(f"<{tag}>{escape(p.text)}</{tag}>" if p.differs else escape(p.text) for p in pieces)
