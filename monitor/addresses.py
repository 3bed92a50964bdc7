"""What a web address in the config must look like."""

from __future__ import annotations

from urllib.parse import urlsplit


def web_address(value: str) -> str:
    """An http or https address without a login in it and without a slash at its end; else ValueError.

    >>> web_address("https://example.org/")
    'https://example.org'
    """
    try:
        parts = urlsplit(value)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # no port, or no address of IPv6
        known = False
    if not known or "@" in parts.netloc or not value.isprintable() or " " in value:
        raise ValueError("must be a web address such as https://example.org, without a name or password in it")
    return value.rstrip("/")
