"""What the state rules need to be told of every hour, whoever computes it."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Signs(Protocol):
    """Arrays of one length, an element for each hour of a series, known when that hour ended."""

    @property
    def complete(self) -> NDArray[np.bool_]:
        """The hour was wholly observed."""

    @property
    def settled(self) -> NDArray[np.bool_]:
        """Enough complete hours stand behind a new judgement."""

    @property
    def few(self) -> NDArray[np.bool_]:
        """Too little comes in to judge."""

    @property
    def enough(self) -> NDArray[np.bool_]:
        """Clearly enough comes in again."""

    @property
    def passed(self) -> NDArray[np.bool_]:
        """No wave stands out any more, or its background is reached."""

    @property
    def halved(self) -> NDArray[np.bool_]:
        """The level is surely under half of a peak that could fade."""

    @property
    def rising(self) -> NDArray[np.bool_]:
        """The level is surely above the usual band, and growing."""

    @property
    def growing(self) -> NDArray[np.bool_]:
        """The last hours bring more than the last day did."""

    @property
    def slow(self) -> NDArray[np.bool_]:
        """The last weeks lie significantly under those before."""

    @property
    def fresh_peak(self) -> NDArray[np.bool_]:
        """The last day is the week's highest."""

    @property
    def share(self) -> NDArray[np.float64]:
        """The fast level as a share of the peak."""

    @property
    def share_six(self) -> NDArray[np.float64]:
        """The level of half-life six hours as a share of the peak."""

    @property
    def share_twelve(self) -> NDArray[np.float64]:
        """The same for twelve hours."""

    @property
    def twelve(self) -> NDArray[np.float64]:
        """The level of half-life twelve hours, posts a day."""
