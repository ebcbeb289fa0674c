"""What `tilik COMMAND` does. Results go to stdout alone, everything else to stderr; exit codes are in `exits`."""

from __future__ import annotations

from reader.commands.names import COMMANDS

__all__ = ["COMMANDS", "main"]


def main(argv: list[str] | None = None) -> int:
    """Run one command with `argv` (without the program's name); the exit code."""
    from reader.commands.run import run

    return run(argv)
