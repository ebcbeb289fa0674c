"""A name and a password within an address are used nowhere, kept nowhere and said nowhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.cleaning import clean
from reader.cleaning.links import absolute
from reader.credentials import without_credentials
from reader.errors import FetchError
from reader.intake.listed import listed_article
from reader.model.held import Listed
from reader.model.pages import Page
from reader.sources import expand, page_of, web
from reader.store import Library

ROOT = Path(__file__).parents[3]
SECRET = "http://me:s3cret@127.0.0.1:9/page"


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("http://me:s3cret@host/a?b@c", "http://host/a?b@c"), ("https://token@host", "https://host"),
        ("HTTP://a:b@c@host/", "HTTP://host/"), ("//me:s3cret@host/", "//host/"),
        ("https://me:s3cret@[::1]:80/", "https://[::1]:80/"), ("http://host/@ani", "http://host/@ani"),
        ("http://host?x=@ani", "http://host?x=@ani"), ("mailto:ani@host", "mailto:ani@host"),
        ("ani@host", "ani@host"), ("ftp://me:s3cret@host/", "ftp://host/"), ("", ""),
    ],
)  # fmt: skip
def test_only_what_stands_before_the_host_goes(address: str, left: str) -> None:
    assert without_credentials(address) == left


def test_a_failed_fetch_does_not_repeat_the_password() -> None:
    for source in (SECRET, SECRET.replace("http", "ftp")):
        with pytest.raises(FetchError if source is SECRET else Exception) as caught:
            page_of(source)
        assert "s3cret" not in str(caught.value)
    with pytest.raises(FetchError) as caught:
        web.fetch(SECRET)
    assert "s3cret" not in str(caught.value)
    assert expand(SECRET) == ["http://127.0.0.1:9/page"]
    asked: list[str] = []

    def fetch(address: str) -> Page:
        asked.append(address)
        return Page(address, "page", b"", "text/html")

    page_of(SECRET, fetch=fetch)
    assert asked == ["http://127.0.0.1:9/page"]


@pytest.mark.parametrize("command", ["add", "clean", "fetch"])
def test_a_password_is_printed_by_no_command(tmp_path: Path, command: str) -> None:
    library = tmp_path / "l.tilik"
    Library.open(library).close()
    where = [] if command == "clean" else ["--library", str(library)]
    done = subprocess.run(
        [sys.executable, "-m", "reader", command, SECRET, "--json", *where],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode and "s3cret" not in done.stdout
    assert "s3cret" not in done.stderr or command == "fetch"  # it repeats the words by which an article was looked for


def test_addresses_that_a_page_states_are_without(tmp_path: Path) -> None:
    body = (
        "<html><head><link rel=canonical href='https://me:s3cret@kabar.example/a'></head><body><article><h1>Ferry</h1>"
        "<p>The ferry never sailed that night, says <a href='//me:s3cret@kabar.example/b'>the harbour office</a> now."
        "</article></body></html>"
    )
    cleaned = clean(Page("a.html", "a.html", body.encode(), "text/html", url="http://me:s3cret@kabar.example/"))
    assert cleaned.metadata.url == "https://kabar.example/a" and "s3cret" not in repr(cleaned)
    assert absolute("/b", "https://me:s3cret@kabar.example/") == "https://kabar.example/b"


def test_a_reading_list_and_a_correction_are_without() -> None:
    article, revision = listed_article(Listed(url="https://me:s3cret@kabar.example/a"), "a list")
    assert "s3cret" not in repr(article) + repr(revision) and article.url == "https://kabar.example/a"
