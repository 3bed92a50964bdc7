"""A thousand hostile texts, each with a number of its own by which it is found again on a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

ELSEWHERE = "elsewhere.invalid"
MARK = re.compile(r"HX\d{4}")
TRAP = "__hx"  # what a script of theirs would set on the window
_SHAPES: Sequence[str] = (
    "<script>window.{trap}=1</script>{mark}",
    "{mark}<img src=x onerror=window.{trap}=1>",
    "<svg onload=window.{trap}=1>{mark}</svg>",
    "{mark}<img src='http://{host}/{mark}.png'>",
    "![{mark}](http://{host}/{mark}.png)",
    "[![{mark}](https://{host}/a.png)](https://{host})",
    "![{mark}](//{host}/b.gif)",
    "[{mark}](javascript:window.{trap}=1)",
    "<javascript:window.{trap}=1>{mark}",
    "<a href=http://{host}/{mark} autofocus onfocus=window.{trap}=1>{mark}</a>",
    "http://{host}/{mark}",
    "<iframe srcdoc='<script>parent.{trap}=1</script>'></iframe>{mark}",
    "<style>@import url(http://{host}/{mark}.css)</style>{mark}",
    "<link rel=stylesheet href=http://{host}/{mark}.css>{mark}",
    "<meta http-equiv=refresh content='0;url=http://{host}/{mark}'>{mark}",
    "<base href=http://{host}/>{mark}",
    '"><img src=x onerror=window.{trap}=1>{mark}',
    "'-window.{trap}=1-'{mark}",
    "</style></script></textarea></title><script>window.{trap}=1</script>{mark}",
    "&lt;img src=x onerror=window.{trap}=1&gt;{mark}",
    "&#x3c;script&#x3e;window.{trap}=1&#x3c;/script&#x3e;{mark}",
    "<math><mtext><img src=x onerror=window.{trap}=1></mtext></math>{mark}",
    "$\\href{{javascript:window.{trap}=1}}{{{mark}}}$",
    "$$\\includegraphics{{http://{host}/{mark}.png}}$$",
    ":material/home: :red[{mark}] :streamlit: :red-badge[{mark}]",
    "# {mark}\n\n| a | b |\n|---|---|\n| ![x](http://{host}/{mark}) | 1 |",
    "`{mark}` **{mark}** ~~{mark}~~ <b>{mark}</b>",
    "> {mark}\n```js\nwindow.{trap}=1\n```",
    "[{mark}]: http://{host}/{mark}\n[{mark}]",
    "\u202e{mark} gnp.exe\u202c",
    "\u2067{mark}\u2066 עברית عربي",
    "\u200b{mark}\u200b\u2060\ufeff\u200d",
    "{mark}" + "\u0301" * 60,
    "\x00\x1b[31m{mark}\x07\r\n\tX",
    '=HYPERLINK("http://{host}/{mark}","{mark}")',
    "+cmd|' /C calc'!A0 {mark}",
    "@SUM(1+1)*{mark}",
    "-2+3+cmd {mark}",
    "{{a|{mark}}}{{b|![x](http://{host})}} {{name}} {{0}} %s {{value}}",
    "{{{{constructor.constructor('window.{trap}=1')()}}}}{mark}",
    "${{window.{trap}=1}}{mark}",
    "{mark}-" + "W" * 110,
    "{mark} " + "слово " * 20,
    "{mark}" + "<img src=x onerror=window.{trap}=1>" * 290,  # 10 kB
    "{mark} " + "A" * 10_000,
    "data:text/html,<script>parent.{trap}=1</script>{mark}",
    "image://http://{host}/{mark}.png path://M0,0",
    "{mark}' OR 1=1; DROP TABLE push; --",
    "../../../../etc/passwd {mark}",
    "👩🏽‍🚒🏳️‍⚧️{mark}\u0e31\u0e34\u0e47" + "\u0e4d" * 30,
)


def hostile(count: int = 1000) -> list[str]:
    """So many texts, the same each time.

    >>> [MARK.findall(text)[:1] for text in hostile(2)]
    [['HX0000'], ['HX0001']]
    """
    return [_filled(number) for number in range(count)]


def _filled(number: int) -> str:
    return _SHAPES[number % len(_SHAPES)].format(mark=f"HX{number:04d}", host=ELSEWHERE, trap=TRAP)
