"""Safe steps into JSON whose shape cannot be trusted: a wrong type is the same as nothing there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Object = Mapping[str, object]
_NOTHING: Object = {}


def child(value: Object, key: str) -> Object:
    """The object under a key, or an empty one."""
    found = value.get(key)
    return found if isinstance(found, dict) else _NOTHING


def children(value: Object, key: str) -> list[Object]:
    """The objects in the list under a key."""
    found = value.get(key)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def clean(value: object) -> str:
    """A string or a whole number as text without half characters (lone surrogates); else nothing."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**30:
        return str(value)
    return ""


def names(value: Object, key: str, name: str) -> tuple[str, ...] | None:
    """What the objects in a list are called; None when there is no list."""
    found = value.get(key)
    if not isinstance(found, list):
        return None
    if not found:
        return ()
    return tuple(filter(None, [clean(one.get(name)) for one in found if isinstance(one, dict)]))


def reactions(value: Object, keys: Sequence[str]) -> int | None:
    """The sum of the counts that are there and can be counts."""
    total: int | None = None
    for key in keys:
        count = value.get(key)
        if isinstance(count, str) and count.isascii() and count.isdigit() and len(count) < 13:
            count = int(count)
        if isinstance(count, int) and not isinstance(count, bool) and 0 <= count < 10**12:
            total = (total or 0) + count
    return total


def code(value: object) -> str | None:
    """A language code without its region; None when unknown."""
    found = clean(value).partition("-")[0].lower()
    return found if found.isalpha() and 2 <= len(found) <= 3 and found != "und" else None


def said(value: object) -> bool:
    """Whether something is said to be so; anything but a clear no counts, as it is asked about opting out."""
    return value not in (None, False, 0, "", "0", "false", "False", "no")
