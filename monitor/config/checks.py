"""Says of one value whether it is allowed; each check returns the normal form or raises ValueError with the way out."""

from __future__ import annotations

import re
import unicodedata
from datetime import time
from difflib import get_close_matches
from urllib.parse import urlsplit
from zoneinfo import available_timezones

MAX_TERM_LENGTH = 200

_JOINERS = "\u200c\u200d"  # Persian and several Indian scripts are not written right without them
_HANDLE = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?(?:@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)?")
_TOPIC_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}[^\W_](?::\d{1,5})?")
_TIME_OF_DAY = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
NEVER = "never"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EDITION = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,8}){0,2}|simple")
_HAND_NAMES = {
    "english": "en", "russian": "ru", "german": "de", "deutsch": "de", "french": "fr", "spanish": "es",
    "arabic": "ar", "persian": "fa", "farsi": "fa", "turkish": "tr", "polish": "pl", "chechen": "ce",
    "ukrainian": "uk", "ua": "uk", "chinese": "zh", "cn": "zh", "japanese": "ja", "jp": "ja", "korean": "ko",
    "kr": "ko", "norwegian": "no", "czech": "cs", "cz": "cs", "greek": "el", "gr": "el", "portuguese": "pt",
    "hindi": "hi", "hebrew": "he", "italian": "it", "dutch": "nl", "swedish": "sv", "kazakh": "kk", "kz": "kk",
}  # fmt: skip
_ISO_639_1 = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "  # noqa: SIM905
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja "
    "jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb "
    "nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq "
    "sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)


def tag(value: str) -> str:
    """A hashtag without its sign.

    >>> tag("#CloseTheCamps")
    'CloseTheCamps'
    """
    text = _visible(value).lstrip("#＃﹟")
    if text.startswith(("@", "＠")):
        raise ValueError("this is an account, not a hashtag; write it under mentions")
    if any(character.isspace() for character in text):
        raise ValueError("a hashtag has no spaces; write the words together, or write this under phrases")
    stop = next((character for character in text if not _tag_character(character)), None)
    if stop is not None:
        raise ValueError(f"a hashtag ends at '{stop}'; leave it out, or write this under phrases")
    if not any(character.isalnum() for character in text):
        raise ValueError("a hashtag needs at least one letter or digit")
    return text


def mention(value: str) -> str:
    """An account without its sign, as name, name@server or name.domain."""
    text = _visible(value)
    if text.startswith("#"):
        raise ValueError("this is a hashtag, not an account; write it under tags")
    text = text.lstrip("@＠")
    if not _HANDLE.fullmatch(text):
        raise ValueError(
            "an account is written as @name, @name@server.org or @name.server.org (Latin letters, digits, _)"
        )
    return text


def phrase(value: str) -> str:
    """Words that stand together in a post."""
    text = " ".join(_visible(value).split())
    if sum(character.isalnum() for character in text) < 2:
        raise ValueError("a phrase needs at least two letters or digits")
    if re.search(r"(?:^|\s)[@＠]\w", text):
        raise ValueError("a phrase cannot hold an @account; write the account under mentions")
    return text


def link(value: str) -> str:
    """A domain or the beginning of a web address, without http(s)://.

    >>> link("https://Example.org/camps/")
    'example.org/camps/'
    """
    text = _visible(value)
    bare = re.sub(r"^https?://", "", text, flags=re.IGNORECASE)
    if "://" in bare or len(bare.split(maxsplit=1)) > 1:
        raise ValueError("a link is a domain such as example.org or the beginning of an address, without spaces")
    host, slash, rest = bare.partition("/")
    try:
        known = "@" not in host and urlsplit(f"//{host}").hostname is not None
    except ValueError:
        known = False
    if not known or not _DOMAIN.fullmatch(host):
        raise ValueError(
            "a link is a domain such as example.org, or the beginning of an address such as example.org/report"
        )
    return host.lower() + slash + rest


def article(value: str) -> str:
    """A Wikipedia title, with spaces as the reader sees them."""
    text = _visible(value).replace("_", " ").strip()
    if re.match(r"https?:|\w+\.wikipedia\.org", text):
        raise ValueError("write the article's title only, as it stands above the article")
    if not text or re.search(r"[#<>\[\]{}|]", text):
        raise ValueError("a title has none of # < > [ ] { } |")
    return text


def edition(value: str) -> str:
    """The language of a Wikipedia, as in its address."""
    text = value.lower()
    if not _EDITION.fullmatch(text):
        raise ValueError("a Wikipedia is named by its language, as in its address: en, ru, de" + _meant_language(text))
    return text


def language(value: str) -> str:
    """An ISO 639 code: two letters (known ones), or three."""
    text = value.lower()
    known = text in _ISO_639_1 if len(text) == 2 else re.fullmatch(r"[a-z]{3}", text) is not None
    if not known:
        raise ValueError("a language is an ISO 639 code of two or three letters such as en" + _meant_language(text))
    return text


def timezone(value: str) -> str:
    """An IANA time zone."""
    zones = available_timezones()
    if value in zones:
        return value
    cities = {zone.rsplit("/", 1)[-1].casefold(): zone for zone in sorted(zones, reverse=True)}
    wanted = value.strip()[:64].casefold().replace(" ", "_")
    near = get_close_matches(wanted.rsplit("/", 1)[-1], cities, n=1, cutoff=0.75)
    hint = f"; did you mean '{cities[near[0]]}'?" if near else ""
    raise ValueError(f"a time zone is named by region and city, such as Europe/Berlin, or UTC{hint}")


def topic_key(value: str) -> str:
    """The name of a topic in the store."""
    if len(value) <= 64 and _TOPIC_KEY.fullmatch(value):
        return value
    ascii_only = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:64].strip("-")
    hint = f"; did you mean '{slug}'?" if slug else ""
    raise ValueError(f"a topic's name has only a-z, 0-9 and single -, at most 64 of them{hint}")


def label(value: str) -> str:
    """A short name in one line, for people."""
    return _filled(value, longest=100)


def confirmed_term(value: str) -> str:
    """A term as it stands in its topic: as long as one may be there, with or without its sign."""
    return _filled(value, longest=MAX_TERM_LENGTH)


def store(value: str) -> str:
    """The store's URL; never one with a password, which would stand in the file for all to read."""
    kind, separator, rest = value.partition("://")
    if not separator or kind.lower() not in {"sqlite", "postgres", "postgresql", "postgresql+psycopg"}:
        raise ValueError("a store is sqlite:///FILE or postgresql://USER@HOST/DATABASE")
    if kind.lower() != "sqlite":
        return f"postgresql+psycopg://{_without_password(rest)}"
    if not re.fullmatch(r"/[^?#\x00]*[^?#/:\x00]", rest) or rest == "/:memory":
        raise ValueError(
            "SQLite needs a file: sqlite:///data/monitor.db beside this file, sqlite:////path for a full path"
        )
    return f"sqlite://{rest}"


def _without_password(rest: str) -> str:
    login, at, place = rest.rpartition("@")
    if ":" in login or "password" in place.lower():
        raise ValueError(
            "a password does not belong in this file; put it into PGPASSWORD or ~/.pgpass and delete it here"
        )
    if not place.strip("/"):
        raise ValueError("the database is missing: postgresql://USER@HOST/DATABASE")
    return login + at + place


def _filled(value: str, *, longest: int) -> str:
    text = _visible(value, longest=longest)
    if not text:
        raise ValueError("this must not be empty")
    return text


def _visible(value: str, *, longest: int = MAX_TERM_LENGTH) -> str:
    """The text stripped; refused when it is too long or holds what nobody can see."""
    text = value.strip()
    if len(text) > longest:
        raise ValueError(f"this is longer than {longest} characters")
    if text.isascii() and text.isprintable():
        return text
    for character in text:
        if character not in _JOINERS and unicodedata.category(character) in {"Cf", "Cc", "Cs", "Co", "Zl", "Zp"}:
            raise ValueError(f"this holds an invisible character (U+{ord(character):04X}); type it anew without it")
    return text


def _tag_character(character: str) -> bool:
    category = unicodedata.category(character)
    return character in _JOINERS or character == "·" or category[0] in "LMNS" or category == "Pc"


def _meant_language(text: str) -> str:
    return f"; did you mean '{_HAND_NAMES[text]}'?" if text in _HAND_NAMES else ""


def channel(value: str) -> str:
    """The name of a way to reach people, which also names an environment variable."""
    if len(value) <= 32 and _TOPIC_KEY.fullmatch(value):
        return value
    raise ValueError("a channel is named with small letters, digits and single dashes, such as team-mail")


def weekday(value: str) -> str:
    """A day of the week by its English name, or never."""
    name, allowed = value.strip().casefold(), (*WEEKDAYS, NEVER)
    if name in allowed:
        return name
    near = get_close_matches(name, allowed, n=1)
    raise ValueError(f"must be one of {', '.join(allowed)}{f'; did you mean {near[0]}?' if near else ''}")


def time_of_day(value: object) -> time:
    """A time of day; YAML reads 22:00 without quotes as the number of minutes, which is no guess."""
    if isinstance(value, time):
        return value
    if isinstance(value, str) and (found := _TIME_OF_DAY.fullmatch(value.strip())):
        return time(int(found[1]), int(found[2]))
    raise ValueError('must be a time of day in quotes, such as "22:00"')
