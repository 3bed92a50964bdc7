"""What the documents say is so: generated pages are current, examples run, links lead somewhere."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from monitor import config, sources
from monitor.cli import main
from monitor.cli.reference import help_of, reference

ROOT = Path(__file__).parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "data" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
POSTS = "id,created_at,author_id,text\n1,2017-04-14T10:00:00Z,a,#CloseTheCamps\n2,2017-04-15T10:00:00Z,b,#Чечня\n"


def fences(text: str, language: str) -> list[str]:
    """The blocks of one language, without their indentation."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```", text, flags=re.DOTALL | re.MULTILINE)
    return ["\n".join(line.removeprefix(indent) for line in block.splitlines()) for indent, block in found]


def test_the_reference_of_keys_is_current():
    """docs/config.md is what `monitor config` prints."""
    assert (ROOT / "docs" / "config.md").read_text(encoding="utf-8") == config.reference(
        sources=sources.settings()
    ).rstrip() + "\n"


def test_the_reference_of_commands_is_current():
    """docs/cli.md is made from the commands' own help."""
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == reference(main)


@pytest.mark.parametrize("name", [name for name, command in main.commands.items() if not command.hidden])
def test_every_command_has_help_with_an_example(name):
    """A newcomer learns a command from its own help."""
    assert f"Example: monitor {name}" in help_of(name, main.commands[name])


def test_the_readmes_campaign_is_a_valid_one(tmp_path):
    """The example of config.yaml in the README loads as it stands."""
    for number, block in enumerate(fences((ROOT / "README.md").read_text(encoding="utf-8"), "yaml")):
        assert yaml.safe_load(block)
        path = tmp_path / f"{number}.yaml"
        path.write_text(block, encoding="utf-8")
        assert config.load(path, sources=sources.settings()).topics


def test_every_source_in_the_config_can_be_switched_on(tmp_path):
    """Taking the # away from sources and heartbeat in config.yaml gives a config that loads."""
    text = (ROOT / "config.yaml").read_text(encoding="utf-8")
    start = text.index("sources:")
    switched_on = re.sub(r"^( *)# (?=[a-z]| {2})", r"\1", text[start:], flags=re.MULTILINE)
    switched_on = re.sub(r"^(Where|Only|An address).*$", "", switched_on, flags=re.MULTILINE)
    path = tmp_path / "config.yaml"
    path.write_text(text[:start] + switched_on, encoding="utf-8")
    chosen = config.load(path, sources=sources.settings())
    assert {*chosen.sources, "simulation"} == set(sources.names())
    assert chosen.heartbeat


def test_the_readmes_commands_run(tmp_path):
    """The commands in the README do what they say, on a fresh folder with the README's campaign."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (tmp_path / "config.yaml").write_text(fences(readme, "yaml")[0], encoding="utf-8")
    (tmp_path / "posts.csv").write_text(POSTS, encoding="utf-8")
    commands = [line for block in fences(readme, "console") for line in block.splitlines() if line.startswith("$")]
    assert len(commands) >= 4
    for line in commands:
        words = shlex.split(line.removeprefix("$ monitor "), comments=True)
        words = words[: words.index(">")] if ">" in words else words
        done = subprocess.run(
            [sys.executable, "-m", "monitor.cli", *words],
            cwd=tmp_path, capture_output=True, text=True, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT), "MONITOR_CONFIG": ""},
        )  # fmt: skip
        assert done.returncode == 0, f"{line}: {done.stderr}"
        assert done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    """Every relative link of a document is a file of the project."""
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), target


def test_makefile_and_readme_name_the_same_commands():
    """The README's make targets exist."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    named = set(
        re.findall(r"(?:`|^)make ([a-z-]+)", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    )
    assert {"demo", "test"} <= named <= targets
