"""What a term was stopped for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RiskKind(StrEnum):
    """What a term looks like: a private person in one of several ways, or a gathering."""

    ACCOUNT = "account"
    PROFILE = "profile"
    EMAIL = "email"
    PHONE = "phone"
    PATRONYMIC = "patronymic"
    NAME = "name"
    STREET = "street"
    GATHERING = "gathering"


@dataclass(frozen=True, slots=True)
class Risk:
    """Why a term needs somebody who answers for it; `seen` is the part of it that looks like that."""

    kind: RiskKind
    seen: str
