"""Pictures that came with a page: what leads to them is put into the page, and after the cleaning they take its place.

Only pictures of kept figures are unpacked to the end; of the others the head is looked at, if at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape

from reader.cleaning import images
from reader.cleaning.links import web
from reader.cleaning.pictures import is_picture, measured
from reader.cleaning.saved.parts import Part, Parts
from reader.cleaning.saved.tags import Tag, tags
from reader.model.articles import Block, BlockKind
from reader.model.pages import Cleaned, Picture
from reader.notices import PICTURES, notice

_STANDS_FOR = "https://picture.invalid/"  # no such host can be; the number of the picture follows
_VARIABLE = re.compile(r"var\((--sf-img-\d+)\)")
_VARIABLES = re.compile(r"(--sf-img-\d+)\s*:\s*url\(\s*\"?(data:image/[^\")]+)", re.I)
_CANDIDATE = re.compile(r"([^\s,]\S*[^\s,])(?:\s+[\d.]+[wxh])*\s*(?:,|$)")
_MOST_CANDIDATES = 50


class Placing:
    """Leads the documents of a page to the pictures that came with it, whichever of their addresses those came by.

    `found` are these pictures by their number, each with its own address on the web.
    """

    def __init__(self, parts: Parts) -> None:
        self.found: list[tuple[Part, str]] = []
        self._parts = parts
        self._any = any(not part.is_text for part in parts.all)
        self._numbers: dict[int, int | None] = {}  # of the parts that were looked at; None: it is no picture

    def into(self, text: str, base: str) -> str:
        """Return the document at `base` with what leads to its pictures."""
        text = _with_shared_pictures(text)
        if not self._any:
            return text
        pieces, at = list[str](), 0
        sources = list[Tag]()  # the choices of a `<picture>` before its `<img>`
        for tag in tags(text, ("picture", "source", "img", "amp-img")):
            if tag.name == "source":
                sources.append(tag)
                continue
            if tag.name != "picture" and (number := self._shown(tag, sources, base)) is not None:
                for source in sources:
                    pieces.append(text[at : source.start])
                    at = source.end
                late = {key: "" for key in tag.attributes if _is_late(key)}
                pieces += [text[at : tag.start], tag.written({**late, "src": f"{_STANDS_FOR}{number}"}, "img")]
                at = tag.end
            sources = []
        return "".join([*pieces, text[at:]])

    def _shown(self, tag: Tag, sources: Sequence[Tag], base: str) -> int | None:
        numbers = (self._number(reference, base) for reference in _references(tag, sources))
        return next((number for number in numbers if number is not None), None)

    def _number(self, reference: str, base: str) -> int | None:
        part = self._parts.at(reference, base)
        if part is None or part.is_text:
            return None
        if id(part) not in self._numbers:
            data = part.read()
            shown = data is not None and is_picture(data)
            self._numbers[id(part)] = len(self.found) if shown else None
            if shown:
                self.found.append((part, part.address or web(reference, base if "://" in base else "")))
        return self._numbers[id(part)]


def _references(tag: Tag, sources: Sequence[Tag]) -> Iterator[str]:
    """By which addresses the picture may have come: the choices of widths, what is loaded late, what stands there."""
    for one in (tag, *sources):
        for key, value in one.attributes.items():
            if key.endswith("srcset"):
                choices = [choice[1] for choice in _CANDIDATE.finditer(value[:20_000])][:_MOST_CANDIDATES]
                yield from sorted(choices, key=lambda choice: choice != images.widest(value))
    yield from (value for key, value in tag.attributes.items() if _is_late(key))
    yield tag.attributes.get("src", "")


def _is_late(key: str) -> bool:
    return key.endswith("srcset") or key.startswith("data-")


def _with_shared_pictures(text: str) -> str:
    """SingleFile writes a picture that is shown twice once, as a variable of the style sheet."""
    if "--sf-img-" not in text:
        return text
    known = {name: unescape(address) for name, address in _VARIABLES.findall(text)}
    pieces, at = [], 0
    for tag in tags(text, ("img",)):
        name = _VARIABLE.search(tag.attributes.get("style", ""))
        if name is not None and name[1] in known:  # once: the second time it would be left out as repeated
            pieces += [text[at : tag.start], tag.written({"src": known.pop(name[1]), "style": ""})]
            at = tag.end
    return "".join([*pieces, text[at:]])


def with_pictures(cleaned: Cleaned, found: Sequence[tuple[Part, str]]) -> Cleaned:
    """Return the article with the pictures that came with its page. One that is broken or too large is said."""
    if not found:
        return cleaned
    kept: dict[str, Picture] = {picture.id: picture for picture in cleaned.pictures}
    refused = 0
    blocks = []
    for block in cleaned.blocks:
        number = _number_of(block)
        if number is not None and number < len(found):
            block, picture = _shown(block, *found[number])
            refused += picture is None
            kept |= {picture.id: picture} if picture is not None else {}
        blocks.append(block)
    said = (notice(PICTURES, refused),) if refused else ()
    return replace(cleaned, blocks=tuple(blocks), pictures=tuple(kept.values()), notices=(*cleaned.notices, *said))


def _number_of(block: Block) -> int | None:
    address = block.attrs.get("src", "") if block.kind is BlockKind.FIGURE else ""
    number = address.removeprefix(_STANDS_FOR)
    return int(number) if number != address and number.isdecimal() else None


def _shown(block: Block, part: Part, address: str) -> tuple[Block, Picture | None]:
    """The figure with its picture. Of a file beside the page it keeps the name, so that the picture is found again when
    the page is cleaned again."""
    data = part.read()
    picture = measured(data) if data is not None else None
    attrs = {key: value for key, value in block.attrs.items() if key != "src"}
    attrs |= {"src": address} if address else {}
    attrs |= {"picture": picture.id} if picture is not None else {}
    attrs |= {"file": part.file} if part.file and picture is not None else {}
    return replace(block, attrs=attrs), picture
