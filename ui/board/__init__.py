"""The claims board: a window of its own over the claims and sources of the library."""
