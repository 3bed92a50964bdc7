"""How the page for the public looks: light and dark as its reader's screen is, narrow or printed."""

from __future__ import annotations

from collections.abc import Mapping

from .ink import DARK, LIGHT


def _colours(inks: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in inks.items())


STYLE = f"""
:root{{color-scheme:light dark;{_colours(LIGHT)}}}
@media (prefers-color-scheme:dark){{:root{{{_colours(DARK)}}}}}
body{{margin:0 auto;padding:1rem;max-width:46rem;background:var(--ground);color:var(--ink);
font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}}
h1{{font-size:1.5rem;line-height:1.25}}
h2{{font-size:1.25rem;line-height:1.3;margin:2rem 0 .5rem}}
p{{margin:.5rem 0}}
a{{color:inherit;margin-right:1rem;display:inline-block;padding:.3rem 0}}
section+section{{border-top:2px solid var(--ink);margin-top:3rem}}
.topic{{display:block;font-size:1rem;font-weight:400;color:var(--soft)}}
.soft{{color:var(--soft)}}
.invented{{border:2px solid var(--ink);padding:.5rem .75rem;font-weight:600}}
figure{{margin:1rem 0}}
figcaption{{font-weight:600}}
.key span{{display:inline-block;margin-right:1.25rem;font-size:.9rem}}
.key i{{display:inline-block;width:1.5rem;height:.8rem;margin-right:.4rem;vertical-align:middle}}
.key .level{{height:0;border-top:3px solid var(--ink)}}
.key .band{{background:var(--band);border:1px dashed var(--edge);box-sizing:border-box}}
.key .gap{{background:repeating-linear-gradient(-45deg,var(--gap) 0 4px,var(--soft) 4px 5px)}}
.key .push{{height:0;border-top:2px dotted var(--ink)}}
.plot{{position:relative;padding-left:3.6rem;margin-top:.75rem}}
.plot svg{{display:block;width:100%;height:13rem;border-left:1px solid var(--soft);border-bottom:1px solid var(--soft)}}
.scale span{{position:absolute;left:0;width:3.2rem;text-align:right;font-size:.8rem;line-height:1;
transform:translateY(-50%)}}
.days{{display:flex;justify-content:space-between;padding:.3rem 0 0 3.6rem;font-size:.8rem}}
svg path{{fill:none;vector-effect:non-scaling-stroke}}
svg .level{{stroke:var(--ink);stroke-width:2}}
svg .band{{fill:var(--band)}}
svg .edge{{stroke:var(--edge);stroke-width:1;stroke-dasharray:5 3}}
svg rect.gap{{fill:var(--gap)}}
svg .hatch{{stroke:var(--soft);stroke-width:1}}
svg .push{{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:2 3}}
.table{{overflow-x:auto}}
table{{border-collapse:collapse;font-size:.9rem;width:100%}}
caption{{text-align:left;font-weight:600;padding:.75rem 0 .25rem}}
th,td{{padding:.25rem .75rem .25rem 0;text-align:right;vertical-align:top;font-variant-numeric:tabular-nums;
border-bottom:1px solid var(--band);overflow-wrap:normal}}
th:first-child{{text-align:left;font-weight:400;white-space:nowrap}}
@media print{{:root{{{_colours(LIGHT)}}}nav{{display:none}}body{{max-width:none;padding:0}}
figure,tr,h2{{break-inside:avoid}}h2{{break-after:avoid}}.table{{overflow:visible}}
*{{print-color-adjust:exact;-webkit-print-color-adjust:exact}}}}
""".replace("\n", "")
