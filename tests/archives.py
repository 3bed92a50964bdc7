"""Invented archives for the tests of the archive source, and short ways to read them."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitor.model import Page, Post
from monitor.sources.archive import Archive

NOW = datetime(2024, 6, 1, 12, 30, tzinfo=UTC)
START = datetime(2024, 1, 1, 10, 30, tzinfo=UTC)


def pages_of(
    path: Path,
    *,
    cursor: str | None = None,
    page_size: int = 2000,
    covers: tuple[datetime, datetime] | None = None,
) -> list[Page]:
    """All pages of a file from a cursor on."""
    return list(Archive(path, covers=covers).pages(cursor=cursor, now=NOW, page_size=page_size))


def posts_of(path: Path) -> list[Post]:
    """All posts of a file; every row adds up."""
    pages = pages_of(path)
    quarantined = reasons_of(pages).total()
    posts = [post for page in pages for post in page.posts]
    assert sum(page.read for page in pages) == len(posts) + quarantined + sum(page.skipped for page in pages)
    return posts


def reasons_of(pages: list[Page]) -> Counter[str]:
    """Why rows could not be read, over all pages."""
    return sum((Counter(page.quarantined) for page in pages), Counter())


def time_of(number: int) -> datetime:
    """Posts come every ten minutes."""
    return START + timedelta(minutes=10 * number)


def csv_lines(count: int) -> str:
    """A plain table of posts."""
    rows = [f"{number},{time_of(number).isoformat()},a{number % 7},text {number}" for number in range(count)]
    return "\n".join(["id,created_at,author_id,text", *rows]) + "\n"


def json_line(number: int, **more: object) -> str:
    """A post of X's API v2."""
    value = {"id": str(number), "text": f"text {number}", "created_at": time_of(number).isoformat(), "author_id": "a1"}
    return json.dumps(value | more)
