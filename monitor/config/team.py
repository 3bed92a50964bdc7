"""The keys about who may open a dashboard that others can reach."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from ..access import mailbox
from .kinds import Allowed, Section, empty_list

_EMAIL = re.compile(r"[^\s@,;:<>()*\"']{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,}")


def email(value: str) -> str:
    """An e-mail address, in small letters.

    >>> email("Amina@Example.org")
    'amina@example.org'
    """
    text = value.strip()
    if not _EMAIL.fullmatch(text):
        raise ValueError("an e-mail address is written as name@example.org; whole domains are not let in")
    return mailbox(text)


Email = Annotated[str, AfterValidator(email), Allowed("an e-mail address such as amina@example.org")]


class SignInSection(Section):
    """Who may open the dashboard, once others can reach it; docs/team.md says how that is set up.

    Without anybody here, the dashboard is shown on this machine only, and nobody signs in.
    """

    editors: Annotated[tuple[Email, ...], BeforeValidator(empty_list)] = Field(
        default=(), description="Who may look and change things: plan pushes, snooze warnings, wipe."
    )
    viewers: Annotated[tuple[Email, ...], BeforeValidator(empty_list)] = Field(
        default=(), description="Who may look, and change nothing."
    )

    @model_validator(mode="after")
    def _one_role_each(self) -> Self:
        both = sorted(set(self.editors) & set(self.viewers))
        if both:
            raise ValueError(f"{both[0]} stands under editors and under viewers; an editor may look too, so leave one")
        return self
