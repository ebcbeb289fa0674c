"""Deleted for good, and the change log made smaller: the only places where what is stored is not kept for undo."""
