"""The collector is off while very many values are made, and back afterwards."""

from __future__ import annotations

import gc

import pytest

from reader.memory import gc_paused


@pytest.mark.parametrize("keep", [False, True])
def test_the_collector_rests_inside_and_works_again_after_an_error_too(keep: bool) -> None:
    with gc_paused(freeze=keep):
        assert not gc.isenabled()
        with gc_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(OSError, match="no page"), gc_paused(freeze=keep):
        raise OSError("no page")
    assert gc.isenabled()
    gc.unfreeze()


def test_what_is_kept_is_looked_through_again_after_the_next_reading() -> None:
    class Round:
        def __init__(self) -> None:
            self.itself = self

    lost = 0

    def count(phase: str, info: dict[str, int]) -> None:
        nonlocal lost
        lost += info["collected"] if phase == "stop" else 0

    with gc_paused(freeze=True):
        ring = Round()
    del ring
    gc.callbacks.append(count)
    gc.collect()
    before, lost = lost, 0
    gc.unfreeze()
    gc.collect()
    gc.callbacks.remove(count)
    assert lost >= 1 and before == 0
