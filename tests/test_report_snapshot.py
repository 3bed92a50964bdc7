"""The page for the public: one file that asks for nothing, says what it must, and holds nothing it should not."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from monitor.model import DAY, Daily, Push, PushState, State
from monitor.report.finding import Paper
from monitor.report.ink import DARK, LIGHT, contrast
from monitor.report.naming import stem
from monitor.report.snapshot import edition, snapshot
from monitor.report.svg import ceiling
from tests.test_dashboard_browser import CHROMIUM
from tests.ui_views import AT, CAMPAIGN, SECRET, topic_view

OUT = Push(("harbour",), AT - 4 * DAY, AT, PushState.DONE, owner="Amina", went_out_at=AT - 4 * DAY, number=1)
PLAN = Push(("harbour",), AT - 2 * DAY, AT + DAY, owner="Oksana", draft="Come to the bridge.", number=2)
HOSTILE = [
    "<script>alert(1)</script>",
    "![x](http://evil.example/p.png)",
    "a\u202etxt.exe",
    '"><img src=//evil.example>',
]
browsing = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `apt-get install chromium`")


def made(*states: State, languages=("en",), alias="Harbour", pushes=(), invented=False, rest=(), days=30) -> str:
    """The page with a topic in each of these states."""
    views = [topic_view(state, alias=alias) for state in states]
    papers = (Paper(CAMPAIGN.alias, one, CAMPAIGN.timezone, days, invented) for one in languages)
    return snapshot([edition(paper, views, rest, pushes=pushes) for paper in papers])


class Words(HTMLParser):
    """The words of a page, without its style, and all of its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag and what it carries."""
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        """Note what is read, which a style is not."""
        if self.tags[-1:] != ["style"]:
            self.said.append(data)

    @property
    def text(self) -> str:
        """All that is read."""
        return " ".join(" ".join(self.said).split())


def test_it_asks_for_nothing():
    """No script, no address, no form, no frame; its own policy forbids what a mistake might bring in."""
    page = made(*State, languages=("en", "ru"), pushes=[OUT])
    words = Words(page)
    assert not {"script", "iframe", "img", "form", "object", "embed", "base", "audio", "video"} & set(words.tags)
    assert {value for name, value in words.attributes if name in {"src", "href"}} == {"data:,", "#en", "#ru"}
    assert not [name for name, _ in words.attributes if name.startswith("on")]
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'; img-src data:") in words.attributes
    assert "://" not in page
    assert all(target.startswith("#") for target in re.findall(r"url\((.*?)\)", page))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            (
                "Lantern: attention",
                "counts of public posts and nothing about any person",
                "Harbour Fading: attention fell to 8% of its peak",
                "Attention is falling and is expected to stay down",
                "As of 14 May 2024 (Europe/Berlin)",
                "Very sure (86%)",
                "97% of the last 7 days",
                "Not observed: Sat 4 May, 15:00 to Sun 5 May, 09:00: missing.",
                "How it was measured: posts counted by the hour in one source (Simulation)",
                "it begins at 36, is highest at 4,300 on 11 May and ends at 340. 1 stretch was not observed.",
            ),
        ),
        (
            "ru",
            (
                "Lantern: внимание",
                "ничего ни об одном человеке",
                "Harbour Угасает: от пика внимания осталось 8%",
                "Очень высокая уверенность (86%)",
                "Не наблюдалось: с 4 мая (сб), 15:00 до 5 мая (вс), 09:00",
                "Как это измерено: подсчёт постов по часам в одном источнике (Симуляция)",
            ),
        ),
    ],
)
def test_it_says_where_a_topic_stands_how_sure_and_how_it_was_measured(language, told):
    """State in words and what it means, certainty, completeness, gaps, method, the line in words, day and zone."""
    text = Words(made(State.FADING, languages=(language,))).text
    assert not [one for one in told if one not in text]
    assert f'<html lang="{language}">' in made(State.FADING, languages=(language,))


@pytest.mark.parametrize("state", tuple(State))
def test_it_leaves_out_what_is_not_for_the_public(state):
    """No term, real name, owner, draft, plan or platform's answer; a push that went out only where that is chosen."""
    quiet, marked = made(state), made(state, pushes=[OUT, PLAN])
    for word in (SECRET, CAMPAIGN.name, "Amina", "Oksana", "bridge", "refused the key", "network was down"):
        assert word.casefold() not in marked.casefold()
    assert quiet.count('class="push"') == 0
    assert "Pushes that went out" not in quiet
    assert len(re.findall('<path class="push"', marked)) == 1


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_aliases_are_letters(bad):
    """Markup in an alias is read as it is written, everywhere it stands, and nothing reorders text."""
    page = made(State.STEADY, alias=bad)
    assert "<script" not in page
    assert "<img" not in page
    assert "\u202e" not in page
    assert bad.replace("\u202e", "") in unescape(page)
    assert {value for name, value in Words(page).attributes if name in {"src", "href"}} == {"data:,"}


def cells(page: str) -> list[list[str]]:
    """The rows of the first table."""
    body = re.findall(r"<tbody>(.*?)</tbody>", page)[0]
    return [
        [unescape(cell) for cell in re.findall(r"<t[hd].*?>(.*?)</t[hd]>", row)] for row in body.split("</tr>")[:-1]
    ]


def test_the_table_tells_the_days_of_the_line():
    """Thirty days and the hours around them, newest first, with the sum of each, and what is not known is not zero."""
    view = topic_view(State.FADING)
    rows = cells(made(State.FADING))
    assert len(rows) == 31
    assert rows[0][0] == "14 May"
    assert rows[0][3:] == ["25–60", "15 of 15"]
    hours = view.leading.series.values[-15:]
    assert rows[0][1] == f"{hours.sum():,.0f}"
    assert rows[10][0::4] == ["4 May", "15 of 24"]
    assert rows[10][2] == "not known"


def test_a_gap_breaks_the_line_and_is_hatched():
    """The line has a piece before and one after the gap, and a hatched stretch where nothing was seen."""
    page = made(State.FADING)
    assert len(re.findall('<path class="level"', page)) == 2
    assert page.count('fill="url(#en0-hatch)"') == 1


def test_two_languages_are_two_parts_of_one_file():
    """Each part names its language, each can be reached from the top, and one language needs no way to another."""
    both, one = made(State.STEADY, languages=("ru", "en")), made(State.STEADY)
    assert '<html lang="ru">' in both
    assert [both.count(f'<section lang="{code}" id="{code}">') for code in ("en", "ru")] == [1, 1]
    assert both.count("<nav>") == 1
    assert "<nav>" not in one
    names = re.findall(r'\bid="(.*?)"', both)
    assert len(names) == len(set(names))


def test_a_topic_counted_by_the_day_is_told_in_words():
    """Where there are no hours there is no line, and the topic is not left out."""
    topic = replace(topic_view(State.STEADY).topic, key="paper", alias="Paper")
    daily = Daily("wikipedia:en", "views", AT - DAY, 120.0, 100.0, 80.0, 130.0)
    page = made(rest=[(topic, (daily,))])
    assert "<h2>Paper</h2>" in page
    assert "Wikipedia" in Words(page).text
    assert "<svg" not in page


def test_an_invented_campaign_says_so_first():
    """The demo's page cannot be taken for news."""
    said = "Invented campaign: every post, person and number here is made up."
    assert said in Words(made(State.STEADY, invented=True)).text
    assert said not in Words(made(State.STEADY)).text


@pytest.mark.parametrize("inks", [LIGHT, DARK], ids=["light", "dark"])
def test_light_and_dark_can_be_read(inks):
    """Text keeps 4.5 : 1 on its ground, edges and gaps 3 : 1, and areas stay apart from each other."""
    assert min(contrast(inks[one], inks["ground"]) for one in ("ink", "soft")) >= 4.5
    assert min(contrast(inks[one], inks["ground"]) for one in ("edge", "gap")) >= 3
    assert all(contrast(inks[one], inks[two]) >= 1.4 for one, two in pairwise(("ground", "band", "gap", "ink")))
    assert contrast(inks["ink"], inks["gap"]) >= 4


def test_the_scale_ends_at_a_round_number():
    """A line is never cut, and never in the lower half of its picture where it need not be."""
    for top in (0.2, 1, 7, 38.2, 99, 100, 4312, 123456):
        assert max(top, 1) <= ceiling(top) <= 2 * max(top, 1)


@pytest.mark.parametrize("bad", [*HOSTILE, "../../etc/passwd", "CON", "", "...", "a/b\\c:d*e?f", "x" * 500])
def test_a_file_is_called_by_letters_and_a_day(bad):
    """No alias leads out of a folder, hides an ending, or is too long for a disk."""
    name = stem(bad, AT, "Europe/Berlin")
    assert re.fullmatch(r"[\w-]{1,60}-2024-05-14", name)
    assert not name.startswith("-")


def overheard(page: Page) -> tuple[list[str], list[str]]:
    """What a page will ask for, and what it will complain of."""
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return asked, said


@browsing
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_browser_opens_it_without_a_request_or_an_error(scheme, browser: Browser, tmp_path: Path):
    """On a phone and on a desk: nothing is asked for, nothing complains, nothing is wider than the window."""
    path = tmp_path / "page.html"
    path.write_text(made(*State, languages=("en", "ru"), alias="Harbour" * 30, pushes=[OUT]), encoding="utf-8")
    for width in (320, 1280):
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        asked, said = overheard(page)
        page.goto(path.as_uri())
        assert (asked, said) == ([path.as_uri()], [])
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate("document.querySelector('svg').getBoundingClientRect().height > 100")
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(20, 23, 26)")
        page.close()


@browsing
def test_on_paper_it_is_black_on_white(browser: Browser, tmp_path: Path):
    """Whoever prints it from a dark screen gets a light page, with its table and without the links."""
    path = tmp_path / "page.html"
    path.write_text(made(State.FADING, languages=("en", "ru")), encoding="utf-8")
    page = browser.new_page(viewport={"width": 794, "height": 1123}, color_scheme="dark")
    page.goto(path.as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("table").first.is_visible()
    assert not page.locator("nav").is_visible()
    page.close()
