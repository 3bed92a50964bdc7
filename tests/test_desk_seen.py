"""What the pages share: kept while it is what is shown, within a bound, and the config read again when changed."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from monitor import desk
from monitor.desk.seen import Seen
from monitor.errors import ConfigError
from monitor.model import Rest

AT = datetime(2024, 5, 14, 13, tzinfo=UTC)
CONFIG = "campaign: {{alias: {alias}}}\ntopics: {{light: {{tags: [LightForAll]}}}}\n"


def test_what_a_page_needs_is_built_once_also_when_it_is_nothing():
    """The second look costs nothing; None is an answer like any other."""
    seen, built = Seen(AT, False, {}, (), Rest(), (), {}, False, ""), []
    for _ in range(3):
        assert seen.kept("line", lambda: built.append(1)) is None
    assert built == [1]


def test_what_is_kept_is_bounded_and_the_newest_stays():
    """An archive stays the same for months: one look after another does not fill the memory."""
    seen = Seen(AT, False, {}, (), Rest(), (), {}, False, "")
    for number in range(1000):
        assert seen.kept(number, partial(pow, number, 2)) == number**2
    assert len(seen._kept) <= 300
    assert seen.kept(999, lambda: pytest.fail("it was kept")) == 999**2


def test_the_config_is_read_again_once_its_file_was_changed(tmp_path: Path):
    """Nobody waits for a restart, and what is wrong in it is said each time."""
    path = tmp_path / "config.yaml"
    environ = {"MONITOR_CONFIG": str(path)}
    path.write_text(CONFIG.format(alias="Lamp"))
    first = desk.configured(environ)
    assert desk.configured(environ) is first
    path.write_text(CONFIG.format(alias="Lantern"))
    assert desk.configured(environ).campaign.alias == "Lantern"
    path.write_text("topics: {}\n")
    for _ in range(2):
        with pytest.raises(ConfigError):
            desk.configured(environ)
