"""Sending a letter: mail with an id that stays the same, all else through Apprise; addresses are in the environment."""

from __future__ import annotations

import logging
import os
import re
import smtplib
import ssl
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from ipaddress import ip_address
from urllib.parse import parse_qs, urlsplit

from apprise import Apprise, AppriseAsset, NotifyBase, OverflowMode, PersistentStoreMode
from apprise.plugins.email.base import NotifyEmail

from .errors import SendingError
from .model import Letter

_SECONDS = 30.0
_NAME = "Monitor"
_OURSELVES = "monitor.invalid"  # what a mail server is told instead of this machine's name
_SSL, _STARTTLS, _NEVER_ENCRYPTED = "ssl", "starttls", ("rsyslog", "growl")  # as Apprise calls them
_PREFIX = "MONITOR_CHANNEL_"


def variable(channel: str) -> str:
    """The environment variable that holds a channel's address.

    >>> variable("team-mail")
    'MONITOR_CHANNEL_TEAM_MAIL'
    """
    return _PREFIX + channel.upper().replace("-", "_")


def trouble(channel: str, environ: Mapping[str, str]) -> str:
    """What is wrong with a channel's address, without repeating it; empty where it can be used."""
    address = environ.get(variable(channel), "").strip()
    if not address:
        return f"the environment variable {variable(channel)} is not set"
    plugin = _plugin(address)
    if plugin is None:
        return f"the address in {variable(channel)} cannot be read: see github.com/caronc/apprise for how to write one"
    open_to_others = _open_to_others(plugin)
    if open_to_others:
        return f"{variable(channel)} {open_to_others}"
    if isinstance(plugin, NotifyEmail):
        named = re.split(r"[,;\s]+", parse_qs(urlsplit(address).query).get("to", [""])[0])
        missing = len([one for one in named if one]) > len(plugin.targets)
        return f"a recipient in {variable(channel)} is no mail address" if missing else ""
    if len(plugin) > 1:
        return f"{variable(channel)} names several recipients: make a channel for each, so that each is told once"
    return ""


def _open_to_others(plugin: NotifyBase) -> str:
    """Why others on the way could read what is sent, and what to write instead; empty where they cannot."""
    plain, better = not plugin.secure, f"write it with {_first(plugin.secure_protocol)}://"
    host = str(plugin.host or "")
    if isinstance(plugin, NotifyEmail):
        host, plain = str(plugin.smtp_host or ""), str(plugin.secure_mode) not in (_SSL, _STARTTLS)
        better += " and without mode=insecure"
    elif not plugin.secure_protocol:  # on this machine, or by an address of the service's own
        plain, better = _first(plugin.protocol) in _NEVER_ENCRYPTED, "choose another service"
    elif not plugin.protocol:  # it is always encrypted
        plain = False
    if plugin.redirects:
        return "would be followed wherever it leads: leave redirect=yes out"
    if _is_here(host):
        return ""
    if plain:
        return f"would send unencrypted, login and all: {better}"
    return "" if plugin.verify_certificate else "would trust any server that answers: leave verify=no out"


def _first(schemes: str | Sequence[str] | None) -> str:
    return schemes if isinstance(schemes, str) else next(iter(schemes or ()), "")


def _is_here(host: str) -> bool:
    """Whether a host is this machine: nobody stands in between."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def send(channel: str, letter: Letter, message_id: str, *, environ: Mapping[str, str]) -> str:
    """Send a letter on a channel; gives back whom it did not reach, in words, or nothing.

    Raises SendingError where it reached nobody; neither holds an address or a secret.
    """
    wrong = trouble(channel, environ)
    if wrong:
        raise SendingError(wrong)
    plugin = _plugin(environ[variable(channel)].strip())
    if isinstance(plugin, NotifyEmail):
        return _mail(plugin, letter, message_id)
    os.environ["NETRC"] = os.devnull  # its plugins ask by requests, which would send along what stands in ~/.netrc
    carrier = Apprise(asset=_asset())
    if plugin is None or not carrier.add(plugin):
        raise SendingError("its address cannot be used")
    if not carrier.notify(body=letter.text, title=letter.subject, body_format="text"):
        raise SendingError("the service did not take it")
    return ""


def _asset() -> AppriseAsset:
    logging.getLogger("apprise").setLevel(logging.CRITICAL)  # its lines may hold parts of an address
    quiet = PersistentStoreMode.MEMORY
    none = ""  # no picture and no page of anybody's is to be loaded by who reads a message
    return AppriseAsset(
        app_id=_NAME,
        app_desc=_NAME,
        app_url=none,
        image_url_mask=none,
        image_url_logo=none,
        storage_mode=quiet,
        http_redirects=False,  # only the address that was written down is ever told anything
    )


def _plugin(address: str) -> NotifyBase | None:
    plugin = Apprise.instantiate(address, asset=_asset(), suppress_exceptions=True)
    if plugin is not None:
        plugin.overflow_mode = OverflowMode.SPLIT  # a letter that is too long for a service comes in parts
    return plugin


def _mail(plugin: NotifyEmail, letter: Letter, message_id: str) -> str:
    """Mail as Apprise's address describes it; written here, as Apprise gives every mail an id of its own."""
    sender = str(plugin.from_addr[1])
    people = [address for _, address in plugin.targets] or [sender]
    try:
        written = _written(letter, message_id, sender=sender, people=people)
    except ValueError:
        raise SendingError("its sender, recipient or subject cannot be written in a mail") from None
    everybody = [*people, *plugin.cc, *plugin.bcc]
    try:
        server = _connected(plugin)
        try:
            refused = server.send_message(written, from_addr=sender, to_addrs=everybody)
        finally:
            with suppress(smtplib.SMTPException, OSError):
                server.quit()
    except smtplib.SMTPAuthenticationError as error:
        raise SendingError(f"the mail server refused the login (code {error.smtp_code})") from None
    except smtplib.SMTPResponseException as error:
        raise SendingError(f"the mail server refused it (code {error.smtp_code})") from None
    except smtplib.SMTPRecipientsRefused:
        raise SendingError("the mail server refused every recipient") from None
    except (smtplib.SMTPException, OSError) as error:
        raise SendingError(f"the mail server does not answer ({type(error).__name__})") from None
    return f"the mail server refused {len(refused)} of {len(everybody)} recipients" if refused else ""


def _connected(plugin: NotifyEmail) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if not plugin.verify_certificate:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    host, port, mode = plugin.smtp_host, int(plugin.port or 0), str(plugin.secure_mode)
    if mode == _SSL:
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, _OURSELVES, timeout=_SECONDS, context=context)
    else:
        server = smtplib.SMTP(host, port, _OURSELVES, timeout=_SECONDS)
    try:
        if mode == _STARTTLS:
            server.starttls(context=context)
        if plugin.user and plugin.password:
            server.login(plugin.user, plugin.password)
    except (smtplib.SMTPException, OSError):
        server.close()
        raise
    return server


def _written(letter: Letter, message_id: str, *, sender: str, people: list[str]) -> EmailMessage:
    """The mail; where it goes to several people, none of them sees the others' addresses."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = letter.subject
    mail["From"] = Address(_NAME, addr_spec=sender)
    mail["To"] = people[0] if len(people) == 1 else sender
    mail["Date"] = format_datetime(datetime.now(UTC))
    mail["Message-ID"] = f"<{message_id}@{sender.rpartition('@')[2] or _OURSELVES}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(letter.text)
    mail.add_alternative(letter.html, subtype="html")
    return mail
