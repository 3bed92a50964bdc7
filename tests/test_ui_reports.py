"""The page Reports as Streamlit runs it, on values and on a real store: its letter, its choices, and its files."""

import csv
import io
import time
from dataclasses import replace
from datetime import UTC, datetime
from datetime import time as clock

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from monitor import config, desk, sources
from monitor.alerts.writing import Part, written
from monitor.counting import Options
from monitor.desk import reports
from monitor.errors import ConfigError
from monitor.model import DAY, HOUR, Coverage, Page, Post, Push, PushState, State, Status
from monitor.record import Counter, Stream, record_page
from monitor.shown.frame import Frame
from monitor.shown.reports import Numbers, Picture, Public, ReportsPage
from monitor.store import Store
from tests.ui_views import topic_view

AT = datetime(2024, 5, 13, tzinfo=UTC)
ALIASES = {"harbour": "Harbour", "camps": "Lights"}
HOSTILE = ["<script>alert(1)</script>", "![x](http://evil.example/p.png)", ":red[x] $\\alpha$", "a\u202etxt.exe", "# h"]


def _script(arguments):
    from monitor.ui import reports  # noqa: PLC0415 - Streamlit runs this function's text on its own
    from monitor.ui.viewer import Viewer  # noqa: PLC0415

    reports.render(arguments["page"], Viewer(arguments["language"], "Asia/Tokyo"))


def letter_of(words: str):
    """A letter that says this."""
    return written(f"Lantern: {words}", [Part("Harbour: Steady", (words,))], language="en")


def picture_of(width: int = 3) -> bytes:
    """A very small PNG."""
    made = io.BytesIO()
    Image.new("L", (width, 3)).save(made, format="png")
    return made.getvalue()


def page_of(made=None, *, drawn=None, known=None, words="Posts this week: 310.", digest=None) -> ReportsPage:
    """The page's value; what is asked to be made is noted in `made`."""
    noted = made if made is not None else []
    lines = {"harbour": "Harbour"} if drawn is None else drawn
    aliases = lines if known is None else known

    def note(answer):
        return lambda asked: (noted.append(asked), answer)[1]

    return ReportsPage(
        frame=Frame("Lantern", aliases, AT, AT),
        drawn=lines,
        known=aliases,
        stems={"": "Lantern-2024-05-13", **{key: f"T{number}-2024-05-13" for number, key in enumerate(aliases)}},
        timezone="Europe/Berlin",
        digest=digest,
        letter=lambda language: letter_of(words if language == "en" else f"{words} ru"),
        picture=note(picture_of()),
        words=lambda asked: (f"Lantern · {aliases[asked.topic]}", "Steady.", words),
        public=note(b"page"),
        numbers=note(b"time\n"),
    )


def shown(page: ReportsPage, *, language: str = "en"):
    """The page, run."""
    run = AppTest.from_function(_script, args=({"page": page, "language": language},), default_timeout=20).run()
    assert not run.exception
    return run


def texts(page):
    """Everything the page says through st.text."""
    return [element.value for element in page.text]


def labels(page):
    """What its download buttons say."""
    return [one.proto.label for one in page.get("download_button")]


def test_the_letter_of_the_week_is_shown_as_it_would_be_sent():
    """Subject and every line of the letter in the viewer's language, and that nobody is sent it."""
    said = texts(shown(page_of()))
    assert "Subject: Lantern: Posts this week: 310." in said
    assert "Harbour: Steady\nPosts this week: 310." in said
    assert any(text.startswith("Nobody is sent this letter") for text in said)
    assert "Тема письма: Lantern: Posts this week: 310. ru" in texts(shown(page_of(), language="ru"))


def test_when_the_letter_goes_out_is_told():
    """With channels and a day for it, the page says when."""
    said = texts(shown(page_of(digest=(0, clock(9)))))
    assert any("once a week: Mon, 09:00" in text for text in said)


def test_looking_makes_no_file():
    """A page that is opened and refreshed draws and writes nothing."""
    made: list[object] = []
    page = shown(page_of(made, known=ALIASES))
    page.run()
    assert made == []
    assert labels(page) == [
        "Save the letter as text",
        "Save as a picture (PNG)",
        "Save for print (PDF)",
        "Save the numbers (CSV)",
    ]


def test_the_picture_is_drawn_here_when_that_is_wanted():
    """With the switch on it is drawn once a run, as chosen, with its words under it."""
    made: list[object] = []
    page = shown(page_of(made, drawn=ALIASES))
    page.selectbox(key="reports-picture-topic").set_value("camps")
    page.toggle(key="reports-look").set_value(True).run()
    assert not page.exception
    assert made == [Picture("camps", "en")]
    assert {"Lantern · Lights", "Steady."} <= set(texts(page))
    assert len(page.get("image")) == 1


def test_a_page_for_the_public_begins_with_a_choice():
    """Nothing is on it that was not chosen, and what it leaves out is said before it can be saved."""
    page = shown(page_of(known=ALIASES))
    said = " ".join(texts(page))
    for left_out in ("hashtags and other terms", "who sees to a push", "drafts", "the warnings you were sent"):
        assert left_out in said
    assert "Save the page (HTML)" not in labels(page)
    assert "Choose at least one topic" in said
    page.multiselect(key="reports-public-topics").set_value(["camps"]).run()
    assert "Save the page (HTML)" in labels(page)


def test_without_numbers_the_page_says_so():
    """Before the first number there is no letter, no form and no file."""
    for language, told in (("en", "Nothing has been counted yet"), ("ru", "Пока ничего не подсчитано")):
        page = shown(page_of(drawn={}), language=language)
        assert any(text.startswith(told) for text in texts(page))
        assert not labels(page)


def test_topics_counted_by_the_day_have_no_picture():
    """Where no topic has hours the page says why there is no picture, and offers the rest."""
    page = shown(page_of(drawn={}, known=ALIASES))
    assert any("nothing" not in text and "no line to draw" in text for text in texts(page))
    assert "Save the numbers (CSV)" in labels(page)
    assert "Save as a picture (PNG)" not in labels(page)


def test_the_page_speaks_russian():
    """Headings, labels and buttons are in the viewer's language, and files are in it until another is chosen."""
    page = shown(page_of(), language="ru")
    assert [one.value for one in page.header] == [
        "Неделя в письме",
        "Вывод на картинке",
        "Страница для всех",
        "Числа в таблице",
    ]
    assert "Сохранить картинку (PNG)" in labels(page)
    made: list[object] = []
    page = shown(page_of(made), language="ru")
    page.toggle(key="reports-look").set_value(True).run()
    assert made == [Picture("harbour", "ru")]


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_text_is_plain_text(bad):
    """Markup in an alias or a letter is read as letters: no label, heading or Markdown holds it."""
    page = shown(page_of(drawn={"harbour": bad}, words=bad))
    page.toggle(key="reports-look").set_value(True).run()
    plain = bad.replace("\u202e", "")
    assert sum(plain in text for text in texts(page)) >= 3
    assert not any("\u202e" in text for text in texts(page))
    assert not any("\u202e" in option for option in page.selectbox(key="reports-picture-topic").options)
    for element in (*page.markdown, *page.header, *page.caption):
        assert plain not in element.value
    for element in (*page.selectbox, *page.multiselect, *page.toggle, *page.checkbox):
        assert plain not in element.label
    assert not [label for label in labels(page) if plain in label]


CONFIG = """
campaign:
  name: The real name of the campaign
  alias: Lantern
  timezone: Europe/Berlin
topics:
  harbour-key:
    alias: "=Harbour"
    tags: [CloseTheHarbour]
  quiet-key:
    alias: Quiet
    tags: [NobodyWritesThis]
sources:
  simulation: {}
store: sqlite:///monitor.db
"""


@pytest.fixture
def at_desk(tmp_path):
    """The desk of a campaign with twelve days of forty posts a day, as of their end."""
    path = tmp_path / "config.yaml"
    path.write_text(CONFIG, encoding="utf-8")
    chosen = config.load(path, sources=sources.settings())
    store = Store.open(chosen.store)
    step = 12 * DAY / 480
    posts = tuple(Post(str(n), f"a{n % 60}", AT - 12 * DAY + n * step, "#CloseTheHarbour") for n in range(480))
    page = Page(posts, "1", coverage=(Coverage(AT - 12 * DAY, AT, Status.COMPLETE),))
    counter = Counter.of(chosen.topics, Options(language=False, tone=False))
    record_page(store, page, stream=Stream("simulation"), counter=counter, now=AT)
    with store.recording(now=AT) as recording:
        recording.end_round()
    yield desk.Desk(desk.look(store, chosen), store, chosen, may_edit=False)
    store.close()
    desk.forget()


def test_the_desk_hands_over_the_campaign_by_its_aliases(at_desk):
    """Topics, zone and names of files are the campaign's own, and the demo's letter goes to nobody."""
    page = reports.page(at_desk)
    assert dict(page.known) == {"harbour-key": "=Harbour", "quiet-key": "Quiet"}
    assert page.timezone == "Europe/Berlin"
    assert page.stems["harbour-key"] == "Harbour-2024-05-13"
    assert page.stems[""] == "Lantern-2024-05-13"
    assert page.digest is None


def test_the_letter_is_that_of_the_week(at_desk):
    """It is the digest of the store as it stands, in either language, and is written once."""
    page = reports.page(at_desk)
    assert page.letter("en").subject == "Lantern: the week to 13 May"
    assert "Posts this week (Simulation): 280" in page.letter("en").text
    assert "Посты за неделю (Симуляция): 280" in page.letter("ru").text
    assert page.letter("en") is page.letter("en")


def test_the_letter_tells_what_the_other_pages_judged(at_desk):
    """It judges nothing anew: what the pages show of a topic stands in it."""
    seen = replace(at_desk.seen, views=(topic_view(State.FADING, key="harbour-key", alias="=Harbour"),))
    letter = reports.page(replace(at_desk, seen=seen)).letter("en")
    assert "=Harbour: Fading: attention fell to 8% of its peak" in letter.text


def test_an_archive_called_after_another_topics_term_is_called_an_archive(at_desk):
    """The terms of all topics stay out of the files, also where a source is called after one."""
    view = topic_view(State.FADING, key="harbour-key", alias="=Harbour", source="archive:NobodyWritesThis")
    page = reports.page(replace(at_desk, seen=replace(at_desk.seen, views=(view,))))
    words = " ".join(page.words(Picture("harbour-key", "en")))
    assert "counted by the hour in one source" in words
    assert "NobodyWritesThis" not in words


def test_files_are_made_after_the_page_is_gone(at_desk):
    """A button is pressed when the page's store has long been closed: picture, page and numbers come all the same."""
    page = reports.page(at_desk)
    at_desk.store.close()
    assert page.picture(Picture("harbour-key", "ru")).startswith(b"\x89PNG")
    assert page.picture(Picture("harbour-key", "en", 7, "wide", "pdf")).startswith(b"%PDF")
    public = page.public(Public(("harbour-key",), ("en", "ru"))).decode()
    assert "=Harbour" in public
    assert "Quiet" not in public
    assert page.numbers(Numbers())


def test_numbers_go_by_alias_and_run_nowhere(at_desk):
    """Rows as exported, topics by their alias made harmless, no key and no term, and only the days that were asked."""
    page = reports.page(at_desk)
    data = page.numbers(Numbers())
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert data.startswith(b"\xef\xbb\xbf")
    assert {row["topic"] for row in rows} == {"'=Harbour", "Quiet"}
    assert sum(float(row["value"]) for row in rows if row["measure"] == "posts" and row["value"]) == 480
    for secret in (b"harbour-key", b"CloseTheHarbour", b"real name"):
        assert secret not in data
    week = list(csv.DictReader(io.StringIO(page.numbers(Numbers("quiet-key", 7)).decode("utf-8-sig"))))
    assert {row["topic"] for row in week} == {"Quiet"}
    assert min(row["time"] for row in week) == "2024-05-06T00:00:00Z"


def test_a_topic_that_is_gone_is_no_riddle(at_desk):
    """Between looking and pressing a topic may have been taken out: the way out is told."""
    with pytest.raises(ConfigError, match="choose another"):
        reports.page(at_desk).picture(Picture("gone", "en"))


def test_plans_owners_and_terms_are_in_no_file(at_desk):
    """What staff planned stays in the store: only that a push went out is on the picture, and on request in public."""
    pushes = [("Amina", PushState.DONE, AT - 3 * DAY), ("Oksana", PushState.PLANNED, None)]
    seen = replace(at_desk.seen, pushes=tuple(push_of(*one) for one in pushes))
    page = reports.page(replace(at_desk, seen=seen))
    words = " ".join(page.words(Picture("harbour-key", "en")))
    asked = [Public(("harbour-key",), ("en",), pushes=marked) for marked in (False, True)]
    quiet, marked = (page.public(one).decode() for one in asked)
    assert "Pushes that went out: Fri 10 May, 02:00." in words
    assert ("Pushes that went out" in quiet, "Pushes that went out" in marked) == (False, True)
    for secret in ("Amina", "Oksana", "bridge", "CloseTheHarbour", "real name", "harbour-key"):
        assert secret not in words + quiet + marked


def push_of(owner, state, out):
    """A push with all that must not leave."""
    return Push(
        ("harbour-key",), AT - HOUR, AT, state, owner=owner, draft="Come to the bridge.", went_out_at=out, number=1
    )


def test_a_rerun_costs_little(at_desk):
    """With the letter kept, the page's own code needs less than 20 ms, of which nothing is drawing."""
    page = reports.page(at_desk)
    page.letter("en")
    began = time.process_time()
    for _ in range(10):
        reports.page(at_desk).letter("en")
    assert (time.process_time() - began) / 10 < 0.02
