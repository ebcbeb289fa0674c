"""PDF documents with their text: `lines` reads them by pdfium, `furniture` knows what the paper needs, `paragraphs`
makes blocks of lines, `facts` finds title, author and day."""

from __future__ import annotations

from reader.cleaning.documents.pdf.read import read_pdf

__all__ = ["read_pdf"]
