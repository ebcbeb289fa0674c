"""Why a block is left out of the text. The reasons are stored, so their words stay as they are."""

from __future__ import annotations

from reader.messages import translatable

HIDDEN = translatable("hidden on the page")
NAVIGATION = translatable("navigation")
COMMENTS = translatable("comments")
SHARE = translatable("share and follow")
READ_ALSO = translatable("read also")
PROMOTION = translatable("promotion")
FORM = translatable("form or button")
FALLBACK = translatable("shown only without scripts or media")
FOOTER = translatable("page footer")
OTHER_CAPTION = translatable("caption of another story")
COUNTER = translatable("counter")
READING_TIME = translatable("reading time")
NOT_ARTICLE = translatable("not part of the article")
REPEATED = translatable("repeated")
EDITOR_LINE = translatable("editor line (kept as metadata)")
BYLINE = translatable("byline (kept as metadata)")
SECTION_LABEL = translatable("section label")
NO_ADDRESS = translatable("picture without an address")
REFUSED_PICTURE = translatable("picture too large, broken or of a kind that is not shown")
STRUCK = translatable("struck out by the publisher")
DATA_ONLY = translatable("in the page's data only")
PAGE_FURNITURE = translatable("page number, running head or foot")
BY_HAND = translatable("taken out by hand")
