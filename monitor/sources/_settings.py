"""What the settings of all sources on a network have in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from ..addresses import web_address

WebAddress = Annotated[str, Field(max_length=500), AfterValidator(web_address)]


def _tag_or_none(value: object) -> object:
    """A hashtag without #; config.yaml hands every word over as text, `null` too."""
    tag = value.strip().lstrip("#＃") if isinstance(value, str) else value
    return None if tag in ("", "~", "null") else tag


ProbeTag = Annotated[Annotated[str, Field(pattern=r"^\w{1,100}$")] | None, BeforeValidator(_tag_or_none)]


class NetworkSettings(BaseModel):
    """How often a platform is asked, and where it may stand."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    every_minutes: float = Field(default=15, ge=1, le=10080, description="Minutes between rounds.")
    allow_private: bool = Field(
        default=False, description="Allow addresses on this machine and in its own network, for trying things out."
    )
