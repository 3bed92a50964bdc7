"""The page Today as Streamlit runs it: its words, its order, and what hostile text cannot do to it."""

import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from monitor.alerts import messages
from monitor.model import State
from monitor.ui import frame, today
from tests.ui_views import AT, CAMPAIGN, SECRET, source_view, topic_view

UI = Path(today.__file__).parent


def _script(arguments):
    from monitor.ui import today  # noqa: PLC0415 - Streamlit runs this function's text on its own

    today.render(arguments.pop("views"), **arguments)


def shown(*views, invented=False, now=AT, campaign=CAMPAIGN, note=""):
    """The page with these views, run without an exception."""
    arguments = {"views": views, "campaign": campaign, "now": now, "invented": invented, "note": note}
    page = AppTest.from_function(_script, args=(arguments,), default_timeout=20).run()
    assert not page.exception
    return page


def texts(page):
    """Everything the page says through st.text."""
    return [element.value for element in page.text]


@pytest.mark.parametrize("state", list(State))
def test_every_sentence_of_the_paragraph_is_on_the_page(state):
    """Page and command line say the same, in the same words."""
    view = topic_view(state)
    said = " ".join(texts(shown(view)))
    for answer in messages.answers(view, timezone=CAMPAIGN.timezone):
        assert answer.text in said
    assert messages.next_step(view.leading.assessment) in said


@pytest.mark.parametrize(
    ("state", "shape"), [(State.RISING, "▲"), (State.STEADY, "●"), (State.FADING, "▼"), (State.NO_DATA, "?")]
)
def test_the_headline_has_word_and_shape(state, shape):
    """The state never hangs on colour alone."""
    headline = shown(topic_view(state)).subheader[0].value
    assert f"[{shape}] {state.value.capitalize()}" in headline


def test_whether_sources_agree_stands_beside_the_headline():
    """With more than one source the page says what the others do, and with one it says nothing of it."""
    view = topic_view(State.FADING)
    several = replace(view, sources=(*view.sources, source_view(State.STEADY, source="bluesky")))
    said = texts(shown(several))
    assert said[said.index("Harbour") + 1].startswith("Simulation fades; Bluesky holds.")
    assert not [text for text in texts(shown(view)) if "What follows is about" in text]


def test_topics_stand_with_the_most_urgent_first():
    """Fading, no data, recovering, rising, steady, and last what cannot be judged."""
    page = shown(*(topic_view(state, key=f"t{n}") for n, state in enumerate(State)))
    words = [element.value.split("] ")[1].split(":")[0] for element in page.subheader]
    assert words == ["Fading", "No data", "Recovering", "Rising", "Steady", "Too few"]


def test_an_invented_campaign_says_so_and_a_real_one_does_not():
    """The banner is the first thing on the page of an invented campaign."""
    assert [one.value for one in shown(topic_view(State.STEADY), invented=True).warning] == [frame.INVENTED]
    assert not shown(topic_view(State.STEADY)).warning


def test_an_empty_page_leads_by_the_hand():
    """Without topics the page tells the three ways to begin."""
    page = shown()
    assert [one.value for one in page.code] == ["make demo", "monitor import FILE", "monitor run"]
    assert today.PREPARING in [one.value for one in shown(invented=True).text]
    assert not page.get("echarts_chart")


def test_trouble_is_a_calm_sentence():
    """An error a user can act on is shown with the ways to begin, without a traceback."""

    def script():
        from monitor.ui import today  # noqa: PLC0415

        today.trouble("the store is newer than this program")

    page = AppTest.from_function(script).run()
    assert "the store is newer than this program" in texts(page)
    assert not page.exception


def test_no_data_shows_the_reason_and_the_line_before():
    """What was known stays on the chart, and the reason stands beneath it."""
    page = shown(topic_view(State.NO_DATA))
    assert any("Silence of the collector is not silence of the public" in text for text in texts(page))
    assert any(text.startswith("Grey: ") and "refused the key" in text for text in texts(page))
    assert len(page.get("echarts_chart")) == 1


def test_too_few_shows_how_few():
    """Small numbers are told as such."""
    assert any("About 3 posts a day" in text for text in texts(shown(topic_view(State.TOO_FEW))))


def test_an_old_page_warns():
    """When the collector stopped, the page says that it is out of date."""
    page = shown(topic_view(State.STEADY), now=AT + timedelta(days=2))
    assert "2 days ago" in page.error[0].value


HOSTILE = ["<script>alert(1)</script>", "![x](http://evil.example/p.png)", "a\u202etxt.exe", ":red[x] $\\alpha$", "# h"]


@pytest.mark.parametrize("alias", HOSTILE)
def test_a_hostile_alias_is_plain_text(alias):
    """Markup in an alias is read as letters, and marks that reorder text are gone."""
    campaign = replace(CAMPAIGN, alias=alias)
    page = shown(topic_view(State.FADING, alias=alias), topic_view(State.STEADY, key="b"), campaign=campaign)
    plain = alias.replace("\u202e", "")
    assert texts(page).count(plain) == 3
    for element in (*page.markdown, *page.subheader, *page.caption, *page.error, *page.warning):
        assert plain not in element.value


def test_terms_and_the_campaign_name_are_not_on_the_page():
    """The page carries aliases only."""
    page = shown(topic_view(State.FADING))
    everything = " ".join(str(element.proto) for element in page.main)
    assert SECRET not in everything
    assert CAMPAIGN.name not in everything


def test_the_words_are_explained():
    """All six states are in the expander, and what a range is."""
    page = shown(topic_view(State.STEADY))
    inside = [text.value for text in page.expander[0].text]
    assert inside == [*messages.MEANINGS.values(), messages.RANGES]


def test_the_pages_use_no_raw_markup():
    """Neither unsafe HTML nor markdown nor an address of another machine occurs in the pages' code."""
    for path in UI.glob("*.py"):
        code = path.read_text(encoding="utf-8")
        assert not [word for word in ("unsafe_allow", "st.markdown", "st.write", "http:", "https:") if word in code]


def test_the_page_of_a_round_is_drawn_quickly_again():
    """A rerun of eight topics with ninety days of hours takes under a tenth of a second, Streamlit's part included."""
    states = list(State)
    views = tuple(topic_view(states[n % 6], key=f"t{n}") for n in range(8))
    spent: list[float] = []
    arguments = {"views": views, "campaign": CAMPAIGN, "now": AT, "invented": False, "spent": spent}

    def script(given):
        import time  # noqa: PLC0415

        from monitor.ui import today  # noqa: PLC0415

        began = time.thread_time()
        today.render(given["views"], campaign=given["campaign"], now=given["now"], invented=given["invented"])
        given["spent"].append(time.thread_time() - began)

    page = AppTest.from_function(script, args=(arguments,), default_timeout=20)
    for _ in range(4):
        page.run()
    assert min(spent[1:]) < 0.1


def test_what_we_compute_for_a_rerun_takes_under_twenty_milliseconds():
    """All sentences of eight topics and their charts, which are kept between rounds."""
    views = [topic_view(list(State)[n % 6], key=f"t{n}") for n in range(8)]

    def rerun():
        for view in views:
            today.drawn(view.leading, CAMPAIGN.timezone)
            messages.paragraph(view, timezone=CAMPAIGN.timezone)
            messages.gaps(view, since=AT, timezone=CAMPAIGN.timezone)

    rerun()
    spent = []
    for _ in range(5):
        began = time.thread_time()
        rerun()
        spent.append(time.thread_time() - began)
    assert min(spent) < 0.020
