"""A letter from its parts: the same lines as plain text and as simple HTML that loads nothing from anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ..model import Letter
from .wording import plain

_PAGE = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{subject}</title></head>'
    '<body style="font-family:sans-serif;line-height:1.45;max-width:42em">{body}</body></html>'
)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading (may be empty) and the lines under it."""

    heading: str
    lines: tuple[str, ...]


def written(subject: str, parts: Sequence[Part], *, language: str) -> Letter:
    """The letter that these parts make; whatever came from outside loses its control and direction marks."""
    cleaned = [Part(plain(part.heading), tuple(plain(line) for line in part.lines if line)) for part in parts]
    told = [part for part in cleaned if part.lines]
    line = plain(subject)
    text = "\n\n".join("\n".join(filter(None, (part.heading, *part.lines))) for part in told)
    body = "".join(_html(part) for part in told)
    return Letter(line, f"{text}\n", _PAGE.format(language=language, subject=escape(line), body=body))


def _html(part: Part) -> str:
    heading = f"<h2>{escape(part.heading)}</h2>" if part.heading else ""
    return heading + "".join(f"<p>{escape(line)}</p>" for line in part.lines)
