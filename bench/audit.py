"""Known vulnerabilities of everything that uv.lock holds, as OSV knows them (osv.dev collects PyPI's and GitHub's).

usage: python -m bench.audit [--service URL]

Exits with 1 where one is known. Where the service cannot be asked, or does not answer for every package, it says "not
audited" and exits with 0: a build without network is no vulnerable one. OSV learns the names and versions asked for.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import requests

from .supply import LOCK, Locked, locked, runtime

SERVICE = "https://api.osv.dev"
_SECONDS = 20
_AT_ONCE = 500  # the service takes a thousand
_MOST_PAGES = 50


class NotAudited(Exception):
    """The service could not be asked, or its answer does not speak of every package."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A package with the names of what is known against it."""

    package: Locked
    known: tuple[str, ...]
    runs: bool

    def __str__(self) -> str:
        """The line that is printed."""
        where = "runs" if self.runs else "for developers only"
        links = ", ".join(f"https://osv.dev/vulnerability/{one}" for one in self.known)
        return f"{self.package.name} {self.package.version} ({where}): {links}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is known of the locked packages; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--service", default=SERVICE, metavar="URL", help="where OSV's interface stands")
    service = parser.parse_args(arguments).service.rstrip("/")
    text = LOCK.read_text(encoding="utf-8")
    packages, running = locked(text), runtime(text)
    known: dict[Locked, list[str]] = {}
    missing = ""
    try:
        for start in range(0, len(packages), _AT_ONCE):
            _ask(packages[start : start + _AT_ONCE], service, known)
    except NotAudited as why:
        missing = str(why)
    for one, ids in known.items():
        print(Finding(one, tuple(sorted(set(ids))), (one.name, one.version) in running))
    print(_sum(packages, len(running), known=len(known), missing=missing))
    return 1 if known else 0


def _sum(packages: Sequence[Locked], running: int, *, known: int, missing: str) -> str:
    """The last line: what the audit found, or that there was none."""
    if missing:
        return f"not audited: {missing}; of the {len(packages)} locked packages nothing more is known"
    said = f"{known} of them have known vulnerabilities" if known else "no vulnerability of them is known"
    return f"{len(packages)} locked packages, {running} of which run: {said}"


def _ask(packages: Sequence[Locked], service: str, known: dict[Locked, list[str]]) -> None:
    """Add what the service knows of these packages, its further pages too."""
    waiting = [(one, "") for one in packages]
    for _ in range(_MOST_PAGES):
        answers = _answered(service, [_query(one, page) for one, page in waiting])
        following = []
        for (one, _), answer in zip(waiting, answers, strict=True):
            ids, page = _read(answer)
            if ids:
                known.setdefault(one, []).extend(ids)
            if page:
                following.append((one, page))
        waiting = following
        if not waiting:
            return
    raise NotAudited(f"{service} answers without an end")


def _query(one: Locked, page: str) -> Mapping[str, object]:
    query: dict[str, object] = {"package": {"name": one.name, "ecosystem": "PyPI"}, "version": one.version}
    return query | ({"page_token": page} if page else {})


def _answered(service: str, queries: Sequence[Mapping[str, object]]) -> Sequence[object]:
    """An answer for each query, in their order."""
    try:
        answer = requests.post(f"{service}/v1/querybatch", json={"queries": queries}, timeout=_SECONDS)
        answer.raise_for_status()
        value = answer.json()
    except requests.exceptions.JSONDecodeError:
        raise NotAudited(f"{service} answered something else") from None
    except requests.exceptions.RequestException as error:
        raise NotAudited(f"{service} cannot be asked ({type(error).__name__})") from None
    results = value.get("results") if isinstance(value, dict) else None
    if not isinstance(results, list) or len(results) != len(queries):
        raise NotAudited(f"{service} answered something else")
    return results


def _read(answer: object) -> tuple[Sequence[str], str]:
    """The ids in one answer, and the token of its next page where there is one."""
    if not isinstance(answer, dict) or not isinstance(answer.get("vulns", []), list):
        raise NotAudited("the service answered something else")
    ids = [one.get("id") if isinstance(one, dict) else None for one in answer.get("vulns", [])]
    if not all(isinstance(one, str) for one in ids):
        raise NotAudited("the service answered something else")
    return [str(one) for one in ids], str(answer.get("next_page_token") or "")


if __name__ == "__main__":
    sys.exit(main())
