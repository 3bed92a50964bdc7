"""What is kept of a series between one bucket and the next: sums, quantiles, maxima of bounded size.

Each takes one value and forgets what has left its window, so that a new bucket costs the same after a
year as after a day.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque
from math import isnan

NAN = float("nan")


class Window:
    """The sum of the last `width` values, of fewer where the series is younger."""

    __slots__ = ("_total", "_values", "width")

    def __init__(self, width: int) -> None:
        self.width = width
        self._values = deque([0.0] * width, maxlen=width)
        self._total = 0.0

    def add(self, value: float) -> float:
        """The sum with `value` in it."""
        values = self._values
        total = self._total = self._total + value - values[0]
        values.append(value)
        return total


class Lag:
    """What was `width` buckets ago; NaN where the series is younger.

    >>> before = Lag(2)
    >>> [before.add(value) for value in (1.0, 2.0, 3.0)]
    [nan, nan, 1.0]
    """

    __slots__ = ("_values",)

    def __init__(self, width: int) -> None:
        self._values = deque([NAN] * (width + 1), maxlen=width + 1)

    def add(self, value: float) -> float:
        """The value of `width` buckets before this one."""
        self._values.append(value)
        return self._values[0]

    def amend(self, value: float) -> None:
        """Put `value` in the place of the last one added."""
        self._values[-1] = value


class Quantiles:
    """The known ones of the last `width` values, in order.

    >>> seen = Quantiles(3)
    >>> for value in (1.0, NAN, 3.0, 9.0):
    ...     seen.add(value)
    >>> len(seen), seen.at(0.5)
    (2, 9.0)
    """

    __slots__ = ("_ordered", "_values")

    def __init__(self, width: int) -> None:
        self._values = deque([NAN] * width, maxlen=width)
        self._ordered: list[float] = []

    def __len__(self) -> int:
        return len(self._ordered)

    def add(self, value: float) -> None:
        """Take in `value`; NaN takes a place in the window and is not counted."""
        values, ordered = self._values, self._ordered
        gone = values[0]
        if not isnan(gone):
            del ordered[bisect_left(ordered, gone)]
        values.append(value)
        if not isnan(value):
            insort(ordered, value)

    def at(self, share: float) -> float:
        """The value under which `share` of them lie."""
        return self._ordered[int(share * len(self._ordered))]

    def median(self, least: int) -> float:
        """The middle value; NaN while fewer than `least` are known."""
        ordered = self._ordered
        return ordered[len(ordered) // 2] if len(ordered) >= least else NAN


class Highest:
    """The highest of the last `width` values, the latest of equals, and how many buckets ago it was."""

    __slots__ = ("_at", "_candidates", "_width")

    def __init__(self, width: int) -> None:
        self._candidates: deque[tuple[int, float]] = deque()
        self._width = width
        self._at = -1

    def add(self, value: float) -> tuple[float, float]:
        """The highest with `value` in it, and its age; NaN where none is known."""
        self._at += 1
        candidates = self._candidates
        if candidates and candidates[0][0] <= self._at - self._width:
            candidates.popleft()
        if not isnan(value):
            while candidates and candidates[-1][1] <= value:
                candidates.pop()
            candidates.append((self._at, value))
        if not candidates:
            return NAN, NAN
        at, highest = candidates[0]
        return highest, float(self._at - at)
