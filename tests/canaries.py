"""What a source's test file hands to the search for traces: a platform full of invented, marked people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from monitor.model import Topic

Mark = Callable[[int, str], str]  # a word that occurs nowhere else, for a person's number and a field


@dataclass(frozen=True)
class Canary:
    """A loopback platform: the source's settings as config.yaml has them, and the topics that it knows of.

    `told` are words that must be found in what is written, so that an empty store proves nothing. `ids` are posts'
    ids where a platform has only figures for them, which no mark can stand in; `environ` is what the source wants to
    find in the environment.
    """

    settings: Mapping[str, object]
    topics: Sequence[Topic]
    told: Sequence[str] = ()
    ids: Sequence[str] = ()
    environ: Mapping[str, str] = field(default_factory=dict)
