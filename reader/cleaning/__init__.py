"""A page in, an article out: `clean` in this process, `Worker` in one that can be killed.

Nothing of the page's markup survives: the article is built from an allow-list of blocks and inline
marks over an HTML5 tree. Every visible block of the page is either in the article or in `left_out`
with the reason. What cleans, and the heavy libraries (lxml, readability, htmldate, chardet, Pillow), is imported
where it is used: whoever sends pages to a worker needs none of it.
"""

from reader.cleaning.pool import Workers
from reader.cleaning.version import CLEANER
from reader.cleaning.worker import Worker
from reader.model.pages import Cleaned, Page

__all__ = ["CLEANER", "Worker", "Workers", "clean"]


def clean(page: Page) -> Cleaned:
    """Return the article of a page, as `reader.cleaning.by_media_type.clean` makes it, in this process."""
    from reader.cleaning.by_media_type import clean as cleaned

    return cleaned(page)
