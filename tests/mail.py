"""A real mail server on loopback, which keeps what it gets and can be told to refuse or to be gone."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


class Inbox:
    """What arrived: each mail with the addresses it was for; `refusing` is the answer to every mail, if any.

    `unknown` is an address that nobody has here; `logins` are those tried, `encrypted` whether each mail came so.
    """

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.people: list[list[str]] = []
        self.greetings: list[str] = []
        self.refusing = ""
        self.unknown = ""
        self.logins: list[str] = []
        self.encrypted: list[bool] = []

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient, unless nobody is called so here."""
        if address == self.unknown:
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keep a mail, or refuse it."""
        if self.refusing:
            return self.refusing
        mail = message_from_bytes(envelope.original_content or b"", policy=default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        self.people.append(list(envelope.rcpt_tos))
        self.greetings.append(str(session.host_name))
        self.encrypted.append(session.ssl is not None)
        return "250 OK"


@contextmanager
def mail_server(
    inbox: Inbox, *, port: int = 0, password: str = "", certificate: ssl.SSLContext | None = None
) -> Iterator[int]:
    """A mail server that fills the inbox, on a port of its own; gives that port.

    With a `password` it wants a login, with a `certificate` it wants STARTTLS.
    """

    def known(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: object) -> AuthResult:
        assert isinstance(data, LoginPassword)
        inbox.logins.append(f"{data.login.decode()}:{data.password.decode()}")
        return AuthResult(success=data.password.decode() == password, handled=False)

    controller = Controller(
        inbox,
        hostname="127.0.0.1",
        port=port,
        server_hostname="mail.invalid",
        authenticator=known if password else None,
        auth_required=bool(password),
        auth_require_tls=False,
        tls_context=certificate,
        require_starttls=certificate is not None,
    )
    if port == 0:
        controller.port = free_port()
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


def own_certificate() -> ssl.SSLContext:
    """A certificate that nobody we trust has signed, for a mail server of the test's own."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    return context


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
