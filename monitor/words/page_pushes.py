"""The texts of the page Pushes."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text, plural

_PAGE: Mapping[str, Text] = {
    "pushes.title.decide": Text(
        en=plural(one="{number} push to decide", other="{number} pushes to decide"),
        ru=plural(
            one="Нужно решить: {number} акция",
            few="Нужно решить: {number} акции",
            many="Нужно решить: {number} акций",
            other="Нужно решить: {number} акции",
        ),
    ),
    "pushes.title.overdue": Text(en="Did push {number} go out?", ru="Вышла ли акция {number}?"),
    "pushes.title.next": Text(en="Next push: {when}", ru="Следующая акция: {when}"),
    "pushes.title.quiet": Text(en="No push is planned", ru="Акций не запланировано"),
    "pushes.human": Text(
        en="A human decides, writes and posts. This tool posts nowhere.",
        ru="Решает, пишет и публикует человек. Эта программа нигде ничего не публикует.",
    ),
    "pushes.zone": Text(
        en="All times are in {zone}: those shown here, and those you type.",
        ru="Время везде — по поясу {zone}: и то, что показано здесь, и то, что вы вводите.",
    ),
    "pushes.demo": Text(
        en="In this story hours pass in seconds, and so does a proposal. To decide in peace, start it with: {command}",
        ru="В этой истории часы проходят за секунды, и предложение тоже. Чтобы решать спокойно, запустите: {command}",
    ),
    "pushes.none": Text(
        en="There are no pushes yet. A fade opens a proposal by itself; your own you add below.",
        ru="Акций пока нет. При спаде внимания предложение появится само; свою акцию добавьте ниже.",
    ),
    "pushes.none.looking": Text(
        en="There are no pushes yet. A fade opens a proposal by itself.",
        ru="Акций пока нет. При спаде внимания предложение появится само.",
    ),
    "pushes.none.archives": Text(
        en="There are no pushes yet. All your numbers come from archives: nobody is warned of those, and no proposal "
        "opens by itself.",
        ru="Акций пока нет. Все ваши данные взяты из архивов: о них никого не предупреждают, и предложения сами "
        "не появятся.",
    ),
    "pushes.nothing": Text(
        en="There is nothing to decide at the moment: a fade opens a proposal by itself.",
        ru="Сейчас решать нечего: при спаде внимания предложение появится само.",
    ),
    "pushes.proposed": Text(en="To decide", ru="Нужно решить"),
    "pushes.planned": Text(en="Planned", ru="Запланировано"),
    "pushes.past": Text(en="Past pushes", ru="Прошедшие акции"),
    "pushes.past.one": Text(en="Push {number}, {state}: {when}", ru="Акция {number}, {state}: {when}"),
    "pushes.past.which": Text(en="Which of them?", ru="Какая из них?"),
    "pushes.learned": Text(en="What your pushes teach", ru="Чему учат ваши акции"),
}

_FORMS: Mapping[str, Text] = {
    "pushes.add": Text(en="Add a push of your own", ru="Добавить свою акцию"),
    "pushes.add.do": Text(en="Plan this push", ru="Запланировать акцию"),
    "pushes.topics": Text(en="What is it about?", ru="О чём она?"),
    "pushes.topics.choose": Text(en="Choose topics", ru="Выберите темы"),
    "pushes.owner.new": Text(en="Who sees to it?", ru="Кто за неё отвечает?"),
    "pushes.owner": Text(en="Who sees to push {number}?", ru="Кто отвечает за акцию {number}?"),
    "pushes.at.new": Text(
        en="When does it start? By the clock of {zone}, such as {example}",
        ru="Когда она начинается? По часам {zone}, например {example}",
    ),
    "pushes.at": Text(
        en="When does push {number} start? By the clock of {zone}",
        ru="Когда начинается акция {number}? По часам {zone}",
    ),
    "pushes.hours.new": Text(en="How many hours may it take?", ru="Сколько часов она может занять?"),
    "pushes.hours": Text(en="How many hours may push {number} take?", ru="Сколько часов может занять акция {number}?"),
    "pushes.accept": Text(en="Plan push {number} for {when}", ru="Запланировать акцию {number} на это время: {when}"),
    "pushes.over": Text(
        en="All its times are over: move it, or decline it.", ru="Всё её время прошло: перенесите её или отклоните."
    ),
    "pushes.write": Text(en="Write push {number}", ru="Написать акцию {number}"),
    "pushes.write.do": Text(en="Save what push {number} says", ru="Сохранить текст акции {number}"),
    "pushes.write.afresh": Text(
        en="Start again from push {number} as it is now", ru="Начать заново с новой версии акции {number}"
    ),
    "pushes.write.changed": Text(
        en="This push was changed meanwhile. What you typed is still here, but cannot be saved over that.",
        ru="Тем временем акцию изменили. Ваш текст пока здесь, но сохранить его поверх нельзя.",
    ),
    "pushes.write.unsaved": Text(en="Not saved yet.", ru="Ещё не сохранено."),
    "pushes.hook": Text(
        en='What does push {number} hang on? Such as "new testimony"',
        ru="Какой повод у акции {number}? Например, «новое свидетельство»",
    ),
    "pushes.channels": Text(
        en="Where does push {number} go out? Commas between the names",
        ru="Где выйдет акция {number}? Названия через запятую",
    ),
    "pushes.languages": Text(
        en="Which languages does push {number} speak? Commas between them",
        ru="На каких языках акция {number}? Через запятую",
    ),
    "pushes.draft": Text(
        en="The draft of push {number}; a new one has to be looked at anew",
        ru="Черновик акции {number}; новый нужно проверить заново",
    ),
    "pushes.move": Text(en="Move push {number}", ru="Перенести акцию {number}"),
    "pushes.move.do": Text(en="Move push {number} to this time", ru="Перенести акцию {number} на это время"),
    "pushes.move.why": Text(
        en="Why is push {number} moved, if others should know?", ru="Почему акция {number} переносится, если это важно?"
    ),
    "pushes.tick": Text(en="Push {number}: {question}", ru="Акция {number}: {question}"),
    "pushes.tick.do": Text(en="Save only the ticks of push {number}", ru="Сохранить только отметки акции {number}"),
    "pushes.done.at": Text(
        en="When did push {number} go out? By the clock of {zone}; empty: just now",
        ru="Когда вышла акция {number}? По часам {zone}; пусто: только что",
    ),
    "pushes.done.do": Text(en="Push {number} went out", ru="Акция {number} вышла"),
    "pushes.right": Text(en="Put right when push {number} went out", ru="Исправить, когда вышла акция {number}"),
    "pushes.right.at": Text(
        en="When did push {number} really go out? By the clock of {zone}",
        ru="Когда на самом деле вышла акция {number}? По часам {zone}",
    ),
    "pushes.decline": Text(en="Decline push {number}", ru="Отклонить акцию {number}"),
    "pushes.cancel": Text(en="Cancel push {number}", ru="Отменить акцию {number}"),
    "pushes.why": Text(
        en="Why not push {number}? Others learn from it", ru="Почему не нужна акция {number}? Другим это поможет"
    ),
    "pushes.did.add": Text(en="The push is planned.", ru="Акция запланирована."),
    "pushes.did.accept": Text(en="Push {number} is planned.", ru="Акция {number} запланирована."),
    "pushes.did.write": Text(en="What push {number} says is saved.", ru="Текст акции {number} сохранён."),
    "pushes.did.move": Text(en="Push {number} is moved.", ru="Акция {number} перенесена."),
    "pushes.did.tick": Text(en="The ticks of push {number} are saved.", ru="Отметки акции {number} сохранены."),
    "pushes.did.done": Text(en="It is noted when push {number} went out.", ru="Отмечено, когда вышла акция {number}."),
    "pushes.did.decline": Text(en="Push {number} is declined.", ru="Акция {number} отклонена."),
    "pushes.did.cancel": Text(en="Push {number} is cancelled.", ru="Акция {number} отменена."),
}

_CALENDAR: Mapping[str, Text] = {
    "pushes.calendar": Text(en="Calendar", ru="Календарь"),
    "pushes.calendar.month": Text(en="Which month?", ru="Какой месяц?"),
    "pushes.calendar.title": Text(en="{month} {year}", ru="{month} {year}"),
    "pushes.calendar.empty": Text(en="{month}: nothing.", ru="{month}: ничего."),
    "pushes.calendar.unread": Text(
        en="Your own dates cannot be read; `monitor check` says why.",
        ru="Ваши даты прочитать не удалось; почему, скажет `monitor check`.",
    ),
    "pushes.calendar.anchor": Text(en="{title} (your own date)", ru="{title} (ваша дата)"),
    "pushes.calendar.push": Text(en="push {number}, {state}, {owner}", ru="акция {number}, {state}, {owner}"),
    "pushes.calendar.mark": Text(en="{mark}{number}", ru="{mark}{number}"),
    "pushes.calendar.line": Text(en="{mark} {when}: {words}", ru="{mark} {when}: {words}"),
    "pushes.months": Text(
        en="January February March April May June July August September October November December",
        ru="Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь",
    ),
}

_HEAT: Mapping[str, Text] = {
    "pushes.heat": Text(en="When your people are there", ru="Когда ваши люди в сети"),
    "pushes.heat.topic": Text(en="Which topic?", ru="Какая тема?"),
    "pushes.heat.best": Text(
        en="{topic}: most attention on {day} from {start} to {end}, {ratio} times an average hour.",
        ru="{topic}: больше всего внимания — {day}, с {start} до {end}: в среднем × {ratio} от обычного часа.",
    ),
    "pushes.heat.weak": Text(
        en="{topic}: the best hours cannot be told reliably yet. Most attention so far: {day} from {start} to {end}.",
        ru="{topic}: лучшие часы пока нельзя назвать надёжно. Больше всего внимания было: {day}, с {start} до {end}.",
    ),
    "pushes.heat.early": Text(
        en="{topic}: too little has been counted to name the best hours yet.",
        ru="{topic}: подсчитано пока слишком мало, чтобы назвать лучшие часы.",
    ),
    "pushes.heat.none": Text(
        en="{topic}: nothing has been counted by the hour yet, so no best times are known. They come by themselves: "
        "four weeks of counting are enough for a first answer.",
        ru="{topic}: по часам пока ничего не подсчитано, и лучшее время неизвестно. Оно появится само: для первого "
        "ответа хватит четырёх недель сбора.",
    ),
    "pushes.heat.past": Text(
        en=plural(
            one="By {posts} post on {source}; behind an hour of the week stand {low} to {high} weeks of its past.",
            other="By {posts} posts on {source}; behind an hour of the week stand {low} to {high} weeks of its past.",
        ),
        ru=plural(
            one="По {posts} посту на {source}; за каждым часом недели стоит от {low} до {high} прошлых недель.",
            few="По {posts} постам на {source}; за каждым часом недели стоит от {low} до {high} прошлых недель.",
            many="По {posts} постам на {source}; за каждым часом недели стоит от {low} до {high} прошлых недель.",
            other="По {posts} поста на {source}; за каждым часом недели стоит от {low} до {high} прошлых недель.",
        ),
    ),
    "pushes.heat.soon": Text(
        en="The map of the week comes once {weeks} weeks are known.",
        ru="Карта недели появится, когда будет известно столько недель: {weeks}.",
    ),
    "pushes.heat.how": Text(
        en="1 is an average hour. Hours are those of {zone}. A dot (·): fewer than {weeks} weeks known, so no number.",
        ru="1 — обычный час. Часы — по поясу {zone}. Точка (·): известно меньше {weeks} недель, поэтому числа нет.",
    ),
    "pushes.heat.alt": Text(
        en="Map of the week, days across and hours down, each with how many times an average hour it holds. {finding}",
        ru="Карта недели: дни по горизонтали, часы по вертикали, в клетке — во сколько раз больше обычного часа. "
        "{finding}",
    ),
    "pushes.heat.table": Text(en="The same as a table, with weeks known", ru="То же таблицей, с числом недель"),
    "pushes.heat.caption": Text(
        en="Times an average hour, and how many weeks of past stand behind it",
        ru="Во сколько раз больше обычного часа, и по скольким прошлым неделям",
    ),
    "pushes.heat.hour": Text(en="Hour", ru="Час"),
    "pushes.heat.cell": Text(en="{share} ({weeks})", ru="{share} ({weeks})"),
    "pushes.heat.few": Text(en="· ({weeks})", ru="· ({weeks})"),
}

_EFFECTS: Mapping[str, Text] = {
    "pushes.effects": Text(en="What they brought", ru="Что они дали"),
    "pushes.effects.more": Text(
        en="All numbers: other lengths of time, other sources, every push",
        ru="Все числа: другие сроки, другие источники, все акции",
    ),
    "pushes.effects.none": Text(
        en="No push has been measured yet: the first answer comes three hours after one went out.",
        ru="Ни одна акция пока не измерена: первый ответ появится через три часа после выхода.",
    ),
    "pushes.effects.caption": Text(
        en="Over what was expected without the push, each with the range it lies in 9 times of 10",
        ru="Сверх того, что ожидалось без акции; в 9 случаях из 10 число лежит в этих пределах",
    ),
    "pushes.effects.push": Text(en="Push", ru="Акция"),
    "pushes.effects.topic": Text(en="Topic", ru="Тема"),
    "pushes.effects.brought": Text(en="Brought", ru="Дала"),
    "pushes.effects.range": Text(en="Range", ru="Пределы"),
    "pushes.effects.over": Text(en="Over", ru="За"),
    "pushes.effects.extra": Text(en="{extra} {unit}", ru="{extra} {unit}"),
    "pushes.effects.ends": Text(en="{low} to {high}", ru="от {low} до {high}"),
    "pushes.effects.unsaid": Text(en="—", ru="—"),
}

TEXTS: Mapping[str, Text] = {**_PAGE, **_FORMS, **_CALENDAR, **_HEAT, **_EFFECTS}
