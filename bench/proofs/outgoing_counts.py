"""P7: X is off until it is switched on, gives numbers only until posts are switched on, and its terms are told."""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain, combinations
from pathlib import Path
from unittest.mock import patch

import stamina
import yaml
from click.testing import CliRunner

from monitor import config, sources
from monitor.cli import main
from monitor.clock import wall_clock
from monitor.counting import Options
from monitor.demo import CONFIG as DEMO
from monitor.model import DAY
from monitor.rounds import Following, Rounds
from monitor.sources.simulation import STORY_START
from monitor.sources.x import Settings
from monitor.sources.x.settings import TOKEN as VARIABLE
from monitor.store import Store
from tests.fake_x import TOKEN, FakePost, FakeX, serving
from tests.test_layers import ROOT

from .outgoing_writes import platform, platforms
from .proof import Shown

ALLOWED = "X's terms allow totals of your own campaign's hashtags and accounts, without keeping anything about persons."
FORBIDDEN = "forbid watching protests, rallies or meetings, following activists or their groups, and inferring"
_PLAIN = 3  # configurations that follow nothing over a network
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_COUNTING = ("/2/tweets/counts/recent", "/2/tweets/counts/all")
_CAMPAIGN = {"official_accounts": ["@campaign"]}
_TOPICS = {"lanterns": {"tags": ["LumenLanterns"], "mentions": ["@campaign"], "articles": {"en": ["Lantern"]}}}
_SOFT: Sequence[Mapping[str, object]] = (  # settings that ask for nothing but numbers
    {},
    {"own_account": "@campaign"},
    {"archive": True, "probe": "null"},
    {"budget_dollars": 1, "own_app": True, "sample_posts": 50},
    {"mentions": False, "own_account": "@campaign", "sample": False, "mentions_a_round": 800},
)
_POSTS: Mapping[str, Mapping[str, object]] = {
    "/mentions": {"mentions": True, "own_account": "@campaign"},
    "/search/recent": {"sample": True},
}

Part = Mapping[str, object]


class _Reached:
    """Every address that this process connects to or asks the name of, while it is listened."""

    def __init__(self) -> None:
        self.hosts: Counter[str] = Counter()
        self._listens = False
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self._listens or event not in ("socket.connect", "socket.getaddrinfo"):
            return
        where = arguments[1] if event == "socket.connect" else arguments[0]
        self.hosts[str(where[0] if isinstance(where, tuple) else where)] += 1

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Listen for a while."""
        self._listens = True
        try:
            yield
        finally:
            self._listens = False

    @property
    def elsewhere(self) -> list[str]:
        """The hosts that are not this machine."""
        return [host for host in self.hosts if host not in _LOOPBACK]


def x_is_off(many: int) -> Shown:
    """P7: so many configurations without X, a token at hand; then X with what it does by itself; then with a switch."""
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, {VARIABLE: TOKEN}):
        tried, reached = _without(Path(folder), many)
        soft = sum((_paths(Path(folder), more) for more in _SOFT), Counter[str]())
        opened = sum(any(path.endswith(end) for path in _paths(Path(folder), on)) for end, on in _POSTS.items())
        told = _sentences(Path(folder))
    posts = soft.total() - sum(soft[path] for path in _COUNTING)
    silent = [where for where, heard in told.items() if not heard]
    said = (
        f"{len(reached.elsewhere)} hosts but this machine's in {reached.hosts.total()} connections of {tried} "
        f"configurations without x; with x: {soft.total() - posts} requests for numbers and {posts} for posts by "
        f"itself, posts with {opened} of {len(_POSTS)} switches; {len(silent)} of {len(told)} "
        "places do not say what X's terms allow and forbid"
    )
    held = not reached.elsewhere and not posts and not silent and opened == len(_POSTS)
    done = reached.hosts.total() >= tried - _PLAIN and soft.total() >= len(_SOFT)
    return Shown(held and done, "; ".join([said, *reached.elsewhere[:3], *silent]))


def _without(folder: Path, many: int) -> tuple[int, _Reached]:
    """Ask what the shipped config, the demo's, a bare one, and sets of all other sources follow."""
    reached, others = _Reached(), [name for name in platforms() if name != "x"]
    with reached.listening():
        _collect(folder / "shipped", (ROOT / "config.yaml").read_text(encoding="utf-8"))
        _collect(folder / "bare", _text(None))
        _demo(folder)
    sets = list(chain.from_iterable(combinations(others, size) for size in range(1, len(others) + 1)))
    drawn = sorted(random.Random(7).sample(sets, len(sets)), key=lambda one: "bluesky" in one)  # whose round is long
    chosen = [tuple(others), *drawn[: max(many - _PLAIN - 1, 0)]]
    chosen = chosen if many > _PLAIN else []
    with ExitStack() as stack:
        settings = {name: stack.enter_context(platform(name, 1)).settings for name in others if chosen}
        for number, names in enumerate(chosen):
            with reached.listening():
                _collect(folder / f"set-{number}", _text({name: settings[name] for name in names}))
    return _PLAIN + len(chosen), reached


def _demo(folder: Path) -> None:
    """A round of the demo's campaign, on the second day of its story."""
    chosen, told = config.load(DEMO, sources=sources.settings()), list[str]()
    built = sources.build(chosen.sources, chosen.topics)
    store = Store.open(f"sqlite:///{folder}/demo.db")
    following = Following(chosen.topics, built, Options(language=False, tone=False))
    done = Rounds(store, following, lambda: STORY_START + DAY, told.append).once()
    store.close()
    if not all(done.values()):
        raise RuntimeError(f"the demo's story was not told: {told}")


def _paths(folder: Path, more: Part) -> Counter[str]:
    """The endpoints of X that are asked with these settings."""
    now = wall_clock()
    x = FakeX(now=now, posts=[FakePost(now, "an invented lantern #LumenLanterns @campaign")])
    with serving(x):
        _collect(folder / f"x-{len(list(folder.iterdir()))}", _text({"x": _reached_at(x.base, more)}))
    return Counter(path for path, _ in x.asked)


def _reached_at(base: str, more: Part) -> Part:
    return {"base_url": base, "allow_private": True, **more}


def _text(followed: Mapping[str, Part] | None) -> str:
    chosen: dict[str, object] = {"campaign": _CAMPAIGN, "topics": _TOPICS, "store": "sqlite:///monitor.db"}
    if followed is not None:
        chosen["sources"] = {name: _plain(part) for name, part in followed.items()}
    return yaml.safe_dump(chosen)


def _plain(part: Part) -> dict[str, object]:
    """Settings as YAML writes them."""
    return {key: list(one) if isinstance(one, tuple) else one for key, one in part.items()}


def _collect(place: Path, text: str) -> None:
    """`monitor collect` with this configuration, in this process, so that its connections are seen."""
    place.mkdir()
    (place / "config.yaml").write_text(text, encoding="utf-8")
    with stamina.set_testing(True, attempts=1):
        done = CliRunner().invoke(main, ["--config", str(place / "config.yaml"), "collect", "--all"])
    if done.exit_code not in (0, 1) and "no source can be asked" not in done.output:
        raise RuntimeError(f"collect ended with {done.exit_code}: {done.output}")


def _sentences(folder: Path) -> Mapping[str, bool]:
    """Where both sentences must stand, and whether they do."""
    path = folder / "check.yaml"
    path.write_text(_text({"x": {}}), encoding="utf-8")
    places = {
        "monitor config": CliRunner().invoke(main, ["config"]).output,
        "docs/config.md": (ROOT / "docs" / "config.md").read_text(encoding="utf-8"),
        "monitor check": CliRunner().invoke(main, ["--config", str(path), "check"]).output,
    }
    return {where: all(one in " ".join(text.split()) for one in (ALLOWED, FORBIDDEN)) for where, text in places.items()}


@contextmanager
def posts_by_default() -> Iterator[None]:
    """The fault: posts are read unless somebody switches that off."""
    switch = Settings.model_fields["sample"]
    with patch.object(switch, "default", new=True):
        Settings.model_rebuild(force=True)
        yield
    Settings.model_rebuild(force=True)
