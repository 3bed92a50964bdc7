"""Posts that nobody wrote: short texts about lanterns and a lighthouse around a topic's own terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from ...model import Post, PostKind, Term, TermKind, Topic

PEOPLE = 4000
FLOOD_ACCOUNT = "invented-7"  # the accounts of the others begin at 10

_KINDS = (PostKind.ORIGINAL, PostKind.REPLY, PostKind.REPOST, PostKind.QUOTE)
_KIND_OF_100 = np.repeat(np.arange(4), (34, 14, 42, 10))

_ENGLISH = (
    "A wonderful crowd at the pier tonight, thank you all {}",
    "So proud of everyone who lit a lantern {}",
    "Good news at last, and it came from the children {}",
    "Thousands of letters! We love every one of them {}",
    "Hope is a lamp that someone keeps. Happy to see so many {}",
    "The choir was beautiful, and nobody wanted to go home {}",
    "They threatened the keeper again, this is terrible {}",
    "Another night in the dark. It hurts to see the harbour like this {}",
    "Shame on those who broke the lamp {}",
    "He was beaten for holding a lantern. I am afraid for him {}",
    "No answer, only lies. A sad and angry evening {}",
    "The keeper's family lost their home, how cruel {}",
    "The meeting about the lighthouse begins at seven {}",
    "Read what the keepers wrote {}",
    "Has anybody seen the new timetable of the ferry? {}",
    "Here is how to write a letter in five minutes {}",
    "A reporter from the island paper asks about the lamp {}",
    "Day by day, the list of names grows longer {}",
)
_RUSSIAN = (
    "Спасибо всем, кто пришёл сегодня на причал, вы чудесные {}",
    "Сколько света! Горжусь каждым, кто зажёг фонарь {}",
    "Наконец хорошие новости, радость на весь берег {}",
    "Хор пел прекрасно, никто не хотел уходить {}",
    "Надежда есть, пока горит хоть одна лампа {}",
    "Смотрителю снова угрожают, это ужасно {}",
    "Ещё одна ночь в темноте, больно смотреть на гавань {}",
    "Позор тем, кто разбил лампу {}",
    "Его избили за фонарь, мне страшно за него {}",
    "Снова ложь вместо ответа, грустный вечер {}",
    "Встреча о маяке начнётся в семь {}",
    "Прочитайте письмо смотрителей {}",
    "Как написать письмо за пять минут {}",
    "Список имён становится длиннее день за днём {}",
)
_SPOKEN = (("en", _ENGLISH), ("en", _ENGLISH), ("ru", _RUSSIAN))


@dataclass(frozen=True, slots=True)
class Way:
    """A piece of text with the entities a platform finds in it."""

    text: str
    tags: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


_EXTRAS = (
    *(Way(f" #{tag}", tags=(tag,)) for tag in ("LanternWalk", "WriteALetter", "ХорУМоря", "SmallHours", "PaperBoats")),
    *(
        Way(f" {url}", links=(url,))
        for url in ("https://example.org/letter", "https://example.com/news/lamp", "https://example.net/song")
    ),
    *(Way("") for _ in range(6)),
)


def ways(topic: Topic) -> tuple[Way, ...]:
    """The ways a post can carry the topic: one for each of its terms that stands in posts; articles do not."""
    return tuple(_way(term) for term in topic.terms if term.kind is not TermKind.ARTICLE)


def posts(
    wordings: tuple[Way, ...], *, at: datetime, count: int, rng: np.random.Generator, id_prefix: str
) -> Iterator[Post]:
    """So many invented posts within the hour that starts at `at`; their ids count from 0 behind the prefix."""
    seconds = rng.integers(0, 3600, count).tolist()
    people = (rng.random(count) ** 2 * PEOPLE).astype(int).tolist()
    kinds = _KIND_OF_100[rng.integers(0, 100, count)].tolist()
    reactions = (rng.geometric(0.15, count) - 1).tolist()
    dice = rng.integers(0, 2**15, (count, 5)).tolist()
    for number, (second, person, kind, reaction, (spoken, said, way, more, told)) in enumerate(
        zip(seconds, people, kinds, reactions, dice, strict=True)
    ):
        language, texts = _SPOKEN[spoken % len(_SPOKEN)]
        words, extra = wordings[way % len(wordings)], _EXTRAS[more % len(_EXTRAS)]
        entities = told % 5 < 3
        yield Post(
            id=f"{id_prefix}{number}",
            author=f"invented-{person + 10}",
            at=at + timedelta(seconds=second),
            text=texts[said % len(texts)].format(words.text + extra.text),
            kind=_KINDS[kind],
            tags=words.tags + extra.tags if entities else None,
            mentions=words.mentions + extra.mentions if entities else None,
            links=words.links + extra.links if entities else None,
            language=language if told % 2 else None,
            engagement=reaction if told % 7 else None,
        )


def _way(term: Term) -> Way:
    if term.kind is TermKind.TAG:
        return Way(f"#{term.text}", tags=(term.text,))
    if term.kind is TermKind.MENTION:
        return Way(f"@{term.text}", mentions=(term.text,))
    if term.kind is TermKind.LINK:
        url = term.text if "://" in term.text else f"https://{term.text}"
        return Way(url, links=(url,))
    return Way(f"– {term.text}")
