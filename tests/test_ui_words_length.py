"""Labels: no text of ours is cut off on a phone, not even when its words are 40% longer."""

import pytest
from playwright.sync_api import Browser

from bench.ui import labels, longer, looking, serving, story
from monitor.words import LANGUAGES, TEXTS, say

WIDTH = 320
PLANTED = """
() => document.querySelector('[data-testid=stMainBlockContainer]').insertAdjacentHTML('beforeend',
  '<p style="width: 5rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap">planted long words here</p>')
"""

needs_browser = pytest.mark.skipif(
    serving.CHROMIUM is None, reason="no Chromium on this machine: `apt-get install chromium`"
)


def test_longer_words_are_longer_and_keep_their_places() -> None:
    """Every text grows by more than a third of its letters, and every {place} in it stays as it is."""
    for key, text in TEXTS.items():
        for language in LANGUAGES:
            template = getattr(text, language)
            for one in [template] if isinstance(template, str) else template.values():
                grown = longer.longer(one)
                assert sorted(longer.PLACE.findall(grown)) == sorted(longer.PLACE.findall(one)), key
                letters = sum(len(word) for word in longer.WORD.findall(longer.PLACE.sub(" ", one)))
                assert len(grown) - len(one) >= 0.4 * letters, key


@needs_browser
def test_no_label_is_cut_off_on_a_phone(browser: Browser) -> None:
    """Each page with all words 40% longer, in the language whose words are long already."""
    cut: set[str] = set()
    with story.shown(script=labels.SCRIPT, moment=serving.MOMENT, hours=0) as url:
        for name in serving.PAGES:
            with looking.opened(browser, width=WIDTH) as page:
                looking.visit(page, serving.address(url, name, "ru"))
                looking.settle(page)
                looking.unfold(page)
                assert longer.longer(say(f"tab.{name or 'today'}", "ru")) in page.content()
                cut |= {f"{serving.name_of(name)}: {one}" for one in labels.cut_off(page)}
    assert sorted(cut) == []


@needs_browser
def test_a_label_that_is_cut_off_would_be_seen(browser: Browser) -> None:
    """Words planted in a box that is too narrow for them are found."""
    with looking.opened(browser) as page:
        page.set_content("<main data-testid=stMain><div data-testid=stMainBlockContainer>short</div></main>")
        assert labels.cut_off(page) == []
        page.evaluate(PLANTED)
        assert "planted long words" in " ".join(labels.cut_off(page))
