"""Who is kept out of a page: axe-core's rules, its language and the contrast of all text, in every form of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from importlib.resources import files
from itertools import product

from playwright.sync_api import Browser, Page

from bench.faults.figure import Figure, progress
from monitor.ui import palette
from tests.test_ui_palette import contrast as ratio_of

from . import contrast, looking, serving, story

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
SCHEMES: tuple[looking.Scheme, ...] = ("light", "dark")
WIDTHS = (320, 768, 1280)
MARKS = (palette.LINE, palette.GAP)
_RUN = """
([tags, others]) => axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'],
    elementRef: true }).then(result => result.violations.flatMap(rule => rule.nodes.map(node => ({
  rule: rule.id,
  html: node.html.slice(0, 160),
  other: others.findIndex(other => other.rule === rule.id && node.element?.closest(other.selector)),
}))))
"""
_PLANT = """
() => {
  const main = document.querySelector('[data-testid=stMainBlockContainer]');
  const pale = '<p style="color: #c8c8c8; background: #fff">planted pale text</p>';
  main.insertAdjacentHTML('beforeend', pale + '<button></button>');
}
"""


@dataclass(frozen=True, slots=True)
class Other:
    """What Streamlit itself gets wrong and a page cannot mend: a rule, where, and why it is not ours."""

    rule: str
    selector: str
    reason: str


OTHERS: tuple[Other, ...] = (
    Other("target-size", '[data-testid="stDateInput"]', "day, month and year of Streamlit's own field of a date"),
)


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that an element breaks; `other` is the place of the exception that covers it, -1 where it is ours."""

    rule: str
    html: str
    other: int


@dataclass
class Seen:
    """What was found in all views looked at."""

    views: int = 0
    texts: int = 0
    lowest: float = 21.0
    ours: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)
    pale: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)


def run(*, widths: Sequence[int] = WIDTHS, pages: Sequence[str] = serving.PAGES) -> list[Figure]:
    """Row 5: each page in each language, light and dark, at each width; and the proof that both measures see."""
    seen = Seen()
    with story.shown() as url, serving.chromium() as browser:
        with looking.opened(browser) as page:
            looking.visit(page, serving.address(url, ""), charts=1)
            planted = plant(page)
        labels = charts(browser, url)
        for name, language, scheme in product(pages, serving.LANGUAGES, SCHEMES):
            look(browser, (url, name, language, scheme), widths, seen)
    return [*figures(seen), planted, labels, marks()]


def look(browser: Browser, view: tuple[str, str, str, looking.Scheme], widths: Iterable[int], seen: Seen) -> None:
    """Open a page in a language and a scheme, and judge every view of it at every width."""
    url, name, language, scheme = view
    with looking.opened(browser, scheme=scheme) as page:
        looking.visit(page, serving.address(url, name, language))
        page.evaluate(source())
        for face, width in ((face, width) for face in looking.faces(page, name) for width in widths):
            page.set_viewport_size({"width": width, "height": 900})
            looking.unfold(page)
            look_at(page, (name + face, language, scheme, width), seen)


def look_at(page: Page, view: tuple[str, str, str, int], seen: Seen) -> None:
    """Judge a page as it is shown now, and add what is wrong to what was seen."""
    name, language, scheme, width = view
    where = f"{serving.name_of(name)} {language} {scheme} {width}"
    seen.views += 1
    for one in violations(page):
        (seen.ours if one.other < 0 else seen.others)[f"{one.rule}: {one.html}"] += 1
        if one.other < 0:
            progress(f"{where}: {one.rule}: {one.html}")
    texts, pale = contrast.pale(page)
    seen.texts += texts
    for text in pale:
        seen.pale[f"{text}"] += 1
        progress(f"{where}: {text}")
    if page.evaluate("document.documentElement.lang") != language:
        seen.languages[where] += 1


def source() -> str:
    """axe-core itself, as its package carries it."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[Violation]:
    """What axe finds on the page as it is shown now."""
    return [Violation(**one) for one in page.evaluate(_RUN, [list(TAGS), [asdict(one) for one in OTHERS]])]


def plant(page: Page) -> Figure:
    """Pale text and a button without a name, put there on purpose: both must be seen."""
    page.evaluate(source())
    page.evaluate(_PLANT)
    rules = {one.rule for one in violations(page) if one.html == "<button></button>"}
    texts = [one.text for one in contrast.pale(page)[1]]
    held = "button-name" in rules and "planted pale text" in texts
    said = f"axe sees {', '.join(sorted(rules)) or 'nothing'}; the contrast sees {', '.join(texts) or 'nothing'}"
    return Figure("a planted button without a name and planted pale text are both seen", held, said)


def charts(browser: Browser, url: str) -> Figure:
    """The words that are painted beside the charts of the first page, in either scheme."""
    found = []
    for scheme in SCHEMES:
        with looking.opened(browser, scheme=scheme, sharp=3) as page:
            looking.visit(page, serving.address(url, ""), charts=1)
            looking.settle(page)
            found += [(ratio_of(*pair), scheme, *pair) for pair in contrast.painted(page)]
    lowest = min(found, default=(0.0, "none", "", ""))
    said = f"lowest {lowest[0]:.2f} ({lowest[1]}, {lowest[3]} on {lowest[2]}) of {len(found)} charts"
    return Figure("words in charts have 4.5 : 1", lowest[0] >= 4.5, said)


def marks() -> Figure:
    """What is drawn in charts, on either ground."""
    grounds = (palette.LIGHT.ground, palette.DARK.ground)
    lowest = min(ratio_of(color, ground) for color in MARKS for ground in grounds)
    return Figure("what is drawn in charts has 3 : 1", lowest >= 3, f"lowest {lowest:.2f}")


def figures(seen: Seen) -> list[Figure]:
    """What was seen, as figures."""
    listed = "; ".join(f"{rule} × {count}" for rule, count in _by_rule(seen.others).items()) or "none"
    ours = "; ".join(f"{rule} × {count}" for rule, count in _by_rule(seen.ours).items()) or "0"
    return [
        Figure("axe-core, WCAG 2.2 AA, 0 in our content", not seen.ours, f"{ours} in {seen.views} views"),
        Figure("Streamlit's own, by rule", True, listed),
        Figure(
            "all text has 4.5 : 1 (large 3 : 1)", not seen.pale, f"{len(seen.pale)} too pale of {seen.texts:,} texts"
        ),
        Figure(
            "html[lang] is right", not seen.languages, f"{sum(seen.languages.values())} wrong of {seen.views} views"
        ),
    ]


def _by_rule(found: Counter[str]) -> Counter[str]:
    rules: Counter[str] = Counter()
    for line, count in found.items():
        rules[line.partition(":")[0]] += count
    return rules
