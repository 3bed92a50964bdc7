"""Archives of invented posts for the benches: no text twice, half English, half Russian, 130 characters on average."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

_ENGLISH = (
    "the lanterns are lit along harbour tonight and nobody knows when they come home we keep asking for names "
    "of those taken please share this wide ministers must answer why is silence so loud good people stand here"
).split()
_RUSSIAN = (
    "фонари горят вдоль гавани сегодня ночью и никто не знает когда они вернутся домой мы просим назвать имена "
    "пожалуйста расскажите всем министры должны ответить почему такая тишина хорошие люди стоят здесь рядом"
).split()
_TAGS = ("#LumenLanterns", "#Фонари", "#harbour", "#night")
START = datetime(2017, 4, 1, tzinfo=UTC)


def rows(count: int, *, seed: int = 1) -> Iterator[tuple[str, str, str, str]]:
    """Invented rows of id, time, author and text over 60 days; all but one in ten carry a followed tag."""
    chance = random.Random(seed)
    step = timedelta(days=60) / count
    for number in range(count):
        words = _ENGLISH if number % 2 else _RUSSIAN
        text = " ".join(chance.choices(words, k=chance.randint(8, 24)))
        tag = "no tag" if number % 10 == 0 else chance.choice(_TAGS[:2])
        extra = chance.choice(_TAGS[2:]) if number % 3 == 0 else ""
        moment = (START + number * step).isoformat()
        yield str(10**17 + number), moment, f"u{chance.randint(0, count // 3)}", f"{text} {number} {tag} {extra}"


def write_csv(path: Path, count: int, *, seed: int = 1) -> None:
    """Write that many invented posts as a plain archive."""
    with path.open("w", newline="", encoding="utf-8") as handle:
        out = csv.writer(handle)
        out.writerow(("id", "created_at", "author_id", "text"))
        out.writerows(rows(count, seed=seed))
