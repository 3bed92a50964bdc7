"""P8: the tool never posts, read from its own code and from every request that a platform gets."""

from __future__ import annotations

import ast
import os
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from unittest.mock import patch

import stamina
from websockets.http11 import Request

from monitor import sources
from monitor.clock import wall_clock
from monitor.counting import Options
from monitor.heartbeat import Heartbeat
from monitor.rounds import Following, Rounds
from monitor.sources.x.door import Door
from monitor.store import Store
from tests.canaries import Canary
from tests.loopback import Told, loopback
from tests.test_layers import MODULES, ROOT, imports, part_of

from .proof import Shown

LIBRARIES = ("tweepy", "mastodon", "mediacloud", "atproto_client")
CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_CALLS = frozenset({"post", "put", "patch", "invoke_procedure"})
_DISPATCHED = frozenset({"method", "http_method"})  # who is handed the verb decides nothing
_OWN = re.compile(r"self(?:\.(?:app|com|chat|tools)\..*)?")  # a method of its own, or of Bluesky's name spaces
_LEFT_OUT = ("models", "tests", "exceptions")
_HOMES: Mapping[str, set[str]] = {  # what can reach a network, and the parts of Monitor that may use it
    "requests": {"sources", "web", "heartbeat"},
    "urllib3": {"sources", "web"},
    "websockets": {"sources"},
    "tweepy": {"sources"},
    "mastodon": {"sources"},
    "mediacloud": {"sources"},
    "apprise": {"channels"},
    "smtplib": {"channels"},
    "urllib.request": {"sources", "supervise"},
    "socket": {"sources", "supervise", "web"},
    **{name: set() for name in ("httpx", "aiohttp", "http.client", "ftplib", "telnetlib", "atproto")},
}
_SPEAKING = frozenset({"sources", "web", "heartbeat", "supervise"})  # to platforms; channels speak to the team
_REFUSED = frozenset({"data", "files", "consumer_key", "consumer_secret", "access_token_secret", "client_secret"})
_CARRIERS = ("requests", "urllib3", "tweepy", "mastodon", "mediacloud", "monitor.web")
_IN_A_PAGE = ("XMLHttpRequest", "sendBeacon", "fetch(", "new WebSocket")
_SCOPE = re.compile(  # rights as X, the Fediverse and Bluesky call them, and whatever else is asked for as a scope
    r"\b(?:tweet|like|follows|list|bookmark|mute|block|space|dm|media|users)\.(?:write|moderate)\b|\boffline\.access\b"
    r"|\b(?:write|follow|push|admin):(?:[a-z_]+)\b|\btransition:[a-z.]+"
    r"|\bscopes?['\"]?\s*[=:]\s*['\"\[(]*\s*(?!read\b|openid\b|col\b|row\b)[a-z]\w*",
    re.IGNORECASE,
)
_DOCUMENTS = ("README.md", "config.yaml", "docs/*.md", "deploy/*", "monitor/**/*.py", "monitor/*.yaml", "dashboard.py")


@cache
def writing_methods() -> frozenset[str]:
    """Every method of the platforms' libraries that changes something there, as their own code says.

    These are the methods that name a verb other than GET, and those that call one of them.
    """
    found: set[str] = set()
    for library in LIBRARIES:
        calls = _calls(library)
        writes = {name for name, (_, verbs) in calls.items() if verbs}
        while more := {name for name, (called, _) in calls.items() if called & writes} - writes:
            writes |= more
        found |= {name for name in writes if not name.startswith("_")}
    return frozenset(found)


def _calls(library: str) -> Mapping[str, tuple[set[str], bool]]:
    """Each function of a library: what it calls on itself, and whether it names a verb that changes something."""
    found: dict[str, tuple[set[str], bool]] = {}
    spec = find_spec(library)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for path in Path(folder).rglob("*.py"):
            if set(_LEFT_OUT).isdisjoint(path.relative_to(folder).parts) and "async" not in path.name:
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                    if isinstance(node, ast.FunctionDef) and not _is_dispatcher(node):
                        called, verbs = _reads(node)
                        before = found.get(node.name, (set(), False))
                        found[node.name] = before[0] | called, before[1] or verbs
    return found


def _is_dispatcher(node: ast.FunctionDef) -> bool:
    handed = {one.arg for one in ast.walk(node) if isinstance(one, ast.arg)}
    return node.name.endswith("__") or not handed.isdisjoint(_DISPATCHED)


def _reads(node: ast.FunctionDef) -> tuple[set[str], bool]:
    called, verbs = set[str](), False
    for one in ast.walk(node):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute):
            called |= {one.func.attr} if _OWN.fullmatch(ast.unparse(one.func.value)) else set()
            verbs |= one.func.attr in _CALLS
        verbs |= isinstance(one, ast.Constant) and one.value in CHANGING
    return called, verbs


def product() -> Mapping[Path, str]:
    """The text of every module of Monitor."""
    return {path: path.read_text(encoding="utf-8") for path in MODULES}


def in_code(texts: Mapping[Path, str]) -> list[str]:
    """Every place in these modules that could change something on a platform."""
    return [f"{path.name}:{line}: {what}" for path, text in texts.items() for line, what in _in_module(path, text)]


def _in_module(path: Path, text: str) -> Iterator[tuple[int, str]]:
    part, tree, used = part_of(path), ast.parse(text), imports(path)
    for library, homes in _HOMES.items():
        if part not in homes and any(one == library or one.startswith(f"{library}.") for one in used):
            yield 1, f"{library} is used outside its home"
    if any(verb in text for verb in (*CHANGING, *_IN_A_PAGE)):
        said = [one for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        verbs = ((one.lineno, str(one.value)) for one in said)
        yield from ((line, told[:40]) for line, told in verbs if told in CHANGING or any(_in(told)))
    if part in _SPEAKING:
        carries = any(one.startswith(_CARRIERS) for one in used)
        yield from _calls_that_write(tree, _CALLS | writing_methods() if carries else frozenset())


def _in(told: str) -> Iterator[str]:
    return (one for one in _IN_A_PAGE if one in told)


def _calls_that_write(tree: ast.Module, plain: frozenset[str]) -> Iterator[tuple[int, str]]:
    """What a module that talks to platforms takes from their libraries that could change something there.

    `plain` are names that may be somebody else's too: they count where they are called beside a carrier of requests.
    """
    distinct = {name for name in writing_methods() if "_" in name}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in distinct:
            yield node.lineno, f".{node.attr}"
        elif isinstance(node, ast.Constant) and node.value in distinct:
            yield node.lineno, str(node.value)
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if called in plain - distinct:
                yield node.lineno, f".{called}()"
            yield from ((node.lineno, f"{one.arg}=…") for one in node.keywords if one.arg in _REFUSED)


def scopes() -> tuple[int, list[str]]:
    """How many files were read for the rights an account gives us, and every one that is not to read."""
    paths = [path for glob in _DOCUMENTS for path in sorted(ROOT.glob(glob)) if path.is_file()]
    found = ((path, _SCOPE.search(path.read_text(encoding="utf-8"))) for path in paths)
    return len(paths), [f"{path.name}: {one.group()}" for path, one in found if one]


@contextmanager
def listened(arrived: Counter[str]) -> Iterator[None]:
    """Count the verb of every request that any server of this process gets."""
    parse = BaseHTTPRequestHandler.parse_request

    def counted(handler: BaseHTTPRequestHandler) -> bool:
        taken = parse(handler)
        arrived[str(handler.command)] += 1
        return taken

    read = Request.parse.__func__  # type: ignore[attr-defined]

    def shaken(kind: type[Request], line: object) -> Generator[None, None, Request]:
        try:
            request: Request = yield from read(kind, line)
        except ValueError:  # a WebSocket is opened by GET only
            arrived["another"] += 1
            raise
        arrived["GET"] += 1
        return request

    with (
        patch.object(BaseHTTPRequestHandler, "parse_request", counted),
        patch.object(Request, "parse", classmethod(shaken)),
    ):
        yield


def asked(people: int) -> tuple[Counter[str], list[str]]:
    """The verbs of the requests of all sources and the heartbeat, and the sources that were never asked."""
    arrived, silent = Counter[str](), list[str]()
    for name in platforms():
        before = arrived.total()
        with platform(name, people) as found, listened(arrived):
            one_round(name, found)
        silent += [name] if arrived.total() == before else []
    with loopback(lambda _: Told(), now=None) as place, listened(arrived):
        before = arrived.total()
        Heartbeat(place.url, allow_private=True).beat(now=wall_clock())
        silent += ["heartbeat"] if arrived.total() == before else []
    return arrived, silent


def platforms() -> list[str]:
    """The sources that are asked over a network."""
    return [name for name in sources.names() if name not in ("archive", "simulation")]


@contextmanager
def platform(name: str, people: int) -> Iterator[Canary]:
    """A source's platform on loopback, as the source's own test has it; what it wants stands in the environment."""
    opened: Callable[..., AbstractContextManager[Canary]] = import_module(f"tests.test_{name}").canary
    with opened(_word, people, wall_clock()) as found, patch.dict(os.environ, found.environ):
        yield found


def one_round(name: str, found: Canary, **more: object) -> None:
    """Ask a source once, as it is built from its part of config.yaml; of one topic, as many are asked with pauses."""
    settings = sources.settings()[name].model_validate({**found.settings, **more})
    topics = found.topics[:1]
    with tempfile.TemporaryDirectory() as folder, stamina.set_testing(True, attempts=1):
        store = Store.open(f"sqlite:///{folder}/monitor.db")
        Rounds(store, Following(topics, sources.build({name: settings}, topics), Options(False, False))).once()
        store.close()


def _word(number: int, field: str) -> str:
    return f"{field}{number}"


def never_posts(people: int) -> Shown:
    """P8: no call in the code writes, no right to write is asked for, and platforms get requests to read only."""
    texts = product()
    written, (files, rights) = in_code(texts), scopes()
    arrived, silent = asked(people)
    others = arrived.total() - arrived["GET"]
    said = (
        f"{len(written)} calls that write in {len(texts)} modules (of {len(writing_methods())} methods of "
        f"{', '.join(LIBRARIES)}), {len(rights)} rights but to read in {files} files; "
        f"platforms and heartbeat got {arrived['GET']} GET and {others} other requests"
    )
    worst = [*written[:3], *rights[:3], *(f"{name} was never asked" for name in silent)]
    held = not written and not rights and not others and not silent and len(writing_methods()) > 200
    return Shown(held, "; ".join([said, *worst]))


@contextmanager
def posting() -> Iterator[None]:
    """The fault: counting at X also publishes a post."""
    counted, read = Door.recent_counts, product

    def tells(door: Door, *arguments: object, **named: object) -> bytes:
        door._client.create_tweet(text="We are being watched", user_auth=False)
        return counted(door, *arguments, **named)  # type: ignore[arg-type]

    def with_it() -> Mapping[Path, str]:
        place = ROOT / "monitor" / "sources" / "x" / "door.py"
        return {**read(), place: f"{read()[place]}\n\ndef tell(client):\n    client.create_tweet(text='')\n"}

    with patch.object(Door, "recent_counts", tells), patch(f"{__name__}.product", with_it):
        yield
