"""Sending a letter: mail with an id that stays the same, all else through Apprise; addresses are in the environment."""

from __future__ import annotations

import logging
import smtplib
import ssl
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from apprise import Apprise, AppriseAsset, NotifyBase, PersistentStoreMode
from apprise.plugins.email.base import NotifyEmail

from .errors import SendingError
from .model import Letter

_SECONDS = 30.0
_NAME = "Monitor"
_OURSELVES = "monitor.invalid"  # what a mail server is told instead of this machine's name
_SSL, _STARTTLS = "ssl", "starttls"  # as Apprise calls them
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
    if _plugin(address) is None:
        return f"the address in {variable(channel)} cannot be read: see github.com/caronc/apprise for how to write one"
    return ""


def send(channel: str, letter: Letter, message_id: str, *, environ: Mapping[str, str]) -> None:
    """Send a letter on a channel; raises SendingError, whose words hold no address and no secret."""
    wrong = trouble(channel, environ)
    if wrong:
        raise SendingError(wrong)
    plugin = _plugin(environ[variable(channel)].strip())
    if isinstance(plugin, NotifyEmail):
        _mail(plugin, letter, message_id)
        return
    carrier = Apprise(asset=_asset())
    if plugin is None or not carrier.add(plugin):
        raise SendingError("its address cannot be used")
    if not carrier.notify(body=letter.text, title=letter.subject, body_format="text"):
        raise SendingError("the service did not take it")


def _asset() -> AppriseAsset:
    logging.getLogger("apprise").setLevel(logging.CRITICAL)  # its lines may hold parts of an address
    return AppriseAsset(app_id=_NAME, app_desc=_NAME, app_url="", storage_mode=PersistentStoreMode.MEMORY)


def _plugin(address: str) -> NotifyBase | None:
    return Apprise.instantiate(address, asset=_asset(), suppress_exceptions=True)


def _mail(plugin: NotifyEmail, letter: Letter, message_id: str) -> None:
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
            server.send_message(written, from_addr=sender, to_addrs=everybody)
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
