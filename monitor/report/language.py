"""The language of a PDF, which its writer cannot set: a later version of its catalogue is added at its end."""

from __future__ import annotations

import re

from ..errors import MonitorError

_CATALOGUE = re.compile(rb"\n(\d+) 0 obj\n<< (/Type /Catalog\b.*?) >>\nendobj", re.DOTALL)
_TRAILER = re.compile(rb"trailer\n<<(.*?)>>\nstartxref\n(\d+)\n%%EOF\s*$", re.DOTALL)


def spoken_in(pdf: bytes, language: str) -> bytes:
    """The same PDF with its language named, so that it is read aloud in it, and with its title in the window."""
    catalogue, trailer = _CATALOGUE.search(pdf), _TRAILER.search(pdf)
    if catalogue is None or trailer is None:
        raise MonitorError("the PDF is not written as expected, so its language cannot be named")
    number, entries = catalogue.groups()
    told = b"/Lang (%s) /ViewerPreferences << /DisplayDocTitle true >>" % language.encode("ascii")
    place = len(pdf)
    added = b"%s 0 obj\n<< %s %s >>\nendobj\n" % (number, entries, told)
    table = b"xref\n0 1\n0000000000 65535 f \n%s 1\n%010d 00000 n \n" % (number, place)
    last = b"trailer\n<<%s/Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1], trailer[2], place + len(added))
    return pdf + added + table + last
