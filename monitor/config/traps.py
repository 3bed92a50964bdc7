"""The places where YAML surprises people, each with a sentence that says what to do instead."""

from __future__ import annotations

import re

import yaml

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SMART = "“”„‟‘’‚«»＂"
_COMMENT_FOR_A_TAG = re.compile(r"(?:^\s*-|[:\[,])\s*(#[^\s,\]#]+)")
_LOOK_BACK = 10
_LINES_LOOKED_AT = 100
_LINE_LOOKED_AT = 2000
_QUOTED = 'put it in straight quotes: "{}"'

_SENTENCES = (
    (
        "mapping values are not allowed",
        "a text with a colon and a space in it must stand in straight quotes, and one line holds one key",
    ),
    ("violates indentation", "this line begins with a tab; indent with spaces only"),
    (
        "did not find expected key",
        "this line does not fit: check its indentation against the lines above, and its quotes",
    ),
    ("did not find expected '-'", "this line belongs to a list: begin it with - or check its indentation"),
    ("found unexpected end", "a quote that is opened on line {context} is never closed"),
    ("did not find expected ',' or ']'", "the list that begins on line {context} has no comma or closing ] here"),
    ("did not find expected ',' or '}'", "the {{ that opens on line {context} has no comma or closing }} here"),
)


def split_lines(text: str) -> list[str]:
    """The lines of a text as YAML numbers them."""
    return _BREAK.split(text)


def scalar(value: str, *, plain: bool, source: str) -> str | None:
    """What is wrong with a text on the line `source`, or None; `plain` says it stands without quotes."""
    if _CONTROL.search(value):
        return "the text holds an invisible control character; delete it"
    if not plain:
        return None
    if value and (value[0] in _SMART or value[-1] in _SMART):
        return f'typographic quotes around a value are read as part of it; use straight ones: "{value.strip(_SMART)}"'
    comment = _COMMENT_FOR_A_TAG.search(source) if value == "" else None
    if comment:
        return f"# begins a comment, so nothing is read here; {_QUOTED.format(comment[1])}"
    return None


def refused_node(event: yaml.NodeEvent) -> str | None:
    """Why an alias, an anchor or a tag of YAML is not accepted, or None."""
    if isinstance(event, yaml.AliasEvent):
        name = f"*{event.anchor}"
        return f"{name} is an alias in YAML, which is not used here; {_QUOTED.format(name)}"
    if event.anchor:
        return f"&{event.anchor} is an anchor in YAML, which is not used here; write the value out, or put it in quotes"
    tag = getattr(event, "tag", None)
    if tag:
        name = tag.replace("tag:yaml.org,2002:", "!!")
        return f"{name} is a tag of YAML, which is not used here; put a text that begins with ! in straight quotes"
    return None


def syntax(error: yaml.MarkedYAMLError, source: list[str]) -> tuple[int | None, str]:
    """The line (from 1) and a sentence for something YAML cannot read at all."""
    here = error.problem_mark.line if error.problem_mark else None
    opened = error.context_mark.line if error.context_mark else here
    if here is None or opened is None:
        return None, "this is not readable as YAML"
    last = next((number for number in range(min(here, len(source) - 1), 0, -1) if source[number].strip()), 0)
    # A list that is never closed is noticed only after it, so the lines before are looked at too.
    first = max(0, min(opened, last) - (_LOOK_BACK if "flow" in str(error.context) else 0))
    for line in [*range(last, max(first, last - _LINES_LOOKED_AT), -1), first]:
        sentence = _on_line(source[line][:_LINE_LOOKED_AT], error)
        if sentence:
            return line + 1, sentence
    return last + 1, _general(error, opened + 1)


def _on_line(source: str, error: yaml.MarkedYAMLError) -> str | None:
    """A sentence when the line itself shows which trap it is."""
    indent = source[: len(source) - len(source.lstrip())]
    if "\t" in indent:
        return "this line begins with a tab; indent with spaces only"
    word = re.search(r"(?:^|[\s\[,{])([@`%][^\s,\]}]*)", source)
    if word and "cannot start any token" in str(error.problem):
        return f"a text that begins with {word[1][0]} needs quotes; {_QUOTED.format(word[1])}"
    alias = re.search(r"(?:^|[\s\[,{])([*&!]\S*)", source)
    if alias and "alphabetic or numeric" in str(error.problem):
        return f"a text that begins with {alias[1][0]} needs quotes; {_QUOTED.format(alias[1])}"
    comment = _COMMENT_FOR_A_TAG.search(source)
    if comment and "flow" in str(error.context):
        return f"# begins a comment, so the list is never closed; {_QUOTED.format(comment[1])}"
    return None


def _general(error: yaml.MarkedYAMLError, context: int) -> str:
    problem = str(error.problem)
    for part, sentence in _SENTENCES:
        if part in problem:
            return sentence.format(context=context)
    return f"this is not readable as YAML ({problem}); check quotes, brackets and indentation near here"
