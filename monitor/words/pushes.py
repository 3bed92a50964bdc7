"""The texts of pushes: proposals and their windows, plans and their checks, and what a push brought."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text, plural

_STATES: Mapping[str, Text] = {
    "push.state.proposed": Text(en="proposed", ru="предложена"),
    "push.state.planned": Text(en="planned", ru="запланирована"),
    "push.state.done": Text(en="done", ru="проведена"),
    "push.state.cancelled": Text(en="cancelled", ru="отменена"),
    "push.state.declined": Text(en="declined", ru="отклонена"),
    "push.state.lapsed": Text(en="lapsed", ru="не состоялась"),
    "push.heading": Text(en="Push {number}, {state}: {topics}", ru="Акция {number}, {state}: {topics}"),
    "push.line": Text(
        en="{number}  {state}  {when}  {owner}  {topics}", ru="{number}  {state}  {when}  {owner}  {topics}"
    ),
    "push.former_topic": Text(en="a former topic", ru="прежняя тема"),
    "push.nobody": Text(en="nobody yet", ru="пока никто"),
    "push.none": Text(
        en="There are no pushes yet. A fade opens a proposal by itself; your own you add with: monitor push add",
        ru="Акций пока нет. При спаде внимания предложение появится само; свою акцию добавьте так: monitor push add",
    ),
}

_WHAT: Mapping[str, Text] = {
    "push.when": Text(en="When: {when}{place}.", ru="Когда: {when}{place}."),
    "push.owner": Text(en="Owner: {owner}.", ru="Отвечает: {owner}."),
    "push.went_out": Text(en="It went out: {when}{place}.", ru="Вышла: {when}{place}."),
    "push.place": Text(en=" ({zone})", ru=" ({zone})"),
    "push.hook": Text(en="It hangs on: {hook}", ru="Повод: {hook}"),
    "push.channels": Text(en="Channels: {channels}", ru="Каналы: {channels}"),
    "push.languages": Text(en="Languages: {languages}", ru="Языки: {languages}"),
    "push.no_draft": Text(en="No draft yet.", ru="Черновика пока нет."),
    "push.draft": Text(en="Draft:", ru="Черновик:"),
    "push.reason": Text(en="Why: {reason}", ru="Причина: {reason}"),
    "push.latest": Text(
        en="It should be out by {when}: after that the wave may be over.",
        ru="Лучше успеть до {when}: потом волна, возможно, уже спадёт.",
    ),
    "push.fading": Text(
        en="Attention is fading; a push may hold it. Nobody can promise that it will.",
        ru="Внимание угасает; акция может его удержать. Обещать это никто не может.",
    ),
    "push.fading.soon": Text(
        en="Attention is fading and little time is left: these are the soonest times, not the best ones.",
        ru="Внимание угасает, и времени осталось мало: это ближайшее время, а не лучшее.",
    ),
    "push.untaken": Text(en="Nobody took it up in time.", ru="За неё вовремя никто не взялся."),
    "push.windows": Text(en="When it could go out, best first:", ru="Когда её лучше провести (первое — лучшее):"),
    "push.windows.soon": Text(
        en="When it could go out, soonest first:", ru="Когда её можно провести (сначала ближайшее):"
    ),
    "push.choice": Text(en="{number}. {window}", ru="{number}. {window}"),
    "push.overdue": Text(
        en="Its window is over. If it went out, say so; if not, move or cancel it.",
        ru="Её время прошло. Если она вышла, отметьте это; если нет, перенесите или отмените её.",
    ),
}

_WINDOWS: Mapping[str, Text] = {
    "push.moment": Text(en="{weekday} {day} {month}, {clock}", ru="{weekday} {day} {month}, {clock}"),
    "push.moment.year": Text(
        en="{weekday} {day} {month} {year}, {clock}", ru="{weekday} {day} {month} {year} года, {clock}"
    ),
    "push.day": Text(en="{weekday} {day} {month}", ru="{weekday} {day} {month}"),
    "push.day.year": Text(en="{weekday} {day} {month} {year}", ru="{weekday} {day} {month} {year} года"),
    "push.span": Text(en="{start}–{end}", ru="{start}–{end}"),
    "push.span.days": Text(en="{start} to {end}", ru="{start} – {end}"),
    "push.window": Text(en="{when}: {facts}", ru="{when}: {facts}"),
    "push.audience.more": Text(
        en="{ratio} times an average hour",
        ru=plural(
            one="внимания в {ratio} раз больше, чем в средний час",
            few="внимания в {ratio} раза больше, чем в средний час",
            many="внимания в {ratio} раз больше, чем в средний час",
            other="внимания в {ratio} раза больше, чем в средний час",
        ),
    ),
    "push.audience.same": Text(en="like an average hour", ru="внимания как в средний час"),
    "push.audience.less": Text(en="{ratio} times an average hour", ru="внимания {ratio} от среднего часа"),
    "push.audience.unknown": Text(
        en="nothing is known of who is there at that time", ru="кто бывает в сети в это время, неизвестно"
    ),
    "push.weeks": Text(
        en=plural(one="(by {weeks} week of its past)", other="(by {weeks} weeks of its past)"),
        ru=plural(
            one="(по {weeks} прошлой неделе)",
            few="(по {weeks} прошлым неделям)",
            many="(по {weeks} прошлым неделям)",
            other="(по {weeks} прошлым неделям)",
        ),
    ),
    "push.weak": Text(
        en=plural(one="weak evidence ({weeks} week)", other="weak evidence ({weeks} weeks)"),
        ru=plural(
            one="данных мало ({weeks} неделя)",
            few="данных мало ({weeks} недели)",
            many="данных мало ({weeks} недель)",
            other="данных мало ({weeks} недели)",
        ),
    ),
    "push.weak.alike": Text(
        en=plural(
            one="weak evidence (in {weeks} week its hours hardly differ)",
            other="weak evidence (in {weeks} weeks its hours hardly differ)",
        ),
        ru=plural(
            one="надёжно сказать нельзя (за {weeks} неделю часы почти не различаются)",
            few="надёжно сказать нельзя (за {weeks} недели часы почти не различаются)",
            many="надёжно сказать нельзя (за {weeks} недель часы почти не различаются)",
            other="надёжно сказать нельзя (за {weeks} недели часы почти не различаются)",
        ),
    ),
    "push.anchor": Text(en="close to a date of yours: {title}", ru="рядом ваша дата: {title}"),
    "push.after": Text(
        en=plural(one="{days} day after another push", other="{days} days after another push"),
        ru=plural(
            one="через {days} день после другой акции",
            few="через {days} дня после другой акции",
            many="через {days} дней после другой акции",
            other="через {days} дня после другой акции",
        ),
    ),
    "push.before": Text(
        en=plural(one="{days} day before another push", other="{days} days before another push"),
        ru=plural(
            one="за {days} день до другой акции",
            few="за {days} дня до другой акции",
            many="за {days} дней до другой акции",
            other="за {days} дня до другой акции",
        ),
    ),
    "push.beside": Text(en="within a day of another push", ru="меньше суток от другой акции"),
    "push.news": Text(
        en="a heavy news day ({ratio} times the usual news)", ru="день, полный новостей ({ratio} от обычного)"
    ),
}

_CHECKS: Mapping[str, Text] = {
    "push.check": Text(en="{box} {question}", ru="{box} {question}"),
    "push.check.exposes nobody": Text(
        en="A human has looked: it exposes nobody.", ru="Человек посмотрел: это никого не ставит под удар."
    ),
    "push.check.helpline": Text(en="It says where to find help.", ru="Сказано, где найти помощь."),
    "push.check.exposes nobody.open": Text(
        en="Not yet looked at: could this expose someone?", ru="Ещё не проверено: не поставит ли это кого-то под удар?"
    ),
    "push.check.helpline.open": Text(
        en="Not yet looked at: does it say where to find help?", ru="Ещё не проверено: сказано ли, где найти помощь?"
    ),
}

_EFFECTS: Mapping[str, Text] = {
    "push.effect": Text(en="{topic}: {sentence}", ru="{topic}: {sentence}"),
    "push.effect.more": Text(
        en="the push brought more attention than was expected without it.",
        ru="акция принесла больше внимания, чем ожидалось без неё.",
    ),
    "push.effect.less": Text(
        en="after the push there was less attention than was expected without it.",
        ru="после акции внимания было меньше, чем ожидалось без неё.",
    ),
    "push.effect.no difference": Text(
        en="too little to tell from chance: it may have brought something within the range, or nothing.",
        ru="от случайности не отличить: акция могла дать что-то в указанных пределах или ничего.",
    ),
    "push.effect.cannot tell": Text(
        en="what the push brought cannot be told{because}.", ru="что дала акция, сказать нельзя{because}."
    ),
    "push.effect.too early": Text(
        en="it is too early to tell what the push brought{because}.", ru="что дала акция, говорить рано{because}."
    ),
    "push.effect.nothing": Text(
        en="nothing was measured of this push yet.", ru="для этой акции пока ничего не измерено."
    ),
    "push.because": Text(en=": {why}", ru=": {why}"),
    "push.why.not over": Text(en="its hours are not over yet", ru="эти часы ещё не прошли"),
    "push.why.gaps": Text(en="too many hours were not observed", ru="слишком много часов осталось без наблюдения"),
    "push.why.little before": Text(
        en="too little is known of the days before it", ru="о днях перед ней известно слишком мало"
    ),
    "push.why.too few": Text(
        en="there is too little to tell a change from chance", ru="слишком мало, чтобы отличить перемену от случайности"
    ),
    "push.why.another push": Text(
        en="another push went out too close to it", ru="слишком близко к ней вышла другая акция"
    ),
    "push.why.rising before": Text(en="attention was already rising before it", ru="внимание росло ещё до неё"),
    "push.why.another rise": Text(
        en="attention rose once more after it, and something else may have done that",
        ru="после неё внимание выросло ещё раз, и причиной могло быть что-то другое",
    ),
    "push.extra": Text(
        en="{extra} {unit} over {hours} compared with what was expected without it ({low} to {high}): {ratio}.",
        ru="{extra} {unit} за {hours} по сравнению с тем, что ожидалось без неё (от {low} до {high}): {ratio}.",
    ),
    "push.extra.open": Text(
        en="{extra} {unit} over {hours} compared with what was expected without it ({low} to {high}).",
        ru="{extra} {unit} за {hours} по сравнению с тем, что ожидалось без неё (от {low} до {high}).",
    ),
    "push.extra.beside": Text(
        en="{source}, {hours}: {extra} {unit} ({low} to {high}).",
        ru="{source}, {hours}: {extra} {unit} (от {low} до {high}).",
    ),
    "push.extra.unsaid": Text(
        en="{source}, {hours}, {unit}: {verdict}.", ru="{source}, число {unit} за {hours}: {verdict}."
    ),
    "push.extra.few people": Text(
        en="{source}, {hours}: fewer than 10 people, so no number is told.",
        ru="{source}, {hours}: меньше 10 человек, поэтому число не называется.",
    ),
    "push.ratio.more": Text(
        en="{ratio} times as many",
        ru=plural(
            one="в {ratio} раз больше ожидавшегося",
            few="в {ratio} раза больше ожидавшегося",
            many="в {ratio} раз больше ожидавшегося",
            other="в {ratio} раза больше ожидавшегося",
        ),
    ),
    "push.ratio.same": Text(en="about as many", ru="примерно столько же"),
    "push.ratio.less": Text(en="{percent} of it", ru="{percent} от ожидавшегося"),
    "push.verdict.cannot tell": Text(en="cannot be told{because}", ru="сказать нельзя{because}"),
    "push.verdict.too early": Text(en="too early to tell{because}", ru="говорить рано{because}"),
    "push.control": Text(
        en="To compare: what it was not about had {extra} {unit} over {hours} ({low} to {high}, {source}).",
        ru="Для сравнения: там, где акции не было, {extra} {unit} за {hours} (от {low} до {high}, {source}).",
    ),
    "push.control.unsaid": Text(
        en="What happened meanwhile where it was not about ({source}) cannot be told{because}.",
        ru="Что тем временем было там, где акции не было ({source}), сказать нельзя{because}.",
    ),
    "push.control.none": Text(
        en="There was nothing to compare with: something else of those days may have done it.",
        ru="Сравнить было не с чем: причиной могло быть и другое событие тех дней.",
    ),
    "push.bought": Text(
        en="It bought about {days} of attention ({low} to {high}).",
        ru="Она продлила внимание примерно на {days} (от {low} до {high}).",
    ),
    "push.interval": Text(
        en="The true number lies within the range in 9 cases of 10.",
        ru="Истинное число лежит в указанных пределах в 9 случаях из 10.",
    ),
}

_UNITS: Mapping[str, Text] = {
    "push.unit.posts": Text(
        en=plural(one="post", other="posts"), ru=plural(one="пост", few="поста", many="постов", other="поста")
    ),
    "push.unit.people": Text(
        en=plural(one="person", other="people"),
        ru=plural(one="человек", few="человека", many="человек", other="человека"),
    ),
    "push.unit.views": Text(
        en=plural(one="page view", other="page views"),
        ru=plural(one="просмотр", few="просмотра", many="просмотров", other="просмотра"),
    ),
    "push.unit.stories": Text(
        en=plural(one="story", other="stories"),
        ru=plural(one="новость", few="новости", many="новостей", other="новости"),
    ),
    "push.unit.uses": Text(
        en=plural(one="use", other="uses"),
        ru=plural(one="использование", few="использования", many="использований", other="использования"),
    ),
    "push.unit.accounts": Text(
        en=plural(one="account", other="accounts"),
        ru=plural(one="аккаунт", few="аккаунта", many="аккаунтов", other="аккаунта"),
    ),
    "push.hours": Text(
        en=plural(one="{hours} hour", other="{hours} hours"),
        ru=plural(one="{hours} час", few="{hours} часа", many="{hours} часов", other="{hours} часа"),
    ),
    "push.days": Text(
        en=plural(one="{days} day", other="{days} days"),
        ru=plural(one="{days} день", few="{days} дня", many="{days} дней", other="{days} дня"),
    ),
}

TEXTS: Mapping[str, Text] = {**_STATES, **_WHAT, **_WINDOWS, **_CHECKS, **_EFFECTS, **_UNITS}
