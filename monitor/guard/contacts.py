"""Ways to reach or find one person: a phone, an e-mail address, the page of an account, a house in a street."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from . import lists
from .data import hosts
from .fold import identity, letters

Span = tuple[int, int]

_EMAIL = re.compile(
    r"[\w.+-]+\s*(?:@|\[at\]|\(at\)|\{at\}|\[собака\]|\(собака\)|\s(?:at|собака)\s(?=[\w-]+\s?(?:\.|\(dot\)|\[dot\]|\sdot\s|\sточка\s)))\s*"
    r"[\w-]+(?:\s*(?:\.|\[dot\]|\(dot\)|\{dot\}|\sdot\s|\sточка\s|\(точка\)|\[точка\])\s*[\w-]+)+",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w.,/-])(?:\+|00|tel:?\s*)?\(?\d[\d\s().\-‐‑–—/_]{4,}\d(?![\w])", re.IGNORECASE)
_PHONE_IN_A_TAG = re.compile(r"(?<!\d)\d{9,15}(?!\d)")
_DATE = re.compile(
    r"(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)?\d\d"
    r"|\d{4}\s?[-–—/]\s?\d{4}|(?:19|20)\d{6}"
)
_NUMBERED = re.compile(r"(?:19|20)\d\d/\d{1,4}|[1-9]\d{2,5}/\d\d")  # a law, a case: its year and its number
_QUANTITY = re.compile(r"\d{1,3}(?:[ ., _]000)+|\d{1,3}(?:,\d{3})+|[1-9]0{5,}")
_HANDLE_SIGN = re.compile(
    r"\b(?:ig|insta|instagram|tg|telegram|телеграм|тг|vk|вк|skype|скайп|snap|snapchat|whatsapp|viber|wechat|signal|tiktok|discord|line)\s*[:=]\s*(@?[\w.]{3,})",
    re.IGNORECASE,
)
_AT = re.compile(r"@[\w.]{2,}")
_SHORTEST_PHONE, _LONGEST_PHONE = 7, 15

_FIRST = frozenset(hosts.FIRST.split())
_AFTER_A_WORD = {
    host: tuple(words.split("|")) for host, _, words in (one.partition(":") for one in hosts.AFTER_A_WORD.split())
}
_OWN_HOST = (
    "livejournal.com",
    "tumblr.com",
    "bsky.social",
    "blogspot.com",
    "wordpress.com",
    "deviantart.com",
    "carrd.co",
)
_NO_PERSON = frozenset(hosts.NO_PERSON.split())
_FEDIVERSE = re.compile(r"^(?:@[\w.-]+(?:@[\w.-]+)?|users/[\w.-]+|u/[\w.-]+|profile/[\w.-]+)(?:/|$)", re.IGNORECASE)


def email(text: str) -> Span | None:
    """Where an e-mail address stands, also one that hides its sign; None where none does."""
    found = _EMAIL.search(text)
    return found.span() if found else None


def account(text: str, official: Collection[str]) -> Span | None:
    """Where somebody's account is named in running words: @name, or `ig: name`."""
    for found in (*_AT.finditer(text), *_HANDLE_SIGN.finditer(text)):
        if identity(found[found.lastindex or 0]) not in official:
            return found.span()
    return None


def phone(text: str, *, joined: bool) -> Span | None:
    """Where a phone number stands; a date, a span of years, a law's and a round number are none."""
    digits = text.replace("_", " ") if joined else text
    tagged = _PHONE_IN_A_TAG.finditer(digits) if joined else iter(())
    for found in (*_PHONE.finditer(digits), *tagged):
        written = found[0].strip()
        count = sum(one.isdigit() for one in written)
        if _SHORTEST_PHONE <= count <= _LONGEST_PHONE and not _is_no_phone(written):
            return found.span()
    return None


def _is_no_phone(written: str) -> bool:
    return any(one.fullmatch(written) for one in (_DATE, _NUMBERED, _QUANTITY))


def profile(address: str, official: Collection[str]) -> Span | None:
    """Where a web address leads to the page of an account, unless an official one; None where it does not."""
    bare = re.sub(r"^https?://", "", address.strip(), flags=re.IGNORECASE)
    host, _, rest = bare.partition("/")
    host = re.sub(
        r"^(?:www|m|mobile|web|old|new|de|fr|ru|en|uk|l|ru-ru|[a-z]{2}-[a-z]{2})\.",
        "",
        host.casefold().partition(":")[0],
    )
    rest = rest.partition("?")[0] if "profile.php" not in rest else rest
    who = _owner(host, rest.strip("/"))
    if not who or identity(who) in official:
        return None
    start = address.casefold().find(who.casefold())
    return (start, start + len(who)) if start >= 0 else (0, len(address))


def _owner(host: str, path: str) -> str:
    """The account whose page an address is, "" where it is none."""
    parts = path.split("/")
    own = next((one for one in _OWN_HOST if host.endswith(f".{one}")), "")
    if own:
        return host.removesuffix(f".{own}")
    for word in _AFTER_A_WORD.get(host, ()):
        if parts[0].casefold().partition("?")[0] == word and (len(parts) > 1 or "?" in parts[0]):
            return parts[1] if len(parts) > 1 else parts[0]
    if host in _FIRST:
        return parts[0] if parts[0] and parts[0].casefold() not in _NO_PERSON else ""
    if host in _AFTER_A_WORD:
        return ""
    return path.partition("/")[0] if path.startswith("@") else (path if _FEDIVERSE.match(path) else "")


_PIECE = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?|\d+(?:[-/]?[a-zа-яё](?![^\W\d_]))?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}(?:[-/]?[a-zа-яё])?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 4


def street(text: str) -> Span | None:
    """Where a house in a street stands: the word for a street, a name, and a number that is no year."""
    found = list(_PIECE.finditer(text))
    plain = [letters(piece[0]).rstrip(".").replace("-", "") for piece in found]
    for place, word in enumerate(plain):
        if not _is_street(word) or any(one in lists.SEATS for one in plain):
            continue
        near = range(max(place - _NEAR, 0), min(place + _NEAR + 1, len(found)))
        number = next((one for one in near if _is_house(plain, one)), None)
        if (
            number is not None
            and abs(number - place) + (word not in lists.STREETS) > 0
            and _named(plain, place, number)
        ):
            first, last = sorted((place, number))
            return found[first].start(), found[last].end()
    return None


def _is_street(word: str) -> bool:
    joined = len(word) > 6 and word.endswith(lists.JOINED_STREETS) and word not in lists.PLAIN_OTHER
    return word in lists.STREETS or joined


def _is_house(plain: Sequence[str], place: int) -> bool:
    return bool(_NUMBER.fullmatch(plain[place])) and not _YEAR.fullmatch(plain[place])


def _named(plain: Sequence[str], place: int, number: int) -> bool:
    """Whether the street has a name: another word stands between it and the number, or beside it."""
    if plain[place] not in lists.STREETS:
        return number - place in (1, -1, 2)
    others = [
        one for one in plain[max(place - _NEAR, 0) : place + _NEAR + 1]
        if len(one) > 2 and one[0].isalpha() and one not in lists.STREETS and one not in lists.HOUSES
    ]  # fmt: skip
    return bool(others)
