"""P5: nothing is built that is about one person: no column, key, command, sentence, library or picture."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import click
from sqlalchemy import Column, Integer, String, Table

from bench import supply
from monitor import sources, words
from monitor.cli import main
from monitor.config import reference
from monitor.counting import Matcher, Options, hits, tally
from monitor.export import EXPORT_COLUMNS
from monitor.model import Post, Term, TermKind, Topic
from monitor.store import schema
from monitor.words import Text

from .proof import Proof, Shown

_ROOT = Path(__file__).parent.parent.parent
_NAMES = frozenset(
    "author authors user users username handle handles account accounts person persons actor actors did email phone "
    "avatar face faces photo photos image images video videos media gender sex orientation religion faith ethnicity "
    "nationality race disability health place location geo lat lon latitude longitude city country bot bots human "
    "follower followers friend friends profile profiles rank ranking top leaderboard influencer network graph bio text "
    "content birthday age".split()
)
_DECLARED = {  # what has such a name although it is about nobody who is observed
    "campaign.official_accounts": "accounts of offices that topics may mention",
    "sources.x.own_account": "the campaign's own",
    "sources.x.own_account_id": "the campaign's own",
    "sources.bluesky.profiles": "where it is asked who opted out",
}
_ENGLISH = re.compile(
    r"\b(authors?|users?|usernames?|handles?|persons?|individuals?|followers?|profiles?|avatars?|photo\w*|videos?|genders?|"
    r"sex\w*|orientations?|gays?|lesbians?|queers?|religio\w*|faiths?|ethnic\w*|nationalit\w*|races?|disabilit\w*|bots?|"
    r"robots?|influencers?|rank\w*|leaderboards?|locations?|geo\w*|graphs?|accounts?|top (?:\d+|\w+s))\b",
    re.IGNORECASE,
)
_RUSSIAN = re.compile(
    r"\b(автор\w*|пользовател\w*|никнейм\w*|персон\w*|подписчик\w*|профил\w*|аватар\w*|фото\w*|видео\w*|гендер\w*|"
    r"ориентаци\w*|геи?|геев|лесби\w*|религи\w*|национальност\w*|этни\w*|инвалид\w*|бот|боты|ботов|робот\w*|рейтинг\w*|"
    r"местоположени\w*|граф|аккаунт\w*|топ)\b",
    re.IGNORECASE,
)
_SENTENCES = {  # in which such a word may stand, and why
    "numbers of accounts, and one share that is nobody's name": (
        "counted.accounts", "crowd.few_voices", "crowd.flood", "crowd.people", "crowd.people_wrote",
        "history.measure.accounts", "push.unit.accounts", "push.unit.people", "reason.story.flood",
        "reports.snapshot.meaning", "today.few", "unit.accounts", "unit.people", "voice.accounts",
    ),
    "what is not held": (
        "frame.invented", "held.keys.none", "held.sum", "imported.opted_out", "reports.made", "reports.snapshot.counts",
    ),
    "staff": ("entrance.readable", "entrance.sign_in", "entrance.stranger", "history.mark.note"),
    "what a campaign looks for": (
        "glossary.term.means", "settings.guard.official", "settings.kind.mention", "settings.terms.change",
    ),
    "what a campaign is kept from looking for": (
        "refused.looks.*", "refused.office", "refused.person", "settings.risk.*", "settings.terms.guard",
    ),
    "ways to write a push, not people": ("lesson.unranked",),
}  # fmt: skip
_LIBRARIES = re.compile(
    r"networkx|igraph|graph[-_]?tool|graphviz|pyvis|cytoscape|spacy|nltk|stanza|flair|gliner|transformers|torch|"
    r"tensorflow|keras|onnx|sentence|gender|names?dataset|ethni|face|deepface|opencv|cv2|dlib|mediapipe|insightface|"
    r"pytesseract|whisper|geopy|geopandas|geoip|geocod|maxmind|shapely|folium|botometer|m3inference|botcheck|osint|"
    r"maigret|sherlock|instaloader",
    re.IGNORECASE,
)
_SHOWING = frozenset(  # what Streamlit has for pictures, places, networks and films
    "image video audio map pydeck_chart graphviz_chart camera_input audio_input logo chat_message file_uploader".split()
)
_OWN_PICTURE = ("reports.py", "image")  # of a finding: the line of a topic
_DIMENSIONS = frozenset({"kind", "language", "tone", "cotag", "domain"})


def looked_through(_: int) -> Shown:
    """Read everything that is declared."""
    names = {*_columns(), *_keys(), *_commands(), *EXPORT_COLUMNS, *_dimensions()}
    bad = [name for name in sorted(names) if name not in _DECLARED and _NAMES & set(re.split(r"[^a-z]+", name.lower()))]
    allowed = {key for keys in _SENTENCES.values() for key in keys}
    sentences, spoken = 0, set[str]()
    for key, text in words.TEXTS.items():
        for template, about in ((text.en, _ENGLISH), (text.ru, _RUSSIAN)):
            for form in [template] if isinstance(template, str) else template.values():
                sentences += 1
                spoken |= {key} if about.search(re.sub(r"\{.*?\}", "", form)) else set()
    bad += sorted(key for key in spoken if key not in allowed and f"{key.rpartition('.')[0]}.*" not in allowed)
    packages = {name for name, _ in supply.runtime(supply.LOCK.read_text(encoding="utf-8"))}
    modules, drawn = _code()
    bad += [name for name in sorted(packages | modules) if _LIBRARIES.search(name)]
    bad += sorted(f"st.{name} in {file}" for file, name in drawn if name in _SHOWING and (file, name) != _OWN_PICTURE)
    held = not bad and all((names, sentences, packages, modules, drawn))
    said = f"{len(names):,} columns, keys, commands and breakdowns, {sentences:,} sentences in two languages, "
    said += f"{len(packages)} libraries, {len(modules)} imports, {len(drawn)} calls that show: {len(bad)} of persons"
    said += f" ({', '.join(bad[:5])})" if bad else ""
    return Shown(held, f"{said}; {len(spoken)} sentences and {len(_DECLARED)} keys with such a word were read by hand")


def _columns() -> Iterator[str]:
    yield from (f"{table.name}.{column.name}" for table in schema.metadata.tables.values() for column in table.columns)


def _keys() -> Iterator[str]:
    """The keys of config.yaml, as its reference lists them."""
    yield from re.findall(r"^\| `([^`]+)` \|", reference(sources=sources.settings()), re.MULTILINE)


def _commands() -> Iterator[str]:
    """The commands, and the names of their arguments and options."""

    def of(command: click.Command, path: str) -> Iterator[str]:
        yield path
        for given in command.params:
            yield from (f"{path} {one}" for one in (given.name, *given.opts) if one)
        for name, inner in command.commands.items() if isinstance(command, click.Group) else ():
            yield from of(inner, f"{path} {name}")

    return of(main, "monitor")


def _dimensions() -> Iterator[str]:
    """What a post with everything in it is broken down by; what is not known here counts as a person's."""
    at = datetime(2026, 3, 2, tzinfo=UTC)
    text = "A brave answer of @somebody in Lamp Street, Riverton! #lamp #sea https://one.example/page"
    topic = Topic("lamp", "Topic 1", (Term(TermKind.TAG, "lamp"),))
    found = hits([Post("1", "keeper", at, text, language="en")], Matcher([topic]), source="archive", key=b"k")
    made = tally(found.hits, source="archive", day_keys={at: b"k"}, options=Options(language=True, tone=True))
    names = {cell.dimension for cell, _ in made.cells.values()}
    yield from (name if name in _DIMENSIONS else f"author {name}" for name in names)


def _code() -> tuple[set[str], set[tuple[str, str]]]:
    """What Monitor imports, and which file calls what of Streamlit."""
    modules, drawn = set[str](), set[tuple[str, str]]()
    for path in (*sorted((_ROOT / "monitor").rglob("*.py")), _ROOT / "dashboard.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {one.name.partition(".")[0] for one in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                modules.add(node.module.partition(".")[0])
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "st":
                drawn.add((path.name, node.attr))
    return modules - {"monitor"}, drawn


@contextmanager
def ranked() -> Iterator[None]:
    """The fault: handles have a column, and a page ranks authors."""
    added = {"page.authors": Text(en="Top authors", ru="Самые активные авторы")}
    with ExitStack() as faults:
        table = Table(
            "voice", schema.metadata, Column("number", Integer, primary_key=True), Column("author_handle", String)
        )
        faults.callback(schema.metadata.remove, table)
        faults.enter_context(patch.object(words, "TEXTS", {**words.TEXTS, **added}))
        yield


PERSONS = Proof(
    "P5",
    "nothing is about one person",
    looked_through,
    1,
    1,
    "reading of everything declared",
    "there is a column `author_handle`, and a page Top authors",
    ranked,
    1,
)
