"""S1 and S2: what is read on the screen does nothing, and nobody reads it who should not."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner

from bench.ui import hostile, serving, texts
from monitor import supervise
from monitor.cli import keeping, main
from monitor.errors import ConfigError

from . import screen_asked, screen_markup, screen_starts
from .proof import Proof, Shown

_BATCH = 200
_FEW = 40  # texts; fewer are looked at on the page that shows most of them only
_UNESCAPED = serving.ROOT / "bench" / "ui" / "unescaped_dashboard.py"
script = serving.ROOT / "dashboard.py"


def harmless(count: int) -> Shown:
    """So many hostile texts in a real browser, and the code of the pages."""
    code, seen = screen_markup.read(), hostile.Caught()
    languages = serving.LANGUAGES if count > _BATCH else ("en",)
    pages = serving.PAGES if count >= _FEW else ("pushes",)
    with serving.chromium() as browser:
        for url in hostile.shown(texts.hostile(count), batches=ceil(count / _BATCH), script=script):
            hostile.look_everywhere(browser, url, languages, seen, pages=pages)
    figure = hostile.harmless(seen, count=count)
    said = f"{figure.said}; {code.texts} places show text as text, {code.pieces} pieces of markup escape it"
    held = figure.held and not code.wrong and code.texts > 50 and code.pieces > 5
    return Shown(held, "; ".join([said, *code.wrong[:3]]))


@contextmanager
def unescaped() -> Iterator[None]:
    """The fault: another script starts the same dashboard with what people wrote read as markup."""
    with patch(f"{__name__}.script", _UNESCAPED):
        yield


OPEN = (
    *(
        "0.0.0.0",
        "::",
        "192.168.1.20",
        "10.0.0.5",
        "100.64.0.1",
        "fe80::1",
        "team.example.org",
        "*",
        "0",
        "",
        "127.0.0.2",
    ),
    *("localhost.example.org", "127.0.0.1.example.org", "127.0.0.1,0.0.0.0"),
)
HERE = ("127.0.0.1", "::1", "localhost")
_COMMANDS = len(OPEN) + len(HERE)


def guarded(size: int) -> Shown:
    """The settings in force in dashboards started to overrule them, starts that others could reach, what is asked."""
    wrong = [f"--address {one!r} was started" for one in OPEN if starts(one)]
    wrong += [f"--address {one!r} was refused" for one in HERE if not starts(one)]
    ways = screen_starts.WAYS[: size - _COMMANDS]
    for way in ways:
        with tempfile.TemporaryDirectory(prefix="monitor-proof-") as folder:
            wrong += screen_starts.wrong_with(way, Path(folder))
    refusing = sum(bool(way.refuses) for way in ways)
    said = (
        f"{len(screen_starts.PROTECTIVE)} settings in force in {len(ways) - refusing} dashboards started to overrule "
    )
    said += f"them, {refusing} others show nothing; {len(OPEN)} open starts refused, {len(HERE)} local ones let through"
    to_itself = keeps_to_itself()
    said = "; ".join([f"{len(wrong)} wrong", *wrong[:4]] if wrong else [said])
    return Shown(not wrong and to_itself.held, f"{said}; {to_itself.said}")


def keeps_to_itself() -> Shown:
    """What two dashboards ask of other machines, and what of a stranger's words they log.

    One listens here and one everywhere; pages of other sites want their sockets, and somebody fails to sign in.
    """
    asked, wrong, refused = list[str](), list[str](), 0
    for address in (screen_asked.HERE, screen_asked.EVERYWHERE):
        with (
            tempfile.TemporaryDirectory(prefix="monitor-proof-") as folder,
            screen_asked.watched(Path(folder), address) as one,
        ):
            refused += sum(one.refuses(origin) for origin in screen_asked.ORIGINS)
            one.signs_in_wrongly(error=screen_asked.STRANGER, error_description=screen_asked.COLLEAGUE)
            screen_asked.settled(one)
            asked += one.asked
            log = one.log.read_text(encoding="utf-8")
            wrong += [f"{word!r} is in the log" for word in screen_asked.WORDS if word in log]
            wrong += [] if screen_asked.TOLD in log else ["the error of signing in was not logged"]
    figure = f"{len(asked)} requests to other machines at 2 starts and {refused} sockets refused to other sites"
    held = not (asked or wrong) and refused == 2 * len(screen_asked.ORIGINS)
    told = [f"0 of {len(screen_asked.WORDS)} words of strangers and colleagues in the log"]
    return Shown(held, "; ".join([figure, *(told if held else [*asked[:1], *wrong[:3]])]))


def starts(address: str) -> bool:
    """Whether `monitor run` at an address without anybody who signs in gets as far as starting its processes."""
    started: list[object] = []

    def note(*given: object) -> int:
        started.append(given)
        return 0

    with tempfile.TemporaryDirectory(prefix="monitor-proof-") as folder, patch.object(supervise, "keep_showing", note):
        path = Path(folder) / "config.yaml"
        path.write_text(screen_starts.CONFIG, encoding="utf-8")
        done = CliRunner().invoke(main, ["run", "--no-browser", "--config", str(path), "--address", address])
    if not started and (done.exit_code != 2 or "sign_in" not in done.output):
        raise ConfigError(f"neither started nor refused: {done.output[:200]}")
    return bool(started)


@contextmanager
def unasked() -> Iterator[None]:
    """The fault: a start that others could reach is not refused, and Streamlit is started as it ships."""
    with patch.object(keeping, "_shown_to_nobody_unasked", lambda chosen, address: None), as_shipped():
        yield


@contextmanager
def as_shipped() -> Iterator[None]:
    """The half of the fault that is Streamlit's."""
    with patch.object(supervise, "STARTER", "streamlit"):
        yield


PROOFS: tuple[Proof, ...] = (
    Proof(
        "S1",
        "hostile texts run no script and load nothing: in a real browser, and by the pages' code",
        harmless,
        _FEW,
        1_000,
        "texts",
        "tables do not escape and texts are read as Markdown",
        unescaped,
        20,
    ),
    Proof(
        "S2",
        "the dashboard's protective settings hold, without sign-in nobody elsewhere opens it, and it asks nobody",
        guarded,
        _COMMANDS + 4,
        _COMMANDS + len(screen_starts.WAYS),
        "starts",
        "an open start is not refused and Streamlit starts as it ships",
        unasked,
        _COMMANDS,
    ),
)
