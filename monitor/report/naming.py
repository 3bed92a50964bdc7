"""What a file is called that leaves the house: by an alias and a day, never by a term."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from ..words.cleaning import plain

_LONGEST = 60


def stem(alias: str, at: datetime, timezone: str) -> str:
    """The beginning of a file's name: letters and digits of any script, whatever the system that keeps it.

    >>> from datetime import UTC
    >>> stem("Свет / маяка?", datetime(2017, 4, 21, 22, 30, tzinfo=UTC), "Europe/Berlin")
    'Свет-маяка-2017-04-22'
    """
    name = re.sub(r"[\W_]+", "-", plain(alias)).strip("-")[:_LONGEST]
    return f"{name or 'report'}-{at.astimezone(ZoneInfo(timezone)):%Y-%m-%d}"
