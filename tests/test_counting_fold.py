"""Keys: what a reader takes for the same compares equal, what differs stays apart."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.counting import fold
from monitor.counting.fold import fold_running

ANY_TEXT = st.text(st.characters(codec=None), max_size=40)

SAME = [
    ("#CloseTheCamps", "closethecamps"),
    ("＃ＣｌｏｓｅＴｈｅＣａｍｐｓ", "#closethecamps"),
    ("﹟tag", "tag"),
    ("##tag", "tag"),
    ("STRASSE", "straße"),
    ("ΣΊΣΥΦΟΣ", "σίσυφος"),
    ("ﬁght", "FIGHT"),
    ("cafe\u0301", "CAFÉ"),
    ("и\u0306", "Й"),
    ("stop\u200bnow", "StopNow"),
    ("\ufefftag", "tag"),
    ("ta\u00adg", "tag"),
    ("ta\u2060g", "tag"),
    ("❤\ufe0f", "❤"),
    ("می\u200cخواهم", "میخواهم"),
    ("क\u200dष", "कष"),
    ("\u200b#tag", "#tag"),
    ("ЧЕЧНЯ", "чечня"),
]
APART = [
    ("İstanbul", "istanbul"),
    ("ی", "ي"),
    ("ё", "е"),
    ("café", "cafe"),
    ("с", "c"),  # Cyrillic and Latin
    ("tag", "tags"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_the_same_have_one_key(one, other):
    """Width, case, composition, signs and invisible characters make no difference."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_letters_have_different_keys(one, other):
    """Letters that only look or sound alike stay apart: the user lists variants."""
    assert fold(one) != fold(other)


@given(ANY_TEXT)
def test_the_key_does_not_depend_on_composition(text):
    """However a platform composes a text, and whatever it holds, its key is the same."""
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(ANY_TEXT)
def test_running_text_has_single_spaces_and_no_case(text):
    """No white space but single spaces is left, no capital, and the shortcut changes nothing."""
    running = fold_running(text)
    assert running == " ".join(running.split())
    assert fold_running(text + "\t") == running == fold_running(f" {text}\n ")


@pytest.mark.parametrize(
    "text", ["Russian  LGBT\nNetwork", "\trussian\u00a0lgbt\u2003network\r\n", "RUSSIAN LGBT NETWORK "]
)
def test_any_white_space_is_one_space(text):
    """Line ends, tabs and wide spaces are spaces."""
    assert fold_running(text) == "russian lgbt network"
