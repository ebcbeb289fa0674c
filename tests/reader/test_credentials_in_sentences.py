"""Names and passwords are taken out of addresses, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.credentials import without_credentials
from tests.reader.test_bad_input import PAGE, tilik


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("http://me:s3cret@host/a", "http://host/a"),
        ("https://token@host:81/a?b=c@d#e", "https://host:81/a?b=c@d#e"),
        ("http://me:p@ss@host", "http://host"),
        ("HTTP://me:@host/", "HTTP://host/"),
        ("http:\\\\me:s3cret@host\\a", "http:\\\\host\\a"),
        ("cannot fetch http://a:b@c/ nor ftp://d:e@f/", "cannot fetch http://c/ nor ftp://f/"),
        ("https://host/@writer/2024", "https://host/@writer/2024"),
        ("https://host/?mail=a@b", "https://host/?mail=a@b"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("desk@paper.example", "desk@paper.example"),
        ("", ""),
    ],
)
def test_only_what_stands_before_the_host_goes(given: str, left: str) -> None:
    assert without_credentials(given) == left


def test_a_password_is_neither_kept_nor_exported_nor_said(tmp_path: Path) -> None:
    library = tmp_path / "l.tilik"
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    said = tilik("add", tmp_path / "a.html", "--base-url", "http://me:Zirkonium@host.example/a", "--library", library)
    assert said.returncode == 0, said.stderr
    told = [tilik("export", "--format", form, "--library", library).stdout for form in ("jsonl", "markdown", "html")]
    failed = tilik("add", "http://me:Zirkonium@127.0.0.1:9/a", "--library", library)
    assert failed.returncode != 0 and "127.0.0.1:9" in failed.stderr and "host.example" in told[0]
    kept = [file.read_bytes() for file in tmp_path.glob("l.tilik*")]
    assert "Zirkonium" not in "".join((*told, said.stdout, failed.stdout, failed.stderr))
    assert not any(b"Zirkonium" in data for data in kept)
