"""Tilik's core: articles, marks and sets, with no window and no Qt."""

__version__ = "0.1.0"
