"""What config.yaml can say about X."""

from __future__ import annotations

from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from .._settings import NetworkSettings, ProbeTag, WebAddress
from .queries import is_handle, is_tag

TOKEN = "MONITOR_X_TOKEN"  # noqa: S105 - the name of the variable, not what is in it


def _probe(tag: str | None) -> str | None:
    if tag is not None and (not is_tag(tag) or len(tag) > 50):
        raise ValueError('must be one hashtag that is always busy, such as "news", or null')
    return tag


def _handle(value: str) -> str:
    bare = value.lstrip("@＠")
    if not is_handle(bare):
        raise ValueError('must be an account of X such as "@campaign"')
    return bare


class Settings(NetworkSettings):
    """X, counted by the hour; it costs money, and its token is read from MONITOR_X_TOKEN.

    Only numbers are asked for unless you switch on `mentions` or `sample`. X's terms allow totals of your own
    campaign's hashtags and accounts, without keeping anything about persons. They forbid watching protests, rallies or
    meetings, following activists or their groups, and inferring anybody's politics, religion, health or origin. What
    you told X about your use is binding. `monitor check` says it again, with what a month costs.
    """

    every_minutes: float = Field(
        default=60, ge=1, le=10080, description="Minutes between rounds; they come less often as the budget runs low."
    )
    base_url: WebAddress = Field(default="https://api.x.com", description="Where X's API answers.")
    budget_dollars: float = Field(
        default=10,
        ge=0,
        le=100_000,
        allow_inf_nan=False,
        description="What may be spent at X in a calendar month (UTC), for counts, mentions and sample together.",
    )
    archive: bool = Field(
        default=False, description="Your account may count X's full archive: the past can be filled in from 2006 on."
    )
    probe: Annotated[ProbeTag, AfterValidator(_probe)] = Field(
        default="news",
        description="A hashtag that is always busy: where even that counts nothing, X is blind, and your topics are "
        "not called quiet. It costs as much as a topic; null switches it off.",
    )
    mentions: bool = Field(
        default=False,
        description="Also read the posts that mention `own_account` ($0.005 each), for people and tone; they are "
        "counted in memory and not kept.",
    )
    own_account: Annotated[str, AfterValidator(_handle)] | None = Field(
        default=None, description="Your own account at X, whose mentions are read."
    )
    own_app: bool = Field(
        default=False,
        description="`own_account` owns the app of the token: then X takes $0.001 for a post that mentions it, not "
        "$0.005. Say so only if X's bill does, or the budget is overrun.",
    )
    own_account_id: str | None = Field(
        default=None,
        pattern=r"^[0-9]{1,19}$",
        description="The account's number in quotes; without it, X is asked for it at each start ($0.01), and "
        "where cron starts the rounds, in each.",
    )
    mentions_a_round: int = Field(
        default=50,
        ge=10,
        le=800,
        description="Posts of `mentions` read in a round at most; the hours before are a gap.",
    )
    sample: bool = Field(
        default=False,
        description="Also read a few posts about each topic once a day ($0.005 each), for tone and languages; a sample "
        "is never judged.",
    )
    sample_posts: int = Field(default=10, ge=10, le=100, description="Posts of `sample` read in a day at most.")

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.mentions and not self.own_account:
            raise ValueError('mentions needs own_account, such as "@campaign"')
        if urlsplit(self.base_url).scheme != "https" and not self.allow_private:
            raise ValueError("base_url must begin with https://, or the token could be read on its way")
        return self
