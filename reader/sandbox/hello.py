"""The least that a confined process can do: start, confine itself, say a word."""

from __future__ import annotations

from reader.sandbox.confine import confine

if __name__ == "__main__":
    confine(1500, 30)
    print("hello", flush=True)
