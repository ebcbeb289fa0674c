"""Formats of tools in which people and programs label texts."""
