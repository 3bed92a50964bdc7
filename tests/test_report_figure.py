"""The picture of a finding: what is printed on it, that it reads in grey, and what its file does not tell."""

import re
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from itertools import pairwise
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from monitor.model import DAY, HOUR, Coverage, Push, PushState, State, Status, Term, TermKind
from monitor.report import figure
from monitor.report.figure import Shape
from monitor.report.finding import Finding, Paper, finding
from monitor.report.ink import BAND, BAND_EDGE, GAP, GROUND, INK, SOFT, contrast
from monitor.report.line import days, line
from tests.ui_views import AT, CAMPAIGN, SECRET, source_view, topic_view

OUT = Push(("harbour",), AT - 4 * DAY, AT, PushState.DONE, owner="Amina", went_out_at=AT - 4 * DAY, number=1)
PLAN = Push(("harbour",), AT - 2 * DAY, AT + DAY, owner="Oksana", draft="Come to the bridge.", number=2)
LANGUAGES = ("en", "ru")
SHAPES = tuple(Shape)


def found(
    state=State.FADING, *, language="en", days=30, alias="Harbour", invented=False, pushes=(OUT, PLAN)
) -> Finding:
    """A finding of made-up numbers."""
    paper = Paper(CAMPAIGN.alias, language, CAMPAIGN.timezone, days, invented)
    return finding(topic_view(state, alias=alias), paper, pushes=pushes)


@cache
def sheet(state=State.FADING, *, shape=Shape.PAGE, **more) -> Figure:
    """A sheet that nobody changes, drawn once for all tests that look at it."""
    return figure.compose(found(state, **more), shape=shape)


@cache
def picture_of(state=State.FADING, *, shape=Shape.PAGE, **more) -> bytes:
    """A PNG, made once."""
    return figure.png(found(state, **more), shape=shape)


@cache
def document_of(state=State.FADING, *, shape=Shape.PAGE, **more) -> bytes:
    """A PDF, made once."""
    return figure.pdf(found(state, **more), shape=shape)


def printed(drawn: Figure) -> str:
    """Every word on the sheet, with the lines joined."""
    legend = drawn.axes[0].get_legend()
    named = [one.get_text() for one in legend.get_texts()] if legend else []
    return " ".join([*(one.get_text() for one in drawn.texts), *named])


def bands(drawn: Finding) -> list[tuple[int, int]]:
    """The stretches of the gaps, in whole hours from the line's start."""
    return [(round(drawn.line.place(gap.start)), round(drawn.line.place(gap.end))) for gap in drawn.line.gaps]


@pytest.mark.parametrize(("shape", "language"), [(Shape.PAGE, "ru"), (Shape.WIDE, "en")])
def test_both_kinds_are_made_within_ten_seconds(shape, language):
    """PNG and PDF of either shape, together; a screen is 1920 dots wide and a page is A4."""
    began = time.process_time()
    picture, document = figure.png(found(language=language), shape=shape), figure.pdf(found(), shape=shape)
    assert time.process_time() - began < 10
    size = Image.open(BytesIO(picture)).size
    assert size == (1920, 1080) if shape is Shape.WIDE else abs(size[1] / size[0] - 297 / 210) < 0.001
    assert document.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            (
                "Lantern · Harbour",
                "Fading: attention fell to 8% of its peak",
                "As of 14 May 2024 (Europe/Berlin)",
                "Very sure (86%)",
                "97% of the last 7 days",
                "Usual range",
                "Push of the campaign",
                "Pushes that went out: Fri 10 May, 15:00.",
                "Not observed: Sat 4 May, 15:00 to Sun 5 May, 09:00: missing.",
                "How it was measured: posts counted by the hour in one source (Simulation)",
                "Monitor counts posts and keeps numbers only",
            ),
        ),
        (
            "ru",
            (
                "Угасает: от пика внимания осталось 8%",
                "По состоянию на 14 мая 2024 (Europe/Berlin)",
                "Очень высокая уверенность (86%)",
                "Обычный уровень",
                "Не наблюдалось: с 4 мая (сб), 15:00",
                "Как это измерено: подсчёт постов по часам",
            ),
        ),
    ],
)
@pytest.mark.parametrize("shape", SHAPES)
def test_all_that_makes_a_finding_honest_is_printed_on_it(shape, language, told):
    """Alias, finding, day and zone, certainty, completeness, range, pushes, gaps and method stand on the sheet."""
    words = printed(sheet(shape=shape, language=language))
    assert not [one for one in told if one not in words]


def test_an_invented_campaign_says_so_on_its_picture():
    """A picture of the demo cannot be taken for news; that of a real campaign does not say it."""
    said = "Invented campaign: every post, person and number here is made up."
    assert said in printed(sheet(invented=True))
    assert said not in printed(sheet())


LONG = "Ответственность " * 12 + "x" * 180
ALIASES = ("Harbour", LONG, "$\\frac{a}{$ #1 {0} %s", "a\u202eb\x00c")


@pytest.mark.parametrize("alias", ALIASES[:2])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("state", [State.FADING, State.NO_DATA, State.TOO_FEW])
def test_no_word_leaves_the_sheet_or_covers_another(state, shape, alias):
    """In every state, with any alias, in the longer language: all text is inside the sheet and clear of the rest."""
    drawn = sheet(state, shape=shape, language="ru", alias=alias, invented=True)
    renderer = FigureCanvasAgg(drawn).get_renderer()
    boxes = [one.get_window_extent(renderer) for one in drawn.texts]
    axes = drawn.axes[0].get_tightbbox(renderer)
    assert axes is not None
    for box in (*boxes, axes):
        assert 0 <= box.x0 <= box.x1 <= drawn.bbox.width
        assert 0 <= box.y0 <= box.y1 <= drawn.bbox.height
    assert not any(box.overlaps(axes) for box in boxes)
    ordered = sorted(boxes, key=lambda box: -box.y1)
    assert all(upper.y0 >= lower.y1 - 1 for upper, lower in pairwise(ordered))
    assert axes.height > drawn.bbox.height / 5


def test_markup_in_an_alias_is_letters():
    """What would be a formula is printed as it is written, and marks that reorder text are gone."""
    assert "$\\frac{a}{$ #1 {0} %s" in printed(sheet(alias=ALIASES[2]))
    assert "ab c" in printed(sheet(alias=ALIASES[3]))
    assert figure.png(found(alias=ALIASES[2]), shape=Shape.WIDE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_has_a_shape(language):
    """No letter of either language is missing from the font, which would be printed as an empty box."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figure.png(found(language=language, alias="Гавань №1 «ёЁ»"), shape=Shape.PAGE)
        figure.pdf(found(language=language, alias="Гавань №1 «ёЁ»"), shape=Shape.PAGE)


def grey_at(drawn: Figure, *places: tuple[float, float]) -> list[tuple[int, int]]:
    """The commonest and the darkest grey around each place of the axes, as a printer without colours shows it."""
    made = BytesIO()
    drawn.savefig(made, format="png")
    grey = np.asarray(Image.open(made).convert("L"))
    tones = []
    for place in places:
        x, y = drawn.axes[0].transData.transform(place)
        row, column = round(grey.shape[0] - y), round(x)
        patch = grey[row - 6 : row + 7, column - 3 : column + 4]
        tones.append((int(np.bincount(patch.ravel(), minlength=256).argmax()), int(patch.min())))
    return tones


def lightness(grey: int) -> float:
    """How far a grey reflects light, as contrast counts it."""
    return contrast(f"#{grey:02x}{grey:02x}{grey:02x}", "#000000")


@pytest.mark.parametrize("shape", SHAPES)
def test_the_picture_reads_in_grey(shape):
    """Ground, range, gap and line are apart as greys: the line by 4.5 from all, areas by 1.4 from each other."""
    shown = found(State.NO_DATA)
    drawn = sheet(State.NO_DATA, shape=shape)
    begin, end = bands(shown)[0]
    hour = int(np.nanargmax(shown.line.level))
    top = (hour + 1, float(shown.line.level[hour]))
    found_at = grey_at(drawn, (300, 12), (300, 29), ((begin + end) / 2, 12), top)
    ground, band, gap, _ = (commonest for commonest, _ in found_at)
    tones = [lightness(grey) for grey in (ground, band, gap)]
    assert all(light / dark >= 1.4 for light, dark in pairwise(tones))
    assert tones[-1] / lightness(found_at[-1][1]) >= 4.5


def test_nothing_on_it_is_told_by_colour():
    """Every dot is grey, small print keeps 4.5 : 1, and the edges of the range keep 3 : 1 against the ground."""
    dots = np.asarray(Image.open(BytesIO(picture_of())).convert("RGB")).astype(int)
    assert int(np.ptp(dots, axis=2).max()) == 0
    assert min(contrast(one, GROUND) for one in (INK, SOFT)) >= 4.5
    assert contrast(BAND_EDGE, GROUND) >= 3
    assert contrast(INK, GAP) >= 4.5
    assert contrast(BAND, GAP) >= 1.4


def test_the_range_and_the_gaps_are_hatched_differently():
    """Who prints it badly still tells one area from the other."""
    axes = sheet().axes[0]
    hatches = {*(one.get_hatch() for one in axes.patches), *(one.get_hatch() for one in axes.collections)} - {None}
    assert len(hatches) == 2


def test_a_png_names_no_program_person_or_time():
    """It holds the picture, its resolution, its title and its words."""
    picture = picture_of()
    kinds = set(re.findall(rb"(?:IHDR|tEXt|iTXt|zTXt|pHYs|tIME|eXIf|IDAT|IEND)", picture[:4000] + picture[-100:]))
    assert kinds <= {b"IHDR", b"tEXt", b"iTXt", b"pHYs", b"IDAT", b"IEND"}
    told = Image.open(BytesIO(picture)).info
    assert set(told) == {"Title", "Description", "dpi"}
    assert told["Title"] == "Harbour: Fading: attention fell to 8% of its peak"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_has_its_title_and_language_and_no_time_but_the_day(language):
    """Its window shows the title, a screen reader knows the language, and it says neither who, where nor when."""
    document = document_of(language=language)
    assert f"/Lang ({language}) ".encode() in document
    assert b"/DisplayDocTitle true" in document
    assert re.findall(rb"/CreationDate \((.*?)\)", document) == [b"D:20240514000000Z"]
    assert re.findall(rb"/Creator \((.*?)\)", document) == [b"Monitor"]
    assert b"/Title" in document
    for word in (b"/Producer", b"/Author", b"/ModDate", b"atplotlib", b"/home", b"/work"):
        assert word not in document


def test_the_added_catalogue_is_where_the_table_says():
    """A reader that starts at the end of the file finds the new catalogue, and the way to all the rest."""
    document = document_of(shape=Shape.WIDE)
    last = int(re.findall(rb"startxref\n(\d+)\n%%EOF", document)[-1])
    table = re.match(
        rb"xref\n0 1\n0000000000 65535 f \n1 1\n(\d{10}) 00000 n \ntrailer\n<<.*?/Prev (\d+)", document[last:], re.S
    )
    assert table is not None
    place, before = map(int, table.groups())
    assert document[place:].startswith(b"1 0 obj\n<< /Type /Catalog")
    assert document[before:].startswith(b"xref\n0 ")


def test_the_same_finding_is_the_same_file_in_every_thread():
    """Pictures made at the same time do not mix, and none tells when it was made."""
    states = (State.FADING, State.NO_DATA, State.TOO_FEW)
    shown = [found(state) for state in states]
    alone = [picture_of(state, shape=Shape.WIDE) for state in states]
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(lambda one: figure.png(one, shape=Shape.WIDE), shown)) == alone


@pytest.mark.parametrize("state", tuple(State))
def test_what_is_printed_holds_no_term_name_plan_or_reason(state):
    """Terms, the campaign's own name, owners, drafts, planned pushes and what a source answered stay inside."""
    shown = found(state)
    everything = " ".join([*shown.words, shown.subtitle, *(one.get_text() for one in sheet(state).texts)])
    for word in (SECRET, CAMPAIGN.name, "Amina", "Oksana", "bridge", "refused the key", "network was down"):
        assert word.casefold() not in everything.casefold()
    assert len(shown.line.pushes) == 1


def test_an_archive_that_is_called_after_a_term_is_called_an_archive():
    """Staff name archives as they like; what is printed shows such a name only where no term stands in it."""
    view = topic_view(State.STEADY)
    paper = Paper("Lantern", "en", "UTC")

    def source(name, paper=paper):
        one = replace(view, sources=(source_view(State.STEADY, source=name),))
        return finding(one, paper).notes[-1].partition("in one source ")[2].partition(", with")[0]

    assert source(f"archive:{SECRET.upper()}-2017") == "(Archive)"
    assert source("archive:2017") == "(Archive (2017))"
    assert source("archive:close the-HARBOUR") == "(Archive)"
    named = replace(paper, terms=(Term(TermKind.TAG, "OtherTopic"),))
    assert source("archive:other-topic", named) == "(Archive)"


def test_ninety_days_have_the_gaps_that_only_the_series_knows():
    """What the view names reaches a month back; before that an hour that is not complete is a gap all the same."""
    view = source_view(State.STEADY)
    view.series.complete[24 * 20 : 24 * 20 + 6] = False
    view.series.values[24 * 20 : 24 * 20 + 6] = np.nan
    start = view.series.start + 20 * DAY
    drawn = line(view, days=90)
    assert Coverage(start, start + 6 * HOUR, Status.MISSING) in drawn.gaps
    assert len(drawn.gaps) == 2
    assert len(line(view, days=30).gaps) == 1
    assert len(drawn.level) == 90 * 24


def test_gaps_that_follow_each_other_are_one():
    """A night in three pieces is told as one night, and what reaches beyond the line is cut."""
    view = source_view(State.STEADY)
    edges = [AT - 31 * DAY + n * 6 * HOUR for n in range(8)]
    pieces = tuple(Coverage(one, two, Status.MISSING, f"why {one:%H}") for one, two in pairwise(edges))
    (gap,) = line(replace(view, gaps=pieces), days=30).gaps
    assert (gap.start, gap.end, gap.reason) == (AT - 30 * DAY, edges[-1], "")


def test_the_days_are_those_of_the_campaign_on_the_day_clocks_change_too():
    """The day on which clocks go forward has 23 hours; each day's number is the sum of what its hours held."""
    view = source_view(State.STEADY)
    drawn, zone = line(view, days=90), ZoneInfo("Europe/Berlin")
    shown = {day.day: day for day in days(view, drawn, zone)}
    assert shown[date(2024, 3, 31)].hours == 23
    assert shown[date(2024, 4, 1)].hours == 24
    assert shown[date(2024, 5, 14)].hours == 15
    assert sum(day.counted or 0 for day in shown.values()) == pytest.approx(np.nansum(view.series.values))
    first = (AT - view.series.start) // HOUR - 15
    assert shown[date(2024, 5, 14)].counted == pytest.approx(view.series.values[first:].sum())
    assert shown[date(2024, 5, 4)].seen == 15


def test_a_day_that_begins_at_half_an_hour_of_utc_keeps_its_date():
    """Where midnight is no whole hour of UTC, the hour in which a day ends is still that day's."""
    view = source_view(State.STEADY)
    shown = days(view, line(view, days=3), ZoneInfo("Asia/Kolkata"))
    assert [(one.day, one.hours) for one in shown] == [
        (date(2024, 5, 14), 18),
        (date(2024, 5, 13), 24),
        (date(2024, 5, 12), 24),
        (date(2024, 5, 11), 6),
    ]


def test_a_topic_that_began_an_hour_ago_is_drawn():
    """A line of one value, and one of none, is still a sheet."""
    for hours in (1, 2):
        view = topic_view(State.STEADY)
        lead = replace(view.leading.assessment, at=view.leading.series.start + timedelta(hours=hours))
        young = replace(view, sources=(replace(view.leading, assessment=lead, gaps=()),))
        shown = finding(young, Paper("Lantern", "ru", "Asia/Kolkata"))
        assert len(shown.line.level) == hours
        assert figure.png(shown, shape=Shape.PAGE)
        assert figure.pdf(shown, shape=Shape.WIDE)
