"""The texts of the page History about what the posts are like, and about staff's notes."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text

_WITHIN: Mapping[str, Text] = {
    "history.within.none": Text(
        en="Tone, languages, co-tags and domains are not known here: this source does not give whole posts, another "
        "topic looks for the same, or these days are not closed yet, which takes up to two days.",
        ru="Тон, языки, соседние хештеги и домены здесь неизвестны: источник не даёт самих постов, того же ищет другая "
        "тема или эти дни ещё не закрыты, а это занимает до двух суток.",
    ),
    "history.within.days": Text(
        en="Counted by UTC days, {first} to {last}; a day is told once it is closed. What fewer than ten people stand "
        "behind is told as “other” only, and co-tags and domains in tens of posts.",
        ru="Подсчитано по дням UTC, с {first} по {last}; день показан, когда он закрыт. То, за чем меньше десяти "
        "человек, входит только в «прочее», а соседние хештеги и домены даны десятками постов.",
    ),
    "history.tone": Text(en="How the posts sound (English only)", ru="Как звучат посты (только английские)"),
    "history.tone.finding": Text(
        en="Of the posts with a tone {hopeful} sound hopeful and {grim} grim; {unscored} of all have none.",
        ru="Из постов с тоном {hopeful} звучат с надеждой, {grim} мрачно; без тона {unscored} всех постов.",
    ),
    "history.tone.none": Text(
        en="No tone can be told: {unscored} of the posts are not scored.",
        ru="О тоне сказать нельзя: не оценено {unscored} постов.",
    ),
    "history.tone.warning": Text(
        en="Tone is how words sound, not whether posts are for or against you: “protest” counts as grim.",
        ru="Тон говорит о звучании слов, а не о том, за вас посты или против: «протест» считается мрачным.",
    ),
    "history.tone.hopeful": Text(en="Hopeful, of scored", ru="С надеждой, от оценённых"),
    "history.tone.plain": Text(en="Plain, of scored", ru="Нейтрально, от оценённых"),
    "history.tone.grim": Text(en="Grim, of scored", ru="Мрачно, от оценённых"),
    "history.tone.unscored": Text(en="Not scored, of all", ru="Не оценено, от всех"),
    "history.tone.hidden": Text(en="Too few people to tell, of all", ru="Слишком мало людей, от всех"),
    "history.languages": Text(en="Languages", ru="Языки"),
    "history.languages.day": Text(en="Shares of a day's posts", ru="Доли постов за день"),
    "history.languages.days": Text(en="Shares of the posts, in steps of {n} days", ru="Доли постов, шаг в днях: {n}"),
    "history.cotags": Text(en="Co-tags", ru="Соседние хештеги"),
    "history.cotags.table": Text(
        en="Posts that carry another hashtag beside yours", ru="Посты, где рядом стоит другой хештег"
    ),
    "history.domains": Text(en="Domains", ru="Домены"),
    "history.domains.table": Text(en="Posts that link to a site", ru="Посты со ссылкой на сайт"),
    "history.names.none": Text(en="None that ten people used.", ru="Нет таких, за которыми стоят десять человек."),
    "history.col.name": Text(en="Name", ru="Название"),
    "history.col.posts": Text(en="Posts", ru="Посты"),
    "history.col.share": Text(en="Share", ru="Доля"),
    "history.other": Text(en="other", ru="прочее"),
    "history.total": Text(en="All posts", ru="Все посты"),
}

_NOTES: Mapping[str, Text] = {
    "history.note": Text(en="Write a note", ru="Написать заметку"),
    "history.note.day": Text(en="Day", ru="День"),
    "history.note.time": Text(en="Time ({zone})", ru="Время ({zone})"),
    "history.note.text": Text(en="What happened", ru="Что произошло"),
    "history.note.by": Text(en="Your name or initials", ru="Ваше имя или инициалы"),
    "history.note.all": Text(en="It is about all topics", ru="Касается всех тем"),
    "history.note.keep": Text(en="Keep the note", ru="Сохранить заметку"),
    "history.note.drop": Text(en="Delete note {number}", ru="Удалить заметку {number}"),
    "history.note.warning": Text(
        en="Write no names of people at risk: a note stays until somebody deletes it.",
        ru="Не пишите имён людей, которым грозит опасность: заметка хранится, пока её не удалят.",
    ),
}

TEXTS: Mapping[str, Text] = {**_WITHIN, **_NOTES}
