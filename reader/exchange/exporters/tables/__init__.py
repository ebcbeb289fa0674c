"""Formats that are tables: CSV, the workbook, Parquet."""
