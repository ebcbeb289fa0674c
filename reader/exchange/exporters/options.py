"""How an exporter's options are declared, so that a form can be made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from reader.messages import Message


def choice(default: bool, label: Message, help: Message) -> bool:
    """Return a yes-or-no option of a frozen dataclass, with the words a form shows."""
    chosen: bool = field(default=default, metadata={"label": label, "help": help})
    return chosen


def one_of(default: str, choices: Mapping[str, Message], label: Message, help: Message) -> str:
    """Return an option that takes one of `choices`, each with the words a form shows."""
    chosen: str = field(default=default, metadata={"label": label, "help": help, "choices": choices})
    return chosen


def words(default: str, label: Message, help: Message) -> str:
    """Return an option that takes a line of text."""
    written: str = field(default=default, metadata={"label": label, "help": help})
    return written


def older_texts() -> bool:
    """Return the option that formats which come back have in common."""
    return choice(
        False,
        Message("All older texts"),
        Message("Write every text that an article has had; else only those that marks stand on or were made on."),
    )


def folders() -> bool:
    """Return the option that formats with an article's source have in common."""
    return choice(
        False,
        Message("Folders of this computer"),
        Message(
            "Write the folders that saved pages came from. They can name you; without them, files are named alone."
        ),
    )
