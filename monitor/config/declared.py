"""The keys of config.yaml, declared once: what each means, what is allowed, and its default."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from ..model import Sensitivity
from . import checks
from .kinds import (
    Allowed,
    Article,
    Edition,
    HeartbeatUrl,
    Label,
    Language,
    Link,
    Mention,
    Phrase,
    Section,
    StoreUrl,
    Tag,
    TopicKey,
    Zone,
    empty_list,
)
from .outreach import CalendarSection, PushesSection, WarningsSection
from .team import SignInSection


class Confirmation(Section):
    """Someone of the campaign has looked at a risky term and answers for it."""

    term: Annotated[str, AfterValidator(checks.confirmed_term), Allowed("a short text")] = Field(
        description='The term as it stands in the topic, such as "@someone"; with or without # or @.'
    )
    by: Label = Field(description="Who of the campaign decided it.")
    reason: Label = Field(description="Why following it harms nobody.")
    on: date = Field(description="The day of the decision.")


class CampaignSection(Section):
    """Who watches, and in which time and languages."""

    name: Label = Field(
        default="My campaign", description="The campaign's name, for whoever reads this file; it is shown nowhere."
    )
    alias: Label = Field(
        default="Campaign A",
        description="What messages and file names call the campaign, so that they give nothing away.",
    )
    timezone: Zone = Field(default="UTC", description="The time zone of all times shown.")
    languages: Annotated[tuple[Language, ...], BeforeValidator(empty_list)] = Field(
        default=("en",), min_length=1, description="The languages the campaign writes in."
    )
    official_accounts: Annotated[tuple[Mention, ...], BeforeValidator(empty_list)] = Field(
        default=(),
        description="Accounts of offices and organisations, which topics may mention without a confirmation. "
        "Private persons do not belong here.",
    )


class TopicSection(Section):
    """Something the campaign follows; it needs at least one term."""

    alias: Label | None = Field(
        default=None, description="What messages and file names call the topic (default: Topic 1, Topic 2 … in order)."
    )
    tags: Annotated[tuple[Tag, ...], BeforeValidator(empty_list)] = Field(
        default=(),
        description="Hashtags. List every spelling you want; capitals make no difference. Like each kind of term: one "
        "that looks like a private person, or like a gathering, needs an entry in `confirmed`.",
    )
    mentions: Annotated[tuple[Mention, ...], BeforeValidator(empty_list)] = Field(
        default=(), description="Accounts that posts address. One that is not official needs an entry in `confirmed`."
    )
    phrases: Annotated[tuple[Phrase, ...], BeforeValidator(empty_list)] = Field(
        default=(),
        description="Words that stand together in a post. A name, a phone number, an e-mail or street address, or a "
        "place with a day or a time needs an entry in `confirmed`.",
    )
    links: Annotated[tuple[Link, ...], BeforeValidator(empty_list)] = Field(
        default=(),
        description="Web addresses that posts link to. The page of an account that is not official needs an entry in "
        "`confirmed`.",
    )
    articles: dict[Edition, Annotated[tuple[Article, ...], BeforeValidator(empty_list)]] = Field(
        default_factory=dict,
        description="Wikipedia articles, by the language of the Wikipedia. One about a person needs an entry in "
        "`confirmed`.",
    )
    confirmed: Annotated[tuple[Confirmation, ...], BeforeValidator(empty_list)] = Field(
        default=(),
        description="Terms that look like a private person or a gathering, which someone has looked at and answers "
        "for. What was guarded, by whom, and why is shown on the page Settings and safety.",
    )

    @model_validator(mode="after")
    def _has_a_term(self) -> Self:
        if not (self.tags or self.mentions or self.phrases or self.links or any(self.articles.values())):
            raise ValueError(
                "this topic looks for nothing; give it at least one of tags, mentions, phrases, links, articles"
            )
        return self


class CountingSection(Section):
    """What is counted beside posts and people."""

    language: bool = Field(default=True, description="Count posts by language.")
    tone: bool = Field(
        default=True, description="Count hopeful, plain and grim posts, in languages that can be scored."
    )


class HeartbeatSection(Section):
    """A sign of life after each judgement, so that somebody notices when this machine dies."""

    url: HeartbeatUrl | None = Field(
        default=None,
        description="An address that is fetched every five minutes at most while all goes well. "
        "Write the one that answers itself: where it sends on to another, that is not asked.",
    )
    allow_private: bool = Field(default=False, description="Allow an address in this machine's own network.")


class File(Section):
    """The whole file, but for what each source declares itself."""

    campaign: CampaignSection = Field(default=CampaignSection(), description="Who watches.")
    topics: Annotated[
        dict[TopicKey, TopicSection], Allowed("at least one topic, such as my-topic: {tags: [MyTag]}")
    ] = Field(min_length=1, description="What is followed, each under a name of its own.")
    sources: object = Field(
        default={"archive": {}},
        description="Where attention is measured. Each source that stands here is switched on, with settings of its "
        "own; an empty one, such as `archive: {}`, takes their defaults.",
    )
    sensitivity: Sensitivity = Field(
        default=Sensitivity.NORMAL,
        description="How soon a fade is called: `calm` later and surer, `eager` sooner and more often wrong.",
    )
    counting: CountingSection = Field(default=CountingSection(), description="What is counted.")
    warnings: WarningsSection = Field(default=WarningsSection(), description="Who is told, and when.")
    pushes: PushesSection = Field(default=PushesSection(), description="How renewed pushes are planned.")
    calendar: CalendarSection = Field(default=CalendarSection(), description="The calendar of pushes.")
    heartbeat: HeartbeatSection = Field(default=HeartbeatSection(), description="A sign of life.")
    sign_in: SignInSection = Field(default=SignInSection(), description="Who may open the dashboard.")
    store: StoreUrl = Field(
        default="sqlite:///data/monitor.db",
        description="Where the counts are kept; a path without a fourth / begins at the folder of this file.",
    )
