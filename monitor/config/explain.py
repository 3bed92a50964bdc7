"""Turns what pydantic finds into sentences: file, line, key, value, what is allowed, and what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pydantic import BaseModel, ValidationError

from . import describe
from .document import Document, Place, Problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_LISTS = {"tuple_type", "list_type", "set_type", "frozen_set_type"}
_MAPS = {"dict_type", "model_type", "model_attributes_type", "mapping_type"}
_OF_A_TEXT = {"string_pattern_mismatch", "string_too_short", "string_too_long"}
_MAX_EXPLAINED = 200
_LOGIN = re.compile(r"://[^/?#]*@")  # in an address: a name, and mostly a password


def problems(error: ValidationError, model: type[BaseModel], found: Document, *, within: Place = ()) -> list[Problem]:
    """Each finding of a validation as a problem at its place; `within` is where the model stands in the file."""
    details = error.errors(include_url=False)[:_MAX_EXPLAINED]
    # A list whose entries are all wrong is not empty, though pydantic says so too.
    around = {detail["loc"][:-1] for detail in details}
    told = [detail for detail in details if detail["type"] != "too_short" or detail["loc"] not in around]
    return [_problem(detail, model, found, within) for detail in told]


def problem(found: Document, place: Place, text: str) -> Problem:
    """A problem at a place, with the line it stands on."""
    return Problem(place, found.line(place), text)


def sentence(name: str, problem: Problem) -> str:
    """One problem as one line for the user: file, line, key, what is wrong."""
    line = f" line {problem.line}" if problem.line else ""
    # Entries of a list count from 1, as people do.
    where = ".".join(str(part + 1) if isinstance(part, int) else _plain(part) for part in problem.place)
    return f"{name}{line}: {where}: {problem.text}" if where else f"{name}{line}: {problem.text}"


def unknown(key: str, known: Iterable[str], *, what: str = "key") -> str:
    """A sentence about a key that does not exist, with the one that was probably meant."""
    names = sorted(known)
    near = get_close_matches(key[:64].lower(), names, n=1, cutoff=0.6)
    hint = f"; did you mean '{near[0]}'?" if near else ";"
    return f"unknown {what}{hint} allowed here: {', '.join(names)}"


def shown(value: object) -> str:
    """A value in quotes, short and with nothing invisible in it."""
    if isinstance(value, list | tuple | dict):
        return "a list" if not isinstance(value, dict) else "keys"
    text = value if isinstance(value, str) else str(value)
    return f'"{_plain(text)}"'


def _problem(detail: ErrorDetails, model: type[BaseModel], found: Document, within: Place) -> Problem:
    loc = tuple(part for part in detail["loc"] if part != "[key]")
    return problem(found, (*within, *loc), _text(detail, model, loc))


def _text(detail: ErrorDetails, model: type[BaseModel], loc: Place) -> str:
    kind, value = detail["type"], detail["input"]
    place = describe.at(model, loc)
    if kind == "extra_forbidden":
        return unknown(str(loc[-1]), describe.at(model, loc[:-1]).keys)
    if kind == "missing":
        return f"this key is missing; it says: {place.meaning or place.allowed}"
    if kind == "value_error":
        reason = str(detail["ctx"]["error"])
        return reason if place.secret or not isinstance(value, str) else f"{shown(value)}: {reason}"
    if value is None:
        return f"is empty; write {place.allowed or 'a value'}, or delete it"
    if kind in {"too_short", "too_long"}:
        return _size(detail, place)
    given = "" if place.secret else f", not {shown(value)}"
    return f"{_expectation(kind, detail, place)}{given}{_choice(kind, value, place)}"


def _expectation(kind: str, detail: ErrorDetails, place: describe.Declared) -> str:
    if kind in _LISTS:
        return "must be a list in brackets, such as [one, two]"
    if kind in _MAPS:
        return "must hold keys of its own (key: value)"
    if place.allowed and kind not in _OF_A_TEXT:
        return f"must be {place.allowed}"
    return re.sub(r"^(Input|String|Value) should", "should", detail["msg"])


def _size(detail: ErrorDetails, place: describe.Declared) -> str:
    limits = detail["ctx"]
    if limits.get("actual_length") == 0:
        return f"is empty; write {place.allowed}"
    if "min_length" in limits:
        return f"holds {limits['actual_length']}, but needs at least {limits['min_length']}"
    return f"holds {limits['actual_length']}, but takes at most {limits['max_length']}"


def _choice(kind: str, value: object, place: describe.Declared) -> str:
    if kind not in {"literal_error", "enum"}:
        return ""
    near = get_close_matches(str(value)[:64].lower(), place.choices, n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""


def _plain(text: str) -> str:
    """At most 60 characters without a login, invisible ones spelled out, so that no terminal obeys them."""
    text = _LOGIN.sub("://…@", text)
    short = text if len(text) <= 60 else text[:59] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in short)
