"""Tooltips that show exactly what they are given: Qt takes text with a tag in it for markup, and opens its pictures."""

from __future__ import annotations

import html

_WIDE = 100  # characters; Qt breaks no line of a plain tooltip


def plain_tooltip(text: str) -> str:
    """Return what to give to `setToolTip` or a `ToolTipRole` so that `text` is shown as it is, long lines broken.

    Every tooltip that is not a fixed text of our own goes through here.
    """
    if "<" not in text and "&" not in text and all(len(line) <= _WIDE for line in text.splitlines()):
        return text
    return f'<p style="white-space: pre-wrap">{html.escape(text, quote=False)}</p>'
