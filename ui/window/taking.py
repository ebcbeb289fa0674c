"""New texts that a job brought, taken: with the marks that their articles have by now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ui.desk import Desk

if TYPE_CHECKING:
    from reader.edits import Edit


def take_with_marks(desk: Desk, edit: Edit, taken: Callable[[], None]) -> None:
    """Carry out `edit`, which brings articles new texts, then call `taken`; what is refused is said above the text.

    Where marks were made or changed while the texts were made, they are carried once more beside the window first.
    """
    from reader.errors import ConflictError, TilikError
    from reader.intake.carry_again import carry_again, misses_marks

    library = desk.session.library
    try:
        if not misses_marks(library, edit):
            desk.session.apply(edit)
            taken()
            return
    except ConflictError:
        pass  # a mark was changed, or a whole text: carrying again tells which
    except TilikError as error:
        desk.latest.warn(error.message)
        return
    again = partial(carry_again, library, edit)
    desk.jobs.then(again, lambda made: take_with_marks(desk.latest, made, taken), lambda why: desk.latest.warn(why))
