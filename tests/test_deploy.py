"""The files for servers: commands that exist, nothing open to the world, secrets from files, few rights."""

import configparser
import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml

from monitor import supervise
from monitor.cli import main

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
SERVICES = ("monitor.service", "monitor-collect.service")
HARDENED = {
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "UMask": "0077",
    "StateDirectoryMode": "0700",
    "CapabilityBoundingSet": "",
    "RestrictSUIDSGID": "yes",
    "User": "monitor",
}


def unit(name: str) -> configparser.ConfigParser:
    """A systemd unit; of a key that stands twice the last one."""
    parsed = configparser.ConfigParser(strict=False, interpolation=None)
    parsed.optionxform = str  # type: ignore[assignment,method-assign]
    parsed.read_string((DEPLOY / name).read_text(encoding="utf-8"))
    return parsed


def compose() -> dict[str, object]:
    """The only service of the compose file."""
    found = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    service = found["services"]["monitor"]
    assert isinstance(service, dict)
    return service


def image() -> dict[str, str]:
    """The last of each instruction of the Dockerfile."""
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.partition(" ") for line in text.splitlines() if line and not line.startswith("#")]
    return {name: rest.strip() for name, _, rest in lines}


def commands() -> list[list[str]]:
    """Every call of `monitor` in the files, without the program itself."""
    found = [shlex.split(unit(name)["Service"]["ExecStart"])[1:] for name in SERVICES]
    found.append(json.loads(image()["CMD"]))
    command = compose()["command"]
    assert isinstance(command, list)
    found.append([str(word) for word in command])
    readme = (DEPLOY / "README.md").read_text(encoding="utf-8")
    found += [shlex.split(line) for line in re.findall(r"^\S+ .*bin/monitor (.*)$", readme, re.MULTILINE)]
    return found


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_exists_with_its_options(words):
    """What the files start is what the command line understands."""
    command = main.commands[words[0]]
    context = command.make_context(words[0], list(words[1:]), resilient_parsing=True)
    assert not context.args
    assert [option for option in words if option.startswith("-")]
    with pytest.raises(click.NoSuchOption):
        command.make_context(words[0], ["--no-such-option"])


def test_nothing_listens_to_the_world():
    """No file opens a port beyond this machine; the container reaches 127.0.0.1 by the host's own network."""
    for path in DEPLOY.iterdir():
        text = path.read_text(encoding="utf-8")
        assert "0.0.0.0" not in text
        assert "EXPOSE" not in text
        assert "server.address" not in text
    service = compose()
    ports = service.get("ports", [])
    assert isinstance(ports, list)
    assert all(str(port).startswith("127.0.0.1:") for port in ports)
    assert supervise.HOST == "127.0.0.1"
    assert service["network_mode"] == "host"


def test_secrets_come_from_a_file_and_from_nowhere_else():
    """No unit, image or compose file holds a token; each names the file that does."""
    for name in SERVICES:
        assert unit(name)["Service"]["EnvironmentFile"] == "-/etc/monitor/secrets.env"
    assert compose()["env_file"] == [{"path": "secrets.env", "required": False}]
    assert "environment" not in compose()
    for path in DEPLOY.iterdir():
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?i)(token|key|password|secret)\w*\s*[=:]\s*[\"']?\w{6,}", text), path
    assert "/secrets.env" in (DEPLOY / ".gitignore").read_text(encoding="utf-8").split()


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_has_few_rights(name):
    """It can write its own folder only, gains no rights, and what it writes is for its own eyes."""
    service = unit(name)["Service"]
    assert {key: service[key] for key in HARDENED} == HARDENED
    assert service["StateDirectory"] == "monitor"
    assert "-/etc/monitor" in service["EnvironmentFile"]


def test_both_services_have_the_same_rights():
    """What is tightened in one is tightened in the other."""
    own = {"ExecStart", "Type", "Restart", "RestartSec", "KillMode"}
    own |= {"TimeoutStopSec", "TimeoutStartSec"}
    one, other = ({k: v for k, v in unit(name)["Service"].items() if k not in own} for name in SERVICES)
    assert one == other


def test_what_ended_comes_back_once_the_cause_is_gone():
    """A full disk at the start must not end the service for good; and it is not started in a tight loop."""
    parsed = unit("monitor.service")
    assert parsed["Service"]["Restart"] == "on-failure"
    assert "RestartPreventExitStatus" not in parsed["Service"]
    assert parsed["Unit"]["StartLimitIntervalSec"] == "0"
    assert int(parsed["Service"]["RestartSec"]) >= 30


def test_the_timer_starts_a_service_that_is_there():
    """A timer starts the service of its own name."""
    assert "OnCalendar" in unit("monitor-collect.timer")["Timer"]
    assert (DEPLOY / "monitor-collect.service").exists()
    assert unit("monitor-collect.service")["Service"]["Type"] == "oneshot"


def test_the_container_has_few_rights():
    """Not root, no capabilities, a disk that cannot be written but for its data."""
    service, built = compose(), image()
    assert service["user"] == built["USER"] == "10001:10001"
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["read_only"] is True
    assert built["VOLUME"] == "/data"
    assert built["FROM"] == "python:3.11-slim"
    assert json.loads(built["ENTRYPOINT"]) == ["monitor"]


def test_the_image_takes_only_what_is_there():
    """Each file that is copied exists and is let through; data, configs and secrets are not."""
    through = {line[1:] for line in (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines() if line[:1] == "!"}
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    copied = [shlex.split(line)[1:-1] for line in re.findall(r"^COPY (?!--).*$", text, re.MULTILINE)]
    taken = {name for names in copied for name in names}
    assert taken == through
    assert all((ROOT / name).exists() for name in taken)
    assert not taken & {"data", "config.yaml", "deploy", ".git"}


def test_systemd_takes_the_units(tmp_path):
    """Systemd itself finds nothing to complain about, and calls the services well confined."""
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed")
    program = tmp_path / "monitor"
    program.write_text(f"#!{sys.executable}\n", encoding="utf-8")
    program.chmod(0o755)
    for name in (*SERVICES, "monitor-collect.timer"):
        text = (DEPLOY / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("/opt/monitor/.venv/bin/monitor", str(program)), encoding="utf-8")
    paths = [str(tmp_path / name) for name in (*SERVICES, "monitor-collect.timer")]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *paths], capture_output=True, text=True, check=False
    )
    assert [line for line in done.stderr.splitlines() if "monitor" in line] == []
    assert done.returncode == 0, done.stderr
    for path in paths[:2]:
        asked = ["systemd-analyze", "security", "--offline=true", "--threshold=25", "--no-pager", path]
        assert subprocess.run(asked, capture_output=True, check=False).returncode == 0, path
