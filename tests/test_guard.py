"""The guard of terms: what looks like a private person or a gathering is seen, what names nobody is not."""

import subprocess
import sys
from itertools import product

import pytest

from monitor.guard import Risk, RiskKind, identity, risk_of
from monitor.guard.data import given_east, given_south, plain_words, scripts
from monitor.guard.fold import key, sounds, spelled
from monitor.model import Term, TermKind
from tests.guarded_terms import EXPLAINED, LEGITIMATE, RISKY, UNLISTED

OFFICIAL = ("@harbour_office",)


def seen(kind, text):
    """What a term of that kind looks like."""
    return risk_of(Term(TermKind(kind), text), official=OFFICIAL)


@pytest.mark.parametrize(("kind", "text", "risk"), [*RISKY, *UNLISTED])
def test_a_risky_term_is_seen_for_what_it_is(kind, text, risk):
    """A person or a gathering, in whatever language: the part that looks like it is told."""
    found = seen(kind, text)
    assert found is not None
    assert found.kind == risk
    assert found.seen


@pytest.mark.parametrize(("kind", "text"), [*LEGITIMATE, *EXPLAINED])
def test_a_term_that_names_nobody_passes(kind, text):
    """Causes, organisations, places alone, days alone, laws and prizes with a name in them."""
    assert seen(kind, text) is None


def test_the_part_that_was_seen_is_told_as_it_was_written():
    """The name within a tag, not all of it."""
    assert seen("tag", "JusticeForMariaKlein") == Risk(RiskKind.NAME, "MariaKlein")
    assert seen("phrase", "дело Ивана Соколова") == Risk(RiskKind.NAME, "Ивана Соколова")
    assert seen("phrase", "all at Alexanderplatz on 5 May") == Risk(RiskKind.GATHERING, "Alexanderplatz on 5 May")


def _swapped(text):
    return text.translate(str.maketrans("aeopcxyiАВЕКМНОРСТХаеорсх", "аеорсхуіABEKMHOPCTXaeopcx"))


DISGUISES = {
    "lower": str.lower,
    "upper": str.upper,
    "zigzag": lambda text: "".join(one.upper() if place % 2 else one.lower() for place, one in enumerate(text)),
    "look-alikes": _swapped,
    "half": lambda text: "".join(_swapped(one) if place % 2 else one for place, one in enumerate(text)),
    "zero-width": "\u200b".join,
    "joiners": "\u200d".join,
    "full-width": lambda text: "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text),
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_no_disguise_gets_past(disguise):
    """Case, look-alikes of other scripts, invisible letters and width make no difference."""
    past = [text for kind, text, _ in [*RISKY, *UNLISTED] if seen(kind, DISGUISES[disguise](text)) is None]
    assert past == []


def test_spelled_out_letters_and_digits_for_letters_are_read():
    """I v a n, and a nought for an o."""
    assert seen("phrase", "I v a n S o k o l o v")
    assert seen("phrase", "Ivan S0kol0v")


def test_official_accounts_and_their_pages_pass_in_any_spelling():
    """With or without @, in any case; somebody else's does not."""
    for text in ("harbour_office", "@Harbour_Office", "＠HARBOUR_OFFICE"):
        assert seen("mention", text) is None
    assert seen("link", "t.me/Harbour_Office") is None
    assert seen("link", "t.me/somebody") == Risk(RiskKind.PROFILE, "somebody")


@pytest.mark.parametrize(("one", "other"), [("#Tag", "tag"), ("@Name", "＠name"), ("https://t.me/x", "t.me/X")])
def test_the_same_term_has_one_identity(one, other):
    """Signs, case, width and what is invisible make no other term of it."""
    assert identity(one) == identity(other) == identity("\u200b".join(other))


def test_a_name_has_one_key_in_several_scripts():
    """So that one list serves many languages."""
    assert len({key(one) for one in ("Сергей", "Sergey", "Sergej", "Sergei", "Сергій".replace("і", "е"))}) == 1


@pytest.mark.parametrize("text", [given_east.CAUCASUS, given_south.PERSIAN, scripts.GIVEN, plain_words.OTHERS])
def test_words_of_a_list_have_the_keys_they_have_one_by_one(text):
    """Folding a list at once is only faster."""
    assert set(sounds(spelled(text)).values()) == set(map(key, text.split()))


@pytest.mark.parametrize(
    ("kind", "text"), list(product(["tag", "phrase", "link", "article"], ["", "a", "0", "_", "ﷺ", "́", "𝒜", "\ud800"]))
)
def test_odd_texts_are_no_trouble(kind, text):
    """Nothing, a mark alone, half a character: no error."""
    assert seen(kind, text) is None


def test_the_lists_are_loaded_with_the_first_term_only():
    """`monitor --help` need not wait for them."""
    code = "import sys, monitor.cli; print(any(name.startswith('monitor.guard.data') for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
