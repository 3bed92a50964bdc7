"""A real mail server on loopback, which keeps what it gets and can be told to refuse or to be gone."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Inbox:
    """What arrived: each mail with the addresses it was for; `refusing` is the answer to every mail, if any."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.people: list[list[str]] = []
        self.greetings: list[str] = []
        self.refusing = ""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keep a mail, or refuse it."""
        if self.refusing:
            return self.refusing
        mail = message_from_bytes(envelope.original_content or b"", policy=default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        self.people.append(list(envelope.rcpt_tos))
        self.greetings.append(str(session.host_name))
        return "250 OK"


@contextmanager
def mail_server(inbox: Inbox, *, port: int = 0) -> Iterator[int]:
    """A mail server that fills the inbox, on a port of its own; gives that port."""
    controller = Controller(inbox, hostname="127.0.0.1", port=port, server_hostname="mail.invalid")
    if port == 0:
        controller.port = free_port()
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
