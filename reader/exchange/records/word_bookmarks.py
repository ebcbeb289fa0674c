"""How the bookmarks of a Word document of ours begin, by which its comments come home."""

from __future__ import annotations

PREFIX = "_Tilik_"  # of the bookmark that says which mark a comment is
ARTICLE = "_Tilika_"  # of the one that says which article begins there
