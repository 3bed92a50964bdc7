"""What may stand in Latin letters in a Russian text."""

from __future__ import annotations

import re

# Names that stay as they are, and what is typed at the command line.
NAMES = {"X", "Bluesky", "Mastodon", "Media", "Cloud", "GDELT", "UTC", "JSON", "Monitor", "config.yaml"}
COMMAND = re.compile(r"monitor(?: --?[a-z-]+| [a-z-]+| [A-Z]+| \{\w+\})+")
LATIN = re.compile(r"[A-Za-z][A-Za-z.]*[A-Za-z]|[A-Za-z]")


def latin(text: str) -> list[str]:
    """The Latin words of a Russian text that are no names, commands or places."""
    bare = re.sub(r"\{\w+\}", " ", COMMAND.sub(" ", text))
    return [word for word in LATIN.findall(bare) if word not in NAMES]
