"""Steps of undo in words of the reader's language: what was done, and where."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.model.steps import Step
from ui.language.i18n import edit_name

_LONGEST = 40  # characters of a title within a sentence
translate = QCoreApplication.translate


def step_words(step: Step, open_id: str = "") -> str:
    """Return what was done and, unless that was only in the open article, where."""
    name, titles = edit_name(step.name), [shortened(one.title) for one in step.articles if one.title]
    if step.everywhere:
        return translate("Steps", "{0} (whole library)").format(name)
    if step.count > 1:
        return translate("Steps", "{0} in {1} articles").format(name, step.count)
    if step.touches(open_id) and not step.moves:
        return name
    return translate("Steps", "{0} in “{1}”").format(name, titles[0]) if titles else name


def place_words(step: Step) -> str:
    """Return where a step was made: the article, how many, or the whole library."""
    if step.everywhere:
        return translate("Steps", "Whole library")
    title = step.articles[0].title or translate("Steps", "(no longer here)")
    if step.count == 1:
        return title
    return translate("Steps", "{0} and {1} more").format(title, step.count - 1)


def named(text: str, step: Step | None, open_id: str) -> str:
    """Return the words of an action of undo with the step that comes next, for a menu."""
    return f"{text} {step_words(step, open_id).replace('&', '&&')}" if step is not None else text


def shortened(title: str) -> str:
    """Return a title that fits into a sentence or a menu."""
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…"
