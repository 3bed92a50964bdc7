"""Why something that staff asked for on a page was not done."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text

_ANY: Mapping[str, Text] = {
    "refused": Text(en="This was not done:", ru="Это не сделано:"),
    "refused.viewer": Text(
        en="Not done: you may look here, not change anything.", ru="Не сделано: здесь можно смотреть, но не менять."
    ),
    "refused.long": Text(
        en="Not done: this text is longer than {longest} characters. Shorten it.",
        ru="Не сделано: в этом тексте больше знаков, чем можно ({longest}). Сократите его.",
    ),
    "refused.no_topic": Text(
        en="Not done: this topic is no longer followed. Choose another.",
        ru="Не сделано: за этой темой больше не следят. Выберите другую.",
    ),
}

_PUSHES: Mapping[str, Text] = {
    "refused.time": Text(
        en="Not done: give a date and a time of day, such as {example}.",
        ru="Не сделано: укажите дату и время, например {example}.",
    ),
    "refused.gap": Text(
        en="Not done: {time} does not exist in {zone}, as the clocks go forward then. Nearest are {before} and {then}.",
        ru="Не сделано: в поясе {zone} нет времени {time}, часы тогда переводят вперёд. Ближайшее: {before} и {then}.",
    ),
    "refused.over": Text(
        en="Not done: that time is over. Give one that is still to come.",
        ru="Не сделано: это время прошло. Укажите то, что ещё впереди.",
    ),
    "refused.far": Text(
        en="Not done: that is more than two years ahead. Is the year right?",
        ru="Не сделано: до этого времени больше двух лет. Верен ли год?",
    ),
    "refused.to_come": Text(
        en="Not done: that time is still to come, and a push has gone out only after it.",
        ru="Не сделано: это время ещё не наступило, а выйти акция может только до этой минуты.",
    ),
    "refused.long_ago": Text(
        en="Not done: that is more than a year ago. Is the year right?",
        ru="Не сделано: с тех пор прошло больше года. Верен ли год?",
    ),
    "refused.topic": Text(en="Not done: choose what it is about.", ru="Не сделано: выберите, о чём она."),
    "refused.owner": Text(
        en="Not done: a push needs somebody who sees to it.", ru="Не сделано: нужен тот, кто за неё отвечает."
    ),
    "refused.reason": Text(
        en="Not done: say why, as others learn from it.", ru="Не сделано: скажите почему, другим это поможет."
    ),
    "refused.exposes": Text(
        en="Not done: nobody has ticked yet that push {number} exposes nobody. Look at it once more, then tick that.",
        ru="Не сделано: ещё не отмечено, что акция {number} никого не ставит под удар. Проверьте ещё раз и отметьте.",
    ),
    "refused.changed": Text(
        en="Not done: push {number} was changed by somebody else meanwhile. Look at it again.",
        ru="Не сделано: акцию {number} тем временем изменил кто-то другой. Посмотрите на неё ещё раз.",
    ),
    "refused.state": Text(
        en="Not done: push {number} is no longer what it was. Look at it again.",
        ru="Не сделано: акция {number} уже в другом состоянии. Посмотрите на неё ещё раз.",
    ),
}

_OTHERS: Mapping[str, Text] = {
    "refused.silence_incomplete": Text(
        en="Not done: say who you are and why, as others will wonder why it is quiet.",
        ru="Не сделано: укажите имя и причину, другие спросят, почему тихо.",
    ),
    "refused.silence_over": Text(
        en="Not done: a silence must end in the future.", ru="Не сделано: тишина должна закончиться в будущем."
    ),
    "refused.silence_long": Text(
        en="Not done: a silence lasts {days} days at most, as nobody remembers a longer one.",
        ru="Не сделано: тишина длится не больше {days} дней, о более долгой забывают.",
    ),
    "refused.silence_gone": Text(
        en="Not done: this silence is over already.", ru="Не сделано: эта тишина уже закончилась."
    ),
    "refused.no_warning": Text(
        en="Not done: this warning is not there any more.", ru="Не сделано: этого предупреждения больше нет."
    ),
    "refused.note_incomplete": Text(
        en="Not done: a note needs what happened and who writes it.",
        ru="Не сделано: в заметке нужно указать, что произошло и кто пишет.",
    ),
    "refused.note_to_come": Text(
        en="Not done: a note tells what happened, and that time is still to come.",
        ru="Не сделано: заметка рассказывает о том, что уже было, а это время ещё не наступило.",
    ),
    "refused.no_note": Text(
        en="Not done: note {number} is not there any more; somebody else may have deleted it.",
        ru="Не сделано: заметки {number} больше нет, возможно, её удалил кто-то другой.",
    ),
    "refused.collecting": Text(
        en="Nothing was wiped: Monitor is still collecting. Stop it first, or tick the box and wipe anyway.",
        ru="Ничего не стёрто: Monitor ещё собирает данные. Сначала остановите его или поставьте отметку и сотрите "
        "всё равно.",
    ),
}

_TERMS: Mapping[str, Text] = {
    "refused.person": Text(
        en="{where}: {term} may be a private person{looks}: following them can put them in danger.",
        ru="{where}: {term} — возможно, частное лицо{looks}: слежение может быть для него опасно.",
    ),
    "refused.gathering": Text(
        en="{where}: {term} may be a gathering{looks}: who is watched there can be put in danger.",
        ru="{where}: {term} — возможно, встреча людей{looks}: слежение может быть опасно для тех, кто придёт.",
    ),
    "refused.looks.account": Text(en=" ({seen} looks like an account)", ru=" ({seen} похоже на аккаунт)"),
    "refused.looks.profile": Text(
        en=" ({seen} looks like the page of an account)", ru=" ({seen} похоже на страницу аккаунта)"
    ),
    "refused.looks.email": Text(en=" ({seen} looks like an e-mail address)", ru=" ({seen} похоже на адрес почты)"),
    "refused.looks.phone": Text(en=" ({seen} looks like a phone number)", ru=" ({seen} похоже на номер телефона)"),
    "refused.looks.patronymic": Text(en=" ({seen} looks like a patronymic)", ru=" ({seen} похоже на отчество)"),
    "refused.looks.name": Text(en=" ({seen} looks like a name)", ru=" ({seen} похоже на имя)"),
    "refused.looks.street": Text(en=" ({seen} looks like a house in a street)", ru=" ({seen} похоже на адрес дома)"),
    "refused.looks.gathering": Text(
        en=" ({seen} looks like a place or a call with a day or a time)",
        ru=" ({seen} похоже на место или призыв с днём или временем)",
    ),
    "refused.office": Text(
        en="If it is an office or organisation, add it to {section}. Otherwise:",
        ru="Если это ведомство или организация, впишите аккаунт в {section}. Иначе:",
    ),
    "refused.answer": Text(
        en="Somebody must answer for it in this topic: {entry}",
        ru="За это кто-то должен отвечать, впишите в тему: {entry}",
    ),
    "refused.unfitting": Text(
        en="{where}: {term} is no term of this topic, so that nobody knows what is answered for.",
        ru="{where}: {term} нет среди слов темы, и неясно, за что здесь отвечают.",
    ),
    "refused.early": Text(
        en="{where}: {day} has not come yet; write the day on which it was decided (today is {today}).",
        ru="{where}: день {day} ещё не наступил; напишите, когда это решили (сегодня {today}).",
    ),
    "refused.meant": Text(en="Did you mean {meant}?", ru="Может быть, {meant}?"),
}

TEXTS: Mapping[str, Text] = {**_ANY, **_PUSHES, **_OTHERS, **_TERMS}
