"""What is said in Russian: whole sentences that agree with their numbers, and no word of English in them."""

from dataclasses import replace

import pytest

from monitor.alerts import headlines, messages, wording
from monitor.alerts.by_day import daily_line
from monitor.model import DAY, HOUR, Coverage, Crowd, Daily, State, Status, Topic, TopicView
from tests.russian import latin
from tests.ui_views import AT, SECRET, source_view, topic_view

ZONE = "Europe/Berlin"


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0.2, "меньше часа"),
        (1, "1 час"),
        (3, "3 часа"),
        (11, "11 часов"),
        (21, "21 час"),
        (22, "22 часа"),
        (48, "2 дня"),
        (24 * 5, "5 дней"),
        (24 * 21, "21 день"),
        (24 * 112, "112 дней"),
    ],
)
def test_a_russian_span_agrees_with_its_number(hours, words):
    """Hours and days take the form of their number."""
    assert wording.span(hours, "ru") == words


def test_a_russian_span_with_a_range_has_commas_and_no_empty_tenths():
    """Tenths stand after a comma, make the noun a genitive, and are left out where they are nought."""
    assert wording.span_between(62, 50, 82, "ru") == "2,6 дня (2,1–3,4)"
    assert wording.span_between(120, 96, None, "ru") == "5 дней (не меньше 4)"
    assert wording.span_between(18.2, 17.8, 18.4, "ru") == "18 часов"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0 постов"),
        (0.3, "меньше 1 поста"),
        (1.2, "около 1 поста"),
        (2.0, "около 2 постов"),
        (4.7, "около 5 постов"),
        (21.0, "около 21 поста"),
        (134.0, "около 130 постов"),
        (4312.0, "около 4\u00a0300 постов"),
    ],
)
def test_a_russian_level_has_its_noun_in_the_genitive(value, words):
    """After "около" and "меньше" the noun follows the number as it is told, not as it was."""
    answers = messages.answers(topic_view(State.STEADY, level=value), timezone=ZONE, language="ru")
    told = {answer.question: answer.text for answer in answers}["По сравнению с обычным"]
    assert told.casefold() == f"{words} в день; обычно от 25 до 60."


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (1.6, "примерно в 1,5 раза"),
        (2.0, "примерно в 2 раза"),
        (7.7, "примерно в 8 раз"),
        (21.0, "примерно в 21 раз"),
        (250.0, "более чем в 100 раз"),
    ],
)
def test_how_many_times_agrees_in_russian(ratio, words):
    """The word for times takes the number's form, and no "about" stands before "more than"."""
    assert wording.times(ratio, "ru") == words


def test_russian_dates_are_in_the_genitive():
    """Days have their month's name in the genitive, the weekday where it needs no case, and the campaign's zone."""
    assert wording.moment(AT, timezone=ZONE, near=AT, language="ru") == "14 мая (вт), 15:00"
    assert wording.moment(AT, timezone=ZONE, language="ru") == "14 мая 2024 (вт), 15:00"
    assert wording.utc_day(AT.replace(month=8), "ru") == "14 августа (ср)"
    told = wording.days_in(AT, low=AT - 2 * DAY, high=AT + 30 * DAY, timezone=ZONE, near=AT + 366 * DAY, language="ru")
    assert told == "14 мая 2024 (12 мая 2024 – 13 июня 2024)"
    told = wording.days_in(AT, low=AT - DAY, high=AT + DAY, timezone=ZONE, near=AT, language="ru")
    assert told == "14 мая (13–15 мая)"


def russian_view(state: State, **changes) -> TopicView:
    """A topic in a state with two sources, its alias in Russian, and all reasons phrases of our own."""
    view = topic_view(state, days=2, alias="Гавань", reason="warm-up: 3 of 7 days known", **changes)
    gaps = tuple(replace(gap, reason="nobody looked") for gap in view.leading.gaps)
    daily = Daily("wikipedia:ru", "views", AT - 2 * DAY, 950.0, 1000.0, 900.0, 1100.0)
    judged = replace(daily, measure="stories", source="news", assessment=view.leading.assessment)
    sources = (replace(view.leading, gaps=gaps), source_view(State.STEADY, source="bluesky", days=2))
    return replace(view, topic=replace(view.topic, key="гавань"), sources=sources, beside=(daily, judged))


def told(view: TopicView, language: str) -> str:
    """Everything that is said of a view in a language, its zone left out."""
    lead = view.leading.assessment
    lines = [
        messages.headline(lead, language),
        messages.next_step(lead, language),
        messages.chart_title(view, language),
        messages.agreement(view, language),
        *(
            one
            for each in messages.answers(view, timezone=ZONE, language=language)
            for one in (each.question, each.text)
        ),
        *(messages.source_line(source, timezone=ZONE, language=language) for source in view.sources),
        *(daily_line(daily, language) for daily in view.beside),
        *messages.gaps(view, since=AT - 30 * DAY, timezone=ZONE, language=language),
        *messages.status([view], topics=[view.topic], timezone=ZONE, asked=AT, language=language),
        *messages.meanings(language).values(),
        messages.ranges(language),
        messages.overdue(AT, now=AT + 9 * HOUR, language=language),
    ]
    return "\n".join(lines).replace(ZONE, "")


CHANGES = [
    {},
    {"share_of_peak": None, "level": None},
    {"level": 9.0, "half_life_hours": None},
    {"level": 90.0, "certainty": None, "back_at": None},
    {"usual": None, "usual_low": None, "usual_high": None},
    {"warm_up": True, "share_of_peak": 0.5},
    {"background": 38.0, "half_life_hours": 300.0, "half_life_high": None},
]


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("changes", CHANGES)
@pytest.mark.parametrize("kind", ["halved", "slow"])
def test_nothing_that_is_said_in_russian_holds_english(state, changes, kind):
    """Headline, advice, answers, charts, gaps and status: no word is left behind."""
    view = russian_view(state, **changes)
    lead = replace(view.leading, assessment=replace(view.leading.assessment, kind=kind))
    said = told(replace(view, sources=(lead, *view.sources[1:])), "ru")
    assert not [word for word in latin(said) if word != "ru"]
    assert "None" not in said
    assert "nan" not in said


@pytest.mark.parametrize("state", list(State))
def test_a_russian_headline_begins_with_the_name_of_the_state(state):
    """One state, one name: on the badge, in the headline and since when."""
    view = russian_view(state)
    name = messages.state_name(state, "ru").capitalize()
    assert messages.headline(view.leading.assessment, "ru").startswith(f"{name}:")
    since = [
        one.text for one in messages.answers(view, timezone=ZONE, language="ru") if one.question == "С какого времени"
    ]
    assert state is State.NO_DATA or since[0].startswith(f"{name} с ")


def test_the_paragraph_of_a_fade_says_everything_in_russian():
    """State, doubt, freshness, completeness, usual, since when with the zone, peak, half-life and people."""
    assert messages.paragraph(topic_view(State.FADING), timezone=ZONE, language="ru") == (
        "Угасает: от пика внимания осталось 8%. Очень высокая уверенность (86%), что внимание останется низким. "
        "Данные есть до 14 мая (вт), 14:00 (за 1 час до оценки). Полнота данных за последние 7 дней: 97%. "
        "Около 340 постов в день; обычно от 25 до 60. "
        "Угасает с 12 мая (вс), 22:00 (Europe/Berlin), уже 41 час. "
        "Пик 11 мая (около 4\u00a0300 в день); спад вдвое занял 18 часов (15–22); сейчас 8% от пика (6–10%); "
        "возврат к фону около 20 мая (18 мая – 3 июня). "
        "310 постов от 212 человек за 13 мая (пн) по UTC; самый активный аккаунт написал 3% из них."
    )


def test_no_data_is_said_to_be_unknown_in_russian():
    """What a platform answered is quoted, and silence is not called a fade."""
    words = messages.paragraph(topic_view(State.NO_DATA), timezone=ZONE, language="ru")
    assert "Симуляция: за последние часы наблюдений нет; причина: «the source refused the key»." in words
    assert "Молчание сборщика — не молчание людей" in words
    assert "Перед обрывом данных состояние было «угасает»." in words


@pytest.mark.parametrize("people", [10, 21, 22, 101, 211])
def test_a_russian_crowd_agrees_with_its_numbers(people):
    """People stand in the genitive after "от", posts in the form of their number."""
    view = russian_view(State.STEADY)
    lead = replace(view.leading, crowd=Crowd(AT, 521, people, 21))
    text = messages.paragraph(replace(view, sources=(lead,)), timezone=ZONE, language="ru")
    noun = "человека" if people in {21, 101} else "человек"
    assert f"521 пост от {people} {noun} за 14 мая (вт) по UTC; самый активный аккаунт написал 4% из них" in text


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0.3, "в ближайший час"),
        (1, "в ближайший час"),
        (2, "в ближайшие 2 часа"),
        (6, "в ближайшие 6 часов"),
        (17.6, "в ближайшие 18 часов"),
        (21, "в ближайшие 21 час"),
        (24, "в ближайшие 24 часа"),
    ],
)
def test_a_russian_deadline_is_in_the_accusative(hours, words):
    """Until when to decide agrees with its number, and one hour has no number at all."""
    assert headlines.within(hours, "ru") == words


def test_the_russian_advice_of_a_fade_says_by_when():
    """The deadline stands where a person would say it, and follows how fast attention goes."""
    judged = topic_view(State.FADING, half_life_hours=17.6).leading.assessment
    step = messages.next_step(judged, "ru")
    assert step.startswith("Решите в ближайшие 18 часов, нужна ли ещё одна акция. Если да, найдите")


def test_a_fading_archive_is_said_to_warn_nobody_in_russian():
    """The sentence beside a fading archive is Russian, but for the command in it."""
    view = topic_view(State.STEADY)
    view = replace(view, sources=(source_view(State.FADING, source="archive", days=2),))
    (line,) = [
        one
        for one in messages.status([view], topics=[view.topic], timezone=ZONE, asked=AT, language="ru")
        if "monitor push add" in one
    ]
    assert line.endswith("и без них: monitor push add --topic harbour --owner NAME --at TIME")
    assert not latin(line)


def test_a_reason_with_a_term_is_told_in_no_language():
    """What would carry a term out is left out, in Russian too."""
    view = topic_view(State.STEADY)
    gap = Coverage(AT - HOUR, AT, Status.BLOCKED, f"https://example.org/?q={SECRET} was refused")
    lead = replace(view.leading, gaps=(gap,))
    lines = messages.gaps(replace(view, sources=(lead,)), since=AT - DAY, timezone=ZONE, language="ru")
    assert lines == ("с 14 мая (вт), 14:00 до 14 мая (вт), 15:00: доступ закрыт",)


def test_a_topic_without_data_is_named_in_russian():
    """The alias stands first, where it needs no case."""
    lines = list(messages.status([], topics=[Topic("l", "Лампа", ())], timezone=ZONE, asked=None, language="ru"))
    assert lines == ["Лампа: пока ничего не известно (monitor import FILE или monitor run)"]


def test_an_import_is_told_in_russian():
    """Rows, files and posts agree with their numbers."""
    row = {"files": 2, "read": 21, "counted": 1234, "duplicates": 3, "unmatched": 0, "opted_out": 0, "late": 1}
    lines = list(messages.imported({**row, "quarantined": 5, "reasons": {"not JSON": 5}}, "ru"))
    assert lines == [
        "Прочитано: 21 строка (2 файла); учтено: 1\u00a0234 поста.",
        "3 строки: уже учтено раньше.",
        "1 строка: слишком поздно, эти часы уже закрыты, и такие посты не отличить от учтённых раньше.",
        "5 строк: не удалось прочитать.",
        "  5 × не JSON",
        "Предупреждения и предложения приходят по источникам, за которыми идёт наблюдение (monitor run), а не по "
        "архиву; акцию можно запланировать и без них: monitor push add --topic KEY --owner NAME --at TIME",
    ]


def test_a_replayed_change_is_told_in_russian():
    """A change shows its passage by the names of the states; a forecast its range."""
    change = {"series": "a", "at": "2020", "from": "steady", "to": "fading", "certainty": 0.72, "kind": "slow"}
    assert messages.replayed(change, "ru") == "a  2020  ровно → угасает (медленно), довольно высокая уверенность (72%)"
    forecast = {"series": "a", "at": "2020", "horizon_hours": 24, "mean": 5, "low80": 2, "high80": 9000}
    assert messages.replayed(forecast, "ru") == "a  2020  следующие 24 часа: около 5 (от 2 до 9\u00a0000)"
