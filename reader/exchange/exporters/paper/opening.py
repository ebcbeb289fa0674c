"""How the files of papers begin, by which an earlier one is known to be replaced, and what kinds of files they are."""

from __future__ import annotations

from reader.exchange.exporters.paper.html import GENERATOR

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML_OPENS = rb'<!DOCTYPE html>\n<html lang="(?:en|id)">\n<head>\n<meta charset="utf-8">\n' + GENERATOR.encode()
WORD_OPENS = rb"PK\x03\x04.{26}\[Content_Types\]\.xml"
PDF_OPENS = rb"%PDF-1\.[4-9]|%PDF-2\.0"
