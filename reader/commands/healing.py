"""`tilik check --heal` and `--copy`."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.cleaning.worker import Worker
from reader.commands import exits
from reader.commands.opening import known_library
from reader.commands.output import Output
from reader.store import healing
from reader.store.integrity.from_original import Clean
from reader.store.integrity.healing import Remedy


def heal(options: argparse.Namespace, out: Output) -> int:
    """Say what can be healed, thing by thing, and with `--yes` heal it; `--copy` makes a clean library elsewhere."""
    path = known_library(options)
    if options.copy is not None:
        found = healing.copy_clean(path, options.copy)
        _tell(found, out)
        out.result({"path": str(options.copy)}, str(options.copy))
        return exits.SOME_FAILED if any(one.source is None for one in found) else exits.DONE
    with Worker() as worker:
        return _heal(path, options, out, worker.clean)


def _heal(path: Path, options: argparse.Namespace, out: Output, clean: Clean) -> int:
    if not options.yes:
        found = healing.plan(path, clean)
        _tell(found, out)
        if not out.json:
            out.result({}, "nothing was changed; --yes heals it, and makes indexes and counts anew")
        return exits.DONE
    done = healing.heal(path, frozenset(options.only) or None, clean)
    _tell(list(done.remedies), out)
    out.result({"kept": str(done.kept)}, f"healed; the damaged file is kept as {done.kept}")
    return exits.SOME_FAILED if any(one.source is None for one in done.remedies) else exits.DONE


def _tell(found: list[Remedy], out: Output) -> None:
    for one in found:
        source = str(one.source) if one.source is not None else None
        record = {
            "part": one.part,
            "id": one.id,
            "from": source,
            "before": one.before,
            "after": one.after,
            "since": str(one.since) if one.since is not None else None,
        }
        line = f"{one.part} {one.id}: " + (f"from {source}" if source else "nothing sound was found")
        line += f" ({one.since})" if one.since is not None else ""
        out.result(record, line + (f"\n  - {one.before}\n  + {one.after}" if one.after else ""))
