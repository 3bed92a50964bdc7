"""The audit of dependencies: what is known is told, and what could not be asked is never called safe."""

import json
import socket
from collections.abc import Callable, Mapping

import pytest
from werkzeug import Request, Response

from bench import audit, supply

LOCK = """
[[package]]
name = "awareness-monitor"
version = "0.1.0"
dependencies = [{ name = "lamp", extra = ["oil"] }]
[package.optional-dependencies]
server = [{ name = "tower" }]
[package.dev-dependencies]
dev = [{ name = "broom" }]
[[package]]
name = "lamp"
version = "1.0"
wheels = [{ url = "lamp.whl", hash = "sha256:aa" }, { url = "lamp2.whl" }]
sdist = { url = "lamp.tar.gz", hash = "sha256:bb" }
[package.optional-dependencies]
oil = [{ name = "whale" }]
gas = [{ name = "pipe" }]
[[package]]
name = "whale"
version = "2.0"
[[package]]
name = "pipe"
version = "3.0"
[[package]]
name = "tower"
version = "4.0"
[[package]]
name = "broom"
version = "5.0"
"""
Answering = Callable[[Mapping[str, str], str], Mapping[str, object]]


@pytest.fixture
def lock(tmp_path, monkeypatch):
    """A lock with five packages, three of which run, in place of the project's."""
    path = tmp_path / "uv.lock"
    path.write_text(LOCK, encoding="utf-8")
    monkeypatch.setattr(audit, "LOCK", path)
    return path


def service(httpserver, answering: Answering) -> list[str]:
    """A service that answers each query of a batch; gives back the names that it was asked for."""
    asked: list[str] = []

    def answer(request: Request) -> Response:
        queries = json.loads(request.get_data())["queries"]
        asked.extend(f"{one['package']['name']} {one['version']}" for one in queries)
        assert {one["package"]["ecosystem"] for one in queries} == {"PyPI"}
        results = [answering(one["package"], one.get("page_token", "")) for one in queries]
        return Response(json.dumps({"results": results}), content_type="application/json")

    httpserver.expect_request("/v1/querybatch", method="POST").respond_with_handler(answer)
    return asked


def test_nothing_known_is_said_of_all_that_was_asked(lock, httpserver, capsys):
    """Every locked package is asked for by name and version, the project itself is not."""
    asked = service(httpserver, lambda package, page: {})
    assert audit.main(["--service", httpserver.url_for("/")]) == 0
    assert sorted(asked) == ["broom 5.0", "lamp 1.0", "pipe 3.0", "tower 4.0", "whale 2.0"]
    assert capsys.readouterr().out == "5 locked packages, 3 of which run: no vulnerability of them is known\n"


def test_what_is_known_is_told_and_fails(lock, httpserver, capsys):
    """With a link for each, those of later pages too, and whether the package runs or only develops."""
    known = {("lamp", ""): ["PYSEC-1", "GHSA-1"], ("lamp", "two"): ["PYSEC-2"], ("broom", ""): ["PYSEC-3"]}

    def answering(package: Mapping[str, str], page: str) -> Mapping[str, object]:
        vulns = [{"id": one, "modified": "2026-01-31"} for one in known.get((package["name"], page), [])]
        more = {"next_page_token": "two"} if package["name"] == "lamp" and not page else {}
        return {"vulns": vulns} | more

    asked = service(httpserver, answering)
    assert audit.main(["--service", httpserver.url_for("/")]) == 1
    assert asked.count("lamp 1.0") == 2
    lines = capsys.readouterr().out.splitlines()
    there = "https://osv.dev/vulnerability/"
    assert lines == [
        f"lamp 1.0 (runs): {there}GHSA-1, {there}PYSEC-1, {there}PYSEC-2",
        f"broom 5.0 (for developers only): {there}PYSEC-3",
        "5 locked packages, 3 of which run: 2 of them have known vulnerabilities",
    ]


def test_without_the_service_nothing_is_called_safe(lock, capsys):
    """It says so in a sentence, and a build without network goes on."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # and does not listen
        assert audit.main(["--service", f"http://127.0.0.1:{nobody.getsockname()[1]}"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("not audited: ")
    assert said.endswith("(ConnectionError); of the 5 locked packages nothing more is known\n")


@pytest.mark.parametrize(
    "answer",
    [
        Response("no", status=403),
        Response("<html>", content_type="text/html"),
        Response("[]", content_type="application/json"),
        Response('{"results": [{}]}', content_type="application/json"),
        Response('{"results": [{}, {}, {}, {}, {"vulns": 3}]}', content_type="application/json"),
        Response('{"results": [{}, {}, {}, {}, {"vulns": [{"name": 3}]}]}', content_type="application/json"),
        Response('{"results": [{}, {}, {}, {}, null]}', content_type="application/json"),
        Response('{"results": [{}, {}, {}, {}, {"next_page_token": "x"}]}', content_type="application/json"),
    ],
)
def test_an_answer_that_leaves_packages_out_is_no_audit(lock, httpserver, capsys, answer):
    """A refusal, a page in between, or fewer answers than packages: none of it says that nothing is known."""
    httpserver.expect_request("/v1/querybatch").respond_with_data(answer.get_data(), answer.status_code, answer.headers)
    assert audit.main(["--service", httpserver.url_for("/")]) == 0
    assert capsys.readouterr().out.startswith("not audited: ")


def test_what_was_found_before_the_service_fell_silent_still_fails(lock, httpserver, capsys):
    """Half an audit that found something is told, and is no reason to go on."""

    def answering(package: Mapping[str, str], page: str) -> Mapping[str, object]:
        if page:
            return {"vulns": "no"}
        return {"vulns": [{"id": "PYSEC-1"}], "next_page_token": "two"} if package["name"] == "lamp" else {}

    service(httpserver, answering)
    assert audit.main(["--service", httpserver.url_for("/")]) == 1
    found, last = capsys.readouterr().out.splitlines()
    assert found.startswith("lamp 1.0 (runs)")
    assert last.startswith("not audited: ")


def test_a_lock_says_what_runs_and_which_files_are_held_to_a_hash():
    """What a wanted extra brings runs too; what nobody wants, and the developers' tools, do not."""
    assert supply.runtime(LOCK) == {("lamp", "1.0"), ("whale", "2.0"), ("tower", "4.0")}
    lamp = supply.locked(LOCK)[0]
    assert (lamp.name, lamp.files, lamp.hashed) == ("lamp", 3, 2)
