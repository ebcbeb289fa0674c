"""Bytes of stored pictures are decoded in the sandbox: what is broken, disguised or too large shows nothing, and no
decoder of Qt's sees a byte."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from reader.cleaning import pixels, pixels_child
from reader.cleaning.pixels import PictureReader, Pixels
from reader.model.pages import Picture
from reader.sandbox import confined_process
from reader.sandbox.confined_process import EndedError
from ui.article import figures

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'


def png(width: int, height: int, colour: tuple[int, ...] = (0x22, 0x66, 0xAA), kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGBA" if len(colour) > 3 else "RGB", (width, height), colour).save(out, kind)
    return out.getvalue()


def huge() -> bytes:
    """A PNG whose head says 30,000 x 30,000, with a few bytes behind it."""
    head = struct.pack(">II5B", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(90_001))), (b"IEND", b"")]
    parts = [struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def many() -> bytes:
    """A whole picture of more pixels than are decoded, in few bytes."""
    out = io.BytesIO()
    Image.new("1", (9_000, 9_000)).save(out, "PNG")
    return out.getvalue()


def stored(data: bytes, media_type: str = "image/png") -> Picture:
    return Picture("x" * 64, media_type, data, 9, 9)


@pytest.fixture(scope="module")
def reader() -> Iterator[PictureReader]:
    made = PictureReader()
    yield made
    made.close()


def test_a_picture_comes_as_it_is_and_a_wide_one_smaller(reader: PictureReader) -> None:
    assert reader.pixels(png(3, 2), 100) == Pixels(3, 2, b"\x22\x66\xaa\xff" * 6)
    assert reader.pixels(png(2, 1, (1, 2, 3, 4)), 100) == Pixels(2, 1, b"\1\2\3\4" * 2)
    for kind in ("JPEG", "GIF", "WEBP", "BMP", "PNG"):
        found = reader.pixels(png(400, 100, kind=kind), 100)
        assert found is not None and (found.width, found.height, len(found.data)) == (100, 25, 10_000), kind


@pytest.mark.parametrize(
    "data",
    [
        b"", SVG, huge(), many(), png(60, 60)[:-40], png(60, 60)[:30], b"GIF89a" + bytes(40),
        b"%!PS-Adobe-3.0 EPSF-3.0\n", b"\0",
    ],
    ids=["empty", "svg", "huge", "many", "cut", "head", "gif", "postscript", "zeros"],
)  # fmt: skip
def test_what_is_no_whole_picture_of_ours_shows_nothing_and_the_next_is_decoded(
    reader: PictureReader, data: bytes
) -> None:
    assert reader.pixels(data, 100) is None
    assert reader.pixels(png(3, 2), 100) is not None


def test_a_picture_in_disguise_is_decoded_by_what_it_is_and_never_by_qt(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("loadFromData", "fromData", "load"):
        monkeypatch.setattr(QImage, name, lambda *_words: pytest.fail("a decoder of Qt's was asked"))
    assert figures.image_of(stored(SVG), 100) is None and figures.image_of(stored(SVG, "image/svg+xml"), 100) is None
    found = figures.image_of(stored(png(3, 2), "image/jpeg"), 100)
    assert found is not None and (found.width(), found.pixelColor(0, 0).name()) == (3, "#2266aa")


def test_nothing_in_the_window_but_what_we_made_is_given_to_a_decoder() -> None:
    """Who else calls one, and on what: icons and the manual are ours, the preview is a page that Typst drew."""
    ours = {"ui/look/icons.py", "ui/manual/page_look.py", "ui/dialogs/export_preview.py", "ui/app.py"}
    words = ("QImageReader", "loadFromData", "QMovie", "QSvgRenderer", "QImage(document", "QIcon(str")
    root = Path(figures.__file__).parents[2]
    found = {
        file.relative_to(root).as_posix()
        for file in (root / "ui").rglob("*.py")
        if any(word in file.read_text("utf-8") for word in words)
    }
    assert found == ours


def test_a_process_that_breaks_or_lies_costs_one_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([b"[9,9]", b"short", b"[1000000,1000000]", b"[3,-2]", b"x", b"[" * 50])

    class Odd:
        def __init__(self, *_words: str, **_limits: float) -> None: ...

        def send(self, *_messages: bytes) -> None: ...

        def close(self) -> None: ...

        def receive(self, most: int) -> bytes:
            found = next(answers, None)
            if found is None or len(found) > most:
                raise EndedError(confined_process.BROKEN)
            return found

    monkeypatch.setattr(pixels, "ConfinedProcess", Odd)
    reader = PictureReader()
    assert [reader.pixels(b"", 100) for _ in range(7)] == [None] * 7


def test_the_decoder_knows_no_other_formats() -> None:
    out = io.BytesIO()
    Image.new("RGB", (9, 9)).save(out, "TIFF")
    assert pixels_child.decoded(out.getvalue(), 100) is None
