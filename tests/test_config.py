"""config.yaml: what it may say, and how it says no."""

import re
from datetime import date
from pathlib import Path

import pytest

from monitor import config
from monitor.errors import ConfigError
from monitor.model import Term, TermKind
from tests.config_files import ONE_TOPIC, SOURCES, Archive, Invented, load, refusal

ROOT = Path(__file__).parent.parent


def texts(loaded, kind):
    """Return the texts of the first topic's terms of one kind."""
    return [term.text for term in loaded.topics[0].terms if term.kind is kind]


def test_the_seed_campaign_loads():
    """The campaign that ships with the project is valid and follows what the brief asks for."""
    loaded = config.load(ROOT / "config.yaml", sources=SOURCES)
    (topic,) = loaded.topics
    assert (loaded.campaign.name, loaded.campaign.alias, topic.alias) == ("Close the Camps", "Campaign A", "Topic 1")
    assert Term(TermKind.TAG, "Чечня") in topic.terms
    assert Term(TermKind.MENTION, "sledcom_rf") in topic.terms
    assert {term.language for term in topic.terms if term.kind is TermKind.ARTICLE} == {"en", "ru"}
    assert list(loaded.sources) == ["archive"]
    assert loaded.store == f"sqlite:///{ROOT / 'data' / 'monitor.db'}"


def test_only_topics_are_needed():
    """One line is a whole configuration; everything else has a default."""
    loaded = load('{topics: {endsars: {tags: [EndSARS], mentions: ["@e"]}}, campaign: {official_accounts: ["@E"]}}')
    assert (loaded.campaign.name, loaded.campaign.alias) == ("My campaign", "Campaign A")
    assert (loaded.campaign.timezone, loaded.campaign.languages) == ("UTC", ("en",))
    assert loaded.topics[0].alias == "Topic 1"
    assert loaded.sources == {"archive": Archive()}
    assert loaded.counting == config.Counting(language=True, tone=True)


def test_terms_are_taken_with_or_without_their_sign():
    """#Tag and Tag, @name and name are the same term, and a repeated term counts once."""
    loaded = load(
        'campaign: {official_accounts: ["@office"]}\n'
        'topics: {t: {tags: ["#Camps", camps, "＃Чечня"], mentions: ["@Office", office]}}'
    )
    assert texts(loaded, TermKind.TAG) == ["Camps", "Чечня"]
    assert texts(loaded, TermKind.MENTION) == ["Office"]


def test_texts_stay_the_texts_that_were_written():
    """No, numbers, dates and null are words where words are meant, and switches where switches are meant."""
    loaded = load(
        "campaign: {languages: [no], name: 2017}\ncounting: {tone: no, language: on}\n"
        "topics: {t: {tags: [2017, no, on, null, 1_000, 0x1F, 12e3]}}"
    )
    assert texts(loaded, TermKind.TAG) == ["2017", "no", "on", "null", "1_000", "0x1F", "12e3"]
    assert (loaded.campaign.languages, loaded.campaign.name) == (("no",), "2017")
    assert (loaded.counting.tone, loaded.counting.language) == (False, True)


def test_an_empty_section_means_its_defaults():
    """A key with nothing behind it is the same as one that is not there."""
    loaded = load(ONE_TOPIC.replace("]}}", "], links: , confirmed: }}") + "campaign:\nsources: {archive: }\n")
    assert loaded.campaign.name == "My campaign"
    assert loaded.sources == {"archive": Archive()}


def test_links_articles_and_scripts():
    """Links lose http and keep their path, article titles read as on the page, and joiners stay in Persian."""
    loaded = load(
        "topics: {t: {links: ['https://Example.org/Camps', пример.рф], tags: [می\u200cخواهم, हिन्दी],"
        " articles: {en: [Anti-gay_purges], ru: [Чечня]}}}"
    )
    assert texts(loaded, TermKind.LINK) == ["example.org/Camps", "пример.рф"]
    assert texts(loaded, TermKind.TAG) == ["می\u200cخواهم", "हिन्दी"]
    assert Term(TermKind.ARTICLE, "Anti-gay purges", "en") in loaded.topics[0].terms


def test_a_relative_store_lies_beside_the_configuration(tmp_path):
    """Where the process was started makes no difference to where the counts are."""
    (tmp_path / "config.yaml").write_text(ONE_TOPIC)
    loaded = config.load(tmp_path / "config.yaml", sources=SOURCES)
    assert loaded.store == f"sqlite:///{tmp_path / 'data' / 'monitor.db'}"
    assert load(ONE_TOPIC + "store: sqlite:////srv/m.db").store == "sqlite:////srv/m.db"
    assert load(ONE_TOPIC + "store: postgresql://team@db/m").store == "postgresql+psycopg://team@db/m"


def test_sources_bring_their_own_settings():
    """What a source allows is its own declaration, checked like everything else."""
    assert load(ONE_TOPIC + "sources: {simulation: {seed: 5, since: 2018-01-02}}").sources == {
        "simulation": Invented(seed=5, since=date(2018, 1, 2))
    }
    said = refusal(ONE_TOPIC + "sources:\n  simulation: {seed: -1, pace: fats}\n  simulatoin: {}\n")
    assert 'line 3: sources.simulation.seed: must be a whole number, at least 0, at most 99, not "-1"' in said
    assert "must be one of slow, fast, not \"fats\"; did you mean 'fast'?" in said
    assert "line 4: sources.simulatoin: unknown source; did you mean 'simulation'?" in said


def test_an_error_names_file_line_key_and_what_was_meant():
    """A misspelled key is answered with the key that was probably meant."""
    said = refusal("campaign:\n  name: x\ntopics:\n  close-the-camps:\n    tagz: [a]\n")
    assert "config.yaml line 5: topics.close-the-camps.tagz: unknown key; did you mean 'tags'?" in said


def test_all_problems_are_listed_at_once():
    """Nobody has to run the tool once for each mistake, whichever check finds it."""
    said = refusal(
        "campaign: {timezone: Berlin, languages: [english]}\n"
        'topics:\n  a: {tags: ["a b"], mentions: ["@someone"]}\n  b: {tags: [x], alias: topic 1}\n'
        "sources: {x: {}}\nstore: mysql://h/d\n"
    ).splitlines()
    assert len(said) == 7, said
    assert [int(line.removeprefix("config.yaml line ").partition(":")[0]) for line in said] == [1, 1, 3, 3, 4, 5, 6]


TRAPS = {
    "topics:\n  t:\n    tags:\n      - #Chechnya\n": ('4: topics.t.tags.1: # begins a comment', '"#Chechnya"'),
    "topics:\n  t:\n    tags: #Chechnya\n": ("3: topics.t.tags: # begins a comment", '"#Chechnya"'),
    "topics:\n  t:\n    tags: [a, #b]\n": ("3: # begins a comment, so the list is never closed", '"#b"'),
    "topics:\n  t:\n    mentions:\n      - @name\n": ("4: a text that begins with @ needs quotes", '"@name"'),
    "topics: {t: {mentions: [@name]}}": ("1: a text that begins with @ needs quotes", '"@name"'),
    "topics:\n  t:\n    phrases: [“Close them”]\n": ("3: topics.t.phrases.1: typographic quotes", '"Close them"'),
    "topics:\n\tt: {tags: [a]}\n": ("2: this line begins with a tab", "spaces only"),
    "topics:\n  t:\n    phrases: [a\n": ("3: the list", "closing ]") ,
    "topics:\n  t:\n    phrases: ['a\n": ("3: a quote", "never closed"),
    "topics:\n  t:\n    phrases:\n      - News: live: now\n": ("4: a text with a colon", "quotes"),
    "topics: {t: {tags: Chechnya}}": ("topics.t.tags: must be a list", "[one, two]"),
    "topics: {t: {tags: [*a]}}": ("*a is an alias", '"*a"'),
    "topics: {t: &x {tags: [a]}}": ("&x is an anchor", "not used here"),
    "topics: {t: {tags: [!!python/name:os.system a]}}": ("!!python/name:os.system is a tag", "straight quotes"),
    ONE_TOPIC + ONE_TOPIC: ("2: topics: this key stands here a second time (first on line 1)", "keep one"),
    ONE_TOPIC + "---\n" + ONE_TOPIC: ("2: a second document", "delete this line"),
    "%YAML 1.1\n---\n" + ONE_TOPIC: ("1: a line that begins with %", "delete it"),
    "": ("the file is empty", "topics: {my-topic"),
    "topics:\n": ("1: topics: is empty", "at least one topic"),
    "campaign: {name: x}": ("topics: this key is missing", ""),
}  # fmt: skip


@pytest.mark.parametrize(("text", "sentence"), TRAPS.items())
def test_where_yaml_surprises_people_a_sentence_helps(text, sentence):
    """Each well-known trap of YAML is named at its line, with what to write instead."""
    said = refusal(text)
    for part in sentence:
        assert part in said


@pytest.mark.parametrize(
    ("key", "value", "way_out"),
    [
        ("tags", "two words", "write this under phrases"),
        ("tags", "close-camps", "a hashtag ends at '-'"),
        ("tags", "@someone", "write it under mentions"),
        ("tags", "a\u202eb", "invisible character (U+202E)"),
        ("tags", "a\u200bb", "invisible character (U+200B)"),
        ("tags", "!!!", "ends at"),
        ("tags", "", "at least one letter"),
        ("mentions", "#tag", "write it under tags"),
        ("mentions", "@some one", "an account is written as @name"),
        ("mentions", "@Gеnproc", "Latin letters"),
        ("phrases", "ask @someone", "write the account under mentions"),
        ("phrases", "x", "at least two letters"),
        ("links", "ftp://example.org", "a link is a domain"),
        ("links", "javascript:alert(1)", "a link is a domain"),
        ("links", "https://me:secret@example.org", "a link is a domain"),
        ("links", "localhost", "a link is a domain"),
    ],
)
def test_a_term_that_cannot_work_is_refused_with_the_way_out(key, value, way_out):
    """What no platform would find, or what nobody can see, is stopped before it counts nothing for weeks."""
    assert way_out in refusal(f"topics: {{t: {{{key}: ['{value}']}}}}")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("campaign: {timezone: Berlin}", "Europe/Berlin"),
        ("campaign: {timezone: Europe/Kiyv}", "Europe/Kyiv"),
        ("campaign: {languages: [ua]}", "uk"),
        ("topics: {Free Them!: {tags: [a]}}", "free-them"),
        ("topics: {t: {articles: {english: [A]}}}", "en"),
        ("counting: {tones: true}", "tone"),
    ],
)
def test_what_was_meant_is_offered(text, meant):
    """A near miss is answered with the right spelling."""
    assert f"did you mean '{meant}'?" in refusal(text)


def test_a_mention_of_someone_who_is_not_official_needs_somebody_to_answer_for_it():
    """Nobody is followed by accident: the error says why and names both ways out, and both work."""
    topic = "topics: {t: {mentions: ['@Someone'], confirmed: [%s]}}\n"
    said = refusal(topic % "")
    assert "may be a private person" in said
    assert "campaign.official_accounts" in said
    assert "confirmed" in said
    assert load(topic % "" + "campaign: {official_accounts: [someONE]}").topics
    assert load(topic % "{term: someone, by: A. Person, reason: asked us to, on: 2026-01-31}").topics


@pytest.mark.parametrize(
    "entry",
    [
        "{term: other, by: A, reason: b, on: 2026-01-31}",
        "{term: someone, by: A, on: 2026-01-31}",
        "{term: someone, by: '', reason: b, on: 2026-01-31}",
        "{term: someone, by: A, reason: b, on: 2026-02-31}",
        "someone",
    ],
)
def test_a_half_filled_confirmation_confirms_nothing(entry):
    """A confirmation counts only with the term's name, a person, a reason and a real day."""
    assert "line 1: topics.t." in refusal(f"topics: {{t: {{mentions: ['@someone'], confirmed: [{entry}]}}}}")


def test_a_password_is_neither_accepted_nor_repeated():
    """A secret does not belong in the file, and the message about it does not spread it further."""
    for store in ("postgresql://team:hunter2@db/m", "[postgresql://team:hunter2@db/m]", "mysql://t:hunter2@db/m"):
        said = refusal(ONE_TOPIC + f"store: {store}\npassword: hunter2\n")
        assert "line 2: store" in said
        assert "hunter2" not in said
    assert "PGPASSWORD" in refusal(ONE_TOPIC + "store: postgresql://team:hunter2@db/m")


def test_messages_obey_no_terminal():
    """A value with escape codes or reversed text is shown spelled out."""
    said = refusal('topics: {"a\\e[31m\u202eb": {tags: [a]}}\n')
    assert said.isprintable() or "\n" in said
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_the_file_is_looked_for_in_three_places(tmp_path, monkeypatch):
    """--config comes before MONITOR_CONFIG, which comes before ./config.yaml."""
    monkeypatch.chdir(tmp_path)
    here, named, asked = (tmp_path / name for name in ("config.yaml", "named.yaml", "asked.yaml"))
    for path in (here, named, asked):
        path.write_text(ONE_TOPIC)
    environ = {"MONITOR_CONFIG": str(named)}
    assert config.find(asked, environ) == asked
    assert config.find(None, environ) == named
    assert config.find(None, {}).resolve() == here


def test_a_file_that_is_not_there_is_never_replaced_by_defaults(tmp_path, monkeypatch):
    """A missing file is an error that says where it was looked for and what to do."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.yaml").write_text(ONE_TOPIC)
    for option, environ in ((Path("gone.yaml"), {}), (None, {"MONITOR_CONFIG": "gone.yaml"}), (tmp_path, {})):
        with pytest.raises(ConfigError, match="monitor demo"):
            config.find(option, environ)


def test_the_reference_tells_every_key_and_its_default():
    """The reference is made from the declarations: every key of the file and of each source is in it."""
    page = config.reference(sources=SOURCES)
    for row in (
        "| `campaign.timezone` | The time zone of all times shown. | an IANA time zone such as Europe/Berlin | `UTC` |",
        "| `sources.simulation.seed` | Where chance begins. | a whole number, at least 0, at most 99 | `7` |",
        "| `sources.simulation.pace` | How fast it goes. | one of slow, fast | `slow` |",
        "| `topics.NAME.confirmed[].by` | Who of the campaign decided it. | a short text | must be given |",
    ):
        assert row in page
    assert "`sqlite:///data/monitor.db`" in page
    assert "It has no settings." in page
    assert "pydantic" not in page.lower()


def test_the_example_in_the_reference_is_valid():
    """What the reference calls the smallest whole file loads."""
    page = config.reference(sources=SOURCES)
    (example_file,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert load(example_file).topics[0].key == "my-topic"


def test_a_configuration_cannot_be_changed():
    """Values cross borders frozen."""
    loaded = config.load(ROOT / "config.yaml", sources=SOURCES)
    with pytest.raises(TypeError):
        loaded.sources["x"] = Archive()  # type: ignore[index]
    with pytest.raises(AttributeError):
        loaded.store = "sqlite:///other.db"  # type: ignore[misc]
