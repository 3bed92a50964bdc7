"""What the tests of config.yaml share: loading a text as a file, and two sources with settings."""

import tempfile
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from monitor import config
from monitor.errors import ConfigError

ONE_TOPIC = "topics: {endsars: {tags: [EndSARS]}}\n"


class Archive(BaseModel):  # noqa: D101 - the reference must cope with a source that says nothing
    model_config = ConfigDict(extra="forbid", frozen=True)


class Invented(BaseModel):
    """A source to test with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    seed: int = Field(default=7, ge=0, le=99, description="Where chance begins.")
    pace: Literal["slow", "fast"] = Field(default="slow", description="How fast it goes.")
    since: date = Field(default=date(2017, 4, 1), description="The first day.")


SOURCES: dict[str, type[BaseModel]] = {"archive": Archive, "simulation": Invented}


def load(text: str | bytes) -> config.Config:
    """Load a configuration from the text or the bytes of its file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "config.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return config.load(path, sources=SOURCES)


def refusal(text: str | bytes) -> str:
    """Return the message with which a text is refused; fails when it is accepted."""
    with pytest.raises(ConfigError) as caught:
        load(text)
    return str(caught.value)
