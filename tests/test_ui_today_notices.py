"""The first lines of a card of the page Today: how sure it is, whether sources agree, where a proposal comes from."""

from dataclasses import replace

import pytest

from monitor.alerts import messages
from monitor.model import PushState, State
from monitor.ui import cards
from tests.test_ui_today import COMING, shown, texts
from tests.ui_views import source_view, today_page, topic_view


def test_whether_sources_agree_stands_under_the_headline():
    """With more than one source the page says what the others do, and with one it says nothing of it."""
    view = topic_view(State.FADING)
    several = replace(view, sources=(*view.sources, source_view(State.STEADY, source="bluesky")))
    said = texts(shown(today_page(several)))
    assert said[said.index("Harbour") + 2].startswith("Simulation fades; Bluesky holds.")
    assert not [text for text in texts(shown(today_page(view))) if "What follows is about" in text]


@pytest.mark.parametrize("state", list(State))
def test_how_sure_it_is_stands_under_the_headline(state):
    """The first line of a card says how sure it is, where that is known."""
    sure = cards.sure(topic_view(state).leading.assessment, "en")
    said = texts(shown(today_page(topic_view(state))))
    assert bool(sure) is (state not in (State.NO_DATA, State.TOO_FEW))
    assert not sure or said[said.index("Harbour") + 1] == f"{messages.state_name(state).capitalize()}, {sure}."


def test_a_proposal_says_which_fade_it_comes_from():
    """Where the headline rises and another source fades, the card names the source that a push is proposed for."""
    view = topic_view(State.RISING)
    several = replace(view, sources=(*view.sources, source_view(State.FADING, source="bluesky")))
    proposed = replace(COMING, state=PushState.PROPOSED)
    told = "Push 4 is proposed because of the fade in: Bluesky."
    assert told in texts(shown(today_page(several, coming=proposed)))
    assert told not in texts(shown(today_page(several, coming=COMING)))
    assert told not in texts(shown(today_page(view, coming=proposed)))


def test_the_share_of_the_busiest_few_is_told():
    """Beside people and posts stands what the five busiest wrote together; where that is not known, nothing."""
    assert any(line.endswith("The five busiest accounts together wrote 10%.") for line in few(0.1))
    assert not any("five busiest" in line for line in few(None))


def few(share):
    """What the page says with this share of the busiest few."""
    return texts(shown(today_page(topic_view(State.STEADY), few=share)))
