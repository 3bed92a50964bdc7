"""What staff write of a push, as it can be stored: clean text, and ticks that hold for this very draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..errors import ConfigError
from ..model import Check, Push

_LONGEST, _LONGEST_DRAFT = 500, 50_000


@dataclass(frozen=True, slots=True)
class Details:
    """What staff write of a push; None leaves what was written before.

    `checked` is what a human ticks by this very change. `helplines` are lines of which one in the draft ticks itself.
    """

    hook: str | None = None
    channels: tuple[str, ...] | None = None
    languages: tuple[str, ...] | None = None
    draft: str | None = None
    checked: tuple[Check, ...] = ()
    helplines: Sequence[str] = ()


def written(push: Push, details: Details) -> Push:
    """The push with its details; a new draft has to be looked at anew, whatever was ticked for the old one."""
    draft = push.draft if details.draft is None else clean_text(details.draft, "the draft", longest=_LONGEST_DRAFT)
    before = push.checked if draft == push.draft else ()
    ticked = {*before, *details.checked, *([Check.HELPLINE] if _helps(draft, details.helplines) else [])}
    return replace(
        push,
        hook=push.hook if details.hook is None else clean_text(details.hook, "the hook"),
        channels=push.channels if details.channels is None else _texts(details.channels, "a channel"),
        languages=push.languages if details.languages is None else _texts(details.languages, "a language"),
        draft=draft,
        checked=tuple(one for one in Check if one in ticked),
    )


def _helps(draft: str, helplines: Sequence[str]) -> bool:
    """Whether one of the lines stands in a draft, however it is spaced and capitalised.

    >>> _helps("Call  +49 30\u00a0123 — at any hour", ["+49 30 123"]), _helps("Call us", [" "])
    (True, False)
    """
    words = " ".join(draft.split()).casefold()
    lines = (" ".join(line.split()).casefold() for line in helplines)
    return any(line in words for line in lines if line)


def _texts(texts: Sequence[str], what: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in (clean_text(text, what) for text in texts) if one))


def clean_text(text: str, what: str, *, longest: int = _LONGEST) -> str:
    """Text as it can be stored anywhere: trimmed, without marks that no database takes, and not without end."""
    found = "".join(one for one in text if one != "\0" and not 0xD800 <= ord(one) < 0xE000).strip()
    if len(found) > longest:
        raise ConfigError(f"{what} is longer than {longest:,} characters: shorten it")
    return found
