"""The dashboard on an address that others could reach: who gets in, in a real browser with a real provider."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from monitor import config, sources
from monitor.counting import Options
from monitor.model import DAY, Coverage, Post, Status
from monitor.model import Page as Posts
from monitor.record import Counter, Stream, record_page
from monitor.store import Store
from tests.fake_oidc import CLIENT_ID, CLIENT_SECRET, Provider, provider

ROOT = Path(__file__).parent.parent
DASHBOARD = ROOT / "dashboard.py"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
ADDRESS = "127.0.0.2"  # loopback, but not where nobody has to sign in
SECONDS = 45
EIGHT_HOURS = 8 * 3600
START = datetime(2024, 5, 1, tzinfo=UTC)
SECRET = "CloseTheHarbour"
CONFIG = f"""
campaign: {{name: The real name, alias: Lantern, timezone: Europe/Berlin}}
topics: {{harbour: {{alias: Harbour, tags: [{SECRET}]}}}}
sources: {{simulation: {{}}}}
store: sqlite:///monitor.db
"""
TEAM = "sign_in: {editors: [Amina@example.org], viewers: [vera@example.org]}\n"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `apt-get install chromium`")


def fill(path: Path) -> None:
    """Twelve days of invented posts, counted into the campaign's store."""
    chosen = config.load(path, sources=sources.settings())
    end = START + 12 * DAY
    posts = tuple(Post(str(n), f"a{n % 60}", START + timedelta(minutes=36 * n), f"#{SECRET}") for n in range(480))
    store = Store.open(chosen.store)
    counter = Counter.of(chosen.topics, Options(language=False, tone=False))
    page = Posts(posts, "1", coverage=(Coverage(START, end, Status.COMPLETE),))
    record_page(store, page, stream=Stream("simulation"), counter=counter, now=end)
    with store.recording(now=end) as recording:
        recording.end_round()
    store.close()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return int(probe.getsockname()[1])


def write_secrets(folder: Path, port: int, issuer: Provider, *, mode: int = 0o600) -> None:
    """The secrets as docs/team.md tells to write them."""
    path = folder / ".streamlit" / "secrets.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f'[auth]\nredirect_uri = "http://{ADDRESS}:{port}/oauth2callback"\ncookie_secret = "{"s3cret-" * 6}"\n'
        f'client_id = "{CLIENT_ID}"\nclient_secret = "{CLIENT_SECRET}"\n'
        f'server_metadata_url = "{issuer.url}/.well-known/openid-configuration"\n',
        encoding="utf-8",
    )
    path.chmod(mode)


def wait_until_up(url: str, process: "subprocess.Popen[bytes]") -> None:
    """Until the dashboard answers."""
    direct, until = build_opener(ProxyHandler({})), time.monotonic() + SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            direct.open(f"{url}/_stcore/health", timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the dashboard did not come up")


Shown = Callable[..., str]


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Shown]:
    """Starts the dashboard with a config and perhaps a provider, and gives back its address."""
    running: list[subprocess.Popen[bytes]] = []

    def start(issuer: Provider | None, *, team: str = TEAM, address: str = ADDRESS, mode: int = 0o600) -> str:
        path = tmp_path / "config.yaml"
        path.write_text(CONFIG + team, encoding="utf-8")
        fill(path)
        port = free_port()
        if issuer:
            write_secrets(tmp_path, port, issuer, mode=mode)
        environ = {**os.environ, "HOME": str(tmp_path), "MONITOR_CONFIG": str(path)}
        options = ["--server.address", address, "--server.port", str(port)]
        command = [sys.executable, "-m", "streamlit", "run", str(DASHBOARD), *options]
        with (tmp_path / "log").open("wb") as log:
            running.append(subprocess.Popen(command, cwd=ROOT, env=environ, stdout=log, stderr=log))
        url = f"http://{address}:{port}"
        wait_until_up(url, running[-1])
        return url

    yield start
    for process in running:
        process.terminate()
        process.wait(timeout=30)


@pytest.fixture(scope="module")
def issuer() -> Iterator[Provider]:
    """An OpenID provider."""
    with provider() as place:
        yield place


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody without a cookie."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(SECONDS * 1000)
    expect.set_options(timeout=SECONDS * 1000)
    yield context
    context.close()


def sign_in(page: Page, url: str) -> None:
    """Press the button; the provider knows who it is."""
    page.goto(url)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{url}/**")


def check_closed(page: Page) -> None:
    """No page, no alias, no term is shown."""
    everything = page.content()
    assert "Lantern" not in everything
    assert "Harbour" not in everything
    assert page.title() == "Monitor"


def test_without_signing_in_others_see_nothing(shown: Shown, visitor: BrowserContext) -> None:
    """Where no sign-in is set up, an address that others reach shows a sentence and no more, on every page."""
    url = shown(None, team="")
    page = visitor.new_page()
    for path in ("", "/settings", "/pushes"):
        page.goto(url + path)
        page.get_by_text("This dashboard is shown on the machine it runs on only").wait_for()
        check_closed(page)


def test_names_without_a_provider_let_nobody_in(shown: Shown, visitor: BrowserContext) -> None:
    """A list of people alone is half a lock: also on this machine, where a proxy may stand in front, it stays shut."""
    url = shown(None, address="127.0.0.1")
    page = visitor.new_page()
    page.goto(url)
    page.get_by_text("Signing in is not set up to the end").wait_for()
    check_closed(page)


def test_editors_and_viewers_get_what_is_theirs(shown: Shown, issuer: Provider, browser: Browser) -> None:
    """A viewer finds no form, an editor does; both are named, and signing out shuts the door again."""
    url = shown(issuer)
    forms = {}
    for email in ("vera@example.org", "amina@example.org"):
        context = browser.new_context()
        page = context.new_page()
        issuer.says(email, name="Vera & <b>Co</b>", email_verified=True)
        sign_in(page, url)
        page.get_by_text("Lantern").first.wait_for()
        page.goto(f"{url}/settings")
        page.get_by_text("You are signed in as Vera & <b>Co</b>").wait_for()
        forms[email] = page.get_by_test_id("stForm").count()
        with page.expect_request(f"{issuer.url}/logout**"):
            page.get_by_role("button", name="Sign out").click()
        page.get_by_role("button", name="Sign in").wait_for()
        check_closed(page)
        context.close()
    assert forms == {"vera@example.org": 0, "amina@example.org": 1}
    assert issuer.signed_out == 2


def test_who_is_not_let_in_is_told_why(shown: Shown, issuer: Provider, browser: Browser) -> None:
    """A stranger, an unconfirmed address and an old token see a sentence, and nothing of the campaign."""
    url = shown(issuer)
    for email, ago_seconds, verified, said in (
        ("stranger@example.org", 0, True, "nobody has put your e-mail address on this dashboard's list"),
        ("amina@example.org", 0, False, "is not confirmed"),
        ("amina@example.org", EIGHT_HOURS + 60, True, "eight hours have passed"),
    ):
        issuer.says(email, ago_seconds=ago_seconds, email_verified=verified)
        context = browser.new_context()
        page = context.new_page()
        sign_in(page, url)
        page.get_by_text(said).wait_for(timeout=SECONDS * 1000)
        check_closed(page)
        context.close()


def test_a_session_ends_while_somebody_looks(
    shown: Shown, issuer: Provider, visitor: BrowserContext, tmp_path: Path
) -> None:
    """Eight hours after the token was made the open page shuts by itself; so it does for who is taken off the list."""
    url, page, path = shown(issuer), visitor.new_page(), tmp_path / "config.yaml"
    issuer.says("amina@example.org")
    began = time.monotonic()
    sign_in(page, url)
    page.get_by_text("Lantern").first.wait_for()
    took = time.monotonic() - began
    path.write_text(f"{CONFIG}sign_in: {{viewers: [vera@example.org]}}\n", encoding="utf-8")
    page.get_by_text("nobody has put your e-mail address on this dashboard's list").wait_for()
    check_closed(page)
    path.write_text(CONFIG + TEAM, encoding="utf-8")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in").wait_for()
    issuer.says("amina@example.org", ago_seconds=EIGHT_HOURS - 2 * took - 4)  # enough to see it open
    sign_in(page, url)
    page.get_by_text("Lantern").first.wait_for()
    page.get_by_text("eight hours have passed").wait_for(timeout=(2 * took + 4 + SECONDS) * 1000)
    check_closed(page)


def test_secrets_that_others_can_read_let_nobody_in(shown: Shown, issuer: Provider, visitor: BrowserContext) -> None:
    """Who can read the secret of the cookies can make a session: then nobody is let in until that is mended."""
    url = shown(issuer, mode=0o644)
    page = visitor.new_page()
    page.goto(url)
    page.get_by_text("Other users of the machine can read the secrets").wait_for()
    check_closed(page)


def test_a_broken_config_tells_strangers_nothing(shown: Shown, visitor: BrowserContext, tmp_path: Path) -> None:
    """An error may quote a term: who has not signed in does not read it."""
    url = shown(None, team="")
    (tmp_path / "config.yaml").write_text(f"topics: {{harbour: {{tags: ['{SECRET} is wrong']}}}}", encoding="utf-8")
    page = visitor.new_page()
    page.goto(url)
    page.get_by_text("Something is wrong with this dashboard's set-up").wait_for()
    assert SECRET not in page.content()


def test_a_name_that_leads_to_this_machine_is_not_this_machine(shown: Shown, browser: Browser) -> None:
    """A page of somebody else's that has its own name point to 127.0.0.1 reads nothing."""
    port = shown(None, team="", address="127.0.0.1").rpartition(":")[2]
    lured = browser.new_page(base_url=f"http://evil.localhost:{port}")
    lured.goto("/")
    lured.get_by_text("This dashboard is shown on the machine it runs on only").wait_for(timeout=SECONDS * 1000)
    check_closed(lured)
    lured.close()
