"""Learn the numbers of monitor/attention/learned.py from a folder of hourly series, and say how they hold.

usage: fit_learned.py SERIES_DIR [--write monitor/attention/learned.py]

A family is what stands before the first "_" of a file's name. The report comes from fits that never
saw the family they are judged on; what is written is fitted on all of them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import fit_fade  # type: ignore[import-not-found]
from fit_forecast import fitted, report  # type: ignore[import-not-found]
from fits import Floats, logistic, stacked  # type: ignore[import-not-found]
from lessons import Lesson, families, lessons  # type: ignore[import-not-found]

from monitor.attention.forecast import HORIZONS


def main() -> None:
    """Report, and write what was learned where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("series_dir", type=Path)
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    material = lessons(arguments.series_dir)
    if len(families(material)) < 2:
        print("one family of series only: nothing can be learned without it and judged on it")
        return
    fit_fade.report(material)
    report(material)
    if arguments.write:
        arguments.write.write_text(written(material), encoding="utf-8")


def written(material: list[Lesson]) -> str:
    """The module `learned`, fitted on everything."""
    fade = fit_fade.fit_fade(material)
    halved = logistic(stacked([fit_fade.halved_rows(lesson, fade) for lesson in material]))
    standing = logistic(stacked([fit_fade.standing_rows(lesson, fade) for lesson in material]))
    blocks = []
    for horizon in HORIZONS:
        fit = fitted(material, horizon)
        blocks.append(
            f"    {horizon}: Expectation(\n        weights={fit.weights},\n        firmness={fit.firmness},\n"
            f"        spread_weights={fit.spread_weights},\n        errors={_column(fit.errors)},\n    ),\n"
        )
    weights = {"fade": fade, "halved": _tuple(halved), "standing": _tuple(standing)}
    return _MODULE.format(n=len(material), blocks="".join(blocks), **weights)


def _column(values: tuple[float, ...]) -> str:
    """A tuple too long for one line, as the formatter breaks it."""
    return "(\n" + "".join(f"            {value},\n" for value in values) + "        )"


def _tuple(values: Floats) -> str:
    return "(" + ", ".join(f"{value:.3f}" for value in values) + ")"


_MODULE = '''"""Numbers learned over {n} hourly series of campaigns, crises and companies.

Written by `bench/fit_learned.py`, which also reports how they hold for a family of series left out;
not edited by hand.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expectation:
    """A learned forecast in log posts: where a series' own forecast begins.

    `weights` of the centre's columns (`outlook.regressors`); `firmness`, the weight they hold against a series' own
    lessons; `spread_weights` (columns: `outlook.spread_regressors`); `errors`, 21 even quantiles from 2.5% to 97.5%
    of what errors were over their spread.
    """

    weights: tuple[float, ...]
    firmness: tuple[float, ...]
    spread_weights: tuple[float, ...]
    errors: tuple[float, ...]


# by horizon in hours
FORECASTS = {{
{blocks}}}

# columns: `fade.fade_facts`
FADE_WEIGHTS = {fade}

# columns: `certainty.halved_facts`
HALVED_WEIGHTS = {halved}

# columns: `certainty.standing_regressors`
STANDING_WEIGHTS = {standing}
'''


if __name__ == "__main__":
    main()
