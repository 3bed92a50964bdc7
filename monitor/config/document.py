"""Reads a YAML file strictly: every value stays the text that was written, and every place keeps its line.

Only maps, lists and texts are known. `no`, `2017` and `2026-01-31` are texts here, so that the
declarations, not YAML, decide what is a date or a switch. Anchors, tags and repeated keys are
problems; depth, size and the number of values are bounded before they can cost time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from ..errors import ConfigError
from . import traps

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
MAX_VALUES = 5_000

type_of_loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Node = str | None | list["Node"] | dict[str, "Node"]
Place = tuple[str | int, ...]

_UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_DIRECTIVE = re.compile("^%", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in the file: where (a path of keys, a line from 1) and what, in a sentence."""

    place: Place
    line: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says: its top-level keys, the line of every place, and what is wrong so far."""

    name: str
    tree: dict[str, Node]
    lines: Mapping[Place, int]
    problems: tuple[Problem, ...]

    def line(self, place: Place) -> int | None:
        """The line of a place, or of the nearest thing around it that stands in the file."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place)


class _Stop(Exception):
    """Reading cannot go on; carries the one problem that matters."""

    def __init__(self, text: str, *, line: int | None = None) -> None:
        super().__init__(text)
        self.problem = Problem((), line, text)


def read(path: Path) -> Document:
    """The document in a file; raises ConfigError only when the file itself cannot be opened."""
    try:
        if path.exists() and not path.is_file():  # a pipe would keep us waiting for ever
            raise ConfigError(f"{path}: is no file; name the file with your configuration")
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ConfigError(f"{path}: cannot be read ({why}); check the path and its permissions") from error
    return parse(raw, name=path.name)


def parse(raw: bytes, *, name: str) -> Document:
    """The document in these bytes; what is wrong with it is in its `problems`."""
    try:
        text = _decoded(raw)
        builder = _Builder(traps.split_lines(text))
        _feed(builder, text)
    except _Stop as stop:
        return Document(name, {}, {}, (stop.problem,))
    return Document(name, builder.top(), builder.lines, tuple(builder.problems))


def _decoded(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise _Stop(f"the file is larger than {MAX_BYTES // 1024} KiB; is it really a configuration?")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _Stop("the file is saved as UTF-16; save it as UTF-8 in your editor")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _Stop("this line is not UTF-8 text; save the file as UTF-8 in your editor", line=line) from error
    unsafe = _UNSAFE.search(text)
    if unsafe:
        line = text.count("\n", 0, unsafe.start()) + 1
        raise _Stop(f"an invisible control character (U+{ord(unsafe[0]):04X}); delete it", line=line)
    directive = _DIRECTIVE.search(text)
    if directive:
        line = text.count("\n", 0, directive.start()) + 1
        raise _Stop("a line that begins with % is an order to YAML, which is not used here; delete it", line=line)
    return text


def _feed(builder: _Builder, text: str) -> None:
    try:
        for event in yaml.parse(text, Loader=type_of_loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        line, sentence = traps.syntax(error, builder.source)
        raise _Stop(sentence, line=line) from error
    except yaml.YAMLError as error:
        raise _Stop("this is not readable as YAML text; save the file as plain UTF-8") from error


@dataclass(slots=True)
class _Frame:
    """A map or list that is being filled; `key` is the map's key whose value is awaited."""

    place: Place
    container: list[Node] | dict[str, Node]
    key: str | None = None
    taken: bool = False


@dataclass(slots=True)
class _Builder:
    """Turns YAML events into a tree without recursion; `source` are the file's lines."""

    source: list[str]
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _frames: list[_Frame] = field(default_factory=list)
    _root: Node = None
    _values: int = 0
    _documents: int = 0

    def take(self, event: yaml.Event) -> None:
        """Add one event to the tree; raises _Stop at a bound."""
        if isinstance(event, yaml.DocumentStartEvent):
            self._begin_document(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._frames.pop()
        elif isinstance(event, yaml.NodeEvent):
            self._take_node(event)

    def top(self) -> dict[str, Node]:
        """The top-level keys; an empty map, with a problem, where the file holds none."""
        if isinstance(self._root, dict):
            return self._root
        text = "the file is empty" if self._root is None else "the file holds no keys"
        self.problems.append(Problem((), None, f"{text}; it needs at least: topics: {{my-topic: {{tags: [MyTag]}}}}"))
        return {}

    def _begin_document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _Stop("a second document begins with ---; keep one, and delete this line", line=_line(event))

    def _take_node(self, event: yaml.NodeEvent) -> None:
        self._values += 1
        if self._values > MAX_VALUES:
            raise _Stop(f"more than {MAX_VALUES:,} values; split the campaign into several files", line=_line(event))
        frame = self._frames[-1] if self._frames else None
        if frame and isinstance(frame.container, dict) and frame.key is None:
            self._take_key(frame, event)
            return
        place = self._next_place(frame, event)
        value = self._value(event, place)
        self._attach(frame, value)
        if isinstance(value, list | dict):
            self._open(value, place, event)

    def _take_key(self, frame: _Frame, event: yaml.NodeEvent) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            raise _Stop(
                "a key must be plain text; put a text that begins with [ { * & or ! in quotes", line=_line(event)
            )
        key = self._scalar(event, frame.place) or ""
        place = (*frame.place, key)
        frame.key, frame.taken = key, key in frame.container
        if frame.taken:
            first = self.lines.get(place)
            text = f"this key stands here a second time (first on line {first}); keep one of them"
            self.problems.append(Problem(place, _line(event), text))
            return
        self.lines[place] = _line(event)

    def _next_place(self, frame: _Frame | None, event: yaml.NodeEvent) -> Place:
        if frame is None:
            return ()
        if frame.key is not None:
            return (*frame.place, frame.key)
        place = (*frame.place, len(frame.container))
        self.lines.setdefault(place, _line(event))
        return place

    def _value(self, event: yaml.NodeEvent, place: Place) -> Node:
        refusal = traps.refused_node(event)
        if refusal:
            self.problems.append(Problem(place, _line(event), refusal))
        if isinstance(event, yaml.SequenceStartEvent):
            return []
        if isinstance(event, yaml.MappingStartEvent):
            return {}
        return self._scalar(event, place) if isinstance(event, yaml.ScalarEvent) else ""

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> str | None:
        value: str = event.value
        trouble = traps.scalar(value, plain=not event.style, source=self._around(event))
        if trouble:
            self.problems.append(Problem(place, _line(event), trouble))
        return None if not event.style and value in {"", "~"} else value

    def _around(self, event: yaml.Event) -> str:
        """The line from just before an event on, bounded, so that long lines cost nothing."""
        mark = event.start_mark
        if mark is None or mark.line >= len(self.source):
            return ""
        return self.source[mark.line][max(0, mark.column - 2) : mark.column + 100]

    def _attach(self, frame: _Frame | None, value: Node) -> None:
        if frame is None:
            self._root = value
        elif isinstance(frame.container, list):
            frame.container.append(value)
        elif frame.key is not None:
            if not frame.taken:
                frame.container[frame.key] = value
            frame.key = None

    def _open(self, value: list[Node] | dict[str, Node], place: Place, event: yaml.Event) -> None:
        if len(self._frames) >= MAX_DEPTH:
            raise _Stop(f"nested more than {MAX_DEPTH} levels deep; a campaign needs 4", line=_line(event))
        self._frames.append(_Frame(place, value))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
