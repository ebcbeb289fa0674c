"""How an exporter's options are declared, so that a form can be made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import Field, field, fields
from typing import Any

from reader.errors import TilikError
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


def language() -> str:
    """Return the option that formats for people have in common: in which language they are written."""
    return one_of(
        "en",
        {"en": Message("English"), "id": Message("Indonesian")},
        Message("Language"),
        Message("The language of headings, values and explanations; what was written in the library stays as it is."),
    )


def older_texts() -> bool:
    """Return the option that formats which come back have in common."""
    return choice(
        False,
        Message("All older texts"),
        Message("Write every text that an article has had; else only those that marks stand on or were made on."),
    )


def chosen_options(kind: type[Any], given: Sequence[str]) -> Any:
    """Return the options of a format, some of them `given` as `name=value`: yes or no, one of the choices, or text.

    Raises `TilikError` that says what there is.
    """
    known = {f.name: f for f in fields(kind)}
    values: dict[str, Any] = {}
    for one in given:
        name, _, value = one.partition("=")
        if name not in known:
            raise TilikError("there is no option {0}; there are {1}", repr(name), ", ".join(known) or "none")
        values[name] = _value(name, known[name], value)
    return kind(**values)


def _value(name: str, known: Field[Any], value: str) -> Any:
    choices = known.metadata.get("choices")
    if isinstance(known.default, bool):
        if value not in ("yes", "no"):
            raise TilikError("the option {0} is one of {1}, not {2}", name, "yes, no", repr(value))
        return value == "yes"
    if choices is not None and value not in choices:
        raise TilikError("the option {0} is one of {1}, not {2}", name, ", ".join(choices), repr(value))
    return value


def folders() -> bool:
    """Return the option that formats with an article's source have in common."""
    return choice(
        False,
        Message("Folders of this computer"),
        Message(
            "Write the folders that saved pages came from. They can name you; without them, files are named alone."
        ),
    )
