"""Sending a letter: over a real mail server, to a real web address, and what is said where it cannot be."""

import json

import pytest

from monitor import channels
from monitor.errors import SendingError
from monitor.model import Letter
from tests.mail import Inbox, free_port, mail_server, own_certificate

LETTER = Letter("Campaign A: Lamp is fading", "Тема угасает.\nNext: decide.\n", "<!doctype html><p>Тема угасает.</p>")
TEAM = "MONITOR_CHANNEL_TEAM"


def address(port: int, *, to: str = "ann@example.org", login: str = "") -> str:
    """A mail address of Apprise's kind for the server on a port."""
    return f"mailto://{login}127.0.0.1:{port}?from=watch@example.org&to={to}&mode=insecure"


def test_a_mail_says_it_in_text_and_in_html():
    """The mail carries both forms, the subject, the stable id, and nothing of this machine."""
    inbox = Inbox()
    with mail_server(inbox) as port:
        channels.send("team", LETTER, "0123abcd", environ={TEAM: address(port)})
    [mail] = inbox.mails
    assert mail["Subject"] == LETTER.subject
    assert mail["Message-ID"] == "<0123abcd@example.org>"
    assert mail["From"] == "Monitor <watch@example.org>"
    assert mail["To"] == "ann@example.org"
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    assert text.get_content().replace("\r\n", "\n") == LETTER.text
    assert html.get_content().strip() == LETTER.html
    assert inbox.greetings == ["monitor.invalid"]


def test_several_readers_do_not_see_each_other():
    """A mail to two people reaches both, and names neither of them."""
    inbox = Inbox()
    with mail_server(inbox) as port:
        channels.send("team", LETTER, "1", environ={TEAM: address(port, to="ann@example.org,bea@example.org")})
    assert inbox.people == [["ann@example.org", "bea@example.org"]]
    assert "ann@" not in inbox.mails[0].as_string()


def test_sending_twice_gives_the_same_id():
    """Who gets a letter twice can tell that it is one."""
    inbox = Inbox()
    with mail_server(inbox) as port:
        for _ in range(2):
            channels.send("team", LETTER, "same", environ={TEAM: address(port)})
    assert len({mail["Message-ID"] for mail in inbox.mails}) == 1


@pytest.mark.parametrize("answer", ["451 not now", "554 no"])
def test_a_refused_mail_is_an_error_with_its_code_only(answer):
    """The server's code is told, its words are not: they may hold an address."""
    inbox = Inbox()
    inbox.refusing = f"{answer} ann@example.org"
    with mail_server(inbox) as port, pytest.raises(SendingError, match=answer[:3]) as caught:
        channels.send("team", LETTER, "1", environ={TEAM: address(port)})
    assert "ann" not in str(caught.value)


def test_a_mail_server_that_is_gone_is_an_error():
    """Nobody listens: the letter is not sent, and the error holds no address."""
    with pytest.raises(SendingError, match="does not answer") as caught:
        channels.send("team", LETTER, "1", environ={TEAM: address(free_port(), login="ann:SECRET@")})
    assert "SECRET" not in str(caught.value)


def test_another_service_gets_the_text(httpserver):
    """What is no mail goes out by Apprise: here to a web address, as JSON."""
    httpserver.expect_request("/hook").respond_with_data("")
    channels.send("team", LETTER, "1", environ={TEAM: f"json://127.0.0.1:{httpserver.port}/hook"})
    [(request, _)] = httpserver.log
    body = json.loads(request.data)
    assert body["title"] == LETTER.subject
    assert "Тема угасает." in body["message"]


def test_a_service_that_refuses_is_an_error(httpserver):
    """An answer that is no success is told as one."""
    httpserver.expect_request("/hook").respond_with_data("SECRET", status=500)
    with pytest.raises(SendingError, match="did not take it") as caught:
        channels.send("team", LETTER, "1", environ={TEAM: f"json://127.0.0.1:{httpserver.port}/hook"})
    assert "SECRET" not in str(caught.value)


@pytest.mark.parametrize("wrong", ["", "nonsense", "https//x", "mailto://", "carrier-pigeon://SECRET"])
def test_an_address_that_cannot_be_used_is_not_repeated(wrong):
    """A missing or unreadable address is told by the name of its variable only."""
    assert TEAM in channels.trouble("team", {TEAM: wrong})
    assert "SECRET" not in channels.trouble("team", {TEAM: wrong})
    with pytest.raises(SendingError, match=TEAM):
        channels.send("team", LETTER, "1", environ={TEAM: wrong})


def test_a_hostile_subject_stays_one_line():
    """Line breaks in what a letter says cannot add headers to a mail."""
    inbox = Inbox()
    hostile = Letter("A\r\nBcc: eve@example.org", "text", "<p>text</p>")
    with mail_server(inbox) as port, pytest.raises(SendingError, match="cannot be written"):
        channels.send("team", hostile, "1", environ={TEAM: address(port)})
    assert not inbox.mails


def test_a_login_is_sent_and_a_wrong_one_is_told():
    """The name and password of the address log in; where they are wrong, that is said without them."""
    inbox = Inbox()
    with mail_server(inbox, password="SECRET") as port:
        channels.send("team", LETTER, "1", environ={TEAM: address(port, login="ann:SECRET@")})
        with pytest.raises(SendingError, match="refused the login") as caught:
            channels.send("team", LETTER, "2", environ={TEAM: address(port, login="ann:WRONG@")})
        with pytest.raises(SendingError, match="code 530"):
            channels.send("team", LETTER, "3", environ={TEAM: address(port)})
    assert "WRONG" not in str(caught.value)
    assert inbox.logins[0] == "ann:SECRET"
    assert len(inbox.mails) == 1


def test_mail_is_encrypted_where_the_address_says_so():
    """With mailtos the connection is encrypted before anything is said, and a certificate nobody signed is refused."""
    inbox = Inbox()
    with mail_server(inbox, certificate=own_certificate()) as port:
        safe = address(port).replace("mailto://", "mailtos://").replace("mode=insecure", "mode=starttls")
        with pytest.raises(SendingError, match="SSLCertVerificationError"):
            channels.send("team", LETTER, "1", environ={TEAM: safe})
        channels.send("team", LETTER, "2", environ={TEAM: f"{safe}&verify=no"})
    assert inbox.encrypted == [True]


def test_who_was_refused_is_told_and_the_others_get_it():
    """One unknown recipient of two is said in words; where all are unknown, nothing was sent."""
    inbox = Inbox()
    inbox.unknown = "bea@example.org"
    with mail_server(inbox) as port:
        both = address(port, to="ann@example.org,bea@example.org")
        assert channels.send("team", LETTER, "1", environ={TEAM: both}) == "the mail server refused 1 of 2 recipients"
        with pytest.raises(SendingError, match="every recipient"):
            channels.send("team", LETTER, "2", environ={TEAM: address(port, to="bea@example.org")})
    assert len(inbox.mails) == 1


def test_a_recipient_that_is_no_address_is_found_before():
    """A mistyped recipient is told by `monitor check`, not left out in silence."""
    wrong = address(25, to="ann@example.org,beaexample.org")
    assert channels.trouble("team", {TEAM: wrong}) == f"a recipient in {TEAM} is no mail address"
    assert channels.trouble("team", {TEAM: address(25, to="ann@example.org")}) == ""


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("mailto://ann:SECRET@example.org", "mailtos://"),
        ("mailtos://ann:SECRET@example.org?mode=insecure", "without mode=insecure"),
        ("mailto://ann:SECRET@localhost?smtp=mail.example.org", "mailtos://"),
        ("json://ann:SECRET@hook.example/SECRET", "jsons://"),
        ("xml://hook.example/SECRET", "xmls://"),
        ("form://10.0.0.1/SECRET", "forms://"),
        ("mmost://chat.example/SECRET", "mmosts://"),
        ("signal://phone.example:8080/+4915100000000/+4915100000001", "signals://"),
        ("rsyslog://log.example/", "another service"),
        ("mailtos://ann:SECRET@example.org?verify=no", "verify=no"),
        ("jsons://hook.example/SECRET?verify=no", "verify=no"),
        ("jsons://hook.example/SECRET?redirect=yes", "redirect=yes"),
    ],
)
def test_what_others_on_the_way_could_read_is_refused(written, instead):
    """A warning and the login of its channel go out encrypted, to a server whose certificate is checked, or not."""
    told = channels.trouble("team", {TEAM: written})
    assert instead in told
    assert TEAM in told
    assert "SECRET" not in told
    with pytest.raises(SendingError, match=TEAM):
        channels.send("team", LETTER, "1", environ={TEAM: written})


@pytest.mark.parametrize(
    "written",
    [
        "mailtos://ann:SECRET@example.org?to=bea@example.org",
        "mailto://ann:SECRET@example.org?mode=starttls",
        "mailto://ann:SECRET@example.org?mode=ssl",
        "mailto://ann:SECRET@gmail.com",
        "mailto://ann:SECRET@example.org?smtp=127.0.0.1",
        "jsons://hook.example/SECRET",
        "json://localhost/hook",
        "json://127.0.0.1:9/hook",
        "json://[::1]:9/hook",
        "ntfys://lamp-topic",
        "tgram://123456789:abcdefg_hijklmnop/12315544/",
        "syslog://",
    ],
)
def test_what_is_encrypted_or_never_leaves_the_machine_is_taken(written):
    """What the check refuses is not simply everything."""
    assert channels.trouble("team", {TEAM: written}) == ""


def test_a_webhook_sends_nobody_on(httpserver):
    """A redirect would hand a warning to whoever the service names; it is an error instead."""
    httpserver.expect_request("/hook").respond_with_data(
        status=307, headers={"Location": httpserver.url_for("/elsewhere")}
    )
    with pytest.raises(SendingError):
        channels.send("team", LETTER, "1", environ={TEAM: f"json://127.0.0.1:{httpserver.port}/hook"})
    assert [request.path for request, _ in httpserver.log] == ["/hook"]


def test_several_recipients_of_a_service_are_several_channels():
    """A service that took a message for one of two would get it again and again: such an address is refused."""
    assert "several recipients" in channels.trouble(
        "team", {TEAM: "signal://127.0.0.1:9/+4915100000000/+4915100000001/+4915100000002"}
    )


def test_a_long_letter_comes_in_parts_and_loads_nothing(httpserver):
    """What is too long for a service comes in parts, all of it, and without pictures from elsewhere."""
    httpserver.expect_request("/hooks/abcd1234").respond_with_data("")
    lines = [f"line {number}" for number in range(2000)]
    url = f"mmost://127.0.0.1:{httpserver.port}/abcd1234?image=yes"
    channels.send("team", Letter("Subject", "\n".join(lines), ""), "1", environ={TEAM: url})
    bodies = [json.loads(request.data) for request, _ in httpserver.log]
    assert len(bodies) > 1
    told = "\n".join(body["text"] for body in bodies)
    assert all(line in told for line in lines)
    assert "http" not in json.dumps(bodies)
