"""CoNLL columns: strict IOB2, tokens cut where marks begin and end, and of marks that overlap one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from reader.exchange.exporters import exporter
from reader.exchange.exporters.annotation_tools.conll import FIRST, LONGEST, chosen
from reader.model.dataset import Dataset, Document
from reader.model.spans import Span
from tests.reader.exchange.exporters import made

Sentence = list[tuple[str, str]]


def sentences(dataset: Dataset, keep: str = LONGEST) -> list[Sentence]:
    """The sentences of a file, read as strangers do."""
    out, form = io.BytesIO(), exporter("conll")
    list(form.write(dataset, out, form.options(keep=keep)))
    blocks = out.getvalue().decode("utf-8").split("\n\n")
    lines = [block.strip("\n").split("\n") for block in blocks if not block.startswith("-DOCSTART-")]
    return [[(one.split("\t")[0], one.split("\t")[-1]) for one in some if one] for some in lines if some != [""]]


def chunks(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """The chunks of a sentence; one that begins with I- is no IOB2."""
    words: list[str] = []
    label = ""
    for token, tag in [*sentence, ("", "O")]:
        if tag.startswith("I-"):
            assert words and label == tag[2:], f"{token} {tag} continues nothing"
            words.append(token)
            continue
        if words:
            yield label, " ".join(words)
        words, label = ([token], tag[2:]) if tag.startswith("B-") else ([], "")


def found(dataset: Dataset, keep: str = LONGEST) -> list[tuple[str, str]]:
    return [one for sentence in sentences(dataset, keep) for one in chunks(sentence)]


def test_every_mark_that_overlaps_none_is_a_chunk_of_its_label() -> None:
    assert found(made.dataset(made.english())) == [
        ("source", "Mayor Dana Whitlock"), ("claim", "the figure"), ("denial", "“ pure fiction 🙄”"),
    ]  # fmt: skip


def overlapping() -> Document:
    document = made.english()
    first = made.mark(document.revision, "claim", "Mayor Dana")
    longer = made.mark(document.revision, "source", "Dana Whitlock called")
    inner = made.mark(document.revision, "denial", "Whitlock")
    return replace(document, annotations=(first, longer, inner), relations=())


@pytest.mark.parametrize(
    ("keep", "kept"),
    [(LONGEST, [("source", "Dana Whitlock called")]), (FIRST, [("claim", "Mayor Dana"), ("denial", "Whitlock")])],
)
def test_of_marks_that_overlap_those_chosen_are_kept_and_the_others_counted(keep: str, kept: list[object]) -> None:
    dataset, form = made.dataset(overlapping()), exporter("conll")
    assert found(dataset, keep) == kept
    assert form.plan(dataset, form.options(keep=keep)).count("overlaps") == 3 - len(kept)


def test_tokens_are_cut_where_a_mark_begins_and_ends() -> None:
    document = made.english()
    at = document.revision.text.index("Whitlock")
    inner = made.mark(document.revision, "claim", Span(at + 1, at + 5))
    (sentence,) = [s for s in sentences(made.dataset(replace(document, annotations=(inner,), relations=()))) if
                   ("hitl", "B-claim") in s]  # fmt: skip
    assert [token for token, _ in sentence][2:5] == ["W", "hitl", "ock"]


def test_a_mark_over_the_end_of_a_line_stays_in_one_piece() -> None:
    document = made.english()
    end = document.revision.text.index("\n")
    over = made.mark(document.revision, "claim", Span(end - 5, end + 6))
    assert found(made.dataset(replace(document, annotations=(over,), relations=()))) == [("claim", "delay Mayor")]


def test_no_token_has_a_blank_and_accents_stay_on_their_letters() -> None:
    tokens = [token for sentence in sentences(made.whole()) for token, _ in sentence]
    assert all(not any(c.isspace() for c in token) for token in tokens)
    assert "Andre\u0301e" in tokens


def test_pieces_are_chunks_and_a_mark_without_words_is_counted() -> None:
    assert ("denial", "membantah") in found(made.whole())
    report = exporter("conll").plan(made.whole())
    assert report.count("zero_width") == 1 and report.count("pieces") == 1


def test_a_mark_is_kept_or_lost_and_never_both() -> None:
    document = made.indonesian()
    for keep in (LONGEST, FIRST):
        kept, lost = chosen(document, keep)
        assert all(a.end <= b.start for a, b in pairwise(kept))
        pieces = sum(len(mark.anchor.spans) for mark in document.annotations if mark not in lost)
        assert len(kept) == pieces
