"""The evidence bundle, a zip: originals, texts, captures with their hashes, lists, an extract of the log, `verify.py`.

The same set gives the same bytes. Every item is in `manifest-sha256.txt`, in the form that `sha256sum -c` reads, and
that list has a seal. What may not leave the desk was taken out of the documents before they come here; of an article
whose files stay with the desk the text stays, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from reader.exchange.exporters.bundle.items import Items, template
from reader.exchange.exporters.bundle.rows import Bundle
from reader.exchange.exporters.exporter import Exporter, Profile, all_but
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.losses import FOLDERS, PROTECTED_FILES
from reader.exchange.exporters.options import language
from reader.exchange.exporters.package import package
from reader.exchange.records import without_folders
from reader.messages import Message
from reader.model.dataset import Dataset, Document
from reader.progress import Progress


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for an evidence bundle."""

    language: str = language()


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Yield one article after the other; lists and the manifest come when all have gone by."""
    with package(out, is_packed=False) as made:
        items = Items(made)
        bundle = Bundle(items, dataset, options.language)
        title = {"en": "Evidence bundle", "id": "Berkas bukti"}[options.language]
        readme = template(f"bundle_readme.{options.language}.txt")
        readme = readme.replace("{{ name }}", title).replace("{{ line }}", "=" * len(title))
        items.put(bundle.say("README") + ".txt", readme.encode())
        for done, document in enumerate(dataset.documents(), 1):
            bundle.add(without_folders(document))
            yield Progress(done, dataset.count, document.article.title)
        bundle.end()
        script = template("verify.py.txt").replace('LANGUAGE = "en"', f'LANGUAGE = "{options.language}"')
        items.put("verify.py", script.encode())
        items.seal()


def losses(document: Document, _options: Options) -> Iterator[tuple[str, str]]:
    """Yield the folders of this computer that are not written."""
    if without_folders(document) != document:
        yield FOLDERS, document.article.id


EXPORTER = Exporter(
    "bundle",
    Message("Evidence bundle"),
    ".zip",
    "application/zip",
    Message("For assessors (IFCN, EFCSN), lawyers, partner desks: the evidence, and how to see that it is unchanged."),
    Options,
    Profile(
        all_but(
            *(F.PICTURES, F.STRUCTURE, F.SPANNED_CELLS, F.STRUCK, F.LEFT_OUT, F.METADATA, F.ARTICLE_TAGS, F.STATES),
            *(F.PUBLISHER_VALUES, F.ARTICLE_EXTRA, F.EXTRA, F.ORIGINS, F.LINK_EXTRA, F.LABELS),
        ),
        instead={
            F.STRUCTURE: Message("the plain texts and the original files are written"),
            F.LEFT_OUT: Message("the original files are written"),
            F.STRUCK: Message("the original files are written"),
            F.PICTURES: Message("the original files are written"),
            F.METADATA: Message("title, site, byline, date, language and address are written"),
            F.PUBLISHER_VALUES: Message("the corrected values are written"),
            PROTECTED_FILES: Message("withheld, with the text that was read from them"),
        },
    ),
    write,
    losses,
    opens=rb"PK\x03\x04.{26}(?:README|BACA-SAYA)\.txt",
)
