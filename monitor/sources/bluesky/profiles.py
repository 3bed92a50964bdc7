"""Who asks not to be shown to strangers: looked up on the profiles of those who wrote about a topic."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from ... import web
from ...errors import SourceError
from ..archive.fields import children, clean

_METHOD = "/xrpc/app.bsky.actor.getProfiles"
ALWAYS_THERE = "did:plc:z72i7hdynmk6r22z27h6tvur"  # Bluesky's own account: an answer that lacks it proves nothing
_BATCH = 24  # and that account: the method takes no more than 25
_KEPT = 50_000
_UNLIKELY = 5  # so many accounts do not vanish at once: an answer without any of them proves nothing
_DID = re.compile(r"did:[a-z0-9]{1,20}:[A-Za-z0-9._:%-]{1,200}")
_LABEL = "!no-unauthenticated"


class Profiles:
    """Knows who opted out, asking at most once in a round about each; nothing is kept beyond it."""

    def __init__(self, base: str, manners: web.Manners) -> None:
        self._url = base + _METHOD
        self._session = web.session(manners)
        self._known: OrderedDict[str, bool] = OrderedDict()
        self._waiting: SourceError | None = None

    def forget(self) -> None:
        """Begin anew: people change their minds."""
        self._known.clear()
        self._waiting = None

    def opted_out(self, authors: Iterable[str], *, now: datetime) -> frozenset[str]:
        """Those of the authors who are to be left out; raises SourceError where that cannot be learnt.

        An account without a profile is left out too: its owner deleted or closed it, or Bluesky took it down,
        and nobody can say any more that it may be counted. After an answer that asks to wait nobody is looked up
        before its time.
        """
        wanted = tuple(dict.fromkeys(authors))
        unknown = [did for did in wanted if did not in self._known and _DID.fullmatch(did)]
        answers = dict(self._asked(unknown, web.running(now)))
        if len(unknown) >= _UNLIKELY and not answers:
            raise SourceError("found none of the profiles that were looked up")
        for did in unknown:
            self._known[did] = answers.get(did, True)
        out = frozenset(did for did in wanted if self._known.get(did, True))
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return out

    def _asked(self, dids: Sequence[str], clock: Callable[[], datetime]) -> Iterator[tuple[str, bool]]:
        for start in range(0, len(dids), _BATCH):
            batch = dids[start : start + _BATCH]
            found = self._found(dict.fromkeys((*batch, ALWAYS_THERE)), now=clock())
            if ALWAYS_THERE not in found:
                raise SourceError("could not find even Bluesky's own account: none of the profiles can be called gone")
            yield from ((did, found[did]) for did in batch if did in found)

    def _found(self, dids: Iterable[str], *, now: datetime) -> Mapping[str, bool]:
        if self._waiting is not None and self._waiting.retry_at is not None and now < self._waiting.retry_at:
            raise SourceError(str(self._waiting), retry_at=self._waiting.retry_at)
        try:
            answer = web.fetch(self._session, self._url, now=now, params=[("actors", did) for did in dids])
        except SourceError as error:
            self._waiting = SourceError(str(error), retry_at=error.retry_at)
            raise
        return parse_profiles(answer.json())


def parse_profiles(value: object) -> Mapping[str, bool]:
    """Whether each profile of an answer opted out; raises SourceError for anything but such an answer."""
    if not isinstance(value, dict) or not isinstance(value.get("profiles"), list):
        raise SourceError("answered without profiles: what it sends may have changed")
    return {clean(one.get("did")): _says_no(one.get("labels")) for one in children(value, "profiles")}


def _says_no(labels: object) -> bool:
    """Whether the label is there; what cannot be read as labels is taken as one."""
    if labels is None:
        return False
    if not isinstance(labels, list) or not all(isinstance(one, dict) for one in labels):
        return True
    return any(one.get("val") == _LABEL and one.get("neg") is not True for one in labels)
