"""Pushes in words: what is proposed and planned, when it could go out, and what it brought; plain sentences first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from ..local import zone
from ..model import Check, Effect, Extra, Push, PushState, Verdict, Window
from ..words import TEXTS, say
from ..words.cleaning import one_line
from .plan import FADING, FADING_SOON, HEAVY_NEWS, UNTAKEN

_REASONS = {FADING: "fading", FADING_SOON: "fading.soon", UNTAKEN: "untaken"}
_ALIKE = 0.05  # an hour this near to the average is like it
_FEW_WEEKS, _FEW_PEOPLE = 4, 10


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom the lines speak to; `zoned` is whether the zone stands beside times, which a page names once."""

    timezone: str
    now: datetime
    language: str = "en"
    zoned: bool = True

    @property
    def place(self) -> str:
        """What stands behind a time to say whose clock shows it."""
        return self.say("place", zone=self.timezone) if self.zoned else ""

    def say(self, key: str, count: float | None = None, /, **values: object) -> str:
        """A text about pushes in the reader's language."""
        return say(f"push.{key}", self.language, count=count, **values)


def push_line(push: Push, *, aliases: Mapping[str, str], timezone: str, now: datetime, language: str = "en") -> str:
    """A push in one line of a list."""
    reader = Reader(timezone, now, language)
    when = moment(push.went_out_at, reader) if push.went_out_at else span(push.starts_at, push.ends_at, reader)
    owner, topics = one_line(push.owner) or reader.say("nobody"), _topics(push, aliases, reader)
    return reader.say("line", number=push.number, state=state_word(push, reader), when=when, owner=owner, topics=topics)


def push_lines(
    push: Push, *, aliases: Mapping[str, str], timezone: str, now: datetime, language: str = "en"
) -> tuple[str, ...]:
    """Everything staff should know of a push but its draft."""
    return lines_for(push, Reader(timezone, now, language), aliases=aliases)


def lines_for(push: Push, reader: Reader, *, aliases: Mapping[str, str]) -> tuple[str, ...]:
    """The same for a reader."""
    topics, state = _topics(push, aliases, reader), state_word(push, reader)
    heading = reader.say("heading", number=push.number, state=state, topics=topics)
    proposed = push.state is PushState.PROPOSED
    return (heading, *_why(push, reader), *(_choice(push, reader) if proposed else _plan(push, reader)))


def check_lines(push: Push, *, language: str = "en") -> tuple[str, ...]:
    """What a human looks at before a push goes out, each with its box."""
    return tuple(check_line(one, ticked=one in push.checked, language=language) for one in Check)


def check_line(check: Check, *, ticked: bool, language: str = "en") -> str:
    """One thing a human looks at before a push goes out, with its box: what was seen, or what is still to be asked."""
    question = say(f"push.check.{check.value}" if ticked else f"push.check.{check.value}.open", language)
    return say("push.check", language, box="☑" if ticked else "☐", question=question)


def effect_lines(effect: Effect, *, alias: str, language: str = "en") -> tuple[str, ...]:
    """What a push brought to a topic: the answer, its numbers, what happened elsewhere meanwhile, and the rest."""
    reader = Reader("UTC", effect.at, language)
    head, topic = effect.headline, one_line(alias)
    if head is None:
        return (reader.say("effect", topic=topic, sentence=reader.say("effect.nothing")),)
    sentence = reader.say(f"effect.{head.verdict.value}", because=_because(head.why, reader))
    lines = [reader.say("effect", topic=topic, sentence=sentence), *_headline(head, reader), *_bought(effect, reader)]
    if head.extra is not None:
        lines += _control(effect.control, reader)
    waiting = head.verdict is Verdict.TOO_EARLY  # said once is enough
    beside = [one for one in effect.extras if one != head and not (waiting and one.verdict is Verdict.TOO_EARLY)]
    lines += [_beside(one, reader) for one in beside]
    numbers = any(one.extra is not None for one in (head, *effect.extras))
    return (*lines, reader.say("interval")) if numbers else tuple(lines)


def _why(push: Push, reader: Reader) -> Iterator[str]:
    """The reason: one of ours in the reader's language, one of staff's as they wrote it."""
    if push.reason:
        own = _REASONS.get(push.reason)
        if own is None:
            yield reader.say("reason", reason=one_line(push.reason))
        elif push.is_open or own == "untaken":  # why a push that went out was proposed is no news
            yield reader.say(own)
    if push.latest and push.is_open:
        yield reader.say("latest", when=day(push.latest, reader))


def _choice(push: Push, reader: Reader) -> Iterator[str]:
    if all((one.start, one.end) != (push.starts_at, push.ends_at) for one in push.windows):
        yield reader.say("when", when=span(push.starts_at, push.ends_at, reader), place=reader.place)  # it was moved
    yield reader.say("windows.soon" if push.reason == FADING_SOON else "windows")
    for number, window in enumerate(push.windows, 1):
        if window.end > reader.now:
            yield reader.say("choice", number=number, window=_window(window, reader))


def _plan(push: Push, reader: Reader) -> Iterator[str]:
    if not push.went_out_at:
        yield reader.say("when", when=span(push.starts_at, push.ends_at, reader), place=reader.place)
    else:
        yield reader.say("went_out", when=moment(push.went_out_at, reader), place=reader.place)
    if push.state is PushState.PLANNED and push.ends_at < reader.now:
        yield reader.say("overdue")
    yield reader.say("owner", owner=one_line(push.owner) or reader.say("nobody"))
    for key, words in (("hook", (push.hook,)), ("channels", push.channels), ("languages", push.languages)):
        if any(words):
            yield reader.say(key, **{key: ", ".join(one_line(one) for one in words)})
    if push.state in (PushState.PLANNED, PushState.DONE):
        yield from check_lines(push, language=reader.language)


def _window(window: Window, reader: Reader) -> str:
    facts = [_audience(window, reader)]
    if window.anchor:
        facts.append(reader.say("anchor", title=one_line(window.anchor)))
    if window.days_from_push is not None:
        facts.append(_near_push(window.days_from_push, reader))
    if window.news is not None and window.news > HEAVY_NEWS:
        facts.append(reader.say("news", ratio=number(window.news, reader)))
    return reader.say("window", when=span(window.start, window.end, reader), facts="; ".join(facts))


def _audience(window: Window, reader: Reader) -> str:
    if window.audience is None:
        return reader.say("audience.unknown")
    place = "more" if window.audience > 1 else "less"
    word = "same" if abs(window.audience - 1) < _ALIKE else place
    told = number(window.audience, reader)
    said = reader.say(f"audience.{word}", round(window.audience, 1), ratio=told)
    if not window.weak:
        return f"{said} {reader.say('weeks', window.weeks, weeks=window.weeks)}"
    weak = "weak" if window.weeks < _FEW_WEEKS else "weak.alike"
    return f"{said}; {reader.say(weak, window.weeks, weeks=window.weeks)}"


def _near_push(days: float, reader: Reader) -> str:
    whole = round(abs(days))
    if whole == 0:
        return reader.say("beside")
    return reader.say("after" if days > 0 else "before", whole, days=whole)


def _headline(head: Extra, reader: Reader) -> Iterator[str]:
    if head.extra is None:
        return
    if head.seen is None or not head.expected:
        yield reader.say("extra.open", **_numbers(head, reader))
        return
    yield reader.say("extra", ratio=_ratio(head.seen / head.expected, reader), **_numbers(head, reader))


def _ratio(ratio: float, reader: Reader) -> str:
    """How much came of what was expected: in times where it is more, as a share where it is less."""
    told = round(ratio, 1)
    if told == 1:
        return reader.say("ratio.same")
    if told > 1:
        return reader.say("ratio.more", told, ratio=number(ratio, reader))
    return reader.say("ratio.less", percent=say("percent", reader.language, number=f"{100 * ratio:.0f}"))


def _bought(effect: Effect, reader: Reader) -> Iterator[str]:
    if effect.days_bought and effect.headline and effect.headline.verdict is Verdict.MORE:
        days, low, high = effect.days_bought
        length = reader.say("days", round(days, 1), days=number(days, reader))
        yield reader.say("bought", days=length, low=number(low, reader), high=number(high, reader))


def _control(control: Extra | None, reader: Reader) -> Iterator[str]:
    if control is None:
        yield reader.say("control.none")
    elif control.extra is None:
        yield reader.say(
            "control.unsaid", source=source_name(control.source, reader), because=_because(control.why, reader)
        )
    else:
        yield reader.say("control", source=source_name(control.source, reader), **_numbers(control, reader))


def _beside(extra: Extra, reader: Reader) -> str:
    source, hours = source_name(extra.source, reader), length(extra.hours, reader)
    if extra.extra is None:
        verdict = reader.say(f"verdict.{extra.verdict.value}", because=_because(extra.why, reader))
        return reader.say("extra.unsaid", source=source, hours=hours, unit=unit_word(extra, reader, 5), verdict=verdict)
    if extra.measure == "people" and extra.seen is not None and extra.seen < _FEW_PEOPLE:
        return reader.say("extra.few people", source=source, hours=hours)
    return reader.say("extra.beside", source=source, **_numbers(extra, reader))


def _numbers(extra: Extra, reader: Reader) -> Mapping[str, str]:
    """The number of an effect with its unit, its length of time and its range."""
    ends = {"low": extra.low, "high": extra.high}
    known = {name: "?" if one is None else signed(one, reader) for name, one in ends.items()}
    whole = round(extra.extra or 0.0)
    unit, hours = unit_word(extra, reader, abs(whole)), length(extra.hours, reader)
    return {"extra": signed(whole, reader), "unit": unit, "hours": hours, **known}


def _because(why: str | None, reader: Reader) -> str:
    return reader.say("because", why=reader.say(f"why.{why}")) if why else ""


def unit_word(extra: Extra, reader: Reader, count: int) -> str:
    """What is counted, in the form that the number takes."""
    key = f"unit.{extra.measure}"
    return reader.say(key, count) if f"push.{key}" in TEXTS else one_line(extra.measure)


def source_name(source: str, reader: Reader) -> str:
    """What a source is called."""
    kind, _, place = source.partition(":")
    name = say(f"source.{kind}", reader.language) if f"source.{kind}" in TEXTS else kind.capitalize()
    return one_line(f"{name} ({place})" if place else name)


def length(hours: int, reader: Reader) -> str:
    """So many hours, or days."""
    if hours > 48 and hours % 24 == 0:
        return reader.say("days", hours // 24, days=hours // 24)
    return reader.say("hours", hours, hours=hours)


def state_word(push: Push, reader: Reader) -> str:
    """How far a push has come; what nobody took up in time was not declined."""
    lapsed = push.state is PushState.DECLINED and push.reason == UNTAKEN
    return reader.say("state.lapsed" if lapsed else f"state.{push.state.value}")


def _topics(push: Push, aliases: Mapping[str, str], reader: Reader) -> str:
    return ", ".join(one_line(aliases.get(key, "")) or reader.say("former_topic") for key in push.topics)


def number(value: float, reader: Reader) -> str:
    """A number to a tenth, with the mark of the language.

    >>> number(1.84, Reader("UTC", datetime.min, "ru")), number(2.0, Reader("UTC", datetime.min))
    ('1,8', '2')
    """
    return f"{round(value, 1):g}".replace(".", say("number.point", reader.language))


def signed(value: float, reader: Reader) -> str:
    """A difference with its sign: in full under a hundred, else to two digits, as nobody knows the third.

    >>> [signed(one, Reader("UTC", datetime.min)) for one in (343.0, -26, 0, 12345)]
    ['+340', '−26', '0', '+12,000']
    """
    whole = round(value)
    digits = len(str(abs(whole)))
    rough = round(abs(whole), min(0, 2 - digits))
    sign = "+" if whole > 0 else "−" if whole < 0 else ""
    return sign + f"{rough:,}".replace(",", say("number.thousands", reader.language))


def moment(at: datetime, reader: Reader) -> str:
    """A moment on the reader's clock; the year unless it is this one, the offset where the clock shows it twice."""
    return _dated("moment", at, reader)


def day(at: datetime, reader: Reader) -> str:
    """The reader's day of a moment; the year unless it is this one."""
    return _dated("day", at, reader)


def _dated(key: str, at: datetime, reader: Reader) -> str:
    place = zone(reader.timezone)
    local = at.astimezone(place)
    key = key if local.year == reader.now.astimezone(place).year else f"{key}.year"
    weekday, month = (say(name, reader.language).split() for name in ("weekdays", "months"))
    names = {"weekday": weekday[local.weekday()], "month": month[local.month - 1]}
    return reader.say(key, day=local.day, year=local.year, clock=_clock(local), **names)


def span(start: datetime, end: datetime, reader: Reader) -> str:
    """From when to when, the day named once where it is one."""
    place = zone(reader.timezone)
    first, last = start.astimezone(place), end.astimezone(place)
    if first.date() == last.date():
        return reader.say("span", start=moment(start, reader), end=_clock(last))
    return reader.say("span.days", start=moment(start, reader), end=moment(end, reader))


def _clock(local: datetime) -> str:
    other = local.replace(fold=1 - local.fold).utcoffset()
    return f"{local:%H:%M} (UTC{local:%z})" if local.utcoffset() != other else f"{local:%H:%M}"
