"""Why something was not done: kept beside the form that asked for it, in the reader's language where we know the words.

A page is drawn anew every few seconds, so that a sentence which is only said once is gone before it is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import streamlit as st

from ..words.cleaning import plain
from .viewer import Viewer

_REFUSED = "refused"  # in the session: the form that was refused last, and why
_TIME = r"[\d :-]+"
_WHY: Mapping[str, str] = {
    "time": rf".* is not a time such as (?P<example>{_TIME}) \(a date and a time of day\)",
    "gap": rf"(?P<time>{_TIME}) does not exist in (?P<zone>[\w/+-]+): the clocks go forward then; "
    rf"the nearest times are (?P<before>{_TIME}) and (?P<then>{_TIME})",
    "over": "that time is over: .*",
    "far": "(?:that time is more than two years ahead|no clock shows the end of that time): .*",
    "to_come": "a push is done when it has gone out: .*",
    "long_ago": "that time is more than a year ago: .*",
    "topic": "a push needs a topic; .*",
    "owner": "a push needs an owner: .*",
    "reason": r"say why push \d+ is \w+: .*",
    "exposes": r"nobody has ticked yet that push (?P<number>\d+) exposes nobody: .*",
    "changed": r"push (?P<number>\d+) was changed by somebody else meanwhile: .*",
    "state": r"(?:there is no push|push) (?P<number>\d+)(?: is \w+| has no window \d+)?: .*",
    "long": r"[\w -]+ is longer than (?P<longest>[\d,]+) characters: .*",
    "viewer": "You may look but not change anything here: .*",
    "silence_incomplete": "a snooze needs who wants it .*",
    "silence_over": r"a snooze must end in the future .*",
    "silence_long": r"a snooze lasts (?P<days>\d+) days at most: .*",
    "silence_gone": r"no snooze \d+ is in force: .*",
    "no_topic": "there is no topic .*: the topics are .*",
    "no_warning": r"there is no warning \d+: .*",
    "note_incomplete": "a note needs what happened and who writes it, .*",
    "note_to_come": "a note tells what happened: .*",
    "no_note": r"there is no note (?P<number>\d+): .*",
    "collecting": "nothing was wiped: `monitor run` or `monitor collect` .*",
}

_GUARDED = re.compile(
    r'(?P<where>.*? line \d+: topics\..*?): (?P<term>".*?") may be a (?P<whom>private person|gathering)'
    r'(?: \((?P<seen>".*?") looks like (?P<what>[\w -]+)\))?(?:, whom following can put in danger|'
    r", and who is watched there can be put in danger); "
    r"(?P<office>if it is an office .*?; otherwise )?someone must answer for it in this topic's "
    r"(?P<entry>confirmed: .*)"
)
_UNFITTING = re.compile(
    r'(?P<where>.*? line \d+: topics\..*?): (?P<term>".*?") is no term of this topic, .*?; '
    r'(?:did you mean (?P<meant>".*")\?|delete .*)'
)
_EARLY = re.compile(
    r"(?P<where>.*? line \d+: topics\..*?): (?P<day>\S+) has not come yet, .* \(today is (?P<today>[\d-]+)\)"
)
_LOOKS_LIKE: Mapping[str, str] = {
    "an account": "account",
    "the page of an account": "profile",
    "an e-mail address": "email",
    "a phone number": "phone",
    "a patronymic": "patronymic",
    "a name": "name",
    "a house in a street": "street",
    "a place or a call with a day or a time": "gathering",
}


def keep(form: str, sentence: str) -> None:
    """Remember why what a form asked for was not done, until something else is asked for; nothing where it was."""
    st.session_state[_REFUSED] = (form, sentence)


def answer(form: str, viewer: Viewer) -> None:
    """Say why what was asked for in that form was not done, where it was the last that was asked for."""
    asked, sentence = st.session_state.get(_REFUSED, ("", ""))
    if asked == form and sentence:
        refuse(sentence, viewer)


def refuse(sentence: str, viewer: Viewer) -> None:
    """Say why something was not done: in the reader's language where the reason is one of ours."""
    for name, pattern in _WHY.items():
        found = re.fullmatch(pattern, sentence, re.DOTALL)
        if found:
            st.error(viewer.say(f"refused.{name}", count=None, **found.groupdict()))
            return
    st.error(viewer.say("refused"))
    st.text(plain(sentence))  # whatever it quotes is letters here; st.error would read it as Markdown


def config_error(message: str, viewer: Viewer) -> str:
    """What is wrong in config.yaml, line by line: in the reader's language where the guard of terms says it."""
    return "\n".join(_config_line(line, viewer) for line in message.splitlines())


def _config_line(line: str, viewer: Viewer) -> str:
    guarded, early, unfitting = _GUARDED.fullmatch(line), _EARLY.fullmatch(line), _UNFITTING.fullmatch(line)
    if guarded:
        return _guarded(guarded, viewer)
    if early:
        return viewer.say("refused.early", count=None, **early.groupdict())
    if not unfitting:
        return line
    told = viewer.say("refused.unfitting", where=unfitting["where"], term=unfitting["term"])
    return f"{told} {viewer.say('refused.meant', meant=unfitting['meant'])}" if unfitting["meant"] else told


def _guarded(found: re.Match[str], viewer: Viewer) -> str:
    """Why a term was stopped, and what would make it acceptable."""
    whom = "person" if found["whom"] == "private person" else "gathering"
    looks = viewer.say(f"refused.looks.{_LOOKS_LIKE[found['what']]}", seen=found["seen"]) if found["what"] else ""
    parts = [viewer.say(f"refused.{whom}", where=found["where"], term=found["term"], looks=looks)]
    if found["office"]:
        parts.append(viewer.say("refused.office", section="campaign.official_accounts"))
    return " ".join([*parts, viewer.say("refused.answer", entry=found["entry"])])
