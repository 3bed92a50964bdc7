"""PRIVACY.md, SECURITY.md, docs/dpia.md and docs/sources.md: short, and true wherever the code can tell."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from sqlalchemy import Column, MetaData, String

from bench import papers, supply
from bench.proofs.every import proofs
from bench.proofs.supply import PROOFS
from monitor import config, sources
from monitor.actions.wiping import Limit
from monitor.cli import main
from monitor.counting.marks import MARK_BYTES
from monitor.store import held
from monitor.store.recording import AUTHOR_KEY_LIFE, OPEN_DAYS
from monitor.store.schema import metadata
from monitor.store.small_cells import LEAST_PEOPLE
from monitor.words.held import TEXTS

ROOT = Path(__file__).parent.parent
MOST_LINES = {"PRIVACY.md": 90, "SECURITY.md": 80, "docs/dpia.md": 110, "docs/sources.md": 120}
PAPERS = {name: (ROOT / name).read_text(encoding="utf-8") for name in MOST_LINES}
REACHED_NEVER = {
    Limit.AGAIN: "what starts one by itself (a timer, cron, a service, a container)",
    Limit.BLOCKS: "blocks of an SSD and snapshots of a file system",
    Limit.COPIES: "**files of posts that you imported, with all that is in them**; backups, exports, logs",
    Limit.SENT: "messages that went out",
    Limit.CONFIG: "`config.yaml`, the environment, `.streamlit/secrets.toml`",
    Limit.SERVER: "a database server's journal",
    Limit.RUNNING: "a Monitor that is still running",
}
HOURS = {AUTHOR_KEY_LIFE // timedelta(hours=1), (AUTHOR_KEY_LIFE + held.BETWEEN_PURGES) // timedelta(hours=1)}


def unexplained(tables: MetaData) -> set[str]:
    """The columns that no purpose explains, and those explained that are not there."""
    there = {f"{name}.{column.name}" for name, table in tables.tables.items() for column in table.columns}
    told = {
        f"{name}.{word}" for name, purpose in held.PURPOSES.items() for word in re.findall(r"`(\w+)`", purpose.holds)
    }
    return there ^ told


def sections(text: str) -> Mapping[str, str]:
    """The sections of a page, by their titles."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def sentences(text: str) -> Iterator[str]:
    """What a page says, sentence by sentence and cell by cell, those of six words and more."""
    for part in re.split(r"(?<=[.:;?])\s|\||\n\n|\n- ", text):
        words = " ".join(part.split())
        if len(words.split()) >= 6:
            yield words.casefold()


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_short(name):
    """Nobody reads a long one."""
    assert PAPERS[name].count("\n") <= MOST_LINES[name]


def test_nothing_is_said_twice():
    """Each thing has one paper to stand in; the pages beside them count too."""
    beside = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("docs/team.md", "deploy/README.md")}
    found: dict[str, str] = {}
    for name, text in (PAPERS | beside).items():
        for one in set(sentences(text)):
            assert one not in found, f"{found[one]} and {name}: {one}"
            found[one] = name


def test_the_table_of_tables_is_made_from_its_declaration():
    """PRIVACY.md holds what `python -m bench.papers` writes; a page that lost the place for it is refused."""
    text = PAPERS["PRIVACY.md"]
    assert papers.renewed(text) == text
    assert papers.renewed(text.replace("`loudest`", "`quietest`")) == text
    with pytest.raises(ValueError, match="lost the place"):
        papers.renewed(text.replace("<!-- end of what is made -->", ""))


def test_every_column_is_explained():
    """What a row holds names each of its columns, and a stranger among them is found."""
    assert unexplained(metadata) == set()
    grown = MetaData()
    for table in metadata.tables.values():
        table.to_metadata(grown)
    grown.tables["seen"].append_column(Column("handle", String))
    assert unexplained(grown) == {"seen.handle"}


def test_how_long_is_said_as_it_is():
    """Hours and days in prose, and on the page Settings and safety, are those of the store's constants."""
    for text in PAPERS.values():
        assert {int(hours) for hours in re.findall(r"(\d+) hours", text)} <= HOURS
        assert {int(days) for days in re.findall(r"(\d+) days", text)} <= {OPEN_DAYS}
    assert max(HOURS) == 48
    for key, told in (("held.why.marks", (48, OPEN_DAYS)), ("held.why.keys", (48,))):
        for said in (str(TEXTS[key].en), str(TEXTS[key].ru)):
            assert tuple(map(int, re.findall(r"\d+", said))) == told
    assert f"keyed hash of {MARK_BYTES} bytes" in PAPERS["PRIVACY.md"]
    assert LEAST_PEOPLE == 10
    assert "ten distinct people" in PAPERS["PRIVACY.md"]


def test_what_a_wipe_cannot_reach_is_said():
    """Every limit that the wipe itself tells of stands in PRIVACY.md."""
    assert set(REACHED_NEVER) == set(Limit)
    wiping = " ".join(sections(PAPERS["PRIVACY.md"])["Wiping"].split())
    assert [limit for limit, words in REACHED_NEVER.items() if words not in wiping] == []


def test_everybody_who_is_asked_is_told_of():
    """Each source that asks somebody stands among those who learn something; one more has to be added here."""
    called = {"bluesky": "Bluesky's stream", "news": "news outlets", "wikipedia": "Wikimedia", "x": ", X,"}
    called |= {"mastodon": "Mastodon servers", "mediacloud": "Media Cloud", "gdelt": "GDELT"}
    assert set(called) == set(sources.names()) - {"archive", "simulation"}
    leaving = sections(PAPERS["PRIVACY.md"])["What leaves the machine"]
    assert [name for name, words in called.items() if words not in leaving] == []


def test_every_source_has_its_terms_and_the_day_they_were_read():
    """A section each, in order, with what is asked, what Monitor does and what is left to do; settings are its own."""
    found = sections(PAPERS["docs/sources.md"])
    assert list(found) == [name for name in sources.names() if name != "simulation"]
    for name, text in found.items():
        read = re.search(r"^Terms read: .*?([A-Z][a-z]+ 20\d\d)", text.strip())
        assert read, name
        assert datetime.strptime(read[1], "%B %Y") <= datetime(2026, 11, 30)  # noqa: DTZ001, DTZ007 - months
        assert all(f"- **{part}" in text for part in ("Asked:", "Allowed", "Monitor:", "You:")), name
        settings = re.findall(r"`sources\.(\w+)\.(\w+)`", text)
        assert settings or name == "archive"
        assert {(one, key) for one, key in settings} <= {(name, key) for key in sources.settings()[name].model_fields}


def test_the_terms_of_x_are_in_plain_words(tmp_path):
    """What they allow and forbid is said, and X is off, and reads no post, until the campaign switches it on (P7)."""
    text = " ".join(sections(PAPERS["docs/sources.md"])["x"].split())
    assert "aggregates of the campaign's own tags and accounts without personal data" in text
    assert "monitoring protests" in text
    assert "tracking activists" in text
    smallest = tmp_path / "config.yaml"
    smallest.write_text("topics: {my-topic: {tags: [MyTag]}}\n", encoding="utf-8")
    assert set(config.load(smallest, sources=sources.settings()).sources) == {"archive"}
    by_itself = sources.settings()["x"]()
    assert (getattr(by_itself, "mentions"), getattr(by_itself, "sample")) == (False, False)  # noqa: B009


@pytest.mark.parametrize("name", PAPERS)
def test_what_a_paper_names_is_there(name):
    """Commands, their options, make targets, settings and linked files exist."""
    text = PAPERS[name]
    for command, options in re.findall(r"`monitor ([a-z]+)([^`]*)`", text):
        known = {flag for option in main.commands[command].params for flag in option.opts}
        assert set(re.findall(r"--[a-z-]+", options)) <= known, command
    keys = config.reference(sources=sources.settings())
    named = re.findall(r"`((?:sources|campaign|counting|sign_in|topics)(?:\.\w+)+)`", text)
    assert [key for key in named if f"| `{key}` |" not in keys] == []
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert ((ROOT / name).parent / target).exists(), target
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)", text)) <= targets


@pytest.mark.parametrize("name", PAPERS)
def test_a_rule_that_is_named_has_a_proof(name):
    """Who reads that a rule stops somebody can try it."""
    assert set(re.findall(r"\b([PRS]\d{1,2})\b", PAPERS[name])) <= {proof.rule for proof in proofs()}


def test_every_rule_of_people_and_of_security_has_somebody_it_stops():
    """A rule that no attacker in SECURITY.md meets is missing there, or is no rule."""
    rules = {proof.rule for proof in proofs() if proof.rule[0] in "PS"}
    assert rules - set(re.findall(r"\b([PS]\d{1,2})\b", PAPERS["SECURITY.md"])) == set()


def test_the_bill_of_materials_is_one_that_others_read(tmp_path):
    """CycloneDX, with a package URL and SHA-256 hashes for each; a uv that cannot write one is told of."""
    path = tmp_path / "new" / "sbom.cdx.json"
    listed = supply.sbom(path)
    written = json.loads(path.read_text(encoding="utf-8"))
    assert (written["bomFormat"], written["metadata"]["component"]["name"]) == ("CycloneDX", supply.PROJECT)
    assert len(written["components"]) == len(listed) > 50
    for one in written["components"]:
        assert one["purl"] == f"pkg:pypi/{one['name']}@{one['version']}"
        hashes = [each for file in one["externalReferences"] for each in file["hashes"]]
        assert {each["alg"] for each in hashes} == {"SHA-256"}
    with patch.dict("os.environ", UV="/bin/false"), pytest.raises(RuntimeError, match="no bill of materials"):
        supply.sbom(path)


def faulty(what: str) -> tuple[str, str]:
    """A pyproject.toml and a uv.lock with one fault."""
    project, lock = (path.read_text(encoding="utf-8") for path in (supply.PYPROJECT, supply.LOCK))
    if what == "no reason":
        project = project.replace("# tone of English posts", "")
    if what == "no hash":
        lock = re.sub(r'hash = "sha256:[0-9a-f]+"', 'hash = "md5:0"', lock, count=1)
    if what == "not locked":
        project = project.replace('"click>=8.2"', '"clack>=8.2"')
    if what == "bill of materials":
        lock = lock.replace('    { name = "click" },\n', "")
    return project, lock


@pytest.mark.parametrize("what", ["", "no reason", "no hash", "not locked", "bill of materials"])
def test_the_proof_of_dependencies_sees_each_fault(tmp_path, what):
    """A reason that is gone, a file without its hash, a stranger, and a package that the bill lists and no lock has."""
    with ExitStack() as faults:
        for place, text in zip(("PYPROJECT", "LOCK"), faulty(what), strict=True):
            path = tmp_path / place
            path.write_text(text, encoding="utf-8")
            faults.enter_context(patch.object(supply, place, path))
        (proof,) = PROOFS
        shown = proof.show(1)
    assert shown.held == (not what)
    assert what in shown.said
