"""Pages as people have them: in one file with their pictures (MHTML, SingleFile, WebScrapBook, MAFF, webarchive),
beside a folder of them, or as a copy of a web archive. They come in with their pictures, their own address and the day
they were saved."""

from __future__ import annotations

from reader.cleaning.saved.opened import Opened
from reader.cleaning.saved.opening import captured_of_text, opened, read_as_saved
from reader.cleaning.saved.placing import with_pictures

__all__ = ["Opened", "captured_of_text", "opened", "read_as_saved", "with_pictures"]
