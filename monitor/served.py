"""Streamlit as `monitor run` and `monitor demo` start it: it asks nobody elsewhere, and logs no words but its own.

As it ships, Streamlit asks a server of Amazon's, unencrypted, which address this machine has: at a start that others
can reach, and whenever a page of another site tries to read the dashboard. No setting prevents that.
"""

from __future__ import annotations

from streamlit import net_util
from streamlit.web import cli

from . import discreet


def begin() -> None:
    """Take out what asks, and what would be logged, before anybody can visit."""
    net_util.get_external_ip = net_util.get_internal_ip = _nobody_is_asked
    discreet.begin()
    discreet.from_the_first()


def _nobody_is_asked() -> None:
    """The address of this machine as others see it: it is not known, and no other site is let in by it."""


if __name__ == "__main__":
    begin()
    cli.main(prog_name="streamlit")
