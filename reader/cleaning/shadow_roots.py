"""Declarative shadow roots: a browser shows their words in their host's place, and the host's own in the slots.

Tools that save pages write them (`<template shadowrootmode=open>`); the tree keeps a template's content out of itself.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reader.cleaning.tree import children
from reader.cleaning.unseen import shelve_templates

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_TEMPLATES = "template[shadowrootmode], template[shadowroot]"
_MOST, _DEEPEST = 5_000, 20


def open_shadow_roots(tree: LexborHTMLParser) -> None:
    """Put the content of every shadow root where its host shows it."""
    if tree.root is not None:
        open_below(tree, tree.root)


def open_below(tree: LexborHTMLParser, root: LexborNode, depth: int = 0) -> None:
    """Put the content of every shadow root below an element where its host shows it."""
    shelve_templates(tree, root)
    for template in root.css(_TEMPLATES)[:_MOST]:
        host = template.parent
        if host is None or not host.is_element_node:
            continue
        content = template.template_fragments()[0]  # it has one: nothing has been moved yet
        if depth < _DEEPEST:
            open_below(tree, content, depth + 1)
        _compose(tree, host, template, content)


def _compose(tree: LexborHTMLParser, host: LexborNode, template: LexborNode, content: LexborNode) -> None:
    """The host shows the shadow's tree alone, with its own children in the slots that name them."""
    light = [child for child in children(host) if child.mem_id != template.mem_id]
    shown = {child.mem_id for child in _fill_slots(content, light)}
    for child in children(content):
        template.insert_before(child)
    hidden = [
        child
        for child in light
        if child.mem_id not in shown
        and (child.text(deep=True) if child.is_element_node else child.text_content or "").strip()
    ]
    if hidden:
        box = tree.create_node("div")
        box.attrs["hidden"] = ""
        for child in hidden:
            box.insert_child(child)
        template.insert_before(box)
    template.remove()
    for child in light:
        child.remove()


def _fill_slots(content: LexborNode, light: list[LexborNode]) -> list[LexborNode]:
    """The first slot of a name takes all children that ask for it; one that nobody asks for shows what it holds.

    Return the children that a slot has taken.
    """
    taken: list[LexborNode] = []
    asked: dict[str, list[LexborNode]] = defaultdict(list)
    for child in light:
        asked[(child.attributes.get("slot") or "") if child.is_element_node else ""].append(child)
    for slot in content.css("slot"):
        given = asked.pop(slot.attributes.get("name") or "", [])
        if any(child.is_element_node or (child.text_content or "").strip() for child in given):
            for child in given:
                slot.insert_before(child)
            slot.remove()
            taken += given
    return taken
