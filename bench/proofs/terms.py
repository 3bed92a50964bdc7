"""P6: terms that look like a private person or a gathering are stopped, however they are written, and others are not.

Both lists were written by hand, every name in them invented, without looking at the guard; each goes through
`config.load` on real files, as a campaign would write it. Then each term that was stopped is tried again in disguise.
"""

from __future__ import annotations

import csv
import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from monitor import config, sources
from monitor.errors import ConfigError
from monitor.guard import looks

from .proof import Proof, Shown

_HERE = Path(__file__).parent
_KEYS = {"tag": "tags", "mention": "mentions", "phrase": "phrases", "link": "links", "article": "articles"}
_IN_A_FILE = 50  # as many problems as are listed one by one
_GUARDED = re.compile("may be a private person|may be a gathering")
_LEAST_RECALL, _MOST_STOPPED = 0.95, 0.05
_LATIN, _CYRILLIC = "ABCEHKMOPTXaceopxyi", "АВСЕНКМОРТХасеорхуі"
_SWAPPED = str.maketrans(_LATIN + _CYRILLIC, _CYRILLIC + _LATIN)
_GREEK = str.maketrans("ABEHIKMNOPTXYZov", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖον")
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F) if chr(code) not in "#@"}


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    term: str
    why: str


def _rows(name: str, size: int) -> list[_Row]:
    """So many rows of a list, evenly from all of it."""
    with (_HERE / f"terms_{name}.csv").open(encoding="utf-8", newline="") as file:
        every = [_Row(row["kind"], row["term"], row["why"]) for row in csv.DictReader(file)]
    wanted = min(size, len(every))
    return [every[number * len(every) // wanted] for number in range(wanted)]


def _disguised(term: str) -> Iterator[str]:
    """The term in other letters that a reader takes for the same."""
    mixed = "".join(one.translate(_SWAPPED) if place % 2 else one for place, one in enumerate(term))
    zigzag = "".join(one.upper() if place % 2 else one.lower() for place, one in enumerate(term))
    looking = (term.translate(_SWAPPED), mixed, term.translate(_GREEK), term.translate(_FULL_WIDTH))
    unseen = (unseen.join(term) for unseen in ("\u200b", "\u200d", "\u00ad"))
    found = dict.fromkeys((term.lower(), term.upper(), zigzag, *looking, *unseen))
    yield from (one for one in found if one != term)


def _written(rows: Sequence[_Row], official: Iterable[str]) -> str:
    """A config that follows these terms."""
    listed: dict[str, list[str]] = {key: [] for key in _KEYS.values()}
    for row in rows:
        listed[_KEYS[row.kind]].append(json.dumps(row.term, ensure_ascii=False))
    texts = [f"  {key}: [{', '.join(terms)}]" for key, terms in listed.items() if terms and key != "articles"]
    if listed["articles"]:
        texts.append(f"  articles: {{en: [{', '.join(listed['articles'])}]}}")
    accounts = ", ".join(json.dumps(one) for one in official)
    return "\n".join([f"campaign: {{official_accounts: [{accounts}]}}", "topics:", " t:", *texts, ""])


def _refused(rows: Sequence[_Row], official: Iterable[str]) -> list[str | None]:
    """Why each of these terms is refused, None where it may be followed; through the whole of `config.load`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "config.yaml"
        path.write_text(_written(rows, official), encoding="utf-8")
        try:
            config.load(path, sources=sources.settings())
        except ConfigError as error:
            said = _by_place(str(error))
        else:
            said = {}
    return [said.get(place) for place in _places(rows)]


def _by_place(message: str) -> dict[str, str]:
    found = (re.match(r"config\.yaml line \d+: topics\.t\.([a-z.]+\d+): (.*)", line) for line in message.splitlines())
    return {one[1]: one[2] for one in found if one}


def _places(rows: Sequence[_Row]) -> Iterator[str]:
    """Where each term stands in the file, as problems name it."""
    counted: dict[str, int] = {}
    for row in rows:
        counted[row.kind] = counted.get(row.kind, 0) + 1
        yield f"{'articles.en' if row.kind == 'article' else _KEYS[row.kind]}.{counted[row.kind]}"


def _all_refused(rows: Sequence[_Row], official: Sequence[str]) -> list[str | None]:
    parts = (rows[start : start + _IN_A_FILE] for start in range(0, len(rows), _IN_A_FILE))
    return [why for part in parts for why in _refused(part, official)]


def show(size: int) -> Shown:
    """How many risky terms are stopped, how many others are too, and what gets past in disguise."""
    risky, legitimate = _rows("risky", size // 2), _rows("legitimate", size // 2)
    official = [row.term for row in legitimate if row.why == "office" and row.kind == "mention"]
    stopped = [row for row, why in zip(risky, _all_refused(risky, official), strict=True) if _is_guarded(why)]
    wrongly = [why for why in _all_refused(legitimate, official) if why]
    masked = [_Row(row.kind, form, row.why) for row in stopped for form in _disguised(row.term)]
    passed = [row for row, why in zip(masked, _all_refused(masked, official), strict=True) if not why]
    recall, false = len(stopped) / len(risky), len(wrongly) / len(legitimate)
    tried = len(masked) > len(stopped) > 0
    said = (
        f"{len(stopped)} of {len(risky)} risky terms stopped ({recall:.1%}), {len(wrongly)} of {len(legitimate)} "
        f"others ({false:.1%}); {len(passed)} of {len(masked):,} disguises got past{_example(passed)}"
    )
    return Shown(tried and recall >= _LEAST_RECALL and false <= _MOST_STOPPED and not passed, said)


def _is_guarded(why: str | None) -> bool:
    return why is not None and bool(_GUARDED.search(why))


def _example(passed: Sequence[_Row]) -> str:
    return f", such as {passed[0].why} {ascii(passed[0].term)[:40]}" if passed else ""


@contextmanager
def _unfolded() -> Iterator[Mapping[str, object]]:
    """The guard without its folding: letters stay as they are written."""
    looks.look.cache_clear()
    with patch.object(looks, "visible", str), patch.object(looks, "alike", lambda text: (text,)):
        yield {}
    looks.look.cache_clear()


PROOFS = (
    Proof(
        rule="P6",
        promise="a term that looks like a private person or a gathering needs somebody who answers for it",
        show=show,
        quick=600,
        full=600,
        unit="terms of two lists, all through config.load",
        fault="terms are looked at as they are written, without folding look-alikes, width and invisible characters",
        planted=_unfolded,
        smallest=120,
    ),
)
