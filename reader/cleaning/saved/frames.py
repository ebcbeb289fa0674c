"""Frames that came with a page, put into it as `srcdoc`: their words are the page's, or at least in its file."""

from __future__ import annotations

import re
from html import escape

from reader.cleaning.decode import decode
from reader.cleaning.saved.parts import Part, Parts
from reader.cleaning.saved.placing import Placing
from reader.cleaning.saved.tags import Tag, tags

DEEPEST = 4
MOST = 20_000_000  # characters of frames in one page
_LAST = 1000  # characters at the end in which the page is closed
_FRAMESET = re.compile(r"<(/?)frameset\b", re.I)
_BODY_END = re.compile(r"</body\s*>\s*(?:</html\s*>\s*)?$", re.I)


def framed(text: str, parts: Parts, main: Part | None, base: str, placing: Placing) -> str:
    """Return the page with its pictures and each frame's document in their places, each frame once, and those that no
    frame shows at its end.

    `main` is the page itself among the parts, which is no frame of its own.
    """
    frames = _Frames(parts, {id(part): part for part in parts.all if part.is_text and part is not main}, placing)
    if not frames.left:
        return placing.into(text, base)
    text = frames.into(_FRAMESET.sub(r"<\1div", text), base, 0)
    rest = []
    while frames.left:
        rest.append(frames.document(next(iter(frames.left.values()))))
    end = _BODY_END.search(text, max(0, len(text) - _LAST))
    at = end.start() if end is not None else len(text)
    return "".join([text[:at], *rest, text[at:]])


class _Frames:
    """Puts documents into documents; `left` are those that are in none yet."""

    def __init__(self, parts: Parts, left: dict[int, Part], placing: Placing) -> None:
        self.left = left
        self._parts, self._placing, self._room = parts, placing, MOST

    def into(self, text: str, base: str, depth: int) -> str:
        pieces, at = [], 0
        text = self._placing.into(text, base)
        for tag in tags(text, ("iframe", "frame")):
            part = self._parts.at(tag.attributes.get("src", ""), base)
            if part is not None and id(part) in self.left:
                pieces += [text[at : tag.start], self._shown(tag, part, depth)]
                at = tag.end
        return "".join([*pieces, text[at:]])

    def document(self, part: Part) -> str:
        """Return a part that no frame shows, as a frame of its own."""
        return f'<iframe srcdoc="{escape(self._markup(part, 0))}"></iframe>'

    def _shown(self, tag: Tag, part: Part, depth: int) -> str:
        end = "</iframe>" if tag.name == "frame" else ""
        return tag.written({"srcdoc": self._markup(part, depth)}, "iframe") + end

    def _markup(self, part: Part, depth: int) -> str:
        del self.left[id(part)]
        data = part.read()
        if data is None or len(data) > self._room:
            return ""
        self._room -= len(data)
        text = decode(data, part.charset, markup=part.media_type != "text/plain").text
        if part.media_type == "text/plain":
            return f"<pre>{escape(text)}</pre>"
        return self.into(text, part.base, depth + 1) if depth < DEEPEST else text
