"""Documents as plain JSON values and back, the one shape that our set formats share.

Offsets are code points, half-open. Free-form mappings travel as JSON text ("" when empty) so that every
record has the same columns and a table reader never guesses a type. Times are ISO 8601 in UTC.
"""

from __future__ import annotations

from reader.exchange.records.back import (
    Read,
    RecordError,
    belonging_to_none,
    document_of,
    label_of,
    mapping_of,
    objects,
    time_of,
)
from reader.exchange.records.ids import Ids
from reader.exchange.records.out import document_out, label_out, local_name, without_folders
from reader.exchange.records.plain_values import json_text, plain_json, time_out
from reader.exchange.records.told import NEWER, Told

__all__ = [
    "NEWER",
    "Ids",
    "Read",
    "RecordError",
    "Told",
    "belonging_to_none",
    "document_of",
    "document_out",
    "json_text",
    "label_of",
    "label_out",
    "local_name",
    "mapping_of",
    "objects",
    "plain_json",
    "time_of",
    "time_out",
    "without_folders",
]
