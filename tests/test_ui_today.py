"""The page Today as Streamlit runs it: its words, its order, and what hostile text cannot do to it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from monitor.alerts import messages
from monitor.model import DAY, HOUR, Daily, Effect, Extra, Pulse, Push, PushState, Rest, State, Status, Verdict
from monitor.pushes import telling
from monitor.ui import cards
from monitor.ui.viewer import Viewer
from monitor.words import LANGUAGES, say
from tests.ui_views import AT, CAMPAIGN, SECRET, click_open, source_view, today_of, today_page, topic_view

ZONE = CAMPAIGN.timezone


def _script(page, viewer):
    from monitor.ui import today  # noqa: PLC0415 - Streamlit runs this function's text on its own

    today.render(page, viewer)


def shown(page, *, language="en", opened=()):
    """The page, run without an exception, with the expanders of these keys opened."""
    app = AppTest.from_function(_script, args=(page, Viewer(language, ZONE)), default_timeout=20)
    for key in opened:
        app.session_state[key] = True
    app.run()
    assert not app.exception
    return app


def texts(app):
    """Everything the page says through st.text, line by line."""
    return [line for element in app.text for line in element.value.splitlines()]


def headings(app):
    """The headings, without the colour of their shapes."""
    return [element.value for element in app.header]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", list(State))
def test_a_card_says_the_state_the_next_step_and_who_writes(state, language):
    """Page and command line say the same, in the same words, in either language."""
    view = topic_view(state)
    app = shown(today_page(view), language=language)
    judged = view.leading.assessment
    assert headings(app)[0].endswith(f"] {messages.headline(judged, language)}")
    assert {say("today.next", language), messages.next_step(judged, language)} <= set(texts(app))
    assert (say("ask.crowd", language) in texts(app)) is (state is not State.NO_DATA)
    assert len(app.get("echarts_chart")) == 1


@pytest.mark.parametrize(
    ("state", "shape"), [(State.RISING, "▲"), (State.STEADY, "●"), (State.FADING, "▼"), (State.NO_DATA, "?")]
)
def test_the_headline_has_word_and_shape(state, shape):
    """The state never hangs on colour alone."""
    assert f"[{shape}] {state.value.capitalize()}" in headings(shown(today_page(topic_view(state))))[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", list(State))
def test_how_we_know_is_one_step_away(state, language):
    """Every sentence of the paragraph is in the expander, and the chart's numbers as a table; before, none is made."""
    view = topic_view(state)
    closed = shown(today_page(view), language=language)
    assert not [html for html in closed.get("html") if "<table" in html.proto.body]
    app = shown(today_page(view), language=language, opened=["evidence-harbour"])
    inside = " ".join(text.value for text in app.expander[0].text)
    for answer in messages.answers(view, timezone=ZONE, language=language):
        assert f"{answer.question}\n{answer.text}" in inside
    assert messages.meanings(language)[state] in inside
    (table,) = [html.proto.body for html in app.get("html") if "<table" in html.proto.body]
    assert table.count("<tr>") == 32


def test_every_source_has_a_line_with_its_state_and_how_far_it_reaches():
    """Hourly sources by their state, those counted by the day in the words of the days."""
    view = topic_view(State.FADING)
    several = replace(
        view,
        sources=(*view.sources, source_view(State.NO_DATA, source="bluesky")),
        beside=(
            Daily("wikipedia:de", "views", AT - 2 * DAY, 7.0),
            Daily("wikipedia:en", "views", AT - 2 * DAY, 7.0, assessment=view.leading.assessment),
        ),
    )
    said = texts(shown(today_page(several)))
    assert "▼ fading: Simulation, data to Tue 14 May, 14:00" in said
    assert "? no data: Bluesky, data to Mon 13 May, 19:00" in said
    assert [line for line in said if line.startswith("Wikipedia (de), page views by the day: 7 on ")]
    assert [line for line in said if line.startswith("▼ Wikipedia (en), page views by the day: fading, ")]


def test_topics_stand_with_the_most_urgent_first():
    """Fading, no data, recovering, rising stand open; what is calmer or cannot be judged waits as a line that opens."""
    page = today_page(*(topic_view(state, key=f"t{n}") for n, state in enumerate(State)))
    app = shown(page)
    words = [value.split("] ")[1].split(":")[0] for value in headings(app)[:4]]
    assert words == ["Fading", "No data", "Recovering", "Rising"]
    assert headings(app)[4:] == ["The other topics"]
    folded = [one.label for one in app.expander if "[" in one.label]
    assert [label.split("] ")[1].split(":")[0] for label in folded] == ["Steady", "Too few"]
    assert len(app.get("echarts_chart")) == 4


def test_a_folded_topic_is_drawn_once_it_is_opened():
    """Its card appears in the line that was opened, and not before."""
    page = today_of(6)
    shown(page)
    cards.forget()
    assert cards.drawn.cache_info().currsize == 0
    shown(page)
    assert cards.drawn.cache_info().currsize == 4
    app = shown(page, opened=["open-t1"])
    assert len(app.get("echarts_chart")) == 5


def test_a_topic_that_was_opened_stays_open_when_its_headline_changes():
    """The next round says it with other numbers, and the reader goes on reading."""
    six = today_of(6)
    app = shown(six)
    before = [one.label for one in app.expander]
    click_open(app, next(label for label in before if "[" in label))
    click_open(app, say("today.evidence", "en"))
    assert (len(app.get("echarts_chart")), len(app.get("html"))) == (5, 1)
    app.args = (six, Viewer("ru", ZONE))
    app.run()
    assert not set(before) & {one.label for one in app.expander}
    assert (len(app.get("echarts_chart")), len(app.get("html"))) == (5, 1)


def test_the_glance_names_every_topic_by_its_state():
    """With several topics a line a state names them, the most urgent first; one topic needs no list."""
    page = today_page(
        topic_view(State.STEADY, key="a", alias="Quiet"),
        topic_view(State.FADING, key="b", alias="Loud"),
        topic_view(State.STEADY, key="c", alias="Calm"),
    )
    app = shown(page, language="ru")
    assert [one.value for one in app.markdown if "badge" in one.value][:1] == [":red-badge[▼ угасает]"]
    said = texts(app)
    sure = {state: cards.sure(topic_view(state).leading.assessment, "ru") for state in (State.FADING, State.STEADY)}
    calm = f"Quiet, {sure[State.STEADY]}; Calm, {sure[State.STEADY]}"
    assert said.index(f"Loud, {sure[State.FADING]}") < said.index(calm)
    assert "Harbour" not in [text.value for text in shown(today_page(topic_view(State.STEADY))).text[:1]]


OUT = Push(("harbour",), AT - 5 * DAY, AT - 5 * DAY, PushState.DONE, went_out_at=AT - 5 * DAY, number=3)
COMING = Push(("harbour",), AT + 2 * DAY, AT + 2 * DAY + 3 * HOUR, owner="Amina", number=4)
EXTRA = Extra("bluesky", "posts", 24, Verdict.MORE, 826.0, 486.0, 340.0, 203.0, 478.0)
EFFECT = Effect("harbour", AT - 5 * DAY, (EXTRA,), EXTRA)


def test_the_last_push_and_its_effect_stand_in_one_sentence():
    """What the last push brought is told with its number and its time, and the line on the chart is explained."""
    view = topic_view(State.FADING)
    said = texts(shown(today_page(view, out=(OUT,), last=OUT, effect=EFFECT)))
    named = "Push 3 (Thu 9 May, 15:00)"
    assert said[said.index("Last push") + 1] == telling.effect_lines(EFFECT, alias=named)[0]
    assert "Numbered lines: pushes, 3 (9 May)" in said
    assert "Last push" not in texts(shown(today_page(view)))


def test_the_next_push_and_its_owner_are_told():
    """A plan with its window and owner, a proposal with where to decide on it, and nothing as nothing."""
    view = topic_view(State.FADING)

    def next_push(coming, language="en"):
        said = texts(shown(today_page(view, coming=coming), language=language))
        return said[said.index(say("today.push.coming", language)) + 1]

    assert next_push(COMING) == "Push 4, Thu 16 May, 15:00–18:00. Owner: Amina."
    assert next_push(replace(COMING, owner="")).endswith("Owner: nobody yet.")
    assert "decide on the page Pushes" in next_push(replace(COMING, state=PushState.PROPOSED))
    assert "Its window is over" in next_push(replace(COMING, starts_at=AT - DAY, ends_at=AT - DAY))
    assert next_push(None, "ru") == "Пока не запланирована."


def test_days_full_of_news_are_named_under_the_chart():
    """The dotted lines are explained with their days, in the reader's language."""
    news = (datetime(2024, 5, 9, tzinfo=UTC),)
    said = texts(shown(today_page(topic_view(State.STEADY), news=news), language="ru"))
    assert "Пунктир: новостей об этом намного больше обычного, 9 мая" in said


def test_an_empty_page_leads_by_the_hand():
    """Without topics the page tells the three ways to begin; a story that is being counted says so."""
    app = shown(today_page())
    assert [one.value for one in app.code] == ["make demo", "monitor import FILE", "monitor run"]
    assert headings(app) == ["Nothing has been counted yet"]
    followed = shown(replace(today_page(), followed=True))
    assert [one.value for one in followed.code] == ["make demo", "monitor import FILE"]
    assert texts(shown(today_page(invented=True), language="ru")) == [say("today.preparing", "ru")]


def test_without_hours_there_is_still_what_is_counted_by_the_day():
    """Topics that have daily numbers only, and sources that do not answer, are told in the reader's language."""
    silent = Pulse("bluesky", AT, Status.MISSING, 60.0, 1, reason="nobody looked")
    topic = topic_view(State.STEADY).topic
    rest = Rest(((topic, (Daily("wikipedia:de", "views", AT - 2 * DAY, 7.0),)),), (silent,))
    for language in LANGUAGES:
        app = shown(today_page(rest=rest), language=language)
        assert texts(app) == [line.strip() for line in messages.beside(rest, timezone=ZONE, language=language)]
        assert not app.code


def test_the_first_days_are_called_that():
    """While what is usual is still being learnt, the card says how far that is."""
    view = topic_view(State.STEADY, warm_up=True, reason="warm-up: 3 of 7 days known")
    app = shown(today_page(view))
    assert "3 of 7 days known, so what is usual is not known well yet." in " ".join(texts(app))
    assert "накоплено дней: 3 из 7" in " ".join(texts(shown(today_page(view), language="ru"))).lower()


def test_no_data_shows_the_reason_and_the_line_before():
    """What was known stays on the chart, the reason stands on top and beneath it."""
    app = shown(today_page(topic_view(State.NO_DATA)))
    said = texts(app)
    assert "Silence of the collector is not silence of the public" in said[said.index("Harbour") + 1]
    assert any(text.startswith("Grey: ") and "refused the key" in text for text in said)
    assert len(app.get("echarts_chart")) == 1


def test_too_few_shows_how_few():
    """Small numbers are told as such."""
    assert "about 3 a day is too little" in headings(shown(today_page(topic_view(State.TOO_FEW))))[0]


def test_all_quiet_is_said_and_not_of_a_page_that_is_old():
    """A morning on which nothing waits for anybody is told in a sentence; out of date, nothing is quiet."""
    calm = topic_view(State.STEADY)
    assert say("today.quiet") in texts(shown(today_page(calm, quiet=True)))
    assert say("today.quiet") not in texts(shown(today_page(calm)))
    old = shown(today_page(calm, quiet=True, now=AT + 2 * DAY))
    assert say("today.quiet") not in texts(old)
    assert "2 days ago" in old.warning[0].value


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_zone_of_all_times_is_named_once(language):
    """The time everything is judged at carries the zone, and nothing else on the closed page does."""
    said = " ".join(texts(shown(today_of(6), language=language)))
    assert said.count(ZONE) == 1


HOSTILE = ["<script>alert(1)</script>", "![x](http://evil.example/p.png)", "a\u202etxt.exe", ":red[x] $\\alpha$", "# h"]


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_words_are_plain_text(bad):
    """Markup in an alias, an owner or a reason is read as letters, and marks that reorder text are gone."""
    views = [topic_view(state, key=f"t{n}", alias=bad) for n, state in enumerate(State)]
    app = shown(today_page(*views, coming=replace(COMING, owner=bad)), opened=["open-t1", "evidence-t2"])
    plain = bad.replace("\u202e", "")
    assert texts(app).count(plain) == 8  # on each card, and in the glance where nothing is said of it
    assert sum(text.startswith(f"{plain}, ") for text in texts(app)) == 4
    assert any(f"Owner: {plain}." in text for text in texts(app))
    assert not any("\u202e" in text for text in texts(app))
    for element in (*app.markdown, *app.header, *app.caption, *app.error, *app.warning):
        assert plain not in element.value
    for element in (*app.expander, *app.get("html")):
        assert plain not in str(element.proto)


def test_terms_and_the_campaign_name_are_not_on_the_page():
    """The page carries aliases only."""
    app = shown(today_page(topic_view(State.FADING)), opened=["evidence-harbour"])
    everything = " ".join(str(element.proto) for element in app.main)
    assert SECRET not in everything
    assert CAMPAIGN.name not in everything


def test_our_own_code_of_a_rerun_takes_under_twenty_milliseconds():
    """Eight topics with ninety days of hours, Streamlit's elements included, on what is kept between rounds."""
    page, spent = today_of(8), list[float]()

    def script(page, viewer, spent):
        import time  # noqa: PLC0415

        from monitor.ui import today  # noqa: PLC0415

        began = time.thread_time()
        today.render(page, viewer)
        spent.append(time.thread_time() - began)

    app = AppTest.from_function(script, args=(page, Viewer("ru", ZONE), spent), default_timeout=20)
    for _ in range(8):
        app.run()
    assert min(spent[1:]) < 0.020
