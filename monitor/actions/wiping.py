"""Wiping a campaign: everything that was counted, judged and written is destroyed, the keys before all else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ..errors import ConfigError, StoreError
from ..store.locking import lock_of, taken_to_wipe
from ..store.wiping import Destroyed, destroy


class Limit(StrEnum):
    """What a wipe cannot reach, and so cannot promise."""

    AGAIN = "again"
    BLOCKS = "blocks"
    COPIES = "copies"
    SENT = "sent"
    CONFIG = "config"
    RUNNING = "running"
    SERVER = "server"


SENTENCES = {
    Limit.RUNNING: "Something still had the store open: what it holds in memory is gone when it ends; `monitor run` "
    "ends by itself.",
    Limit.SERVER: "The database server may keep what was stored in its own journal and backups: ask whoever runs it.",
    Limit.AGAIN: "What starts Monitor by itself (a timer, cron, a service, a container) collects anew, into a new "
    "store: stop it.",
    Limit.BLOCKS: "A disk, above all an SSD, may keep old blocks, and a file system snapshots: only a disk that was "
    "encrypted from the start keeps these unreadable.",
    Limit.COPIES: "Files of posts that you imported, exported files, backups, synced folders, the system's logs and "
    "other machines keep what they hold: delete imported files yourself.",
    Limit.SENT: "Mail, messages and calendars that went out stay with those who got them.",
    Limit.CONFIG: "config.yaml, with the terms, and the keys in the environment and in .streamlit/secrets.toml stay: "
    "delete them yourself.",
}
_COLLECTING = (
    "nothing was wiped: `monitor run` or `monitor collect` is at work on this store; stop it first, or wipe anyway, "
    "with --now (a bad night)"
)
ALWAYS = (Limit.AGAIN, Limit.BLOCKS, Limit.COPIES, Limit.SENT, Limit.CONFIG)


@dataclass(frozen=True, slots=True)
class Wiped:
    """What was destroyed, and what nobody can promise; `limits` are the same as `not_promised`, for a translation."""

    removed: tuple[str, ...]
    limits: tuple[Limit, ...]

    @property
    def nothing_was_left(self) -> bool:
        """Whether there was nothing to wipe."""
        return not self.removed

    @property
    def not_promised(self) -> tuple[str, ...]:
        """What the wipe cannot reach, a sentence each."""
        return tuple(SENTENCES[limit] for limit in self.limits)


def meant(typed: str, word: str, *, what: str = "the campaign's alias") -> None:
    """ConfigError where somebody has not typed the word that says a wipe is meant; `what` says which word it is."""
    if typed.strip() != word.strip():
        raise ConfigError(f"nothing was wiped: type {what}, {word}, to say that you mean it")


def wipe(
    url: str,
    *,
    alias: str,
    typed: str,
    folders: Collection[Path] = (),
    anyway: bool = False,
    told: Callable[[str], None] = lambda step: None,
) -> Wiped:
    """Destroy the store at `url`, if who asks has `typed` the campaign's alias; done twice, nothing is left to do.

    Refuses while somebody collects for it, or wipes `anyway`. What was being written in one of the `folders` when its
    process died goes too. `told` hears each step once it is done.
    """
    meant(typed, alias)
    with taken_to_wipe(lock_of(url)) as alone:
        if not alone and not anyway:
            raise StoreError(_COLLECTING)
        gone = destroy(url, folders=folders, told=told)
    running = (Limit.RUNNING,) if gone.emptied.held or not alone else ()
    server = (Limit.SERVER,) if gone.by_server else ()
    return Wiped(tuple(_removed(gone)), (*running, *server, *ALWAYS))


def _removed(gone: Destroyed) -> Iterator[str]:
    emptied = gone.emptied
    if emptied.keys:
        yield _counted(emptied.keys, "secret key")
    if emptied.tables:
        yield f"{_counted(emptied.rows, 'row')} in {_counted(emptied.tables, 'table')}"
    yield from gone.files


def _counted(count: int, what: str) -> str:
    """A number of things, in words.

    >>> _counted(1, "row"), _counted(1200, "row")
    ('1 row', '1,200 rows')
    """
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
