"""Formats of programs in which texts are annotated, one small file each."""
