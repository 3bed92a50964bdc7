"""What the state rules need to be told of every bucket, whoever computes it."""

from __future__ import annotations

from typing import Protocol


class Sign(Protocol):
    """What is known at the end of one bucket of a series."""

    @property
    def complete(self) -> bool:
        """The bucket was wholly observed."""

    @property
    def settled(self) -> bool:
        """Enough complete buckets stand behind a new judgement."""

    @property
    def few(self) -> bool:
        """Too little comes in to judge."""

    @property
    def enough(self) -> bool:
        """Clearly enough comes in again."""

    @property
    def passed(self) -> bool:
        """No wave stands out any more, or its background is reached."""

    @property
    def halved(self) -> bool:
        """The level is, or will soon be, under half of a peak that could fade."""

    @property
    def gone(self) -> bool:
        """The level is under half of the peak by now."""

    @property
    def rising(self) -> bool:
        """The level is surely above the usual band, and growing."""

    @property
    def growing(self) -> bool:
        """The last hours bring more than the last day did."""

    @property
    def slow(self) -> bool:
        """The last weeks lie significantly under those before."""

    @property
    def falling(self) -> bool:
        """Within a wave, the level has surely been falling for days."""

    @property
    def sunk(self) -> bool:
        """Without a wave, the last day lies far under what is usual."""

    @property
    def fresh_peak(self) -> bool:
        """The last day is the week's highest."""

    @property
    def back(self) -> bool:
        """The level is surely up at the peak again."""

    @property
    def share_twelve(self) -> float:
        """The level of half-life twelve hours as a share of the peak."""

    @property
    def twelve(self) -> float:
        """That level, in posts a day."""
