"""Who looks at a page: in which language, in which time zone, and whether they may change anything."""

from __future__ import annotations

from dataclasses import dataclass

from ..words import say


@dataclass(frozen=True, slots=True)
class Viewer:
    """A reader of the dashboard; `timezone` is an IANA name, `name` whom they signed in as, where they did."""

    language: str
    timezone: str
    may_edit: bool = True
    name: str = ""

    @property
    def day_format(self) -> str:
        """How a day is typed in the viewer's language, in Streamlit's letters."""
        return "DD.MM.YYYY" if self.language == "ru" else "YYYY-MM-DD"

    def say(self, key: str, *, count: float | None = None, **values: object) -> str:
        """The text `key` in the viewer's language."""
        return say(key, self.language, count=count, **values)
