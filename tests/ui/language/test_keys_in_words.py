"""No message of the window names the key of an action in plain words: the user may have given it another."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest

from tests.translations.translations import INDONESIAN

# What says keys that are no action's: those of a pane or window of its own, which stand in `PANE_KEYS`, and the
# modifiers that go with the mouse.
OF_PANES = {
    "Board", "BoardWindow", "ClaimsPage", "SourcesPage", "MatrixPage", "CompareWindow", "LeftOutDrawer",
    "OutcomeDrawer", "PaneKeys", "KeyEditor",
}  # fmt: skip
KEY = re.compile(r"(?:Ctrl|Alt|Shift)\+(?!click|drag|Enter)\S|\bF\d{1,2}\b|\((?:⇧?[A-Z]|Del|/)\)|[Pp]ress [A-Z0-9]\b")


def told() -> Iterator[tuple[str, str]]:
    for context in ET.parse(INDONESIAN).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name") or "", message.findtext("source") or ""


def test_no_message_names_the_key_of_an_action() -> None:
    assert [(where, text) for where, text in told() if where not in OF_PANES and KEY.search(text)] == []


@pytest.mark.parametrize("text", ["Note (N)", "press J", "Ctrl+Z brings it back.", "Find (⇧L)", "F3 next"])
def test_such_a_message_is_found(text: str) -> None:
    assert KEY.search(text)
