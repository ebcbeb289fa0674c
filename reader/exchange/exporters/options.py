"""How an exporter's options are declared, so that a form can be made of them."""

from __future__ import annotations

from dataclasses import field

from reader.messages import Message


def choice(default: bool, label: Message, help: Message) -> bool:
    """Return A yes-or-no option of a frozen dataclass, with the words a form shows."""
    chosen: bool = field(default=default, metadata={"label": label, "help": help})
    return chosen


def folders() -> bool:
    """Return the option that formats with an article's source have in common."""
    return choice(
        False,
        Message("Folders of this computer"),
        Message(
            "Write the folders that saved pages came from. They can name you; without them, files are named alone."
        ),
    )
