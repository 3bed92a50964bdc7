"""The proofs of what comes in and of what is shown: that their own eyes are open, at the smallest sizes."""

import pytest

from bench.proofs import inputs_columns, inputs_outbound, screen, screen_markup, screen_starts
from bench.proofs.inputs_filled import SMALLEST


def test_no_way_out_leads_inwards_and_an_open_one_would_be_seen():
    """A few names by every source, the heartbeat and a webhook; with the check planted away they are reached."""
    assert inputs_outbound.show(2).held
    with inputs_outbound.unlooked():
        assert not inputs_outbound.show(2).held


def test_every_column_is_declared_and_another_one_would_be_seen():
    """All tables are filled, so that each column has values to look at."""
    assert inputs_columns.show(SMALLEST).held
    with inputs_columns.authored():
        found = inputs_columns.show(SMALLEST)
    assert not found.held
    assert "nobody declared observation.author" in found.said


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("st.text(page.draft)", ""),
        ("st.html(f'<b>{escape(page.draft)}</b>')", "nobody made"),
        ("st.html(_made(page))", ""),
        ("st.html(page.draft)", "nobody made"),
        ("st.markdown(page.draft)", "st.markdown"),
        ("st.text(f'<b>{page.draft}</b>')", "unescaped into markup"),
        ("st.text(page.draft, unsafe_allow_html=True)", "unsafe HTML"),
    ],
)
def test_unescaped_markup_in_a_page_would_be_seen(line, wrong):
    """What the reader of the code lets pass, and what it does not."""
    made = "def _made(page):\n    return f'<b>{escape(page.a)}</b>'"
    code = f"import streamlit as st\ndef render(page):\n    {line}\n{made}"
    found = screen_markup.read({"page.py": code}).wrong
    assert wrong in " ".join(found)
    assert bool(found) is bool(wrong)


@pytest.mark.parametrize("address", screen.OPEN)
def test_an_open_start_is_refused(address):
    """Wherever others could reach it, `monitor run` ends before anything is started, as nobody has to sign in."""
    assert not screen.starts(address)


@pytest.mark.parametrize("address", screen.HERE)
def test_a_start_on_this_machine_is_let_through(address):
    """The refusal is not simply of everything."""
    assert screen.starts(address)


def test_the_protective_settings_are_those_that_were_shipped():
    """Each has an opposite that the proof sets against it."""
    assert {"server.enableXsrfProtection", "browser.gatherUsageStats"} <= set(screen_starts.PROTECTIVE)
    assert all(screen_starts.opposite(value) != value for value in screen_starts.PROTECTIVE.values())
