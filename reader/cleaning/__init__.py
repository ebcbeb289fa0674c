"""A page in, an article out: `clean` in this process, `Worker` in one that can be killed.

Nothing of the page's markup survives: the article is built from an allow-list of blocks and inline
marks over an HTML5 tree. Every visible block of the page is either in the article or in `left_out`
with the reason. Heavy libraries (lxml, readability, htmldate, chardet, Pillow) are imported where used.
"""

from reader.cleaning.clean import clean
from reader.cleaning.pool import Workers
from reader.cleaning.version import CLEANER
from reader.cleaning.worker import Worker

__all__ = ["CLEANER", "Worker", "Workers", "clean"]
