"""A gathering: a spot or a city with a day or a time of day, or a time of day with words for coming together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import lists
from .fold import key, letters
from .roles import role
from .words import Word

Span = tuple[int, int]

_CLOCK = re.compile(
    r"(?<![\d:])(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d(?![\d.:])\s?(?:am|pm|uhr|h)?|\s?(?:[ap]\.?m\b\.?|uhr\b|o'?clock\b|час(?:ов|а)?\b|год\b))"
    r"|(?<![\d:])(?:[01]?\d|2[0-4])\s?(?:h|ч)(?:[0-5]\d)?(?![\w])|(?<!\w)(?:в|о|um|at|las|alle|às|ore|godz|saat)\s(?:[01]?\d|2[0-4])(?![\d.:%\w])"
    r"|(?<!\d)(?:[01]?\d|2[0-4])\s?[点點時시](?:半|[0-5]?\d[分분])?",
    re.IGNORECASE,
)
_HOURS = (
    "один|час|два|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|двенадцать|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    "twelve|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|deux|trois|quatre|"
    "cinq|sept|huit|neuf|dix|onze"
)
_CLOCK_IN_WORDS = re.compile(
    rf"\b(?:{_HOURS}|[01]?\d|2[0-4])\s(?:часов\s)?(?:вечера|утра|дня|ночи|o'clock|uhr|heures|часов"
    r"|in the (?:evening|morning|afternoon)|de la (?:tarde|noche|mañana))"
    r"|(?:ساعت|الساعه|الساعة|сағат|саат|соат|saat|soat|pukul|jam|ժամը|שעה|בשעה|ώρα|ora|ore|godz\.?)\s?(?:\d|ال\w{4,7}ة)"
    r"|\d{1,2}(?::\d\d)?\s?(?:बजे|টা|টায়|น\.|hrs?\b|óra|horas|гадзін|годин|μ\.μ\.|מ?אחה|مساء|صباحا|ظهرا|عصر|صبح|شب)"
    r"|[一二三四五六七八九十]{1,3}[点點时時]|\b(?:at|um|в)\s(?:noon|midnight|mittag|полдень|полночь)\b",
    re.IGNORECASE,
)
_TAG_CLOCK = re.compile(
    r"(?<!\d)(?:[01]?\d|2[0-4])(?:[ap]m|uhr|h(?:rs?|[0-5]\d)?|ч)(?![a-zа-яё])|(?<!\d)(?:[01]\d|2[0-3])_?[0-5]\d(?=\D*$)(?<!19\d\d)(?<!20\d\d)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<![\d./-])(?:\d{1,2}[./-]\d{1,2}(?:[./-](?:19|20)?\d\d)?|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})(?![\d/-])"
)
_CHINESE_DAY = re.compile(
    r"今[天晚夜日]|明[天晚日]|后天|[周週][一二三四五六日天]|星期[一二三四五六日天]|[月火水木金土日]曜|[월화수목금토일]요일|오늘|내일|\d{1,2}\s?[月월]\s?\d{1,2}\s?[日号號일]?|[一二三四五六七八九十]+月[一二三四五六七八九十]+[日号號]"
)
# An hour that only a preposition tells, and how words end that follow a number of things: в 7 странах, las 13 rosas.
_BARE_HOUR = re.compile(r"(\w+)\s\d{1,2}")
_COUNTED = {"в": re.compile("akh$"), "о": re.compile("akh$"), "las": re.compile(""), "alle": re.compile("[^aio]$")}
_A = re.compile(r"\ba\s$", re.IGNORECASE)  # a las 18
_NAMES_OF_DAYS = frozenset(("9/11", "11/9", "7/7", "24/7", "9-11", "24-7", "1-0", "50/50"))
_SHORT_DAY = re.compile(r"(?<![\w])([0-3]?\d)([JFMASOND])(?=[A-ZА-Я]|$|\W)")
_NUMBER = re.compile(r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?!\d)")
_AROUND = 3
_SHORT_SPOTS = 2


def gathering(text: str, found: Sequence[Word], *, joined: bool) -> Span | None:
    """The part of a term that looks like a gathering, from the first to the last word of it; None where none does."""
    clock, day = _clock(text, joined=joined), _day(text, found, joined=joined)
    when = clock or day
    if when is None:
        return None
    where = _place(text, found, when)
    if where is None and clock and day:
        where = day
    if where is None and clock:
        where = next((_span(word) for word in found if _may_be_spot(text, word, clock)), None)
    if where is None:
        where = next((_span(word) for word in found if letters(word.text) in lists.CALLS), None)
    if where is None and any(letters(word.text) in lists.MEETINGS for word in found):
        where = _after_preposition(found, when)
    if where is None:
        return None
    spans = [one for one in (clock, day, where) if one]
    return min(one[0] for one in spans), max(one[1] for one in spans)


def _may_be_spot(text: str, word: Word, clock: Span) -> bool:
    """Whether a word beside a time of day is of those for meeting, or may be a place no list holds."""
    if letters(word.text) in lists.MEETINGS:
        return True
    of, apart = role(word.text), word.end <= clock[0] or word.start >= clock[1]
    named = apart and len(word.text) > _AROUND and not (of.plain or of.ordinary or of.linking)
    return named and not _is_counted(text, word, clock)


def _is_counted(text: str, word: Word, clock: Span) -> bool:
    """Whether a word follows a bare hour at once as what is counted follows its number."""
    bare = _BARE_HOUR.fullmatch(text[clock[0] : clock[1]])
    counted = _COUNTED.get(bare[1].lower()) if bare else None
    if not counted or word.start <= clock[1] or text[clock[1] : word.start].strip() or _A.search(text[: clock[0]]):
        return False
    return bool(counted.search(letters(word.text)))


def _clock(text: str, *, joined: bool) -> Span | None:
    found = _CLOCK.search(text) or _CLOCK_IN_WORDS.search(text) or (_TAG_CLOCK.search(text) if joined else None)
    return found.span() if found else None


def _day(text: str, found: Sequence[Word], *, joined: bool) -> Span | None:
    """Where a day stands: in numbers, or by its name."""
    for numeric in (*_NUMERIC.finditer(text), *_CHINESE_DAY.finditer(text)):
        if numeric[0] not in _NAMES_OF_DAYS and _is_date(numeric[0]):
            return numeric.span()
    short = _SHORT_DAY.search(text) if joined else None
    if short and 0 < int(short[1]) <= 31:
        return short.span()
    return _in_words(text, found)


def _after_preposition(found: Sequence[Word], when: Span) -> Span | None:
    """A word that is no plain one, after `on`, `at` or the like: a place no list holds."""
    for place, word in enumerate(found[1:], 1):
        apart = word.end <= when[0] or word.start >= when[1]
        if apart and letters(found[place - 1].text) in lists.BEFORE_PLACES and not role(word.text).plain:
            return _span(word)
    return None


def _is_date(written: str) -> bool:
    numbers = [int(one) for one in re.findall(r"\d+", written)]
    small = [one for one in numbers if one <= 31]
    return len(small) >= min(2, len(numbers)) and any(one <= 12 for one in small) and 0 not in small if small else True


def _in_words(text: str, found: Sequence[Word]) -> Span | None:
    for word in found:
        small = letters(word.text)
        if small in lists.MONTHS:
            number = _beside(text, word)
            if number:
                return number
        if (small in lists.WEEKDAYS and len(small) > _AROUND) or (small in lists.SOON and len(small) > _SHORT_SPOTS):
            return _span(word)
    return None


def _beside(text: str, word: Word) -> Span | None:
    """The day of a month beside its name: `5 May`, `May 5th`, `den 5. Mai`."""
    before = re.search(
        r"(?:^|\D)(0?[1-9]|[12]\d|3[01])(?:\.|st|nd|rd|th|er|го|-го)?[\s_]*(?:de\s|of\s|d['’])?$", text[: word.start]
    )
    if before:
        return before.start(1), word.end
    after = re.match(r"[\s_.]*(?:the\s)?(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er)?(?!\d)", text[word.end :])
    return (word.start, word.end + after.end()) if after else None


def _place(text: str, found: Sequence[Word], when: Span) -> Span | None:
    """Where a city or a spot to meet stands outside the time itself."""
    free = [word for word in found if word.end <= when[0] or word.start >= when[1]]
    for place, word in enumerate(free):
        small = letters(word.text)
        pair = letters(word.text + free[place + 1].text) if place + 1 < len(free) else ""
        if small in lists.COUNTRIES or small in lists.SOON or small in lists.WEEKDAYS or small in lists.MONTHS:
            continue
        if pair and pair in lists.CITY_LETTERS:
            return word.start, free[place + 1].end
        if small in lists.SPOTS or is_city(word.text):
            return _span(word)
    return next((_span_of(text, spot) for spot in _CHARACTERS if spot in text), None)


def is_city(text: str) -> bool:
    """Whether a word is a city, in any case of Slavic languages."""
    whole = key(text)
    if whole in lists.CITIES:
        return True
    if text.isascii():
        return False
    stems = (whole.removesuffix(end) for end in ("u", "e", "a", "i", "om", "oi") if whole.endswith(end))
    return any(stem + other in lists.CITIES for stem in stems for other in ("", "a") if len(stem) > _AROUND)


def _span(word: Word) -> Span:
    return word.start, word.end


def _span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return start, start + len(part)


_CHARACTERS = tuple(spot for spot in lists.SPOTS if len(spot) >= _SHORT_SPOTS and "\u3040" <= spot[0] <= "\ud7a3")
