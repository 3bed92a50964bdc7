"""The words that Monitor uses, each in plain sentences."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text

GLOSSARY = (
    "campaign", "topic", "term", "source", "measure", "hour", "coverage", "level", "usual", "peak", "half_life",
    "change", "warning", "certainty", "push", "effect",
)  # fmt: skip
"""The words in an order in which each can be understood from those before it."""

TEXTS: Mapping[str, Text] = {
    "glossary.campaign": Text(en="Campaign", ru="Кампания"),
    "glossary.campaign.means": Text(
        en="What you work for: its topics, its sources and its people, described in one file.",
        ru="То, ради чего вы работаете: её темы, источники и люди, описанные в одном файле.",
    ),
    "glossary.topic": Text(en="Topic", ru="Тема"),
    "glossary.topic.means": Text(
        en="Something you follow. It has terms, and an alias that stands for it everywhere else.",
        ru="То, за чем вы следите. У темы есть слова для поиска и псевдоним, который стоит вместо неё везде.",
    ),
    "glossary.term": Text(en="Term", ru="Слово для поиска"),
    "glossary.term.means": Text(
        en="A hashtag, an account, words, a link or an article that posts are looked through for.",
        ru="Хештег, аккаунт, слова, ссылка или статья: по ним отбираются посты.",
    ),
    "glossary.source": Text(en="Source", ru="Источник"),
    "glossary.source.means": Text(
        en="A place where attention is measured. Sources are never added up: each is compared with itself.",
        ru="Место, где измеряется внимание. Источники никогда не складываются: каждый сравнивается сам с собой.",
    ),
    "glossary.measure": Text(en="Measure", ru="Показатель"),
    "glossary.measure.means": Text(
        en="What is counted: posts, people (each once an hour and once a day), views or news stories.",
        ru="Что считается: посты, люди (каждый один раз в час и один раз в день), просмотры, новости.",
    ),
    "glossary.hour": Text(en="Hour", ru="Час"),
    "glossary.hour.means": Text(
        en="The smallest stretch that is counted. Some sources count by the day only.",
        ru="Самый короткий промежуток, за который ведётся счёт. Некоторые источники считают только по дням.",
    ),
    "glossary.coverage": Text(en="Coverage", ru="Полнота"),
    "glossary.coverage.means": Text(
        en="Whether an hour was really looked at. What was not is a gap, and never counted as silence.",
        ru="Действительно ли за этот час смотрели. Если нет, это пробел: он никогда не считается тишиной.",
    ),
    "glossary.level": Text(en="Level", ru="Уровень"),
    "glossary.level.means": Text(
        en="How much attention there is now, in posts a day, with the rhythm of day and week taken out.",
        ru="Сколько внимания сейчас, в постах за день, без суточного и недельного ритма.",
    ),
    "glossary.usual": Text(en="Usual", ru="Обычное"),
    "glossary.usual.means": Text(
        en="The level that a topic's own history leads one to expect; the band around it holds four values in five.",
        ru="Уровень, которого можно ждать по прошлому самой темы; в полосе вокруг него лежат четыре значения из пяти.",
    ),
    "glossary.peak": Text(en="Peak", ru="Пик"),
    "glossary.peak.means": Text(
        en="The highest level of the wave that is passing; its share says how much of it is left.",
        ru="Самый высокий уровень проходящей волны; доля от пика говорит, сколько от неё осталось.",
    ),
    "glossary.half_life": Text(en="Half-life", ru="Полураспад"),
    "glossary.half_life.means": Text(
        en="The time in which half of a wave is gone.", ru="Время, за которое уходит половина волны."
    ),
    "glossary.change": Text(en="Change", ru="Перемена"),
    "glossary.change.means": Text(
        en="A topic's passage from one state to another, kept with what it was judged by.",
        ru="Переход темы из одного состояния в другое; хранится вместе с тем, по чему о нём судили.",
    ),
    "glossary.warning": Text(en="Warning", ru="Предупреждение"),
    "glossary.warning.means": Text(
        en="A change that is worth telling people about.", ru="Перемена, о которой стоит сказать людям."
    ),
    "glossary.certainty": Text(en="Certainty", ru="Уверенность"),
    "glossary.certainty.means": Text(
        en="The chance that hindsight will call the judgement right.",
        ru="Вероятность того, что задним числом оценка окажется верной.",
    ),
    "glossary.push": Text(en="Push", ru="Акция"),
    "glossary.push.means": Text(
        en="Something the campaign does to be heard, with an owner and a time. People do it, never the tool.",
        ru="То, что кампания делает, чтобы её услышали: с ответственным и временем. Делают люди, программа — никогда.",
    ),
    "glossary.effect": Text(en="Effect", ru="Эффект"),
    "glossary.effect.means": Text(
        en="What a push brought beyond what was expected without it, with the doubt that remains.",
        ru="Что акция принесла сверх ожидаемого без неё, с оставшимся сомнением.",
    ),
}
