"""The keys about telling people and planning pushes: what they become, and what is refused with a way out."""

from datetime import time

import pytest

from monitor import config, sources
from monitor.errors import ConfigError
from monitor.model import Channel, Planning

TOPICS = "campaign: {timezone: Europe/Berlin}\ntopics: {lamp: {tags: [Lamp]}}\n"


@pytest.fixture
def load(tmp_path):
    """What a file with these lines after its topics says."""

    def loaded(text):
        path = tmp_path / "config.yaml"
        path.write_text(TOPICS + text, encoding="utf-8")
        return config.load(path, sources=sources.settings())

    return loaded


def test_without_a_word_nobody_is_told_and_nothing_is_served(load):
    """No channel, a digest on Monday at nine for those that will come, the usual planning, no feed."""
    found = load("")
    assert found.channels == ()
    assert found.digest == (0, time(9))
    assert found.planning == Planning()
    assert found.feed_port is None


def test_channels_take_the_campaigns_zone_unless_they_have_their_own(load):
    """Language, zone and quiet hours of each channel, in the order of the file; times also without quotes."""
    found = load(
        'warnings:\n  channels:\n    team: {quiet: {start: 22:00, end: "7:30"}}\n'
        "    desk: {language: ru, timezone: Asia/Tokyo}\n  digest: Sunday\n  digest_at: 18:05\n"
    )
    assert found.channels == (
        Channel("team", "en", "Europe/Berlin", (time(22), time(7, 30))),
        Channel("desk", "ru", "Asia/Tokyo"),
    )
    assert found.digest == (6, time(18, 5))


def test_no_digest_is_a_choice(load):
    """Who wants none says never; a word that is no day is refused."""
    assert load("warnings: {digest: never}").digest is None
    with pytest.raises(ConfigError, match="sunday, never"):
        load("warnings: {digest: null}")


def test_planning_and_feed_are_as_written(load, tmp_path):
    """Floor, hours, helplines, and a calendar file beside the config."""
    found = load(
        'pushes: {floor: 2.5, hours: 2, helplines: ["Call 123"], anchors: dates.ics}\n'
        "calendar: {serve: true, port: 9000}"
    )
    assert found.planning == Planning(2.5, 2, ("Call 123",), str(tmp_path / "dates.ics"))
    assert found.feed_port == 9000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("warnings: {channels: {Team_Mail: {}}}", "small letters, digits and single dashes"),
        ("warnings: {channels: {team: {language: de}}}", "one of en, ru"),
        ("warnings: {channels: {team: {quiet: {start: '22:00', end: '22:00'}}}}", "leave `quiet` out"),
        ("warnings: {channels: {team: {quiet: {start: '25:00', end: '7:00'}}}}", 'such as "22:00"'),
        ("warnings: {channels: {team: {url: 'mailto://u:SECRET@example.org'}}}", "url"),
        ("warnings: {digest: mondy}", "did you mean monday"),
        ("pushes: {floor: 0}", "above 0"),
        ("pushes: {hours: 100}", "at most 72"),
        ("calendar: {port: 70000}", "at most 65535"),
    ],
)
def test_what_is_wrong_is_named_with_its_way_out(load, text, said):
    """The key, and what may stand there; an address that got into the file is not repeated."""
    with pytest.raises(ConfigError) as caught:
        load(text)
    assert said in str(caught.value)
    assert "SECRET" not in str(caught.value)
