"""What the core says of claims, sources and attributions. Holes are data."""

from __future__ import annotations

from ui.language.i18n import QT_TRANSLATE_NOOP

SENTENCES = (
    QT_TRANSLATE_NOOP("Core", "a claim needs words"),
    QT_TRANSLATE_NOOP("Core", "a source needs a name"),
    QT_TRANSLATE_NOOP("Core", "a claim is merged with other ones"),
    QT_TRANSLATE_NOOP("Core", "a source is merged with other ones"),
    QT_TRANSLATE_NOOP("Core", "a mark is merged with other ones"),
    QT_TRANSLATE_NOOP("Core", "marks of two labels or texts cannot be merged"),
    QT_TRANSLATE_NOOP("Core", "marks of two people cannot be merged"),
    QT_TRANSLATE_NOOP("Core", "only a claim's own mentions can be split off"),
    QT_TRANSLATE_NOOP("Core", "evidence needs an address, a file or a mark"),
    QT_TRANSLATE_NOOP("Core", "a link joins at least two marks"),
    QT_TRANSLATE_NOOP("Core", "an attribution needs the words that were said"),
    QT_TRANSLATE_NOOP("Core", "an attribution cannot be nested in itself"),
    QT_TRANSLATE_NOOP("Core", "claims, sources, evidence and reviews"),
    QT_TRANSLATE_NOOP("Core", "values that only the desk may know"),
    QT_TRANSLATE_NOOP("Core", "never written"),
    QT_TRANSLATE_NOOP("Core", "an attribution has no {0}"),
    QT_TRANSLATE_NOOP("Core", "{0} is {1}, none of {2}"),
)
