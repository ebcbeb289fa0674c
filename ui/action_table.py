"""The table of every action: its words, its keys and its place in the menus."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from ui.i18n import QT_TRANSLATE_NOOP

MENUS = ("file", "edit", "view", "article", "annotate", "help")
MENU_TITLES = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("Actions", "&Edit"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "article": QT_TRANSLATE_NOOP("Actions", "A&rticle"),
    "annotate": QT_TRANSLATE_NOOP("Actions", "&Annotate"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
    "paper": QT_TRANSLATE_NOOP("Actions", "&Paper"),
    "move": QT_TRANSLATE_NOOP("Actions", "&Move to"),
}
PARENTS = {"paper": "view", "move": "article"}


@dataclass(frozen=True, slots=True)
class Row:
    """One action. `keys` in Qt's portable spelling; `reading` keys work only while the article or the panel has focus.

    `section` counts the separators above it in its menu; `group` makes it one choice of several.
    """

    id: str
    text: str
    menu: str
    section: int = 0
    keys: tuple[str, ...] = ()
    standard: QKeySequence.StandardKey | None = None
    icon: str = ""
    reading: bool = False
    checkable: bool = False
    group: str = ""


_S = QKeySequence.StandardKey
TABLE: tuple[Row, ...] = (
    Row("add_file", QT_TRANSLATE_NOOP("Actions", "Add &files…"), "file", 0, ("Ctrl+O",), icon="file-text"),
    Row("add_folder", QT_TRANSLATE_NOOP("Actions", "Add f&older…"), "file", 0, ("Ctrl+Shift+O",), icon="folder"),
    Row("add_address", QT_TRANSLATE_NOOP("Actions", "Add &address…"), "file", 0, ("Ctrl+Shift+A",), icon="globe"),
    Row("paste", QT_TRANSLATE_NOOP("Actions", "&Paste as article"), "file", 0, ("Ctrl+V",), icon="clipboard-paste"),
    Row("import_set", QT_TRANSLATE_NOOP("Actions", "&Import annotated set…"), "file", 1, ("Ctrl+I",), icon="download"),
    Row("export", QT_TRANSLATE_NOOP("Actions", "&Export…"), "file", 1, ("Ctrl+E",), icon="upload"),
    Row("export_original", QT_TRANSLATE_NOOP("Actions", "Save the ori&ginal page…"), "file", 1),
    Row("backup", QT_TRANSLATE_NOOP("Actions", "&Back up the library"), "file", 2),
    Row("check", QT_TRANSLATE_NOOP("Actions", "&Check the library"), "file", 2),
    Row("reclean", QT_TRANSLATE_NOOP("Actions", "Clean articles agai&n…"), "file", 2),
    Row("settings", QT_TRANSLATE_NOOP("Actions", "&Settings…"), "file", 3, ("Ctrl+,",), _S.Preferences, "settings"),
    Row("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "file", 4, ("Ctrl+Q",), _S.Quit),
    Row("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "edit", 0, ("Ctrl+Z",), _S.Undo, "undo-2"),
    Row("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "edit", 0, ("Ctrl+Shift+Z", "Ctrl+Y"), _S.Redo, "redo-2"),
    Row("copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), "edit", 1, ("Ctrl+C",), icon="copy"),
    Row("find", QT_TRANSLATE_NOOP("Actions", "&Find in article"), "edit", 2, ("Ctrl+F",), _S.Find, "search"),
    Row("search", QT_TRANSLATE_NOOP("Actions", "&Search the library"), "edit", 2, ("Ctrl+Shift+F",), icon="search"),
    Row(
        "palette",
        QT_TRANSLATE_NOOP("Actions", "Command &palette…"),
        "edit",
        2,
        ("Ctrl+K", "Ctrl+Shift+P"),
        icon="list",
    ),
    Row(
        "toggle_library",
        QT_TRANSLATE_NOOP("Actions", "&Library"),
        "view",
        0,
        ("F9",),
        icon="panel-left",
        checkable=True,
    ),
    Row(
        "toggle_panel",
        QT_TRANSLATE_NOOP("Actions", "&Annotations"),
        "view",
        0,
        ("F10",),
        icon="panel-right",
        checkable=True,
    ),
    Row(
        "focus_mode", QT_TRANSLATE_NOOP("Actions", "&Focus mode"), "view", 0, ("F11",), icon="maximize", checkable=True
    ),
    Row("next_pane", QT_TRANSLATE_NOOP("Actions", "&Next pane"), "view", 0, ("F6",)),
    Row("zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom &in"), "view", 1, ("Ctrl+=", "Ctrl++"), icon="plus"),
    Row("zoom_out", QT_TRANSLATE_NOOP("Actions", "Zoom &out"), "view", 1, ("Ctrl+-",)),
    Row("zoom_reset", QT_TRANSLATE_NOOP("Actions", "&Usual size"), "view", 1, ("Ctrl+0",)),
    Row(
        "reading_face",
        QT_TRANSLATE_NOOP("Actions", "&Reading face…"),
        "view",
        1,
        ("Ctrl+Shift+R",),
        icon="a-large-small",
    ),
    Row("paper_system", QT_TRANSLATE_NOOP("Actions", "As the &system"), "paper", 0, checkable=True, group="paper"),
    Row("paper_light", QT_TRANSLATE_NOOP("Actions", "&Light"), "paper", 0, checkable=True, group="paper"),
    Row("paper_sepia", QT_TRANSLATE_NOOP("Actions", "S&epia"), "paper", 0, checkable=True, group="paper"),
    Row("paper_dark", QT_TRANSLATE_NOOP("Actions", "&Dark"), "paper", 0, checkable=True, group="paper"),
    Row("paper_contrast", QT_TRANSLATE_NOOP("Actions", "High &contrast"), "paper", 0, checkable=True, group="paper"),
    Row(
        "hide_marks",
        QT_TRANSLATE_NOOP("Actions", "&Hide marks"),
        "view",
        2,
        ("M",),
        icon="eye-off",
        reading=True,
        checkable=True,
    ),
    Row(
        "left_out",
        QT_TRANSLATE_NOOP("Actions", "Lef&t out of this page"),
        "view",
        2,
        ("U",),
        icon="filter",
        reading=True,
    ),
    Row("sentence_next", QT_TRANSLATE_NOOP("Actions", "&Next sentence"), "article", 0, ("J",), reading=True),
    Row("sentence_previous", QT_TRANSLATE_NOOP("Actions", "&Previous sentence"), "article", 0, ("K",), reading=True),
    Row(
        "extend_next",
        QT_TRANSLATE_NOOP("Actions", "&Extend to the next sentence"),
        "article",
        0,
        ("Shift+J",),
        reading=True,
    ),
    Row(
        "extend_previous",
        QT_TRANSLATE_NOOP("Actions", "E&xtend to the previous sentence"),
        "article",
        0,
        ("Shift+K",),
        reading=True,
    ),
    Row("article_next", QT_TRANSLATE_NOOP("Actions", "Next &article"), "article", 1, ("Ctrl+Down",)),
    Row("article_previous", QT_TRANSLATE_NOOP("Actions", "P&revious article"), "article", 1, ("Ctrl+Up",)),
    Row("take_out", QT_TRANSLATE_NOOP("Actions", "Ta&ke this block out"), "article", 2, ("X",), reading=True),
    Row("state_inbox", QT_TRANSLATE_NOOP("Actions", "&Inbox"), "move", 0, icon="inbox"),
    Row("state_reading", QT_TRANSLATE_NOOP("Actions", "&Reading"), "move", 0, icon="book-open"),
    Row("state_done", QT_TRANSLATE_NOOP("Actions", "&Done"), "move", 0, ("Ctrl+D",), icon="check"),
    Row("state_archived", QT_TRANSLATE_NOOP("Actions", "&Archive"), "move", 0, icon="archive"),
    Row("state_trashed", QT_TRANSLATE_NOOP("Actions", "&Trash"), "move", 0, ("Ctrl+Del",), icon="trash-2"),
    Row("mark_again", QT_TRANSLATE_NOOP("Actions", "Mark &with the last label"), "annotate", 1, ("H",), reading=True),
    Row("note", QT_TRANSLATE_NOOP("Actions", "&Note"), "annotate", 2, ("N",), icon="sticky-note", reading=True),
    Row("tags", QT_TRANSLATE_NOOP("Actions", "&Tags"), "annotate", 2, ("T",), icon="tag", reading=True),
    Row(
        "link", QT_TRANSLATE_NOOP("Actions", "&Link to another mark"), "annotate", 2, ("L",), icon="link", reading=True
    ),
    Row(
        "delete_mark",
        QT_TRANSLATE_NOOP("Actions", "&Delete mark"),
        "annotate",
        2,
        ("Del",),
        icon="trash-2",
        reading=True,
    ),
    Row(
        "filter_marks",
        QT_TRANSLATE_NOOP("Actions", "&Find in the marks"),
        "annotate",
        3,
        ("/",),
        icon="search",
        reading=True,
    ),
    Row(
        "order_marks",
        QT_TRANSLATE_NOOP("Actions", "Order mar&ks by time or place"),
        "annotate",
        3,
        ("O",),
        icon="arrow-up-down",
        reading=True,
    ),
    Row("next_mark", QT_TRANSLATE_NOOP("Actions", "Next &mark"), "annotate", 3, ("]",), reading=True),
    Row("previous_mark", QT_TRANSLATE_NOOP("Actions", "&Previous mark"), "annotate", 3, ("[",), reading=True),
    Row(
        "start_back",
        QT_TRANSLATE_NOOP("Actions", "Start one word &earlier"),
        "annotate",
        4,
        ("Alt+Left",),
        reading=True,
    ),
    Row("start_on", QT_TRANSLATE_NOOP("Actions", "Start one word l&ater"), "annotate", 4, ("Alt+Right",), reading=True),
    Row(
        "end_back",
        QT_TRANSLATE_NOOP("Actions", "End one word ea&rlier"),
        "annotate",
        4,
        ("Alt+Shift+Left",),
        reading=True,
    ),
    Row(
        "end_on", QT_TRANSLATE_NOOP("Actions", "End &one word later"), "annotate", 4, ("Alt+Shift+Right",), reading=True
    ),
    Row("edit_labels", QT_TRANSLATE_NOOP("Actions", "Edit la&bels…"), "annotate", 5, ("Ctrl+L",), icon="tag"),
    Row("keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), "help", 0, ("F1", "Ctrl+?"), _S.HelpContents, "keyboard"),
    Row("samples", QT_TRANSLATE_NOOP("Actions", "Add the &sample articles"), "help", 0),
    Row("about", QT_TRANSLATE_NOOP("Actions", "&About Tilik"), "help", 1, icon="info"),
)
