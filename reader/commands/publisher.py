"""`tilik publisher`: who publishes the reviews of the library, and on which scale; for ClaimReview and Check."""

from __future__ import annotations

import argparse
from dataclasses import replace

from reader.commands import exits
from reader.commands.opening import open_library
from reader.commands.output import Output
from reader.errors import TilikError
from reader.model.publisher import GRADES, LANGUAGES, PUBLISHER, Grade, Publisher, parsed, written


def publisher(options: argparse.Namespace, out: Output) -> int:
    """Change what is given, if anything is, and tell all of it."""
    given = {name: value for name in ("name", "address", "logo", "worst", "best")
             if (value := getattr(options, name)) is not None}  # fmt: skip
    is_changed = bool(given or options.grade or options.call)
    with open_library(options, readonly=not is_changed) as library:
        made = before = parsed(library.setting(PUBLISHER))
        if is_changed:
            made = _named(_graded(replace(before, **given), options.grade), options.call)
            _check(made)
            if made != before:
                library.remember_setting(PUBLISHER, written(made))
    _tell(made, out, is_changed=made != before)
    return exits.DONE


def _graded(made: Publisher, given: list[str]) -> Publisher:
    for one in given:
        key, _, value = one.partition("=")
        grade = made.grade(_known(key))
        if value != "none" and not value.lstrip("-").isdecimal():
            raise TilikError("{0} is not a number of the scale, nor none", repr(value))
        made = made.with_grade(key, replace(grade, value=None if value == "none" else int(value)))
    return made


def _named(made: Publisher, given: list[str]) -> Publisher:
    for one in given:
        where, _, name = one.partition("=")
        key, _, language = where.partition(":")
        if language not in LANGUAGES or not name.strip():
            raise TilikError("{0} is not RATING:LANGUAGE=NAME, as in salah:en=False", repr(one))
        grade = made.grade(_known(key))
        made = made.with_grade(key, Grade(grade.value, {**grade.names, language: name.strip()}))
    return made


def _known(key: str) -> str:
    if key not in GRADES:
        raise TilikError("there is no rating {0}; there are {1}", repr(key), ", ".join(GRADES))
    return key


def _check(made: Publisher) -> None:
    if problems := made.problems():
        what = ", ".join(problems)
        raise TilikError("the scale from {0} to {1} does not hold: {2}", made.worst, made.best, what)
    for name in ("address", "logo"):
        value = getattr(made, name)
        if value and not value.startswith(("https://", "http://")):
            raise TilikError("{0} is no address of the web: {1}", name, repr(value))


def _tell(made: Publisher, out: Output, *, is_changed: bool) -> None:
    grades = {key: made.grade(key) for key in GRADES}
    values = {name: getattr(made, name) for name in ("name", "address", "logo", "worst", "best")}
    lines = [f"{name}\t{value}" for name, value in values.items()]
    lines += ["\t".join((key, str(g.value), *(g.names[one] for one in LANGUAGES))) for key, g in grades.items()]
    record = {key: {"value": grade.value, "names": dict(grade.names)} for key, grade in grades.items()}
    out.result({**values, "grades": record, "changed": is_changed}, "\n".join(lines))
