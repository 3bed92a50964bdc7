"""What a warning says of a series that is counted by the day: the same evidence, in what it counts, by UTC days."""

from dataclasses import replace
from datetime import datetime

import pytest

from monitor.model import DAY, Assessment, Daily, Rest, State, Topic
from tests.test_letters import told, warned
from tests.ui_views import AT, evidence, topic_view

VIEWS = Daily("wikipedia:en", "views", AT.replace(hour=0) - DAY, 340.0, 41.0, 25.0, 60.0)


def by_day(day: datetime = VIEWS.day, *, state=State.FADING, **changes) -> Daily:
    """A topic's page views by the day, judged."""
    proof, since = evidence(state, **changes), AT.replace(hour=0) - 2 * DAY
    judged = Assessment("names", "wikipedia:en", AT, state, since, proof, "slow", ())
    return replace(VIEWS, day=day, assessment=judged)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "How sure, how complete: How sure this is cannot be said yet. The data behind this are 90% complete.",
                "Against what is usual: About 340 page views a day; usual is about 41.",
                "Since when: Fading since Sun 12 May (UTC day).",
            ],
        ),
        (
            "ru",
            [
                "Насколько это надёжно и полно: Насколько это надёжно, пока сказать нельзя. "
                "Полнота данных, на которых это основано: 90%.",
                "По сравнению с обычным: Около 340 просмотров страниц в день; обычно около 41.",
                "С какого времени: Угасает с 12 мая (вс) по UTC.",
            ],
        ),
    ],
)
@pytest.mark.parametrize("beside", [True, False])
def test_a_daily_fade_has_its_evidence(language, lines, beside):
    """Since when, how sure, how complete, against usual in what it counts: alone, and beside the hours of others."""
    topic, daily = Topic("names", "Names", ()), by_day(certainty=None, coverage=0.9)
    view = replace(topic_view(State.STEADY), topic=topic, beside=(daily,))
    more = {"views": {"names": view}} if beside else {"rest": Rest(((topic, (daily,)),))}
    one = replace(told(State.FADING, topic="names"), source="wikipedia:en")
    letter = warned(one, language=language, standing={("names", "wikipedia:en"): State.FADING}, **more)
    at = letter.text.splitlines().index(lines[0])
    assert letter.text.splitlines()[at : at + 3] == lines
