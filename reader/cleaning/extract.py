"""Which elements readability-lxml keeps. It sees our numbered copy of the page and hands back numbers."""

from __future__ import annotations

import logging
import re

_NUMBER = re.compile(r'data-b="(\d+)"')


def kept_elements(copy: str) -> set[int]:
    """Numbers of the elements in the article's part of the page; empty when it finds none.

    Source: readability-lxml 0.9, Apache-2.0, a port of Arc90's Readability.
    """
    from lxml.etree import LxmlError
    from readability.readability import Document, Unparseable

    logging.getLogger("readability").setLevel(logging.CRITICAL)  # it logs pieces of the page
    try:
        summary = Document(copy).summary(html_partial=True)
    except (Unparseable, LxmlError, ValueError):
        return set()
    return {int(number) for number in _NUMBER.findall(summary)}
