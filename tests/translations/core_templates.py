"""The sentences of the core, read from its source: every template that a message or an error of ours is made with.

lupdate could be given names of functions that take a text to translate, but in Python it puts such a text into the
context of the class around it and takes a second text for a remark. So the templates are listed for it.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONTEXT = "Core"
_HOLE = re.compile(r"\{(\d)\}")
# Where a message is made of another one, whose template is known there already.
_SAME = {"reader/messages.py", "reader/sandbox/message_codec.py", "reader/errors.py"}


@dataclass(frozen=True, slots=True)
class Made:
    """One place where a message is made: its templates (two where a condition chooses), and how many holes it fills.

    No template: it is not written out there. `holes` is -1 for a text that is filled elsewhere.
    """

    place: str
    templates: tuple[str, ...]
    holes: int

    @property
    def is_sound(self) -> bool:
        """Whether there is a template with as many holes as are filled."""
        used = {hole for template in self.templates for hole in _holes(template)}
        return bool(self.templates) and (self.holes < 0 or used == set(range(self.holes)))


def files(*folders: str) -> list[Path]:
    """The source files of these folders."""
    return [file for folder in folders for file in sorted((ROOT / folder).rglob("*.py"))]


def core_templates() -> list[str]:
    """What is to be translated: all that can reach the window. The command line's own sentences cannot."""
    found = {t for one in made(files("reader")) if not one.place.startswith("reader/commands/") for t in one.templates}
    return sorted(template for template in found if re.search(r"[^\W\d_]", _HOLE.sub("", template)))


def for_lupdate() -> str:
    """A Python file with all of them, as lupdate reads it."""
    return "".join(f'QT_TRANSLATE_NOOP("{CONTEXT}", {json.dumps(t, ensure_ascii=False)})\n' for t in core_templates())


def made(sources: Iterable[Path]) -> Iterator[Made]:
    """Every message and error of ours that is made in `sources`."""
    trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in sources}
    errors = _errors([node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)])
    for file, tree in trees.items():
        name = file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.name
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and name not in _SAME and (kind := _kind(node, errors)):
                yield _made(node, kind, name)
            elif isinstance(node, ast.ClassDef) and node.name in errors:
                yield from (_made(call, node.name, name) for call in _handed_up(node))


def _errors(classes: list[ast.ClassDef]) -> dict[str, bool]:
    """The classes of errors that carry a message; False for one that is not made with a template itself."""
    found = {"MessageError": True}
    for _ in classes:  # as often as one may stand on another
        for one in classes:
            bases = [found[name] for base in one.bases if (name := ast.unparse(base).split(".")[-1]) in found]
            if bases:
                found[one.name] = all(bases) and not _has_init(one)
    found["MessageError"] = True
    return found


def _has_init(one: ast.ClassDef) -> bool:
    return any(isinstance(part, ast.FunctionDef) and part.name == "__init__" for part in one.body)


def _handed_up(one: ast.ClassDef) -> Iterator[ast.Call]:
    """`super().__init__(…)` with a template."""
    if one.name != "MessageError":
        calls = (node for node in ast.walk(one) if isinstance(node, ast.Call))
        yield from (call for call in calls if ast.unparse(call.func) == "super().__init__")


def _kind(call: ast.Call, errors: dict[str, bool]) -> str:
    name = ast.unparse(call.func).split(".")[-1]
    return name if name in ("Message", "translatable") or errors.get(name) else ""


def _made(call: ast.Call, kind: str, file: str) -> Made:
    plain = call.args and not call.keywords and not any(isinstance(one, ast.Starred) for one in call.args)
    holes = -1 if kind == "translatable" else len(call.args) - 1
    return Made(f"{file}:{call.lineno}", tuple(_literals(call.args[0])) if plain else (), holes)


def _literals(node: ast.expr) -> list[str]:
    """The literal, or both of a conditional expression; none when it is anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        both = _literals(node.body), _literals(node.orelse)
        return [*both[0], *both[1]] if all(both) else []
    return []


def _holes(template: str) -> set[int]:
    return {int(number) for number in _HOLE.findall(template)}
