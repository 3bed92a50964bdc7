"""Hostile configurations: what somebody, or a broken editor, would write to have Monitor hang, crash or obey."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, product, zip_longest
from pathlib import Path

import annotated_types as limits
from pydantic import BaseModel

from monitor import sources
from monitor.config import describe
from monitor.config.declared import File
from monitor.config.document import MAX_BYTES

SECRET = "zq-hunter-zq"  # a password in an address: no message may repeat it
GOOD = "topics: {t: {tags: [a]}}\n"
_ROOM = MAX_BYTES - 200
Laid = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Hostile:
    """A configuration that must be refused: its name, how it is laid at a path, what its message must hold.

    Where the message must name a line or a key, `said` is that.
    """

    name: str
    lay: Laid
    said: str = ""


def hostile(count: int | None = None) -> tuple[Hostile, ...]:
    """So many of them, of all kinds in turn; all there are without a number."""
    kinds = (_yaml(), _bounds(), _encodings(), _types(), _addresses(), _unknown(), _places(), _filled())
    turns = chain.from_iterable(zip_longest(*kinds))
    return tuple(one for one in turns if one is not None)[:count]


def _text(name: str, text: str | bytes, said: str = "") -> Hostile:
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text

    def lay(path: Path) -> None:
        path.write_bytes(raw)

    return Hostile(name, lay, said)


def _yaml() -> Iterator[Hostile]:
    """What YAML can do beside saying what stands there."""
    yield _text("an anchor", "topics: {t: {tags: [&a x]}}", "line 1: topics.t.tags.1")
    yield _text("a tag", "topics: {t: {tags: [!!str x]}}", "line 1: topics.t.tags.1")
    yield _text("an alias", "topics: {t: {tags: [&a x, *a]}}", "line 1")
    laughs = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 10))
    yield _text("a billion laughs", f"l0: &l0 [ha]\n{laughs}{GOOD}", "line 1: l0")
    for tag in ("python/object/apply:os.system [id]", "python/name:os.system x", "python/module:os x", "binary eA=="):
        yield _text(f"!!{tag}", f"topics: {{t: {{tags: [!!{tag}]}}}}", "line 1")
    yield _text("a merge", f"<<: *a\n{GOOD}", "line 1")
    yield _text("an anchor within itself", f"campaign: &a {{name: *a}}\n{GOOD}", "line 1: campaign")
    yield _text("two documents", f"{GOOD}---\n{GOOD}", "line 2")
    yield _text("a directive", f"%YAML 1.1\n---\n{GOOD}", "line 1")
    yield _text("a key twice", f"{GOOD}{GOOD}", "line 2: topics")
    yield _text("a key twice, deep", "topics: {t: {tags: [a], tags: [b]}}", "line 1: topics.t.tags")
    yield _text("a key that is a list", f"[a]: b\n{GOOD}", "line 1")
    yield _text("a key that is a map", f"? {{a: b}}\n: c\n{GOOD}", "line 1")
    for name, text in (("tab", "topics:\n\tt: {tags: [a]}"), ("quote", "topics: {t: {tags: ['a]}}"), ("brace", "t: {")):
        yield _text(f"a {name} that does not fit", text, "line ")
    yield _text("nothing", b"", "it needs at least: topics")
    yield _text("comments only", "# nothing\n", "it needs at least: topics")
    yield _text("a text only", "just words", "it needs at least: topics")


def _bounds() -> Iterator[Hostile]:
    """Too large, too deep, too many, too long."""
    yield _text("a byte too many", f"{GOOD}#{'x' * (MAX_BYTES - len(GOOD))}", "larger than 256 KiB")
    yield _text("a hundred megabytes", bytes(100 * 2**20), "larger than 256 KiB")
    for depth in (21, 1_000, 10_000, 40_000):
        yield _text(f"{depth:,} lists deep", f"campaign: {{name: {'[' * depth}{']' * depth}}}\n{GOOD}", "levels deep")
        yield _text(f"{depth:,} maps deep", f"campaign: {'{a: ' * depth}1{'}' * depth}\n{GOOD}", "levels deep")
    yield _text("10,000 topics", "topics: {" + ", ".join(f"t{n}: {{tags: [a]}}" for n in range(10_000)) + "}", "values")
    yield _text("a key of 200,000 letters", f"{'k' * 200_000}: 1\n{GOOD}", "line 1")
    yield _text("a tag of 200,000 letters", f"topics: {{t: {{tags: [{'k' * 200_000}]}}}}", "line 1: topics.t.tags.1")
    yield _text("9,000 directives", "\n".join(f"%TAG !a{number}! tag:x{number}" for number in range(9000)), "line 1")
    domains = ",".join("a." * 99 + "-" for _ in range(1200))
    yield _text("1,200 near domains", f"topics: {{t: {{links: [{domains}]}}}}", "line 1: topics.t.links.1")
    unknown = ",".join(f"T{number}: {{tagz: []}}" for number in range(1200))
    yield _text("1,200 unknown keys", f"topics: {{{unknown}}}", "line 1")
    accounts = ",".join(f"b{number}" for number in range(4000))
    yield _text("4,000 accounts", f"topics: {{t: {{mentions: [{accounts}]}}}}", "line 1: topics.t.mentions.1")


def _encodings() -> Iterator[Hostile]:
    """What is no text, or hides in one."""
    yield _text("bytes that are no text", b"topics: \xff\xfe", "line 1")
    for encoding in ("utf-16", "utf-16-le", "utf-32"):
        yield _text(f"saved as {encoding}", GOOD.encode(encoding), "UTF-" if encoding != "utf-16-le" else "line 1")
    yield _text("NUL", f"{GOOD}\x00", "line 2")
    yield _text("a lone surrogate", "topics: {t: {tags: [\ud800]}}", "line 1")
    for number in (0x1B, 0x7F, 0x9B, 0xFFFE):
        yield _text(f"U+{number:04X}", f"topics: {{t: {{tags: [a{chr(number)}]}}}}", "line 1")
    for mark in ("\\0", "\\e", "\\ud800", "\\x9b"):
        yield _text(f"{mark} in quotes", f'topics: {{t: {{tags: ["a{mark}b"]}}}}', "line 1")
    for number in (0x202E, 0x2066, 0x200B, 0xFEFF, 0x2028, 0xE000, 0xE0041):
        yield _text(f"U+{number:04X} in a tag", f'topics: {{t: {{tags: ["a\\U{number:08x}b"]}}}}', "topics.t.tags.1")
        yield _text(
            f"U+{number:04X} in an alias", f'campaign: {{alias: "a\\U{number:08x}b"}}\n{GOOD}', "campaign.alias"
        )
    yield _text("a mark of order within", f"topics: {{t: {{tags: [a{chr(0xFEFF)}b]}}}}", "topics.t.tags.1")
    yield _text("quotes of a typewriter's rival", "topics: {t: {tags: [“a”]}}", "topics.t.tags.1")


def _types() -> Iterator[Hostile]:
    """What every declared key is not: from the declaration itself, so that no key is left out."""
    yield from _of_section(File, ())
    for name, model in sources.settings().items():
        yield _wrong(("sources", name), "[a]")
        yield from _of_section(model, ("sources", name))


def _of_section(model: type[BaseModel], within: tuple[str, ...]) -> Iterator[Hostile]:
    for name, field in model.model_fields.items():
        yield from _of(describe.of_field(field), (*within, name))


def _of(declared: describe.Declared, place: tuple[str, ...]) -> Iterator[Hostile]:
    section, inner = describe.section(declared.annotation), describe.entries(declared.annotation)
    if section:
        yield _wrong(place, "[zq]")
        yield from _of_section(section, place)
    elif describe.is_map(declared.annotation) and inner:
        yield _wrong(place, "[zq]")
        free = "en" if place[-1] == "articles" else "zq"
        yield from _of(inner, (*place, free))
    elif inner:
        yield _wrong(place, "{zq: 1}")
        yield _wrong(place, "[[zq]]", f"{'.'.join(place)}.1")
    else:
        yield _wrong(place, "{zq: [1]}")
        yield from (_wrong(place, value) for value in _beyond(declared))


def _beyond(declared: describe.Declared) -> Iterator[str]:
    """Numbers that are none, or out of range; for everything else no more than a list."""
    if declared.annotation in (int, float):
        yield from ("zq", ".nan", "nan", "1e999", "-1e9", "'٧'")
        yield from (str(part.le + 1) for part in declared.attached if isinstance(part, limits.Le))  # type: ignore[operator]
    elif declared.annotation is bool:
        yield from ("zq", "2")
    elif declared.annotation is not object:
        yield "[zq]"


def _wrong(place: tuple[str, ...], value: str, said: str = "") -> Hostile:
    """A value where another kind is meant; the topic it stands in is good otherwise."""
    text = value
    for part in reversed(place):
        text = f"{{{part}: {text}}}"
    good = "" if place[0] == "topics" else GOOD
    text = f"{text[1:-1]}\n{good}"
    return _text(f"{'.'.join(place)}: {value}", text, said or ".".join(place))


_URLS = (
    ("sources: {{news: {{feeds: {{zq: '{}'}}}}}}", "sources.news.feeds.zq"),
    ("sources: {{mastodon: {{instances: ['{}']}}}}", "sources.mastodon.instances.1"),
    ("sources: {{bluesky: {{jetstream: '{}'}}}}", "sources.bluesky.jetstream"),
    ("sources: {{bluesky: {{profiles: '{}'}}}}", "sources.bluesky.profiles"),
    ("sources: {{x: {{base_url: '{}'}}}}", "sources.x.base_url"),
    ("sources: {{gdelt: {{base_url: '{}'}}}}", "sources.gdelt.base_url"),
    ("heartbeat: {{url: '{}'}}", "heartbeat.url"),
)
_BAD = (
    f"https://user:{SECRET}@example.org",
    f"https://{SECRET}@example.org",
    "file:///etc/passwd",
    "ftp://example.org/x",
    "//example.org",
    "https://",
    "https://[::1",
    "https://example.org:99999",
    "https://exa mple.org",
    "javascript:alert(1)",
)


def _addresses() -> Iterator[Hostile]:
    """Addresses with a login in them, of other kinds, or of none; stores that name a password or no file."""
    yield from (
        _text(f"{place}: {url}", f"{frame.format(url)}\n{GOOD}", place) for url, (frame, place) in product(_BAD, _URLS)
    )
    for url in (
        f"postgresql://user:{SECRET}@host/base", f"postgresql://host/base?password={SECRET}", "postgresql://", "mysql://h/b",
        "sqlite:///:memory:", "sqlite:///a?mode=memory", "sqlite:///../", "sqlite://", "file:///etc/passwd", f"x://{SECRET}",
    ):  # fmt: skip
        yield _text(f"store: {url}", f"store: '{url}'\n{GOOD}", "line 1: store")


def _unknown() -> Iterator[Hostile]:
    """Keys, sources, zones and people that do not exist, and terms that somebody would have to answer for."""
    for text, said in (
        ("zq: 1", "zq"),
        ("__class__: {__init__: 1}", "__class__"),
        ("campaign: {nmae: a}", "campaign.nmae"),
        ("sources: {facebook: {}}", "sources.facebook"),
        ("sources: {../../x: {}}", "sources"),
        ("sources: {simulation: {seed: 1, sede: 1}}", "sources.simulation.sede"),
        ("campaign: {timezone: ../../etc/passwd}", "campaign.timezone"),
        ("campaign: {timezone: no}", "campaign.timezone"),
        ("campaign: {languages: no}", "campaign.languages"),
        ("campaign: {languages: [zz]}", "campaign.languages.1"),
        ("sensitivity: on", "sensitivity"),
        ("warnings: {digest: on}", "warnings.digest"),
        ("warnings: {digest_at: 22:00:61}", "warnings.digest_at"),
        ("warnings: {channels: {a/b: {}}}", "warnings.channels"),
        ("warnings: {channels: {a: {quiet: {start: '09:00', end: '09:00'}}}}", "warnings.channels.a.quiet"),
        ("sign_in: {editors: ['*@example.org']}", "sign_in.editors.1"),
        ("sign_in: {editors: [a@example.org], viewers: [A@example.org]}", "sign_in"),
    ):
        yield _text(text, f"{text}\n{GOOD}", said)
    for term in ("'@somebody'", "somebody@social.example"):
        yield _text(f"mention {term}", f"topics: {{t: {{mentions: [{term}]}}}}", "topics.t.mentions.1")
    yield _text("a topic that climbs", "topics: {../../t: {tags: [a]}}", "line 1: topics")
    yield _text("a topic without a term", "topics: {t: {}}", "line 1: topics.t")
    yield _text("no topic", "topics: {}", "line 1: topics")
    yield _text(
        "two topics of one alias", "topics: {t: {alias: A, tags: [a]}, u: {alias: a, tags: [b]}}", "topics.u.alias"
    )


def _places() -> Iterator[Hostile]:
    """What is no file, or none that can be read."""

    def listening(path: Path) -> None:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(path))

    def looped(path: Path) -> None:
        path.symlink_to(path)

    yield Hostile("a pipe", os.mkfifo, "not there")
    yield Hostile("a folder", Path.mkdir, "is a folder")
    yield Hostile("a socket", listening, "not there")
    yield Hostile("a link to itself", looped, "config.yaml")
    yield Hostile("/dev/zero", lambda path: path.symlink_to("/dev/zero"), "not there")
    yield Hostile("/dev/tty", lambda path: path.symlink_to("/dev/tty"), "not there")
    yield Hostile("a link to nothing", lambda path: path.symlink_to(path.with_name("gone")), "not there")
    yield Hostile("no file", lambda path: None, "not there")


_FRAMES = (
    "{}",
    "topics: {}",
    "topics: {{t: {{tags: [{}",
    "a: '{}",
    "topics:\n  t: {{links: ['{}']}}",
    "store: {}",
    "? {}",
)
_PARTS = (
    *("[", "{", "- ", "? ", "[a,", "{a: ", "{? ", "!a ", "&a ", "*a ", "a: &a [*a]\n", "- #a\n", ": ", "--- a\n", "\t"),
    *("#", "\n", "'", '"', "|\n", "%a b\n", "...\n", "@", "`", "“", "\u2028", "\x85", "a: 1\n", "[],", "<<: *a\n"),
)


def _filled() -> Iterator[Hostile]:
    """Files filled to the brim with one thing, in places where it costs most."""
    for part, frame in product(_PARTS, _FRAMES):
        filled = (part * (MAX_BYTES // len(part.encode())))[:_ROOM]
        yield _text(f"{_ROOM:,} bytes of {part!r} in {frame!r}", frame.format(filled))
