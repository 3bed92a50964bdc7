"""The static half of S1: what of the pages' code makes markup, and whether anything but our own words gets into it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from monitor import ui

# Whatever reads Markdown or HTML of its own accord, or guesses what it is given, is not used at all.
FORBIDDEN = frozenset(
    ("markdown", "write", "write_stream", "latex", "table", "dataframe", "data_editor", "json", "iframe", "help", "pdf")
)
_ESCAPING = frozenset(("escape", "_cell", "len"))
_NUMBERS = frozenset(("day", "month", "year"))
_MARKUP = re.compile(r"<[a-z/!]")
_PARTS: Mapping[type[ast.expr], tuple[str, ...]] = {
    **dict.fromkeys((ast.FormattedValue, ast.Subscript, ast.Starred), ("value",)),
    **dict.fromkeys((ast.JoinedStr, ast.BoolOp), ("values",)),
    **dict.fromkeys((ast.GeneratorExp, ast.ListComp), ("elt",)),
    **dict.fromkeys((ast.List, ast.Tuple), ("elts",)),
    ast.IfExp: ("body", "orelse"),
    ast.BinOp: ("left", "right"),
}
_Bound = Mapping[str, list[ast.expr]]
_CODE = (*sorted(Path(ui.__file__).parent.glob("*.py")), Path(ui.__file__).parents[2] / "dashboard.py")


@dataclass
class Read:
    """What was found in the code: pieces of markup, those into which something unescaped gets, and forbidden calls."""

    pieces: int = 0
    texts: int = 0
    wrong: list[str] = field(default_factory=list)


def read(code: Mapping[str, str] | None = None) -> Read:
    """What the pages' code says, or this code by the names of its files."""
    found = Read()
    for name, text in (code or {path.name: path.read_text(encoding="utf-8") for path in _CODE}).items():
        tree = ast.parse(text)
        everywhere = _bindings(tree)
        for part in tree.body:
            bound = {**everywhere, **(_bindings(part) if isinstance(part, ast.FunctionDef) else {})}
            for node in ast.walk(part):
                _look(node, bound, found, name)
    return found


def _look(node: ast.AST, bound: _Bound, found: Read, name: str) -> None:
    if isinstance(node, ast.keyword) and node.arg == "unsafe_allow_html":
        found.wrong.append(f"{name}:{node.value.lineno} allows unsafe HTML")
    elif isinstance(node, ast.JoinedStr) and _MARKUP.search("".join(_literals(node))):
        found.pieces += 1
        if not _clean(node, bound, frozenset()):
            found.wrong.append(f"{name}:{node.lineno} puts something unescaped into markup")
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_streamlit(node.func.value):
        found.texts += node.func.attr == "text"
        if node.func.attr in FORBIDDEN:
            found.wrong.append(f"{name}:{node.lineno} uses st.{node.func.attr}")
        if node.func.attr == "html" and not all(_is_made(one, bound) for one in node.args):
            found.wrong.append(f"{name}:{node.lineno} gives st.html what nobody made")


def _is_made(node: ast.expr, bound: _Bound) -> bool:
    """Whether something is a piece of markup of our own: a constant, or what a function has put together."""
    if isinstance(node, ast.Name) and not node.id.isupper():
        return any(isinstance(one, ast.Call) for one in bound.get(node.id, []))
    return isinstance(node, ast.Name | ast.Call | ast.Constant)


def _is_streamlit(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "st"


def _literals(node: ast.JoinedStr) -> Iterator[str]:
    yield from (str(part.value) for part in node.values if isinstance(part, ast.Constant))


def _bindings(tree: ast.AST) -> _Bound:
    """Every name with all that it is ever bound to, parameters of functions excepted: these are bound to nothing."""
    names: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                _bind(names, target, node.value)
        elif isinstance(node, ast.comprehension):
            _bind(names, node.target, node.iter)
        elif isinstance(node, ast.FunctionDef):
            returned = [one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value]
            names.setdefault(f"{node.name}()", []).extend(returned)
    return names


def _bind(names: dict[str, list[ast.expr]], target: ast.expr, value: ast.expr) -> None:
    if isinstance(target, ast.Name):
        names.setdefault(target.id, []).append(value)
    elif isinstance(target, ast.Tuple):
        given = value.args if isinstance(value, ast.Call) and ast.unparse(value.func) == "zip" else []
        apart = len(given) == len(target.elts)
        for number, one in enumerate(target.elts):
            _bind(names, one, given[number] if apart else value)


def _clean(node: ast.expr, bound: _Bound, seen: frozenset[str]) -> bool:
    """Whether an expression holds nothing but our own markup and what was escaped; `seen` are names looked at."""
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.Name):
        return node.id.isupper() or _all_clean(node.id, bound, seen)
    if isinstance(node, ast.Attribute):
        return node.attr in _NUMBERS
    if isinstance(node, ast.Call):
        return _clean_call(node, bound, seen)
    return all(_clean(one, bound, seen) for one in _inside(node))


def _clean_call(node: ast.Call, bound: _Bound, seen: frozenset[str]) -> bool:
    if isinstance(node.func, ast.Attribute) and node.func.attr == "join":
        return all(_clean(one, bound, seen) for one in (node.func.value, *node.args))
    if not isinstance(node.func, ast.Name):
        return False
    return node.func.id in _ESCAPING or _all_clean(f"{node.func.id}()", bound, seen)


def _all_clean(name: str, bound: _Bound, seen: frozenset[str]) -> bool:
    """Whether all that a name was ever bound to, or a function ever gives, is clean; a circle adds nothing."""
    known = bound.get(name, [])
    return name in seen or (bool(known) and all(_clean(one, bound, seen | {name}) for one in known))


def _inside(node: ast.expr) -> Iterator[ast.expr]:
    """The expressions that the value of another one is made of; nothing good is known of one of another kind."""
    for part in _PARTS.get(type(node), ()):
        inner = getattr(node, part)
        yield from inner if isinstance(inner, list) else [inner]
    if type(node) not in _PARTS:
        yield ast.Name(id="unknown")
