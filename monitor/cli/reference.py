"""The reference of all commands, from their own help: docs/cli.md is this text."""

from __future__ import annotations

import click

_HEAD = """# Commands

Data goes to standard output, everything else to standard error. A command that did its work exits with 0; 1 is for
`check` with findings and `status --fail-on-warning`; 2 is for what you have to mend first.
"""


def reference(group: click.Group) -> str:
    """Markdown with the help of every command that is not hidden, in the order of the command line."""
    parts = [_HEAD]
    for name, command in group.commands.items():
        if not command.hidden:
            context = click.Context(command, info_name=f"monitor {name}", max_content_width=100, terminal_width=100)
            parts.append(f"## monitor {name}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    from . import main

    click.echo(reference(main), nl=False)
