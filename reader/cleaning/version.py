"""Which cleaner made a revision: a later one may judge the same page differently."""

CLEANER = "tilik-cleaner 5"
