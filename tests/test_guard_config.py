"""The guard of terms in config.yaml: why a term is stopped, what makes it acceptable, and all that in Russian too."""

import time

import pytest

from monitor.errors import ConfigError
from monitor.guard import looks
from monitor.ui.refusals import config_error
from monitor.ui.viewer import Viewer
from monitor.words import LANGUAGES
from tests.config_files import load, refusal

ANSWER = "by: A. Person, reason: the family asked us to, on: 2026-01-31"
STOPPED = {
    "tags: ['#JusticeForMariaKlein']": (
        'tags.1: "#JusticeForMariaKlein" may be a private person ("MariaKlein" looks',
        "a name",
    ),
    "phrases: [the hearing, call 0170 1234567]": ("phrases.2:", "a phone number"),
    "phrases: [maria@example.org]": ("phrases.1:", "an e-mail address"),
    "phrases: [Ivan Petrovich]": ("phrases.1:", "a patronymic"),
    "phrases: [Lindenstraße 7]": ("phrases.1:", "a house in a street"),
    "phrases: [Alexanderplatz tonight]": (
        '1: "Alexanderplatz tonight" may be a gathering',
        "a place or a call with a day or a time",
    ),
    "links: [t.me/maria_k]": ("links.1:", "the page of an account"),
    "articles: {en: [Maria_Klein]}": ("articles.en.1:", "a name"),
}


@pytest.mark.parametrize("term", STOPPED)
def test_a_stopped_term_says_why_and_what_would_make_it_acceptable(term):
    """Where it stands, which part looks like what, and an entry to copy."""
    said = refusal(f"topics: {{t: {{tags: [Camps], {term}}}}}" if "tags" not in term else f"topics: {{t: {{{term}}}}}")
    place, what = STOPPED[term]
    assert f"{place}" in said
    assert f"looks like {what})" in said
    assert "can put in danger" in said or "can be put in danger" in said
    assert "someone must answer for it in this topic's confirmed: [{term: " in said
    assert ("campaign.official_accounts" in said) == (what == "the page of an account")
    assert said.count("\n") == 0


def test_the_entry_that_is_shown_makes_the_term_acceptable():
    """Copied as it stands, with the gaps filled in."""
    said = refusal("topics: {t: {tags: ['#JusticeForMariaKlein']}}")
    entry = said.partition("confirmed: ")[2].replace("by: …, reason: …", "by: Amina, reason: her family asked us to")
    loaded = load(f"topics: {{t: {{tags: ['#JusticeForMariaKlein'], confirmed: {entry}}}}}")
    assert loaded.confirmed["t"][0].by == "Amina"


@pytest.mark.parametrize("term", ["mariaklein", "#MARIAKLEIN", "ＭａｒｉａＫｌｅｉｎ"])
def test_a_confirmation_is_found_in_any_spelling(term):
    """With or without its sign, in any case and width."""
    assert load(f"topics: {{t: {{tags: [MariaKlein], confirmed: [{{term: '{term}', {ANSWER}}}]}}}}").topics


def test_a_confirmation_counts_in_its_own_topic_only():
    """Who answers for a name in one topic does not answer for it in another."""
    first = f"a: {{tags: [MariaKlein], confirmed: [{{term: MariaKlein, {ANSWER}}}]}}"
    assert "topics.b.tags.1" in refusal(f"topics: {{{first}, b: {{tags: [MariaKlein]}}}}")


def test_a_confirmation_of_a_term_that_is_not_there_is_told():
    """Nobody would know what is answered for; the term that was meant is named."""
    said = refusal(f"topics: {{t: {{tags: [Camps, MariaKlein], confirmed: [{{term: MariaKleim, {ANSWER}}}]}}}}")
    assert 'topics.t.confirmed.1.term: "MariaKleim" is no term of this topic' in said
    assert 'did you mean "MariaKlein"?' in said
    assert "delete this entry" in refusal(f"topics: {{t: {{tags: [Camps], confirmed: [{{term: xyz, {ANSWER}}}]}}}}")


def test_the_page_of_an_official_account_needs_nobody():
    """The account is named once."""
    assert load("{campaign: {official_accounts: ['@office']}, topics: {t: {links: [t.me/office]}}}").topics


@pytest.mark.parametrize("term", [*STOPPED, "mentions: ['@someone']", f"tags: [a], confirmed: [{{term: b, {ANSWER}}}]"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_guard_says_is_said_in_the_readers_language(term, language):
    """Line by line, with nothing lost: the place, the term, the entry to copy."""
    said = refusal(f"topics: {{t: {{{term}}}}}")
    told = config_error(said, Viewer(language, "UTC"))
    assert told != said
    assert said.split(": ")[1] in told
    assert ("confirmed: [{term: " in told) == ("confirmed: [{term: " in said)
    russian = sum("а" <= one <= "я" for one in told)
    assert (russian > 40) == (language == "ru")


def test_other_errors_of_a_config_stay_as_they_are():
    """What the guard does not say is not translated."""
    said = refusal("topics: {t: {tagz: [a]}}")
    assert config_error(said, Viewer("ru", "UTC")) == said


def test_thousands_of_terms_are_looked_at_quickly():
    """A file as full as it may be, without a term that was seen before."""
    terms = [f"Camp{number:04}Letters" for number in range(1500)]
    looks.look.cache_clear()
    began = time.process_time()
    load(f"topics: {{t: {{tags: [{', '.join(terms)}]}}}}")
    assert time.process_time() - began < 3


def test_every_kind_is_read_as_written_though_something_else_is_wrong():
    """The guard speaks beside other errors, and never breaks on them."""
    said = refusal(
        "topics: {t: {tags: {a: b}, phrases: [[x], Maria Klein], articles: [a], confirmed: no, mentions: 3}}"
    )
    assert "phrases.2" in said
    with pytest.raises(ConfigError):
        load("topics: [a]")
