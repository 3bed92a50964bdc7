"""The dashboard as `monitor run` starts it, over real sockets: it asks nobody elsewhere, and logs nothing of staff."""

from pathlib import Path

import pytest

from bench.proofs import screen
from bench.proofs.screen_asked import EVERYWHERE, HERE, ORIGINS, settled, watched


@pytest.mark.parametrize("address", [HERE, EVERYWHERE])
def test_a_page_of_another_site_is_refused_and_nobody_is_asked(address: str, tmp_path: Path) -> None:
    """Neither when it starts, wherever it listens, nor when a page open in a browser tries to read it."""
    with watched(tmp_path, address) as dashboard:
        assert all(dashboard.refuses(origin) for origin in ORIGINS)
        settled(dashboard)
        assert dashboard.asked == []


def test_an_error_of_signing_in_names_nobody_in_the_log(tmp_path: Path) -> None:
    """Also before the first page was opened; that there was one is told, and where."""
    said = {"error": "access_denied", "error_description": "User account 'amina@example.org' does not exist"}
    with watched(tmp_path, HERE) as dashboard:
        assert dashboard.signs_in_wrongly(**said) < 500
        assert dashboard.refuses("https://forged-line.invalid")
        log = dashboard.log.read_text(encoding="utf-8")
    assert "Error during authentication" in log
    assert "starlette_auth_routes.py line" in log
    assert "Rejecting WebSocket connection" in log
    for secret in ("amina", "access_denied", "does not exist", "forged-line"):
        assert secret not in log


def test_the_proof_sees_what_streamlit_does_as_it_ships() -> None:
    """The recorder hears of it, and the words are in the log, so that silence means something."""
    with screen.as_shipped():
        shown = screen.keeps_to_itself()
    assert not shown.held
    assert "checkip.amazonaws.com" in shown.said
    assert "'amina' is in the log" in shown.said
