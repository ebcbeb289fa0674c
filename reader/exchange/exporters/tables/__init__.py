"""Formats that are tables of columns with types."""
