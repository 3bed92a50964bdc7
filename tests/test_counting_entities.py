"""Our own conformance table for hashtags, handles and links in running text."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.counting import hashtags, links, mentions

HASHTAGS = {
    "#tag": ["tag"],
    "Say #one, #two; #three!": ["one", "two", "three"],
    "＃Чечня": ["Чечня"],
    "(#tag) “#tag2” …#tag3": ["tag", "tag2", "tag3"],
    "#end\n#next": ["end", "next"],
    "#tag's": ["tag"],
    "#free-them": ["free"],
    "#save_us #_x": ["save_us", "_x"],
    "#2024 #2024a #20_24": ["2024a"],
    "#_": [],
    "#СвободуЧечне!": ["СвободуЧечне"],
    "#ไม่เอา112 ค่ะ": ["ไม่เอา112"],
    "#الحرية الآن": ["الحرية"],
    "#צה״ל": ["צה״ל"],
    "#می\u200cخواهم": ["می\u200cخواهم"],
    "#タグ。": ["タグ"],
    "#人权": ["人权"],
    "#미투": ["미투"],
    "#cafe\u0301": ["cafe\u0301"],
    "#col·lectiu": ["col·lectiu"],
    "x#tag": [],
    "é#tag": [],
    "日本#タグ": [],
    "1#tag": [],
    "_#tag": [],
    "&#39; &#tag": [],
    "❤\ufe0f#tag": ["tag"],
    "#a#b": [],
    "##tag": ["tag"],
    "# tag": [],
    "#": [],
    "#1\ufe0f\u20e3 #\ufe0f\u20e3": [],
    "#❤\ufe0f": [],
    "#tag://x": [],
    "example.org/#frag": [],
    "https://example.org/#frag": [],
    "https://example.org/a#frag and #tag": ["tag"],
    "www.example.org/?q=#frag": [],
    "either/#tag": ["tag"],
}
MENTIONS = {
    "@endsars": ["endsars"],
    ".@EndSARS and (@other)": ["EndSARS", "other"],
    "RT @endsars: now": ["endsars"],
    "＠endsars": ["endsars"],
    "@endsars.": ["endsars"],
    "@endsars's": ["endsars"],
    "@endsars’s": ["endsars"],
    "@endsars-led": ["endsars"],
    "@endsars.Now we march": ["endsars"],
    "@endsars_x": ["endsars_x"],
    "支持@endsarsを": ["endsars"],
    "a@endsars.org": [],
    "имя@endsars.org": [],
    "first.last@endsars": [],
    "@endsars@mastodon.example": ["endsars@mastodon.example"],
    "@end.sars@mastodon.example.": ["end.sars@mastodon.example"],
    "@endsars@": ["endsars"],
    "@endsars.bsky.social!": ["endsars.bsky.social"],
    "@end-sars.bsky.social": ["end-sars.bsky.social"],
    "@endsarsé": [],
    "@@endsars": [],
    "#@endsars": [],
    "https://m.example/@endsars": [],
    "m.example/@endsars": [],
    "@ endsars": [],
}
LINKS = {
    "https://example.org/a": ["https://example.org/a"],
    "HTTP://Example.org": ["HTTP://Example.org"],
    "(see https://example.org/a).": ["https://example.org/a"],
    "https://en.wikipedia.org/wiki/A_(b).": ["https://en.wikipedia.org/wiki/A_(b)"],
    "«https://example.org/» and “www.example.org”": ["https://example.org/", "www.example.org"],
    "見てhttps://example.org/a": ["https://example.org/a"],
    "one.example/a https://two.example": ["one.example/a", "https://two.example"],
    "example.org, example.com!": ["example.org", "example.com"],
    "пример.рф": ["пример.рф"],
    "And so.On": [],
    "е.т.д/т.п, и/или, 1.5/2": [],
    "a@example.org": [],
    "example.org@x": [],
    "https://": [],
    "no link": [],
}


@pytest.mark.parametrize(("text", "tags"), HASHTAGS.items())
def test_hashtags_are_read_by_the_platforms_rules(text, tags):
    """Any script, not digits only, not inside a word, an entity or a link."""
    assert hashtags(text) == tuple(tags)


@pytest.mark.parametrize(("text", "handles"), MENTIONS.items())
def test_handles_are_read_as_each_platform_writes_them(text, handles):
    """A handle ends where its platform ends it; an e-mail address holds none."""
    assert mentions(text) == tuple(handles)


@pytest.mark.parametrize(("text", "found"), LINKS.items())
def test_links_are_read_without_what_closes_the_sentence(text, found):
    """With http, with www., with a path or with a well-known ending."""
    assert links(text) == tuple(found)


@given(st.text(st.sampled_from("#＃@＠a1я.-_/:&h \n\ufe0f\u200c\ud800\x00(w"), max_size=60))
def test_no_text_breaks_the_readers(text):
    """Whatever a text holds, tags, handles and links are pieces of it, without signs."""
    assert all(tag in text and not tag.startswith(("#", "＃")) for tag in hashtags(text))
    assert all(handle in text and handle[0] not in "@＠" for handle in mentions(text))
    assert all(link in text for link in links(text))


@pytest.mark.parametrize("piece", ["#", "#1", "@a@", "@a.", "a.", "a-", "http://", "www.a", "/", "a.bc/", ".a", "@a.-"])
def test_hostile_lengths_take_no_hostile_time(piece):
    """A text made to trap a reader is read in time that grows with its length, not with its square."""
    began = process_time()
    for text in (piece * 80_000, "@" + piece * 80_000):
        hashtags(text), mentions(text), links(text)
    assert process_time() - began < 2  # seconds; the square of this length would take minutes
