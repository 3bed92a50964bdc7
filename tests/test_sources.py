"""What is true of every source: its settings explain themselves, and what it reads may break off."""

from contextlib import suppress

import pytest

from bench.faults import payloads
from monitor import sources
from monitor.errors import SourceError


@pytest.mark.parametrize("name", sources.names())
def test_every_setting_is_described(name):
    """The reference of keys is written from the fields themselves."""
    assert all(one.description for one in sources.settings()[name].model_fields.values())


@pytest.mark.parametrize("name", [name for name in sources.names() if payloads.hooks(name)])
def test_the_samples_are_swallowed(name):
    """What the fuzzer starts from is read or refused, whole and broken off; no other error comes out."""
    found = payloads.hooks(name)
    assert found
    samples, swallow = found
    for sample in (one for whole in samples for one in (whole, whole[: len(whole) // 2])):
        with suppress(SourceError):
            swallow(sample)


@pytest.mark.parametrize(("name", "platform"), [("x", "x"), ("mastodon:example.social:8443", "mastodon")])
def test_a_source_belongs_to_the_platform_it_names_first(name, platform):
    """By that name config.yaml switches it on."""
    assert sources.platform_of(name) == platform
