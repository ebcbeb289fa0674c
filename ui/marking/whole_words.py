"""A mark that would cut a word is asked about: half a word is no evidence."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.spans import Span
from ui.article.view import ArticleView
from ui.article.word_ends import cuts_word, snapped


def agreed_words(view: ArticleView, spans: Sequence[Span]) -> list[Span] | None:
    """Return `spans`, stretched to whole words where the reader says so; None when she gives up.

    Nothing is asked where no span begins or ends inside a word, nor where words are not snapped to at all.
    """
    cut = next((span for span in spans if cuts_word(view.text, span)), None)
    if cut is None or not view.snaps:
        return list(spans)
    from ui.dialogs.cut_word import CutWord  # no first paint needs it

    box = CutWord(cut.of(view.text), snapped(view.text, cut).of(view.text), view)
    box.exec()
    if box.clickedButton() is box.whole:
        return [snapped(view.text, span) for span in spans]
    return list(spans) if box.clickedButton() is box.letters else None
