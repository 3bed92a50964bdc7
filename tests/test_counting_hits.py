"""Which posts of a page are hits, under which marks, and what becomes of the others."""

from datetime import UTC, datetime

import pytest

from monitor.counting import Matcher, hits
from monitor.model import Post, Term, TermKind, Topic

KEY = b"the key of post marks"
TOPICS = (
    Topic("camps", "Blue", (Term(TermKind.TAG, "#camps"),)),
    Topic("march", "Green", (Term(TermKind.PHRASE, "march"),)),
)
MATCHER = Matcher(TOPICS)


def post(number: str = "1", text: str = "#camps", *, opted_out: bool = False) -> Post:
    """A post in flight."""
    return Post(id=number, author="a", at=datetime(2026, 3, 1, tzinfo=UTC), text=text, opted_out=opted_out)


def test_the_first_post_under_a_mark_wins():
    """A repeated post adds nothing but a duplicate, even if its text was edited."""
    found = hits([post(), post(text="#camps again"), post(text="march")], MATCHER, source="x", key=KEY)
    assert [(hit.topic, hit.post.text) for hit in found.hits] == [("camps", "#camps"), ("march", "march")]
    assert (found.unmatched, found.duplicates) == (0, 2)


def test_a_post_that_matches_after_an_edit_is_a_hit_wherever_the_page_is_cut():
    """The first copy matched nothing; the second does."""
    found = hits([post(text="nothing"), post(text="#camps")], MATCHER, source="x", key=KEY)
    assert (len(found.hits), found.unmatched, found.duplicates) == (1, 1, 0)


def test_an_opted_out_post_is_dropped_before_anything_is_done():
    """Its text is not even read."""

    class Unread(Matcher):
        def read(self, post):
            """Fail the test."""
            raise AssertionError

    found = hits([post(opted_out=True)], Unread(TOPICS), source="x", key=KEY)
    assert (found.hits, found.opted_out, found.unmatched) == ((), 1, 0)


def test_a_post_of_two_topics_counts_in_each_under_marks_of_its_own():
    """Topics do not share marks, nor do sources."""
    marks = {
        hit.mark
        for source in ("x", "bluesky")
        for hit in hits([post(text="#camps march")], MATCHER, source=source, key=KEY).hits
    }
    assert len(marks) == 4


def test_no_two_sets_of_fields_have_the_same_mark():
    """Where one field ends and the next begins makes a difference."""
    one = Matcher([Topic("bc", "", (Term(TermKind.TAG, "camps"),))])
    other = Matcher([Topic("c", "", (Term(TermKind.TAG, "camps"),))])
    first = hits([post("d")], one, source="a", key=KEY).hits[0].mark
    assert first != hits([post("d")], other, source="ab", key=KEY).hits[0].mark
    assert first != hits([post("d")], one, source="a", key=b"another key").hits[0].mark


def test_without_a_key_no_mark_is_made():
    """An unkeyed hash of an id could be tried against every id there is."""
    with pytest.raises(ValueError, match="key"):
        hits([post()], MATCHER, source="x", key=b"")
