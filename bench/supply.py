"""What Monitor is made of: what pyproject.toml asks for and why, what uv.lock holds, and the bill of materials.

usage: python -m bench.supply [FILE]   writes what runs as a CycloneDX bill of materials (default: dist/sbom.cdx.json)
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path
from typing import NotRequired, TypedDict

ROOT = Path(__file__).parent.parent
PYPROJECT, LOCK = ROOT / "pyproject.toml", ROOT / "uv.lock"
PROJECT = "awareness-monitor"
_EXPORT = ("export", "--frozen", "--no-dev", "--all-extras", "--format", "cyclonedx1.5", "--quiet")
_LEAST_WORDS = 2  # fewer give no reason


class _File(TypedDict):
    hash: NotRequired[str]


class _Need(TypedDict):
    name: str
    extra: NotRequired[list[str]]


_Package = TypedDict(
    "_Package",
    {
        "name": str,
        "version": str,
        "wheels": NotRequired[list[_File]],
        "sdist": NotRequired[_File],
        "dependencies": NotRequired[list[_Need]],
        "optional-dependencies": NotRequired[dict[str, list[_Need]]],
    },
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A dependency that pyproject.toml asks for: what for ("run", "build", an extra or a group), and the reason."""

    name: str
    wanted_to: str
    reason: str

    @property
    def has_reason(self) -> bool:
        """Whether the words beside it are enough to be a reason."""
        return len(self.reason.split()) >= _LEAST_WORDS


@dataclass(frozen=True, slots=True)
class Locked:
    """A package as uv.lock holds it, with its number of files, and how many of them are held to their SHA-256."""

    name: str
    version: str
    files: int
    hashed: int


def name_of(written: str) -> str:
    """A package's name as registries compare it.

    >>> name_of("Mastodon.py"), name_of("vaderSentiment")
    ('mastodon-py', 'vadersentiment')
    """
    return re.sub(r"[-_.]+", "-", written).lower()


def asked(text: str) -> tuple[Asked, ...]:
    """Every dependency of a pyproject.toml, to run, to develop and to build, with the reason beside it."""
    value = tomllib.loads(text)
    lists = {"run": value["project"]["dependencies"], "build": value["build-system"]["requires"]}
    lists |= value["project"].get("optional-dependencies", {}) | value["dependency-groups"]
    return tuple(
        Asked(name_of(re.split(r"[^\w.-]", one)[0]), name, _reason(text, one))
        for name, several in lists.items()
        for one in several
    )


def _reason(text: str, written: str) -> str:
    """What stands beside a dependency; where it stands twice and one of them has nothing, that is nothing."""
    lines = [line.split(f'"{written}"', 1)[1] for line in text.splitlines() if f'"{written}"' in line]
    return min((line.partition("#")[2].strip() for line in lines), key=len, default="")


def locked(text: str) -> tuple[Locked, ...]:
    """Every package of a uv.lock but the project itself."""
    return tuple(_locked(one) for one in tomllib.loads(text)["package"] if one["name"] != PROJECT)


def runtime(text: str) -> frozenset[tuple[str, str]]:
    """The names and versions of all that may run, on whichever machine: all the project needs, and all those need."""
    by_name: dict[str, list[_Package]] = {}
    for one in tomllib.loads(text)["package"]:
        by_name.setdefault(one["name"], []).append(one)
    (project,) = by_name[PROJECT]
    waiting = [(PROJECT, extra) for extra in ("", *project.get("optional-dependencies", {}))]
    reached = set(waiting)
    while waiting:
        name, extra = waiting.pop()
        fresh = {need for one in by_name[name] for need in _needs(one, extra)} - reached
        reached |= fresh
        waiting += sorted(fresh)
    names = {name for name, _ in reached} - {PROJECT}
    return frozenset((name, one["version"]) for name in names for one in by_name[name])


def sbom(path: Path) -> frozenset[tuple[str, str]]:
    """Write the bill of materials of what runs; gives back the names and versions that it lists.

    RuntimeError where uv is too old to write one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    uv = os.environ.get("UV") or shutil.which("uv") or str(ROOT / ".tools" / "bin" / "uv")
    done = subprocess.run([uv, *_EXPORT], cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"uv wrote no bill of materials, a newer one may: {done.stderr.strip()}")
    path.write_text(done.stdout, encoding="utf-8")
    return frozenset((one["name"], one["version"]) for one in json.loads(done.stdout)["components"])


def without_licence(names: Iterable[str]) -> tuple[int, tuple[str, ...]]:
    """How many of these packages are installed here, and which of them name no licence."""
    found = {name: known for name in sorted(names) if (known := _metadata(name)) is not None}
    return len(found), tuple(name for name, known in found.items() if not _licences(known))


def _metadata(name: str) -> PackageMetadata | None:
    try:
        return metadata(name)
    except PackageNotFoundError:
        return None


def _licences(known: PackageMetadata) -> Iterator[str]:
    yield from (known[name] for name in ("License-Expression", "License") if name in known)
    yield from (line for line in known.get_all("Classifier") or () if line.startswith("License ::"))


def _locked(one: _Package) -> Locked:
    files = [*one.get("wheels", []), *([one["sdist"]] if "sdist" in one else [])]
    hashed = sum(file.get("hash", "").startswith("sha256:") for file in files)
    return Locked(one["name"], one["version"], len(files), hashed)


def _needs(one: _Package, extra: str) -> Iterator[tuple[str, str]]:
    """What a package needs with one of its extras (or by itself), each with each extra of its own that is wanted."""
    needs = one.get("optional-dependencies", {}).get(extra, []) if extra else one.get("dependencies", [])
    for need in needs:
        yield from ((need["name"], wanted) for wanted in ("", *need.get("extra", ())))


def main() -> None:
    """Write the bill of materials, and say where it is."""
    parser = argparse.ArgumentParser(description="Write what runs as a CycloneDX bill of materials.")
    parser.add_argument("file", nargs="?", type=Path, default=Path("dist/sbom.cdx.json"), metavar="FILE")
    path = parser.parse_args().file
    try:
        print(f"{len(sbom(path))} packages that run are listed in {path}")
    except RuntimeError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
