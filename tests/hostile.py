"""Bad payloads: what a broken, hostile or changed platform may send, made from what a good one sends."""

import json
import random
import re
from collections.abc import Iterator, Sequence
from typing import Any

DEEP = 10_000
_NEST, _DIGITS = "@@nest@@", "@@digits@@"  # what `json.dumps` cannot write is put in afterwards
_HTML = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>"
_BOMB = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]><rss><channel>
<item><title>&d;</title></item></channel></rss>"""

NO_COUNTS: tuple[Any, ...] = (
    *(None, True, -1, 1.5, float("nan"), float("inf"), 10**30, "10", [], {}, "\ud800"),
)  # what may stand where a count should

WHOLE: tuple[bytes, ...] = (
    *(b"", b" ", b"null", b"true", b"0", b"-1", b'""', b"[]", b"{}", b"[[]]", b"[{}]", b"[null]", b'{"": ""}'),
    *(b"NaN", b"[NaN]", b"Infinity", b"-Infinity", b"1e999", b"[1e999]", b"9" * 5000, b"[" + b"9" * 5000 + b"]"),
    *(b"[" * DEEP, b"[" * DEEP + b"]" * DEEP, b'{"data":' * DEEP + b"1" + b"}" * DEEP, b"<a>" * DEEP),
    *(b"\xff\xfe", b"\x00" * 200, b"\xef\xbb\xbf[]", "[]".encode("utf-16"), b'["\\ud800"]', b'{"\\udfff": 1}'),
    *(_HTML, _BOMB, b"\x1f\x8b\x08\x00\x00\x00\x00\x00", b"%PDF-1.7", b"Please limit requests to one every 5 seconds"),
    *(b" " * 500_000, b'"' + b"a" * 500_000 + b'"', b"[" + b"{}," * 50_000 + b"{}]", b"[" + b"0," * 100_000 + b"0]"),
    *(b'{"error": "down"}', b'{"errors": [{"message": "x"}], "data": null}', b'{"data": {}, "meta": []}'),
)

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, -(10**9), 10**18, 10**30, 1.5, -0.0, 1e308, float("nan"), float("inf")),
    *(
        "",
        " ",
        "0",
        "-1",
        "46.5",
        "NaN",
        "1e9",
        "\x00",
        "a\x00b",
        "\ud800",
        "\udfff\ud800",
        "\u202egnp",
        "\u200b",
        "١٢",
    ),
    *("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00", "2026-13-45", "2026-11-20T12:00"),
    *(
        "0000-00-00",
        "-1000000",
        "99999999999999999999",
        "Thu, 31 Feb 2026 25:61:61 GMT",
        "20261120T120000Z",
        "00010101",
    ),
    *([], {}, [[]], [None], {"": None}, [{}] * 50, {"id": {"id": {}}}, "x" * 100_000, "é" * 5000, _NEST, _DIGITS),
    *("http://[::1", "https://\x00", "javascript:alert(1)", "//", "../../etc/passwd", "=cmd()", "<script>", "%00%ff"),
)

_FIGURES = re.compile(rb"\d+")
_STRANGE = (b"\x00", b"\xff", b"\xed\xa0\x80", b"&#0;", b"&x;", b"<![CDATA[", b"]]>", b"<!--", b'"', b"{", b"]", b"\\u")
_TIMES = (b"0001", b"9999", b"-1", b"99999999999999999999", b"1e999", b"NaN", b"", b"00", b"\xd9\xa1")
Path = tuple[Any, ...]


def fixed(samples: Sequence[bytes], count: int) -> list[bytes]:
    """So many bad payloads, the same each time: whole ones first, then every place of a sample with every bad value."""
    found = list(WHOLE)
    steps = [_everywhere(sample) for sample in samples]
    while steps and len(found) < count:
        for step in list(steps):
            one = next(step, None)
            if one is None:
                steps.remove(step)
            else:
                found.append(one)
    return (found + list(generated(samples, max(count - len(found), 0), seed=0)))[:count]


def generated(samples: Sequence[bytes], count: int, *, seed: int) -> Iterator[bytes]:
    """So many bad payloads by chance: the structure changed where it is JSON, the bytes where it is not, or both."""
    chance = random.Random(seed)
    for _ in range(count):
        sample = chance.choice(samples)
        if chance.random() < 0.05:
            sample = chance.choice(WHOLE[:-8])
        value = _loaded(sample)
        if value is not None and chance.random() < 0.7:
            sample = _dumped(_changed(value, chance))
        if value is None or chance.random() < 0.3:
            sample = _broken(sample, chance, list(samples))
        yield sample


def _everywhere(sample: bytes) -> Iterator[bytes]:
    """Every place left out, doubled, and replaced by every bad value; for what is no JSON, cut at every place."""
    value = _loaded(sample)
    if value is None:
        for end in range(0, len(sample), max(len(sample) // 200, 1)):
            yield sample[:end]
            yield from (sample[:end] + strange + sample[end:] for strange in _STRANGE)
        return
    for bad in (..., *VALUES):
        for path in list(_paths(value)):
            yield _dumped(_at(value, path, bad))


def _paths(value: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from _paths(one, (*path, key))


def _at(value: Any, path: Path, bad: Any) -> Any:
    """A copy of a value with the bad one at a path; with ... it is left out there."""
    if not path:
        return None if bad is ... else bad
    if isinstance(value, dict):
        changed = {key: _at(one, path[1:], bad) if key == path[0] else one for key, one in value.items()}
        return {key: one for key, one in changed.items() if not (len(path) == 1 and bad is ... and key == path[0])}
    changed_list = [_at(one, path[1:], bad) if place == path[0] else one for place, one in enumerate(value)]
    return changed_list if len(path) > 1 or bad is not ... else changed_list[: path[0]] + changed_list[path[0] + 1 :]


def _changed(value: Any, chance: random.Random) -> Any:
    for _ in range(chance.randint(1, 4)):
        path = chance.choice(list(_paths(value)))
        how = chance.random()
        if how < 0.6:
            value = _at(value, path, chance.choice(VALUES))
        elif how < 0.8:
            value = _at(value, path, ...)
        else:
            other = chance.choice(list(_paths(value)))
            value = _at(value, path, _found(value, other))
    return value


def _found(value: Any, path: Path) -> Any:
    for key in path:
        value = value[key]
    return [value, value]


def _broken(sample: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """The bytes cut, spliced with another's, or with something strange in them."""
    for _ in range(chance.randint(1, 3)):
        at, how = chance.randint(0, len(sample)), chance.randint(0, 5)
        if how == 0:
            sample = sample[:at]
        elif how == 1:
            sample = sample[:at] + chance.choice(_STRANGE) + sample[at:]
        elif how == 2:
            other = chance.choice(others)
            sample = sample[:at] + other[chance.randint(0, len(other)) :]
        elif how == 3 and sample:
            sample = sample[: at - 1] + bytes([chance.randint(0, 255)]) + sample[at:]
        elif how == 4:
            sample = sample[:at] + sample[at // 2 : at] * chance.randint(1, 3) + sample[at:]
        else:
            sample = _other_figure(sample, chance)
    return sample[:1_000_000]


def _other_figure(sample: bytes, chance: random.Random) -> bytes:
    places = list(_FIGURES.finditer(sample))
    if not places:
        return sample
    place = chance.choice(places)
    return sample[: place.start()] + chance.choice(_TIMES) + sample[place.end() :]


def _loaded(sample: bytes) -> Any:
    try:
        return json.loads(sample) if len(sample) < 20_000 else None
    except (ValueError, RecursionError):
        return None


def _dumped(value: Any) -> bytes:
    text = json.dumps(value).encode()
    nest = b"[" * DEEP + b"]" * DEEP
    return text.replace(f'"{_NEST}"'.encode(), nest).replace(f'"{_DIGITS}"'.encode(), b"9" * 5000)
