"""Writing a file that somebody asked for."""

from __future__ import annotations

import tempfile
from os.path import realpath
from pathlib import Path

from ..errors import ConfigError


def save(path: Path, content: bytes) -> None:
    """Put a file in place in one step, readable by its owner alone: a reader sees the old one or the new one.

    A link stays one: the file that it leads to is written. Where it cannot be written there is a ConfigError, and
    nothing is left behind.
    """
    place, part = Path(realpath(path)), None
    try:
        with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".monitor-", delete=False) as made:  # mode 0600
            part = Path(made.name)
            made.write(content)
        part.replace(place)
    except OSError as error:
        yours = "folder" if part is None else "file"
        raise ConfigError(f"{path} cannot be written ({error.strerror}): name a {yours} that is yours") from None
    finally:
        if part is not None:
            part.unlink(missing_ok=True)
