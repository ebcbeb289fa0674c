"""The rows of the action table for attributions, claims and sources; one key each, in the text and in the panel."""

from __future__ import annotations

from reader.model.vocabulary import ATTRIBUTION
from ui.actions.row import Row
from ui.language.i18n import QT_TRANSLATE_NOOP

TITLES = {
    "attribution": QT_TRANSLATE_NOOP("Actions", "Attri&bution"),
    "certainty": QT_TRANSLATE_NOOP("Actions", "&Certainty"),
    "stance": QT_TRANSLATE_NOOP("Actions", "&Stance"),
    "mention": QT_TRANSLATE_NOOP("Actions", "Cla&im or source"),
}
PARENTS = dict.fromkeys(TITLES, "annotate")

# The value that each action gives, in the order of the chips.
TYPES = {
    "attribute_assertion": "assertion", "attribute_belief": "belief", "attribute_fact": "fact",
    "attribute_eventuality": "eventuality",
}  # fmt: skip
CERTAINTIES = {f"certainty_{n}": value for n, value in enumerate(ATTRIBUTION["factuality"], 1)}
STANCES = {f"stance_{value}": value for value in ATTRIBUTION["stance"]}

ROWS: tuple[Row, ...] = (
    Row(
        "attribute_assertion", QT_TRANSLATE_NOOP("Actions", "Attribute: &says"), "attribution", 0, ("A",), reading=True
    ),
    Row(
        "attribute_denial",
        QT_TRANSLATE_NOOP("Actions", "Attribute: &denies"),
        "attribution",
        0,
        ("Shift+A",),
        reading=True,
    ),
    Row("attribute_belief", QT_TRANSLATE_NOOP("Actions", "Attribute: thin&ks"), "attribution", 0, ("Y",), reading=True),
    Row(
        "attribute_fact",
        QT_TRANSLATE_NOOP("Actions", "Attribute: knows as a &fact"),
        "attribution",
        0,
        ("F",),
        reading=True,
    ),
    Row(
        "attribute_eventuality",
        QT_TRANSLATE_NOOP("Actions", "Attribute: calls for or &promises"),
        "attribution",
        0,
        ("P",),
        reading=True,
    ),
    Row(
        "give_cue", QT_TRANSLATE_NOOP("Actions", "The words that say so (c&ue)"), "attribution", 1, ("Q",), reading=True
    ),
    Row("give_via", QT_TRANSLATE_NOOP("Actions", "Said &via whom"), "attribution", 1, ("V",), reading=True),
    Row("give_time", QT_TRANSLATE_NOOP("Actions", "Said &when"), "attribution", 1, ("W",), reading=True),
    Row(
        "no_source",
        QT_TRANSLATE_NOOP("Actions", "&No source; or the article itself"),
        "attribution",
        1,
        ("0",),
        reading=True,
    ),
    Row("same_source", QT_TRANSLATE_NOOP("Actions", "Same source a&gain"), "attribution", 1, ("R",), reading=True),
    Row(
        "nest",
        QT_TRANSLATE_NOOP("Actions", "&Reported by the attribution before"),
        "attribution",
        2,
        ("G",),
        reading=True,
    ),
    Row(
        "nest_in",
        QT_TRANSLATE_NOOP("Actions", "Rep&orted by… (click it)"),
        "attribution",
        2,
        ("Shift+G",),
        reading=True,
    ),
    Row("describe", QT_TRANSLATE_NOOP("Actions", "&More about it"), "attribution", 2, ("E",), reading=True),
    Row("certainty_1", QT_TRANSLATE_NOOP("Actions", "&Certain"), "certainty", 0, ("Shift+1",), reading=True),
    Row("certainty_2", QT_TRANSLATE_NOOP("Actions", "&Probable"), "certainty", 0, ("Shift+2",), reading=True),
    Row("certainty_3", QT_TRANSLATE_NOOP("Actions", "P&ossible"), "certainty", 0, ("Shift+3",), reading=True),
    Row("certainty_4", QT_TRANSLATE_NOOP("Actions", "Certainly &not"), "certainty", 0, ("Shift+4",), reading=True),
    Row("certainty_5", QT_TRANSLATE_NOOP("Actions", "Pro&bably not"), "certainty", 0, ("Shift+5",), reading=True),
    Row("certainty_6", QT_TRANSLATE_NOOP("Actions", "Poss&ibly not"), "certainty", 0, ("Shift+6",), reading=True),
    Row(
        "certainty_7",
        QT_TRANSLATE_NOOP("Actions", "&Sure whether, not which"),
        "certainty",
        0,
        ("Shift+7",),
        reading=True,
    ),
    Row("certainty_8", QT_TRANSLATE_NOOP("Actions", "No&t committed"), "certainty", 0, ("Shift+8",), reading=True),
    Row("stance_support", QT_TRANSLATE_NOOP("Actions", "&Supports"), "stance", 0, ("Shift+S",), reading=True),
    Row("stance_deny", QT_TRANSLATE_NOOP("Actions", "&Denies"), "stance", 0, ("Shift+D",), reading=True),
    Row("stance_query", QT_TRANSLATE_NOOP("Actions", "&Questions"), "stance", 0, ("Shift+Q",), reading=True),
    Row("stance_comment", QT_TRANSLATE_NOOP("Actions", "Only &comments"), "stance", 0, ("Shift+C",), reading=True),
    Row("new_known", QT_TRANSLATE_NOOP("Actions", "&New claim or source"), "mention", 0, ("B",), reading=True),
    Row(
        "last_known",
        QT_TRANSLATE_NOOP("Actions", "The &last claim or source again"),
        "mention",
        0,
        ("Shift+B",),
        reading=True,
    ),
    Row(
        "find_known", QT_TRANSLATE_NOOP("Actions", "&Find a claim or source"), "mention", 0, ("Shift+L",), reading=True
    ),
    Row(
        "describe_known",
        QT_TRANSLATE_NOOP("Actions", "&More about the claim or source"),
        "mention",
        0,
        ("Shift+E",),
        reading=True,
    ),
    Row(
        "recent_1",
        QT_TRANSLATE_NOOP("Actions", "&1 in the list of claims or sources"),
        "mention",
        1,
        ("Alt+1",),
        reading=True,
    ),
    Row(
        "recent_2",
        QT_TRANSLATE_NOOP("Actions", "&2 in the list of claims or sources"),
        "mention",
        1,
        ("Alt+2",),
        reading=True,
    ),
    Row(
        "recent_3",
        QT_TRANSLATE_NOOP("Actions", "&3 in the list of claims or sources"),
        "mention",
        1,
        ("Alt+3",),
        reading=True,
    ),
    Row(
        "recent_4",
        QT_TRANSLATE_NOOP("Actions", "&4 in the list of claims or sources"),
        "mention",
        1,
        ("Alt+4",),
        reading=True,
    ),
    Row(
        "recent_5",
        QT_TRANSLATE_NOOP("Actions", "&5 in the list of claims or sources"),
        "mention",
        1,
        ("Alt+5",),
        reading=True,
    ),
    Row(
        "recent_6",
        QT_TRANSLATE_NOOP("Actions", "&6 in the list of claims or sources"),
        "mention",
        1,
        ("Alt+6",),
        reading=True,
    ),
    Row(
        "recent_7",
        QT_TRANSLATE_NOOP("Actions", "&7 in the list of claims or sources"),
        "mention",
        1,
        ("Alt+7",),
        reading=True,
    ),
    Row(
        "recent_8",
        QT_TRANSLATE_NOOP("Actions", "&8 in the list of claims or sources"),
        "mention",
        1,
        ("Alt+8",),
        reading=True,
    ),
    Row(
        "recent_9",
        QT_TRANSLATE_NOOP("Actions", "&9 in the list of claims or sources"),
        "mention",
        1,
        ("Alt+9",),
        reading=True,
    ),
)
