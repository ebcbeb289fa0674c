"""One-line changes that break a promise each; the tests named beside them must see every one."""
