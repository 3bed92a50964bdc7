"""The reference of config.yaml as Markdown, made from the declarations that check it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time
from inspect import cleandoc

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from . import describe
from .declared import File

_HEAD = """\
# config.yaml

One file describes a campaign: what to follow and where. It is looked for as `--config PATH`, then as the
environment variable `MONITOR_CONFIG`, then as `config.yaml` in the current folder. It is read strictly: an
unknown or repeated key is an error, never ignored. Everything but `topics` has a default. The smallest whole file:

```yaml
topics: {my-topic: {tags: [MyTag]}}
```

Put a text that begins with `#`, `@`, `*`, `&`, `!`, `%` or a backtick in straight quotes: `"#MyTag"`, `"@office"`.
Keep passwords and keys out of this file; they belong in the environment.

This page is made by `monitor config`; change the declarations, not the page.
"""


def reference(*, sources: Mapping[str, type[BaseModel]]) -> str:
    """Every key of config.yaml with its meaning, what is allowed and its default, as Markdown."""
    parts = [_HEAD]
    for name, field in File.model_fields.items():
        parts.append(_part(name, field.description, _inner_rows(field, name) or [_row(name, field)]))
        if name == "sources":
            parts += [_source(source, sources[source]) for source in sorted(sources)]
    return "\n".join(parts)


def _source(name: str, settings: type[BaseModel]) -> str:
    # `__doc__` of its own only: a class without one inherits the manual of pydantic.
    return _part(f"sources.{name}", vars(settings).get("__doc__"), list(_rows(settings, f"sources.{name}.")), level=3)


def _part(title: str, text: str | None, rows: list[str], *, level: int = 2) -> str:
    lines = [f"{'#' * level} {title}", "", cleandoc(text or "It has no settings."), ""]
    if rows:
        lines += ["| key | meaning | allowed | default |", "|---|---|---|---|", *rows, ""]
    return "\n".join(lines)


def _rows(model: type[BaseModel], prefix: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield _row(prefix + name, field)
        yield from _inner_rows(field, prefix + name)


def _inner_rows(field: FieldInfo, key: str) -> list[str]:
    """The rows of the section inside a key: directly, in each entry of its list, or under names of its own."""
    declared = describe.of_field(field)
    own = describe.section(declared.annotation)
    if own:
        return list(_rows(own, f"{key}."))
    entry = describe.entries(declared.annotation)
    inner = describe.section(entry.annotation) if entry else None
    mark = ".NAME." if describe.is_map(declared.annotation) else "[]."
    return list(_rows(inner, key + mark)) if inner else []


def _row(key: str, field: FieldInfo) -> str:
    declared = describe.of_field(field)
    cells = (f"`{key}`", declared.meaning, declared.allowed, _default(field))
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "must be given"
    value: object = field.get_default(call_default_factory=True)
    return "" if value is None else f"`{_yaml(value)}`"


def _yaml(value: object) -> str:
    """A default as it would be written in the file."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple | set | frozenset):
        return "[" + ", ".join(_yaml(part) for part in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_yaml(part)}" for key, part in value.items()) + "}"
    if isinstance(value, BaseModel):
        return _yaml(value.model_dump())
    if isinstance(value, time):
        return f'"{value:%H:%M}"'
    return value.isoformat() if isinstance(value, date) else str(value)
