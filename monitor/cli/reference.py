"""The reference of all commands, from their own help: docs/cli.md is this text."""

from __future__ import annotations

from collections.abc import Iterator

import click

_HEAD = """# Commands

Data goes to standard output, everything else to standard error. A command that did its work exits with 0; 1 is for
`check` with findings, `status --fail-on-warning`, and `collect` where nothing answered; 2 is for what you have to mend
first; 3 is a bug of Monitor: please report it.
"""


def reference(group: click.Group) -> str:
    """Markdown with the help of every command that is not hidden, in the order of the command line."""
    return "\n".join([_HEAD, *_parts(group, level="##")])


def _parts(group: click.Group, *, level: str, before: str = "") -> Iterator[str]:
    """The help of each command of a group, and of the commands inside it."""
    for name, command in group.commands.items():
        if command.hidden:
            continue
        called = f"{before}{name}"
        yield f"{level} monitor {called}\n\n```text\n{help_of(called, command)}\n```\n"
        if isinstance(command, click.Group):
            yield from _parts(command, level=f"{level}#", before=f"{called} ")


def help_of(name: str, command: click.Command) -> str:
    """A command's own help, as the command line shows it."""
    context = click.Context(command, info_name=f"monitor {name}", max_content_width=100, terminal_width=100)
    return command.get_help(context)


if __name__ == "__main__":
    from . import main

    click.echo(reference(main), nl=False)
