"""JSON-LD of a page (schema.org), read with patience: broken pieces are passed over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_ARTICLES = (
    "article", "newsarticle", "blogposting", "reportagenewsarticle", "liveblogposting", "analysisnewsarticle",
    "opinionnewsarticle", "socialmediaposting", "techarticle", "backgroundnewsarticle", "reviewnewsarticle",
)  # fmt: skip
_DEEPEST = 6
_MOST = 500


def article_data(tree: LexborHTMLParser) -> dict[str, Any]:
    """Return the first object that describes an article, or an empty one."""
    for node in tree.css('script[type="application/ld+json"]'):
        for item in _objects(_loaded(node.text() or "")):
            if any(kind.lower() in _ARTICLES for kind in _kinds(item)):
                return item
    return {}


def article_body(data: dict[str, Any]) -> str:
    """Return the article's text as the page's `article_data` gives it, possibly cut or with markup; empty when it
    gives none."""
    return next((body for key in ("articleBody", "text") if isinstance(body := data.get(key), str)), "")


def words(value: Any) -> str:
    """Return A text value; the name of an object; the names of a list, joined by commas."""
    if isinstance(value, str):
        return " ".join(value.split())[:1000]
    if isinstance(value, dict):
        return words(value.get("name")) if isinstance(value.get("name"), str) else ""
    if isinstance(value, list):
        return ", ".join(
            dict.fromkeys(w for item in value[:20] if (w := words(item) if not isinstance(item, list) else ""))
        )
    return ""


def _loaded(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _kinds(item: dict[str, Any]) -> list[str]:
    kind = item.get("@type")
    return [k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str)]


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    queue, seen = [(value, 0)], 0
    while queue and seen < _MOST:
        item, depth = queue.pop(0)
        seen += 1
        if isinstance(item, dict):
            yield item
            inner = [item.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")]
        else:
            inner = item if isinstance(item, list) else []
        if depth < _DEEPEST:
            queue += [(x, depth + 1) for x in inner[:_MOST] if isinstance(x, dict | list)]
