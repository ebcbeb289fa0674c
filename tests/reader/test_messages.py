"""Errors, losses, reasons and notices are templates with holes; what stands in a hole is never read as one."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import notices
from reader.errors import LinkError, SourceError
from reader.foreign_json import JsonError, parsed
from reader.messages import Message, filled
from reader.model.kind_names import kind_word
from reader.sandbox.message_codec import message_back, message_out
from reader.system import write_whole
from reader.system_reasons import reason_of
from tests.translations.core_templates import core_templates, files, made

messages = st.recursive(
    st.builds(Message, st.text()),
    lambda inner: st.builds(
        lambda template, holes: Message(template, *holes), st.text("ab{01} ", max_size=12), st.lists(st.text() | inner)
    ),
    max_leaves=4,
)


def test_every_message_of_core_and_window_has_a_written_template_and_what_fills_it() -> None:
    found = list(made(files("reader", "ui")))
    assert len(found) > 400 and [one for one in found if not one.is_sound] == []


@pytest.mark.parametrize(
    "source",
    [
        'raise SourceError(f"{path} is empty")',
        "raise SourceError(text)",
        'raise SourceError("{0} is empty")',
        'raise SourceError("{0} is {1}", path)',
        'raise SourceError("{0} is empty", path, size)',
        'raise SourceError("{0} is empty", *paths)',
        'raise SourceError("a" + path)',
        'raise SourceError("{0} is empty" if path else text, path)',
        'reason = Message(f"{path}")',
        'class OwnError(SourceError):\n    pass\n\n\nraise OwnError(f"{path}")',
        'class OwnError(SourceError):\n    def __init__(self, path):\n        super().__init__(f"{path}")',
    ],
)
def test_a_message_without_one_is_noticed(tmp_path: Path, source: str) -> None:
    file = tmp_path / "new.py"
    file.write_text(source)
    errors = Path(__file__).parents[2] / "reader" / "errors.py"
    assert [one.place.split(":")[0] for one in made([errors, file]) if not one.is_sound] == ["new.py"]


def test_the_core_is_heard_whole() -> None:
    """What the window shows of the core is among the templates: errors, losses, forms, reasons, system, notices."""
    found = core_templates()
    for told in (
        "{0} is a folder", "links between marks", "Front matter", "navigation", "Permission denied", "same place",
        "{0}: this is {1}, not a page of text", "it MUST have a target", "process {0} on {1}", *notices.ALL,
    ):  # fmt: skip
        assert told in found
    assert not [template for template in found if template in ("{0}", "{0}: {1}")]


def test_an_error_is_its_sentence_and_keeps_its_message() -> None:
    error = SourceError("{0} is larger than {1} MB; no page is", Path("/a/{1}.html"), 7)
    assert str(error) == "/a/{1}.html is larger than 7 MB; no page is"
    outer = LinkError("{0}", error.message)
    assert str(outer) == str(error) and outer.message.holes == (error.message,)


def test_several_messages_in_one_hole_stand_in_a_row() -> None:
    both = (Message("{0} is empty", "a"), Message("left out"))
    assert str(Message("{0} ({1})", "set", both)) == "set (a is empty; left out)"


@given(st.text("ab{01}", max_size=12), st.lists(st.text("{01}", max_size=6), max_size=3))
def test_a_hole_is_filled_once_and_only_there(template: str, holes: list[str]) -> None:
    marks = [f"<{n}>" for n in range(len(holes))]
    expected = filled(template, marks)
    for mark, hole in zip(marks, holes, strict=True):
        expected = expected.replace(mark, hole)
    assert filled(template, holes) == expected


@given(messages)
def test_a_message_comes_through_the_pipe_as_it_is(message: Message) -> None:
    plain = json.dumps(str(message))
    back = message_back(message_out(message))
    assert back == message and json.dumps(str(back)) == plain


@pytest.mark.parametrize(
    "broken", [b"", b"{}", b'["a"]', b"[7,[]]", b'["a",7]', b"[" * 100_000, b'["a",[' * 9 + b"]]" * 9]
)
def test_what_is_no_message_is_refused(broken: bytes) -> None:
    with pytest.raises((ValueError, TypeError, RecursionError)):
        message_back(broken)


def test_half_a_character_does_not_come_through_the_pipe() -> None:
    back = message_back(b'["a\\ud800 {0} {1}",["\\udcff",["{0}",["\\ud83d"]]]]')
    assert str(back) == "a? ? ?"


def test_a_text_in_a_hole_is_changed_wherever_it_stands() -> None:
    message = Message("a {0} {1} {2}", "a", Message("a {0}", "a"), (Message("a {0}", Path("a")),))
    assert str(message.changed(str.upper)) == "a A a A a A"


@pytest.mark.skipif(os.name == "nt", reason="Windows words some of these in its own way")
@pytest.mark.parametrize(
    "number", ["ENOENT", "EACCES", "EPERM", "EISDIR", "ENOTDIR", "ENOSPC", "EDQUOT", "EROFS", "EIO"]
)
def test_reasons_of_the_system_are_messages_in_its_words(number: str) -> None:
    code = getattr(errno, number)
    reason = reason_of(OSError(code, os.strerror(code), "/a"))
    assert isinstance(reason, Message) and str(reason) == os.strerror(code)


def test_other_reasons_keep_their_words() -> None:
    assert reason_of(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"
    assert reason_of(ValueError("Invalid IPv6 URL")) == "Invalid IPv6 URL"


def test_reasons_of_sqlite_are_messages(tmp_path: Path) -> None:
    (tmp_path / "no.db").write_bytes(b"x" * 5000)
    with closing(sqlite3.connect(tmp_path / "no.db")) as raw, pytest.raises(sqlite3.Error) as broken:
        raw.execute("SELECT * FROM sqlite_master")
    with pytest.raises(sqlite3.Error) as gone:
        sqlite3.connect(tmp_path / "none" / "no.db")
    assert reason_of(broken.value) == Message("file is not a database")
    assert reason_of(gone.value) == Message("unable to open database file")


@pytest.mark.parametrize("text", ["{", "[1", "{}x", '{"a"', '"', '"\n"', "{1:2}", "", '{"a":1,}', "[1 2]"])
def test_what_pythons_json_complains_of_is_a_message_in_its_words(text: str) -> None:
    with pytest.raises(json.JSONDecodeError) as theirs:
        json.loads(text)
    with pytest.raises(JsonError) as ours:
        parsed(text)
    assert str(ours.value) == str(theirs.value)
    (why,) = ours.value.reason.holes
    assert isinstance(why, Message) and str(why) == theirs.value.msg


@pytest.mark.parametrize("data", [b"\xff", b"a\xc3(", b"\xe2\x82"])
def test_what_is_not_utf8_is_told_in_pythons_words(data: bytes) -> None:
    with pytest.raises(UnicodeDecodeError) as caught:
        data.decode()
    assert str(reason_of(caught.value)) == str(caught.value)


def test_why_a_file_may_not_be_put_somewhere_is_kept_as_a_message(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError) as caught:
        write_whole(tmp_path, b"x")
    assert reason_of(caught.value) == Message("it is a folder; nothing was written")
    assert caught.value.strerror == "it is a folder; nothing was written"


def test_kinds_of_things_have_names_and_tables_keep_theirs() -> None:
    assert kind_word("annotation") == Message("annotation") and kind_word("relation_member") == "relation_member"


def test_holes_of_notices_come_in_order_and_have_words_around_them() -> None:
    """So that a stored sentence can be taken apart again."""
    for template in notices.ALL:
        pieces = template.split("{")
        assert [piece[0] for piece in pieces[1:]] == [str(n) for n in range(len(pieces) - 1)]
        assert all(len(piece) > 2 for piece in pieces[2:])
