"""Posts in flight turned into numbers: what matches a topic, who of how many, and in which breakdowns.

Pure: posts come in, marks and counts go out, nothing is read or written but the word lists and the
language model that lie in the installed packages.
"""

from .day import Cell, People
from .entities import hashtags, links, mentions
from .fold import fold
from .hits import Hit, Hits, hits
from .language import detect_language
from .match import Matcher
from .tally import Options, Tally, tally

__all__ = [
    "Cell",
    "Hit",
    "Hits",
    "Matcher",
    "Options",
    "People",
    "Tally",
    "detect_language",
    "fold",
    "hashtags",
    "hits",
    "links",
    "mentions",
    "tally",
]
