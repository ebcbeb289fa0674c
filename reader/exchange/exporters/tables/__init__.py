"""Tables: CSV and the workbook."""
