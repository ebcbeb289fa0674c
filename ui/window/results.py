"""What a job that ended has brought: said in the line below, and shown only when the reader asks for it.

A job ends while the reader types or reads something else. So it opens nothing, moves nothing and takes no keyboard.
"""

from __future__ import annotations

from collections.abc import Callable

from ui.actions.keys import key_name
from ui.desk import Desk
from ui.window.heirs import Heritable

Show = Callable[[], object]


class Results(Heritable):
    """Keeps the latest result until it was shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.text = ""
        self._show: Show | None = None
        desk.status.resultWanted.connect(self.show)

    def tell(self, text: str, show: Show, *, warning: bool = False) -> None:
        """Say `text`, which ends in what the key does, with the key; `show` is called when it is pressed.

        A warning stands above the article too, until it is read.
        """
        self.text, self._show = text, show
        self._say()
        if warning:
            self._desk.banner.tell(self.text, action=self.tr("Show ({0})").format(self._key()), call=self.show)

    def _say(self) -> None:
        self._desk.status.show_result(f"{self.text} ({self._key()})" if self.text else "")

    def _key(self) -> str:
        return key_name("result")

    def show(self) -> None:
        """Show the latest result; what it said goes away."""
        if self._show is None:
            self._desk.say(self.tr("There is no result to show."))
            return
        if self._desk.banner.text.text() == self.text:
            self._desk.banner.hide()
        show, self._show, self.text = self._show, None, ""
        self._say()
        show()

    def take_up(self, before: Results) -> None:
        """Go on with what the window before has not shown."""
        self.text, self._show = before.text, before._show
        self._say()
