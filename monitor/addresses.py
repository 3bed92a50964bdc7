"""What a web address in the config must look like."""

from __future__ import annotations

from urllib.parse import urlsplit


def web_address(value: str) -> str:
    """An http or https address without a login in it and without a slash at its end; else ValueError.

    >>> web_address("https://example.org/")
    'https://example.org'
    """
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password:
        raise ValueError("must be a web address such as https://example.org, without a name or password in it")
    return value.rstrip("/")
