"""What is held right now, and what each table is there for: one declaration for all of them, printed in PRIVACY.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Connection, func, select

from ..model import DAY, HOUR, HeldFor, Holding, KeyAge
from . import schema
from .connected import Connected
from .recording import AUTHOR_KEY_LIFE, OPEN_DAYS
from .schema import secret_key

BETWEEN_PURGES = HOUR  # while Monitor runs: every hour is judged, and what has had its time goes before that


@dataclass(frozen=True, slots=True)
class End:
    """When something is destroyed by itself: `what`, and how long after which moment (`since`) it is due."""

    what: str
    due_after: timedelta
    since: str

    @property
    def promised(self) -> timedelta:
        """How long it lasts at most while Monitor runs."""
        return self.due_after + BETWEEN_PURGES


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a table is there for, and the column that says which moment a row is about.

    `holds` says what a row holds and names each of its columns in backticks. `ends` says what of it is destroyed by
    itself, and `stays` what of it stays until all is wiped.
    """

    held_for: HeldFor
    holds: str
    about: Column[Any] | None = None
    ends: tuple[End, ...] = ()
    stays: str = "all of it"


_WITH_THE_KEY = "the day's key was made"

PURPOSES: Mapping[str, Purpose] = {
    "observation": Purpose(
        HeldFor.COUNTS,
        "A number: the `value` of a `measure` (posts, people, views …) of a `topic` in a `source`, by which `method`, "
        "for the `bucket` that starts then and has so many hours (`bucket_hours`)",
        schema.observation.c.bucket,
    ),
    "breakdown": Purpose(
        HeldFor.COUNTS,
        "The `posts` of a `topic` in a `source` on a `day` in one `cell` of a `dimension` (language, tag beside, site, "
        "tone, kind of post); its `name` once ten `people` stand behind it; whether it is `sealed`",
        schema.breakdown.c.day,
        (End("hashes that stand for names, and small cells (merged into one)", AUTHOR_KEY_LIFE, _WITH_THE_KEY),),
        "what is sealed",
    ),
    "coverage": Purpose(
        HeldFor.COVERAGE,
        "How completely a `bucket` of so many hours (`bucket_hours`) was seen of a `topic` in a `source`: `status`, "
        "`reason`, and when it was first looked at (`opened_at`)",
        schema.coverage.c.bucket,
    ),
    "checkpoint": Purpose(
        HeldFor.COVERAGE,
        "How far a `stream` of a `source` was read: its `cursor` of times and positions (of a file a keyed digest, of "
        "a feed salted marks of its last stories, of an archive when its last import ended), `updated_at`",
        schema.checkpoint.c.updated_at,
    ),
    "pulse": Purpose(
        HeldFor.COVERAGE,
        "How a `source` answered last: `status`, `reason`, `tried_at`, `succeeded_at`, `retry_at`, `every_minutes`, "
        "`lag_hours`, how many posts it `counted` and numbers it `observed`",
        schema.pulse.c.tried_at,
    ),
    "seen": Purpose(
        HeldFor.MARKS,
        "A `mark` (keyed hash) of a post, or of a person in one hour, day or cell, how many `times` it came by, "
        "`expires_at`",
        ends=(
            End("a person's mark", AUTHOR_KEY_LIFE, "the first post behind it was counted"),
            End("a post's mark", OPEN_DAYS * DAY, "its hour was first counted and the source's delay is over"),
        ),
        stays="",
    ),
    "loudest": Purpose(
        HeldFor.MARKS,
        "The `mark` of one of the five busiest accounts of a `topic` in a `source` on a `day`, and how many `posts`",
        schema.loudest.c.day,
        (End("all of it", AUTHOR_KEY_LIFE, _WITH_THE_KEY),),
        "",
    ),
    "secret_key": Purpose(
        HeldFor.KEYS,
        "The random `secret` with which the marks of a `source` on a `day` are made, `created_at`; the one without a "
        "source is that of posts' marks and files",
        schema.secret_key.c.created_at,
        (End("the secret of a day", AUTHOR_KEY_LIFE, "it was made"),),
        "the secret of posts' marks, and that there was a day",
    ),
    "change": Purpose(
        HeldFor.JUDGEMENTS,
        "A passage of a `topic` in a `source` from one state (`before`) to the next (`after`): `id`, `at`, `kind`, "
        "whether `resumed` or `late`, the numbers it rests on (`evidence`), `recorded_at`",
        schema.change.c.at,
    ),
    "delivery": Purpose(
        HeldFor.JUDGEMENTS,
        "Which `change` is owed to which `channel` (`owed_since`), which message tells it (`outgoing`), or why none "
        "does (`settled`)",
        schema.delivery.c.owed_since,
    ),
    "outgoing": Purpose(
        HeldFor.JUDGEMENTS,
        "That a message of a `kind` goes to a `channel`, never its words or an address: `number`, `stable_id`, "
        "`made_at`, `claimed_at`, `tries`, `next_try_at`, `sent_at`, `error`",
        schema.outgoing.c.made_at,
    ),
    "spend": Purpose(
        HeldFor.MONEY, "The `dollars` spent at a `source`, `at` which moment, under an `id`", schema.spend.c.at
    ),
    "push": Purpose(
        HeldFor.STAFF,
        "A push: `number`, `uid`, `state`, `sequence`, `changed_at`, `starts_at`, `ends_at`, `went_out_at`, `latest`, "
        "the `change` behind it, the name of its `owner`, its `hook`, `draft` and `reason`, and `lists` (topics, "
        "channels, languages, checks, windows)",
        schema.push.c.starts_at,
    ),
    "note": Purpose(
        HeldFor.STAFF,
        "A note: `number`, the moment it is about (`at`), `topic`, what was `said`, `by` whom, `made_at`",
        schema.note.c.at,
    ),
    "snooze": Purpose(
        HeldFor.STAFF,
        "A silence: `number`, `topic`, `until` when, `by` whom, its `reason`, `made_at`",
        schema.snooze.c.made_at,
    ),
    "verdict": Purpose(
        HeldFor.STAFF,
        "Whether the warning of a `change` was `useful`, `by` whom, `at` which moment",
        schema.verdict.c.at,
    ),
    "meta": Purpose(
        HeldFor.UPKEEP,
        "A `value` under a `name`; beside these the newest hour that was judged, and whether the file is still to be "
        "built anew after something was deleted",
    ),
}


class HeldReading(Connected):
    """What can be read of what is held."""

    def holdings(self) -> tuple[Holding, ...]:
        """How many rows each table holds, and since when: what a stranger would find."""
        with self._transaction() as connection:
            return tuple(_holding(connection, name) for name in PURPOSES)

    def keys(self, *, now: datetime) -> tuple[KeyAge, ...]:
        """The keys that are alive, by source and day; that of post ids, where there is one, is the first."""
        query = select(secret_key).where(secret_key.c.secret.is_not(None))
        rows = self._rows(query.order_by(secret_key.c.source, secret_key.c.day))
        return tuple(_key_age(row.source, row.day, row.created_at, now=now) for row in rows)


def _holding(connection: Connection, name: str) -> Holding:
    about = PURPOSES[name].about
    table = schema.metadata.tables[name]
    if about is None:
        return Holding(name, connection.execute(select(func.count()).select_from(table)).scalar_one(), None)
    rows, oldest = connection.execute(select(func.count(), func.min(about)).select_from(table)).one()
    return Holding(name, rows, oldest)


def _key_age(source: str, day: datetime, made_at: datetime, *, now: datetime) -> KeyAge:
    if not source:
        return KeyAge("", None, now - made_at, None)
    return KeyAge(source, day, now - made_at, made_at + AUTHOR_KEY_LIFE)
