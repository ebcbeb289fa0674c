"""What the core says of the library, marks and sets. Holes are data, but in `NESTING`: there they may be phrases."""

from __future__ import annotations

from ui.language.i18n import QT_TRANSLATE_NOOP

SENTENCES = (
    # The library and what is in it.
    QT_TRANSLATE_NOOP("Core", "there is no library at {0}"),
    QT_TRANSLATE_NOOP("Core", "{0} was made by an older Tilik; it must be upgraded, which needs to write"),
    QT_TRANSLATE_NOOP("Core", "{0} can only be read; the change was not made"),
    QT_TRANSLATE_NOOP("Core", "something this change needs is no longer there; nothing was changed ({0})"),
    QT_TRANSLATE_NOOP("Core", "the upgraded copy is not sound: {0}"),
    QT_TRANSLATE_NOOP("Core", "{0} is a database, but not a Tilik library; it was left as it is"),
    QT_TRANSLATE_NOOP("Core", "{0} was made by a newer Tilik (schema {1}, this one knows {2}); it was left as it is"),
    QT_TRANSLATE_NOOP("Core", "process {0} on {1}"),
    QT_TRANSLATE_NOOP("Core", "its holder left no note"),
    QT_TRANSLATE_NOOP("Core", "there is no article {0} in this library"),
    QT_TRANSLATE_NOOP("Core", "{0} names several articles: {1}"),
    QT_TRANSLATE_NOOP("Core", "there is no revision {0} of this article"),
    QT_TRANSLATE_NOOP("Core", "{0} has no address to capture it from"),
    QT_TRANSLATE_NOOP("Core", "{0} was captured only once"),
    QT_TRANSLATE_NOOP("Core", "there is no state {0}; there are {1}"),
    QT_TRANSLATE_NOOP("Core", "there is no room left on the disk"),
    QT_TRANSLATE_NOOP("Core", "article {0} has no text"),
    QT_TRANSLATE_NOOP("Core", "annotation {0} does not say the words at its place in article {1}"),
    # Marks and texts.
    QT_TRANSLATE_NOOP("Core", "no such span in revision {0} ({1} characters): {2}"),
    QT_TRANSLATE_NOOP("Core", "there are no words in that selection"),
    QT_TRANSLATE_NOOP("Core", "a mark needs at least one word"),
    QT_TRANSLATE_NOOP("Core", "a mark cannot be linked to itself"),
    QT_TRANSLATE_NOOP("Core", "this is the only block of the article"),
    QT_TRANSLATE_NOOP("Core", "{0} marks stand on these words; delete them or move them first"),
    # How a carried mark was found again.
    QT_TRANSLATE_NOOP("Core", "same place"),
    QT_TRANSLATE_NOOP("Core", "moved with the words around it"),
    QT_TRANSLATE_NOOP("Core", "the same words were found elsewhere"),
    QT_TRANSLATE_NOOP("Core", "the same words stand there twice"),
    QT_TRANSLATE_NOOP("Core", "the words differ"),
    QT_TRANSLATE_NOOP("Core", "the same words, but too little beside them is the same"),
    QT_TRANSLATE_NOOP("Core", "a negation was put beside it or taken away"),
    QT_TRANSLATE_NOOP("Core", "other words stand in its place"),
    QT_TRANSLATE_NOOP("Core", "only alike words were found"),
    QT_TRANSLATE_NOOP("Core", "nothing like it was found"),
    QT_TRANSLATE_NOOP("Core", "it holds no words"),
)

NESTING = (
    # The library and what is in it.
    QT_TRANSLATE_NOOP("Core", "there is no {0} {1} in this library"),
    QT_TRANSLATE_NOOP("Core", "{0} {1} was changed meanwhile; nothing was changed"),
    QT_TRANSLATE_NOOP("Core", "{0} is open in another Tilik ({1}); close it there first"),
    QT_TRANSLATE_NOOP("Core", "{0} cannot be read as a library: {1}. The last backup is {2}"),
    QT_TRANSLATE_NOOP("Core", "{0} cannot be read as a library: {1}. There is no backup beside it"),
    QT_TRANSLATE_NOOP("Core", "{0} is damaged, no backup was made: {1}"),
    QT_TRANSLATE_NOOP("Core", "{0} could not be upgraded and was left as it is (backup: {1}): {2}"),
    QT_TRANSLATE_NOOP("Core", "the file is damaged: {0}"),
    QT_TRANSLATE_NOOP("Core", "{0} row {1} points at a {2} that is not there"),
    # Sets that were brought.
    QT_TRANSLATE_NOOP("Core", "{0}: nothing in it could be taken ({1})"),
    QT_TRANSLATE_NOOP("Core", "{0}: line {1}: {2}"),
    QT_TRANSLATE_NOOP("Core", "{0}: line {1}, column {2}: not JSON: {3}"),
    QT_TRANSLATE_NOOP("Core", "not JSON: {0}"),
    QT_TRANSLATE_NOOP("Core", "{0} at column {1}"),
    QT_TRANSLATE_NOOP("Core", "{0}; it was left out"),
    QT_TRANSLATE_NOOP("Core", "{0}: labels: {1}"),
    QT_TRANSLATE_NOOP("Core", "line {0}: {1}"),
    QT_TRANSLATE_NOOP("Core", "annotation {0}: {1}"),
    QT_TRANSLATE_NOOP("Core", "article {0}: {1}"),
    QT_TRANSLATE_NOOP("Core", "{0} {1} differs from the one here; ours was kept"),
    QT_TRANSLATE_NOOP("Core", "the text it speaks of ({0}) is not in the file"),
    QT_TRANSLATE_NOOP("Core", "the set holds a value that JSON cannot: {0}"),
    QT_TRANSLATE_NOOP("Core", "not UTF-8 text ({0} at byte {1})"),
    QT_TRANSLATE_NOOP("Core", "{0} is not an object"),
)
