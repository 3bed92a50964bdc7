"""What to do next and by when, for each state; a push is «акция» in Russian, and nothing is promised."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text

TEXTS: Mapping[str, Text] = {
    "step.rising": Text(
        en="Today: publish what you have ready, while people are looking. Prepare a second push with a new angle "
        "for the days after: half of a wave is often gone within a day.",
        ru="Сегодня опубликуйте всё, что готово, пока люди смотрят. На следующие дни подготовьте вторую акцию "
        "с новым ракурсом: половина волны часто спадает за сутки.",
    ),
    "step.steady": Text(
        en="Nothing is urgent. This week: prepare the next push, and look here again tomorrow.",
        ru="Ничего срочного. На этой неделе готовьте следующую акцию, а завтра загляните сюда снова.",
    ),
    "step.steady.above": Text(
        en="Within 2 days: have a push with a new angle ready, so that it can go out when attention turns.",
        ru="В ближайшие 2 дня подготовьте акцию с новым ракурсом, чтобы начать её, как только внимание пойдёт на спад.",
    ),
    "step.steady.below": Text(
        en="Today: ask why attention is below its usual range. If no holiday and no fault of the source explains it, "
        "plan a push for this week.",
        ru="Сегодня выясните, почему внимание ниже обычного. Если дело не в праздниках и не в сбое источника, "
        "запланируйте акцию на эту неделю.",
    ),
    "step.fading.slow": Text(
        en="This week: plan a push with a new angle, such as a new fact, a new voice or a coming date. "
        "It may help; nobody can promise that it will.",
        ru="На этой неделе запланируйте акцию с новым ракурсом: это может быть новый факт, новый голос или близкая "
        "дата. Возможно, она поможет, но обещать этого никто не может.",
    ),
    "step.fading.late": Text(
        en="The first hours of this fade are over, and a push now starts from a lower level. This week: choose a "
        "date, a new fact or a new voice to build the next push on. Nobody can promise that a push will help.",
        ru="Первые часы угасания позади, и теперь акция начнётся с более низкого уровня. На этой неделе решите, "
        "на чём построить следующую: на близкой дате, новом факте или новом голосе. Обещать, что она поможет, "
        "никто не может.",
    ),
    "step.fading": Text(
        en="Within {hours}: decide whether to push again. If you do, bring a new angle, such as a new fact, a new "
        "voice or a coming date: the same post again rarely helps. Nobody can promise that a push will.",
        ru="Решите {hours}, нужна ли ещё одна акция. Если да, найдите для неё новый ракурс: новый факт, новый голос "
        "или близкую дату; повтор того же поста редко помогает. Обещать, что акция поможет, никто не может.",
    ),
    "step.recovering": Text(
        en="Within 24 hours: find out what brought people back, and add to it while it lasts.",
        ru="В ближайшие сутки узнайте, что вернуло внимание, и поддержите его, пока оно держится.",
    ),
    "step.too_few": Text(
        en="This week: look for more to count. Add a tag or phrase that people really use, or another source, "
        "to config.yaml. Small numbers say nothing about how much the cause matters.",
        ru="На этой неделе найдите, что ещё считать: добавьте в config.yaml хештег или фразу, которыми люди и правда "
        "пользуются, или ещё один источник. Малые числа ничего не говорят о том, насколько важно ваше дело.",
    ),
    "step.no_data": Text(
        en="Today: run the command monitor check to see which source is silent, and mend it. "
        "Until then, decide nothing on these numbers.",
        ru="Сегодня запустите команду monitor check: она покажет, какой источник молчит. Устраните причину, "
        "а до тех пор ничего не решайте по этим числам.",
    ),
}
