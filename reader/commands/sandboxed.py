"""`check --sandbox`: what a page that took over its reader could reach on this machine."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.commands import exits
from reader.commands.opening import library_path
from reader.commands.output import Output
from reader.sandbox.trial import DONE, Trial, tried_here


def check_sandbox(options: argparse.Namespace, out: Output) -> int:
    """Return a line a layer and a line an attempt; exit 1 when anything could be reached."""
    try:
        trial = tried_here(Path(library_path(options)))
    except ValueError as error:
        out.error(f"the confined process did not answer: {error}")
        return exits.SOME_FAILED
    _summary(trial, out)
    for layer in trial.layers:
        holds = "holds" if layer.holds else "missing"
        about = {"layer": layer.name, "holds": layer.holds, "detail": layer.detail}
        out.result(about, f"layer\t{holds}\t{layer.name}\t{layer.detail}")
    for attempt in trial.attempts:
        reached = attempt.outcome == DONE
        record = {"attempt": attempt.name, "outcome": attempt.outcome, "reason": attempt.reason, "reached": reached}
        out.result(record, f"{'REACHED' if reached else attempt.outcome}\t{attempt.name}\t{attempt.reason}")
    return exits.DONE if trial.holds else exits.SOME_FAILED


def _summary(trial: Trial, out: Output) -> None:
    reached = [attempt.name for attempt in trial.attempts if attempt.outcome == DONE]
    missing = [layer.name for layer in trial.layers if not layer.holds]
    said = "the sandbox holds" if trial.holds else f"the sandbox does not hold: {', '.join(reached)}"
    said += f"; missing layers: {', '.join(missing)}" if missing else ""
    said += "" if trial.known_system else "; nobody has tried it on this system before"
    record = {"holds": trial.holds, "reached": reached, "missing": missing, "known_system": trial.known_system}
    out.result(record, said)
