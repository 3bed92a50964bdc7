"""Numbers, spans and days: their marks, their units, and the names of days and months."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text, plural

TEXTS: Mapping[str, Text] = {
    "number.point": Text(en=".", ru=","),
    "number.thousands": Text(en=",", ru="\u00a0"),
    "number.under_one": Text(en="less than 1", ru="меньше 1"),
    "number.about": Text(en="about {number}", ru="около {number}"),
    "percent": Text(en="{number}%", ru="{number}%"),
    "percent.least": Text(en="less than 1%", ru="меньше 1%"),
    "percent.most": Text(en="more than 99%", ru="больше 99%"),
    # English says "about … times" around it; Russian needs the word for "times" in the number's own form.
    "times": Text(
        en="{number}",
        ru=plural(
            one="примерно в {number} раз",
            few="примерно в {number} раза",
            many="примерно в {number} раз",
            other="примерно в {number} раза",
        ),
    ),
    "times.most": Text(en="more than 100", ru="более чем в 100 раз"),
    "span.least": Text(en="less than an hour", ru="меньше часа"),
    "span.hours": Text(
        en=plural(one="{number} hour", other="{number} hours"),
        ru=plural(one="{number} час", few="{number} часа", many="{number} часов", other="{number} часа"),
    ),
    "span.days": Text(
        en=plural(one="{number} day", other="{number} days"),
        ru=plural(one="{number} день", few="{number} дня", many="{number} дней", other="{number} дня"),
    ),
    # English says "within" before it; in Russian the hours are in the accusative, and what precedes them is plural.
    "span.within.hour": Text(en="1 hour", ru="в ближайший час"),
    "span.within": Text(
        en=plural(one="{number} hour", other="{number} hours"),
        ru=plural(
            one="в ближайшие {number} час",
            few="в ближайшие {number} часа",
            many="в ближайшие {number} часов",
            other="в ближайшие {number} часа",
        ),
    ),
    "span.at_least": Text(en="{length} (at least {low})", ru="{length} (не меньше {low})"),
    "weekdays": Text(en="Mon Tue Wed Thu Fri Sat Sun", ru="пн вт ср чт пт сб вс"),
    "months": Text(
        en="Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        ru="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    ),
    "day": Text(en="{number} {month}", ru="{number} {month}"),
    "day.year": Text(en="{day} {year}", ru="{day} {year}"),
    "day.weekday": Text(en="{weekday} {day}", ru="{day} ({weekday})"),  # no case, no "с" that becomes "со"
    "moment": Text(en="{day}, {time}", ru="{day}, {time}"),
    "days.or_later": Text(en="{day} ({low} or later)", ru="{day} ({low} или позже)"),
    "days.within": Text(en="{day} ({low}–{high})", ru="{day} ({low} – {high})"),
    "days.within_month": Text(en="{day} ({low}–{high})", ru="{day} ({low}–{high})"),
}
