"""The source `mastodon`, against a server of our own on loopback: whole rounds, and interrupted ones."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
import stamina

from monitor.errors import SourceError
from monitor.model import CONTROL, DAY, HOUR, Status, Topic
from monitor.sources import Source
from monitor.sources.mastodon import Settings, build
from monitor.sources.mastodon.answers import parse_access, parse_history, parse_statuses, parse_times
from monitor.web import Answer
from tests.canaries import Canary, Mark
from tests.fake_mastodon import HOUR_NOW, LANTERNS, NOW, TODAY, Fake, Kept, Reply, days, run_of, serving, status, topic

Words = Callable[[str], str]


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    with stamina.set_testing(True, attempts=2):
        yield


@pytest.fixture
def fake() -> Fake:
    """A server without posts."""
    return Fake()


@pytest.fixture
def made(fake: Fake) -> Iterator[Callable[..., Source]]:
    """Builds the source for the fake."""
    with serving(fake) as address:

        def make(*topics: Topic, probe: str | None = None) -> Source:
            settings = Settings(instances=(address,), probe=probe, allow_private=True)
            (source,) = build(settings, topics or (LANTERNS,))
            return source

        yield make


# What other tests find by name ------------------------------------------------------------------------------------

_AT = datetime(2026, 11, 20, 11, 5, 7, 123000, tzinfo=UTC)
_LONG = status(
    2,
    _AT,
    "LumenLanterns",
    "Фонари",
    in_reply_to_id="1",
    language="uk",
    favourites_count=3,
    card={"url": "https://example.org/letter"},
    content='<p>Ждём <a href="https://example.org/a">тут</a><br/>&amp; здесь</p>',
)
_BODIES: tuple[object, ...] = (
    [status(1, _AT), _LONG],
    [status(3, _AT, account={"acct": "keeper@lamp.example", "note": "<p>#nobot</p>", "noindex": True})],
    [],
    {"name": "lumenlanterns", "url": "https://lamp.example/tags/lumenlanterns", "history": days(4, 5, 0, 1, 2, 3, 9)},
    {"configuration": {"timelines_access": {"hashtag_feeds": {"local": "public", "remote": "authenticated"}}}},
)
SAMPLES: tuple[bytes, ...] = tuple(json.dumps(one, ensure_ascii=False).encode() for one in _BODIES)


def swallow(body: bytes) -> None:
    """Read a body in each way a server's answer is read; raises SourceError where it is none of them."""
    answer = Answer(200, {}, body)
    refusals: list[SourceError] = []
    for parse in (partial(parse_statuses, tag="LumenLanterns"), partial(parse_history, tag="LumenLanterns")):
        try:
            parse(answer, now=NOW)
        except SourceError as error:
            refusals.append(error)
    said = parse_access(answer)
    if len(refusals) == 2 and not said:
        raise refusals[0]
    if isinstance(answer.json(), list):
        parse_times(answer)


@contextmanager
def canary(mark: Mark, people: int, now: datetime) -> Iterator[Canary]:
    """A server full of marked people, fifty an hour; ids are figures, as everywhere, and made of the time."""
    fake = Fake(now=now)
    at = lambda number: HOUR_NOW - 3 * HOUR - timedelta(seconds=72 * number + 1)  # noqa: E731
    fake.statuses = [_marked(number, at(number), partial(mark, number)) for number in range(people)]
    fake.about = {
        "title": mark(0, "server"),
        "contact": {"email": mark(0, "mail"), "account": {"acct": mark(0, "boss")}},
    }
    fake.histories["lumenlanterns"] = [day | {"who": mark(0, "counted")} for day in days(9, 8, 7, 6, 5, 4, 3)]
    with serving(fake) as address:
        settings = {"instances": [address], "probe": "photography", "allow_private": True}
        ids = [str(one["id"]) for one in fake.statuses]
        yield Canary(settings, (LANTERNS,), told=("lanterns", "commontag"), ids=ids)


def _marked(number: int, at: datetime, word: Words) -> dict[str, object]:
    """A status with a mark in every field that can hold one; every seventh has no time that can be read."""
    link = f"https://{word('host')}.example/{word('path')}"
    names = ("id", "username", "acct", "display_name", "avatar", "avatar_static", "header", "url", "uri", "note")
    account: dict[str, object] = {name: word(f"account{name.replace('_', '')}") for name in names}
    account |= {
        "fields": [{"name": word("fieldname"), "value": word("fieldvalue")}],
        "emojis": [{"url": word("emoji")}],
    }
    more: dict[str, object] = {
        "uri": link,
        "url": f"{link}/html",
        "account": account,
        "content": f"<p>{word('text')} <a href='{link}'>there</a> #LumenLanterns</p>",
        "spoiler_text": word("warning"),
        "in_reply_to_account_id": word("replied"),
        "tags": [
            *({"name": name} for name in ("lumenlanterns", "commontag", "photography")),
            {"name": word("tag"), "url": word("tagurl")},
        ],
        "mentions": [{"acct": word("friend"), "id": word("friendid"), "url": word("friendurl")}],
        "media_attachments": [{"url": word("picture"), "description": word("alt"), "blurhash": word("blur")}],
        "card": {"url": f"{link}/card", "title": word("card"), "author_name": word("cardauthor")},
        "poll": {"id": word("poll"), "options": [{"title": word("option")}]},
        "application": {"name": word("client")},
        "place": {"name": word("place"), "coordinates": [word("lat"), word("lon")]},
        word("key"): word("value"),
    }
    more |= {"created_at": word("time")} if number % 7 == 0 else {}
    return status(number, at, **more)


# Rounds -----------------------------------------------------------------------------------------------------------


def test_the_first_round_counts_seven_days_once(fake, made):
    """Every post of the last seven days comes once, hours are complete but for the last two and the running one."""
    fake.statuses = run_of(300, step=timedelta(minutes=20))
    kept = Kept().round(made())
    assert len(kept.posts) == 300
    first = datetime(2026, 11, 13, 13, tzinfo=UTC)
    assert kept.complete() == [first + n * HOUR for n in range(165)]
    assert set(kept.not_complete()) == {HOUR_NOW - 2 * HOUR, HOUR_NOW - HOUR}
    assert {said for _, said in kept.not_complete().values()} == {"posts from other servers are still arriving"}


def test_posts_from_before_seven_days_are_left_out(fake, made):
    """The newest page of a quiet hashtag reaches back for years: what is older than the look-back is not counted."""
    fake.statuses = run_of(30, step=timedelta(hours=12))
    kept = Kept().round(made())
    assert len(kept.posts) == 14
    assert len(fake.timelines()) == 1


def test_a_kill_between_any_two_pages_loses_and_doubles_nothing(fake, made):
    """However often it is killed, all posts come, and an hour is never called complete before it was read."""
    fake.statuses = run_of(170, step=timedelta(minutes=50))
    source = made(LANTERNS, topic("both", "LumenLanterns", "Quay"))
    written: dict[datetime, int] = {}
    for one in fake.statuses:
        hour = datetime.fromisoformat(str(one["created_at"])).replace(minute=0, second=0, microsecond=0)
        written[hour] = written.get(hour, 0) + 1
    kept, rounds = Kept(), 0
    while not kept.complete("both") or kept.complete("both")[-1] < HOUR_NOW - 3 * HOUR:
        kept.round(source, pages=3 if kept.cursor is None else 4 + rounds % 5)
        found: dict[datetime, int] = {}
        for post in kept.posts.values():
            hour = post.at.replace(minute=0, second=0, microsecond=0)
            found[hour] = found.get(hour, 0) + 1
        for name in ("lanterns", "both"):
            assert all(found.get(hour, 0) == written.get(hour, 0) for hour in kept.complete(name))
        rounds += 1
        assert rounds < 30
    assert len(kept.posts) == 170
    assert rounds > 2


def test_what_arrives_late_is_counted_into_its_own_hour(fake, made):
    """A post that other servers passed on five hours late slips in behind what was read, and is still found."""
    fake.statuses = run_of(200, step=timedelta(minutes=2))
    source, later = made(), NOW + timedelta(minutes=15)
    kept = Kept().round(source)
    late = status(900, NOW - 5 * HOUR)
    fake.statuses.append(late)
    fake.now = later
    kept.round(source, now=later)
    assert kept.posts[str(late["uri"])].at == NOW - 5 * HOUR
    assert len(kept.posts) == 201


def test_a_quiet_hashtag_costs_one_request_a_round(fake, made):
    """Where the newest page reaches back far enough nothing more is asked; the daily counts once an hour."""
    fake.statuses = run_of(50, step=timedelta(hours=3))
    source = made()
    kept = Kept().round(source)
    fake.asked.clear()
    fake.now = NOW + timedelta(minutes=15)
    kept.round(source, now=fake.now)
    assert [one.partition("?")[0] for one in fake.asked] == [
        "/api/v2/instance/",
        "/api/v1/timelines/tag/LumenLanterns",
    ]


def test_an_hour_becomes_complete_two_hours_after_its_end(fake, made):
    """The next rounds carry on where the last one stopped."""
    fake.statuses = run_of(100, step=timedelta(minutes=10))
    source = made()
    kept = Kept().round(source)
    for minutes in (15, 30, 45, 60):
        fake.now = NOW + timedelta(minutes=minutes)
        kept.round(source, now=fake.now)
    assert kept.complete()[-1] == HOUR_NOW - 2 * HOUR
    assert len(set(kept.complete())) == len(kept.complete()) == 166


def test_more_posts_than_a_round_reads_are_partial_until_the_next_rounds(fake, made, monkeypatch):
    """What was not reached is no zero: it is called partial, and following rounds go on from there."""
    monkeypatch.setattr("monitor.sources.mastodon.timelines._REQUESTS_A_ROUND", 4)
    fake.statuses = run_of(400, step=timedelta(minutes=25))
    source = made()
    kept = Kept().round(source)
    assert "more posts than are read in one round" in next(iter(kept.not_complete().values()))[1]
    assert kept.complete()[-1] < HOUR_NOW - 48 * HOUR
    for _ in range(4):
        kept.round(source)
    assert kept.complete()[-1] == HOUR_NOW - 3 * HOUR
    assert len([one for one in fake.statuses if str(one["uri"]) in kept.posts]) == 400


def test_a_topic_is_complete_only_where_all_its_hashtags_were_read(fake, made):
    """One hashtag that the server fails at keeps its topic from being complete, and no other topic."""
    fake.statuses = run_of(60, step=timedelta(hours=2))
    fake.wrong["/timelines/tag/Quay"] = Reply(b"{}", 503)
    kept = Kept().round(made(LANTERNS, topic("quays", "LumenLanterns", "Quay")))
    assert len(kept.complete()) == 165
    assert kept.complete("quays") == []
    assert set(kept.not_complete("quays").values()) == {(Status.MISSING, "answered with status 503")}
    assert len(kept.posts) == 60


def test_an_outage_over_thirty_days_leaves_a_gap(fake, made):
    """What nobody asked for in time stays missing, with the reason; the rest is caught up."""
    source = made()
    fake.statuses = run_of(20, step=timedelta(hours=3))
    kept = Kept().round(source)
    fake.now = NOW + 40 * DAY
    fake.statuses += [status(500, fake.now - 20 * DAY), status(501, fake.now - HOUR)]
    kept.round(source, now=fake.now)
    gap = [
        at
        for at, said in kept.not_complete().items()
        if said == (Status.MISSING, "nobody asked for longer than 30 days")
    ]
    assert (gap[0], gap[-1]) == (HOUR_NOW - 2 * HOUR, fake.now.replace(minute=0) - 30 * DAY)
    assert len(kept.posts) == 22
    assert kept.complete()[-1] == fake.now.replace(minute=0) - 3 * HOUR


# Servers of other kinds ---------------------------------------------------------------------------------------------


def ulid(number: int, at: datetime) -> str:
    """An id as GoToSocial makes it."""
    letters, rest, out = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", int(at.timestamp() * 1000), ""
    for _ in range(10):
        rest, last = divmod(rest, 32)
        out = letters[last] + out
    return out + f"{number:016d}"


@pytest.mark.parametrize("kind", ["ulid", "flake"])
def test_servers_with_other_ids_are_read_whole_too(fake, made, kind):
    """ULIDs hold the time like snowflakes do; ids that tell nothing are walked backwards, complete at the end."""
    fake.statuses = run_of(400, step=HOUR)
    for number, one in enumerate(fake.statuses):
        at = datetime.fromisoformat(str(one["created_at"]))
        one["id"] = ulid(number, at) if kind == "ulid" else f"AflakeId{int(at.timestamp()):010d}x"
    kept = Kept().round(made())
    assert len(kept.posts) == 168
    assert len(kept.complete()) == 165
    assert len(fake.timelines()) == (5 if kind == "ulid" else 6)
    assert ("min_id" in "".join(fake.asked)) is (kind == "ulid")


def test_a_server_that_does_not_know_min_id_is_never_called_complete(fake, made):
    """It answers the newest posts over and over: what lies between was not read, and the coverage says so."""
    fake.knows_min_id = False
    fake.statuses = run_of(100, step=timedelta(minutes=70))
    kept = Kept().round(made())
    assert kept.complete() == []
    assert "repeat themselves" in next(iter(kept.not_complete().values()))[1]


def test_a_server_that_gives_few_posts_at_a_time_is_read_to_the_end(fake, made):
    """A page that is not full is not the end."""
    fake.most = 7
    fake.statuses = run_of(40, step=timedelta(hours=4))
    kept = Kept().round(made())
    assert len(kept.posts) == 40
    assert len(kept.complete()) == 165


def test_a_young_hashtag_is_read_whole(fake, made):
    """Where there are no older posts than those of the look-back, the server is asked whether that is all."""
    fake.statuses = run_of(5, step=timedelta(minutes=30))
    kept = Kept().round(made())
    assert (len(kept.posts), len(kept.complete())) == (5, 165)


def test_endless_pages_of_the_same_posts_end(fake, made):
    """A server whose pages go round in circles is left after the first repetition."""
    fake.statuses = [one | {"id": f"x{n}x"} for n, one in enumerate(run_of(40, step=timedelta(minutes=2)))]
    fake.wrong["max_id"] = Reply(json.dumps(fake.statuses).encode())
    kept = Kept().round(made())
    assert len(fake.timelines()) == 2
    assert kept.complete() == []


def test_pages_that_do_not_go_forward_end(fake, made):
    """A server that answers the same old page to every step is left, and what was not reached is partial."""
    fake.statuses = run_of(100, step=timedelta(hours=1))
    fake.wrong["min_id"] = Reply(json.dumps(fake.statuses[-20:]).encode())
    kept = Kept().round(made())
    assert len(fake.timelines()) == 3
    assert kept.not_complete()[HOUR_NOW - HOUR][1].startswith("this server's pages repeat themselves")


# The probe ----------------------------------------------------------------------------------------------------------


def test_the_probe_counts_each_hour_of_the_server_once(fake, made):
    """The control series has every hour's posts under the probe, and not twice however many rounds there are."""
    fake.statuses = [one | {"tags": [{"name": "photography"}]} for one in run_of(400, step=timedelta(minutes=5))]
    source = made(probe="photography")
    kept = Kept()
    for minutes in (0, 15, 30, 45, 60):
        fake.now = NOW + timedelta(minutes=minutes)
        kept.round(source, now=fake.now)
    assert kept.complete(CONTROL) == [HOUR_NOW - (26 - n) * HOUR for n in range(25)]
    assert set(kept.volume.values()) == {12}
    assert sorted(kept.volume) == kept.complete(CONTROL)
    assert kept.posts == {}


def test_a_server_that_shows_nothing_at_all_is_no_zero(fake, made):
    """Where even the probe has no post, the empty answer for the topic's hashtag is not believed."""
    with pytest.raises(SourceError, match="choose a busier `probe`"):
        Kept().round(made(probe="photography"))
    kept = Kept().round(made(probe=None))
    assert len(kept.complete()) == 165


# Daily counts -------------------------------------------------------------------------------------------------------


def test_the_servers_own_counts_are_daily_series(fake, made):
    """Seven days of uses and accounts; today is partial, the others complete."""
    fake.histories["lumenlanterns"] = days(4, 9, 8, 7, 6, 5, 0, accounts=2)
    kept = Kept().round(made())
    assert kept.observed["lanterns", "uses", TODAY - DAY] == 9
    assert kept.observed["lanterns", "uses", TODAY - 6 * DAY] == 0
    assert kept.observed["lanterns", "accounts", TODAY] == 2
    assert {at: said for (_, at), said in kept.days.items()} == {
        TODAY - n * DAY: Status.PARTIAL if n == 0 else Status.COMPLETE for n in range(7)
    }


def test_several_hashtags_sum_their_uses_and_have_no_accounts(fake, made):
    """People cannot be added up; two spellings that the server takes for one hashtag are counted once."""
    fake.histories = {
        "quay": days(1, 2, 3),
        "lumenlanterns": days(10, 20, 30),
        "kai": {"name": "Quay", "history": days(1, 2, 3)},
    }
    kept = Kept().round(made(topic("quays", "LumenLanterns", "Quay", "Kai")))
    assert kept.observed["quays", "uses", TODAY - DAY] == 22
    assert not [key for key in kept.observed if key[1] == "accounts"]


@pytest.mark.parametrize(
    ("history", "reason"),
    [
        ([], "keeps no daily count"),
        (None, "keeps no daily count"),
        ([{"day": "soon", "uses": "-4"}, {"uses": 3}, 7], "keeps no daily count"),
        (days(0, 0, 0, 0), "may not count at all"),
    ],
)
def test_a_server_without_daily_counts_is_not_measured(fake, made, history, reason):
    """An empty history is not zero uses: no observation, the day is missing and says why."""
    fake.histories["lumenlanterns"] = history
    pages = list(made().pages(cursor=None, now=NOW))
    assert pages[0].observations == ()
    (said,) = pages[0].coverage
    assert (said.start, said.status, said.bucket_hours) == (TODAY - DAY, Status.MISSING, 24)
    assert reason in said.reason


def test_the_posts_are_read_where_the_daily_counts_fail(fake, made):
    """An error under one address does not close the other."""
    fake.wrong["/api/v1/tags/"] = Reply(b"oops", 500)
    fake.statuses = run_of(3, step=HOUR)
    kept = Kept().round(made())
    assert kept.days == {("lanterns", TODAY - DAY): Status.MISSING}
    assert len(kept.posts) == 3
