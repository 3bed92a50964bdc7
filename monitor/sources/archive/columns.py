"""Rows with named columns, whatever the exporting tool called them: CSV cells and flat JSON objects."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import blake2b

from ...model import Post, PostKind
from .fields import clean, code
from .names import KNOWN, folded
from .rows import Unreadable
from .times import moment

_NO = frozenset({"", "0", "0.0", "no", "false", "none", "nan", "null", "[]"})
_LIST_END = re.compile(r"[\s,;|\[\]'\"]+")
_LINK_END = re.compile(r"[\s|\[\]'\"]+|[,;](?=\s*https?://)")
_MANGLED = re.compile(r"\d(\.\d+)?[eE]\+\d+")


class Columns:
    """Which column holds what, from a header; `missing` are the roles without which nothing can be counted."""

    def __init__(self, header: Sequence[str]) -> None:
        self._places: dict[str, int] = {}
        for place, name in enumerate(header):
            self._places.setdefault(folded(name), place)
        self.missing = tuple(role for role in ("time", "text") if self._first(role) is None)
        self._time, self._text = self._first("time") or 0, self._first("text") or 0
        self._clock = self._places.get("time") if self._places.get("date") == self._time else None
        self._id, self._author = self._first("id"), self._first("author")
        self._tags, self._mentions = self._first("tags"), self._first("mentions")
        self._links, self._language = self._first("links"), self._first("language")
        self._protected = self._first("protected")
        self._kinds = [(kind, self._all(kind.value)) for kind in (PostKind.REPOST, PostKind.QUOTE, PostKind.REPLY)]
        self._reactions = self._all("reactions")
        self._rich = bool(len(self._reactions) + sum(len(places) for _, places in self._kinds)) or any(
            place is not None for place in (self._tags, self._mentions, self._links, self._language, self._protected)
        )

    def post(self, cells: Sequence[str]) -> Post:
        """Return the row's post.

        A file without ids, or with ids that a spreadsheet rounded ("1.42E+17"), gets ids from a hash of author,
        time and text: a post repeated word for word by one author within a second counts once.
        """
        written, text = cells[self._time], cells[self._text]
        at = moment(written if self._clock is None else f"{written} {cells[self._clock]}")
        author = "" if self._author is None else cells[self._author].strip()
        post_id = "" if self._id is None else cells[self._id].strip()
        if self._id is not None and not post_id:
            raise Unreadable("no id")
        if not post_id or ("+" in post_id and _MANGLED.fullmatch(post_id)):
            post_id = derived_id(author, at, text)
        if not self._rich:
            return Post(post_id, author, at, text, PostKind.REPOST if text[:4] == "RT @" else PostKind.ORIGINAL)
        return self._rich_post(post_id, author, at, text, cells)

    def _rich_post(self, post_id: str, author: str, at: datetime, text: str, cells: Sequence[str]) -> Post:
        kind = self._kind(cells, text)
        return Post(
            post_id,
            author,
            at,
            text,
            kind,
            tags=_listed(cells, self._tags, "#"),
            mentions=_listed(cells, self._mentions, "@"),
            links=_listed(cells, self._links, ""),
            language=None if self._language is None else code(cells[self._language].strip("[]\"' ")),
            engagement=None if kind is PostKind.REPOST else self._engagement(cells),
            opted_out=self._protected is not None and _said(cells[self._protected]),
        )

    def _kind(self, cells: Sequence[str], text: str) -> PostKind:
        for kind, places in self._kinds:
            for place in places:
                if _said(cells[place]):
                    return kind
        return PostKind.REPOST if text[:4] == "RT @" else PostKind.ORIGINAL

    def _engagement(self, cells: Sequence[str]) -> int | None:
        total: int | None = None
        for place in self._reactions:
            cell = cells[place].removesuffix(".0")
            if cell.isascii() and cell.isdigit() and len(cell) < 13:
                total = (total or 0) + int(cell)
        return total

    def _first(self, role: str) -> int | None:
        return next((self._places[name] for name in KNOWN[role] if name in self._places), None)

    def _all(self, role: str) -> tuple[int, ...]:
        return tuple(self._places[name] for name in KNOWN[role] if name in self._places)


def derived_id(author: str, at: datetime, text: str) -> str:
    """An id for a post that has none: the same author, time and text give the same."""
    content = json.dumps((author, at.isoformat(), text)).encode()
    return "derived:" + blake2b(content, digest_size=16).hexdigest()


def flat_post(value: Mapping[str, object], known: dict[tuple[str, ...], Columns]) -> Post:
    """Return the post of a flat JSON object; `known` remembers the columns of objects with the same keys."""
    keys = tuple(value)
    columns = known.get(keys)
    if columns is None:
        if len(known) > 1000:  # a file in which every row has keys of its own must not fill the memory
            known.clear()
        columns = known[keys] = Columns(keys)
    if columns.missing:
        raise Unreadable(f"no {columns.missing[0]}")
    return columns.post([_cell(part) for part in value.values()])


def _cell(part: object) -> str:
    if isinstance(part, str):
        return clean(part)
    return "" if part is None else json.dumps(part)


def _said(cell: str) -> bool:
    return cell.strip().lower() not in _NO


_NAME_KEYS = ("tag", "username", "screen_name", "expanded_url", "text", "name", "url")


def _listed(cells: Sequence[str], place: int | None, sign: str) -> tuple[str, ...] | None:
    """A list in a cell: JSON, Python's way, or with separators; an empty cell says nothing (the text may)."""
    cell = "" if place is None else cells[place].strip()
    if cell.lower() in _NO:
        return None
    if cell.startswith("[{") or (cell.startswith("[") and '"' in cell):
        try:
            parts = json.loads(cell)
        except (ValueError, RecursionError):
            parts = None
        if isinstance(parts, list):
            return tuple(name.lstrip(sign) for name in map(_name_of, parts) if name)
    split = _LIST_END if sign else _LINK_END
    return tuple(part.lstrip(sign) for part in split.split(cell) if part.strip(sign or " "))


def _name_of(part: object) -> str:
    if not isinstance(part, dict):
        return clean(part)
    return next((name for key in _NAME_KEYS if (name := clean(part.get(key)))), "")
