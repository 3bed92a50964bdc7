"""What a source's test file hands to the search for traces: a platform full of invented, marked people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from monitor.model import Topic
from monitor.sources import Source


@dataclass(frozen=True)
class Canary:
    """Sources that read from a loopback platform, the topics they look for, and the time it is there.

    `told` are words that must be found in what is written, so that an empty store proves nothing.
    """

    sources: Sequence[Source]
    topics: Sequence[Topic]
    now: datetime
    told: Sequence[str] = ()
