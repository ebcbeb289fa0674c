"""The names of the first object in a file of JSON, as far as its first bytes show them.

A word is looked for as a name and not as bytes: a text may consist of `annotations`, a note may quote `@context`.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(rb'"((?:[^"\\]|\\.)*)"(\s*:)?|[\[{]|[\]}]', re.DOTALL)


def first_names(head: bytes) -> frozenset[bytes]:
    """Return the names of the first object, which may stand in a list, without those of objects inside it."""
    found, depth, outer = set[bytes](), 0, 2 if head[:1] == b"[" else 1
    for token in _TOKEN.finditer(head):
        sign = token[0][:1]
        if sign == b'"':
            if token[2] and depth == outer:
                found.add(token[1])
        elif sign in b"[{":
            depth += 1
        else:
            depth -= 1
            if depth < outer:
                break
    return frozenset(found)
