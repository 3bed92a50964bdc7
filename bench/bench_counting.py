"""Posts a second that counting takes on one core: `python bench/bench_counting.py [POSTS]`.

The texts are generated, half English and half Russian, 130 characters on average, no text twice;
every post matches a topic, as in the import of a campaign's own archive. Prints hits and tally
together, without and with language and tone, at pages of 2,000 posts.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from time import process_time

from monitor.counting import Matcher, Options, hits, tally
from monitor.model import Post, PostKind, Term, TermKind, Topic

PAGE = 2_000
START = datetime(2026, 3, 1, tzinfo=UTC)
DAYS = 10
DAY_KEYS = {START + timedelta(days=day): bytes([day + 1]) * 32 for day in range(DAYS)}
_ENGLISH = """
people families friends letter tonight again help please share answer nobody tells city police
release lawyer street brave hope fear safe border witness names waiting court judge promise freedom violence
taken returned speak listen together strong every morning without reason because their after before government
ministers report call write sign support world knows happened where never always today stop stand"""
_RUSSIAN = """
люди семьи друзья письмо сегодня снова помощь пожалуйста ответ никто город полиция свобода адвокат
улица надежда страх граница свидетель имена ждут суд судья обещание насилие забрали вернулись говорят слушают
вместе сильные каждое утро причина потому после перед правительство министры доклад звонок подпись поддержка
мир знает случилось никогда всегда стоп стоять права человека просим напишите депутату"""
ENGLISH, RUSSIAN = _ENGLISH.split(), _RUSSIAN.split()
TAGS = ("#CloseTheCamps", "#StopTheCamps", "#ЗакройтеЛагеря")
COTAGS = ("#HumanRights", "#LGBT", "#Права", "#News", "#Chechnya")
TOPICS = (
    Topic("camps", "Blue", tuple(Term(TermKind.TAG, tag) for tag in TAGS)),
    Topic(
        "network",
        "Green",
        (
            Term(TermKind.MENTION, "@lgbtnetwork"),
            Term(TermKind.PHRASE, "Russian LGBT Network"),
            Term(TermKind.PHRASE, "Чечн*"),
            Term(TermKind.LINK, "lgbtnet.example"),
        ),
    ),
)


def text(rng: random.Random, number: int) -> str:
    """Return a text of about 130 characters that carries a topic's tag; the number makes it unique."""
    russian = number % 2
    words = rng.sample(RUSSIAN if russian else ENGLISH, k=12 if russian else 15)
    words.insert(rng.randrange(len(words)), TAGS[2] if russian else rng.choice(TAGS[:2]))
    extra = [f"n{number}"]
    if rng.random() < 0.4:
        extra.append(rng.choice(COTAGS))
    if rng.random() < 0.3:
        extra.append(f"https://news{rng.randrange(50)}.example/{number}")
    if rng.random() < 0.3:
        extra.append(rng.choice(("@lgbtnetwork", "@someone", "😢", "🙏")))
    return " ".join(words + extra)


def posts(count: int) -> list[Post]:
    """Return generated posts of the ten days in the order of time."""
    rng = random.Random(1)  # the same posts every time
    step = timedelta(days=DAYS) / count
    kinds = tuple(PostKind)
    return [
        Post(
            id=f"{1_500_000_000_000_000_000 + number}",
            author=f"author-{int(rng.paretovariate(0.7)) % 50_000}",
            at=START + number * step,
            text=text(rng, number),
            kind=rng.choice(kinds),
            engagement=rng.randrange(50),
        )
        for number in range(count)
    ]


def seconds(pages: Sequence[Sequence[Post]], options: Options) -> float:
    """Return the processor time to count all pages, the matcher already built."""
    matcher = Matcher(TOPICS)
    began = process_time()
    for page in pages:
        found = hits(page, matcher, source="archive", key=b"k" * 32)
        tally(found.hits, source="archive", day_keys=DAY_KEYS, options=options)
    return process_time() - began


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40_000
    made = posts(count)
    pages = [made[start : start + PAGE] for start in range(0, count, PAGE)]
    mean = sum(len(post.text) for post in made) / count
    print(f"{count} posts, {len({post.text for post in made})} different texts, {mean:.0f} characters on average")
    for label, spoken in (("without language and tone", False), ("with language and tone", True)):
        options = Options(language=spoken, tone=spoken)
        seconds(pages[:1], options)  # the language model loads once in a process
        print(f"{label}: {count / min(seconds(pages, options) for _ in range(5)):,.0f} posts/s")


if __name__ == "__main__":
    main()
