"""`python -m tests.training.same_witness CORPUS`: whether the quickened readability keeps what the package keeps."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from lxml.html import document_fromstring
from readability.readability import Document, Unparseable

from reader.cleaning.decode import decode
from reader.cleaning.html import parse, walk
from reader.cleaning.quick_readability import kept_elements
from reader.cleaning.tame import tamed
from tests.training.corpus import examples


def by_the_package(copy: str) -> frozenset[int]:
    """The numbers of the elements that the package keeps; none when it finds no article."""
    try:
        summary = Document(document_fromstring(copy)).summary(html_partial=True)
    except Unparseable:
        return frozenset()
    return frozenset(int(number) for number in re.findall(r'data-b="(\d+)"', summary))


def main() -> int:
    """Compare page by page; returns 1 when one differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    pages = differing = elements = 0
    for example in examples(parser.parse_args().corpus):
        text, _ = tamed(decode(example.page.data, example.page.encoding, markup=True).text)
        copy = "".join(walk(parse(text), "").copy)
        if not copy.strip():
            continue
        ours, theirs = kept_elements(document_fromstring(copy), "data-b"), by_the_package(copy)
        pages, elements = pages + 1, elements + len(theirs)
        if ours != theirs:
            differing += 1
            print(f"{example.id}: {len(ours ^ theirs)} of {len(theirs)} elements differ")
    print(f"{pages} pages, {elements} kept elements, {differing} pages differ")
    return 1 if differing else 0


if __name__ == "__main__":
    raise SystemExit(main())
