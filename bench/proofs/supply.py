"""S8: dependencies are few, each with a reason, each held to its hash, and the bill of materials lists what runs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from bench import supply

from .proof import Proof, Shown

_MOST_DIRECT = 30  # of those that run: who needs more explains here why
_STRANGER = '    "invented-stranger>=1.0",\n'


def _shown(_: int) -> Shown:
    """What pyproject.toml asks for, uv.lock holds and the bill of materials lists, each against the others."""
    asked = supply.asked(supply.PYPROJECT.read_text(encoding="utf-8"))
    text = supply.LOCK.read_text(encoding="utf-8")
    packages, runs = supply.locked(text), supply.runtime(text)
    direct = [one for one in asked if one.wanted_to == "run"]
    locked = {one.name for one in packages}
    with tempfile.TemporaryDirectory() as folder:
        listed = supply.sbom(Path(folder) / "sbom.cdx.json")
    installed, unlicensed = supply.without_licence(name for name, _ in runs)
    wrong = {
        "no reason": [one.name for one in asked if not one.has_reason],
        "not locked": [one.name for one in asked if one.wanted_to != "build" and one.name not in locked],
        "no hash": [one.name for one in packages if not one.files or one.hashed < one.files],
        "in the bill of materials or in the lock, not in both": sorted(name for name, _ in runs ^ listed),
        "no licence": list(unlicensed),
        "too many": [one.name for one in direct[_MOST_DIRECT:]],
    }
    found = "; ".join(f"{what}: {', '.join(names)}" for what, names in wrong.items() if names)
    tried = bool(direct and packages and runs and installed)
    files = sum(one.hashed for one in packages)
    said = (
        f"{len(direct)} direct dependencies that run ({len(asked)} with those to develop and build), each with a "
        f"reason; {len(packages)} locked, their {files:,} files by SHA-256; {len(listed)} of them run and are listed; "
        f"{installed} of these are installed, each names its licence"
    )
    return Shown(tried and not found, found or said)


@contextmanager
def _stranger() -> Iterator[None]:
    """A dependency that nobody explained is asked for."""
    text = supply.PYPROJECT.read_text(encoding="utf-8")
    begins = "\ndependencies = [\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pyproject.toml"
        path.write_text(text.replace(begins, begins + _STRANGER, 1), encoding="utf-8")
        with patch.object(supply, "PYPROJECT", path):
            yield


PROOFS = (
    Proof(
        "S8",
        "dependencies are few, explained, locked with hashes, and listed",
        _shown,
        1,
        1,
        "lock",
        "a dependency is added without a reason",
        _stranger,
        1,
    ),
)
