"""No capture and no second name raises a count that nobody confirmed, whatever the papers say of each other."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.edits import attribution, claims
from reader.edits.attribution import VIA, attribution_of
from reader.model.claims import Source
from reader.store import Library
from tests.newsroom import Newsroom
from tests.reader.board.whole_board import board, gather

SITES = ("Herald", "Post", "Echo")
SPEAKERS = ("Mira Tandika", "Harbour office", "a spokesman", "a fisherman", "Fishermen")
WAYS = ("", *SITES, "Mira Tandika", "some reports")
SAID = "40 tonnes of fish died"
voices = st.tuples(
    st.sampled_from(SITES), st.sampled_from(SPEAKERS), st.sampled_from(WAYS), st.sampled_from(("claim", "denial"))
)
EDITS = ("words", "gone", "speaker", "cue", "via")
acts = st.one_of(
    st.tuples(st.just("capture"), st.integers(0, 3), st.sampled_from(EDITS)),
    st.tuples(st.just("rename"), st.integers(0, 3), st.sampled_from(("none", "words", "unnamed"))),
    st.tuples(st.just("relay"), st.integers(0, 3), st.sampled_from(("some reports", *SITES))),
    st.tuples(st.just("echo"), st.integers(0, 3), st.sampled_from(("a resident", "Residents", "reports"))),
)


class Told:
    """Papers that quote people, and each other, to one claim."""

    def __init__(self, room: Newsroom) -> None:
        self.room, self.claim = room, room.claim(SAID)
        office = room.source("Harbour office", kind="named_organisation")
        self.sources: Mapping[str, Source | None] = {
            "Harbour office": office, "Mira Tandika": room.source("Mira Tandika", kind="named_person"),
            "a spokesman": room.source("a spokesman", kind="unnamed_person", party=office.id),
            "Fishermen": room.source("Fishermen"), "a fisherman": None,
        }  # fmt: skip
        self.papers: list[tuple[str, str]] = []  # each with its paragraph

    def add(self, site: str, speaker: str, via: str, label: str) -> None:
        text = f"According to {via or 'nobody'}, {speaker} said on Monday that {SAID} in the bay."
        at = self.room.article(site, f"Fish in the bay {len(self.papers)}", text, "The fence was painted green.")
        words = self.room.mark(at, label, SAID, self.claim)
        source = self.room.mark(at, "source", speaker, self.sources.get(speaker))
        made = self.room.says(source, words, via=self.room.mark(at, "source", via) if via else None)
        self.room.library.apply(attribution.set_member(made, "cue", self.room.mark(at, "cue", "said on Monday")))
        self.papers.append((at, text))

    def least(self) -> tuple[int, int]:
        row = next(r for r in board(gather(self.room.library)).rows if r.id == self.claim.id)
        return row.independent.least, row.against.least

    def do(self, act: str, number: int, how: str) -> None:
        at, text = self.papers[number % len(self.papers)]
        {"capture": self._capture, "rename": self._rename, "relay": self._relay, "echo": self._echo}[act](at, text, how)

    def _capture(self, at: str, text: str, how: str) -> None:
        title = self.room.library.article(at).title
        changed = {
            "words": text.replace("40 tonnes", "12 tonnes"), "gone": "Nothing of it is left on this page.",
            "speaker": text.replace(", ", ", the brother of ", 1), "cue": text.replace("said", "never said"),
            "via": text.replace("According to", "Unlike what was told by"),
        }[how]  # fmt: skip
        self.room.capture_again(at, title, changed, "The fence was painted green.")

    def _rename(self, at: str, _text: str, how: str) -> None:
        """One source is two from now on: this mark names another one."""
        library = self.room.library
        marks = [m for m in library.annotations(at) if m.label == "source"][:1]
        known = {"none": None, "words": {}, "unnamed": {"kind": "unnamed_person"}}[how]
        edit = claims.assign(marks, None) if known is None else claims.new_source(marks, "a second name", fields=known)
        library.apply(edit)

    def _relay(self, at: str, text: str, how: str) -> None:
        """The same words come through somebody else, too."""
        library = self.room.library
        told = next(r for r in library.relations(at) if attribution_of(r) is not None)
        if how in self.room.revisions[at].text:
            library.apply(attribution.set_member(told, VIA, self.room.mark(at, "source", how)))

    def _echo(self, _at: str, _text: str, how: str) -> None:
        """One more paper has it from somebody without a name."""
        self.add("Gazette", how, "", "claim")


@settings(max_examples=40, deadline=None)
@example(
    told=[("Herald", "a spokesman", "some reports", "claim"), ("Post", "Mira Tandika", "Herald", "claim")],
    done=[("rename", 1, "unnamed")],
)
@given(st.lists(voices, min_size=1, max_size=4), st.lists(acts, min_size=1, max_size=4))
def test_no_capture_and_no_second_name_raises_the_lower_bound(
    told: list[tuple[str, str, str, str]], done: list[tuple[str, int, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "room.tilik") as library:
        story = Told(Newsroom(library))
        for voice in told:
            story.add(*voice)
        before = story.least()  # a publisher who puts the old words back raises it to this again
        for act in done:
            story.do(*act)
            after = story.least()
            assert after[0] <= before[0] and after[1] <= before[1], act


def test_the_papers_of_the_property_are_counted_at_all(tmp_path: Path) -> None:
    with Library.open(tmp_path / "room.tilik") as library:
        story = Told(Newsroom(library))
        story.add("Herald", "Mira Tandika", "", "claim")
        story.add("Post", "Harbour office", "", "claim")
        assert story.least() == (2, 0)
        story.do("capture", 0, "words")
        assert story.least() == (1, 0)
