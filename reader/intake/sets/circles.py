"""What a set may say in a circle and a library must not: links within each other, parties that speak for each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def closing(leads: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Return the steps, from and to, without which nothing in `leads` leads back to itself; those met last."""
    done: set[str] = set()
    found: list[tuple[str, str]] = []
    for start in leads:
        if start in done:
            continue
        path, on_path = [(start, iter(leads[start]))], {start}
        while path:
            at, steps = path[-1]
            step = next(steps, None)
            if step is None:
                path.pop()
                on_path.discard(at)
                done.add(at)
            elif step in on_path:
                found.append((at, step))
            elif step not in done and step in leads:
                path.append((step, iter(leads[step])))
                on_path.add(step)
    return found
