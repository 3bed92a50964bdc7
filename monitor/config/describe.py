"""Says in words what a declared key means, what it allows and its default: for errors and for the reference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import annotated_types as limits
from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from .document import Place
from .kinds import Allowed

_PLAIN = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text",
    date: "a date such as 2026-01-31",
    datetime: "a time such as 2026-01-31T09:00:00Z",
    timedelta: "a duration such as PT1H",
    Path: "a path",
    SecretStr: "text",
}


@dataclass(frozen=True, slots=True)
class Declared:
    """A declared type: its annotation without wrapping, and what was attached to it."""

    annotation: object
    attached: tuple[object, ...] = ()
    meaning: str = ""

    @property
    def allowed(self) -> str:
        """What a value may be, in words."""
        return _words(self)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that may stand inside, where it is a section."""
        model = section(self.annotation)
        return tuple(model.model_fields) if model else ()

    @property
    def choices(self) -> tuple[str, ...]:
        """The values to choose from, where there is a closed list of them."""
        if get_origin(self.annotation) is Literal:
            return tuple(str(value) for value in get_args(self.annotation))
        if isinstance(self.annotation, type) and issubclass(self.annotation, Enum):
            return tuple(str(member.value) for member in self.annotation)
        return ()

    @property
    def secret(self) -> bool:
        """Whether what stands here must never be repeated in a message."""
        named = any(isinstance(part, Allowed) and part.secret for part in self.attached)
        return named or self.annotation is SecretStr


def at(model: type[BaseModel], place: Place) -> Declared:
    """What is declared at a place inside a model; nothing known gives an empty description."""
    here = Declared(model)
    for part in place:
        inner = section(here.annotation)
        if inner is not None:
            field = inner.model_fields.get(str(part))
            here = of_field(field) if field else Declared(None)
        else:
            here = _inside(here.annotation)
    return here


def of_field(field: FieldInfo) -> Declared:
    """What a field of a section declares."""
    bare = _bare(field.annotation)
    return Declared(bare.annotation, (*bare.attached, *field.metadata), field.description or "")


def section(annotation: object) -> type[BaseModel] | None:
    """The annotation as a section with keys of its own, or None."""
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def entries(annotation: object) -> Declared | None:
    """What the entries of a list, or the values of a map, are; None where it is neither."""
    inner = _inside(annotation)
    return inner if inner.annotation is not None else None


def is_map(annotation: object) -> bool:
    """Whether the annotation is a map with free keys."""
    origin = get_origin(annotation)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _inside(annotation: object) -> Declared:
    arguments = get_args(annotation)
    if is_map(annotation):
        return _bare(arguments[1])
    origin = get_origin(annotation)
    if isinstance(origin, type) and issubclass(origin, Sequence | AbstractSet):
        return _bare(arguments[0])
    return Declared(None)


def _bare(annotation: object) -> Declared:
    """The annotation without Annotated and without `| None`."""
    if get_origin(annotation) is Annotated:
        inner, *attached = get_args(annotation)
        bare = _bare(inner)
        return Declared(bare.annotation, (*bare.attached, *attached))
    if get_origin(annotation) in {Union, UnionType}:
        some = [part for part in get_args(annotation) if part is not NoneType]
        if len(some) == 1:
            return _bare(some[0])
    return Declared(annotation)


def _words(declared: Declared) -> str:
    named = next((part.text for part in declared.attached if isinstance(part, Allowed)), None)
    if named:
        return named
    if declared.choices:
        return "one of " + ", ".join(declared.choices)
    annotation = declared.annotation
    if get_origin(annotation) in {Union, UnionType}:
        return " or ".join(_words(_bare(part)) for part in get_args(annotation) if part is not NoneType)
    inner = entries(annotation)
    return _words_of_many(annotation, inner) if inner else _words_of_one(declared)


def _words_of_many(annotation: object, inner: Declared) -> str:
    if is_map(annotation):
        return f"keys of its own, each {_words(_bare(get_args(annotation)[0]))}; behind each: {_words(inner)}"
    return f"a list; each is {_words(inner)}"


def _words_of_one(declared: Declared) -> str:
    if section(declared.annotation):
        return "keys of its own"
    plain = _PLAIN.get(declared.annotation, "") if isinstance(declared.annotation, type) else ""
    return plain + _bounds(declared.attached)


def _bounds(attached: tuple[object, ...]) -> str:
    words: list[str] = []
    for part in attached:
        match part:
            case limits.Ge(ge=bound):
                words.append(f"at least {bound}")
            case limits.Gt(gt=bound):
                words.append(f"above {bound}")
            case limits.Le(le=bound):
                words.append(f"at most {bound}")
            case limits.Lt(lt=bound):
                words.append(f"under {bound}")
            case _:
                pass
    return f", {', '.join(words)}" if words else ""
