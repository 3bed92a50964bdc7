"""The tone of an English post by VADER (Hutto and Gilbert 2014), which knows no other language.

VADER was made for opinions, not for rights: "protest" counts as negative. A tone says how posts
sound, never whether they are for or against the cause.
"""

from __future__ import annotations

from functools import cache

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from .entities import without_handles, without_links

UNSCORED = "unscored"
_THRESHOLD = 0.05  # the authors' own bound between neutral and the rest
_READ_CHARACTERS = 1000  # VADER's time grows with the square of the length


def tone(text: str) -> str:
    """Return "positive", "neutral" or "negative" for an English text; links and handles are not read.

    >>> tone("What a wonderful, brave answer!"), tone("They were beaten and threatened.")
    ('positive', 'negative')
    """
    spoken = without_handles(without_links(text[:_READ_CHARACTERS]))
    compound: float = _analyzer().polarity_scores(spoken)["compound"]
    if compound >= _THRESHOLD:
        return "positive"
    return "negative" if compound <= -_THRESHOLD else "neutral"


@cache
def _analyzer() -> SentimentIntensityAnalyzer:
    """Load VADER's word list once."""
    return SentimentIntensityAnalyzer()
