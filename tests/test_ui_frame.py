"""What every page begins with: its language, its banner, what it notes, a calm sentence where something is wrong."""

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from monitor.desk.seen import RECORDED
from monitor.model import DAY
from monitor.shown.frame import Frame
from monitor.sources.simulation import STORY_START, story_so_far
from monitor.sources.simulation.story import milestones
from monitor.ui import frame
from monitor.ui.viewer import Viewer
from monitor.words import LANGUAGES, say
from monitor.words.frame import note_in
from tests.russian import latin
from tests.ui_views import AT

SHOWN = Frame("Lantern", {"harbour": "Harbour"}, AT, AT)
HERE = Viewer("en", "Europe/Berlin")


def _begin(shown, name, viewer):
    from monitor.ui import frame  # noqa: PLC0415 - Streamlit runs this function's text on its own

    frame.begin(shown, name, viewer)


def begun(shown, viewer=HERE, name="today"):
    """A page that has begun."""
    app = AppTest.from_function(_begin, args=(shown, name, viewer), default_timeout=20).run()
    assert not app.exception
    return app


def texts(app):
    """Everything the page says through st.text."""
    return [element.value for element in app.text]


def test_a_page_begins_with_the_campaigns_alias():
    """Its alias stands on top, and nothing else where nothing is to be said."""
    page = begun(SHOWN)
    assert texts(page) == ["Lantern"]


@pytest.mark.parametrize("name", ["today", "history", "warnings", "pushes", "reports", "settings"])
def test_every_page_has_its_title(name):
    """The name that stands in the navigation is the page's one first heading."""
    page = begun(SHOWN, replace(HERE, language="ru"), name)
    assert [one.value for one in page.title] == [say(f"tab.{name}", "ru")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_invented_campaign_says_so_and_a_real_one_does_not(language):
    """The banner is the first thing on every page of an invented campaign."""
    viewer = replace(HERE, language=language)
    assert [one.value for one in begun(replace(SHOWN, invented=True), viewer).warning] == [
        say("frame.invented", language)
    ]
    assert not begun(SHOWN, viewer).warning


def test_who_may_only_look_is_told_so():
    """A viewer learns why there are no forms."""
    assert say("frame.looking") in texts(begun(SHOWN, replace(HERE, may_edit=False)))[1]


def test_archives_say_that_they_warn_nobody_in_either_language():
    """Where all comes from archives, the page says as of when it speaks, and that nobody is warned."""
    assert texts(begun(replace(SHOWN, note=RECORDED)))[1] == RECORDED
    russian = texts(begun(replace(SHOWN, note=RECORDED), replace(HERE, language="ru")))[1]
    assert "никого не предупреждают" in russian


@pytest.mark.parametrize("at", [STORY_START, *(at + days * DAY for at, _ in milestones for days in (0, 1, 4))])
def test_the_story_is_told_in_either_language(at):
    """What happened last in the story is a sentence without a word of English in Russian."""
    note = story_so_far(at)
    assert note_in(note) == note
    russian = note_in(note, "ru")
    assert russian.startswith("По сюжету")
    assert not latin(russian)


def test_a_note_that_is_not_ours_stays_as_it_is():
    """What has no translation is not lost."""
    assert note_in("In the story, today: a bell rings.", "ru") == "По сюжету, сегодня: a bell rings."
    assert note_in("As it was said.", "ru") == "As it was said."


def test_a_hostile_note_is_plain_text():
    """Marks that reorder text are gone from what is noted."""
    assert texts(begun(replace(SHOWN, note="a\u202etxt.exe")))[1] == "atxt.exe"


def _switch(default):
    import streamlit as st  # noqa: PLC0415

    from monitor.ui import frame  # noqa: PLC0415
    from monitor.ui.viewer import Viewer  # noqa: PLC0415

    viewer = Viewer(frame.language(default), frame.timezone("Europe/Berlin"))
    frame.switch(viewer)
    st.text(f"{viewer.language} {viewer.timezone}")


def switched(default=("ru", "en"), asked=""):
    """A page with the switch, asked for in a language by its address."""
    app = AppTest.from_function(_switch, args=(default,), default_timeout=20)
    if asked:
        app.query_params["lang"] = asked
    app.run()
    assert not app.exception
    return app


def test_the_first_language_is_the_campaigns_and_then_the_readers():
    """The address says it where it does, the campaign else; what we do not speak is English."""
    assert texts(switched()) == ["ru Europe/Berlin"]
    assert texts(switched(asked="en")) == ["en Europe/Berlin"]
    assert texts(switched(asked="tlh")) == ["ru Europe/Berlin"]
    assert texts(switched(default=("de",))) == ["en Europe/Berlin"]


def test_a_language_that_is_chosen_goes_into_the_address():
    """A page can be sent to somebody in the language it is read in."""
    app = switched()
    app.button_group(key="lang").set_value("en").run()
    assert not app.exception
    assert texts(app) == ["en Europe/Berlin"]
    assert app.query_params["lang"] in ("en", ["en"])


def test_trouble_is_a_calm_sentence():
    """An error a user can act on is shown with the ways to begin, without a traceback."""

    def script():
        from monitor.ui import frame  # noqa: PLC0415

        frame.trouble("the store is newer than this program", frame.anybody())

    app = AppTest.from_function(script, default_timeout=20).run()
    assert "The store is newer than this program" in texts(app)
    assert [one.value for one in app.code] == ["make demo", "monitor import FILE", "monitor run"]
    assert not app.exception


def test_a_store_that_is_not_there_is_told_in_words():
    """Neither the marks of a terminal nor what the list below says anyway; and in Russian, in Russian."""

    def script():
        from monitor.ui import frame  # noqa: PLC0415
        from monitor.ui.viewer import Viewer  # noqa: PLC0415

        frame.trouble("there is no store yet: import an archive with `monitor import FILE`", Viewer("ru", "UTC"))

    said = texts(AppTest.from_function(script, default_timeout=20).run())
    assert said[0] == say("trouble.no_store", "ru")
    assert not any("`" in text for text in said)


def test_where_sources_are_followed_nobody_is_told_to_start():
    """What is running already is said to be running, and only the other two ways are offered."""

    def script():
        from monitor.ui import frame  # noqa: PLC0415

        frame.ways_to_begin(frame.anybody(), followed=True)

    app = AppTest.from_function(script, default_timeout=20).run()
    assert [one.value for one in app.code] == ["make demo", "monitor import FILE"]
    assert say("begin.running") in texts(app)


def test_the_pages_have_names_in_every_language():
    """No two pages are called the same."""
    for language in LANGUAGES:
        names = [say(f"tab.{name}", language) for name in ("today", "history", "warnings", "pushes", "reports")]
        assert len({*names, say("tab.settings", language)}) == 6


def test_the_pages_use_no_raw_markup():
    """Neither unsafe HTML nor Markdown of what was handed in occurs in the pages' code."""
    paths = sorted(Path(frame.__file__).parent.glob("*.py"))
    assert len(paths) > 10
    for path in paths:
        code = path.read_text(encoding="utf-8")
        assert not [word for word in ("unsafe_allow", "st.markdown", "st.write", "st.table") if word in code], path


def test_looking_again_waits_its_time():
    """What begins the page again in half a minute does not begin it again at once, nor for ever."""

    def script():
        import streamlit as st  # noqa: PLC0415

        from monitor.ui import frame  # noqa: PLC0415

        st.session_state["runs"] = st.session_state.get("runs", 0) + 1
        frame.look_again(30)

    page = AppTest.from_function(script, default_timeout=20).run()
    assert not page.exception
    assert page.session_state["runs"] == 1
