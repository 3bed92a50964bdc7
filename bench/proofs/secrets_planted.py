"""A secret of its own in every place where Monitor is given one, and the search for each of them."""

from __future__ import annotations

import base64
import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from monitor.sources.mastodon import token_variable

_NETRC = ".netrc"
NOT_SEARCHED = ("config.yaml", "secrets.toml", _NETRC)  # where the user wrote them


@dataclass(frozen=True, slots=True)
class Planted:
    """The secrets by the place they were given in."""

    by_place: Mapping[str, str]

    def environ(self, platform: str, mail: str, hook: str) -> Mapping[str, str]:
        """The environment of a campaign whose platform, mail server and webhook stand at these addresses."""
        of = self.by_place
        host = hook.removeprefix("http://")
        return {
            "MONITOR_X_TOKEN": of["x"],
            "MONITOR_MEDIACLOUD_KEY": of["mediacloud"],
            token_variable(platform): of["mastodon"],
            "MONITOR_CHANNEL_MAIL": f"mailto://ann:{of['mail']}@{mail}?from=a@example.org&to=b@example.org&mode=insecure",
            "MONITOR_CHANNEL_HOOK": f"json://ann:{of['hook']}@{host}/{of['hookpath']}",
            "MONITOR_CHANNEL_BARE": f"json://{host}/{of['hookpath']}",
            "MONITOR_CHANNEL_WRONG": f"mailtos://ann:{of['wrong']}@",
            "PGPASSWORD": of["postgresql"],
        }

    def forms(self) -> Iterator[tuple[str, re.Pattern[bytes]]]:
        """Each secret as it may be written: plain or in small letters, in percent signs, base64, hexadecimal."""
        for place, secret in self.by_place.items():
            for form in _written(secret.encode()):
                yield place, re.compile(re.escape(form), re.IGNORECASE)

    def netrc(self, folder: Path) -> Path:
        """A file of logins that is meant for other programs: one for every host."""
        path = folder / _NETRC
        path.write_text(f"default login ann password {self.by_place['netrc']}\n", encoding="utf-8")
        path.chmod(0o600)
        return path

    def found_in(self, text: bytes) -> list[str]:
        """The places whose secret stands in a text."""
        return sorted({place for place, form in self.forms() if form.search(text)})


def planted() -> Planted:
    """Fresh secrets, unlike any other word, with signs that are written otherwise in addresses."""
    places = (
        "x",
        "mediacloud",
        "mastodon",
        "mail",
        "hook",
        "hookpath",
        "wrong",
        "postgresql",
        "heartbeat",
        "oidc",
        "cookie",
        "netrc",
    )
    return Planted({place: f"{place[:2]}{secrets.token_hex(18)}" for place in places})


def _written(secret: bytes) -> Iterator[bytes]:
    yield secret
    yield secret.hex().encode()
    yield "".join(f"%{one:02x}" for one in secret).encode()
    yield quote(secret).encode()
    for before in range(3):  # wherever it begins within what is coded; the ends depend on what stands beside it
        coded = base64.b64encode(b"\0" * before + secret).rstrip(b"=")
        middle = coded[4 if before else 0 : -4]
        yield middle
        yield middle.replace(b"+", b"-").replace(b"/", b"_")


def config(folder: Path, platform: str, heartbeat: str, *, more: str = "") -> Path:
    """A campaign that asks every source that wants a secret, warns on every channel, and gives signs of life."""
    path = folder / "config.yaml"
    path.write_text(
        f"""
campaign: {{alias: Campaign A, official_accounts: ["@campaign"]}}
topics: {{lanterns: {{tags: [LumenLanterns], mentions: ["@campaign"]}}}}
sources:
  archive: {{}}
  x: {{base_url: "{platform}", allow_private: true, sample: true, mentions: true, own_account: "@campaign"}}
  mediacloud: {{base_url: "{platform}/api", allow_private: true}}
  mastodon: {{instances: ["{platform}"], allow_private: true}}
warnings: {{channels: {{mail: {{}}, hook: {{}}, bare: {{}}, wrong: {{}}}}}}
calendar: {{serve: false}}
heartbeat: {{url: "{heartbeat}", allow_private: true}}
store: sqlite:///monitor.db
{more}""",
        encoding="utf-8",
    )
    return path


def misplaced(of: Planted) -> Sequence[tuple[str, str]]:
    """Configs with a secret where none may stand, each with the word that the refusal must hold."""
    secret = of.by_place["wrong"]
    begin = "topics: {lanterns: {tags: [LumenLanterns]}}\n"
    return (
        (f"{begin}store: postgresql://ann:{secret}@127.0.0.1/monitor\n", "store"),
        (f"{begin}store: postgresql://127.0.0.1/monitor?password={secret}\n", "store"),
        (f"{begin}heartbeat: {{url: 'https://ann:{secret}@example.org/ping'}}\n", "heartbeat"),
        (f"{begin}sources: {{x: {{token: {secret}}}}}\n", "token"),
        (f"{begin}sources: {{mediacloud: {{base_url: 'https://ann:{secret}@example.org'}}}}\n", "base_url"),
        (f"{begin}warnings: {{channels: {{team: {{url: 'mailtos://ann:{secret}@example.org'}}}}}}\n", "url"),
        (f"{begin}sources: {{mastodon: {{instances: ['https://ann:{secret}@example.org']}}}}\n", "instances"),
        (f"{begin}sources: {{news: {{feeds: {{a: 'https://ann:{secret}@example.org/rss'}}}}}}\n", "feeds"),
    )


def host_of(address: str) -> str:
    """The host and port of a web address."""
    return urlsplit(address).netloc
