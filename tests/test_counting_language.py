"""Language and tone of short posts: what is not known is said to be unknown."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given as generated
from hypothesis import strategies as st

from monitor.counting.language import detect_language, given
from monitor.counting.names import Names
from monitor.counting.tone import tone
from monitor.model import Post

SPOKEN = [
    ("They were taken from their homes last night", "en"),
    ("Людей забрали из дома этой ночью", "ru"),
    ("Людей забрали #EndSARS #CloseTheCamps @lgbtnetwork https://example.org/close-the-camps", "ru"),
    ("ПОЛИЦИЯ ЗАБРАЛА БРАТА", "ru"),
    ("Людей забрали из дома\nи никто\u2028не отвечает \ud800", "ru"),
    ("Die Polizei war die ganze Nacht da", "de"),
    ("La police les a emmenés cette nuit", "fr"),
    ("لقد أخذوهم من بيوتهم الليلة الماضية", "ar"),
    ("Поліція забрала їх із дому цієї ночі", "uk"),
]


def post(text: str, *, language: str | None = None) -> Post:
    """A post with a text and what the platform calls its language."""
    return Post(id="1", author="a", at=datetime(2026, 3, 1, tzinfo=UTC), text=text, language=language)


def names(found: Post, *, language: bool = True, tone: bool = True) -> dict[str, str]:
    """What a post is called in each dimension."""
    return dict(Names(language=language, tone=tone).of(found, ()))


@pytest.mark.parametrize(("text", "code"), SPOKEN)
def test_the_language_of_the_words_is_found(text, code):
    """Links, handles, tags and odd characters do not mislead the detector."""
    assert detect_language(text) == code


@pytest.mark.parametrize(
    "text", ["", " ", "#Chechnya", "👍👍", "wow", "@somebody https://example.org", "2024!", "\ud800"]
)
def test_too_little_is_unknown(text):
    """A score under 0.4, or no word at all, is no language."""
    assert detect_language(text) == "unknown"


def test_the_platforms_language_is_asked_only_where_none_is_found():
    """What platforms send is often the author's setting: words weigh more."""
    assert names(post("Людей забрали из дома этой ночью", language="en"))["language"] == "ru"
    assert names(post("wow", language="en-GB"))["language"] == "en"
    assert names(post("wow", language="und"))["language"] == "unknown"
    assert names(post("wow"))["language"] == "unknown"


@pytest.mark.parametrize(
    ("code", "primary"),
    [
        ("pt-BR", "pt"),
        ("EN_us", "en"),
        ("it", "it"),
        ("iw", "he"),
        ("qme", "unknown"),
        ("zxx", "unknown"),
        ("", "unknown"),
        ("\x00", "unknown"),
    ],
)
def test_a_platforms_code_is_cut_to_its_language(code, primary):
    """Regions are left out, codes for "no language" are unknown, old codes get their new names."""
    assert given(code) == primary


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What a wonderful day, we are so happy and proud", "positive"),
        ("They were beaten, threatened and killed by the guards", "negative"),
        ("The office opens at nine in the morning", "neutral"),
    ],
)
def test_english_has_a_tone(text, expected):
    """VADER's usual bounds of 0.05."""
    assert names(post(text))["tone"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Какая замечательная новость, мы счастливы",
        "Людей забрали из дома 😢",
        "Die Polizei war die ganze Nacht da",
        "great",
        "",
    ],
)
def test_what_vader_cannot_read_is_unscored_and_never_neutral(text):
    """Russian is not neutral, German "die" is not death, and an undetected language is not English."""
    assert names(post(text, language="en"))["tone"] == "unscored"


def test_links_and_handles_have_no_tone():
    """A handle such as @killer says nothing about how a post sounds."""
    text = "The office opens at nine in the morning"
    assert tone(f"{text} @killer @war_crime https://example.org/murder") == tone(text) == "neutral"


def test_dimensions_that_are_off_are_absent():
    """What is not wanted is not even named."""
    text = "They were taken from their homes last night"
    assert names(post(text), language=False, tone=False) == {"kind": "original"}
    assert names(post(text), tone=False) == {"kind": "original", "language": "en"}
    assert names(post(text), language=False).keys() == {"kind", "tone"}


@generated(st.text(st.characters(codec=None), max_size=120))
def test_no_text_breaks_language_or_tone(text):
    """Any characters at all give some answer."""
    assert detect_language(text)
    assert tone(text) in ("positive", "neutral", "negative")


def test_the_model_is_loaded_without_network_and_writes_nothing(tmp_path):
    """In a fresh process that may neither connect nor write, the language is found all the same."""
    program = """
import sys
def guard(event, args):
    writes = event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+")
    if event.startswith(("socket.connect", "socket.getaddrinfo", "os.mkdir", "subprocess")) or writes:
        raise RuntimeError(f"{event} {args}")
sys.dont_write_bytecode = True
from monitor.counting import detect_language
sys.addaudithook(guard)
print(detect_language("They were taken from their homes last night"))
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=False,
        cwd=Path(__file__).parent.parent,
        text=True,
        env={"TMPDIR": str(tmp_path), "HOME": str(tmp_path)},
    )
    assert (done.stdout, done.stderr) == ("en\n", "")
    assert not list(tmp_path.iterdir())
