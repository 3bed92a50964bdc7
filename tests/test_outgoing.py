"""What leaves the machine: aliases only, no formulas; and the searches that prove it find what they look for."""

import base64
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import icalendar
import pandas as pd
import pytest

from bench.proofs import outgoing_cells, outgoing_seen, outgoing_writes, secrets_planted
from bench.proofs.outgoing_campaign import MARKS
from monitor.alerts.digest import Number, Week, digest
from monitor.alerts.letters import warning
from monitor.alerts.readers import Situation
from monitor.export import safe_cells
from monitor.model import (
    DAY,
    Campaign,
    Change,
    Channel,
    Daily,
    Effect,
    Evidence,
    Extra,
    Push,
    PushState,
    Rest,
    State,
    Term,
    TermKind,
    Told,
    Topic,
    Verdict,
)
from monitor.pushes.calendar import feed
from monitor.report.finding import Paper
from monitor.report.snapshot import edition, snapshot
from tests.test_layers import ROOT

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
CAMPAIGN = Campaign("The real name", "Campaign A", "Europe/Berlin", ("en",), ())
TEAM = Channel("team", "en", "Europe/Berlin")
TERM = Term(TermKind.TAG, "CloseTheHarbour")
LAMP = Topic("lamp", "Lamp", (TERM,))
TELLING = "wikipedia:close-the-harbour"
DAILY = Daily(TELLING, "views", NOW - DAY, 40.0, 41.0, 30.0, 50.0)
MARK = MARKS[0]


@pytest.mark.parametrize(
    "risky",
    [
        "=1+1",
        "+1",
        "-1+cmd",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\n=1",
        " =1",
        "\u00a0=1",
        '"=1',
        "\u200b=1",
        "＝1",
        "－1",
        "﹦1",
    ],
)
def test_a_cell_that_would_be_run_is_made_text(risky):
    """A quotation mark is set before it; what it says stays."""
    [cell] = safe_cells(pd.DataFrame({"name": [risky]}))["name"]
    assert cell[0] == "'"
    assert cell.replace("'", "") == risky.replace("'", "")


@pytest.mark.parametrize("between", [";", ",", "\t", "|", "\n", "\r\n", "; ", '";"'])
def test_a_formula_behind_what_ends_a_cell_elsewhere_is_made_text(between):
    """Where a program splits at other signs than commas, its cell begins with a quotation mark too."""
    [cell] = safe_cells(pd.DataFrame({"name": [f"archive:x{between}=1+1"]}))["name"]
    assert "'" in cell
    assert list(outgoing_cells.formulas(pd.DataFrame({"name": [cell]}).to_csv(index=False))) == []


def test_numbers_and_harmless_words_stay_as_they_are():
    """A negative number is one, also in a column of mixed kinds; a hyphen within a word is no formula."""
    mixed = pd.DataFrame(
        {"mixed": pd.Series([-5.5, None, "a-b", "2017-05", "archive:x=y"], dtype=object), "n": [-1.0] * 5}
    )
    assert safe_cells(mixed)["mixed"].tolist() == [-5.5, None, "a-b", "2017-05", "archive:x=y"]
    assert safe_cells(mixed)["n"].tolist() == [-1.0] * 5


def situation(**more):
    """A campaign of one topic, whose terms are known."""
    return Situation(CAMPAIGN, {"lamp": "Lamp"}, NOW, terms=LAMP.terms, **more)


def test_a_letter_names_no_source_by_a_term():
    """A source in whose name a term stands is called by its kind, in warnings as in digests."""
    source = "mastodon:closetheharbour.example"
    told = Told(1, "lamp", source, Change(NOW, State.STEADY, State.NO_DATA, Evidence()))
    letter = warning([told], TEAM, situation())
    assert letter.subject == "Campaign A: no data from Mastodon"
    week = Week({"lamp": (Number(source, "posts", 7, 40.0, 41.0),)}, [told], (), (), ())
    weekly = digest(week, TEAM, situation(rest=Rest(by_day=((LAMP, (DAILY,)),))))
    assert "Wikipedia, page views by the day" in weekly.text
    for said in (letter.text, letter.html, weekly.text, weekly.html):
        assert "harbour" not in said.casefold()


def test_an_effect_is_told_of_sources_as_they_are_called_outside():
    """Every source of an effect is called anew, and its headline stays one of its extras."""
    one = Extra("archive:close-the-harbour", "posts", 24, Verdict.MORE)
    effect = Effect("lamp", NOW, (one, replace(one, hours=3)), one, one).called(lambda source: source.partition(":")[0])
    assert {extra.source for extra in (*effect.extras, effect.control) if extra} == {"archive"}
    assert effect.headline == effect.extras[0]
    assert Effect("lamp", NOW).called(str.upper) == Effect("lamp", NOW)


def test_the_page_for_the_public_names_no_source_by_a_term():
    """Also one that counts by the day only."""
    page = snapshot([edition(Paper("Campaign A", "en", "UTC", terms=LAMP.terms), [], [(LAMP, [DAILY])])])
    assert "Wikipedia" in page
    assert "harbour" not in page.casefold()


def test_the_calendar_leaves_out_where_a_push_goes_if_that_tells_a_term():
    """Staff may write a hashtag where they write a channel; the rest of them stay."""
    push = Push(("lamp",), NOW, NOW + timedelta(hours=3), PushState.PLANNED, channels=("X", "#closetheHarbour thread"))
    written = feed([push], campaign=CAMPAIGN, aliases={"lamp": "Lamp"}, now=NOW, terms=LAMP.terms)
    [event] = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert "X" in str(event["DESCRIPTION"]).split("\n")[2]
    assert b"harbour" not in written.lower()


@pytest.mark.parametrize(
    "left",
    [
        f"a {MARK.upper()} b".encode(),
        base64.b64encode(f"Subject: {MARK} and more".encode()),
        base64.b64encode("Тема: щъэюв и другое".encode()),
        quote("щъэюв").encode(),
        f"{MARK[:2]}=\r\n{MARK[2:]}".encode(),
        f"DESCRIPTION:{MARK[:3]}\r\n {MARK[3:]}".encode(),
        b'{"title": "\\u0449\\u044a\\u044d\\u044e\\u0432"}',
        b"&#1097;&#1098;&#1101;&#1102;&#1074;",
        MARK.encode("utf-16-be"),
        b"stream\n" + zlib.compress(MARK.encode()) + b"\nendstream",
    ],
    ids=["plain", "base64", "base64 ru", "percent", "quoted", "folded", "JSON", "HTML", "UTF-16", "packed"],
)
def test_the_search_finds_a_term_however_it_is_written(left):
    """As mails, calendars, webhooks and prints write it."""
    assert outgoing_seen.words_in(left)
    assert not outgoing_seen.words_in(b"Campaign A: Lamp is fading")


@pytest.mark.parametrize(
    "body",
    [
        "<img src='data:,'>",
        "<a href='//evil.example'>x</a>",
        "<p style='background:url(http://evil.example/a)'>",
        "<style>@import 'x'</style>",
        "<p>https://evil.example</p>",
        "<script>1</script>",
    ],
)
def test_the_search_finds_what_a_page_would_load(body):
    """An image, an address, a style of theirs, a script."""
    assert outgoing_seen.remote(f"<!doctype html><html><body>{body}</body></html>".encode())
    assert not outgoing_seen.remote(b"<!doctype html><html><body><a href='#en'>English</a></body></html>")


def test_the_writing_methods_of_the_libraries_are_known():
    """What posts, follows, likes or uploads is among them; what reads is not."""
    known = outgoing_writes.writing_methods()
    assert {"create_tweet", "like", "retweet", "follow_user", "media_upload", "status_post", "toot"} <= known
    assert {"status_favourite", "account_follow", "send_post", "upload_blob", "source_create", "log_in"} <= known
    reads = {"get_recent_tweets_count", "search_recent_tweets", "timeline_hashtag", "tag", "story_count_over_time"}
    assert not reads & known


@pytest.mark.parametrize(
    "line",
    [
        "client.create_tweet(text='x')",
        "getattr(client, 'status_post')('x')",
        "import requests\nrequests.post('x')",
        "METHOD = 'POST'",
        "tweepy.Client(access_token_secret='x')",
        "PAGE = '<script>fetch(1)</script>'",
    ],
)
def test_a_line_that_writes_is_found_in_the_code(line):
    """A call, its name in quotes, a verb of HTTP, the keys of an account, a script that asks."""
    path = ROOT / "monitor" / "sources" / "x" / "door.py"
    text = path.read_text(encoding="utf-8")
    assert outgoing_writes.in_code({path: text}) == []
    assert outgoing_writes.in_code({path: f"{text}\n{line}\n"})


def test_a_secret_is_found_however_it_is_written():
    """Plain, in capitals, in base64 wherever it begins, in percent signs and hexadecimal; and nothing else is."""
    of = secrets_planted.planted()
    secret = of.by_place["x"]
    coded = [base64.b64encode(f"{'a' * before}:{secret}:b".encode()) for before in range(3)]
    percent = "".join(f"%{ord(one):02X}" for one in secret).encode()
    for text in (secret.encode(), secret.upper().encode(), secret.encode().hex().encode(), percent, *coded):
        assert of.found_in(b"said: " + text + b" end") == ["x"]
    assert of.found_in(b"MONITOR_X_TOKEN is not set") == []
