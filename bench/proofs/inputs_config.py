"""S4: a hostile config.yaml is refused at once and in words."""

from __future__ import annotations

import gc
import re
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from monitor import config, sources
from monitor.config import document, traps
from monitor.errors import ConfigError

from .inputs_hostile_config import SECRET, Hostile, hostile
from .proof import Proof, Shown

ALL = len(hostile())
_SECONDS = 0.1
_LONGEST = 40_000
_PATIENCE_SECONDS = 5.0
_WAY_OUT = re.compile(
    r"\b(must|should|needs?|write|save|delete|keep|put|check|indent|split|begin|use|type it|give|allowed|did you mean"
    r"|is written|store is|are written|is named|is an? |has (only|none)|never closed|has no comma|go to|takes at most"
    r"|one role|leave|is it really|cannot hold|no spaces|at most|longer than|missing|name the file)\b"
)


class _Hung(BaseException):
    """Patience was over."""


@contextmanager
def _patience() -> Iterator[None]:
    """What takes much too long is broken off."""

    def over(*_: object) -> None:
        raise _Hung

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _said(path: Path) -> str:
    """The refusal of what lies at a path, found and read as every command does."""
    try:
        with _patience():
            config.load(config.find(path, {}), sources=sources.settings())
    except ConfigError as error:
        return str(error)
    raise AssertionError("accepted")


def tried(one: Hostile) -> tuple[float, str]:
    """The seconds that a refusal took (the best of three), and what is wrong with it; nothing where all is well."""
    with tempfile.TemporaryDirectory(prefix="monitor-proof-") as folder:
        path, best = Path(folder) / "config.yaml", _PATIENCE_SECONDS
        one.lay(path)
        for _ in range(3):
            gc.collect()
            gc.disable()  # the garbage of all that came before is not the cost of this refusal
            began = time.process_time()
            try:
                said = _said(path)
            except (Exception, _Hung) as error:  # noqa: BLE001 - whatever is no refusal is what is looked for
                return 0.0, f"{type(error).__name__} {error}"[:80]
            finally:
                gc.enable()
            best = min(best, time.process_time() - began)
            if best < _SECONDS:
                break
    return best, _trouble(said, one) or ("" if best < _SECONDS else f"took {best:.2f} s")


def _trouble(said: str, one: Hostile) -> str:
    """What is wrong with the words of a refusal."""
    if SECRET in said:
        return "repeats a secret"
    if len(said) > _LONGEST:
        return f"{len(said):,} characters"
    if one.said not in said:
        return f"says nothing of {one.said!r}"
    if not all(line.isprintable() for line in said.splitlines()):
        return "holds what cannot be seen"
    mute = next((line for line in said.splitlines() if not (_WAY_OUT.search(line) or line.startswith("… and"))), "")
    return f"does not say what to do: {mute}" if mute else ""


def show(size: int) -> Shown:
    """Each of so many hostile configurations is refused, in time and in words that help."""
    tried(hostile(1)[0])  # what is imported at the first use is not the cost of a refusal
    gc.freeze()
    try:
        found = {one.name: tried(one) for one in hostile(size)}
    finally:
        gc.unfreeze()
    wrong = [f"{name}: {trouble}" for name, (_, trouble) in found.items() if trouble]
    slowest = max(seconds for seconds, _ in found.values())
    said = f"{len(found) - len(wrong)} of {len(found)} refused, slowest {1000 * slowest:.0f} ms"
    return Shown(not wrong and len(found) == size, "; ".join([said, *wrong[:4]]))


@contextmanager
def unbounded() -> Iterator[None]:
    """The fault: files of any size are read, and anchors and tags are let through."""
    with ExitStack() as stack:
        stack.enter_context(patch.object(document, "MAX_BYTES", 2**21))
        stack.enter_context(patch.object(traps, "refused_node", lambda event: None))
        yield


PROOF = Proof(
    "S4",
    "a hostile config.yaml is refused in words within 0.1 s, without a secret in them",
    show,
    220,
    ALL,
    "files",
    "larger files, anchors and tags are let through",
    unbounded,
    24,
)
