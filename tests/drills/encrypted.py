"""kill -9 in every verb on an encrypted library: nothing acknowledged is lost, and no word of it stands anywhere."""

from __future__ import annotations

import json
import random
import subprocess
import time
from pathlib import Path

from tests.drills.canary import held
from tests.drills.desk import Desk, batch, kill, moments, wait

VERBS = ("annotate", "encrypt", "backup", "restore", "passphrase", "compact", "decrypt")
WORD = "qxkanari"


class Encrypted(Desk):
    """A library with a passphrase, which every command is given in a file."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.secret = folder / "secret"
        self.secret.write_text("rahasia dapur\n", "utf-8")

    def words(self, *words: str | Path) -> list[str]:
        return [*super().words(*words), "--passphrase-file", str(self.secret)]

    def encrypt(self, moment: float | None = None) -> bool:
        """Encrypt it as a person does, and kill it after its words came back; whether it was done before that."""
        running = self.start("encrypt", "--json", "--remove-plain")
        assert running.stdin is not None and running.stdout is not None and running.stderr is not None
        line = running.stdout.readline()
        recovery = json.loads(line)["recovery"] if b"recovery" in line else []
        for _ in range(2 if recovery else 0):
            number = int(running.stderr.readline().split()[1].rstrip(b":"))
            running.stdin.write(recovery[number - 1].encode() + b"\n")
            running.stdin.flush()
        if moment is not None:
            wait(moment)
            kill(running)
            return False
        running.communicate()
        return running.returncode == 0


def run(seed: int, count: int, folder: Path) -> list[str]:
    """Kill each verb `count` times on a library of its own."""
    wrong: list[str] = []
    some = random.Random(seed).sample(VERBS, len(VERBS)) if count > 1 else ("encrypt", VERBS[seed % len(VERBS)])
    for verb in dict.fromkeys(some):
        wrong += _verb(verb, seed, count, folder / verb)
    return wrong


def _verb(verb: str, seed: int, count: int, folder: Path) -> list[str]:
    desk, wrong = Encrypted(folder), list[str]()
    kept, _ = desk.add(f"{WORD}kept", f"{WORD}other")
    desk("annotate", "--batch", "--ack", stdin=batch(kept, [f"{WORD} before"]))
    if not held(desk, WORD):
        wrong.append("the word was never there, so that this proves nothing")
    began = time.monotonic()
    if verb != "encrypt" and not desk.encrypt():
        wrong.append("it could not be encrypted")
    times = moments(seed, max(1.0, time.monotonic() - began))
    for number in range(count):
        said = _killed(desk, verb, kept, next(times))
        wrong += [f"{verb}, kill {number}: {reason}" for reason in _judged(desk, verb, kept, said)]
        if verb in ("encrypt", "decrypt"):
            desk("decrypt") if verb == "encrypt" else desk.encrypt()
    return wrong


def _killed(desk: Encrypted, verb: str, kept: str, moment: float) -> str:
    """Kill it; what it had said until then."""
    if verb == "encrypt":
        desk.encrypt(moment)
        return ""
    new = desk.folder / "new"
    new.write_text("lain lagi\n", "utf-8")
    words: dict[str, tuple[str | Path, ...]] = {
        "annotate": ("annotate", "--batch", "--ack"), "restore": ("restore", "--latest"),
        "passphrase": ("passphrase", "--new-passphrase-file", new),
    }  # fmt: skip
    running = desk.start(*words.get(verb, (verb,)))
    assert running.stdin is not None
    if verb == "annotate":
        running.stdin.write(batch(kept, [f"{WORD} {n}" for n in range(200)]).encode())
        running.stdin.flush()
    wait(moment)
    out = _end(running)
    if verb == "passphrase" and desk("list").code:  # it was changed
        desk.secret.write_bytes(new.read_bytes())
    return out


def _end(running: subprocess.Popen[bytes]) -> str:
    running.kill()
    out, _ = running.communicate()
    return out.decode("utf-8", "replace")


def _judged(desk: Encrypted, verb: str, kept: str, said: str) -> list[str]:
    found = desk("check")
    wrong = [f"check: {found.err or found.out}"] if found.code or found.broke else []
    if f"{WORD} before" not in desk.marks():
        wrong.append("what was there before is gone")
    acknowledged = {line.split()[-1] for line in said.splitlines() if line.startswith("ACK ")}
    here = {one.get("annotation") for row in desk("show", kept, "--json").rows for one in row["annotations"]}
    if verb == "annotate" and (lost := acknowledged - here):
        wrong.append(f"{len(lost)} acknowledged marks are lost")
    desk("annotate", "--batch", "--ack", stdin="")  # whatever writes next removes what was left
    if desk.library.read_bytes()[:5] == b"Tilik":
        wrong += [f"{WORD} can be read in {name}" for name in held(desk, WORD)]
    elif verb not in ("encrypt", "decrypt"):
        wrong.append("it is not encrypted any more")
    return wrong
