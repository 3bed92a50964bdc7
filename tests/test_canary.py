"""P1: no observed person is at rest. A thousand invented people, marked in every field, leave no trace."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest

from monitor import assess, sources
from monitor.actions import importing
from monitor.alerts import messages
from monitor.cli import main
from monitor.collect import collect
from monitor.counting import Options
from monitor.export import export
from monitor.model import Term, TermKind, Topic
from monitor.record import Counter
from monitor.rounds import Following, Rounds
from monitor.sources import simulation
from monitor.store import Store

PEOPLE = 1000
START = datetime(2017, 4, 1, tzinfo=UTC)
CONFIG = """
topics: {lanterns: {tags: [LumenLanterns], mentions: ["@lumen"]}}
campaign: {official_accounts: ["@lumen"]}
store: sqlite:///out/monitor.db
"""


def mark(number: int, field: str) -> str:
    """A word that occurs nowhere else: who finds it has found this person's field."""
    return f"zq{field}{number:04d}canary"


def at(number: int) -> datetime:
    """Fifty people an hour, so that breakdowns reach the size at which they are named."""
    return START + timedelta(minutes=number)


def x_v2(number: int) -> str:
    """An X API v2 object with a mark in every field that can hold one."""
    m = lambda field: mark(number, field)  # noqa: E731
    url = f"https://{m('host')}.example/{m('path')}"
    tags = [{"start": 0, "end": 1, "tag": "LumenLanterns"}, {"start": 2, "end": 3, "tag": m("tag")}]
    post = {
        "id": m("id"),
        "author_id": m("author"),
        "conversation_id": m("conversation"),
        "created_at": at(number).isoformat(),
        "text": f"{m('text')} #LumenLanterns #{m('tag')} @lumen @{m('friend')} {url}",
        "entities": {
            "hashtags": tags,
            "mentions": [{"username": "lumen"}, {"username": m("friend"), "id": m("friendid")}],
            "urls": [{"expanded_url": url, "title": m("title"), "url": url}],
        },
        "geo": {"place_id": m("place")},
        "source": m("client"),
        "lang": "en",
        "public_metrics": {"like_count": 1, "retweet_count": 0, "reply_count": 0, "quote_count": 0},
    }
    user = {"id": m("author"), "username": m("handle"), "name": m("name"), "description": m("bio")}
    return json.dumps({"data": [post], "includes": {"users": [user]}})


def x_v1(number: int) -> str:
    """An X API v1.1 object, marked as well."""
    m = lambda field: mark(number, field)  # noqa: E731
    user = {"id_str": m("author"), "screen_name": m("handle"), "name": m("name"), "location": m("place")}
    moment = at(number).strftime("%a %b %d %H:%M:%S +0000 %Y")
    text = f"{m('text')} @lumen #commontag #{m('tag')} https://common.example.org/{m('path')}"
    return json.dumps({"id_str": m("oldid"), "created_at": moment, "user": user, "full_text": text})


def mastodon(number: int) -> str:
    """A Mastodon status, marked as well."""
    m = lambda field: mark(number, field)  # noqa: E731
    account = {
        "id": m("accountid"),
        "acct": m("acct"),
        "display_name": m("name"),
        "note": m("bio"),
        "avatar": m("face"),
    }
    status = {"id": m("tootid"), "uri": f"https://{m('host')}.example/{m('uri')}", "created_at": at(number).isoformat()}
    said = {"account": account, "content": f"<p>{m('text')} #LumenLanterns</p>", "spoiler_text": m("warning")}
    tags = [{"name": "LumenLanterns", "url": m("tagurl")}, {"name": m("tag"), "url": m("tagurl2")}]
    return json.dumps({**status, **said, "tags": tags, "mentions": [{"acct": m("friend")}], "language": "en"})


def plain(number: int) -> str:
    """A row of a plain CSV archive; every seventh cannot be read."""
    moment = mark(number, "time") if number % 7 == 0 else at(number).isoformat()
    return f"{mark(number, 'rowid')},{moment},{mark(number, 'author')},{mark(number, 'text')} #LumenLanterns"


def write(path: Path, row: Callable[[int], str], *, header: str = "") -> Path:
    """An archive of all the invented people."""
    path.write_text(header + "\n".join(row(number) for number in range(PEOPLE)) + "\n", encoding="utf-8")
    return path


def everything_written(folder: Path) -> bytes:
    """Every byte of every file under a folder, and every file's name."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return b"".join(str(path).encode() + path.read_bytes() for path in files)


@pytest.fixture
def monitor(tmp_path: Path) -> Callable[..., bytes]:
    """Run the command in a process whose every file lies under `out`; returns all it printed."""
    (tmp_path / "out" / "tmp").mkdir(parents=True)
    (tmp_path / "config.yaml").write_text(CONFIG, encoding="utf-8")

    def run(*arguments: str | Path) -> bytes:
        environ = {**os.environ, "HOME": str(tmp_path / "out"), "TMPDIR": str(tmp_path / "out" / "tmp")}
        command = [sys.executable, "-m", "monitor.cli", "-v", "--config", str(tmp_path / "config.yaml")]
        done = subprocess.run([*command, *map(str, arguments)], env=environ, capture_output=True, check=False)
        assert done.returncode in (0, 1, 2), done.stderr.decode()
        assert b"Traceback" not in done.stderr
        return done.stdout + done.stderr

    return run


FORMATS = {"two.jsonl": x_v2, "one.jsonl": x_v1, "toots.jsonl": mastodon, "plain.csv": plain}


def test_a_thousand_marked_people_leave_no_trace(tmp_path, monitor):
    """Import, judge, export, check, and fail: no byte on disk or on screen carries anything of a person."""
    headers = {"plain.csv": "id,created_at,author_id,text\n"}
    said = b""
    for name, row in FORMATS.items():
        printed = monitor("import", write(tmp_path / name, row, header=headers.get(name, "")), "--json")
        assert json.loads(printed.splitlines()[0])["counted"] == (857 if name == "plain.csv" else PEOPLE), name
        said += printed
    said += monitor("import", write(tmp_path / "wrong.csv", plain, header="who,what,why,text\n"))
    for command in (["status"], ["status", "--json"], ["export"], ["export", "--json"], ["check"]):
        said += monitor(*command)
    written = everything_written(tmp_path / "out") + said
    assert b"lanterns" in written
    assert b"commontag" in written  # a breakdown that many people stand behind is named
    assert written.count(b"canary") == 0


def test_a_bug_says_where_it_is_and_nothing_of_a_post(tmp_path, monkeypatch, capfd):
    """A crash with a post's text in its message prints the place in the code only."""
    config = tmp_path / "config.yaml"
    config.write_text(CONFIG, encoding="utf-8")

    def broken(*_: object, **__: object) -> None:
        raise KeyError(mark(1, "text"))

    monkeypatch.setattr(importing, "record_page", broken)
    with pytest.raises(SystemExit) as ended:
        main(["import", str(write(tmp_path / "two.jsonl", x_v2)), "--config", str(config)])
    printed = "".join(capfd.readouterr())
    assert ended.value.code == 3
    assert "KeyError in test_canary.py line" in printed
    assert "zqtext" not in printed
    assert everything_written(tmp_path / "out")
    assert b"zq" not in everything_written(tmp_path / "out")


def test_the_search_would_find_a_trace(tmp_path, monitor):
    """The proof can fail: a mark planted in the store is found."""
    monitor("import", write(tmp_path / "two.jsonl", x_v2))
    with (tmp_path / "out" / "monitor.db").open("ab") as handle:
        handle.write(mark(7, "handle").encode())
    assert everything_written(tmp_path / "out").count(b"canary") == 1


ON_A_NETWORK = [name for name in sources.names() if name not in ("archive", "simulation")]  # these two: above, below


@pytest.mark.parametrize("name", ON_A_NETWORK)
def test_the_people_of_a_platform_leave_no_trace(name, tmp_path, caplog):
    """Every source, read from a platform full of marked people: collect, judge, show, export; search every byte."""
    platform = import_module(f"tests.test_{name}").canary
    said: list[str] = []
    with platform(mark, PEOPLE) as found, caplog.at_level(logging.DEBUG):
        store = Store.open(f"sqlite:///{tmp_path}/out/monitor.db")
        following = Following(found.topics, found.sources, Options(language=True, tone=True))
        rounds = Rounds(store, following, clock=lambda: found.now, told=said.append)
        counted = [rounds.once(), rounds.once()]
        views = assess.views(store, topics=found.topics, now=found.now)
        said += messages.status(views, topics=found.topics, timezone="UTC", asked=found.now)
        said += [export(store, found.topics).to_csv(), repr(counted), repr(store.pulses()), repr(store.coverage)]
        store.close()
    written = everything_written(tmp_path / "out") + "\n".join([*said, caplog.text]).encode("utf-8", "replace")
    assert any(one is not None and one.counted + one.observed for one in counted[0].values()), said
    assert [word for word in found.told if word.encode() not in written] == []
    assert written.count(b"canary") == 0


def test_the_invented_people_of_the_simulation_leave_no_trace(tmp_path, caplog):
    """The demo goes the same way as real posts: ids, authors and texts stay in memory."""
    topics = (Topic("lanterns", "Topic 1", (Term(TermKind.TAG, "LumenLanterns"),)),)
    now = simulation.STORY_START + timedelta(days=3)
    store = Store.open(f"sqlite:///{tmp_path}/monitor.db")
    traces: set[bytes] = set()
    with caplog.at_level(logging.DEBUG):
        for source in sources.build({"simulation": simulation.Settings()}, topics):
            collect(store, source, counter=Counter.of(topics, Options(language=True, tone=True)), now=now)
            for page in source.pages(cursor=None, now=now):
                traces |= {text.encode() for post in page.posts for text in (post.id, post.author, post.text)}
    store.close()
    written = everything_written(tmp_path) + caplog.text.encode()
    assert len(traces) > 500
    assert b"lanterns" in written
    assert [trace for trace in traces if len(trace) > 6 and trace in written] == []
